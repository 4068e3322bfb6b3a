import { compileNotat, type NotatModel, type NotatRecord } from '../domain/notat.js';
import type { RoundDepartment, RoundOverview } from '../domain/round.js';
import type { RoundStore } from './ports.js';

/**
 * The notat exactly as it was when `record` was made, whatever has been corrected since. Reads one row more
 * for each reply that has changed.
 */
export async function compileRecorded(
  rounds: RoundStore,
  overview: RoundOverview,
  record: NotatRecord,
): Promise<NotatModel> {
  const versions = new Map(record.versions.map(({ departmentId, version }) => [departmentId, version]));
  const departments = await Promise.all(
    overview.departments.map((department) =>
      atVersion(rounds, department, versions.get(department.department.id) ?? 0),
    ),
  );
  return compileNotat({ round: overview.round, departments }, record.compiledAt);
}

async function atVersion(rounds: RoundStore, present: RoundDepartment, version: number): Promise<RoundDepartment> {
  if (version === 0) return { ...present, reply: undefined };
  if (present.reply?.number === version) return present;
  const reply = await rounds.readVersion(present.roundId, present.department.id, version);
  if (reply === undefined) {
    throw new Error(`version ${version} of department ${present.department.id} in round ${present.roundId} is missing`);
  }
  return { ...present, reply };
}
