import { closingCard, type ShownClosing } from '../../cards/closing-card.js';
import type { Card } from '../../cards/render.js';
import type { Messages } from '../../text/messages.js';
import type { BotDependencies } from './bot-dependencies.js';

/**
 * The check before a round is closed, as a card, with its newest notat to go back to.
 *
 * @param isUndecided whether it was tried to close the round, and something was left to see or decide
 */
export async function drawClosing(
  { rounds, render, messages, ids }: BotDependencies & { readonly messages: Messages },
  before: Omit<ShownClosing, 'newest' | 'isUndecided'>,
  isUndecided: boolean,
): Promise<Card> {
  const notats = await rounds.readNotats(before.overview.round.id);
  const [newest] = notats.toSorted((one, other) => other.compiledAt.getTime() - one.compiledAt.getTime());
  return closingCard(render, messages, { ...before, newest: newest?.id, isUndecided }, ids.next());
}
