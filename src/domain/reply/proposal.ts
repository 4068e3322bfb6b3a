import type { Person } from '../person.js';
import type { ReplyContent } from './reply.js';

/** An answer by someone who is not a head, until a head sends it. It is not an answer yet, and never in a notat. */
export interface Proposal {
  readonly content: ReplyContent;
  readonly author: Person;
  /** When it was sent for approval; tells one proposal of a department from the next. */
  readonly at: Date;
}
