import { parseDepartmentName } from '../channel/department-name.js';
import type { Person } from '../person.js';
import { accepted, type Result, refused } from '../result.js';
import { type CommentProblem, parseComment } from './comment.js';

/** A department's statement that the report is outside its area (*ikke vores område*). The secretariat decides. */
export interface Decline {
  /** On one line. */
  readonly reason: string;
  /** The name of the department that should be asked instead, if the person named one. */
  readonly instead: string | undefined;
  readonly by: Person;
  readonly at: Date;
  /** Set when the secretariat agrees. If the secretariat disagrees, the department is asked again. */
  readonly accepted: AcceptedDecline | undefined;
}

export interface AcceptedDecline {
  /** Whether the notat has a row that says so; otherwise the notat leaves the department out. */
  readonly inNotat: boolean;
  readonly by: Person;
  readonly at: Date;
}

/** What is wrong with the reason. The only problem of `instead` is that it holds a CPR number. */
export type DeclineProblem = CommentProblem | { readonly kind: 'cpr number instead' };

/**
 * Checks what was written about a decline.
 *
 * @param written any `instead` that is no name means that no department is named
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
