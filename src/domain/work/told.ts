import type { Department } from '../channel/department.js';
import { isUndecided, waitsForSecretariat } from '../duties.js';
import type { NotatStatus } from '../notat/notat.js';
import { eachOnce, type Person } from '../person.js';
import { type DepartmentActs, unreadAnswers } from '../reply/open-questions.js';
import type { ShownCard } from '../reply/shown-card.js';
import { standingOf } from '../reply/standing.js';
import type { Ask, Round, RoundDepartment, RoundOverview } from '../round/round.js';
import type { DepartmentNotice } from './delivery.js';

/** A kind of message, as far as it decides who is mentioned in it. */
export type MessageKind =
  /** The department's card. */
  | `card: ${ShownCard['kind']}`
  | `notice: ${DepartmentNotice}`
  /** The secretariat's card about a department that asks for something. */
  | `decision: ${Decision}`
  | `question: ${'open' | 'answered'}`
  | `digest: ${'undecided' | 'news'}`
  | 'troubles'
  | 'round card'
  | `notat: ${NotatStatus}`
  | 'setup request'
  | 'setup answer'
  | 'secretariat moved'
  | 'place news';

/** What the secretariat must decide about a department. `made`: nothing, or nothing any more. */
export type Decision = 'decline' | 'time request' | 'made';

/** `starter`: the person who started the round. `askers`: those who asked what the secretariat has answered. */
export type Told = 'nobody' | 'heads' | 'heads and deputies' | 'starter' | 'askers';

/**
 * Who is mentioned in each kind of message: exactly the people who must act. A head who is reminded has been silent, and
 * may be away, so the deputies are told too.
 */
export const TOLD = {
  'card: asked': 'heads',
  'card: draft': 'heads',
  'card: returned': 'heads',
  'card: approval': 'heads',
  'card: receipt': 'nobody',
  'card: declined': 'nobody',
  'card: excused': 'nobody',
  'card: closed': 'nobody',
  'card: withdrawn': 'nobody',
  'notice: nudged': 'heads and deputies',
  'notice: told again': 'heads and deputies',
  'notice: sent back': 'heads',
  'notice: approval wanted': 'heads',
  'notice: answered on behalf': 'heads',
  'notice: reopened': 'heads',
  'notice: deadline moved': 'heads',
  'notice: time declined': 'heads',
  'notice: question answered': 'askers',
  'notice: answered to all': 'heads',
  'notice: edit proposed': 'heads',
  'decision: decline': 'starter',
  'decision: time request': 'starter',
  'decision: made': 'nobody',
  'question: open': 'starter',
  'question: answered': 'nobody',
  'digest: undecided': 'starter',
  'digest: news': 'nobody',
  troubles: 'starter',
  'round card': 'nobody',
  'notat: interim': 'nobody',
  'notat: complete': 'starter',
  'notat: final': 'nobody',
  'setup request': 'nobody',
  'setup answer': 'nobody',
  'secretariat moved': 'nobody',
  'place news': 'nobody',
} as const satisfies Readonly<Record<MessageKind, Told>>;

/** A kind of message that mentions somebody. */
export type TellingMessage = {
  [Kind in MessageKind]: (typeof TOLD)[Kind] extends 'nobody' ? never : Kind;
}[MessageKind];

export function isTelling(kind: MessageKind): kind is TellingMessage {
  return TOLD[kind] !== 'nobody';
}

/** The people among whom a message finds those whom it mentions. A department's row is one, with its own askers. */
export interface Around extends Partial<DepartmentActs> {
  readonly department?: Pick<Department, 'heads' | 'deputies'> | undefined;
  readonly starter?: Person | undefined;
  /** What the message is about. A trial mentions nobody. */
  readonly ask?: Pick<Ask, 'isTrial'> | undefined;
}

/** Who is mentioned among the people who must act, where it is not all of them. The others are named without it. */
export interface Mentioned {
  /** The ids of the people who are told personally. */
  readonly personally: readonly string[];
  /** The ids of the people whom the message is only for; undefined where it is for everyone. */
  readonly only: readonly string[] | undefined;
}

/** The people whom a message tells, each once. A department without heads has nobody who alone must act. */
export function peopleTold(kind: MessageKind, around: Around): readonly Person[] {
  const { department, starter, ask } = around;
  if (ask?.isTrial === true) return [];
  const { heads, deputies } = department ?? { heads: [], deputies: [] };
  switch (TOLD[kind]) {
    case 'nobody':
      return [];
    case 'heads':
      return eachOnce(heads);
    case 'heads and deputies':
      return heads.length === 0 ? [] : eachOnce([...heads, ...deputies]);
    case 'starter':
      return starter === undefined ? [] : [starter];
    case 'askers':
      return eachOnce(unreadAnswers({ ...NO_ACTS, ...around }).map(({ by }) => by));
  }
}

const NO_ACTS: DepartmentActs = {
  questions: [],
  reply: undefined,
  draft: undefined,
  proposal: undefined,
  decline: undefined,
  timeRequest: undefined,
};

/** The person who is told about a round. Old rounds do not say who started them. */
export function starterOf({ startedBy, createdBy }: Pick<Round, 'startedBy' | 'createdBy'>): Person {
  return startedBy ?? createdBy;
}

export function decisionOf(department: RoundDepartment): Decision {
  if (!isUndecided(department)) return 'made';
  const standing = standingOf(department);
  return standing.kind === 'awaited' && standing.why === 'declined' ? 'decline' : 'time request';
}

/** How many departments wait for the secretariat. */
export function undecidedIn({ departments }: RoundOverview): number {
  return departments.filter(waitsForSecretariat).length;
}
