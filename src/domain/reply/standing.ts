import { type Deadline, hasPassed } from '../round/deadline.js';
import type { Withdrawn } from '../round/plan-change.js';
import type { RoundDepartment } from '../round/round.js';
import type { AcceptedDecline, Decline } from './decline.js';
import type { Proposal } from './proposal.js';
import type { ReplyVersion } from './reply.js';

/**
 * Where a department stands in the round. Every card, every count and every notat uses this, so that no two of them can
 * differ.
 *
 * Whether the round is closed is not part of it: the cards of a closed round show where everyone stood. A new case that
 * is none of these becomes another kind here. The compiler then names every place that has to show it.
 */
export type Standing = Answered | Excused | Awaited | WithdrawnStanding;

/** It has answered, and its answer is in the notat. */
export interface Answered {
  readonly kind: 'answered';
  /** The reply itself says whether the secretariat gave it for the department. */
  readonly reply: ReplyVersion;
  /** Whether it came after the deadline. */
  readonly isLate: boolean;
  /** Another answer, which replaces this one when a head sends it. */
  readonly correction: Proposal | undefined;
}

/** The report is outside its area, and the secretariat agrees. `accepted` says whether the notat has a row for it. */
export interface Excused {
  readonly kind: 'excused';
  readonly decline: Decline;
  readonly accepted: AcceptedDecline;
}

/** It need not answer any more. It counts nowhere, and what it had answered is in no notat. */
export interface WithdrawnStanding {
  readonly kind: 'withdrawn';
  readonly withdrawn: Withdrawn;
}

/** The round waits for the department. In the notat it has not answered. */
export interface Awaited {
  readonly kind: 'awaited';
  /** Where several reasons apply, this is the one that is nearest to an answer. */
  readonly why: AwaitedWhy;
}

export type AwaitedWhy =
  /** It was asked, and has sent nothing. */
  | 'asked'
  /** There is a draft, which is not an answer. */
  | 'draft'
  /** There is an answer, but no head has sent it. */
  | 'awaiting approval'
  /** It says that the report is outside its area, and the secretariat has not decided. */
  | 'declined'
  /** The secretariat has sent back its reply, or its refusal to give one. An earlier reply is then in no notat. */
  | 'returned';

/** Where a department that has been asked stands. */
export function standingOf(department: RoundDepartment): Standing {
  const { reply, sentBack, decline, proposal, ask, withdrawn } = department;
  if (withdrawn !== undefined) return { kind: 'withdrawn', withdrawn };
  if (sentBack !== undefined)
    return { kind: 'awaited', why: proposal === undefined ? 'returned' : 'awaiting approval' };
  if (reply !== undefined)
    return { kind: 'answered', reply, isLate: isLate(reply, ask.deadline), correction: proposal };
  if (decline?.accepted !== undefined) return { kind: 'excused', decline, accepted: decline.accepted };
  return { kind: 'awaited', why: whyAwaited(department) };
}

/** The reply that the notat shows; undefined where there is none, or where the secretariat has sent it back. */
export function replyThatCounts(department: RoundDepartment): ReplyVersion | undefined {
  const standing = standingOf(department);
  return standing.kind === 'answered' ? standing.reply : undefined;
}

/** Whether a department has answered, or had when it was taken out of its round or the round was called off. */
export function hadAnswered(department: RoundDepartment): boolean {
  return replyThatCounts({ ...department, withdrawn: undefined }) !== undefined;
}

/** Whether an answer was given after the deadline. */
export function isLate({ at }: Pick<ReplyVersion, 'at'>, deadline: Deadline): boolean {
  return hasPassed(deadline, at);
}

function whyAwaited({ proposal, decline, draft }: RoundDepartment): AwaitedWhy {
  if (proposal !== undefined) return 'awaiting approval';
  if (decline !== undefined) return 'declined';
  return draft === undefined ? 'asked' : 'draft';
}
