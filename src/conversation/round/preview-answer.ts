import { roundPreviewCard } from '../../cards/round/preview-card.js';
import type { Round } from '../../domain/round/round.js';
import type { TriedChannels } from '../../domain/round/tried-channels.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';

/** The planned round as it will be sent, with what is known of its channels. @param said what the press did */
export function previewed(
  { render, messages, ids }: Deps,
  { round, tried }: { readonly round: Round; readonly tried: TriedChannels },
  said?: string,
): Answer {
  const shown = { tried, nonce: ids.next(), ...(said === undefined ? {} : { said }) };
  return card(roundPreviewCard(render, messages, round, shown));
}
