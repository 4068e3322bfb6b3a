import type { ChangeObject } from 'diff';
import { diffWordsWithSpace } from 'diff/lib/diff/word.js';

/** A run of text that is unchanged, added or removed. */
export interface ChangedRun {
  readonly text: string;
  readonly isAdded: boolean;
  readonly isRemoved: boolean;
}

/**
 * Two texts are compared word by word if at most this many words and spaces were added or removed. The time for that
 * grows with the square of this number, and each change is a run on the card. Our choice: more changes than this are
 * not easier to read than the two texts.
 */
const CHANGES_MAX = 200;

/**
 * The changes from one text to the next, word by word, as lines of runs. A text with line feeds becomes several lines,
 * because a card shows a line feed inside a run as a space. The runs that are not removed make up the later text, and
 * those that are not added make up the earlier one. Two very different texts are shown one after the other.
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
