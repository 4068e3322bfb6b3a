import { parseDepartmentName } from '../channel/department.js';
import type { Person } from '../person.js';
import { accepted, type Result, refused } from '../result.js';
import { type CommentProblem, parseComment } from './comment.js';

/** That a department finds the report outside its area (*ikke vores område*), until the secretariat has decided. */
export interface Decline {
  /** In one line. */
  readonly reason: string;
  /** The name of the department that should be asked instead, if one was named. */
  readonly instead: string | undefined;
  readonly by: Person;
  readonly at: Date;
  /** That the secretariat agrees. If it does not, the department is asked again. */
  readonly accepted: AcceptedDecline | undefined;
}

export interface AcceptedDecline {
  /** Whether the notat says so in a row, or leaves the department out. */
  readonly inNotat: boolean;
  readonly by: Person;
  readonly at: Date;
}

/** What is wrong with the reason; of the department to ask instead, only that it names a person by number. */
export type DeclineProblem = CommentProblem | { readonly kind: 'cpr number instead' };

/**
 * Judges what was written about a decline.
 *
 * @param written `instead` may be anything that is no name, for none
 */
export function parseDecline(written: {
  readonly reason: unknown;
  readonly instead: unknown;
}): Result<Pick<Decline, 'reason' | 'instead'>, DeclineProblem> {
  const reason = parseComment(written.reason);
  if (!reason.ok) return reason;
  const instead = parseDepartmentName(typeof written.instead === 'string' ? written.instead : '');
  if (!instead.ok && instead.problem.kind === 'cpr number') return refused({ kind: 'cpr number instead' });
  return accepted({ reason: reason.value, instead: instead.ok ? instead.value : undefined });
}
