import { addDays, type LocalDate } from './deadline.js';

/**
 * Days from Easter Sunday to each holiday that moves with it: Maundy Thursday, Good Friday, Easter Day and Monday,
 * Ascension Day, Whit Sunday and Monday. Store bededag has been a working day since 2024 (lov nr. 214 of 2023).
 */
const FROM_EASTER: ReadonlySet<number> = new Set([-3, -2, 0, 1, 39, 49, 50]);

/**
 * Days of every year on which a municipality does not work: New Year's Day, Christmas Day and Boxing Day by law;
 * Constitution Day, Christmas Eve and New Year's Eve by the municipalities' collective agreements.
 */
const EVERY_YEAR: ReadonlySet<string> = new Set(['01-01', '06-05', '12-24', '12-25', '12-26', '12-31']);

/** Whether a Danish municipality is at work that day: not at weekends and on holidays. */
export function isWorkingDay(day: LocalDate): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6 || EVERY_YEAR.has(day.slice(5))) return false;
  return !FROM_EASTER.has(Math.round((date.getTime() - easterSunday(date.getUTCFullYear())) / DAY_MS));
}

/** The working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

const DAY_MS = 86_400_000;

/**
 * Midnight UTC of Easter Sunday, in milliseconds since 1970, by the anonymous Gregorian computus (Nature, 20 April
 * 1876; Meeus, Astronomical Algorithms, ch. 8).
 */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  return Date.UTC(year, Math.floor(monthAndDay / 31) - 1, (monthAndDay % 31) + 1);
}
