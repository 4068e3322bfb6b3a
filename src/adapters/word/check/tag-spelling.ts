import { TEMPLATE_TAG_MAX } from '../../../domain/limits.js';
import { tagNames } from './template-tags.js';

const NAMES: ReadonlySet<string> = new Set(tagNames());
/** What opens or closes a loop or a condition. */
const MARKED = /^(?<mark>[#^/]?)(?<name>.*)$/su;
/** Spaces, hyphens, and characters that nobody sees. */
const BETWEEN_LETTERS = /[\p{Z}\p{Pd}\p{Cf}\p{Cc}]|\p{Variation_Selector}/gu;
/** Letters of other alphabets that look like ours, and a stroke that stands by itself: `o` and U+0338 look like `ø`. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic.
  '\u0430': 'a',
  '\u0435': 'e',
  '\u043E': 'o',
  '\u0440': 'p',
  '\u0441': 'c',
  '\u0443': 'y',
  '\u0445': 'x',
  '\u0456': 'i',
  '\u0455': 's',
  '\u0501': 'd',
  '\u043A': 'k',
  // Greek.
  '\u03B1': 'a',
  '\u03BF': 'o',
  '\u03BD': 'v',
  '\u03B9': 'i',
  '\u03BA': 'k',
  '\u03C1': 'p',
  '\u03C5': 'u',
  'o\u0338': 'ø',
  'o\u0337': 'ø',
};
const LOOKS_ALIKE = /[\u0400-\u052F\u0370-\u03FF]|o[\u0337\u0338]/gu;

/** Opening braces, also of other alphabets and of mathematics. */
export const OPENING_BRACES = '{\uFF5B\u2774\uFE5B';

/**
 * Finds the tag that was meant by what stands between two braces: in capitals, spaced, hyphenated, with decomposed
 * letters, or with characters that nobody sees.
 *
 * @returns the tag as it is filled, with what opens or closes it, such as `#svar`; undefined if there is no such tag
 */
export function meantTag(written: string): string | undefined {
  if (written.length > TEMPLATE_TAG_MAX) return undefined;
  const letters = written
    .normalize('NFKC')
    .toLocaleLowerCase('da')
    .replace(BETWEEN_LETTERS, '')
    .replace(LOOKS_ALIKE, (letter) => LOOK_ALIKES[letter] ?? letter);
  const { mark = '', name = '' } = MARKED.exec(letters)?.groups ?? {};
  return NAMES.has(name) || letters === '/' ? `${mark}${name}` : undefined;
}
