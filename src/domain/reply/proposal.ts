import type { Person } from '../person.js';
import type { ReplyContent } from './reply.js';

/** An answer by someone who is not a head. It does not count, and is not in a notat, until a head sends it. */
export interface Proposal {
  readonly content: ReplyContent;
  readonly author: Person;
  /** When it was sent for approval. It tells one proposal of a department from the next. */
  readonly at: Date;
}
