import type { DepartmentId } from '../ids.js';
import type { Person } from '../person.js';

/** A part of the plan of an open round that the secretariat can change. The deadline has a way of its own (`DeadlineMove`). */
export type ChangedPart =
  | 'title'
  | 'report'
  | 'reportLink'
  | 'question'
  | 'introduction'
  | 'header'
  /** Whether the notat has a last page that says who answered. */
  | 'origins'
  /** The order of the departments that stay. */
  | 'order';

/** The parts that stand on a department's card. Only these concern a department. */
export type ConcernedPart = Extract<ChangedPart, 'title' | 'report' | 'reportLink' | 'question'>;

/** What somebody has changed in an open round at one time. The audit has the old words and the new ones. */
export interface PlanChange {
  readonly by: Person;
  /** Later than the time of the change before it. */
  readonly at: Date;
  readonly parts: readonly ChangedPart[];
  readonly added: readonly DepartmentId[];
  readonly withdrawn: readonly DepartmentId[];
  /** Why departments were withdrawn, on one line; empty where none were. Their cards show it. */
  readonly reason: string;
}

/** What a department's card says of a change: which of its words are new, and since when. */
export interface SeenChange {
  readonly at: Date;
  readonly parts: readonly ConcernedPart[];
}

/** Why a department need not answer any more. What it had answered is kept, and counts nowhere. */
export interface Withdrawn {
  /** Whether it was the department alone, or the whole round. */
  readonly scope: 'department' | 'round';
  readonly by: Person;
  readonly at: Date;
  /** On one line. */
  readonly reason: string;
}

/** How many changes a round keeps, the newest. Our choice; the audit has all. */
const CHANGES_KEPT = 20;

/** The changes, with one more. */
export function withPlanChange(changes: readonly PlanChange[], change: PlanChange): readonly PlanChange[] {
  return [...changes, change].slice(-CHANGES_KEPT);
}

/** When the next change is made. Clocks of two processes may differ a little, and changes are told apart by their times. */
export function timeOfPlanChange(changes: readonly PlanChange[], now: Date): Date {
  const last = changes.at(-1)?.at.getTime() ?? 0;
  return new Date(Math.max(now.getTime(), last + 1));
}

/** Whether a notat that is compiled after the change differs from one that was compiled before it. */
export function concernsNotat({ parts, added, withdrawn }: PlanChange): boolean {
  return added.length > 0 || withdrawn.length > 0 || parts.some((part) => !NOT_IN_NOTAT.has(part));
}

const NOT_IN_NOTAT: ReadonlySet<ChangedPart> = new Set(['report', 'reportLink', 'question']);
