import type { Language } from '../domain/language.js';
import { COMMAND_MAX } from '../domain/limits.js';
import { cleanLine } from '../domain/text/clean-text.js';
import { withoutTrailing } from '../domain/text/without-trailing.js';
import type { Mention, WrittenMessage } from './acts.js';

/** The forms of a message in which commands are looked for. */
export interface CommandWords {
  /** The message as one clean line. Each mention stands as `<at>name</at>`. */
  readonly line: string;
  /** The line without the punctuation at its end. */
  readonly bare: string;
  /** The same as `bare`, without the mentions. */
  readonly withoutMentions: string;
  readonly mentions: readonly Mention[];
}

/** How a command is written in each language, in lower case. Help shows the first phrase. */
export type Phrases = Readonly<Record<Language, readonly [string, ...string[]]>>;

/** @returns undefined for a message that is longer than any command */
export function commandWords({ parts }: Pick<WrittenMessage, 'parts'>): CommandWords | undefined {
  const words = parts.filter((part) => typeof part === 'string').join('');
  if (words.length > COMMAND_MAX) return undefined;
  const lineWith = (mention: (name: string) => string) =>
    cleanLine(parts.map((part) => (typeof part === 'string' ? part : mention(part.name))).join(''));
  const line = lineWith((name) => `<at>${name}</at>`);
  return {
    line,
    bare: withoutEndMarks(line),
    withoutMentions: withoutEndMarks(lineWith(() => ' ')),
    mentions: parts.filter((part) => typeof part !== 'string'),
  };
}

/** Parses a command that has no arguments. */
export function itsWordsAlone({ bare }: CommandWords, phrases: Phrases): true | undefined {
  return Object.values(phrases).flat().includes(bare.toLowerCase()) || undefined;
}

/** The line without the punctuation and spaces at its end. */
export function withoutEndMarks(line: string): string {
  return withoutTrailing(line, ' .!?');
}
