import type { ChannelAddress } from '../../domain/channel/channel.js';
import {
  departmentsIn,
  newChannel,
  newDepartment,
  type PlacedDepartment,
  withDepartment,
} from '../../domain/channel/department.js';
import {
  type DepartmentNameProblem,
  departmentNameKey,
  parseDepartmentName,
} from '../../domain/channel/department-name.js';
import type { DepartmentId } from '../../domain/ids.js';
import { DEPARTMENTS_IN_A_CHANNEL_MAX } from '../../domain/limits.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, IdSource } from '../ports.js';
import { namedIn, unplaced } from './register-department.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';
import { recall, rememberedIn } from './remembered-departments.js';

export type AddDepartmentOutcome =
  /** Also where the channel had the department already. */
  | { readonly kind: 'added'; readonly department: PlacedDepartment }
  /** A department in another channel has the name. */
  | { readonly kind: 'taken'; readonly by: PlacedDepartment }
  /** The channel is the secretariat's. */
  | { readonly kind: 'in use' }
  | { readonly kind: 'bad name'; readonly problem: DepartmentNameProblem }
  | { readonly kind: 'too many'; readonly max: number };

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/**
 * Lets a department answer in a channel beside those that answer there already, or alone. One that the channel remembers
 * under the name gets its settings back.
 */
export async function addDepartment(
  deps: Dependencies,
  request: ChannelRequest & { readonly to: ChannelAddress; readonly name: string },
): Promise<AddDepartmentOutcome> {
  const name = parseDepartmentName(request.name);
  if (!name.ok) return { kind: 'bad name', problem: name.problem };
  return untilStored('add department', () => tryAdding(deps, request, request.to, name.value));
}

async function tryAdding(
  { channels, clock, ids }: Dependencies,
  request: ChannelRequest,
  address: ChannelAddress,
  name: string,
): Promise<AddDepartmentOutcome | typeof CONFLICT> {
  const present = await channels.find(address);
  if (present?.purpose === 'secretariat') return { kind: 'in use' };
  const there = present === undefined ? [] : departmentsIn(present);
  const key = departmentNameKey(name);
  const same = there.find(({ department }) => departmentNameKey(department.name) === key);
  if (same !== undefined) return { kind: 'added', department: same };
  if (there.length >= DEPARTMENTS_IN_A_CHANNEL_MAX) return { kind: 'too many', max: DEPARTMENTS_IN_A_CHANNEL_MAX };
  const { found, rest } = recall(await rememberedIn(channels, address, present), name);
  const at = clock.now();
  const added = found ?? unplaced(newDepartment(ids.next() as DepartmentId, name), at);
  const departmentId = added.department.id;
  const act = present === undefined ? 'department registered' : 'department added';
  const after =
    present === undefined ? newChannel(address, added, rest) : { ...withDepartment(present, added), retired: rest };
  const result = await channels.register(after, traceOf(request, { at, act, departmentId, subject: name }), {
    present,
  });
  if (result.outcome === 'changed') return CONFLICT;
  if (result.outcome === 'taken') return { kind: 'taken', by: namedIn(result.by, name) };
  return { kind: 'added', department: { ...added, address } };
}
