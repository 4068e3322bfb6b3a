import type { ChannelAddress } from '../channel/channel.js';
import type { Department } from '../channel/department.js';
import type { DepartmentId, RoundId } from '../ids.js';
import type { NotatHeader } from '../notat/notat-header.js';
import type { Person } from '../person.js';
import type { Decline } from '../reply/decline.js';
import type { Draft } from '../reply/draft.js';
import type { Proposal } from '../reply/proposal.js';
import type { ReplyContent, ReplyVersion } from '../reply/reply.js';
import type { SentBack } from '../reply/sent-back.js';
import type { Deadline } from './deadline.js';

/** What every department is asked: the same words for all. */
export interface Ask {
  /** The notat's title. */
  readonly title: string;
  /** The report's name. */
  readonly report: string;
  /** Where the report is read; https only. */
  readonly reportLink: string | undefined;
  readonly question: string;
  readonly deadline: Deadline;
}

/** A department that is asked, and the channel it is asked in. */
export interface Invitation {
  readonly department: Department;
  readonly address: ChannelAddress;
}

/** What the secretariat has decided about a round before it starts. */
export interface RoundPlan {
  readonly ask: Ask;
  /** The notat's introduction; paragraphs separated by empty lines. May be empty. */
  readonly introduction: string;
  /** What stands at the notat's top. */
  readonly header: NotatHeader;
  /** Whether the notat's last page says who answered, and when. */
  readonly showOrigins: boolean;
  /** The newest earlier round of the same series, whose replies the departments are shown. */
  readonly previousRound: RoundId | undefined;
  /** In the order of the notat's rows. */
  readonly invitations: readonly Invitation[];
}

/**
 * `planned`: shown to the secretariat, nothing sent. `starting`: confirmed, its departments being written in
 * batches. `open`: all written; cards go out and answers are taken. `closing`: its departments are being locked in
 * batches, and answers are taken by those that are not yet. `closed`: all are locked. `reopening`: they are being
 * unlocked; then the round is open again.
 */
export type RoundState = 'planned' | 'starting' | 'open' | 'closing' | 'closed' | 'reopening';

/** One collection for one report. */
export interface Round {
  readonly id: RoundId;
  readonly state: RoundState;
  readonly plan: RoundPlan;
  /** The channel that started it, which gets the notat. */
  readonly secretariat: ChannelAddress;
  readonly createdBy: Person;
  readonly createdAt: Date;
  readonly startedBy: Person | undefined;
  readonly startedAt: Date | undefined;
  /** Who last closed it or had it reopened, and when; undefined for a round that has only ever been open. */
  readonly closedBy: Person | undefined;
  readonly closedAt: Date | undefined;
  /** How many final notats have been made of it. */
  readonly finals: number;
  /** What the check before the final notat found, and the secretariat let stand (`findingKey`). */
  readonly keptFindings: readonly string[];
  /** The departments that could not be read when it was closed, and that someone has closed it without. */
  readonly closedWithout: readonly DepartmentId[];
}

/** What a department wrote in the round before this one of the same series. */
export interface PreviousReply {
  /** That round's notat. */
  readonly title: string;
  readonly content: ReplyContent;
}

/**
 * A department in a round. It carries all that an answer needs (the question, the deadline, the channel), so
 * that an answer reads this one row and no other.
 */
export interface RoundDepartment {
  readonly roundId: RoundId;
  readonly department: Department;
  /** 0 for the notat's first row. */
  readonly position: number;
  readonly address: ChannelAddress;
  readonly ask: Ask;
  /** When the round was started; undefined in rounds from before this was kept. */
  readonly askedAt: Date | undefined;
  readonly previous: PreviousReply | undefined;
  /** The answer that counts now: the newest version. */
  readonly reply: ReplyVersion | undefined;
  /** Text saved for the department and not sent. */
  readonly draft: Draft | undefined;
  /** An answer that waits for a head. */
  readonly proposal: Proposal | undefined;
  readonly decline: Decline | undefined;
  readonly sentBack: SentBack | undefined;
  /** Whether its round is closed: nothing of it changes any more. */
  readonly isLocked: boolean;
  /** The presses that have been carried out, newest last; what is delivered again is among them. At most `PRESSES_KEPT`. */
  readonly presses: readonly string[];
  /** Why the request card could not be delivered (the connector's status and code), if it could not. */
  readonly undelivered: string | undefined;
}

/** A department when it is asked: nothing has come from it yet. */
export function askedDepartment(
  asked: Pick<RoundDepartment, 'roundId' | 'department' | 'position' | 'address' | 'ask' | 'askedAt' | 'previous'>,
): RoundDepartment {
  return {
    ...asked,
    reply: undefined,
    draft: undefined,
    proposal: undefined,
    decline: undefined,
    sentBack: undefined,
    isLocked: false,
    presses: [],
    undelivered: undefined,
  };
}

/** A department of a round whose row is corrupt, of a newer version of the bot, or gone. */
export interface UnreadableDepartment {
  readonly departmentId: DepartmentId;
  /** As the round's plan has it; undefined for one that is not in the plan. */
  readonly name: string | undefined;
  /** As in `RoundDepartment`. */
  readonly position: number;
}

/** Readable or not, in the notat's order. */
export function everyDepartment({
  departments,
  unreadable,
}: RoundOverview): readonly (RoundDepartment | UnreadableDepartment)[] {
  return [...departments, ...unreadable].sort((one, other) => one.position - other.position);
}

/** What an unreadable department is called: by its id where the plan does not name it. */
export function nameOfUnreadable({ name, departmentId }: UnreadableDepartment): string {
  return name ?? departmentId;
}

/** A round with its departments in the notat's order. */
export interface RoundOverview {
  readonly round: Round;
  readonly departments: readonly RoundDepartment[];
  /** The departments of which nothing is known but that they are asked, in the notat's order. */
  readonly unreadable: readonly UnreadableDepartment[];
}

/**
 * The departments that a round should have, and that could not be read. While a round is being written its departments
 * come one batch after the other, and none is missed.
 *
 * @param unreadable those whose rows are there all the same
 */
export function unreadableOf(
  { state, plan }: Round,
  departments: readonly RoundDepartment[],
  unreadable: readonly DepartmentId[],
): readonly UnreadableDepartment[] {
  const isWritten = state !== 'planned' && state !== 'starting';
  const read = new Set(departments.map(({ department }) => department.id));
  const there = new Set(unreadable);
  const invited = plan.invitations.flatMap(({ department: { id, name } }, position) =>
    there.has(id) || (isWritten && !read.has(id)) ? [{ departmentId: id, name, position }] : [],
  );
  const named = new Set(invited.map(({ departmentId }) => departmentId));
  const others = unreadable.filter((id) => !named.has(id));
  const last = plan.invitations.length;
  return [...invited, ...others.map((departmentId) => ({ departmentId, name: undefined, position: last }))];
}
