import type { OperationId } from '../ids.js';
import { CPR_REASON_MAX, NIL_REMARK_MAX, REPLY_MAX } from '../limits.js';
import type { Person } from '../person.js';
import { accepted, type Result, refused } from '../result.js';
import { cleanLine } from '../text/clean-text.js';
import { type CprFinding, cprCertaintyIn } from '../text/cpr.js';
import { cleanedWithin, parseWrittenLine } from '../text/written-text.js';
import { saysNothing } from './nil-words.js';

/** What a department answers: a text, or that there is nothing to say (a nil reply). */
export type ReplyContent =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'nil';
      /** A sentence to go with it, in one line. */
      readonly remark: string | undefined;
    };

/** One answer as it was given. Versions are never changed; a correction is the next one. */
export interface ReplyVersion {
  /** 1 for the first. */
  readonly number: number;
  readonly content: ReplyContent;
  /** Who wrote it. */
  readonly author: Person;
  /** The head who sent what someone else had written. */
  readonly approvedBy: Person | undefined;
  /** Whether the secretariat answered in the department's place. */
  readonly isOnBehalf: boolean;
  readonly at: Date;
  readonly operationId: OperationId;
}

/** The version that comes after `present`, by its author alone unless said otherwise. */
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
  /** Not text at all, or text without a word in it. */
  | { readonly kind: 'unintelligible' }
  /** A CPR number, or what may be one, that nobody has said may stay. */
  | { readonly kind: 'cpr number'; readonly certainty: CprFinding['kind'] }
  /** Why a CPR number must stay was not said, or not in so few characters, or by naming one. */
  | { readonly kind: 'reason missing' }
  | { readonly kind: 'reason too long'; readonly length: number; readonly max: number }
  | { readonly kind: 'reason with cpr number' }
  /** "Nothing to say" together with more text than a sentence. */
  | { readonly kind: 'nil with text'; readonly max: number };

/** A word: two letters together, in any script. */
const WORD = /\p{L}\p{M}*\p{L}/u;

/**
 * Cleans and judges a reply's text as it came from a card; clients enforce none of a field's limits. A text that says
 * in words that there is nothing to say is a nil reply.
 */
export function parseReplyText(raw: unknown): Result<ReplyContent, ReplyProblem> {
  if (raw === undefined || raw === null) return refused({ kind: 'empty' });
  if (typeof raw !== 'string') return refused({ kind: 'unintelligible' });
  const text = fitReplyField(raw);
  if (!text.ok) return text;
  if (saysNothing(text.value)) return accepted({ kind: 'nil', remark: undefined });
  return WORD.test(text.value) ? accepted({ kind: 'text', text: text.value }) : refused({ kind: 'unintelligible' });
}

/** Cleans what stood in a reply's field: there must be something, and no more than a reply may hold. */
export function fitReplyField(raw: string): Result<string, ReplyProblem> {
  const text = cleanedWithin(raw, REPLY_MAX);
  return text.ok && text.value === '' ? refused({ kind: 'empty' }) : text;
}

/** What a person has decided about the CPR numbers in their text. */
export interface CprDecision {
  /** What was found when they decided. */
  readonly certainty: CprFinding['kind'];
  /** Why it must stay; empty where it was only a suspicion. */
  readonly reason: string;
}

/**
 * Stops a text with CPR numbers unless the person has decided that they stay: a certain one with a reason, a
 * suspicion by saying so.
 *
 * @param keep what the person said when told of them; undefined when they have not been told
 * @returns the decision, for the audit; undefined for a text without any
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
 * Judges a nil reply by what stands in the card's text field: nothing, the department's present reply, which the nil
 * reply takes the place of, the same said in words, or a sentence to go with it. A longer text was hardly meant to be nothing.
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

/** Every word that an answer holds. */
export function wordsOf(content: ReplyContent): string {
  return content.kind === 'text' ? content.text : (content.remark ?? '');
}

/** Whether two answers say the same, so that sending the second again changes nothing. */
export function isSameContent(one: ReplyContent, other: ReplyContent): boolean {
  return one.kind === other.kind && wordsOf(one) === wordsOf(other);
}
