declare const localDate: unique symbol;
/** A calendar day in Denmark, `YYYY-MM-DD`. Such strings compare as the days do. */
export type LocalDate = string & { readonly [localDate]: true };

const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short' });

/** @returns undefined unless `value` is a day that exists, written `YYYY-MM-DD`. */
export function parseLocalDate(value: unknown): LocalDate | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(value)) return undefined;
  const midnight = new Date(`${value}T00:00:00Z`);
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
  return exists ? (value as LocalDate) : undefined;
}

/** The day it is in Denmark (Europe/Copenhagen, summer time included) at an instant. */
export function danishDayOf(instant: Date): LocalDate {
  return DANISH_DAY.format(instant) as LocalDate;
}

/** A deadline day counts in full: it has passed once Denmark's clocks show the day after. */
export function hasPassed(deadline: LocalDate, now: Date): boolean {
  return danishDayOf(now) > deadline;
}

/** The day `days` later. */
export function addDays(day: LocalDate, days: number): LocalDate {
  const moved = new Date(`${day}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10) as LocalDate;
}
