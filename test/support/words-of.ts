/** Every word of a type; the compiler asks for one that the domain adds. */
export function wordsOf<Word extends string>(words: Readonly<Record<Word, true>>): readonly Word[] {
  return Object.keys(words) as Word[]; // Object.keys forgets what the keys are.
}
