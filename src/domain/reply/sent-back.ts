import type { Person } from '../person.js';

/** That the secretariat wants an answer, or a better one, with what it says about it. */
export interface SentBack {
  /** In one line. */
  readonly comment: string;
  readonly by: Person;
  readonly at: Date;
}
