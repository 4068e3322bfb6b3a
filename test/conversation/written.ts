import assert from 'node:assert/strict';
import { readWrittenMessage, type Written } from '../../src/adapters/teams/written-message.js';
import type { Mention, WrittenMessage } from '../../src/conversation/acts.js';

export const RECIPIENT = { id: '28:notatbot', name: 'Notatbot' };

/** The bot's own mention, as Teams sends it. */
export const BOT = { type: 'mention', text: '<at>Notatbot</at>', mentioned: RECIPIENT };

/** A message as it comes, with fields that may be of any type. */
export function readWritten(activity: Readonly<Record<string, unknown>>): WrittenMessage {
  // What comes from outside has whatever types it likes.
  const outcome = readWrittenMessage({ recipient: RECIPIENT, ...activity } as unknown as Written);
  assert.ok(outcome.kind === 'message', JSON.stringify(outcome));
  return outcome.message;
}

/** A message in which people's tags are told of by entities. */
export function mentioning(text: string, people: readonly Mention[] = []): WrittenMessage {
  const entities = people.map(({ id, name }) => ({
    type: 'mention',
    text: `<at>${name}</at>`,
    mentioned: { id, name },
  }));
  return readWritten({ text, entities: [BOT, ...entities] });
}
