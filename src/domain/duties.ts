import type { DepartmentId } from './ids.js';
import { openQuestions } from './reply/open-questions.js';
import { chasesOf, type Reminder, type ReminderStep } from './reply/reminder.js';
import { standingOf } from './reply/standing.js';
import { danishInstant } from './round/danish-time.js';
import { type Deadline, danishDayOf, dayOf, hasPassed, type LocalDate, timeOf } from './round/deadline.js';
import { progressOf } from './round/progress.js';
import { CHASES_MAX, ESCALATED_FROM, type ReminderPlan } from './round/reminder-plan.js';
import type { Round, RoundDepartment, RoundOverview } from './round/round.js';
import { addWorkingDays, isWorkingDay, type WorkCalendar, workingDaysBetween } from './round/working-days.js';
import { isWorkingHour, nextWorkingHour } from './round/working-hours.js';

/*
 * What the bot must do for an open round by itself, and when. Nothing of it is scheduled: it is computed from the
 * present deadline, the present answers and what has been done already. So a moved deadline or an answer needs no
 * change of any plan, and a bot that has been away does only the latest step.
 */

/** The full hours in Denmark at which the morning message and the reminders are due. Our choice: the message is first. */
export const DIGEST_HOUR = 8;
export const REMINDER_HOUR = 9;

/** Something that is due. */
export type Duty = RemindDuty | DigestDuty;

/** A reminder to a department. */
export interface RemindDuty {
  readonly kind: 'remind';
  /** The same each time the duty is computed, until it is done. */
  readonly id: string;
  readonly departmentId: DepartmentId;
  readonly reminder: Omit<Reminder, 'number'>;
}

/** The morning message to the secretariat. */
export interface DigestDuty {
  readonly kind: 'digest';
  readonly id: string;
  readonly at: Date;
}

/** One step of a plan, for one deadline. */
export interface PlannedStep {
  readonly step: ReminderStep;
  /** When it is due, in the morning of a working day. */
  readonly at: Date;
}

/**
 * Everything that is due in a round at `now`. Outside working hours nothing is, and in a trial never.
 * The same department is never named
 * twice.
 */
export function dutiesOf(overview: RoundOverview, now: Date): readonly Duty[] {
  const { round, departments } = overview;
  const { calendar, isTrial } = round.plan.ask;
  if (round.state !== 'open' || isTrial || !isWorkingHour(now, calendar)) return [];
  const stepsFor = plansOf(round);
  const reminders = departments.flatMap((department) => reminderDue(round, department, stepsFor, now) ?? []);
  return [...digestDue(overview, now), ...reminders];
}

/**
 * When the duties must be computed next, after they have been done at `now`: the next morning, because then there may
 * be news, and the next step of a plan. Whatever changes in between, an answer or a deadline, is found in the morning.
 */
export function nextDutiesAt({ round, departments }: RoundOverview, now: Date): Date {
  const { calendar } = round.plan.ask;
  const morning = nextMorning(DIGEST_HOUR, calendar, now);
  const reminders = nextMorning(REMINDER_HOUR, calendar, now);
  const isReminding = departments.some(isReminded);
  const next = isReminding && reminders < morning ? reminders : morning;
  // What became due at night, or on a day off, waits for the first working hour.
  const hour = nextWorkingHour(now, calendar);
  return isWorkingHour(now, calendar) || next <= hour ? next : hour;
}

/**
 * When the plan of a deadline reminds, in order. Two steps of the same morning are one: the one nearer to the end. A plan
 * that was changed has no steps from before the change.
 */
export function stepsOf(deadline: Deadline, plan: ReminderPlan, calendar: WorkCalendar): readonly PlannedStep[] {
  const day = dayOf(deadline);
  const steps: PlannedStep[] = plan.daysBefore.map((days) => ({
    step: `before ${days}`,
    at: morningOf(addWorkingDays(day, -days, calendar)),
  }));
  if (plan.onTheDay) steps.push({ step: 'on the day', at: morningOf(lastMorningDay(deadline, calendar)) });
  if (plan.everyAfter !== undefined) {
    for (let number = 1; number <= CHASES_MAX; number += 1) {
      const days = 1 + (number - 1) * plan.everyAfter;
      steps.push({ step: `chase ${number}`, at: morningOf(addWorkingDays(day, days, calendar)) });
    }
  }
  const byTime = steps.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  const { since } = plan;
  return byTime.filter(
    ({ at }, index) => byTime[index + 1]?.at.getTime() !== at.getTime() && (since === undefined || at > since),
  );
}

/** The steps of a round's plan for a deadline. */
export type StepsFor = (deadline: Deadline) => readonly PlannedStep[];

/** The plan of each deadline. Most departments have the same one, so it is made only once. */
export function plansOf({ plan }: Round): StepsFor {
  const made = new Map<Deadline, readonly PlannedStep[]>();
  return (deadline) => {
    const steps = made.get(deadline) ?? stepsOf(deadline, plan.reminders, plan.ask.calendar);
    made.set(deadline, steps);
    return steps;
  };
}

/** The steps that are still ahead of a department if it stays silent. The first is the one that comes next. */
export function stepsAhead(
  round: Round,
  department: RoundDepartment,
  stepsFor: StepsFor,
  now: Date,
): readonly PlannedStep[] {
  if (!isReminded(department)) return [];
  const lastTold = lastToldOn(round, department);
  return stepsFor(department.ask.deadline).filter(({ at }) => at > now && danishDayOf(at) > lastTold);
}

/** Whether reminders go to the department: it has not answered, and it is not the secretariat that must act next. */
export function isReminded(department: RoundDepartment): boolean {
  return !department.isLocked && standingOf(department).kind === 'awaited' && !isUndecided(department);
}

/** The reminder that is due to a department; undefined where none is. */
function reminderDue(round: Round, department: RoundDepartment, stepsFor: StepsFor, now: Date): RemindDuty | undefined {
  if (!isReminded(department)) return undefined;
  const { deadline } = department.ask;
  const lastTold = lastToldOn(round, department);
  const steps = stepsFor(deadline);
  // What was missed is not made up for shortly before the next step.
  if (steps.some(({ at }) => at > now && danishDayOf(at) === danishDayOf(now))) return undefined;
  const latest = steps.findLast(({ at }) => at <= now && danishDayOf(at) > lastTold);
  if (latest === undefined) return undefined;
  const deadlineDay = dayOf(deadline);
  const isChase = latest.step.startsWith('chase');
  const isEscalated = isChase && chasesOf(department.reminders, deadlineDay) + 1 >= ESCALATED_FROM;
  const { id } = department.department;
  return {
    kind: 'remind',
    // With its day, because a changed plan may have the same step on another one.
    id: `${id} ${deadlineDay} ${latest.step} ${danishDayOf(latest.at)}`,
    departmentId: id,
    reminder: { step: latest.step, deadlineDay, at: now, isEscalated },
  };
}

/**
 * The day on which somebody last told the department what it must do, and until when. A step of that day or an earlier
 * one would only repeat it.
 */
function lastToldOn(round: Round, department: RoundDepartment): LocalDate {
  const told = [
    department.askedAt ?? round.startedAt ?? round.createdAt,
    department.deadlineMoves.at(-1)?.at,
    department.sentBack?.at,
    department.proposal?.at,
    department.timeRequest?.decision?.at,
    // So a step that has been done is not due again, and nobody is reminded twice a day.
    department.reminders.at(-1)?.at,
    // A round that is open and has been closed was opened again then.
    round.closedAt,
  ].flatMap((at) => at ?? []);
  return danishDayOf(new Date(Math.max(...told.map((at) => at.getTime()))));
}

/** A morning message is due on a working day where something has happened since the one before. */
function digestDue(overview: RoundOverview, now: Date): readonly DigestDuty[] {
  const { round } = overview;
  const today = danishDayOf(now);
  const since = round.digest?.at ?? round.startedAt ?? round.createdAt;
  // Whoever has just started the round, or had a message today, needs none.
  if (danishDayOf(since) >= today || now < danishInstant(today, DIGEST_HOUR)) return [];
  return hasNews(overview, since, now) ? [{ kind: 'digest', id: `digest ${today}`, at: now }] : [];
}

/** What has happened in a round since a moment, as the morning message tells it. */
export interface News {
  readonly answered: readonly RoundDepartment[];
  /** Departments that wait for the secretariat to decide or to answer, whenever they have asked. */
  readonly undecided: readonly RoundDepartment[];
  /** Those that have been reminded since. */
  readonly reminded: readonly RoundDepartment[];
  readonly hasDeadlinePassed: boolean;
}

export function newsOf({ round, departments }: RoundOverview, since: Date, now: Date): News {
  const { deadline } = round.plan.ask;
  return {
    answered: departments.filter(({ reply }) => reply !== undefined && reply.at > since),
    undecided: departments.filter(waitsForSecretariat),
    reminded: departments.filter(({ reminders }) => reminders.some(({ at }) => at > since)),
    hasDeadlinePassed: hasPassed(deadline, now) && !hasPassed(deadline, since),
  };
}

/** Whether the department waits for the secretariat: it has declined, or has asked for more time. */
export function isUndecided(department: RoundDepartment): boolean {
  if (department.isLocked) return false;
  const standing = standingOf(department);
  if (standing.kind !== 'awaited') return false;
  const { timeRequest } = department;
  return standing.why === 'declined' || (timeRequest !== undefined && timeRequest.decision === undefined);
}

/**
 * The same, or it waits for the answer to a question. Such a department is reminded all the same: most often it can
 * answer without, and it would otherwise be enough to ask in order not to be reminded.
 */
export function waitsForSecretariat(department: RoundDepartment): boolean {
  return isUndecided(department) || openQuestions(department).length > 0;
}

/** When the department asked the secretariat for something last. */
function askedAt(department: RoundDepartment): number {
  const { decline, timeRequest } = department;
  const asked = [decline, timeRequest, ...openQuestions(department)];
  return Math.max(...asked.map((each) => each?.at.getTime() ?? 0));
}

/** How many working days pass before the secretariat is reminded of what it has not decided. Our choice. */
const UNDECIDED_AGAIN_DAYS = 2;

function hasNews(overview: RoundOverview, since: Date, now: Date): boolean {
  const { answered, undecided, reminded, hasDeadlinePassed } = newsOf(overview, since, now);
  const { calendar } = overview.round.plan.ask;
  const days = workingDaysBetween(danishDayOf(since), danishDayOf(now), calendar);
  const isAsked = undecided.some((department) => askedAt(department) > since.getTime());
  if (isAsked || (undecided.length > 0 && days >= UNDECIDED_AGAIN_DAYS)) return true;
  // The complete notat has told the last answers already.
  if (progressOf(overview).isComplete) return false;
  // The reminders of this morning are told tomorrow.
  const today = danishDayOf(now);
  const isToldNow = ({ reminders }: RoundDepartment) =>
    reminders.some(({ at }) => at > since && danishDayOf(at) < today);
  return answered.length > 0 || reminded.some(isToldNow) || hasDeadlinePassed;
}

/**
 * The last working day on which the morning is before the deadline. It is the day of the deadline, unless that is a day
 * off or the deadline comes before the morning's reminders.
 */
function lastMorningDay(deadline: Deadline, calendar: WorkCalendar): LocalDate {
  const day = dayOf(deadline);
  const isTooEarly = (timeOf(deadline) ?? '23:59') <= `${String(REMINDER_HOUR).padStart(2, '0')}:00`;
  return isWorkingDay(day, calendar) && !isTooEarly ? day : addWorkingDays(day, -1, calendar);
}

function morningOf(day: LocalDate): Date {
  return danishInstant(day, REMINDER_HOUR);
}

/** When the duties of a round that has just been opened are computed first. */
export function firstDutiesAt({ plan }: Round, now: Date): Date {
  return nextMorning(DIGEST_HOUR, plan.ask.calendar, now);
}

/** The next working day's full hour after `now`. */
function nextMorning(hour: number, calendar: WorkCalendar, now: Date): Date {
  const today = danishDayOf(now);
  const at = danishInstant(today, hour);
  return isWorkingDay(today, calendar) && at > now ? at : danishInstant(addWorkingDays(today, 1, calendar), hour);
}
