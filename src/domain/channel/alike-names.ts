import { departmentNameKey } from './department-name.js';

/** Shorter words may differ in one letter and be quite different ones, as in *Team A* and *Team B*. Our choice. */
const LONG_WORD = 5;

const BETWEEN_WORDS = /[ \-/&,.]+/u;
const LETTERS = /^\p{L}+$/u;

/**
 * The pairs of names that people may take for each other: they differ only in what stands between the words, or in one
 * letter of one long word, as *Skole* and *Skoler* do. Names that look the same cannot be registered at all.
 *
 * @param names of at most `DEPARTMENT_NAME_MAX` characters each
 */
export function alikeNames(names: readonly string[]): readonly (readonly [string, string])[] {
  const words = names.map((name) => ({ name, words: departmentNameKey(name).split(BETWEEN_WORDS) }));
  return words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter((other) => areAlike(one.words, other.words))
      .map((other) => [one.name, other.name] as const),
  );
}

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  if (one.join('') === other.join('')) return true;
  if (one.length !== other.length) return false;
  const [first, second] = one.flatMap((word, index) => (word === other[index] ? [] : [[word, other[index] ?? '']]));
  return first !== undefined && second === undefined && differInOneLetter(first[0] ?? '', first[1] ?? '');
}

function differInOneLetter(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < LONG_WORD || long.length - short.length > 1 || !LETTERS.test(short + long)) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}
