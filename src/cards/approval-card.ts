import type { Proposal } from '../domain/reply/proposal.js';
import { replyThatCounts } from '../domain/reply/standing.js';
import type { RoundDepartment } from '../domain/round/round.js';
import type { Messages } from '../text/messages.js';
import { VERBS } from './card-actions.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import type { CardParagraph } from './paragraphs.js';
import { pressData } from './press-data.js';
import type { Card, CardRenderer } from './render.js';
import { replyParagraphs } from './shown-reply.js';

/** An answer that waits for a head, to be read and sent. */
export function approvalCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  proposal: Proposal,
  nonce: string,
): Card {
  const { approval, receipt } = messages;
  const { ask } = department;
  const all = replyParagraphs(messages, proposal.content);
  // A draft is not shown here, so it is not for a press here to take away.
  const shownDepartment = { ...department, draft: undefined };
  const withParagraphs = (paragraphs: readonly CardParagraph[]) =>
    render('approval', {
      lang: messages.lang,
      fallbackText: approval.heading,
      labels: {
        heading: approval.heading,
        approve: approval.approve,
        change: approval.change,
        present: approval.present,
        deadline: receipt.deadline(ask.deadline),
      },
      from: approval.from(proposal.author.name, proposal.at),
      title: ask.title,
      paragraphs,
      hasMore: paragraphs.length < all.length,
      more: receipt.more(paragraphs.length, all.length),
      awaits: approval.awaits(department.department.heads),
      hasReply: replyThatCounts(department) !== undefined,
      approveData: pressData(VERBS.approveReply, shownDepartment, nonce),
      editData: pressData(VERBS.editReply, shownDepartment, nonce),
    });
  return withParagraphs(longestThatFits(all, (shown) => cardBytes(withParagraphs(shown)) <= CARD_MAX_BYTES));
}
