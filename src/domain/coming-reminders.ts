import { dutiesOf, isReminded, isUndecided, type PlannedStep, plansOf, type RemindDuty, stepsAhead } from './duties.js';
import { chasesOf, type ReminderStep } from './reply/reminder.js';
import { dayOf } from './round/deadline.js';
import { progressOf } from './round/progress.js';
import type { RoundDepartment, RoundOverview, UnreadableDepartment } from './round/round.js';
import { isWorkingHour, nextWorkingHour } from './round/working-hours.js';

/*
 * What the secretariat is shown of the duties that are still ahead. Nothing is decided here: duties.ts says what is due,
 * and when.
 */

/** Departments that are reminded at the same time in the same way, if they stay silent. */
export interface ComingReminder {
  /** `now` where it is due, and somebody is at work. */
  readonly at: Date | 'now';
  /** The number among the reminders after the deadline; 0 for a reminder before it. */
  readonly chase: number;
  /** In the notat's order. */
  readonly departments: readonly RoundDepartment[];
}

/** Everything that is still ahead in an open round, in order. Empty where nothing more is sent, as in a closed round
 * and in a trial. */
export function comingReminders(overview: RoundOverview, now: Date): readonly ComingReminder[] {
  if (overview.round.state !== 'open' || overview.round.plan.ask.isTrial) return [];
  const due = overdueReminders(overview, now);
  const dueAt = dueSince(overview, now);
  const coming = new Map<string, ComingReminder & { readonly departments: RoundDepartment[] }>();
  const stepsFor = plansOf(overview.round);
  for (const department of overview.departments) {
    const duty = due.get(department.department.id);
    const steps = stepsAhead(overview.round, department, stepsFor, now);
    const ahead = duty === undefined ? steps : [{ step: duty.reminder.step, at: dueAt }, ...steps];
    for (const each of numbered(department, ahead)) {
      const name = `${each.at === 'now' ? 0 : each.at.getTime()} ${String(each.chase).padStart(3, '0')}`;
      const same = coming.get(name) ?? { ...each, departments: [] };
      same.departments.push(department);
      coming.set(name, same);
    }
  }
  return [...coming.values()].sort(byTime);
}

/** The reminders that are due and have not been owed yet, by department. Outside working hours they wait for the next. */
function overdueReminders(overview: RoundOverview, now: Date): ReadonlyMap<string, RemindDuty> {
  const { calendar } = overview.round.plan.ask;
  const at = isWorkingHour(now, calendar) ? now : nextWorkingHour(now, calendar);
  return new Map(dutiesOf(overview, at).flatMap((duty) => (duty.kind === 'remind' ? [[duty.departmentId, duty]] : [])));
}

function dueSince({ round }: RoundOverview, now: Date): Date | 'now' {
  const { calendar } = round.plan.ask;
  return isWorkingHour(now, calendar) ? 'now' : nextWorkingHour(now, calendar);
}

type Ahead = Omit<PlannedStep, 'at'> & Pick<ComingReminder, 'at'>;

/** Numbers the reminders after the deadline as the department will be told them. */
function numbered(
  department: RoundDepartment,
  ahead: readonly Ahead[],
): readonly Omit<ComingReminder, 'departments'>[] {
  let chases = chasesOf(department.reminders, dayOf(department.ask.deadline));
  return ahead.map(({ step, at }) => {
    if (!isChase(step)) return { at, chase: 0 };
    chases += 1;
    return { at, chase: chases };
  });
}

function isChase(step: ReminderStep): boolean {
  return step.startsWith('chase');
}

function byTime(one: ComingReminder, other: ComingReminder): number {
  const time = ({ at }: ComingReminder) => (at === 'now' ? 0 : at.getTime());
  return time(one) - time(other) || one.chase - other.chase;
}

/** The reminders that go out next: everything that goes at the same time as the first; none where nothing goes. */
export function nextReminders([first, ...others]: readonly ComingReminder[]): NextReminders | undefined {
  if (first === undefined) return undefined;
  const same = others.filter(({ at }) => at.valueOf() === first.at.valueOf());
  return { at: first.at, departments: [first, ...same].flatMap(({ departments }) => departments) };
}

export type NextReminders = Pick<ComingReminder, 'at' | 'departments'>;

/** The departments that get no reminders, by why. */
export interface Spared {
  readonly answered: readonly RoundDepartment[];
  readonly excused: readonly RoundDepartment[];
  /** The secretariat must decide about them first. */
  readonly undecided: readonly RoundDepartment[];
  readonly unreadable: readonly UnreadableDepartment[];
}

export function sparedOf(overview: RoundOverview): Spared {
  const { answered, excused, outstanding, unreadable } = progressOf(overview);
  return { answered, excused, undecided: outstanding.filter(isUndecided), unreadable };
}

/** The departments that are reminded if they stay silent. */
export function remindedIn({ departments }: RoundOverview): readonly RoundDepartment[] {
  return departments.filter(isReminded);
}
