import type { Person } from '../person.js';
import type { ReplyContent } from './reply.js';

/**
 * The department's own text as the secretariat would like it to be. It is in no notat until somebody who decides for the
 * department accepts it, which makes it the next version.
 */
export interface ProposedEdit {
  /** The number of the version that it is an edit of. */
  readonly version: number;
  readonly content: ReplyContent;
  readonly by: Person;
  /** It tells one edit of a department from the next. */
  readonly at: Date;
  /** Set when the department keeps its own text. */
  readonly dismissed: DismissedEdit | undefined;
}

export interface DismissedEdit {
  /** Why, on one line; empty where no reason was given. */
  readonly line: string;
  readonly by: Person;
  readonly at: Date;
}

/** Edits are told apart by their times, and clocks of two processes may differ a little. */
export function laterThan(earlier: ProposedEdit | undefined, at: Date): Date {
  return new Date(Math.max(at.getTime(), (earlier?.at.getTime() ?? 0) + 1));
}
