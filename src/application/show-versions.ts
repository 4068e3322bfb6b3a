import type { ChannelAddress } from '../domain/channel.js';
import type { ReplyVersion } from '../domain/reply.js';
import type { RoundDepartment } from '../domain/round.js';
import type { ChannelRegistry, RoundIndex, RoundStore } from './ports.js';

export type ShowVersionsOutcome =
  | { readonly kind: 'not department' }
  /** The department has not been asked yet. */
  | { readonly kind: 'no round' }
  | {
      readonly kind: 'versions';
      readonly department: RoundDepartment;
      /** Oldest first; none while the department has not answered. */
      readonly versions: readonly ReplyVersion[];
    };

/** Every version of the reply that the channel's department has given in the newest round that asks it. */
export async function showVersions(
  deps: { readonly channels: ChannelRegistry; readonly index: RoundIndex; readonly rounds: RoundStore },
  address: ChannelAddress,
): Promise<ShowVersionsOutcome> {
  const channel = await deps.channels.find(address);
  if (channel?.purpose !== 'department') return { kind: 'not department' };
  const { id } = channel.department;
  for (const { roundId, tenantId } of await deps.index.list()) {
    if (tenantId !== address.tenantId) continue;
    const department = (await deps.rounds.readDepartment(roundId, id))?.value;
    if (department === undefined) continue;
    return { kind: 'versions', department, versions: await deps.rounds.readVersions(roundId, id) };
  }
  return { kind: 'no round' };
}
