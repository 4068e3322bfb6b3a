import type { Person } from '../person.js';
import type { Deadline } from './deadline.js';

/** The move of a deadline. The old and the new one are both kept. */
export interface DeadlineMove {
  readonly from: Deadline;
  readonly to: Deadline;
  readonly by: Person;
  /** Later than the time of the move before it. */
  readonly at: Date;
  /** On one line. */
  readonly reason: string;
  /** Whose deadline was moved: that of the whole round, or that of one department alone. */
  readonly scope: 'round' | 'department';
}

/** How many moves a row keeps, the newest. Our choice; the audit has all. */
const MOVES_KEPT = 20;

/** The moves, with one more. */
export function withMove(moves: readonly DeadlineMove[], move: DeadlineMove): readonly DeadlineMove[] {
  return [...moves, move].slice(-MOVES_KEPT);
}

/** When the next move is made. Clocks of two processes may differ a little, and moves are told apart by their times. */
export function timeOfMove(moves: readonly DeadlineMove[], now: Date): Date {
  const last = moves.at(-1)?.at.getTime() ?? 0;
  return new Date(Math.max(now.getTime(), last + 1));
}
