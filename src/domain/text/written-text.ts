import { accepted, type Result, refused } from '../result.js';
import { cleanLine, cleanText } from './clean-text.js';
import { type CprFinding, cprCertaintyIn } from './cpr.js';
import { cleanedIfShort } from './raw-text.js';

export type WrittenTextProblem =
  | { readonly kind: 'missing' }
  /** `length` is in characters, cleaned, or as it came where that alone is more than the bot reads. */
  | { readonly kind: 'too long'; readonly length: number; readonly max: number }
  /** A CPR number, or what may be one. */
  | { readonly kind: 'cpr number'; readonly certainty: CprFinding['kind'] };

/**
 * The one way in for what a person wrote where no CPR number may stand: held to a length, cleaned to one line, held to
 * its own limit, and searched for CPR numbers. (A reply's text may have one, with a reason: see `judgeCprNumbers`.)
 *
 * @param max the most characters once it is cleaned
 */
export function parseWrittenLine(raw: unknown, max: number): Result<string, WrittenTextProblem> {
  const text = cleanedWithin(raw, max, cleanLine);
  if (!text.ok) return text;
  if (text.value === '') return refused({ kind: 'missing' });
  const certainty = cprCertaintyIn(text.value);
  return certainty === undefined ? text : refused({ kind: 'cpr number', certainty });
}

/** The first half of it, for what may be empty or may have a CPR number: bounded, cleaned, bounded again. */
export function cleanedWithin(
  raw: unknown,
  max: number,
  clean: typeof cleanText | typeof cleanLine = cleanText,
): Result<string, Extract<WrittenTextProblem, { kind: 'too long' }>> {
  const text = cleanedIfShort(typeof raw === 'string' ? raw : '', clean);
  return text.length > max ? refused({ kind: 'too long', length: text.length, max }) : accepted(text);
}
