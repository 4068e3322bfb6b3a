import { type ChangeObject, diffWordsWithSpace } from 'diff';

/** A stretch of text that stayed, came or went. */
export interface ChangedRun {
  readonly text: string;
  readonly isAdded: boolean;
  readonly isRemoved: boolean;
}

/**
 * The most words that may have come or gone for the two texts to be compared word by word; finding them takes as long as
 * their number squared, and each is a run of the card. Our choice: a hundred words changed one by one are no easier to read
 * than the two texts.
 */
const CHANGES_MAX = 200;

/**
 * What became of one text in the next, word by word, as lines of runs: a card shows a line feed inside a run as a
 * space. Without what was removed the lines are the later text, without what was added the earlier one. Two texts that have hardly a word in common are
 * shown one after the other.
 */
export function wordChanges(earlier: string, later: string): readonly (readonly ChangedRun[])[] {
  const lines: ChangedRun[][] = [[]];
  for (const { value, added: isAdded, removed: isRemoved } of changesBetween(earlier, later)) {
    const [first = '', ...others] = value.split('\n');
    lines.at(-1)?.push({ text: first, isAdded, isRemoved });
    for (const text of others) lines.push([{ text, isAdded, isRemoved }]);
  }
  return lines.map((line) => line.filter(({ text }) => text !== '')).filter((line) => line.length > 0);
}

function changesBetween(
  earlier: string,
  later: string,
): readonly Pick<ChangeObject<string>, 'value' | 'added' | 'removed'>[] {
  return (
    diffWordsWithSpace(earlier, later, { maxEditLength: CHANGES_MAX }) ?? [
      { value: `${earlier}\n`, added: false, removed: true },
      { value: later, added: true, removed: false },
    ]
  );
}
