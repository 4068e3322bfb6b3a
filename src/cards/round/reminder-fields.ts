import {
  DAYS_BEFORE_MAX,
  DEFAULT_REMINDER_PLAN,
  EVERY_AFTER_MAX,
  isSamePlan,
  NEVER_AFTER,
  parseReminderPlan,
  type ReminderPlanValues,
  reminderPlanValues,
} from '../../domain/round/reminder-plan.js';
import type { Messages } from '../../text/messages.js';
import { choicesField, textField, toggleField } from '../card-fields.js';

/*
 * The three fields for the plan of a round's reminders, which are on the form for a round and on the card with its plan.
 */

/** What the fields offer. A plan that has another number of days gets it as a choice of its own. */
const OFFERED_BEFORE = [10, 5, 3, 1];
const OFFERED_AFTER = [1, 2, 3, 5];

/**
 * In the data of a button beside these fields. A client may leave out a list in which nothing is chosen; the data tells
 * that from a card that is older than the fields.
 */
export const ASKS_REMINDERS = { asksReminders: true } as const;

/** The values of the fields for their templates. */
export function reminderFields({ reminderPlan: words }: Messages, sent: ReminderPlanValues): object {
  const usual = reminderPlanValues(DEFAULT_REMINDER_PLAN);
  const {
    remindBefore = usual.remindBefore ?? [],
    remindOnDay = usual.remindOnDay,
    remindAfter = usual.remindAfter,
  } = sent;
  const before = daysAmong(OFFERED_BEFORE, remindBefore, DAYS_BEFORE_MAX).sort((one, other) => other - one);
  const after = daysAmong(OFFERED_AFTER, [remindAfter ?? ''], EVERY_AFTER_MAX).sort((one, other) => one - other);
  return {
    labels: { before: words.before, onTheDay: words.onTheDay, after: words.after },
    before: before.map((days) => ({ title: words.daysBefore(days), value: String(days) })),
    after: [
      { title: words.never, value: NEVER_AFTER },
      ...after.map((days) => ({ title: words.every(days), value: String(days) })),
    ],
    // Only what is offered can be chosen, whatever was sent.
    remindBefore: before
      .map(String)
      .filter((days) => remindBefore.includes(days))
      .join(','),
    remindOnDay: remindOnDay ?? '',
    remindAfter: remindAfter === NEVER_AFTER || after.map(String).includes(remindAfter ?? '') ? remindAfter : '',
  };
}

/** Whether the fields ask for the usual plan. */
export function isUsualPlan(values: ReminderPlanValues): boolean {
  const plan = parseReminderPlan(values);
  return plan.ok && isSamePlan(plan.value, DEFAULT_REMINDER_PLAN);
}

/** Reads the fields. The values are not checked here. null is as good as left out. */
export function readReminderFields(fields: ReadonlyMap<string, unknown>): ReminderPlanValues {
  const isAsked = fields.get('asksReminders') === true;
  const before = fields.get('remindBefore') ?? undefined;
  const onDay = fields.get('remindOnDay') ?? undefined;
  const after = textField(fields.get('remindAfter'));
  return {
    remindBefore: before === undefined && !isAsked ? undefined : choicesField(before),
    remindOnDay: onDay === undefined && !isAsked ? undefined : String(toggleField(onDay)),
    remindAfter: after === '' ? undefined : after,
  };
}

/** The offered numbers of days, and those that were sent besides them, as far as they are possible. */
function daysAmong(offered: readonly number[], sent: readonly string[], most: number): number[] {
  const others = sent.filter((each) => /^\d{1,2}$/u.test(each)).map(Number);
  return [...new Set([...offered, ...others.filter((days) => days >= 1 && days <= most)])];
}
