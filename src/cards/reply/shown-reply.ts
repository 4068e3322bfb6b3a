import type { ReplyContent, ReplyVersion } from '../../domain/reply/reply.js';
import { toBlocks } from '../../domain/text/blocks.js';
import type { Messages } from '../../text/messages.js';
import { type CardParagraph, cardParagraphs } from '../paragraphs.js';

/** The paragraphs of an answer. A nil reply is the words for it, and the remark if there is one. */
export function replyParagraphs(messages: Messages, content: ReplyContent): readonly CardParagraph[] {
  if (content.kind === 'text') return cardParagraphs(toBlocks(content.text));
  return [messages.receipt.nil, content.remark].flatMap((text) => (text === undefined ? [] : [{ text }]));
}

/** The first paragraphs of an answer, and the words that say how many are left out. */
export function firstParagraphs({ receipt }: Messages, all: readonly CardParagraph[], shown: number) {
  return { paragraphs: all.slice(0, shown), hasMore: shown < all.length, more: receipt.more(shown, all.length) };
}

/** Says who gave an answer and when, and whether it was on behalf of the department or approved by a head. */
export function givenBy({ receipt }: Messages, { author, approvedBy, isOnBehalf, at }: ReplyVersion): string {
  if (isOnBehalf) return receipt.onBehalfFrom(author.name, at);
  return approvedBy === undefined || approvedBy.id === author.id
    ? receipt.from(author.name, at)
    : receipt.approvedFrom(author.name, approvedBy.name, at);
}
