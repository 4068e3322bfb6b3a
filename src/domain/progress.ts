import { isAwaited } from './reply-life.js';
import type { RoundDepartment } from './round.js';

/** Who has answered and who has not. */
export interface Progress {
  readonly answered: readonly RoundDepartment[];
  /** Those whose area it is not, as the secretariat agrees. */
  readonly excused: readonly RoundDepartment[];
  readonly outstanding: readonly RoundDepartment[];
  readonly isComplete: boolean;
}

/**
 * Parts the departments in three, each in the order given. A nil reply is an answer; one that the secretariat has
 * sent back is not yet.
 */
export function progressOf(departments: readonly RoundDepartment[]): Progress {
  const outstanding = departments.filter(isAwaited);
  const answered = departments.filter((each) => !isAwaited(each) && each.reply !== undefined);
  const excused = departments.filter((each) => !isAwaited(each) && each.reply === undefined);
  return { answered, excused, outstanding, isComplete: departments.length > 0 && outstanding.length === 0 };
}
