import type { RoundDepartment } from './round.js';

/** Who has answered and who has not. */
export interface Progress {
  readonly answered: readonly RoundDepartment[];
  readonly outstanding: readonly RoundDepartment[];
  readonly isComplete: boolean;
}

/** Parts the departments in two, each in the order given. A nil reply is an answer. */
export function progressOf(departments: readonly RoundDepartment[]): Progress {
  const answered = departments.filter((department) => department.reply !== undefined);
  const outstanding = departments.filter((department) => department.reply === undefined);
  return { answered, outstanding, isComplete: departments.length > 0 && outstanding.length === 0 };
}
