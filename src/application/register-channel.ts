import type { ChannelAddress } from '../domain/channel.js';
import { type DepartmentNameProblem, parseDepartmentName, type RegisteredChannel } from '../domain/department.js';
import type { DepartmentId } from '../domain/ids.js';
import type { ChannelRegistry, Clock, IdSource } from './ports.js';

export type RegisterChannelOutcome =
  | { readonly kind: 'registered'; readonly channel: RegisteredChannel }
  /** Another channel is the secretariat's, or has a department of that name. */
  | { readonly kind: 'taken'; readonly channel: RegisteredChannel }
  /** This channel is already something else, and must be unregistered first. */
  | { readonly kind: 'in use'; readonly channel: RegisteredChannel }
  | { readonly kind: 'bad name'; readonly problem: DepartmentNameProblem };

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Makes a channel the secretariat's. A tenant has one. */
export async function registerSecretariat(
  { channels }: Pick<Dependencies, 'channels'>,
  address: ChannelAddress,
): Promise<RegisterChannelOutcome> {
  const present = await channels.find(address);
  if (present?.purpose === 'department') return { kind: 'in use', channel: present };
  return register(channels, { purpose: 'secretariat', address });
}

/** Makes a channel a department's, or gives the department that has it a new name. */
export async function registerDepartment(
  { channels, clock, ids }: Dependencies,
  address: ChannelAddress,
  rawName: string,
): Promise<RegisterChannelOutcome> {
  const name = parseDepartmentName(rawName);
  if (!name.ok) return { kind: 'bad name', problem: name.problem };
  const present = await channels.find(address);
  if (present?.purpose === 'secretariat') return { kind: 'in use', channel: present };
  const { department, registeredAt } = present ?? {
    department: { id: ids.next() as DepartmentId, heads: [], language: undefined },
    registeredAt: clock.now(),
  };
  return register(channels, {
    purpose: 'department',
    address,
    department: { ...department, name: name.value },
    registeredAt,
  });
}

async function register(channels: ChannelRegistry, channel: RegisteredChannel): Promise<RegisterChannelOutcome> {
  const result = await channels.register(channel);
  return result.outcome === 'taken' ? { kind: 'taken', channel: result.by } : { kind: 'registered', channel };
}
