import { danishDayOf } from './deadline.js';
import { isWorkingDay } from './working-days.js';

/** The full hours in Denmark at which somebody is at work. Our choice: 8 to 15. */
const FIRST_HOUR = 8;
const LAST_HOUR = 15;
const HOUR_MS = 3_600_000;

/** More hours than lie between two working hours: the longest run of holidays with its weekends is shorter. */
const HOURS_LOOKED_AT = 24 * 14;

const DANISH_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The next full hour on a working day at which a Danish municipality is at work. It is always after `now`. */
export function nextWorkingHour(now: Date): Date {
  const hour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  let at = new Date(hour + HOUR_MS);
  for (let hours = 2; hours <= HOURS_LOOKED_AT && !isWorkingHour(at); hours += 1) at = new Date(hour + hours * HOUR_MS);
  return at;
}

function isWorkingHour(at: Date): boolean {
  const hour = Number(DANISH_HOUR.format(at));
  return hour >= FIRST_HOUR && hour <= LAST_HOUR && isWorkingDay(danishDayOf(at));
}
