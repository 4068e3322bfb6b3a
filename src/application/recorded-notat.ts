import {
  compileSources,
  type NotatModel,
  type NotatRecord,
  type NotatSource,
  type RecordedAnswer,
} from '../domain/notat.js';
import type { ReplyVersion } from '../domain/reply.js';
import type { RoundDepartment, RoundOverview } from '../domain/round.js';
import type { RoundStore } from './ports.js';

/**
 * The notat exactly as it was when `record` was made, whatever has been corrected or sent back since. Reads one row more
 * for each reply that has changed.
 */
export async function compileRecorded(
  rounds: RoundStore,
  { round, departments }: RoundOverview,
  record: NotatRecord,
): Promise<NotatModel> {
  const answers = new Map(record.versions.map((answer) => [answer.departmentId, answer]));
  const sources = await Promise.all(
    departments.map((department) => sourceThen(rounds, department, answers.get(department.department.id))),
  );
  return compileSources(round.plan, sources, record.compiledAt, record);
}

async function sourceThen(
  rounds: RoundStore,
  present: RoundDepartment,
  answer: RecordedAnswer | undefined,
): Promise<NotatSource> {
  const { version, excused, isAwaited } = answer ?? { version: 0, excused: undefined, isAwaited: true };
  const reply = version === 0 ? undefined : await versionOf(rounds, present, version);
  return { name: present.department.name, reply, excused, isAwaited: isAwaited || (version === 0 && !excused) };
}

async function versionOf(rounds: RoundStore, present: RoundDepartment, number: number): Promise<ReplyVersion> {
  if (present.reply?.number === number) return present.reply;
  const reply = await rounds.readVersion(present.roundId, present.department.id, number);
  if (reply === undefined) {
    throw new Error(`version ${number} of department ${present.department.id} in round ${present.roundId} is missing`);
  }
  return reply;
}
