import { diffWordsWithSpace } from 'diff';

/** A stretch of text that stayed, came or went. */
export interface ChangedRun {
  readonly text: string;
  readonly isAdded: boolean;
  readonly isRemoved: boolean;
}

/**
 * What became of one text in the next, word by word, as lines of runs: a card shows a line feed inside a run as a
 * space. Without what was removed the lines are the later text, without what was added the earlier one.
 */
export function wordChanges(earlier: string, later: string): readonly (readonly ChangedRun[])[] {
  const lines: ChangedRun[][] = [[]];
  for (const { value, added: isAdded, removed: isRemoved } of diffWordsWithSpace(earlier, later)) {
    const [first = '', ...others] = value.split('\n');
    lines.at(-1)?.push({ text: first, isAdded, isRemoved });
    for (const text of others) lines.push([{ text, isAdded, isRemoved }]);
  }
  return lines.map((line) => line.filter(({ text }) => text !== '')).filter((line) => line.length > 0);
}
