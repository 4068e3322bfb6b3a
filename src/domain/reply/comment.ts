import { COMMENT_MAX } from '../limits.js';
import type { Result } from '../result.js';
import { parseWrittenLine, type WrittenTextProblem } from '../text/written-text.js';

export type CommentProblem = WrittenTextProblem;

/** What is wrong with the reason, among the problems of a form. */
export interface ReasonProblem {
  readonly field: 'reason';
  readonly kind: 'reason';
  readonly problem: CommentProblem;
}

/** Cleans a reason or a comment to one line, and checks that it says something. */
export function parseComment(raw: unknown): Result<string, CommentProblem> {
  return parseWrittenLine(raw, COMMENT_MAX);
}
