import type { ClosingOutcome } from '../../application/round/close-round.js';
import { closingCard, type ShownClosing } from '../../cards/round/closing-card.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';

/**
 * The check before a round is closed, as a card, with its newest notat to go back to.
 *
 * @param isUndecided whether it was tried to close the round, and something was left to see or decide
 */
export async function closingCheck(
  { rounds, render, messages, ids }: Deps,
  before: Omit<ShownClosing, 'newest' | 'isUndecided'>,
  isUndecided: boolean,
): Promise<Answer> {
  const notats = await rounds.readNotats(before.overview.round.id);
  const [newest] = notats.toSorted((one, other) => other.compiledAt.getTime() - one.compiledAt.getTime());
  return card(closingCard(render, messages, { ...before, newest: newest?.id, isUndecided }, ids.next()));
}

export function notToClose({ messages }: Deps, outcome: ClosingOutcome): Answer {
  return words(
    outcome.kind === 'unknown round' ? messages.notices.unknownRound() : messages.closing.notOpen(outcome.round.state),
  );
}
