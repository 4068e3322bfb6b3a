import type { DepartmentId, RoundId } from '../../../domain/ids.js';
import { starterOf } from '../../../domain/work/told.js';
import { secretariatOf } from '../secretariat-of.js';
import type { TaskDependencies } from '../task.js';

/** What a card of the secretariat about a department needs. @returns undefined where there is no such department */
export async function findAbout({ rounds, channels }: TaskDependencies, roundId: RoundId, departmentId: DepartmentId) {
  const department = (await rounds.readDepartment(roundId, departmentId))?.value;
  const round = department && (await rounds.readRound(roundId))?.value;
  if (department === undefined || round === undefined) return undefined;
  return { department, secretariat: await secretariatOf(channels, round), starter: starterOf(round) };
}
