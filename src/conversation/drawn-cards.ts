import type { Card } from '../cards/render.js';
import { CARDS_REMEMBERED } from '../domain/limits.js';
import type { RoundDepartment } from '../domain/round/round.js';

/**
 * Remembers the cards that a press was answered with, so that the delivery which shows the same state to everyone need
 * not draw it again.
 */
export interface DrawnCards {
  remember(department: RoundDepartment, card: Card): void;
  /** Gives a card once. @returns undefined where the department has changed since, or nothing was drawn */
  take(department: RoundDepartment): Card | undefined;
}

export function createDrawnCards(): DrawnCards {
  const drawn = new Map<string, Card>();
  // Every change that a card shows is counted in the department's row.
  const keyOf = ({ roundId, department, changes }: RoundDepartment) => `${roundId} ${department.id} ${changes}`;
  return {
    remember(department, card) {
      drawn.set(keyOf(department), card);
      const [oldest] = drawn.keys();
      if (drawn.size > CARDS_REMEMBERED && oldest !== undefined) drawn.delete(oldest);
    },
    take(department) {
      const key = keyOf(department);
      const card = drawn.get(key);
      drawn.delete(key);
      return card;
    },
  };
}
