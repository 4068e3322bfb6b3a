import { roundStartedCard } from '../../cards/round/round-cards.js';
import type { Round } from '../../domain/round/round.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The card of a started round, as everyone should see it. */
export function alreadyStarted({ render, messages }: Deps, round: Round): Answer {
  return card(roundStartedCard(render, messages, round));
}
