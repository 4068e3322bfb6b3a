/**
 * Finds the word that a misspelt word was probably meant to be.
 *
 * @returns undefined if every word differs from the misspelt one in more than a third of its letters
 */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const most = Math.ceil(typed.length / 3);
  const [best] = words
    .map((word) => ({ word, distance: editDistance(typed.toLocaleLowerCase('da'), word) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((one, other) => one.distance - other.distance);
  return best?.word;
}

/** How many letters must be inserted, deleted or replaced to turn one word into the other (Levenshtein distance). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const above = row;
    row = [index + 1];
    for (const [column, otherLetter] of [...other].entries()) {
      const exchanged = (above[column] ?? 0) + (letter === otherLetter ? 0 : 1);
      row.push(Math.min(exchanged, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
    }
  }
  return row.at(-1) ?? 0;
}
