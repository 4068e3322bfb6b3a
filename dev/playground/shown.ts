import { type Card, isObject } from '../local-teams/card-actions.js';
import type { RecordedExchange } from './recorder.js';
import type { ShownCard } from './teams-client.js';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

export function isPost({ direction, method, path }: RecordedExchange): boolean {
  return direction === 'from bot' && method === 'POST' && path[3] === 'activities';
}

export function isNewThread({ direction, method, path }: RecordedExchange): boolean {
  return direction === 'from bot' && method === 'POST' && path.length === 2;
}

export function isEdit({ method, status }: RecordedExchange): boolean {
  return method === 'PUT' && status === 200;
}

/** The card that an exchange posted, or put in place of another card; undefined if it has none or was refused. */
export function shownIn({ direction, path, request, status, response }: RecordedExchange): ShownCard | undefined {
  if (status >= 300) return undefined;
  if (direction === 'to bot') {
    const { value } = response;
    const { id } = objectIn(request['conversation']);
    return isObject(value)
      ? { conversationId: String(id), messageId: String(request['replyToId']), card: value }
      : undefined;
  }
  const { contentType, content: card } = attachmentIn({ path, request });
  if (contentType !== ADAPTIVE_CARD || !isObject(card)) return undefined;
  return path.length === 2
    ? { conversationId: String(response['id']), messageId: String(response['activityId']), card }
    : { conversationId: path[2] ?? '', messageId: String(response['id']), card };
}

function objectIn(value: unknown): Card {
  return isObject(value) ? value : {};
}

/** The first attachment of a message to or from the bot; empty where it has none. */
export function attachmentIn({ path, request }: Pick<RecordedExchange, 'path' | 'request'>): Card {
  const activity = path.length === 2 && isObject(request['activity']) ? request['activity'] : request;
  const { attachments } = activity;
  return Array.isArray(attachments) ? objectIn(attachments[0]) : {};
}
