import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { Round } from '../../domain/round/round.js';
import type { DeliveryOutcome } from '../../domain/work/delivery.js';
import type { ChannelRegistry } from '../ports.js';

/** The outcome for what is the secretariat's while no channel is. */
export const NO_SECRETARIAT: DeliveryOutcome = { kind: 'not yet', reason: 'no secretariat', waitMs: 900_000 };

/**
 * Where the secretariat is now. A round moves along with it. Where no channel is the secretariat's any more, it is the
 * one that planned the round, unless that has become a department's.
 */
export async function secretariatOf(
  channels: Pick<ChannelRegistry, 'find' | 'secretariat'>,
  { secretariat }: Pick<Round, 'secretariat'>,
): Promise<ChannelAddress | undefined> {
  const present = await channels.secretariat(secretariat.tenantId);
  if (present !== undefined) return present.address;
  return (await channels.find(secretariat)) === undefined ? secretariat : undefined;
}
