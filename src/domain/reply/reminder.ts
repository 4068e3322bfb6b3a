import type { LocalDate } from '../round/deadline.js';

/** Which reminder of a plan it is. `asked for`: the secretariat has asked for it by pressing a button. */
export type ReminderStep = `before ${number}` | 'on the day' | `chase ${number}` | 'asked for';

/** A reminder that the department has been owed. */
export interface Reminder {
  /** Counts all reminders of the department in the round, from 1. */
  readonly number: number;
  readonly step: ReminderStep;
  /** The day of the deadline that it was about. A reminder about an earlier deadline is another reminder. */
  readonly deadlineDay: LocalDate;
  readonly at: Date;
  /** Whether it names the department's director. */
  readonly isEscalated: boolean;
}

/**
 * How many reminders a department's row keeps, the newest. Our choice: a plan has at most 31, and a deadline is moved
 * once or twice.
 */
const REMINDERS_KEPT = 60;

/** The reminders, with one more. It gets the next number. */
export function withReminder(reminders: readonly Reminder[], next: Omit<Reminder, 'number'>): readonly Reminder[] {
  const number = (reminders.at(-1)?.number ?? 0) + 1;
  return [...reminders, { ...next, number }].slice(-REMINDERS_KEPT);
}

/** How many reminders after a deadline have been owed. */
export function chasesOf(reminders: readonly Reminder[], day: LocalDate): number {
  return reminders.filter(({ step, deadlineDay }) => step.startsWith('chase') && deadlineDay === day).length;
}
