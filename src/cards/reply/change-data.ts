import { changeShown } from '../../domain/round/changed-round.js';
import type { SeenChange } from '../../domain/round/plan-change.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { toBlocks } from '../../domain/text/blocks.js';
import type { Messages } from '../../text/messages.js';
import { type CardParagraph, cardParagraphs, MANY_PARAGRAPHS } from '../paragraphs.js';

/**
 * What a card that does not show the question says of a change in the round: which words are new, and the question where
 * it is one of them. In a closed round nobody can act on it.
 *
 * @param said the words for it, if not those of a department that has not answered
 */
export function changeData(
  { changed: words }: Messages,
  department: RoundDepartment,
  said: (change: SeenChange) => string = words.line,
): object {
  const change = department.isLocked ? undefined : changeShown(department);
  const { question } = department.ask;
  const changed: readonly CardParagraph[] =
    change === undefined
      ? []
      : [
          { text: said(change) },
          ...(change.parts.includes('question')
            ? [{ text: words.newQuestion }, ...cardParagraphs(toBlocks(question), MANY_PARAGRAPHS)]
            : []),
        ];
  return { isChanged: changed.length > 0, changed };
}
