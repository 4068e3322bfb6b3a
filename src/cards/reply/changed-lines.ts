import { MANY_PARAGRAPHS } from '../paragraphs.js';
import { type ChangedRun, wordChanges } from './word-changes.js';

/** A line of a card, with what was added underlined and what was removed struck out. */
export interface LineOfRuns {
  readonly runs: readonly object[];
}

/** The changes from one text to the next, as lines of a card. */
export function changedLines(earlier: string, later: string): readonly LineOfRuns[] {
  return inFewLines(wordChanges(earlier, later)).map((runs) => ({ runs: runs.map(cardRun) }));
}

/**
 * Limits the lines as `cardParagraphs` does: the last one holds all the text that is left, so that nothing is missing.
 */
function inFewLines(lines: readonly (readonly ChangedRun[])[]): readonly (readonly ChangedRun[])[] {
  if (lines.length <= MANY_PARAGRAPHS) return lines;
  const rest: ChangedRun[] = [];
  for (const [first, ...others] of lines.slice(MANY_PARAGRAPHS - 1)) {
    const runs = first === undefined ? others : [{ ...first, text: ` ${first.text}` }, ...others];
    for (const run of runs) {
      const last = rest.at(-1);
      if (last?.isAdded !== run.isAdded || last.isRemoved !== run.isRemoved) rest.push(run);
      else rest.splice(-1, 1, { ...run, text: last.text + run.text });
    }
  }
  return [...lines.slice(0, MANY_PARAGRAPHS - 1), rest];
}

function cardRun({ text, isAdded, isRemoved }: ChangedRun): object {
  return { text, isAdded, isRemoved, color: isAdded ? 'Good' : isRemoved ? 'Attention' : 'Default' };
}
