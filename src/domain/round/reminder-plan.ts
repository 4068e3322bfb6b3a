import { accepted, type Result, refused } from '../result.js';

/**
 * When the bot reminds the departments that have not answered. Days are working days. Every reminder is sent in the
 * morning.
 */
export interface ReminderPlan {
  /** How many days before the day of the deadline, each once, the largest first. At most `DAYS_BEFORE_MAX`. */
  readonly daysBefore: readonly number[];
  /** Whether there is a reminder on the day of the deadline itself. */
  readonly onTheDay: boolean;
  /**
   * After the deadline, the first reminder (*rykker*) comes the next day, and then one follows every so many days;
   * undefined where none is sent after the deadline.
   */
  readonly everyAfter: number | undefined;
  /**
   * When the plan was changed in a round that had started. Nothing that was due before is sent because of the new plan.
   */
  readonly since?: Date | undefined;
}

/** The plan of a round for which nobody has chosen another. */
export const DEFAULT_REMINDER_PLAN: ReminderPlan = { daysBefore: [3], onTheDay: true, everyAfter: 2 };

/** The earliest reminder, in working days before the deadline. Our choice: a month. */
export const DAYS_BEFORE_MAX = 20;

/** The longest time between two reminders after the deadline, in working days. Our choice: two weeks. */
export const EVERY_AFTER_MAX = 10;

/** The most reminders after the deadline. Our choice: whoever has not answered after ten will not for an eleventh. */
export const CHASES_MAX = 10;

/** The reminders after the deadline from this one on name the department's director. Two reminders come before. */
export const ESCALATED_FROM = 3;

/** The most reminders before the deadline. Our choice: one every second day of the month is more than anyone needs. */
export const BEFORE_MAX = 10;

/** The fields of a plan as they were sent. */
export interface ReminderPlanValues {
  /** Numbers of working days; undefined where the card had no such field. */
  readonly remindBefore?: readonly string[] | undefined;
  /** `true` or `false`, as `Input.Toggle` sends it; undefined where the card had no such field. */
  readonly remindOnDay?: string | undefined;
  /** A number of working days, or `never`; undefined where nothing was sent. */
  readonly remindAfter?: string | undefined;
}

/** Stands for no reminders after the deadline. */
export const NEVER_AFTER = 'never';

export interface ReminderPlanProblem {
  readonly field: 'remindBefore' | 'remindAfter';
  /** What was chosen is not a number of days that the field offers, or it is too many numbers. */
  readonly kind: 'out of bounds';
}

/** Reads a plan. What was not asked for is as in the usual plan. */
export function parseReminderPlan({
  remindBefore,
  remindOnDay,
  remindAfter,
}: ReminderPlanValues): Result<ReminderPlan, readonly ReminderPlanProblem[]> {
  const { daysBefore, onTheDay, everyAfter } = DEFAULT_REMINDER_PLAN;
  const before = remindBefore === undefined ? daysBefore : readDaysBefore(remindBefore);
  const after = remindAfter === undefined ? everyAfter : readEveryAfter(remindAfter);
  const isOn = remindOnDay === undefined ? onTheDay : remindOnDay === 'true';
  if (before !== undefined && after !== 'out of bounds') {
    return accepted({ daysBefore: before, onTheDay: isOn, everyAfter: after });
  }
  return refused([
    ...(before === undefined ? [{ field: 'remindBefore', kind: 'out of bounds' } as const] : []),
    ...(after === 'out of bounds' ? [{ field: 'remindAfter', kind: 'out of bounds' } as const] : []),
  ]);
}

/** Makes the fields of a plan again, so that it can be changed. */
export function reminderPlanValues({ daysBefore, onTheDay, everyAfter }: ReminderPlan): ReminderPlanValues {
  return {
    remindBefore: daysBefore.map(String),
    remindOnDay: String(onTheDay),
    remindAfter: everyAfter === undefined ? NEVER_AFTER : String(everyAfter),
  };
}

/** Whether two plans send the same. */
export function isSamePlan(one: ReminderPlan, other: ReminderPlan): boolean {
  return planName(one) === planName(other);
}

/** A short name that only plans that send the same have. A card carries it, to say which plan it shows. */
export function planName({ daysBefore, onTheDay, everyAfter }: ReminderPlan): string {
  return [daysBefore.join('+'), onTheDay ? 'day' : '', everyAfter ?? NEVER_AFTER].join('/');
}

/** @returns the days, the largest first; undefined where one is out of bounds, or there are too many */
function readDaysBefore(sent: readonly string[]): readonly number[] | undefined {
  if (sent.length > BEFORE_MAX) return undefined;
  const days = sent.map((each) => readDays(each, DAYS_BEFORE_MAX));
  const read = days.filter((each) => each !== undefined);
  return read.length < sent.length ? undefined : [...new Set(read)].sort((one, other) => other - one);
}

function readEveryAfter(sent: string): number | undefined | 'out of bounds' {
  return sent === NEVER_AFTER ? undefined : (readDays(sent, EVERY_AFTER_MAX) ?? 'out of bounds');
}

/** @returns undefined for all but a whole number from 1 to `most` */
function readDays(sent: string, most: number): number | undefined {
  const days = /^\d{1,2}$/u.test(sent) ? Number(sent) : 0;
  return days >= 1 && days <= most ? days : undefined;
}
