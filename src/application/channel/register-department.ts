import { type ChannelAddress, isSameChannel } from '../../domain/channel/channel.js';
import {
  departmentsIn,
  newChannel,
  newDepartment,
  type OtherDepartment,
  type PlacedDepartment,
  type RegisteredChannel,
  type RegisteredDepartment,
  withDepartment,
} from '../../domain/channel/department.js';
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
import { recall, rememberedIn } from './remembered-departments.js';
import type { WhichDepartment } from './which-department.js';

export type RegisterDepartmentOutcome =
  | { readonly kind: 'registered' | 'renamed' | 'moved'; readonly department: PlacedDepartment }
  /** The channel has a department with another name. Nothing was written: the person must say that they mean it. */
  | { readonly kind: 'rename?'; readonly present: PlacedDepartment; readonly name: string }
  /** Another channel has the department with this name. Nothing was written: the person must say that they mean it. */
  | { readonly kind: 'move?'; readonly present: PlacedDepartment }
  /** The channel has several departments, none with this name. */
  | WhichDepartment
  /** The channel belongs to something else, which must be unregistered first. */
  | { readonly kind: 'in use'; readonly by: RegisteredChannel }
  /** Another department has the name. */
  | { readonly kind: 'taken'; readonly by: PlacedDepartment }
  | { readonly kind: 'bad name'; readonly problem: DepartmentNameProblem };

/** Whether a person who was asked about a department has meant the one that is there now. */
export type IsMeant = (present: PlacedDepartment) => boolean;

export interface RegistrationDependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/**
 * Registers a channel as a department's, gives its department a new name, or moves the department that has the name to
 * this channel. If the channel's row cannot be read, its departments are those that the newest round asked in this
 * channel, with their heads. If the channel had a department of this name before, it is that department again.
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
  const present = await presentOrAsked(deps, request.address);
  if (present?.purpose === 'secretariat') return { kind: 'in use', by: present };
  return present === undefined
    ? registerNew(deps, request, name, isMeant)
    : renameIn(deps, request, present, name, isMeant);
}

async function registerNew(
  deps: RegistrationDependencies,
  request: ChannelRequest,
  name: string,
  isMeant: IsMeant,
): Promise<RegisterDepartmentOutcome | typeof CONFLICT> {
  const { channels, clock, ids } = deps;
  const { address } = request;
  const { found, rest } = recall(await rememberedIn(channels, address, undefined), name);
  const at = clock.now();
  const placed = found ?? unplaced(newDepartment(ids.next() as DepartmentId, name), at);
  const departmentId = placed.department.id;
  const trace = traceOf(request, { at, act: 'department registered', departmentId, subject: name });
  const result = await channels.register(newChannel(address, placed, rest), trace, { present: undefined });
  if (result.outcome === 'changed') return CONFLICT;
  if (result.outcome === 'registered') return { kind: 'registered', department: { ...placed, address } };
  const by = namedIn(result.by, name);
  return isMeant(by) ? moveDepartment(deps, request, by) : { kind: 'move?', present: by };
}

/** A channel that has a department of the name stays as it is, but for its address, which may be newer. */
async function renameIn(
  { channels, clock }: RegistrationDependencies,
  request: ChannelRequest,
  present: RegisteredDepartment,
  name: string,
  isMeant: IsMeant,
): Promise<RegisterDepartmentOutcome | typeof CONFLICT> {
  const { address } = request;
  const departments = departmentsIn(present);
  const key = departmentNameKey(name);
  const same = departments.find(({ department }) => departmentNameKey(department.name) === key);
  const renamed = same?.department.name === name ? same : departments.find(isMeant);
  if (renamed === undefined) {
    const [only, ...others] = departments;
    const asked = same ?? (others.length === 0 ? only : undefined);
    return asked ? { kind: 'rename?', present: asked, name } : { kind: 'which department?', departments };
  }
  if (same !== undefined && same !== renamed) return { kind: 'taken', by: same };
  const department = { ...renamed, address, department: { ...renamed.department, name } };
  const isRenamed = renamed.department.name !== name;
  const act = isRenamed ? 'department renamed' : 'department registered';
  const line = { at: clock.now(), act, departmentId: department.department.id, subject: name } as const;
  const channel = { ...withDepartment(present, department), address };
  const result = await channels.register(channel, traceOf(request, line), { present });
  if (result.outcome === 'changed') return CONFLICT;
  if (result.outcome === 'registered') return { kind: isRenamed ? 'renamed' : 'registered', department };
  return { kind: 'taken', by: namedIn(result.by, name) };
}

/** The department keeps everything but its channel. Rounds that have started keep the channel that they ask. */
async function moveDepartment(
  deps: RegistrationDependencies,
  request: ChannelRequest,
  present: PlacedDepartment,
): Promise<RegisterDepartmentOutcome> {
  const { address } = request;
  const { id, name } = present.department;
  const trace = traceOf(request, { at: deps.clock.now(), act: 'department moved', departmentId: id, subject: name });
  const result = await deps.channels.move(present.address, newChannel(address, present), trace);
  // Someone else was first. What they did is told, and not undone.
  return result === 'moved'
    ? { kind: 'moved', department: { ...present, address } }
    : registerDepartment(deps, request, name, () => false);
}

async function presentOrAsked(
  { channels, index, rounds }: RegistrationDependencies,
  address: ChannelAddress,
): Promise<RegisteredChannel | undefined> {
  const read = await unlessUnreadable(channels.find(address).then((channel) => ({ channel })));
  if (read !== undefined) return read.channel;
  const { found } = await newestRound(index, address.tenantId, async (roundId) => {
    const round = (await rounds.readRound(roundId))?.value;
    // A trial asks every department in the secretariat's channel.
    if (round?.plan.ask.isTrial === true) return undefined;
    const [first, ...others] = (round?.plan.invitations ?? [])
      .filter((invitation) => isSameChannel(invitation.address, address))
      .map(({ department }) => department);
    if (round === undefined || first === undefined) return undefined;
    const channel = newChannel(address, unplaced(first, round.createdAt));
    return { ...channel, others: others.map((department) => unplaced(department, round.createdAt)) };
  });
  return found;
}

/** The department of a name in the channel that has it. */
export function namedIn(channel: RegisteredChannel, name: string): PlacedDepartment {
  const key = departmentNameKey(name);
  const found = departmentsIn(channel).find(({ department }) => departmentNameKey(department.name) === key);
  if (found === undefined) throw new Error('the channel that has a name has no department of that name');
  return found;
}

/** A department that the secretariat has given no place among the others. */
export function unplaced(department: PlacedDepartment['department'], registeredAt: Date): OtherDepartment {
  return { department, registeredAt, order: undefined, left: [] };
}
