import type { Person } from '../person.js';
import type { Result } from '../result.js';
import { fitReplyField, type ReplyProblem } from './reply.js';

/** Text kept for a department until it is sent. It is not an answer, and never in a notat. */
export interface Draft {
  readonly text: string;
  readonly author: Person;
  /** When it was saved; tells one draft of a department from the next. */
  readonly at: Date;
}

/** Cleans a text for keeping. It need make no sense yet, but it must be there, and fit where a reply does. */
export function parseDraftText(raw: unknown): Result<string, ReplyProblem> {
  return fitReplyField(typeof raw === 'string' ? raw : '');
}
