import type { ChannelAddress, PostedMessage } from '../channel/channel.js';
import type { Department } from '../channel/department.js';
import type { DepartmentId, RoundId } from '../ids.js';
import type { NotatHeader } from '../notat/notat-header.js';
import type { Person } from '../person.js';
import type { AnswerToAll } from '../reply/answer-to-all.js';
import type { Decline } from '../reply/decline.js';
import type { Draft } from '../reply/draft.js';
import type { Proposal } from '../reply/proposal.js';
import type { ProposedEdit } from '../reply/proposed-edit.js';
import type { Question } from '../reply/question.js';
import type { Reminder } from '../reply/reminder.js';
import type { ReplyContent, ReplyVersion } from '../reply/reply.js';
import type { SentBack } from '../reply/sent-back.js';
import type { TimeRequest } from '../reply/time-request.js';
import type { DepartmentNotice } from '../work/delivery.js';
import type { Trouble } from '../work/trouble.js';
import type { Deadline } from './deadline.js';
import type { DeadlineMove } from './deadline-move.js';
import type { FinalNotat } from './final-notat.js';
import type { PlanChange, SeenChange, Withdrawn } from './plan-change.js';
import type { PlanSaved } from './plan-saved.js';
import type { ReminderPlan } from './reminder-plan.js';
import type { Reopening } from './reopening.js';
import type { WorkCalendar } from './working-days.js';

/** The question of a round. Every department gets the same words. */
export interface Ask {
  /** The title of the notat. */
  readonly title: string;
  /** The name of the report. */
  readonly report: string;
  /** The address of the report; https only. */
  readonly reportLink: string | undefined;
  readonly question: string;
  readonly deadline: Deadline;
  /** The calendar when the round was planned. */
  readonly calendar: WorkCalendar;
  /**
   * Whether this is a trial: a copy of a planned round, in which every card is the secretariat's own. Its title says so
   * too, and so does everything that shows the title.
   */
  readonly isTrial: boolean;
}

/** A department that is asked, and the channel where it is asked. */
export interface Invitation {
  readonly department: Department;
  readonly address: ChannelAddress;
}

/** A start that has been put off until a later time. */
export interface LaterStart {
  readonly at: Date;
  /** Who decided it. The round is started in that person's name. */
  readonly by: Person;
  /** The card on which it was decided; undefined where the client did not send its id. */
  readonly posted: PostedMessage | undefined;
}

/** The secretariat's decisions about a round before it starts. */
export interface RoundPlan {
  readonly ask: Ask;
  /** The notat's introduction, with empty lines between its paragraphs. It may be empty. */
  readonly introduction: string;
  /** The fields at the top of the notat. */
  readonly header: NotatHeader;
  /** Whether the notat has a last page that says who answered, and when. */
  readonly showOrigins: boolean;
  /** When the silent departments are reminded. */
  readonly reminders: ReminderPlan;
  /** When the round starts by itself; undefined where somebody must start it. Only a planned round may have it. */
  readonly startAt: LaterStart | undefined;
  /**
   * The notat's sentence about how many have answered, in the secretariat's own words, with fields (`OWN_FIELDS`); empty
   * where the notat has no such sentence, and undefined for the usual one.
   */
  readonly countsSentence: string | undefined;
  /** The earlier round that is *last year's*, as the secretariat has chosen. The departments see their replies from it. */
  readonly previousRound: RoundId | undefined;
  /** In the order of the notat's rows. */
  readonly invitations: readonly Invitation[];
}

/**
 * `planned`: the secretariat has seen it, and nothing has been sent. `starting`: it is confirmed, and the rows of its
 * departments are being written in batches. `open`: all rows are written; cards are sent and answers are accepted.
 * `closing`: its departments are being locked in batches; those that are not locked yet may still answer. `closed`: all
 * departments are locked. `reopening`: they are being unlocked; then the round is open again. `withdrawing`: the round is
 * called off, and its departments are being told so in batches. `withdrawn`: all have been. Their answers are kept, and
 * there is no notat.
 */
export type RoundState =
  | 'planned'
  | 'starting'
  | 'open'
  | 'closing'
  | 'closed'
  | 'reopening'
  | 'withdrawing'
  | 'withdrawn';

/** Whether nothing in the round's departments changes any more, unless it is opened again. */
export function isOver(state: RoundState): boolean {
  return state === 'closed' || isCalledOff(state);
}

/** Whether the round has been called off: it gets no notat, and nobody is asked any more. */
export function isCalledOff(state: RoundState): boolean {
  return state === 'withdrawing' || state === 'withdrawn';
}

/** One collection of answers for one report. */
export interface Round {
  readonly id: RoundId;
  readonly state: RoundState;
  readonly plan: RoundPlan;
  /**
   * The secretariat's channel when the round was planned. The round belongs to the tenant's secretariat. If that is in
   * another channel now, the round's notats and cards go there.
   */
  readonly secretariat: ChannelAddress;
  readonly createdBy: Person;
  readonly createdAt: Date;
  /** Who changed the plan last before the round was started; undefined where nobody did. */
  readonly planSaved: PlanSaved | undefined;
  readonly startedBy: Person | undefined;
  readonly startedAt: Date | undefined;
  /** The person who last closed the round or had it reopened; undefined if neither has happened. */
  readonly closedBy: Person | undefined;
  readonly closedAt: Date | undefined;
  /** How many final notats have been made of it. */
  readonly finals: number;
  /** When it was opened again after it had been closed, the newest last. At most `REOPENINGS_KEPT`. */
  readonly reopenings: readonly Reopening[];
  /** The keys (`findingKey`) of what the check before the final notat found, and the secretariat let stand. */
  readonly keptFindings: readonly string[];
  /** The departments whose rows could not be read when the round was closed, and that it was closed without. */
  readonly closedWithout: readonly DepartmentId[];
  /** What has not been delivered to the secretariat; undefined where everything has. */
  readonly trouble: Trouble | undefined;
  /** As in `RoundDepartment`, for the presses that are about the round's own trouble. */
  readonly presses: readonly string[];
  /** The moves of the round's deadline, the newest last. At most `MOVES_KEPT`. */
  readonly deadlineMoves: readonly DeadlineMove[];
  /** Whether its duties have been owed. A round that version 0.1 opened owes none yet. */
  readonly hasDuties: boolean;
  /** The newest morning message to the secretariat; undefined before the first. */
  readonly digest: Digest | undefined;
  /** The secretariat's overview, which is kept true; undefined where it is not known. */
  readonly desk: PostedMessage | undefined;
  /** What the secretariat has answered all departments, the newest last. At most `ANSWERS_TO_ALL_KEPT`. */
  readonly answersToAll: readonly AnswerToAll[];
  /** What has been changed since it was started, the newest last. At most `CHANGES_KEPT`. */
  readonly changes: readonly PlanChange[];
  /** Whether departments have yet to follow the newest change. Then a department of the plan may have no row yet. */
  readonly isFollowing: boolean;
  /** Who called the whole round off, and why; undefined where nobody has. */
  readonly withdrawn: Omit<Withdrawn, 'scope'> | undefined;
}

/** A round as it is when it has been planned, and nothing else has happened. */
export function plannedRound(planned: Pick<Round, 'id' | 'plan' | 'secretariat' | 'createdBy' | 'createdAt'>): Round {
  return {
    ...planned,
    state: 'planned',
    planSaved: undefined,
    startedBy: undefined,
    startedAt: undefined,
    closedBy: undefined,
    closedAt: undefined,
    finals: 0,
    reopenings: [],
    keptFindings: [],
    closedWithout: [],
    trouble: undefined,
    presses: [],
    deadlineMoves: [],
    hasDuties: false,
    digest: undefined,
    desk: undefined,
    answersToAll: [],
    changes: [],
    isFollowing: false,
    withdrawn: undefined,
  };
}

/** A morning message that tells the secretariat the news of the round. */
export interface Digest {
  /** It tells what has happened after this. */
  readonly since: Date;
  /** When it was owed. What has happened since is news for the next one. */
  readonly at: Date;
  /** Where it is; undefined until it has been sent. */
  readonly posted: PostedMessage | undefined;
}

/** A message in the thread of a department's card, which is there as long as somebody must act. */
export interface StandingNotice {
  readonly notice: DepartmentNotice;
  readonly posted: PostedMessage;
}

/** A department's reply in the previous round of the same series. */
export interface PreviousReply {
  /** The title of that round's notat. */
  readonly title: string;
  readonly content: ReplyContent;
}

/**
 * A department in a round. Its row holds everything that an answer needs (the question, the deadline, the channel), so
 * that storing an answer needs to read only this row.
 */
export interface RoundDepartment {
  readonly roundId: RoundId;
  readonly department: Department;
  /** 0 for the first row of the notat. */
  readonly position: number;
  readonly address: ChannelAddress;
  readonly ask: Ask;
  /** When the round was started; undefined in rounds that were stored before this property existed. */
  readonly askedAt: Date | undefined;
  readonly previous: PreviousReply | undefined;
  /** The answer that the department gave last, its newest version. */
  readonly reply: ReplyVersion | undefined;
  /** A text that was saved for the department and has not been sent. */
  readonly draft: Draft | undefined;
  /** An answer that waits until a head sends it. */
  readonly proposal: Proposal | undefined;
  readonly decline: Decline | undefined;
  readonly sentBack: SentBack | undefined;
  /** Whether its round is closed. Nothing that the department has said changes while it is locked. */
  readonly isLocked: boolean;
  /** The presses that were carried out, the newest last, to recognise repeated deliveries. At most `PRESSES_KEPT`. */
  readonly presses: readonly string[];
  /** What has not been delivered to its channel; undefined where everything has. */
  readonly trouble: Trouble | undefined;
  /**
   * The cards in its channel that the bot knows, the oldest first: the request card, and others that somebody has used.
   * At most `CARDS_KEPT`. undefined where an older version of the bot wrote the row, which does not tell.
   */
  readonly cards: readonly PostedMessage[] | undefined;
  /** The ids of the people whom its card does not mention, because they were told of it personally. */
  readonly personally: readonly string[];
  /** How many changes of the row have owed something. It orders what they owe. */
  readonly changes: number;
  /** The reminders that it has been owed, the newest last. At most `REMINDERS_KEPT`. */
  readonly reminders: readonly Reminder[];
  /** The message below its card. There is at most one: a new one takes its place. */
  readonly notice: StandingNotice | undefined;
  /** The secretariat's card about its decline or its request for more time; undefined where there is none. */
  readonly decisionCard: PostedMessage | undefined;
  /** The moves of its deadline, the newest last. At most `MOVES_KEPT`. */
  readonly deadlineMoves: readonly DeadlineMove[];
  /** Its newest request for more time. */
  readonly timeRequest: TimeRequest | undefined;
  /** The edit of its reply that the secretariat proposed last; undefined where it has answered since. */
  readonly proposedEdit: ProposedEdit | undefined;
  /** Its round's newest final notat; undefined until the round has been closed, and the department told. */
  readonly final: FinalNotat | undefined;
  /** As in `Round`. */
  readonly reopenings: readonly Reopening[];
  /** What it has asked the secretariat, the newest last. At most `QUESTIONS_KEPT`. */
  readonly questions: readonly Question[];
  /** Those of its round's answers to all that it has got, the newest last. At most `ANSWERS_TO_ALL_KEPT`. */
  readonly answersToAll: readonly AnswerToAll[];
  /** Which words on its card the secretariat has changed; undefined where none, or where it has answered since. */
  readonly changed: SeenChange | undefined;
  /** Why it need not answer any more; undefined while it must. A withdrawn department is locked. */
  readonly withdrawn: Withdrawn | undefined;
}

/** A department when it is asked and has not reacted yet. */
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
    trouble: undefined,
    cards: [],
    personally: [],
    changes: 0,
    reminders: [],
    notice: undefined,
    decisionCard: undefined,
    deadlineMoves: [],
    timeRequest: undefined,
    proposedEdit: undefined,
    final: undefined,
    reopenings: [],
    questions: [],
    answersToAll: [],
    changed: undefined,
    withdrawn: undefined,
  };
}

/** A department of a round whose row is corrupt, or missing, or written by a newer version of the bot. */
export interface UnreadableDepartment {
  readonly departmentId: DepartmentId;
  /** Its name in the round's plan; undefined for a department that is not in the plan. */
  readonly name: string | undefined;
  /** As in `RoundDepartment`. */
  readonly position: number;
}

/** All departments, readable or not, in the notat's order. */
export function everyDepartment({
  departments,
  unreadable,
}: RoundOverview): readonly (RoundDepartment | UnreadableDepartment)[] {
  return [...departments, ...unreadable].sort((one, other) => one.position - other.position);
}

/** The name of an unreadable department, or its id where the plan does not name it. */
export function nameOfUnreadable({ name, departmentId }: UnreadableDepartment): string {
  return name ?? departmentId;
}

/** The same of any department, readable or not. */
export function idAndName(department: RoundDepartment | UnreadableDepartment): {
  readonly id: DepartmentId;
  readonly name: string;
} {
  if ('department' in department) return department.department;
  return { id: department.departmentId, name: nameOfUnreadable(department) };
}

/** A round with its departments in the notat's order. */
export interface RoundOverview {
  readonly round: Round;
  readonly departments: readonly RoundDepartment[];
  /** The departments whose rows cannot be read, in the notat's order. It is only known that they are asked. */
  readonly unreadable: readonly UnreadableDepartment[];
  /** Those that have been withdrawn. They count nowhere; only what was recorded before still has their answers. */
  readonly withdrawn: readonly RoundDepartment[];
}

/** A round with the departments of its rows, those that were withdrawn apart. @param all in the notat's order */
export function overviewOf(
  round: Round,
  all: readonly RoundDepartment[],
  unreadable: readonly DepartmentId[],
): RoundOverview {
  return {
    round,
    departments: all.filter(({ withdrawn }) => withdrawn === undefined),
    unreadable: unreadableOf(round, all, unreadable),
    withdrawn: all.filter(({ withdrawn }) => withdrawn !== undefined),
  };
}

/**
 * The departments of a round that are missing among those that could be read. While the rows of a round are being
 * written, batch after batch, a row that is not there yet does not count as missing. Nobody waits for one that was
 * withdrawn, whether it can be read or not.
 *
 * @param unreadable the departments whose rows exist but cannot be understood
 */
export function unreadableOf(
  { state, plan, changes, isFollowing }: Round,
  departments: readonly RoundDepartment[],
  unreadable: readonly DepartmentId[],
): readonly UnreadableDepartment[] {
  const isWritten = state !== 'planned' && state !== 'starting' && !isFollowing && !isCalledOff(state);
  const read = new Set(departments.map(({ department }) => department.id));
  const there = new Set(unreadable);
  const invited = plan.invitations.flatMap(({ department: { id, name } }, position) =>
    there.has(id) || (isWritten && !read.has(id)) ? [{ departmentId: id, name, position }] : [],
  );
  const named = new Set(invited.map(({ departmentId }) => departmentId));
  const gone = new Set(changes.flatMap(({ withdrawn }) => withdrawn));
  const others = unreadable.filter((id) => !named.has(id) && !gone.has(id));
  const last = plan.invitations.length;
  return [...invited, ...others.map((departmentId) => ({ departmentId, name: undefined, position: last }))];
}
