import { addDays, type LocalDate } from '../../../src/domain/round/deadline.js';
import type { ReminderPlan } from '../../../src/domain/round/reminder-plan.js';
import { DEFAULT_CALENDAR, isWorkingDay } from '../../../src/domain/round/working-days.js';

/*
 * What a person with a calendar would expect of the reminders, day by day. It is written without the code that it judges,
 * except for what a working day is, which has a spec of its own.
 */

/** What is known of a department at the end of a day. */
export interface Known {
  readonly plan: ReminderPlan;
  /** The day of the deadline, and its hour where it has one. */
  readonly deadlineDay: LocalDate;
  readonly deadlineHour: number | undefined;
  /** The last day on which somebody told the department what is wanted. */
  readonly toldOn: LocalDate;
}

/** The names of the steps whose day that is. */
function stepsOn(day: LocalDate, { plan, deadlineDay, deadlineHour }: Known): readonly string[] {
  const steps = plan.daysBefore.filter((days) => day === before(deadlineDay, days)).map((days) => `before ${days}`);
  const isEarly = deadlineHour !== undefined && deadlineHour <= 9;
  const morning = isWorking(deadlineDay) && !isEarly ? deadlineDay : before(deadlineDay, 1);
  if (plan.onTheDay && day === morning) steps.push('on the day');
  if (plan.everyAfter !== undefined && day > deadlineDay && isWorking(day)) {
    const after = workingDaysAfter(deadlineDay, day);
    if ((after - 1) % plan.everyAfter === 0) steps.push(`chase ${1 + (after - 1) / plan.everyAfter}`);
  }
  return steps;
}

/** The step that the department must have had at the end of a working day; undefined where there is none. */
export function latestStep(today: LocalDate, known: Known): string | undefined {
  for (let day = today; day > known.toldOn; day = addDays(day, -1)) {
    const step = stepsOn(day, known).at(-1);
    if (step !== undefined && !isBeyond(step)) return step;
  }
  return undefined;
}

/** No more than ten follow a deadline. After that the last of them stays the latest. */
function isBeyond(step: string): boolean {
  return step.startsWith('chase') && Number(step.slice('chase '.length)) > 10;
}

function before(day: LocalDate, days: number): LocalDate {
  let at = day;
  for (let left = days; left > 0; ) {
    at = addDays(at, -1);
    if (isWorking(at)) left -= 1;
  }
  return at;
}

function workingDaysAfter(from: LocalDate, to: LocalDate): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorking(day)) count += 1;
  return count;
}

function isWorking(day: LocalDate): boolean {
  return isWorkingDay(day, DEFAULT_CALENDAR);
}
