import type { RoundDepartment } from './round.js';
import { type Standing, standingOf } from './standing.js';

/** Who has answered and who has not. */
export interface Progress {
  readonly answered: readonly RoundDepartment[];
  /** Those whose area it is not, as the secretariat agrees. */
  readonly excused: readonly RoundDepartment[];
  readonly outstanding: readonly RoundDepartment[];
  readonly isComplete: boolean;
}

/** Parts the departments by where they stand, each part in the order given. A nil reply is an answer. */
export function progressOf(departments: readonly RoundDepartment[]): Progress {
  const that = (kind: Standing['kind']) => departments.filter((department) => standingOf(department).kind === kind);
  const outstanding = that('awaited');
  return {
    answered: that('answered'),
    excused: that('excused'),
    outstanding,
    isComplete: departments.length > 0 && outstanding.length === 0,
  };
}
