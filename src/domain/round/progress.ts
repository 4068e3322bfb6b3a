import { type Standing, standingOf } from '../reply/standing.js';
import type { RoundDepartment, RoundOverview, UnreadableDepartment } from './round.js';

/** Who has answered and who has not. */
export interface Progress {
  readonly answered: readonly RoundDepartment[];
  /** The departments for which the report is outside their area, and where the secretariat agrees. */
  readonly excused: readonly RoundDepartment[];
  readonly outstanding: readonly RoundDepartment[];
  /** The departments whose rows cannot be read. Any of them may be missing. */
  readonly unreadable: readonly UnreadableDepartment[];
  /** How many departments must answer: all except the excused ones. */
  readonly asked: number;
  readonly isComplete: boolean;
}

/** Divides a round's departments by where they stand; each part keeps the given order. A nil reply is an answer. */
export function progressOf({ departments, unreadable }: Pick<RoundOverview, 'departments' | 'unreadable'>): Progress {
  const that = (kind: Standing['kind']) => departments.filter((department) => standingOf(department).kind === kind);
  const [answered, excused, outstanding] = [that('answered'), that('excused'), that('awaited')];
  const missing = outstanding.length + unreadable.length;
  return {
    answered,
    excused,
    outstanding,
    unreadable,
    asked: answered.length + missing,
    isComplete: departments.length > 0 && missing === 0,
  };
}
