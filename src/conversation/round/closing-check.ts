import type { ClosingOutcome } from '../../application/round/close-round.js';
import { closingCard, type ShownClosing } from '../../cards/round/closing-card.js';
import { trialCard } from '../../cards/round/trial-card.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { placed, type Shown } from '../own-message.js';

/**
 * The card with the check before a round is closed. From it, people can go back to the newest notat.
 *
 * @param isUndecided whether someone has tried to close the round while something was left to see or decide
 * @param said what the last press did
 */
export async function closingCheck(
  deps: Deps,
  before: Omit<ShownClosing, 'newest' | 'isUndecided' | 'now' | 'said' | 'spot'>,
  isUndecided: boolean,
  shown: Shown,
  said?: string,
): Promise<Answer> {
  const { rounds, render, messages, ids, clock } = deps;
  const notats = await rounds.readNotats(before.overview.round.id);
  const [newest] = notats.toSorted((one, other) => other.compiledAt.getTime() - one.compiledAt.getTime());
  const check = { ...before, newest: newest?.id, isUndecided, now: clock.now(), said };
  return placed(deps, shown, true, (spot) => card(closingCard(render, messages, { ...check, spot }, ids.next())));
}

export function notToClose({ render, messages }: Deps, outcome: ClosingOutcome): Answer {
  switch (outcome.kind) {
    case 'unknown round':
      return words(messages.notices.unknownRound());
    case 'closed already':
      return words(messages.closing.notOpen(outcome.round.state));
    case 'changing':
      return words(messages.closing.changing());
    case 'trial':
      return card(trialCard(render, messages, outcome.round));
  }
}
