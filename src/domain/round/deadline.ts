import { lazy } from '../lazy.js';
import { DEADLINE_MAX_YEARS } from '../limits.js';

declare const localDate: unique symbol;
declare const localMinute: unique symbol;
/** A calendar day in Denmark, `YYYY-MM-DD`. Such strings compare as the days do. */
export type LocalDate = string & { readonly [localDate]: true };
/** A minute on Denmark's clocks, `YYYY-MM-DDTHH:MM`. Such strings compare as the minutes do. */
export type LocalMinute = string & { readonly [localMinute]: true };

/** Either a day or a minute. The whole day, or the whole minute, still counts as before the deadline. */
export type Deadline = LocalDate | LocalMinute;

const DANISH_DAY = lazy(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' }));
const DANISH_TIME = lazy(
  () =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Copenhagen',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

/** @returns undefined unless `value` is a day that exists, written `YYYY-MM-DD`. */
export function parseLocalDate(value: unknown): LocalDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined;
  const midnight = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
  return exists ? (value as LocalDate) : undefined;
}

/** `25.11.2026` and `25-11-2026`, as Danes write. Slashes are not read: an American date begins with the month. */
const DANISH_DATE = /^(?<day>\d{1,2})(?<mark>[.-])\s?(?<month>\d{1,2})\k<mark>\s?(?<year>\d{4})$/u;

/** `12:00`, `9:05` and `12.00`. Some clients send seconds too; those are ignored. */
const TIME_OF_DAY = /^(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.]\d{2}(?:\.\d{1,7})?)?$/u;

/** Longer than any way to write a day or a time. A longer text is neither, and no pattern is tried on it. */
const WRITTEN_MAX = 40;

/**
 * Reads a day as clients send it, `YYYY-MM-DD`, or as a person writes it where that can mean only one day.
 *
 * @returns undefined for everything else
 */
export function readDay(written: string): LocalDate | undefined {
  if (written.length > WRITTEN_MAX) return undefined;
  const text = written.trim();
  const { year = '', month = '', day = '' } = DANISH_DATE.exec(text)?.groups ?? {};
  return parseLocalDate(year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/**
 * Reads a time of day as clients send it, `HH:MM` or `HH:MM:SS`, or as a person writes it.
 *
 * @returns `HH:MM`; undefined for a time that no clock shows
 */
export function readTimeOfDay(written: string): string | undefined {
  if (written.length > WRITTEN_MAX) return undefined;
  const { hour = '', minute = '' } = TIME_OF_DAY.exec(written.trim())?.groups ?? {};
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return isTimeOfDay(time) ? time : undefined;
}

/**
 * Reads a day that exists, alone (`YYYY-MM-DD`) or with a time of that day (`YYYY-MM-DDTHH:MM`).
 *
 * @returns undefined for everything else
 */
export function parseDeadline(value: unknown): Deadline | undefined {
  if (typeof value !== 'string') return undefined;
  const [day, time, ...rest] = value.split('T');
  const date = parseLocalDate(day);
  if (date === undefined || rest.length > 0) return undefined;
  if (time === undefined) return date;
  return isTimeOfDay(time) ? (value as LocalMinute) : undefined;
}

/** Whether `text` is a time on a clock, `HH:MM`, as `Input.Time` sends it. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text);
}

/** The day of a deadline. */
export function dayOf(deadline: Deadline): LocalDate {
  return deadline.slice(0, 10) as LocalDate;
}

/** The clock time of a deadline, `HH:MM`; undefined where the deadline is a whole day. */
export function timeOf(deadline: Deadline): string | undefined {
  return deadline.split('T')[1];
}

/** The day of each hour that was asked for, since a list of departments asks for the same few again and again. */
const KNOWN_DAYS = new Map<number, LocalDate>();
/** Our choice: the steps of the reminders of a round with hundreds of deadlines are as many. */
const DAYS_KNOWN_MAX = 1_000;

/** The day in Denmark (Europe/Copenhagen, with summer time) at an instant. */
export function danishDayOf(instant: Date): LocalDate {
  // Denmark's clocks have been whole hours from UTC since 1894, so the day is the same for a whole hour.
  const hour = Math.floor(instant.getTime() / 3_600_000);
  const known = KNOWN_DAYS.get(hour);
  if (known !== undefined) return known;
  const day = DANISH_DAY().format(instant) as LocalDate;
  if (KNOWN_DAYS.size >= DAYS_KNOWN_MAX) KNOWN_DAYS.clear();
  KNOWN_DAYS.set(hour, day);
  return day;
}

/** Whether a deadline has passed. It has when Denmark's clocks show a later day or minute, and will not go back. */
export function hasPassed(deadline: Deadline, now: Date): boolean {
  const today = danishDayOf(now);
  return timeOf(deadline) === undefined ? today > deadline : `${today}T${earliestTimeFrom(now)}` > deadline;
}

/** Whether a deadline ends after another. A whole day ends after every minute of it. */
export function isLater(one: Deadline, other: Deadline): boolean {
  return endOf(one) > endOf(other);
}

/** Sorts as the ends of deadlines do. */
function endOf(deadline: Deadline): string {
  return timeOf(deadline) === undefined ? `${deadline}T24:00` : deadline;
}

const HOUR_MS = 3_600_000;

/**
 * The earliest time that Denmark's clocks will still show today. Usually that is the present time. When summer time
 * ends, one hour comes twice; during the first of the two it is the beginning of that hour. So a deadline in that hour
 * does not pass twice.
 */
function earliestTimeFrom(now: Date): string {
  const time = DANISH_TIME().format(now);
  const comesAgain = time === DANISH_TIME().format(new Date(now.getTime() + HOUR_MS));
  return comesAgain ? `${time.slice(0, 2)}:00` : time;
}

const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.parse('0000-01-01T00:00:00Z');
const LAST_DAY_MS = Date.parse('9999-12-31T00:00:00Z');

/**
 * The day that is `days` later. A day before the year 0 or after the year 9999 cannot be written as a `LocalDate` that
 * compares correctly. The result is then the first or the last day that can be written.
 *
 * @param days a whole number, or infinity
 */
export function addDays(day: LocalDate, days: number): LocalDate {
  const moved = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  return new Date(Math.min(LAST_DAY_MS, Math.max(FIRST_DAY_MS, moved))).toISOString().slice(0, 10) as LocalDate;
}

/**
 * The last day that a deadline may have: the same date `DEADLINE_MAX_YEARS` later, or the 28th of February where that
 * year has no 29th.
 */
export function lastDeadlineDay(today: LocalDate): LocalDate {
  const year = Math.min(9999, Number(today.slice(0, 4)) + DEADLINE_MAX_YEARS);
  const later = `${String(year).padStart(4, '0')}${today.slice(4)}`;
  return parseLocalDate(later) ?? (later.replace('-29', '-28') as LocalDate);
}
