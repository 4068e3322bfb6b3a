import type { AuditLine } from '../../domain/audit.js';
import type { DepartmentId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import {
  type CprDecision,
  judgeCprNumbers,
  parseNilReply,
  parseReplyText,
  type ReplyContent,
  type ReplyProblem,
  wordsOf,
} from '../../domain/reply/reply.js';
import { accepted, type Result } from '../../domain/result.js';

/** An answer as it came from a card. */
export interface TypedAnswer {
  /** Which button was pressed, and what then stood in the text field. */
  readonly answer: { readonly kind: 'nil' | 'text'; readonly typed: unknown };
  /** Given when the person, told of CPR numbers, has decided that they stay; why is whatever stood in its field. */
  readonly keepCpr: { readonly reason: unknown } | undefined;
}

/** An answer that may be stored, with what was decided about the CPR numbers in it. */
export interface JudgedAnswer {
  readonly content: ReplyContent;
  readonly cpr: CprDecision | undefined;
}

/** @param present what the department answers now, if anything */
export function judgeTypedAnswer(
  { answer: { kind, typed }, keepCpr }: TypedAnswer,
  present: ReplyContent | undefined,
): Result<JudgedAnswer, ReplyProblem> {
  const content = kind === 'nil' ? parseNilReply(typed, present) : parseReplyText(typed);
  if (!content.ok) return content;
  const cpr = judgeCprNumbers(wordsOf(content.value), keepCpr);
  return cpr.ok ? accepted({ content: content.value, cpr: cpr.value }) : cpr;
}

/** What the audit keeps of a decision about CPR numbers: never a number itself. */
export function cprLines(
  at: Date,
  { by, departmentId }: { readonly by: Person; readonly departmentId: DepartmentId },
  cpr: CprDecision | undefined,
): readonly AuditLine[] {
  if (cpr === undefined) return [];
  return [{ at, by, act: 'cpr number kept', departmentId, subject: cpr.certainty, reason: cpr.reason }];
}
