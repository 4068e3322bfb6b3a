import { COMMENT_MAX } from '../limits.js';
import type { Result } from '../result.js';
import { parseWrittenLine, type WrittenTextProblem } from '../text/written-text.js';

export type CommentProblem = WrittenTextProblem;

/** Cleans and judges a reason or a comment as someone typed it: in one line, and it must say something. */
export function parseComment(raw: unknown): Result<string, CommentProblem> {
  return parseWrittenLine(raw, COMMENT_MAX);
}
