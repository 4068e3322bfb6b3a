import { type ChannelAddress, isSameChannel } from '../../domain/channel/channel.js';
import type { RegisteredChannel } from '../../domain/channel/department.js';
import { type DepartmentNameProblem, parseDepartmentName } from '../../domain/channel/department-name.js';
import type { DepartmentId } from '../../domain/ids.js';
import type { ChannelRegistry, Clock, IdSource, RoundIndex, RoundStore } from '../ports.js';
import { newestRound } from '../round/which-round.js';
import { unlessUnreadable } from '../unless-unreadable.js';

export type RegisterChannelOutcome =
  | { readonly kind: 'registered'; readonly channel: RegisteredChannel }
  /** Another channel is registered as the secretariat's, or as that of a department with this name. */
  | { readonly kind: 'taken'; readonly channel: RegisteredChannel }
  /** This channel is registered as something else, and must be unregistered first. */
  | { readonly kind: 'in use'; readonly channel: RegisteredChannel }
  | { readonly kind: 'bad name'; readonly problem: DepartmentNameProblem };

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Registers a channel as the secretariat's. A tenant has only one. */
export async function registerSecretariat(
  { channels }: Pick<Dependencies, 'channels'>,
  address: ChannelAddress,
): Promise<RegisterChannelOutcome> {
  const present = await unlessUnreadable(channels.find(address));
  if (present?.purpose === 'department') return { kind: 'in use', channel: present };
  return register(channels, {
    purpose: 'secretariat',
    address,
    secretaries: present?.secretaries ?? [],
    name: present?.name,
  });
}

/**
 * Registers a channel as a department's, or gives the channel's department a new name. If the channel's row cannot be
 * read, the department is the one that the newest round asked in this channel, with its heads.
 */
export async function registerDepartment(
  deps: Dependencies,
  address: ChannelAddress,
  rawName: string,
): Promise<RegisterChannelOutcome> {
  const name = parseDepartmentName(rawName);
  if (!name.ok) return { kind: 'bad name', problem: name.problem };
  const present = await presentOrAsked(deps, address);
  if (present?.purpose === 'secretariat') return { kind: 'in use', channel: present };
  const { department, registeredAt } = present ?? {
    department: { id: deps.ids.next() as DepartmentId, heads: [], deputies: [], language: undefined },
    registeredAt: deps.clock.now(),
  };
  return register(deps.channels, {
    purpose: 'department',
    address,
    department: { ...department, name: name.value },
    registeredAt,
  });
}

async function presentOrAsked(
  { channels, index, rounds }: Dependencies,
  address: ChannelAddress,
): Promise<RegisteredChannel | undefined> {
  const read = await unlessUnreadable(channels.find(address).then((channel) => ({ channel })));
  if (read !== undefined) return read.channel;
  const { found } = await newestRound(index, address.tenantId, async (roundId) => {
    const round = (await rounds.readRound(roundId))?.value;
    const invited = round?.plan.invitations.find((invitation) => isSameChannel(invitation.address, address));
    return round && invited && ({ purpose: 'department', ...invited, registeredAt: round.createdAt } as const);
  });
  return found;
}

async function register(channels: ChannelRegistry, channel: RegisteredChannel): Promise<RegisterChannelOutcome> {
  const result = await channels.register(channel);
  return result.outcome === 'taken' ? { kind: 'taken', channel: result.by } : { kind: 'registered', channel };
}
