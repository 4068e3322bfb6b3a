import type { DepartmentId, RoundId } from '../../domain/ids.js';
import {
  compileSources,
  type NotatModel,
  type NotatRecord,
  type NotatSource,
  type RecordedAnswer,
  unreadableSource,
} from '../../domain/notat/notat.js';
import {
  everyDepartment,
  nameOfUnreadable,
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
 */
export async function compileRecorded(
  rounds: RoundStore,
  overview: RoundOverview,
  record: NotatRecord,
): Promise<NotatModel> {
  const answers = new Map(record.versions.map((answer) => [answer.departmentId, answer]));
  const sources = await Promise.all(
    everyDepartment(overview).map((department) => sourceThen(rounds, overview.round.id, department, answers)),
  );
  const { plan } = overview.round;
  const ask = { ...plan.ask, deadline: record.deadline ?? plan.ask.deadline };
  return compileSources({ ...plan, ask }, sources, record.compiledAt, record);
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
  const { id, name } = 'department' in present ? present.department : idAndName(present);
  const { version, excused, isAwaited, isUnreadable, deadline } = answers.get(id) ?? NEVER;
  if (isUnreadable) return unreadableSource(name);
  const then = { name, excused, isUnreadable, deadline };
  if (version === 0) return { ...then, reply: undefined, isAwaited: isAwaited || !excused };
  const newest = 'department' in present ? present.reply : undefined;
  const reply = newest?.number === version ? newest : await unlessUnreadable(rounds.readVersion(roundId, id, version));
  return reply === undefined ? unreadableSource(name) : { ...then, reply, isAwaited };
}

function idAndName(department: UnreadableDepartment) {
  return { id: department.departmentId, name: nameOfUnreadable(department) };
}
