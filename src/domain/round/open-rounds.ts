import { isLater } from './deadline.js';
import type { Round } from './round.js';

/** Sorts rounds by their deadline, the nearest first, and those with the same one with the newest first. */
export function byDeadline(one: Pick<Round, 'plan' | 'createdAt'>, other: Pick<Round, 'plan' | 'createdAt'>): number {
  const [first, second] = [one.plan.ask.deadline, other.plan.ask.deadline];
  if (isLater(first, second)) return 1;
  return isLater(second, first) ? -1 : other.createdAt.getTime() - one.createdAt.getTime();
}
