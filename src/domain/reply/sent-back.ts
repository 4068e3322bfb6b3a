import type { Person } from '../person.js';

/** The secretariat's wish for an answer, or for a better one, with its comment. */
export interface SentBack {
  /** On one line. */
  readonly comment: string;
  readonly by: Person;
  readonly at: Date;
}
