import { danishHourOf, danishInstant } from './danish-time.js';
import { danishDayOf } from './deadline.js';
import { addWorkingDays, isWorkingDay, type WorkCalendar } from './working-days.js';

/** The full hours in Denmark at which somebody is at work. Our choice: 8 to 15. */
const FIRST_HOUR = 8;
const LAST_HOUR = 15;
const HOUR_MS = 3_600_000;

/** The next full hour at which the municipality is at work. It is always after `now`. */
export function nextWorkingHour(now: Date, calendar: WorkCalendar): Date {
  const next = new Date((Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS);
  if (isWorkingHour(next, calendar)) return next;
  const day = danishDayOf(next);
  const isBefore = isWorkingDay(day, calendar) && danishHourOf(next) < FIRST_HOUR;
  return danishInstant(isBefore ? day : addWorkingDays(day, 1, calendar), FIRST_HOUR);
}

/** Whether somebody is at work: from 8.00 to 15.59 on working days. */
export function isWorkingHour(at: Date, calendar: WorkCalendar): boolean {
  const hour = danishHourOf(at);
  return hour >= FIRST_HOUR && hour <= LAST_HOUR && isWorkingDay(danishDayOf(at), calendar);
}
