declare const localDate: unique symbol;
declare const localMinute: unique symbol;
/** A calendar day in Denmark, `YYYY-MM-DD`. Such strings compare as the days do. */
export type LocalDate = string & { readonly [localDate]: true };
/** A minute on Denmark's clocks, `YYYY-MM-DDTHH:MM`. Such strings compare as the minutes do. */
export type LocalMinute = string & { readonly [localMinute]: true };

/** A day, which counts in full, or a minute of a day, which counts in full too. */
export type Deadline = LocalDate | LocalMinute;

const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });
const DANISH_TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** @returns undefined unless `value` is a day that exists, written `YYYY-MM-DD`. */
export function parseLocalDate(value: unknown): LocalDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined;
  const midnight = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
  return exists ? (value as LocalDate) : undefined;
}

/** @returns undefined unless `value` is a day that exists, alone or with a time of it: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`. */
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

/** The clock time of a deadline, `HH:MM`; undefined where the whole day counts. */
export function timeOf(deadline: Deadline): string | undefined {
  return deadline.split('T')[1];
}

/** The day it is in Denmark (Europe/Copenhagen, summer time included) at an instant. */
export function danishDayOf(instant: Date): LocalDate {
  return DANISH_DAY.format(instant) as LocalDate;
}

/** A deadline counts in full: it has passed once Denmark's clocks show the day, or the minute, after, for good. */
export function hasPassed(deadline: Deadline, now: Date): boolean {
  const today = danishDayOf(now);
  return timeOf(deadline) === undefined ? today > deadline : `${today}T${earliestTimeFrom(now)}` > deadline;
}

const HOUR_MS = 3_600_000;

/**
 * The earliest that Denmark's clocks will show today from now on: what they show now, or, in the hour that comes
 * twice when summer time ends, that hour's beginning. So a deadline in that hour does not pass twice.
 */
function earliestTimeFrom(now: Date): string {
  const time = DANISH_TIME.format(now);
  const comesAgain = time === DANISH_TIME.format(new Date(now.getTime() + HOUR_MS));
  return comesAgain ? `${time.slice(0, 2)}:00` : time;
}

/** The day `days` later. */
export function addDays(day: LocalDate, days: number): LocalDate {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10) as LocalDate;
}
