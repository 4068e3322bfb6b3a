import type { Language } from '../domain/language.js';
import { lazy } from '../domain/lazy.js';
import { type Deadline, dayOf, type LocalDate, timeOf } from '../domain/round/deadline.js';

/** Days and times without words around them. Times are those on Denmark's clocks, in every language. */
export interface DateWords {
  /** `den 3. december 2026` */
  day(day: LocalDate): string;
  /** `torsdag den 3. december 2026` */
  weekday(day: LocalDate): string;
  /** `torsdag den 3. december 2026`, or with a time `torsdag den 3. december 2026 kl. 12.00` */
  deadline(deadline: Deadline): string;
  /** `den 3. december 2026 kl. 17.30` */
  moment(at: Date): string;
}

export const dateWords: Readonly<Record<Language, DateWords>> = {
  da: {
    day: (day) => `den ${danishDate(day)}`,
    weekday: danishWeekdayDate,
    deadline: danishDeadline,
    moment: danishDateTime,
  },
  en: {
    day: englishDate,
    weekday: englishWeekdayDate,
    deadline: englishDeadline,
    moment: englishDateTime,
  },
};

const danishDay = lazy(() => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' }));
const danishWeekday = lazy(() => new Intl.DateTimeFormat('da-DK', { weekday: 'long', timeZone: 'UTC' }));
const danishDayOfMoment = lazy(
  () => new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' }),
);
const danishTimeOfMoment = lazy(
  () =>
    new Intl.DateTimeFormat('da-DK', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: 'Europe/Copenhagen',
    }),
);

/** `3. december 2026` */
export function danishDate(day: LocalDate): string {
  return danishDay().format(utcMidnight(day));
}

/** `torsdag den 3. december 2026` */
export function danishWeekdayDate(day: LocalDate): string {
  return `${danishWeekday().format(utcMidnight(day))} den ${danishDate(day)}`;
}

/** `torsdag den 3. december 2026`, or with a time `torsdag den 3. december 2026 kl. 12.00` */
export function danishDeadline(deadline: Deadline): string {
  const time = timeOf(deadline);
  const day = danishWeekdayDate(dayOf(deadline));
  return time === undefined ? day : `${day} kl. ${danishHour(time)}`;
}

/** The time of a deadline without a leading zero: `9.05` */
export function danishHour(time: string): string {
  const [hour, minute] = time.split(':');
  return `${Number(hour)}.${minute}`;
}

/** The deadline: `Frist: til og med torsdag den 3. december 2026`. With a time, the day does not count in full. */
export function danishByWhen(deadline: Deadline): string {
  return `Frist: ${timeOf(deadline) === undefined ? 'til og med ' : ''}${danishDeadline(deadline)}`;
}

/** The time on Denmark's clocks, without a leading zero: `17.30`, `9.05` */
export function danishTime(at: Date): string {
  const parts = new Map(
    danishTimeOfMoment()
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${Number(parts.get('hour'))}.${parts.get('minute')}`;
}

/** `den 3. december 2026 kl. 17.30` */
export function danishDateTime(at: Date): string {
  return `den ${danishDayOfMoment().format(at)} kl. ${danishTime(at)}`;
}

const englishDay = lazy(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }));
const englishWeekday = lazy(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }));
const englishDayOfMoment = lazy(
  () => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' }),
);
const englishTimeOfMoment = lazy(
  () => new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' }),
);

/** `3 December 2026` */
export function englishDate(day: LocalDate): string {
  return englishDay().format(utcMidnight(day));
}

/** `Thursday 3 December 2026` */
export function englishWeekdayDate(day: LocalDate): string {
  return englishWeekday().format(utcMidnight(day)).replace(',', '');
}

/** `Thursday 3 December 2026`, or with a time `Thursday 3 December 2026 at 12:00` */
export function englishDeadline(deadline: Deadline): string {
  const time = timeOf(deadline);
  const day = englishWeekdayDate(dayOf(deadline));
  return time === undefined ? day : `${day} at ${time}`;
}

/** The deadline: `Deadline: end of Thursday 3 December 2026`. With a time, the day does not count in full. */
export function englishByWhen(deadline: Deadline): string {
  return `Deadline: ${timeOf(deadline) === undefined ? 'end of ' : ''}${englishDeadline(deadline)}`;
}

/** The time on Denmark's clocks: `17:30` */
export function englishTime(at: Date): string {
  return englishTimeOfMoment().format(at);
}

/** `3 December 2026 at 17:30` */
export function englishDateTime(at: Date): string {
  return `${englishDayOfMoment().format(at)} at ${englishTime(at)}`;
}

/** Midnight of the day in UTC. A calendar day has no time zone; parsing and formatting in UTC never changes it. */
function utcMidnight(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
