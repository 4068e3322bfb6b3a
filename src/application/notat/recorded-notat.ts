import type { DepartmentId, RoundId } from '../../domain/ids.js';
import {
  compileSources,
  type NotatModel,
  type NotatRecord,
  type NotatSource,
  type RecordedAnswer,
  unreadableSource,
} from '../../domain/notat/notat.js';
import { withChangesSince } from '../../domain/notat/notat-changes.js';
import {
  everyDepartment,
  idAndName,
  type RoundDepartment,
  type RoundOverview,
  type UnreadableDepartment,
} from '../../domain/round/round.js';
import type { RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/**
 * Compiles a notat exactly as it was when `record` was made, even if replies have been corrected or sent back since. It
 * reads one more row for each reply that has changed, and for each department that can no longer be read. The notat
 * says so where an answer has become unreadable since.
 *
 * @param earlier the final notat before it, for a final notat that has one
 */
export async function compileRecorded(
  rounds: RoundStore,
  overview: RoundOverview,
  record: NotatRecord,
  earlier?: NotatRecord,
): Promise<NotatModel> {
  const answers = new Map(record.versions.map((answer) => [answer.departmentId, answer]));
  const sources = await Promise.all(
    departmentsThen(overview, record).map((department) => sourceThen(rounds, overview.round.id, department, answers)),
  );
  const { plan } = overview.round;
  const { title = plan.ask.title, ...opening } = record.opening ?? {};
  const ask = { ...plan.ask, title, deadline: record.deadline ?? plan.ask.deadline };
  const notat = compileSources({ ...plan, ...opening, ask }, sources, record.compiledAt, record);
  return withChangesSince(notat, overview.round, record, earlier);
}

/**
 * The departments that the notat had, in its order. One that was withdrawn later is still in it, and one that was asked
 * later is not. Very old records leave out departments that could not be read.
 */
function departmentsThen(
  overview: RoundOverview,
  { versions, compiledAt }: NotatRecord,
): readonly (RoundDepartment | UnreadableDepartment)[] {
  const places = new Map(versions.map(({ departmentId }, index) => [departmentId, index]));
  const all = everyDepartment({ ...overview, departments: [...overview.departments, ...overview.withdrawn] });
  const wasThere = (department: RoundDepartment | UnreadableDepartment) =>
    places.has(idAndName(department).id) ||
    !('department' in department) ||
    (department.withdrawn === undefined && (department.askedAt === undefined || department.askedAt <= compiledAt));
  const placeOf = (department: RoundDepartment | UnreadableDepartment) =>
    places.get(idAndName(department).id) ?? places.size;
  return all.filter(wasThere).toSorted((one, other) => placeOf(one) - placeOf(other));
}

const NEVER: Omit<RecordedAnswer, 'departmentId'> = {
  version: 0,
  excused: undefined,
  isAwaited: true,
  isUnreadable: false,
  deadline: undefined,
};

async function sourceThen(
  rounds: RoundStore,
  roundId: RoundId,
  present: RoundDepartment | UnreadableDepartment,
  answers: ReadonlyMap<DepartmentId, RecordedAnswer>,
): Promise<NotatSource> {
  const { id, name } = idAndName(present);
  const { version, excused, isAwaited, isUnreadable, deadline } = answers.get(id) ?? NEVER;
  if (isUnreadable) return unreadableSource(name);
  const then = { name, excused, isUnreadable, deadline };
  if (version === 0) return { ...then, reply: undefined, isAwaited: isAwaited || !excused };
  const newest = 'department' in present ? present.reply : undefined;
  const reply = newest?.number === version ? newest : await unlessUnreadable(rounds.readVersion(roundId, id, version));
  return reply === undefined ? unreadableSource(name) : { ...then, reply, isAwaited };
}
