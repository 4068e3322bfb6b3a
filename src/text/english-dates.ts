import { type Deadline, dayOf, type LocalDate, timeOf } from '../domain/round/deadline.js';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
const DAY_OF_MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });

/** `3 December 2026` */
export function englishDate(day: LocalDate): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}

/** `Thursday 3 December 2026` */
export function englishWeekdayDate(day: LocalDate): string {
  return WEEKDAY.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

/** `Thursday 3 December 2026`, or with a time `Thursday 3 December 2026 at 12:00` */
export function englishDeadline(deadline: Deadline): string {
  const time = timeOf(deadline);
  const day = englishWeekdayDate(dayOf(deadline));
  return time === undefined ? day : `${day} at ${time}`;
}

/** `3 December 2026 at 17:30`, in Danish time. */
export function englishDateTime(at: Date): string {
  return `${DAY_OF_MOMENT.format(at)} at ${TIME.format(at)}`;
}
