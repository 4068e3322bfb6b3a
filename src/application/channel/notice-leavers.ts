import { departmentsIn, type PlacedDepartment, withDepartment } from '../../domain/channel/department.js';
import type { Leavers } from '../../domain/channel/place-news.js';
import { operationId } from '../../domain/ids.js';
import { eachOnce, type Person } from '../../domain/person.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, Members } from '../ports.js';

export interface LeaversDependencies {
  readonly channels: Pick<ChannelRegistry, 'find' | 'list' | 'register'>;
  readonly members: Members;
  readonly clock: Clock;
}

/** How many people a roster is asked for at once. Our choice: a department has at most twenty heads and deputies. */
const ASKED_AT_ONCE = 10;

/**
 * Notes which heads and deputies of a team's departments are in the team no longer, and who of them is back.
 *
 * @param ids the Entra ids of those who have come or gone, as far as Teams tells them. Where it does not tell one, the
 * roster is asked for every head and deputy of the team's departments
 * @returns who has left, of each department in which this process is the first to note it
 */
export async function noticeLeavers(
  deps: LeaversDependencies,
  { tenantId, teamId }: { readonly tenantId: string; readonly teamId: string },
  ids: readonly (string | undefined)[],
): Promise<readonly Leavers[]> {
  const isAll = ids.includes(undefined);
  const concerned = (id: string) => isAll || ids.includes(id);
  const registered = (await deps.channels.list(tenantId)).filter(({ address }) => address.teamId === teamId);
  const left: Leavers[] = [];
  for (const department of registered.flatMap(departmentsIn)) {
    const people = peopleOf(department).filter(({ id }) => concerned(id));
    if (people.length === 0) continue;
    const gone = await missingAmong(deps, department, people);
    const noted = await untilStored('note leavers', () => tryNoting(deps, department, people, gone));
    if (noted !== undefined) left.push(noted);
  }
  return left;
}

function peopleOf({ department: { heads, deputies } }: PlacedDepartment): readonly Person[] {
  return eachOnce([...heads, ...deputies]);
}

/** The ids of those whom the roster of the department's channel does not have. */
async function missingAmong(
  { members }: LeaversDependencies,
  { address }: PlacedDepartment,
  people: readonly Person[],
): Promise<ReadonlySet<string>> {
  const missing = new Set<string>();
  for (let first = 0; first < people.length; first += ASKED_AT_ONCE) {
    const some = people.slice(first, first + ASKED_AT_ONCE);
    const found = await Promise.all(some.map(({ id }) => members.find(address, id)));
    for (const [index, { id }] of some.entries()) if (found[index] === undefined) missing.add(id);
  }
  return missing;
}

/** @returns undefined where nobody has left who was not known to have left */
async function tryNoting(
  { channels, clock }: LeaversDependencies,
  { address, department: { id } }: PlacedDepartment,
  asked: readonly Person[],
  gone: ReadonlySet<string>,
): Promise<Leavers | undefined | typeof CONFLICT> {
  const present = await channels.find(address);
  const placed = present && departmentsIn(present).find(({ department }) => department.id === id);
  if (present?.purpose !== 'department' || placed === undefined) return undefined;
  const { department, left: before } = placed;
  const others = before.filter((each) => !asked.some((person) => person.id === each));
  const left = [...others, ...asked.filter((person) => gone.has(person.id)).map((person) => person.id)];
  const isSame = left.length === before.length && left.every((each) => before.includes(each));
  if (isSame) return undefined;
  const at = clock.now();
  const line = {
    at,
    by: undefined,
    act: 'leaving noted',
    where: address.channelId,
    departmentId: id,
    subject: left.join(' '),
  } as const;
  const operation = operationId('leaving noted', id, at.getTime());
  const { address: _, ...withoutAddress } = placed;
  const next = withDepartment(present, { ...withoutAddress, left });
  const { outcome } = await channels.register(next, { line, operation }, { present });
  if (outcome !== 'registered') return CONFLICT;
  const people = peopleOf(placed).filter((person) => left.includes(person.id) && !before.includes(person.id));
  if (people.length === 0) return undefined;
  const isWithoutHead = department.heads.every((head) => left.includes(head.id));
  return { department: department.name, people, isWithoutHead: department.heads.length > 0 && isWithoutHead };
}
