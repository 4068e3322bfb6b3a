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
  /** The button that was pressed, and the raw content of the text field. */
  readonly answer: { readonly kind: 'nil' | 'text'; readonly typed: unknown };
  /** Present when the person was told about CPR numbers and kept them. `reason` is the raw content of its field. */
  readonly keepCpr: { readonly reason: unknown } | undefined;
}

/** An answer that may be stored, with the decision about the CPR numbers in it. */
export interface JudgedAnswer {
  readonly content: ReplyContent;
  readonly cpr: CprDecision | undefined;
}

/** @param present the department's present answer, if there is one */
export function judgeTypedAnswer(
  { answer: { kind, typed }, keepCpr }: TypedAnswer,
  present: ReplyContent | undefined,
): Result<JudgedAnswer, ReplyProblem> {
  const content = kind === 'nil' ? parseNilReply(typed, present) : parseReplyText(typed);
  if (!content.ok) return content;
  const cpr = judgeCprNumbers(wordsOf(content.value), keepCpr);
  return cpr.ok ? accepted({ content: content.value, cpr: cpr.value }) : cpr;
}

/** The audit lines for a decision about CPR numbers. They never hold a number. */
export function cprLines(
  at: Date,
  { by, departmentId }: { readonly by: Person; readonly departmentId: DepartmentId },
  cpr: CprDecision | undefined,
): readonly AuditLine[] {
  if (cpr === undefined) return [];
  return [{ at, by, act: 'cpr number kept', departmentId, subject: cpr.certainty, reason: cpr.reason }];
}
