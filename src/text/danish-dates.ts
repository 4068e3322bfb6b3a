import { type Deadline, dayOf, type LocalDate, timeOf } from '../domain/round/deadline.js';

const DAY = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('da-DK', { weekday: 'long', timeZone: 'UTC' });
const DAY_IN_DENMARK = new Intl.DateTimeFormat('da-DK', { dateStyle: 'long', timeZone: 'Europe/Copenhagen' });
const TIME_IN_DENMARK = new Intl.DateTimeFormat('da-DK', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Copenhagen',
});

/** `3. december 2026` */
export function danishDate(day: LocalDate): string {
  return DAY.format(utcMidnight(day));
}

/** `torsdag den 3. december 2026` */
export function danishWeekdayDate(day: LocalDate): string {
  return `${WEEKDAY.format(utcMidnight(day))} den ${danishDate(day)}`;
}

/** `torsdag den 3. december 2026`, or with a time `torsdag den 3. december 2026 kl. 12.00` */
export function danishDeadline(deadline: Deadline): string {
  const [hour, minute] = timeOf(deadline)?.split(':') ?? [];
  const day = danishWeekdayDate(dayOf(deadline));
  return hour === undefined ? day : `${day} kl. ${Number(hour)}.${minute}`;
}

/** The time on Denmark's clocks, without a leading zero: `17.30`, `9.05` */
export function danishTime(at: Date): string {
  const parts = new Map(TIME_IN_DENMARK.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${Number(parts.get('hour'))}.${parts.get('minute')}`;
}

/** `den 3. december 2026 kl. 17.30` */
export function danishDateTime(at: Date): string {
  return `den ${DAY_IN_DENMARK.format(at)} kl. ${danishTime(at)}`;
}

/** A calendar day has no time zone; reading and formatting it in UTC keeps it the day it is. */
function utcMidnight(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}
