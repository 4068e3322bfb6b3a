import { REOPENINGS_KEPT } from '../limits.js';
import type { Person } from '../person.js';

/** That a closed round was opened again. It stays on the round's cards for as long as there are such cards. */
export interface Reopening {
  readonly at: Date;
  readonly by: Person;
  /** On one line. */
  readonly reason: string;
}

/** The reopenings, with one more. At most `REOPENINGS_KEPT`, the newest. */
export function withReopening(reopenings: readonly Reopening[], reopening: Reopening): readonly Reopening[] {
  return [...reopenings, reopening].slice(-REOPENINGS_KEPT);
}
