/**
 * Letters that look like a letter of the Danish alphabet, in lower case. A letter that looks like two of them, such as
 * the Greek Ν and ν, stands for the one that its capital looks like: it is mostly abbreviations in capitals that look
 * the same as a whole.
 */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  // Greek
  ['α', 'a'],
  ['β', 'b'],
  ['ε', 'e'],
  ['ζ', 'z'],
  ['η', 'h'],
  ['ι', 'i'],
  ['κ', 'k'],
  ['μ', 'm'],
  ['ν', 'n'],
  ['ο', 'o'],
  ['ρ', 'p'],
  ['τ', 't'],
  ['υ', 'y'],
  ['χ', 'x'],
  ['ϳ', 'j'],
  // The same letter at the end of a word and inside it.
  ['ς', 'σ'],
  // Cyrillic
  ['а', 'a'],
  ['в', 'b'],
  ['с', 'c'],
  ['ԁ', 'd'],
  ['е', 'e'],
  ['н', 'h'],
  ['һ', 'h'],
  ['і', 'i'],
  ['ӏ', 'i'],
  ['ј', 'j'],
  ['к', 'k'],
  ['м', 'm'],
  ['о', 'o'],
  ['р', 'p'],
  ['ԛ', 'q'],
  ['ѕ', 's'],
  ['т', 't'],
  ['ԝ', 'w'],
  ['х', 'x'],
  ['у', 'y'],
  ['ү', 'y'],
  // Latin letters of other alphabets
  ['ɑ', 'a'],
  ['ɡ', 'g'],
  ['ı', 'i'],
]);

/** A text in lower case with Latin letters for those of other alphabets that look like them. */
export function asLatinLooks(lowerCase: string): string {
  return [...lowerCase].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
}
