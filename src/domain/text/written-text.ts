import { accepted, type Result, refused } from '../result.js';
import { cleanLine, cleanText } from './clean-text.js';
import { type CprFinding, cprCertaintyIn } from './cpr.js';
import { cleanedIfShort } from './raw-text.js';

export type WrittenTextProblem =
  | { readonly kind: 'missing' }
  /** `length` is the number of characters after cleaning. A text too long to be cleaned is counted as it came. */
  | { readonly kind: 'too long'; readonly length: number; readonly max: number }
  /** The text holds a certain or a possible CPR number. */
  | { readonly kind: 'cpr number'; readonly certainty: CprFinding['kind'] };

/**
 * The one way to read what a person wrote where no CPR number may stand. The text is checked against the general limit,
 * cleaned to one line, checked against its own limit, and searched for CPR numbers. (The text of a reply may hold a CPR
 * number with a reason: see `judgeCprNumbers`.)
 *
 * @param max the most characters after cleaning
 * @param clean `cleanLine`, or a function that does more than it
 */
export function parseWrittenLine(
  raw: unknown,
  max: number,
  clean: typeof cleanLine = cleanLine,
): Result<string, WrittenTextProblem> {
  const text = cleanedWithin(raw, max, clean);
  if (!text.ok) return text;
  if (text.value === '') return refused({ kind: 'missing' });
  const certainty = cprCertaintyIn(text.value);
  return certainty === undefined ? text : refused({ kind: 'cpr number', certainty });
}

/** The same without the search, for a text that may be empty or may hold a CPR number. */
export function cleanedWithin(
  raw: unknown,
  max: number,
  clean: typeof cleanText | typeof cleanLine = cleanText,
): Result<string, Extract<WrittenTextProblem, { kind: 'too long' }>> {
  const text = cleanedIfShort(typeof raw === 'string' ? raw : '', clean);
  return text.length > max ? refused({ kind: 'too long', length: text.length, max }) : accepted(text);
}
