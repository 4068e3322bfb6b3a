import { type ChannelAddress, isSameChannel } from '../../domain/channel/channel.js';
import {
  type Department,
  departmentsIn,
  newChannel,
  type PlacedDepartment,
  withDepartment,
} from '../../domain/channel/department.js';
import {
  type DepartmentNameProblem,
  departmentNameKey,
  parseDepartmentName,
} from '../../domain/channel/department-name.js';
import type { RegistryAct } from '../../domain/channel/registry-audit.js';
import type { DepartmentId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import { eachOnce } from '../../domain/person.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, RegistryTrace, RoundIndex, RoundStore } from '../ports.js';
import { keepInRounds, mostOf } from './department-settings.js';
import { type FoundDepartment, findDepartment } from './find-department.js';
import { namedIn } from './register-department.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';

/** What a department is to be: all of it at once. */
export interface DepartmentSetup extends Pick<Department, 'heads' | 'deputies' | 'director' | 'language' | 'approval'> {
  readonly departmentId: DepartmentId;
  readonly name: string;
  /** Another channel that it is to answer in; undefined to stay where it is. */
  readonly channel?: ChannelAddress | undefined;
}

export type ChangeDepartmentSetupOutcome =
  | {
      readonly kind: 'changed';
      readonly department: PlacedDepartment;
      /** What has changed: nothing where all of it was so already. */
      readonly acts: readonly RegistryAct[];
    }
  | { readonly kind: 'not registered' }
  | { readonly kind: 'bad name'; readonly problem: DepartmentNameProblem }
  /** Another department has the name. Nothing was written. */
  | { readonly kind: 'taken'; readonly by: PlacedDepartment }
  | { readonly kind: 'too many'; readonly who: 'heads' | 'deputies'; readonly max: number }
  /** The settings are stored, but the department did not move: the other channel is registered as something. */
  | { readonly kind: 'channel in use'; readonly department: PlacedDepartment };

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/**
 * Sets all that is set for a department. The settings change in one transaction, with a line in the audit for each of
 * them that is new, and take effect at once, also in rounds that have started. Another channel is taken after that.
 */
export async function changeDepartmentSetup(
  deps: Dependencies,
  request: ChannelRequest & { readonly setup: DepartmentSetup },
): Promise<ChangeDepartmentSetupOutcome> {
  const name = parseDepartmentName(request.setup.name);
  if (!name.ok) return { kind: 'bad name', problem: name.problem };
  const heads = eachOnce(request.setup.heads);
  const deputies = eachOnce(request.setup.deputies);
  for (const [who, people] of [
    ['heads', heads],
    ['deputies', deputies],
  ] as const) {
    if (people.length > mostOf(who)) return { kind: 'too many', who, max: mostOf(who) };
  }
  const setup = { ...request.setup, name: name.value, heads, deputies };
  const outcome = await untilStored('change department setup', () => tryChanging(deps, request, setup));
  if (outcome.kind !== 'changed') return outcome;
  const { department } = outcome.department;
  if (outcome.acts.length > 0)
    await keepInRounds(deps, { ...request, address: outcome.department.address }, department);
  const to = setup.channel;
  if (to === undefined || isSameChannel(to, outcome.department.address)) return outcome;
  return moveTo(deps, request, outcome, to);
}

async function tryChanging(
  { channels, clock }: Dependencies,
  request: ChannelRequest,
  setup: DepartmentSetup,
): Promise<ChangeDepartmentSetupOutcome | typeof CONFLICT> {
  const found = await findDepartment(channels, request.address.tenantId, setup.departmentId);
  if (found === undefined) return { kind: 'not registered' };
  const { channel, placed } = found;
  const twin = twinIn(found, setup.name);
  if (twin !== undefined) return { kind: 'taken', by: twin };
  const { name, heads, deputies, director, language, approval } = setup;
  const before = placed.department;
  const department = keepUnknown(before, { ...before, name, heads, deputies, director, language, approval });
  const after = { ...placed, department };
  const lines = linesOf(before, department);
  const traces = lines.map(([act, subject]) =>
    traceOf(request, { at: clock.now(), act, departmentId: before.id, subject }),
  );
  const [first, ...also] = traces;
  if (first === undefined) return { kind: 'changed', department: placed, acts: [] };
  const trace: RegistryTrace = { ...first, also };
  const result = await channels.register(withDepartment(channel, after), trace, { present: channel });
  if (result.outcome === 'changed') return CONFLICT;
  if (result.outcome === 'taken') return { kind: 'taken', by: namedIn(result.by, name) };
  return { kind: 'changed', department: after, acts: lines.map(([act]) => act) };
}

/** Another department of the same channel that has the name. */
function twinIn({ channel, placed }: FoundDepartment, name: string): PlacedDepartment | undefined {
  const key = departmentNameKey(name);
  return departmentsIn(channel).find(
    ({ department }) => department.id !== placed.department.id && departmentNameKey(department.name) === key,
  );
}

/** What the audit says of the settings that are new. */
function linesOf(before: Department, after: Department): readonly (readonly [RegistryAct, string])[] {
  const people = ({ heads, deputies, director }: Department) => ({
    heads: idsOf(heads),
    deputies: idsOf(deputies),
    director: idsOf(director === undefined ? [] : [director]),
  });
  const [were, are] = [people(before), people(after)];
  const all: readonly (readonly [RegistryAct, string, boolean])[] = [
    ['department renamed', after.name, after.name !== before.name],
    ['heads named', are.heads, are.heads !== were.heads],
    ['deputies named', are.deputies, are.deputies !== were.deputies],
    ['director named', are.director, are.director !== were.director],
    ['language set', after.language ?? 'default', after.language !== before.language],
    ['approval set', after.approval ? 'needed' : 'not needed', after.approval !== before.approval],
  ];
  return all.filter(([, , isNew]) => isNew).map(([act, subject]) => [act, subject]);
}

function idsOf(people: readonly { readonly id: string }[]): string {
  return people.map(({ id }) => id).join(' ');
}

async function moveTo(
  { channels, clock }: Dependencies,
  request: ChannelRequest,
  outcome: Extract<ChangeDepartmentSetupOutcome, { kind: 'changed' }>,
  to: ChannelAddress,
): Promise<ChangeDepartmentSetupOutcome> {
  const { department: placed, acts } = outcome;
  const { id, name } = placed.department;
  const act = 'department moved';
  const trace = traceOf(request, { at: clock.now(), act, departmentId: id, subject: name });
  const moved = await channels.move(placed.address, newChannel(to, placed), trace);
  if (moved === 'changed') return { kind: 'channel in use', department: placed };
  return { kind: 'changed', department: { ...placed, address: to }, acts: [...acts, act] };
}
