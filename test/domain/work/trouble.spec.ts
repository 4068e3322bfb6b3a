import assert from 'node:assert/strict';
import { type Fate, fateOf, isGone, type SendFailure, wordOf } from '../../../src/domain/work/trouble.js';

const status = (number: number, code = ''): SendFailure => ({
  kind: 'status',
  status: number,
  code,
  waitMs: undefined,
});

/** What happened, and what becomes of a post and of an edit. */
const TABLE: readonly (readonly [what: string, failure: SendFailure, post: Fate, edit: Fate])[] = [
  ['a 412', status(412), 'try again', 'try again'],
  ['a 429', status(429), 'try again', 'try again'],
  ['a 502', status(502), 'try again', 'try again'],
  ['a 503', status(503), 'try again', 'try again'],
  ['a refused connection', { kind: 'not reached', reason: 'ECONNREFUSED' }, 'try again', 'try again'],
  ['a fault of the bot’s own', { kind: 'inside', reason: 'internal error' }, 'try again', 'try again'],
  ['an unfit template', { kind: 'inside', reason: 'unfit template' }, 'stopped', 'stopped'],
  ['a 401', status(401), 'try slowly', 'try slowly'],
  ['a 408', status(408), 'try slowly', 'try slowly'],
  ['a 500', status(500), 'try slowly', 'try slowly'],
  ['an unusual fault of the service', status(507), 'try slowly', 'try slowly'],
  ['a 504', status(504), 'uncertain', 'try again'],
  ['a reset or a time-out after sending', { kind: 'no answer', reason: 'ECONNRESET' }, 'uncertain', 'try again'],
  ['a 400', status(400, 'BadSyntax'), 'stopped', 'stopped'],
  ['a 403', status(403, 'BotNotInConversationRoster'), 'stopped', 'stopped'],
  ['a 404', status(404, 'ConversationNotFound'), 'stopped', 'stopped'],
  ['a 413', status(413, 'MessageSizeTooBig'), 'stopped', 'stopped'],
  ['a 401 for a bot that is not registered', status(401, 'BotNotRegistered'), 'stopped', 'stopped'],
];

describe('the fate of a message', () => {
  for (const [what, failure, post, edit] of TABLE) {
    it(`after ${what} is "${post}" for a post, and "${edit}" for an edit`, () => {
      assert.deepEqual([fateOf(failure, 'post'), fateOf(failure, 'edit')], [post, edit]);
    });
  }
});

describe('a message that is edited', () => {
  it('is gone where it is not found in its conversation, and not where the conversation is not found', () => {
    assert.ok(isGone(status(404, 'ActivityNotFoundInConversation')));
    assert.ok(!isGone(status(404, 'ConversationNotFound')));
    assert.ok(!isGone(status(403)));
    assert.ok(!isGone({ kind: 'no answer', reason: 'ETIMEDOUT' }));
  });
});

describe('the word for a failure', () => {
  it('is the status with its code, if it has one, and otherwise the reason', () => {
    assert.equal(wordOf(status(403, 'BotNotInConversationRoster')), '403 BotNotInConversationRoster');
    assert.equal(wordOf(status(503)), '503');
    assert.equal(wordOf({ kind: 'not reached', reason: 'ECONNREFUSED' }), 'ECONNREFUSED');
  });
});
