import type { PostedMessage } from '../channel/channel.js';
import type { RoundDepartment } from '../round/round.js';

/**
 * How many cards of a department the bot keeps true. Our choice: the request card and some that were made from messages
 * in its thread; each is one update after every change.
 */
export const CARDS_KEPT = 10;

/** The department, with one more card that is known to be in its channel. The first card, the request, always stays. */
export function withCard(department: RoundDepartment, card: PostedMessage | undefined): RoundDepartment {
  const { cards } = department;
  if (card === undefined || cards === undefined || cards.some((known) => isSameMessage(known, card))) return department;
  const [first, ...others] = [...cards, card];
  return { ...department, cards: first === undefined ? [card] : [first, ...others.slice(1 - CARDS_KEPT)] };
}

/** The department without a card that is not there any more. */
export function withoutCard(department: RoundDepartment, card: PostedMessage): RoundDepartment {
  const cards = department.cards?.filter((known) => !isSameMessage(known, card));
  return { ...department, cards };
}

/** A message has one id in its channel, however its conversation is written. */
export function isSameMessage(one: PostedMessage, other: PostedMessage): boolean {
  return one.activityId === other.activityId;
}
