import type { LocalDate } from './deadline.js';

/**
 * Days from Easter Sunday to each holiday that moves with Easter and falls on a weekday: Maundy Thursday, Good Friday,
 * Easter Monday, Ascension Day and Whit Monday. Store bededag has been a working day since 2024 (lov nr. 214 of 2023).
 */
const WHIT_MONDAY = 50;
const FROM_EASTER = [-3, -2, 1, 39, WHIT_MONDAY] as const;

/**
 * Month and day of the holidays with a fixed date: New Year's Day, Christmas Day and Boxing Day by law; Constitution
 * Day, Christmas Eve and New Year's Eve by the municipalities' collective agreements.
 */
const EVERY_YEAR = [
  [1, 1],
  [6, 5],
  [12, 24],
  [12, 25],
  [12, 26],
  [12, 31],
] as const;

/** Whether a Danish municipality works on that day. It does not work at weekends and on holidays. */
export function isWorkingDay(day: LocalDate): boolean {
  const number = dayNumberOf(day);
  return isWeekday(number) && !holidaysOf(yearOf(day)).includes(number);
}

/**
 * The working days after `from`, up to and including `to`; 0 when `to` is not later. It counts by the year and not by
 * the day, so that even the two days that are furthest apart cost no more than a few thousand steps.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  const [before, last] = [dayNumberOf(from), dayNumberOf(to)];
  let count = Math.max(0, weekdaysUpTo(last) - weekdaysUpTo(before));
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const holiday of holidaysOf(year)) if (holiday > before && holiday <= last) count -= 1;
  }
  return count;
}

/** The number of a day: each day is one more than the day before. 0 is Monday the 3rd of January of the year 0. */
type DayNumber = number;

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

function dayNumberOf(day: LocalDate): DayNumber {
  return dayNumber(yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** Uses the Gregorian calendar, also for the time before it was introduced. */
function dayNumber(year: number, month: number, day: number): DayNumber {
  // Years are counted from March, so that the leap day is the last day of a year.
  const years = month > 2 ? year : year - 1;
  const months = (month + 9) % 12;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + Math.floor((153 * months + 2) / 5) + day + FIRST_OF_MARCH;
}

/** Days from Monday the 3rd of January of the year 0 to the last day of February of that year. */
const FIRST_OF_MARCH = 57;

function isWeekday(number: DayNumber): boolean {
  return mod(number, 7) < 5;
}

/** How many weekdays there are from day 0 to this day, both included; negative for earlier days. */
function weekdaysUpTo(number: DayNumber): number {
  return Math.floor(number / 7) * 5 + Math.min(5, mod(number, 7) + 1);
}

/** The holidays of a year that fall on a weekday. Each is listed once: Whit Monday can fall on Constitution Day. */
function holidaysOf(year: number): readonly DayNumber[] {
  const easter = easterSunday(year);
  const whitMonday = easter + WHIT_MONDAY;
  const holidays: DayNumber[] = FROM_EASTER.map((days) => easter + days);
  for (const [month, day] of EVERY_YEAR) {
    const number = dayNumber(year, month, day);
    if (isWeekday(number) && number !== whitMonday) holidays.push(number);
  }
  return holidays;
}

/** Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): DayNumber {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const monthAndDay = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}

/** The remainder of a division, never negative. */
function mod(number: number, by: number): number {
  return ((number % by) + by) % by;
}
