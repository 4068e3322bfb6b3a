import type { ChannelAddress } from '../domain/channel.js';
import type { Round, RoundOverview } from '../domain/round.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from './ports.js';

export type CurrentRoundOutcome =
  | { readonly kind: 'not secretariat' }
  | { readonly kind: 'no round' }
  | { readonly kind: 'round'; readonly overview: RoundOverview };

/** The newest round that has started, of the secretariat whose channel asks, as it stands. */
export async function showStatus(
  deps: { readonly channels: ChannelRegistry; readonly index: RoundIndex; readonly rounds: RoundStore },
  address: ChannelAddress,
): Promise<CurrentRoundOutcome> {
  const channel = await deps.channels.find(address);
  if (channel?.purpose !== 'secretariat') return { kind: 'not secretariat' };
  for (const { roundId, tenantId } of await deps.index.list()) {
    if (tenantId !== address.tenantId) continue;
    const overview = await deps.rounds.readOverview(roundId);
    if (overview !== undefined && hasOpened(overview.round)) return { kind: 'round', overview };
  }
  return { kind: 'no round' };
}

/** One that was never confirmed, or is still being written, has nothing to show. */
function hasOpened({ state }: Round): boolean {
  return state !== 'planned' && state !== 'starting';
}
