import type { DepartmentId, NotatId } from '../ids.js';
import type { Person } from '../person.js';
import type { ReplyContent, ReplyVersion } from '../reply/reply.js';
import { isLate, standingOf } from '../reply/standing.js';
import { type Deadline, danishDayOf, hasPassed, type LocalDate } from '../round/deadline.js';
import {
  everyDepartment,
  nameOfUnreadable,
  type RoundDepartment,
  type RoundOverview,
  type RoundPlan,
  type UnreadableDepartment,
} from '../round/round.js';
import { type Block, toBlocks } from '../text/blocks.js';
import type { NotatHeader } from './notat-header.js';

/** How long a link to a notat's Word file holds: long enough to press it, too short to pass on. Our choice. */
export const DOWNLOAD_LINK_MINUTES = 10;

/** `interim` while a department is awaited, then `complete`; `final` once the secretariat has closed the round. */
export type NotatStatus = 'interim' | 'complete' | 'final';

/** The compiled document as a model: Word, the card in chat and Markdown are all drawn from it. */
export interface NotatModel {
  readonly title: string;
  readonly header: NotatHeader;
  /** The day it was compiled, in Denmark. */
  readonly date: LocalDate;
  readonly introduction: readonly Block[];
  /** Every department of the round, in its order, but for those that the secretariat has left out. */
  readonly rows: readonly NotatRow[];
  readonly status: NotatStatus;
  /** 1 for a round's first final notat; undefined for one that is not final. */
  readonly number: number | undefined;
  readonly counts: NotatCounts;
  readonly deadline: Deadline;
  /** Who gave each answer, for the last page; none where the round is to have no such page. */
  readonly origins: readonly AnswerOrigin[];
}

export interface NotatCounts {
  /** The departments whose answer the round wants: all but those whose area it is not. */
  readonly asked: number;
  readonly answered: number;
  /** Of those, the ones with nothing to say. */
  readonly nil: number;
  /** Of those who answered, the ones whose answer came after the deadline. */
  readonly late: number;
  /** The rows that say that it is not their area. Departments that were left out are no rows, and are not counted. */
  readonly notTheirs: number;
}

export interface NotatRow {
  readonly department: string;
  readonly answer: NotatAnswer;
  /** When the answer came, if that was after the deadline. */
  readonly receivedLate: Date | undefined;
  /** Whether the secretariat answered in the department's place. */
  readonly isOnBehalf: boolean;
}

export type NotatAnswer =
  | { readonly kind: 'reply'; readonly blocks: readonly Block[] }
  | { readonly kind: 'nil'; readonly remark: string | undefined }
  /** Outside the department's area, as the secretariat agrees. */
  | { readonly kind: 'not theirs' }
  /** Not answered, and the deadline has not passed. */
  | { readonly kind: 'awaited' }
  /** Not answered, and the deadline has passed. */
  | { readonly kind: 'unanswered' }
  /** Whether the department has answered, and what, cannot be read. */
  | { readonly kind: 'unreadable' };

/** Where an answer in the notat comes from. */
export interface AnswerOrigin {
  readonly department: string;
  readonly version: number;
  readonly author: string;
  /** The head who sent it, if that was someone else. */
  readonly approvedBy: string | undefined;
  readonly isOnBehalf: boolean;
  readonly at: Date;
}

/**
 * Which version of which department's reply a notat was made of, so that the same document can be made again
 * after later corrections.
 */
export interface NotatRecord {
  readonly id: NotatId;
  readonly status: NotatStatus;
  /** As in `NotatModel`. */
  readonly number: number | undefined;
  /** When it was compiled; decides how a department without a reply is named. */
  readonly compiledAt: Date;
  /** The number of the municipality's own template that it is written in; 0 for the installation's. */
  readonly template: number;
  /** Whether it is in the installation's template only because the municipality's own could not be read. */
  readonly isTemplateUnreadable: boolean;
  /** In the round's order. */
  readonly versions: readonly RecordedAnswer[];
  /** Of a final one: what its file is, kept for ever. */
  readonly seal: NotatSeal | undefined;
}

/** What makes a final notat that very document. */
export interface NotatSeal {
  /** Of the Word file, in hexadecimal digits. */
  readonly sha256: string;
  /** Who closed the round. */
  readonly by: Person;
  readonly at: Date;
}

export interface RecordedAnswer {
  readonly departmentId: DepartmentId;
  /** 0 stands for no reply that counts: there is none, or it was sent back. */
  readonly version: number;
  /** For a department without a reply whose area it is not: whether the notat says so or leaves it out. */
  readonly excused: 'in notat' | 'left out' | undefined;
  /**
   * Whether the round waited for the department: it had not answered, or its reply had been sent back. Beside a version
   * in records from when a reply that had been sent back still stood in its row.
   */
  readonly isAwaited: boolean;
  /** Whether its row could not be read; then nothing else is known, and the round waited for it. */
  readonly isUnreadable: boolean;
}

/** What a notat is called, besides what is in it. */
export interface NotatKind {
  readonly status: NotatStatus;
  readonly number: number | undefined;
}

/** What one department gives a notat: its row in the round as it stands, or as it stood. */
export interface NotatSource {
  readonly name: string;
  /** What its row shows. */
  readonly reply: ReplyVersion | undefined;
  readonly excused: RecordedAnswer['excused'];
  /** Whether the round waited for the department; with a reply in old records only, see `RecordedAnswer`. */
  readonly isAwaited: boolean;
  /** As in `RecordedAnswer`. */
  readonly isUnreadable: boolean;
}

/**
 * Compiles the notat as it stands. `now` gives it its date, and decides whether the deadline has passed.
 *
 * @param kind given for a final one; otherwise it is interim or complete by what is in it
 */
export function compileNotat(overview: RoundOverview, now: Date, kind?: NotatKind): NotatModel {
  return compileSources(overview.round.plan, everyDepartment(overview).map(sourceOf), now, kind);
}

/** Compiles a notat of what the departments gave it, in the round's order. */
export function compileSources(
  { ask, introduction, header, showOrigins }: RoundPlan,
  sources: readonly NotatSource[],
  now: Date,
  kind: NotatKind = kindOf(sources),
): NotatModel {
  const shown = sources.filter(({ excused }) => excused !== 'left out');
  return {
    title: ask.title,
    header,
    date: danishDayOf(now),
    introduction: toBlocks(introduction),
    rows: shown.map((source) => rowOf(source, ask.deadline, now)),
    status: kind.status,
    number: kind.number,
    counts: countsOf(sources, ask.deadline),
    deadline: ask.deadline,
    origins: showOrigins ? shown.flatMap(originsOf) : [],
  };
}

/**
 * Notes what a notat compiled now is made of.
 *
 * @param template the number of the template that it is written in
 */
export function recordNotat(
  id: NotatId,
  overview: RoundOverview,
  now: Date,
  template: number,
  kind: NotatKind = kindOf(everyDepartment(overview).map(sourceOf)),
): NotatRecord {
  return {
    id,
    ...kind,
    compiledAt: now,
    template,
    isTemplateUnreadable: false,
    versions: everyDepartment(overview).map((department) => {
      const { reply, excused, isAwaited: awaited, isUnreadable } = sourceOf(department);
      const departmentId = 'department' in department ? department.department.id : department.departmentId;
      return { departmentId, version: reply?.number ?? 0, excused, isAwaited: awaited, isUnreadable };
    }),
    seal: undefined,
  };
}

/** What a department gives that cannot be read. */
export function unreadableSource(name: string): NotatSource {
  return { name, reply: undefined, excused: undefined, isAwaited: true, isUnreadable: true };
}

function sourceOf(department: RoundDepartment | UnreadableDepartment): NotatSource {
  if (!('department' in department)) return unreadableSource(nameOfUnreadable(department));
  const { name } = department.department;
  const standing = standingOf(department);
  const nothing = { name, reply: undefined, excused: undefined, isAwaited: false, isUnreadable: false };
  switch (standing.kind) {
    case 'answered':
      return { ...nothing, reply: standing.reply };
    case 'excused':
      return { ...nothing, excused: standing.accepted.inNotat ? 'in notat' : 'left out' };
    case 'awaited':
      return { ...nothing, isAwaited: true };
  }
}

function kindOf(sources: readonly NotatSource[]): NotatKind {
  const isComplete = sources.length > 0 && sources.every((source) => !source.isAwaited);
  return { status: isComplete ? 'complete' : 'interim', number: undefined };
}

function countsOf(sources: readonly NotatSource[], deadline: Deadline): NotatCounts {
  const replies = sources.flatMap((source) => (source.isAwaited ? [] : (source.reply ?? [])));
  return {
    asked: sources.filter(({ excused }) => excused === undefined).length,
    answered: replies.length,
    nil: replies.filter(({ content }) => content.kind === 'nil').length,
    late: replies.filter((reply) => isLate(reply, deadline)).length,
    notTheirs: sources.filter(({ excused }) => excused === 'in notat').length,
  };
}

function rowOf(source: NotatSource, deadline: Deadline, now: Date): NotatRow {
  const { name, reply } = source;
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
  return { kind: hasPassed(deadline, now) ? 'unanswered' : 'awaited' };
}

function contentOf(content: ReplyContent): NotatAnswer {
  return content.kind === 'nil' ? content : { kind: 'reply', blocks: toBlocks(content.text) };
}

function originsOf({ name, reply }: NotatSource): readonly AnswerOrigin[] {
  if (reply === undefined) return [];
  const { number, author, approvedBy, isOnBehalf, at } = reply;
  return [{ department: name, version: number, author: author.name, approvedBy: approvedBy?.name, isOnBehalf, at }];
}
