import { doneCard } from '../../cards/round/done-card.js';
import { roundStartedCard } from '../../cards/round/round-cards.js';
import type { Round } from '../../domain/round/round.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** In the place of a plan's card: what has become of the round. While its cards are on their way, as everyone should see it. */
export function alreadyStarted({ render, messages, ids }: Deps, round: Round): Answer {
  if (round.state === 'starting') return card(roundStartedCard(render, messages, round));
  return card(doneCard(render, messages, messages.planSaved.begun(round.state), round.id, ids.next()));
}
