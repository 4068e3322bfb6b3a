import { isUndecided } from '../duties.js';
import { followUpsFor } from '../reply/follow-ups.js';
import { isOfRequest } from '../work/trouble.js';
import { danishDayOf } from './deadline.js';
import { progressOf } from './progress.js';
import type { RoundDepartment, RoundOverview, UnreadableDepartment } from './round.js';

/** Who is reminded when the secretariat has all reminded who are missing, and who is not. */
export interface RemindingAll {
  readonly reminded: readonly RoundDepartment[];
  /** They have been reminded today already. */
  readonly today: readonly RoundDepartment[];
  /** They wait for the secretariat. */
  readonly waiting: readonly RoundDepartment[];
  /** Their card has not reached them, so there is nothing to remind them of. */
  readonly withoutCard: readonly RoundDepartment[];
  readonly unreadable: readonly UnreadableDepartment[];
}

export function remindingAll(overview: RoundOverview, now: Date): RemindingAll {
  const { outstanding, unreadable } = progressOf(overview);
  const that = (why: WhyNotReminded | 'reminded') =>
    outstanding.filter((department) => (whyNotReminded(department, now) ?? 'reminded') === why);
  return {
    reminded: that('reminded'),
    today: that('today'),
    waiting: that('waiting'),
    withoutCard: that('without card'),
    unreadable,
  };
}

export type WhyNotReminded = 'answered' | 'waiting' | 'without card' | 'today';

/** Why a department is not reminded with the others; undefined where it is. A single one can still be reminded. */
export function whyNotReminded(department: RoundDepartment, now: Date): WhyNotReminded | undefined {
  if (isUndecided(department)) return 'waiting';
  if (!followUpsFor(department).includes('nudge')) return 'answered';
  if (!hasCard(department)) return 'without card';
  const last = department.reminders.at(-1);
  return last !== undefined && danishDayOf(last.at) === danishDayOf(now) ? 'today' : undefined;
}

/** Rows that version 0.1 wrote do not tell of cards. */
function hasCard({ cards, trouble }: RoundDepartment): boolean {
  return !isOfRequest(trouble) && cards?.length !== 0;
}
