import { type ComingReminder, comingReminders } from '../coming-reminders.js';
import { isUndecided } from '../duties.js';
import { openQuestions } from '../reply/open-questions.js';
import { openTimeRequest } from '../reply/open-time-request.js';
import type { Reminder } from '../reply/reminder.js';
import { standingOf } from '../reply/standing.js';
import { danishDayOf, dayOf, hasPassed } from './deadline.js';
import { type Progress, progressOf } from './progress.js';
import type { RoundDepartment, RoundOverview, UnreadableDepartment } from './round.js';
import { type WorkCalendar, workingDaysBetween } from './working-days.js';

/*
 * What the secretariat sees of a round that it runs. Nothing is decided here: where a department stands, what it waits
 * for and when it is reminded is asked of the functions that decide it.
 */

export interface Desk {
  /** What waits for the secretariat, the most urgent first. Nothing of it waits in a closed round but what has not arrived. */
  readonly needs: readonly Need[];
  readonly progress: Progress;
  readonly time: TimeLeft;
  /** The departments that have not answered, with their reminders, in the notat's order. */
  readonly silent: readonly Silent[];
  /** The reminders that are still ahead, in order. */
  readonly coming: readonly ComingReminder[];
}

/** Something that needs a decision, or an act, of the secretariat. */
export type Need =
  | { readonly kind: NeedOfDepartment; readonly department: RoundDepartment }
  | { readonly kind: 'approval'; readonly department: RoundDepartment; readonly workingDays: number }
  /** Its row cannot be read, so nobody knows whether it has answered. */
  | { readonly kind: 'unreadable'; readonly department: UnreadableDepartment };

export type NeedOfDepartment =
  /** It says that the report is outside its area. */
  | 'decline'
  | 'time request'
  /** It has asked something. */
  | 'question'
  /** Something has not arrived in its channel. */
  | 'undelivered'
  /** Something may have arrived there, or not. */
  | 'uncertain';

/** The time until the deadline, or since it, in working days. 0: it is today, or has passed today or on days off. */
export interface TimeLeft {
  readonly hasPassed: boolean;
  readonly workingDays: number;
}

/** A department that has not answered. */
export interface Silent {
  readonly department: RoundDepartment;
  /** Whether it waits for the secretariat. */
  readonly isWaiting: boolean;
  readonly last: Reminder | undefined;
  /** undefined where none is coming. */
  readonly next: Date | 'now' | undefined;
}

/**
 * How many working days an answer may wait for a head before the secretariat is told. Our choice: a head may be away for
 * a day, and then somebody should ring. It is as long as the secretariat's own decisions wait before it is reminded.
 */
const APPROVAL_WAITS_DAYS = 2;

/** What waits for a decision comes first, then what has not arrived, then what others must do. */
const ORDER: readonly Need['kind'][] = [
  'decline',
  'time request',
  'question',
  'undelivered',
  'uncertain',
  'unreadable',
  'approval',
];

/** The departments that wait for the secretariat, and then the others that have not answered. */
export function waitingOrMissing({ needs, progress }: Desk): readonly RoundDepartment[] {
  const waiting = needs.flatMap(({ department }) => ('department' in department ? [department] : []));
  return [...new Set([...waiting, ...progress.outstanding])];
}

export function deskOf(overview: RoundOverview, now: Date): Desk {
  const { departments, unreadable, round } = overview;
  const { deadline, calendar } = round.plan.ask;
  const needs: readonly Need[] = [
    ...departments.flatMap((department) => needsOf(department, calendar, now)),
    ...unreadable.map((department) => ({ kind: 'unreadable', department }) as const),
  ];
  const progress = progressOf(overview);
  const coming = comingReminders(overview, now);
  const next = nextByDepartment(coming);
  const [today, day] = [danishDayOf(now), dayOf(deadline)];
  const isOver = hasPassed(deadline, now);
  return {
    needs: ORDER.flatMap((kind) => needs.filter((need) => need.kind === kind)),
    progress,
    time: {
      hasPassed: isOver,
      workingDays: isOver ? workingDaysBetween(day, today, calendar) : workingDaysBetween(today, day, calendar),
    },
    silent: progress.outstanding.map((department) => ({
      department,
      isWaiting: isUndecided(department),
      last: department.reminders.at(-1),
      next: next.get(department.department.id),
    })),
    coming,
  };
}

function needsOf(department: RoundDepartment, calendar: WorkCalendar, now: Date): readonly Need[] {
  const { trouble } = department;
  const waited = waitedForApproval(department, calendar, now);
  return [
    ...(hasDeclined(department) ? [{ kind: 'decline', department } as const] : []),
    ...(openTimeRequest(department) === undefined ? [] : [{ kind: 'time request', department } as const]),
    ...(openQuestions(department).length === 0 ? [] : [{ kind: 'question', department } as const]),
    ...(trouble === undefined ? [] : [{ kind: KINDS[trouble.fate], department } as const]),
    ...(waited < APPROVAL_WAITS_DAYS ? [] : [{ kind: 'approval', department, workingDays: waited } as const]),
  ];
}

const KINDS = { stopped: 'undelivered', uncertain: 'uncertain' } as const;

function hasDeclined(department: RoundDepartment): boolean {
  const standing = standingOf(department);
  return isUndecided(department) && standing.kind === 'awaited' && standing.why === 'declined';
}

/** For how many working days an answer has waited for a head; 0 where none waits. */
function waitedForApproval({ proposal, isLocked }: RoundDepartment, calendar: WorkCalendar, now: Date): number {
  if (proposal === undefined || isLocked) return 0;
  return workingDaysBetween(danishDayOf(proposal.at), danishDayOf(now), calendar);
}

function nextByDepartment(coming: readonly ComingReminder[]): ReadonlyMap<string, Date | 'now'> {
  const next = new Map<string, Date | 'now'>();
  for (const { at, departments } of coming) {
    for (const { department } of departments) {
      if (!next.has(department.id)) next.set(department.id, at);
    }
  }
  return next;
}
