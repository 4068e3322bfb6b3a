import type { RoundDepartment, StandingNotice } from '../../../domain/round/round.js';
import type { SendFailure } from '../../../domain/work/trouble.js';
import type { TaskDependencies } from '../task.js';
import { takeAway } from './take-away.js';

/** Takes a notice away. @returns a failure that may pass; undefined where it need not be tried again */
export function removeNotice(
  deps: TaskDependencies,
  { roundId, address, department }: RoundDepartment,
  { posted }: StandingNotice,
): Promise<SendFailure | undefined> {
  return takeAway(deps, address, posted, 'notice not removed', { roundId, departmentId: department.id });
}
