import { addDays, type Deadline, dayOf, type LocalDate } from './deadline.js';
import { addWorkingDays, isWorkingDay, type WorkCalendar, workingDaysBetween } from './working-days.js';

/**
 * The working days that departments should have for their answer. With fewer, the secretariat is warned. Our choice: two
 * weeks, as an answer is written by one person and then approved by a head, and either may be away for one of them.
 */
export const WORKING_DAYS_WANTED = 10;

/** What speaks against a deadline that may be chosen nevertheless. */
export type DeadlineWarning =
  /** The municipality does not work on that day. `next` is the first working day after it. */
  | { readonly kind: 'weekend' | 'holiday' | 'closed day'; readonly next: LocalDate }
  /** The day on which the departments get the card. */
  | { readonly kind: 'same day' }
  /** Before that day: nobody could answer in time. */
  | { readonly kind: 'passed' }
  /** Fewer than `WORKING_DAYS_WANTED`. `enough` is the first day that leaves so many. */
  | { readonly kind: 'few working days'; readonly days: number; readonly enough: LocalDate };

/**
 * What speaks against a deadline; nothing where it is a good one. A deadline with a time is judged by its day.
 *
 * @param from the day on which the departments get the card
 */
export function deadlineWarnings(
  deadline: Deadline,
  from: LocalDate,
  calendar: WorkCalendar,
): readonly DeadlineWarning[] {
  const day = dayOf(deadline);
  if (day < from) return [{ kind: 'passed' }];
  const notWorking = whyNoWorkingDay(day, calendar);
  const next = () => addWorkingDays(day, 1, calendar);
  const ofDay: readonly DeadlineWarning[] = notWorking === undefined ? [] : [{ kind: notWorking, next: next() }];
  if (day === from) return [...ofDay, { kind: 'same day' }];
  const days = workingDaysBetween(from, day, calendar);
  if (days >= WORKING_DAYS_WANTED) return ofDay;
  return [...ofDay, { kind: 'few working days', days, enough: addWorkingDays(from, WORKING_DAYS_WANTED, calendar) }];
}

/** Why the municipality does not work on a day; undefined for a working day. */
function whyNoWorkingDay(day: LocalDate, calendar: WorkCalendar): 'weekend' | 'holiday' | 'closed day' | undefined {
  if (isWorkingDay(day, calendar)) return undefined;
  if (isWeekend(day)) return 'weekend';
  return isWorkingDay(day, NOTHING_CLOSED) ? 'closed day' : 'holiday';
}

const NOTHING_CLOSED: WorkCalendar = { closedDays: [], closedWeeks: [] };

function isWeekend(day: LocalDate): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

/** 0 for a Sunday, 6 for a Saturday. */
function weekdayOf(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/**
 * The working day that has the same place in its year as a day some years before: the same weekday, at most three days
 * from the same date, or the first working day after it.
 */
export function sameDayYearsOn(day: LocalDate, years: number, calendar: WorkCalendar): LocalDate {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  // The 29th of February becomes the 1st of March where a year has none.
  const sameDate = addDays(`${year}-${day.slice(5, 7)}-01` as LocalDate, Number(day.slice(8, 10)) - 1);
  const ahead = (weekdayOf(day) - weekdayOf(sameDate) + 7) % 7;
  const sameWeekday = addDays(sameDate, ahead > 3 ? ahead - 7 : ahead);
  return isWorkingDay(sameWeekday, calendar) ? sameWeekday : addWorkingDays(sameWeekday, 1, calendar);
}
