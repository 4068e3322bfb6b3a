import type { DepartmentId, NotatId } from '../ids.js';
import type { Person } from '../person.js';
import type { ReplyContent, ReplyVersion } from '../reply/reply.js';
import { isLate, standingOf } from '../reply/standing.js';
import { type Deadline, danishDayOf, hasPassed, type LocalDate } from '../round/deadline.js';
import { moveWithRound } from '../round/moved-deadline.js';
import {
  everyDepartment,
  idAndName,
  nameOfUnreadable,
  type Round,
  type RoundDepartment,
  type RoundOverview,
  type RoundPlan,
  type UnreadableDepartment,
} from '../round/round.js';
import { type Block, toBlocks } from '../text/blocks.js';
import type { NotatHeader } from './notat-header.js';
import { withFields } from './own-fields.js';

/** How long a link to a notat's Word file is valid. Our choice: long enough to press it, too short to pass it on. */
export const DOWNLOAD_LINK_MINUTES = 10;

/** `interim` while an answer is awaited, then `complete`; `final` once the secretariat has closed the round. */
export type NotatStatus = 'interim' | 'complete' | 'final';

/** The content of the compiled document. Word, the card in chat and Markdown are all rendered from it. */
export interface NotatModel {
  readonly title: string;
  /** Whether it is a trial's: it shows what the notat will look like, and is none. */
  readonly isTrial: boolean;
  readonly header: NotatHeader;
  /** The day in Denmark on which it was compiled. */
  readonly date: LocalDate;
  readonly introduction: readonly Block[];
  /** Every department of the round, in the round's order, except those that the secretariat has left out. */
  readonly rows: readonly NotatRow[];
  readonly status: NotatStatus;
  /** 1 for a round's first final notat; undefined for a notat that is not final. */
  readonly number: number | undefined;
  readonly counts: NotatCounts;
  /** The sentence about the counts in the secretariat's own words; empty for none, and undefined for the usual one. */
  readonly countsSentence: string | undefined;
  /** The round's. A department may have one of its own. */
  readonly deadline: Deadline;
  /** Who gave each answer, for the last page; empty where the round is to have no such page. */
  readonly origins: readonly AnswerOrigin[];
  /** What a final notat says that the final notat before it did not; empty in every other notat. */
  readonly changes: readonly NamedChange[];
}

/** A change since the final notat before. */
export interface NamedChange {
  readonly department: string;
  readonly kind: ChangeKind;
}

/**
 * `new`: an answer where there was none. `changed`: another answer. `excused`: the notat now says that the report is
 * outside the department's area, or leaves the department out. `missing`: the department no longer has an answer and is
 * no longer excused, because the secretariat has sent it back. `withdrawn`: the round no longer asks it.
 */
export type ChangeKind = 'new' | 'changed' | 'excused' | 'missing' | 'withdrawn';

export interface NotatCounts {
  /** The departments whose answer the round wants: all except those for which the report is outside their area. */
  readonly asked: number;
  readonly answered: number;
  /** How many of those that answered had nothing to say. */
  readonly nil: number;
  /** How many of those that answered did so after the deadline. */
  readonly late: number;
  /** The rows that say that the report is outside the department's area. Departments left out do not count. */
  readonly notTheirs: number;
}

export interface NotatRow {
  readonly department: string;
  readonly answer: NotatAnswer;
  /** When the answer came, if it came after the deadline. */
  readonly receivedLate: Date | undefined;
  /** Whether the secretariat answered for the department. */
  readonly isOnBehalf: boolean;
}

export type NotatAnswer =
  | { readonly kind: 'reply'; readonly blocks: readonly Block[] }
  | { readonly kind: 'nil'; readonly remark: string | undefined }
  /** The report is outside the department's area, and the secretariat agrees. */
  | { readonly kind: 'not theirs' }
  /** Not answered, and the department's deadline has not passed. */
  | { readonly kind: 'awaited'; readonly deadline: Deadline }
  /** Not answered, and the department's deadline has passed. */
  | { readonly kind: 'unanswered' }
  /** The row cannot be read, so nobody knows whether the department has answered. */
  | { readonly kind: 'unreadable' };

/** Where an answer in the notat comes from. */
export interface AnswerOrigin {
  readonly department: string;
  readonly version: number;
  readonly author: string;
  /** The head who sent the answer, if someone else wrote it. */
  readonly approvedBy: string | undefined;
  readonly isOnBehalf: boolean;
  readonly at: Date;
}

/**
 * The version of each department's reply that a notat was made of. With this record the same document can be made again
 * after later corrections.
 */
export interface NotatRecord {
  readonly id: NotatId;
  readonly status: NotatStatus;
  /** As in `NotatModel`. */
  readonly number: number | undefined;
  /** When it was compiled. The words for a department without a reply depend on it. */
  readonly compiledAt: Date;
  /** The round's deadline then; undefined in older records, whose rounds have the same deadline still. */
  readonly deadline: Deadline | undefined;
  /** The number of the municipality's own template that the Word file is written in; 0 for the installation's template. */
  readonly template: number;
  /** Whether it has no Word file, because the template in use could not be read. `template` is 0 then, and means nothing. */
  readonly isTemplateUnreadable: boolean;
  /** In the round's order. */
  readonly versions: readonly RecordedAnswer[];
  /** Identifies the file of a final notat, which is stored for ever; undefined for every other notat. */
  readonly seal: NotatSeal | undefined;
  /** The secretariat's own words then; undefined in older records, whose rounds have the same words still. */
  readonly opening: NotatOpening | undefined;
}

/** The words of a notat that no department has written. They can be changed while the round is open. */
export type NotatOpening = Pick<RoundPlan, 'introduction' | 'header' | 'showOrigins' | 'countsSentence'> &
  Pick<RoundPlan['ask'], 'title'>;

/** Proves which document a final notat is. */
export interface NotatSeal {
  /** The SHA-256 of the Word file, in hexadecimal digits. */
  readonly sha256: string;
  /** Who closed the round. */
  readonly by: Person;
  readonly at: Date;
}

export interface RecordedAnswer {
  readonly departmentId: DepartmentId;
  /** 0 means that no reply counts: there is none, or it was sent back. */
  readonly version: number;
  /** For a department without a reply that is excused: whether the notat says so or leaves the department out. */
  readonly excused: 'in notat' | 'left out' | undefined;
  /**
   * Whether the round waited for the department: it had not answered, or its reply had been sent back. Old records can
   * have this beside a version: they were made when a reply that had been sent back still stood in its row.
   */
  readonly isAwaited: boolean;
  /** Whether the department's row could not be read. Then nothing else is known, and the round waited for it. */
  readonly isUnreadable: boolean;
  /** The department's own deadline; undefined where it had the round's. */
  readonly deadline: Deadline | undefined;
}

/** The name of a notat, as opposed to its content. */
export interface NotatKind {
  readonly status: NotatStatus;
  readonly number: number | undefined;
}

/** The part of one department in a notat, from its row in the round as it is now or as it was then. */
export interface NotatSource {
  readonly name: string;
  /** The reply that the row shows. */
  readonly reply: ReplyVersion | undefined;
  readonly excused: RecordedAnswer['excused'];
  /** Whether the round waited for the department. Beside a reply only in old records; see `RecordedAnswer`. */
  readonly isAwaited: boolean;
  /** As in `RecordedAnswer`. */
  readonly isUnreadable: boolean;
  /** As in `RecordedAnswer`. */
  readonly deadline: Deadline | undefined;
}

/**
 * Compiles the notat from the present state of the round. `now` gives the notat its date, and decides whether the
 * deadline has passed.
 *
 * @param kind given for a final notat; otherwise the content decides whether it is interim or complete
 */
export function compileNotat(overview: RoundOverview, now: Date, kind?: NotatKind): NotatModel {
  const sources = everyDepartment(overview).map((department) => sourceOf(overview.round, department));
  return compileSources(overview.round.plan, sources, now, kind);
}

/**
 * Compiles a notat from the parts of the departments, in the round's order.
 *
 * @param plan with the deadline that the round had when the notat was compiled
 */
export function compileSources(
  { ask, introduction, header, showOrigins, countsSentence }: RoundPlan,
  sources: readonly NotatSource[],
  now: Date,
  kind: NotatKind = kindOf(sources),
): NotatModel {
  const shown = sources.filter(({ excused }) => excused !== 'left out');
  const counts = countsOf(sources, ask.deadline);
  const named = { ...ask, ...counts };
  return {
    title: ask.title,
    isTrial: ask.isTrial,
    header,
    date: danishDayOf(now),
    introduction: toBlocks(withFields(introduction, named)),
    rows: shown.map((source) => rowOf(source, ask.deadline, now)),
    status: kind.status,
    number: kind.number,
    counts,
    countsSentence: countsSentence && withFields(countsSentence, named),
    deadline: ask.deadline,
    origins: showOrigins ? shown.flatMap(originsOf) : [],
    changes: [],
  };
}

/** What the final notat would say of each department if the round were closed now. */
export function answersIfClosed(overview: RoundOverview, now: Date): ReadonlyMap<DepartmentId, NotatAnswer> {
  const { round } = overview;
  return new Map(
    everyDepartment(overview).map((department) => {
      const source = sourceOf(round, department);
      return [idAndName(department).id, rowOf(source, round.plan.ask.deadline, now).answer];
    }),
  );
}

/**
 * Records which versions a notat that is compiled now is made of.
 *
 * @param template the number of the template that it is written in
 */
export function recordNotat(
  id: NotatId,
  overview: RoundOverview,
  now: Date,
  template: number,
  kind?: NotatKind,
): NotatRecord {
  const { round } = overview;
  const sources = everyDepartment(overview).map((department) => sourceOf(round, department));
  return {
    id,
    ...(kind ?? kindOf(sources)),
    compiledAt: now,
    deadline: round.plan.ask.deadline,
    template,
    isTemplateUnreadable: false,
    versions: everyDepartment(overview).map((department) => {
      const { reply, excused, isAwaited: awaited, isUnreadable, deadline } = sourceOf(round, department);
      return {
        departmentId: idAndName(department).id,
        version: reply?.number ?? 0,
        excused,
        isAwaited: awaited,
        isUnreadable,
        deadline,
      };
    }),
    seal: undefined,
    opening: openingOf(round.plan),
  };
}

/** The part of a department that has not answered yet, in a round that has not been started. */
export function unansweredSource(name: string): NotatSource {
  return { ...unreadableSource(name), isUnreadable: false };
}

function openingOf({ ask: { title }, introduction, header, showOrigins, countsSentence }: RoundPlan): NotatOpening {
  return { title, introduction, header, showOrigins, countsSentence };
}

/** The part of a department whose row cannot be read. */
export function unreadableSource(name: string): NotatSource {
  return { name, reply: undefined, excused: undefined, isAwaited: true, isUnreadable: true, deadline: undefined };
}

function sourceOf(round: Round, department: RoundDepartment | UnreadableDepartment): NotatSource {
  if (!('department' in department)) return unreadableSource(nameOfUnreadable(department));
  const { name } = department.department;
  const standing = standingOf(department);
  const own = moveWithRound(round, department)?.to ?? department.ask.deadline;
  const deadline = own === round.plan.ask.deadline ? undefined : own;
  const nothing = { name, reply: undefined, excused: undefined, isAwaited: false, isUnreadable: false, deadline };
  switch (standing.kind) {
    case 'answered':
      return { ...nothing, reply: standing.reply };
    case 'excused':
      return { ...nothing, excused: standing.accepted.inNotat ? 'in notat' : 'left out' };
    case 'withdrawn':
      return { ...nothing, excused: 'left out' };
    case 'awaited':
      return { ...nothing, isAwaited: true };
  }
}

function kindOf(sources: readonly NotatSource[]): NotatKind {
  const isComplete = sources.length > 0 && sources.every((source) => !source.isAwaited);
  return { status: isComplete ? 'complete' : 'interim', number: undefined };
}

function countsOf(sources: readonly NotatSource[], deadline: Deadline): NotatCounts {
  const replied = sources.flatMap(({ isAwaited, reply, deadline: own }) =>
    isAwaited || reply === undefined ? [] : [{ reply, isLate: isLate(reply, own ?? deadline) }],
  );
  return {
    asked: sources.filter(({ excused }) => excused === undefined).length,
    answered: replied.length,
    nil: replied.filter(({ reply }) => reply.content.kind === 'nil').length,
    late: replied.filter((each) => each.isLate).length,
    notTheirs: sources.filter(({ excused }) => excused === 'in notat').length,
  };
}

/** The row of a department in a notat that is compiled after it has sent this answer now. */
export function rowIfSent({ department, ask }: RoundDepartment, content: ReplyContent, now: Date): NotatRow {
  return {
    department: department.name,
    answer: contentOf(content),
    receivedLate: isLate({ at: now }, ask.deadline) ? now : undefined,
    isOnBehalf: false,
  };
}

function rowOf(source: NotatSource, rounds: Deadline, now: Date): NotatRow {
  const { name, reply, deadline = rounds } = source;
  return {
    department: name,
    answer: answerOf(source, deadline, now),
    receivedLate: reply !== undefined && isLate(reply, deadline) ? reply.at : undefined,
    isOnBehalf: reply?.isOnBehalf ?? false,
  };
}

function answerOf({ reply, excused, isUnreadable }: NotatSource, deadline: Deadline, now: Date): NotatAnswer {
  if (isUnreadable) return { kind: 'unreadable' };
  if (reply !== undefined) return contentOf(reply.content);
  if (excused !== undefined) return { kind: 'not theirs' };
  return hasPassed(deadline, now) ? { kind: 'unanswered' } : { kind: 'awaited', deadline };
}

function contentOf(content: ReplyContent): NotatAnswer {
  return content.kind === 'nil' ? content : { kind: 'reply', blocks: toBlocks(content.text) };
}

function originsOf({ name, reply }: NotatSource): readonly AnswerOrigin[] {
  if (reply === undefined) return [];
  const { number, author, approvedBy, isOnBehalf, at } = reply;
  return [{ department: name, version: number, author: author.name, approvedBy: approvedBy?.name, isOnBehalf, at }];
}
