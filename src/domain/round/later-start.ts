import { accepted, type Result, refused } from '../result.js';
import { danishMinute } from './danish-time.js';
import { type Deadline, dayOf, hasPassed, isLater, timeOf } from './deadline.js';
import { type DeadlineProblem, type DeadlineValues, readDeadline } from './deadline-values.js';

/** Why a round cannot start at a time. The fields are those of the card, which are named as a deadline's. */
export type LaterStartProblem =
  | DeadlineProblem
  | { readonly field: 'deadlineTime'; readonly kind: 'no time' }
  /** The deadline would pass before the departments are asked. */
  | { readonly field: 'deadline'; readonly kind: 'after the deadline'; readonly deadline: Deadline };

/** Whether a round that starts at a time is asked for answers before its deadline, as `readLaterStart` requires it. */
export function startsInTime(startsAt: Date, deadline: Deadline): boolean {
  return !hasPassed(deadline, new Date(startsAt.getTime() + MINUTE_MS));
}

/** The minute in which it starts is too late. */
const MINUTE_MS = 60_000;

/** Reads the day and the time at which a round is to start. */
export function readLaterStart(
  values: DeadlineValues,
  deadline: Deadline,
  now: Date,
): Result<Date, readonly LaterStartProblem[]> {
  const read = readDeadline(values, now);
  if (!read.ok) return refused(read.problem);
  const time = timeOf(read.value);
  if (time === undefined) return refused([{ field: 'deadlineTime', kind: 'no time' }]);
  if (!isLater(deadline, read.value)) return refused([{ field: 'deadline', kind: 'after the deadline', deadline }]);
  return accepted(danishMinute(dayOf(read.value), time));
}
