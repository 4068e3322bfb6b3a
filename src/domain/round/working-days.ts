import { addDays, type LocalDate } from './deadline.js';

/**
 * Days from Easter Sunday to each public holiday that moves with Easter and falls on a weekday: Maundy Thursday, Good
 * Friday, Easter Monday, Ascension Day and Whit Monday. Store bededag has been a working day since 2024 (lov nr. 214 of
 * 2023). Here it is one in earlier years too, because no round is older.
 */
const FROM_EASTER = [-3, -2, 1, 39, 50] as const;

/** The public holidays with a fixed date: New Year's Day, Christmas Day and Boxing Day. */
const EVERY_YEAR = ['01-01', '12-25', '12-26'] as const;

/**
 * Month and day of the days on which a municipality may be closed although they are no public holidays: 1 May,
 * Constitution Day, Christmas Eve and New Year's Eve.
 */
export const CLOSABLE_DAYS = ['05-01', '06-05', '12-24', '12-31'] as const;

export type ClosedDay = (typeof CLOSABLE_DAYS)[number];

/**
 * The days on which the municipality does not work, besides weekends and public holidays. A row that a newer version of
 * the bot has written may hold other words and numbers. They are kept in the row, and change nothing here.
 */
export interface WorkCalendar {
  readonly closedDays: readonly ClosedDay[];
  /** Week numbers of ISO 8601, as Danish calendars have them. The number 53 changes nothing in a year of 52 weeks. */
  readonly closedWeeks: readonly number[];
}

/** By the municipalities' collective agreements. */
export const DEFAULT_CALENDAR: WorkCalendar = { closedDays: ['06-05', '12-24', '12-31'], closedWeeks: [] };

/** The most weeks of a year that may be closed. Our choice: half of them, since a longer list can only be a mistake. */
export const CLOSED_WEEKS_MAX = 26;

/** Whether the municipality works on that day. It does not at weekends, on holidays, and in its closed weeks. */
export function isWorkingDay(day: LocalDate, calendar: WorkCalendar): boolean {
  const [number, year] = [dayNumberOf(day), yearOf(day)];
  return isWeekday(number) && !isInClosedWeek(number, year, calendar) && !holidaysOf(year, calendar).has(number);
}

/**
 * The working days after `from`, up to and including `to`; 0 when `to` is not later. It counts by the holiday and the
 * closed week, and not by the day, so that even the two days that are furthest apart cost less than a second.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate, calendar: WorkCalendar): number {
  const [before, last] = [dayNumberOf(from), dayNumberOf(to)];
  if (last <= before) return 0;
  let count = weekdaysUpTo(last) - weekdaysUpTo(before);
  for (let year = yearOf(from); year <= yearOf(to); year += 1) {
    for (const holiday of holidaysOf(year, calendar)) {
      if (holiday > before && holiday <= last && !isInClosedWeek(holiday, year, calendar)) count -= 1;
    }
  }
  const weeks = [...new Set(calendar.closedWeeks)].filter(isWeekNumber);
  // The first and the last days of a year may be in a week of the year beside it.
  for (let year = yearOf(from) - 1; year <= yearOf(to) + 1; year += 1) {
    for (const monday of mondaysOf(weeks, year)) {
      const friday = monday + 4;
      count -= Math.max(0, Math.min(last, friday) - Math.max(before, monday - 1));
    }
  }
  return count;
}

/** The most working days that can be added. Our choice: almost four years. */
const ADDED_MAX = 1_000;

/** In ten years there are more than `ADDED_MAX` working days, also where `CLOSED_WEEKS_MAX` weeks are closed. */
const DAYS_LOOKED_AT = 3_660;

/**
 * The working day that is `days` working days after `day`; for negative `days`, before it. 0 gives `day` itself, or the
 * last working day before it where `day` is none.
 *
 * It looks at the days of some ten years. A calendar with so many closed weeks that there are too few working days in
 * that time gives the last day that was looked at, which need not be a working day. Nothing is found outside the years
 * 0 to 9999 either: the result is then the first or the last day of them.
 *
 * @param days a whole number, or infinity; it counts as 1,000 at most, and as -1,000 at least
 */
export function addWorkingDays(day: LocalDate, days: number, calendar: WorkCalendar): LocalDate {
  const step = days > 0 ? 1 : -1;
  // For 0, the search goes back from the day after, so that it finds the day itself first.
  let [offset, left] = days === 0 ? [1, 1] : [0, Math.min(ADDED_MAX, Math.abs(days))];
  let at = day;
  for (let looked = 0; looked < DAYS_LOOKED_AT && left > 0; looked += 1) {
    offset += step;
    at = addDays(day, offset);
    if (isWorkingDay(at, calendar)) left -= 1;
  }
  return at;
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

/** The holidays of a year that fall on a weekday, and its closed days. Two of them may be one day, such as 5 June 2028. */
function holidaysOf(year: number, { closedDays }: WorkCalendar): ReadonlySet<DayNumber> {
  const easter = easterSunday(year);
  const closed = CLOSABLE_DAYS.filter((each) => closedDays.includes(each));
  const fixed = [...EVERY_YEAR, ...closed].map((each) =>
    dayNumber(year, Number(each.slice(0, 2)), Number(each.slice(3))),
  );
  return new Set([...FROM_EASTER.map((days) => easter + days), ...fixed].filter(isWeekday));
}

/** @param year the year of the day */
function isInClosedWeek(number: DayNumber, year: number, { closedWeeks }: WorkCalendar): boolean {
  if (closedWeeks.length === 0) return false;
  const weekYear = [year + 1, year].find((each) => number >= firstMonday(each)) ?? year - 1;
  return closedWeeks.includes(Math.floor((number - firstMonday(weekYear)) / 7) + 1);
}

function isWeekNumber(week: number): boolean {
  return Number.isInteger(week) && week >= 1 && week <= 53;
}

/** The Mondays of these weeks of a year. A year that has no week 53 has no Monday for it. */
function mondaysOf(weeks: readonly number[], year: number): readonly DayNumber[] {
  const [first, next] = [firstMonday(year), firstMonday(year + 1)];
  return weeks.map((week) => first + (week - 1) * 7).filter((monday) => monday < next);
}

/** The Monday of a year's week 1, which is the week of 4 January. It may be in December. */
function firstMonday(year: number): DayNumber {
  const fourth = dayNumber(year, 1, 4);
  return fourth - mod(fourth, 7);
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
