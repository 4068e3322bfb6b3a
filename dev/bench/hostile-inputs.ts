/** Makes texts that may be slow to read. @see HOSTILE_CONTESTANTS for the readers */
export interface HostileInput {
  readonly name: string;
  readonly make: (length: number) => string;
}

/** Repeats one thing between two letters, so that it is not at the beginning or the end of the text. */
function run(name: string, what: string): HostileInput {
  return { name, make: (length) => `a${what.repeat(Math.ceil(length / what.length))}x` };
}

export const HOSTILE_INPUTS: readonly HostileInput[] = [
  run('spaces', ' '),
  run('tabs', '\t'),
  run('no-break spaces', '\u00A0'),
  run('line feeds', '\n'),
  run('carriage returns', '\r'),
  run('lines of spaces', '   \n'),
  run('dots', '.'),
  run('underscores', '_'),
  run('quotation marks', '"'),
  run('at signs and letters', 'a@'),
  run('opening brackets', '[{<'),
  run('digits', '1'),
  run('digits in pairs', '12 '),
  run('dates and digits', '010203-'),
  run('letters', 'a'),
  run('words', 'ab '),
  run('list items', '- a\n'),
  run('numbered items', '1. a\n'),
  run('marks between names', ', og '),
  run('combining marks', '\u0301'),
  run('halves of surrogate pairs', '\uD800'),
  run('emoji with joiners', '👩\u200D'),
  run('invisible characters', '\u200B'),
];
