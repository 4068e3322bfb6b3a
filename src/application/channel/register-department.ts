import { type ChannelAddress, isSameChannel } from '../../domain/channel/channel.js';
import type { RegisteredChannel, RegisteredDepartment } from '../../domain/channel/department.js';
import {
  type DepartmentNameProblem,
  departmentNameKey,
  parseDepartmentName,
} from '../../domain/channel/department-name.js';
import type { DepartmentId } from '../../domain/ids.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, IdSource, RoundIndex, RoundStore } from '../ports.js';
import { newestRound } from '../round/which-round.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';

export type RegisterDepartmentOutcome =
  | { readonly kind: 'registered'; readonly department: RegisteredDepartment }
  | { readonly kind: 'renamed' | 'moved'; readonly department: RegisteredDepartment }
  /** The channel has a department with another name. Nothing was written: the person must say that they mean it. */
  | { readonly kind: 'rename?'; readonly present: RegisteredDepartment; readonly name: string }
  /** Another channel has the department with this name. Nothing was written: the person must say that they mean it. */
  | { readonly kind: 'move?'; readonly present: RegisteredDepartment }
  /** The channel, or the name, belongs to something else, which must be unregistered first. */
  | { readonly kind: 'in use'; readonly by: RegisteredChannel }
  | { readonly kind: 'bad name'; readonly problem: DepartmentNameProblem };

/** Whether a person who was asked about a department has meant the one that is there now. */
export type IsMeant = (present: RegisteredDepartment) => boolean;

export interface RegistrationDependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/**
 * Registers a channel as a department's, gives its department a new name, or moves the department that has the name to
 * this channel. If the channel's row cannot be read, the department is the one that the newest round asked in this
 * channel, with its heads. If the channel has been unregistered, and had a department of this name, it is that
 * department again.
 *
 * @param isMeant whether the person has said, of this very department, that it is to be renamed or moved
 */
export async function registerDepartment(
  deps: RegistrationDependencies,
  request: ChannelRequest,
  rawName: string,
  isMeant: IsMeant,
): Promise<RegisterDepartmentOutcome> {
  const name = parseDepartmentName(rawName);
  if (!name.ok) return { kind: 'bad name', problem: name.problem };
  return untilStored('register department', () => tryRegistering(deps, request, name.value, isMeant));
}

async function tryRegistering(
  deps: RegistrationDependencies,
  request: ChannelRequest,
  name: string,
  isMeant: IsMeant,
): Promise<RegisterDepartmentOutcome | typeof CONFLICT> {
  const { address } = request;
  const present = await presentOrAsked(deps, address);
  if (present?.purpose === 'secretariat') return { kind: 'in use', by: present };
  if (present !== undefined && present.department.name !== name && !isMeant(present))
    return { kind: 'rename?', present, name };
  const at = deps.clock.now();
  const before = present ?? (await remembered(deps.channels, address, name));
  const { department, registeredAt } = before ?? {
    department: {
      id: deps.ids.next() as DepartmentId,
      heads: [],
      deputies: [],
      director: undefined,
      language: undefined,
    },
    registeredAt: at,
  };
  const registered = {
    ...before,
    purpose: 'department',
    address,
    department: { ...department, name },
    registeredAt,
  } as const;
  const isRenamed = present !== undefined && present.department.name !== name;
  const act = isRenamed ? 'department renamed' : 'department registered';
  const trace = traceOf(request, { at, act, departmentId: department.id, subject: name });
  const result = await deps.channels.register(registered, trace, { present });
  if (result.outcome === 'changed') return CONFLICT;
  if (result.outcome === 'registered') return { kind: isRenamed ? 'renamed' : 'registered', department: registered };
  const { by } = result;
  if (by.purpose === 'secretariat' || present !== undefined) return { kind: 'in use', by };
  return isMeant(by) ? moveDepartment(deps, request, by) : { kind: 'move?', present: by };
}

/** The department keeps everything but its channel. Rounds that have started keep the channel that they ask. */
async function moveDepartment(
  deps: RegistrationDependencies,
  request: ChannelRequest,
  present: RegisteredDepartment,
): Promise<RegisterDepartmentOutcome> {
  const { address } = request;
  const { id, name } = present.department;
  const trace = traceOf(request, { at: deps.clock.now(), act: 'department moved', departmentId: id, subject: name });
  const department = { ...present, address };
  const result = await deps.channels.move(present.address, department, trace);
  // Someone else was first. What they did is told, and not undone.
  return result === 'moved' ? { kind: 'moved', department } : registerDepartment(deps, request, name, () => false);
}

async function presentOrAsked(
  { channels, index, rounds }: RegistrationDependencies,
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

async function remembered(
  channels: ChannelRegistry,
  address: ChannelAddress,
  name: string,
): Promise<RegisteredDepartment | undefined> {
  const was = await unlessUnreadable(channels.findRemoved(address));
  if (was?.purpose !== 'department') return undefined;
  return departmentNameKey(was.department.name) === departmentNameKey(name) ? was : undefined;
}
