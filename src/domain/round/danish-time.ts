import { lazy } from '../lazy.js';
import type { LocalDate } from './deadline.js';

const HOUR_MS = 3_600_000;

const DANISH_HOUR = lazy(
  () => new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' }),
);

/** The hour that Denmark's clocks show, 0 to 23. */
export function danishHourOf(instant: Date): number {
  return Number(DANISH_HOUR().format(instant));
}

/**
 * The instant at which Denmark's clocks show that full hour on that day. When summer time begins, one hour is skipped;
 * for that hour it is the instant at which the clocks show the hour after. When summer time ends, one hour comes twice;
 * for that hour it is the first time.
 *
 * @param hour 0 to 23
 */
export function danishInstant(day: LocalDate, hour: number): Date {
  // Denmark is two hours ahead of UTC in summer and one hour in winter.
  const utc = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS;
  const inSummer = new Date(utc - 2 * HOUR_MS);
  return danishHourOf(inSummer) === hour ? inSummer : new Date(utc - HOUR_MS);
}

const MINUTE_MS = 60_000;

/**
 * The instant at which Denmark's clocks show that minute on that day; in the hours when the clocks change, as in
 * `danishInstant`.
 *
 * @param time `HH:MM`
 */
export function danishMinute(day: LocalDate, time: string): Date {
  const [hour, minute] = time.split(':').map(Number);
  return new Date(danishInstant(day, hour ?? 0).getTime() + (minute ?? 0) * MINUTE_MS);
}
