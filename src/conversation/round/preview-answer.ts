import type { PreviewFacts } from '../../application/round/preview-facts.js';
import { type Previewed, roundPreviewCard } from '../../cards/round/preview-card.js';
import type { Round } from '../../domain/round/round.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The planned round as it will be sent, with what is known of its channels. @param press what the press came to */
export function previewed(
  { render, messages, ids, clock }: Deps,
  { round, tried, previous }: PreviewFacts & { readonly round: Round },
  press: Pick<Previewed, 'said' | 'wrongStart'> = {},
): Answer {
  return card(
    roundPreviewCard(render, messages, round, { tried, previous, now: clock.now(), nonce: ids.next(), ...press }),
  );
}
