import { type Block, toBlocks } from './blocks.js';
import { hasPassed, type LocalDate } from './deadline.js';
import type { DepartmentId, NotatId } from './ids.js';
import { progressOf } from './progress.js';
import type { ReplyContent } from './reply.js';
import type { RoundOverview } from './round.js';

/** How long a link to a notat's Word file holds: long enough to press it, too short to pass on. Our choice. */
export const DOWNLOAD_LINK_MINUTES = 10;

/** The compiled document as a model: Word, the card in chat and Markdown are all drawn from it. */
export interface NotatModel {
  readonly title: string;
  readonly introduction: readonly Block[];
  /** Every department of the round, in its order, always. */
  readonly rows: readonly NotatRow[];
  /** `interim` while a department has not answered. */
  readonly status: 'interim' | 'complete';
  readonly answered: number;
  readonly deadline: LocalDate;
}

export interface NotatRow {
  readonly department: string;
  readonly answer: NotatAnswer;
}

export type NotatAnswer =
  | { readonly kind: 'reply'; readonly blocks: readonly Block[] }
  | { readonly kind: 'nil' }
  /** Not answered, and the deadline has not passed. */
  | { readonly kind: 'awaited' }
  /** Not answered, and the deadline has passed. */
  | { readonly kind: 'unanswered' };

/**
 * Which version of which department's reply a notat was made of, so that the same document can be made again
 * after later corrections.
 */
export interface NotatRecord {
  readonly id: NotatId;
  readonly status: NotatModel['status'];
  /** When it was compiled; decides how a department without a reply is named. */
  readonly compiledAt: Date;
  /** In the round's order; 0 stands for no reply. */
  readonly versions: readonly { readonly departmentId: DepartmentId; readonly version: number }[];
}

/** Compiles the notat as it stands. `now` only decides whether the deadline has passed. */
export function compileNotat(overview: RoundOverview, now: Date): NotatModel {
  const { ask, introduction } = overview.round.plan;
  const progress = progressOf(overview.departments);
  const missing: NotatAnswer = { kind: hasPassed(ask.deadline, now) ? 'unanswered' : 'awaited' };
  return {
    title: ask.title,
    introduction: toBlocks(introduction),
    rows: overview.departments.map(({ department, reply }) => ({
      department: department.name,
      answer: reply === undefined ? missing : answerOf(reply.content),
    })),
    status: progress.isComplete ? 'complete' : 'interim',
    answered: progress.answered.length,
    deadline: ask.deadline,
  };
}

/** Notes what a notat compiled now is made of. */
export function recordNotat(id: NotatId, overview: RoundOverview, now: Date): NotatRecord {
  return {
    id,
    status: progressOf(overview.departments).isComplete ? 'complete' : 'interim',
    compiledAt: now,
    versions: overview.departments.map(({ department, reply }) => ({
      departmentId: department.id,
      version: reply?.number ?? 0,
    })),
  };
}

function answerOf(content: ReplyContent): NotatAnswer {
  return content.kind === 'nil' ? { kind: 'nil' } : { kind: 'reply', blocks: toBlocks(content.text) };
}
