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
  return compileSources(overview.round.plan, sources, record.compiledAt, record);
}

const NEVER: Omit<RecordedAnswer, 'departmentId'> = {
  version: 0,
  excused: undefined,
  isAwaited: true,
  isUnreadable: false,
};

async function sourceThen(
  rounds: RoundStore,
  roundId: RoundId,
  present: RoundDepartment | UnreadableDepartment,
  answers: ReadonlyMap<DepartmentId, RecordedAnswer>,
): Promise<NotatSource> {
  const { id, name } = 'department' in present ? present.department : idAndName(present);
  const { version, excused, isAwaited, isUnreadable } = answers.get(id) ?? NEVER;
  if (isUnreadable) return unreadableSource(name);
  if (version === 0) return { name, reply: undefined, excused, isAwaited: isAwaited || !excused, isUnreadable };
  const newest = 'department' in present ? present.reply : undefined;
  const reply = newest?.number === version ? newest : await unlessUnreadable(rounds.readVersion(roundId, id, version));
  return reply === undefined ? unreadableSource(name) : { name, reply, excused, isAwaited, isUnreadable };
}

function idAndName(department: UnreadableDepartment) {
  return { id: department.departmentId, name: nameOfUnreadable(department) };
}
