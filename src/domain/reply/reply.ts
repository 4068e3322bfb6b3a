import type { OperationId } from '../ids.js';
import { CPR_REASON_MAX, NIL_REMARK_MAX, REPLY_MAX } from '../limits.js';
import type { Person } from '../person.js';
import { accepted, type Result, refused } from '../result.js';
import { cleanLine } from '../text/clean-text.js';
import { type CprFinding, cprCertaintyIn } from '../text/cpr.js';
import { cleanedWithin, parseWrittenLine } from '../text/written-text.js';
import { saysNothing } from './nil-words.js';

/** What a department answers: a text, or a nil reply, which says that there is nothing to say. */
export type ReplyContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'nil';
      /** A sentence beside the nil reply, on one line. */
      readonly remark: string | undefined;
    };

/** One answer as it was given. A version is never changed; a correction becomes the next version. */
export interface ReplyVersion {
  /** 1 for the first. */
  readonly number: number;
  readonly content: ReplyContent;
  /** Who wrote it. */
  readonly author: Person;
  /** The head who sent the answer, if someone else wrote it. */
  readonly approvedBy: Person | undefined;
  /** Whether the secretariat answered for the department. */
  readonly isOnBehalf: boolean;
  readonly at: Date;
  readonly operationId: OperationId;
}

/** The version that comes after `present`. By default the department's author sent it without an approval. */
export function versionAfter(
  present: ReplyVersion | undefined,
  made: Pick<ReplyVersion, 'content' | 'author' | 'at' | 'operationId'> &
    Partial<Pick<ReplyVersion, 'approvedBy' | 'isOnBehalf'>>,
): ReplyVersion {
  return { approvedBy: undefined, isOnBehalf: false, ...made, number: (present?.number ?? 0) + 1 };
}

export type ReplyProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too long'; readonly length: number; readonly max: number }
  /** It is no text, or a text without a single word. */
  | { readonly kind: 'unintelligible' }
  /** A certain or a possible CPR number that no person has decided to keep. */
  | { readonly kind: 'cpr number'; readonly certainty: CprFinding['kind'] }
  /** The text holds a certain CPR number, and the person gave no reason for keeping it. */
  | { readonly kind: 'reason missing' }
  | { readonly kind: 'reason too long'; readonly length: number; readonly max: number }
  | { readonly kind: 'reason with cpr number' }
  /** "Nothing to say" together with a text that is longer than one sentence may be. */
  | { readonly kind: 'nil with text'; readonly max: number };

/** A word: two letters in a row, in any script. */
const WORD = /\p{L}\p{M}*\p{L}/u;

/**
 * Cleans and checks a reply's text as it came from a card; clients do not enforce the limits of a field. A text that
 * says that there is nothing to say becomes a nil reply.
 */
export function parseReplyText(raw: unknown): Result<ReplyContent, ReplyProblem> {
  if (raw === undefined || raw === null) return refused({ kind: 'empty' });
  if (typeof raw !== 'string') return refused({ kind: 'unintelligible' });
  const text = fitReplyField(raw);
  if (!text.ok) return text;
  if (saysNothing(text.value)) return accepted({ kind: 'nil', remark: undefined });
  return WORD.test(text.value) ? accepted({ kind: 'text', text: text.value }) : refused({ kind: 'unintelligible' });
}

/** Cleans the content of a reply's field. It may not be empty, and may not be longer than a reply. */
export function fitReplyField(raw: string): Result<string, ReplyProblem> {
  const text = cleanedWithin(raw, REPLY_MAX);
  return text.ok && text.value === '' ? refused({ kind: 'empty' }) : text;
}

/** The person's decision about the CPR numbers in their text. */
export interface CprDecision {
  /** What had been found when the person decided. */
  readonly certainty: CprFinding['kind'];
  /** Why the number must stay; empty where the finding was only possible. */
  readonly reason: string;
}

/** Whether a reply has a number that the department was allowed to keep. Such a reply is not for the secretariat's channel. */
export function hasKeptCpr(reply: Pick<ReplyVersion, 'content'> | undefined): boolean {
  return reply !== undefined && cprCertaintyIn(wordsOf(reply.content)) !== undefined;
}

/**
 * Stops a text with CPR numbers unless the person has decided to keep them. A certain number needs a reason; a possible
 * one needs only the decision.
 *
 * @param keep the person's decision; undefined when they have not been asked yet
 * @returns the decision, for the audit; undefined for a text without CPR numbers
 */
export function judgeCprNumbers(
  text: string,
  keep: { readonly reason: unknown } | undefined,
): Result<CprDecision | undefined, ReplyProblem> {
  const certainty = cprCertaintyIn(text);
  if (certainty === undefined) return accepted(undefined);
  if (keep === undefined) return refused({ kind: 'cpr number', certainty });
  const reason = parseWrittenLine(keep.reason, CPR_REASON_MAX);
  if (reason.ok) return accepted({ certainty, reason: reason.value });
  switch (reason.problem.kind) {
    case 'missing':
      return certainty === 'certain' ? refused({ kind: 'reason missing' }) : accepted({ certainty, reason: '' });
    case 'too long':
      return refused({ kind: 'reason too long', length: reason.problem.length, max: CPR_REASON_MAX });
    case 'cpr number':
      return refused({ kind: 'reason with cpr number' });
  }
}

/**
 * Checks a nil reply together with the content of the card's text field. The field may be empty. It may hold the
 * department's present reply, which the nil reply then replaces, or words that say that there is nothing to say, or a
 * sentence to go with the nil reply. A person who wrote a longer text hardly meant to answer with nothing.
 */
export function parseNilReply(
  typed: unknown,
  present: ReplyContent | undefined,
): Result<Extract<ReplyContent, { kind: 'nil' }>, ReplyProblem> {
  const text = cleanedWithin(typed, REPLY_MAX);
  if (!text.ok) return refused({ kind: 'nil with text', max: NIL_REMARK_MAX });
  if (text.value === '' || saysNothing(text.value) || (present?.kind === 'text' && present.text === text.value)) {
    return accepted({ kind: 'nil', remark: undefined });
  }
  const remark = cleanLine(text.value);
  return remark.length > NIL_REMARK_MAX
    ? refused({ kind: 'nil with text', max: NIL_REMARK_MAX })
    : accepted({ kind: 'nil', remark });
}

/** All the words of an answer. */
export function wordsOf(content: ReplyContent): string {
  return content.kind === 'text' ? content.text : (content.remark ?? '');
}

/** Whether two answers say the same, so that the second one changes nothing. */
export function isSameContent(one: ReplyContent, other: ReplyContent): boolean {
  return one.kind === other.kind && wordsOf(one) === wordsOf(other);
}
