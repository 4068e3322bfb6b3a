import type { ReplyContent, ReplyVersion } from '../../domain/reply/reply.js';
import { toBlocks } from '../../domain/text/blocks.js';
import type { Messages } from '../../text/messages.js';
import { type CardParagraph, cardParagraphs } from '../paragraphs.js';

/** An answer as a card shows it to read: its lines, or that there is nothing to say, with the sentence beside it. */
export function replyParagraphs(messages: Messages, content: ReplyContent): readonly CardParagraph[] {
  if (content.kind === 'text') return cardParagraphs(toBlocks(content.text));
  return [messages.receipt.nil, content.remark].flatMap((text) => (text === undefined ? [] : [{ text }]));
}

/** The first of an answer's paragraphs, and where some are left out, the words that say so. */
export function firstParagraphs({ receipt }: Messages, all: readonly CardParagraph[], shown: number) {
  return { paragraphs: all.slice(0, shown), hasMore: shown < all.length, more: receipt.more(shown, all.length) };
}

/** Who gave an answer, in whose place or with whose approval, and when. */
export function givenBy({ receipt }: Messages, { author, approvedBy, isOnBehalf, at }: ReplyVersion): string {
  if (isOnBehalf) return receipt.onBehalfFrom(author.name, at);
  return approvedBy === undefined || approvedBy.id === author.id
    ? receipt.from(author.name, at)
    : receipt.approvedFrom(author.name, approvedBy.name, at);
}
