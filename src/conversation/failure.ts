import { GivenUp } from '../application/conflicts.js';
import { type Log, UnreadableRow } from '../application/ports.js';
import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';
import type { Row } from './row.js';

/**
 * Logs why nothing came of what someone did.
 *
 * @param otherwise what they are told where nothing more is known
 * @returns what to tell them
 */
export function failure(
  { notices }: Messages,
  log: Log,
  { name, keepsText }: Row,
  error: unknown,
  otherwise = keepsText ? notices.replyNotStored() : notices.failed(),
): Notice {
  // The store has logged which row it is.
  if (error instanceof UnreadableRow) {
    return keepsText ? notices.replyUnreadable() : notices.unreadable(nameOf(error));
  }
  if (error instanceof GivenUp) {
    log.warn('act given up', { act: name, operation: error.operation });
    return notices.tooManyAtOnce();
  }
  log.error('act failed', error, { act: name });
  return otherwise;
}

/** What cannot be read, as far as it makes a difference to people. */
function nameOf({ kind }: UnreadableRow): Parameters<Messages['notices']['unreadable']>[0] {
  switch (kind) {
    case 'claim':
      return 'channel';
    case 'channel':
    case 'department':
    case 'template':
      return kind;
    default:
      return 'other';
  }
}
