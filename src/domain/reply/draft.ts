import type { Person } from '../person.js';
import type { Result } from '../result.js';
import { fitReplyField, type ReplyProblem } from './reply.js';

/** A text that is kept for a department until someone sends it. It is not an answer, and is never in a notat. */
export interface Draft {
  readonly text: string;
  readonly author: Person;
  /** When the draft was saved. It tells one draft of a department from the next. */
  readonly at: Date;
}

/** Cleans a text for keeping. It need not make sense yet, but it may not be empty or longer than a reply. */
export function parseDraftText(raw: unknown): Result<string, ReplyProblem> {
  return fitReplyField(typeof raw === 'string' ? raw : '');
}
