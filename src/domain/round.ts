import type { ChannelAddress } from './channel.js';
import type { LocalDate } from './deadline.js';
import type { Department } from './department.js';
import type { Draft } from './draft.js';
import type { RoundId } from './ids.js';
import type { Person } from './person.js';
import type { ReplyVersion } from './reply.js';

/** What every department is asked: the same words for all. */
export interface Ask {
  /** The notat's title. */
  readonly title: string;
  /** The report's name. */
  readonly report: string;
  /** Where the report is read; https only. */
  readonly reportLink: string | undefined;
  readonly question: string;
  readonly deadline: LocalDate;
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
  /** In the order of the notat's rows. */
  readonly invitations: readonly Invitation[];
}

/**
 * `planned`: shown to the secretariat, nothing sent. `starting`: confirmed, its departments being written in
 * batches. `open`: all written; cards go out and answers are taken.
 */
export type RoundState = 'planned' | 'starting' | 'open';

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
  /** The answer that counts now: the newest version. */
  readonly reply: ReplyVersion | undefined;
  /** Text saved for the department and not sent. */
  readonly draft: Draft | undefined;
  /** Why the request card could not be delivered (the connector's status and code), if it could not. */
  readonly undelivered: string | undefined;
}

/** A round with its departments in the notat's order. */
export interface RoundOverview {
  readonly round: Round;
  readonly departments: readonly RoundDepartment[];
}
