import { cleanLine } from './clean-text.js';
import { COMMENT_MAX } from './limits.js';
import { cleanedIfShort } from './raw-text.js';
import { accepted, type Result, refused } from './result.js';

export type CommentProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too long'; readonly length: number; readonly max: number };

/** Cleans a reason or a comment as someone typed it: in one line, and it must say something. */
export function parseComment(raw: unknown): Result<string, CommentProblem> {
  const text = typeof raw === 'string' ? cleanedIfShort(raw, cleanLine) : '';
  if (text === '') return refused({ kind: 'missing' });
  return text.length > COMMENT_MAX
    ? refused({ kind: 'too long', length: text.length, max: COMMENT_MAX })
    : accepted(text);
}
