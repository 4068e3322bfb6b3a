import { COMMENT_MAX } from '../limits.js';
import type { Person } from '../person.js';
import { accepted, type Result, refused } from '../result.js';
import { type Deadline, dayOf, isLater, type LocalDate, lastDeadlineDay } from '../round/deadline.js';
import { type DeadlineProblem, readDeadline } from '../round/deadline-values.js';
import { addWorkingDays, type WorkCalendar } from '../round/working-days.js';
import { cleanLine } from '../text/clean-text.js';
import { cprCertaintyIn } from '../text/cpr.js';
import { cleanedWithin } from '../text/written-text.js';
import { type CommentProblem, parseComment, type ReasonProblem } from './comment.js';

/** A department's request for more time (*Bed om mere tid*). The secretariat decides. A later request replaces it. */
export interface TimeRequest {
  /** The last day that is asked for. */
  readonly until: LocalDate;
  /** On one line. */
  readonly reason: string;
  readonly by: Person;
  /** It tells one request of a department from the next. */
  readonly at: Date;
  /** undefined while the secretariat has not decided. */
  readonly decision: TimeDecision | undefined;
}

export interface TimeDecision {
  readonly isGranted: boolean;
  /** What the secretariat wrote beside it, on one line; empty where nothing was written. */
  readonly line: string;
  readonly by: Person;
  readonly at: Date;
}

export type TimeRequestProblem =
  | DeadlineProblem
  /** The department has time until then, or longer, already. */
  | { readonly field: 'deadline'; readonly kind: 'not later'; readonly present: Deadline }
  | ReasonProblem;

/** How much more time is proposed, in working days. Our choice: most ask for a week. */
const PROPOSED_WORKING_DAYS = 5;

/**
 * The day that the form for more time proposes: some working days after the deadline, or after today where the deadline
 * has passed. Empty where no deadline may lie so far ahead.
 */
export function proposedDay(deadline: Deadline, calendar: WorkCalendar, today: LocalDate): LocalDate | '' {
  const last = lastDeadlineDay(today);
  const from = dayOf(deadline) < today ? today : dayOf(deadline);
  if (from > last) return '';
  const day = addWorkingDays(from, PROPOSED_WORKING_DAYS, calendar);
  return day > last ? '' : day;
}

/** Checks a request for more time, and reports every problem at once. @param present the department's deadline */
export function parseTimeRequest(
  { until, reason: written }: { readonly until: string; readonly reason: string },
  present: Deadline,
  now: Date,
): Result<Pick<TimeRequest, 'until' | 'reason'>, readonly TimeRequestProblem[]> {
  const day = readDeadline({ deadline: until, deadlineTime: '' }, now);
  const reason = parseComment(written);
  const problems: readonly TimeRequestProblem[] = [
    ...(day.ok ? [] : day.problem),
    ...(day.ok && !isLater(day.value, present) ? [{ field: 'deadline', kind: 'not later', present } as const] : []),
    ...(reason.ok ? [] : [{ field: 'reason', kind: 'reason', problem: reason.problem } as const]),
  ];
  if (problems.length > 0 || !day.ok || !reason.ok) return refused(problems);
  return accepted({ until: dayOf(day.value), reason: reason.value });
}

/** Cleans what the secretariat writes beside its decision. It may be empty. */
export function parseDecisionLine(raw: unknown): Result<string, CommentProblem> {
  const line = cleanedWithin(raw, COMMENT_MAX, cleanLine);
  if (!line.ok) return line;
  const certainty = cprCertaintyIn(line.value);
  return certainty === undefined ? line : refused({ kind: 'cpr number', certainty });
}
