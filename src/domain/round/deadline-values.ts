import { accepted, type Result, refused } from '../result.js';
import { cleanLine } from '../text/clean-text.js';
import { cprCertaintyIn } from '../text/cpr.js';
import {
  type Deadline,
  danishDayOf,
  dayOf,
  hasPassed,
  type LocalDate,
  lastDeadlineDay,
  parseDeadline,
  readDay,
  readTimeOfDay,
} from './deadline.js';

/** The day and the time of a deadline, as the fields of a card send them. */
export interface DeadlineValues {
  /** `YYYY-MM-DD` if the person chose a day; a client may send anything else. */
  readonly deadline: string;
  /** `HH:MM` or `HH:MM:SS` if the person chose a time; empty where the deadline is a whole day. */
  readonly deadlineTime: string;
}

export type DeadlineProblem =
  | { readonly field: 'deadline'; readonly kind: 'missing' | 'in the past' }
  /** Later than `last`, the last day that a deadline may have. */
  | { readonly field: 'deadline'; readonly kind: 'too far ahead'; readonly last: LocalDate }
  | NotRead;

/** The day or the time cannot be understood; `sent` is the beginning of what was sent. It is not told if it may hold a CPR number. */
type NotRead = { readonly field: 'deadline' | 'deadlineTime' } & (
  | { readonly kind: 'not read'; readonly sent: string }
  | { readonly kind: 'cpr number' | 'possible cpr number' }
);

/** How many characters are shown of a value that could not be read. Our choice: a day and a time are shorter. */
const SENT_SHOWN = 30;

/** Reads a deadline from the fields of a card, and reports every problem at once. */
export function readDeadline(
  { deadline: day, deadlineTime: time }: DeadlineValues,
  now: Date,
): Result<Deadline, readonly DeadlineProblem[]> {
  const [readable, readableTime] = [readDay(day), readTimeOfDay(time)];
  const unread = [
    ...(readable === undefined && !isBlank(day) ? [notRead('deadline', day)] : []),
    ...(readableTime === undefined && !isBlank(time) ? [notRead('deadlineTime', time)] : []),
  ];
  if (isBlank(day)) return refused([{ field: 'deadline', kind: 'missing' }, ...unread]);
  const deadline = parseDeadline(readableTime === undefined ? readable : `${readable}T${readableTime}`);
  if (unread.length > 0 || deadline === undefined) return refused(unread);
  if (hasPassed(deadline, now)) return refused([{ field: 'deadline', kind: 'in the past' }]);
  const last = lastDeadlineDay(danishDayOf(now));
  if (dayOf(deadline) > last) return refused([{ field: 'deadline', kind: 'too far ahead', last }]);
  return accepted(deadline);
}

/** What is said of a day or a time that cannot be understood. */
export function notRead(field: NotRead['field'], sent: string): DeadlineProblem {
  const shown = cleanLine(sent.slice(0, SENT_SHOWN));
  const certainty = cprCertaintyIn(shown);
  if (certainty !== undefined) return { field, kind: certainty === 'certain' ? 'cpr number' : 'possible cpr number' };
  return { field, kind: 'not read', sent: sent.length > SENT_SHOWN ? `${shown}…` : shown };
}

/** Whether a field is empty or holds a few spaces. A long run of spaces counts as filled in, and is not searched. */
function isBlank(text: string): boolean {
  return text.length <= SENT_SHOWN && text.trim() === '';
}
