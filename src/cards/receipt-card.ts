import type { Answered, AwaitedWhy } from '../domain/reply/standing.js';
import type { RoundDepartment } from '../domain/round/round.js';
import type { Messages } from '../text/messages.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import type { CardParagraph } from './paragraphs.js';
import { pressData } from './press-data.js';
import type { Card, CardRenderer } from './render.js';
import { givenBy, replyParagraphs } from './shown-reply.js';

/** That a department's answer has been received, with the answer; once the round is closed, without a button. */
export function receiptCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  { reply, isLate }: Answered,
  nonce: string,
): Card {
  const { receipt } = messages;
  const { draft, ask, isLocked } = department;
  const all = replyParagraphs(messages, reply.content);
  const withParagraphs = (paragraphs: readonly CardParagraph[]) =>
    render('receipt', {
      lang: messages.lang,
      fallbackText: receipt.heading,
      labels: {
        heading: receipt.heading,
        late: receipt.late,
        deadline: isLocked ? receipt.locked : receipt.deadline(ask.deadline),
        correct: receipt.correct,
      },
      from: givenBy(messages, reply),
      isLate,
      isCorrected: reply.number > 1,
      version: receipt.version(reply.number),
      title: ask.title,
      paragraphs,
      hasDraft: draft !== undefined && !isLocked,
      draft: draft === undefined ? '' : receipt.draft(draft.author.name, draft.at),
      hasMore: paragraphs.length < all.length,
      more: receipt.more(paragraphs.length, all.length),
      isOpen: !isLocked,
      editData: pressData(VERBS.editReply, department, nonce),
    });
  return withParagraphs(longestThatFits(all, (shown) => cardBytes(withParagraphs(shown)) <= CARD_MAX_BYTES));
}

/** That a round is closed in which the department has not answered, and why what it sent is no answer. */
export function closedCard(
  render: CardRenderer,
  { lang, receipt }: Messages,
  { ask }: RoundDepartment,
  why: AwaitedWhy,
): Card {
  const text = receipt.lockedUnanswered(why);
  return render('closed', {
    lang,
    fallbackText: `${receipt.lockedHeading}. ${text}`,
    labels: { heading: receipt.lockedHeading },
    title: ask.title,
    text,
  });
}
