import { GivenUp } from '../application/conflicts.js';
import { type Log, UnfitTemplate, UnreadableRow } from '../application/ports.js';
import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';
import type { Row } from './row.js';

/**
 * Logs why an act failed.
 *
 * @param otherwise what the person is told where the cause is not known
 * @returns what to tell the person
 */
export function failure(
  { notices }: Messages,
  log: Log,
  { name, keepsText }: Row,
  error: unknown,
  otherwise = keepsText ? notices.notStored() : notices.failed(),
): Notice {
  // The store has logged which row it is.
  if (error instanceof UnreadableRow) {
    return keepsText ? notices.replyUnreadable() : notices.unreadable(nameOf(error, name));
  }
  // The writer has logged it.
  if (error instanceof UnfitTemplate) return notices.unfitTemplate(error.left);
  if (error instanceof GivenUp) {
    log.warn('act given up', { act: name, operation: error.operation });
    return notices.tooManyAtOnce();
  }
  log.error('act failed', error, { act: name });
  return otherwise;
}

/**
 * What kind of thing cannot be read. Kinds that make no difference to people are `other`.
 *
 * @param act the name of the row: what is about templates, and what gives a file that was offered, is done in a personal chat,
 * and reads no other stored file than a template's
 */
function nameOf({ kind }: UnreadableRow, act: string): Parameters<Messages['notices']['unreadable']>[0] {
  const isAboutTemplates = act.startsWith('template.') || act === 'file.keep';
  switch (kind) {
    case 'claim':
      return 'channel';
    case 'channel':
    case 'department':
      return kind;
    case 'template':
      return isAboutTemplates ? 'template in chat' : kind;
    case 'file part':
      return isAboutTemplates ? 'template in chat' : 'other';
    default:
      return 'other';
  }
}
