import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RoundId } from '../../domain/ids.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

export type CurrentRoundOutcome =
  | { readonly kind: 'not secretariat' }
  | { readonly kind: 'no round' }
  | {
      readonly kind: 'round';
      readonly overview: RoundOverview;
      /** Whether there is a newer round, which cannot be read. */
      readonly isNewerUnreadable: boolean;
    };

/**
 * The newest round that has started and can be read, of the secretariat whose channel asks, as it stands. Rejects with
 * `UnreadableRow` when there are only rounds that cannot be.
 */
export async function showStatus(
  deps: { readonly channels: ChannelRegistry; readonly index: RoundIndex; readonly rounds: RoundStore },
  address: ChannelAddress,
): Promise<CurrentRoundOutcome> {
  const channel = await deps.channels.find(address);
  if (channel?.purpose !== 'secretariat') return { kind: 'not secretariat' };
  let unreadable: RoundId | undefined;
  for (const { roundId, tenantId } of await deps.index.list()) {
    if (tenantId !== address.tenantId) continue;
    const read = await unlessUnreadable(deps.rounds.readOverview(roundId).then((overview) => ({ overview })));
    if (read === undefined) unreadable ??= roundId;
    else if (read.overview !== undefined && hasOpened(read.overview.round)) {
      return { kind: 'round', overview: read.overview, isNewerUnreadable: unreadable !== undefined };
    }
  }
  if (unreadable !== undefined) await deps.rounds.readOverview(unreadable);
  return { kind: 'no round' };
}

/** One that was never confirmed, or is still being written, has nothing to show. */
function hasOpened({ state }: Round): boolean {
  return state !== 'planned' && state !== 'starting';
}
