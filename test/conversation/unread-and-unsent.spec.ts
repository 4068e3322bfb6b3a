import assert from 'node:assert/strict';
import { UnfitTemplate, UnreadableRow } from '../../src/application/ports.js';
import { createConversation } from '../../src/conversation/conversation.js';
import { failure } from '../../src/conversation/failure.js';
import { keepFile } from '../../src/conversation/notat/keep-file.js';
import { personalNotat } from '../../src/conversation/notat/personal-notat.js';
import type { Row } from '../../src/conversation/row.js';
import { MESSAGE_MAX } from '../../src/domain/limits.js';
import { accepted } from '../../src/domain/result.js';
import { da } from '../../src/text/messages.js';
import { TENANT } from '../support/builders.js';
import { createRecordingLog } from '../support/fakes.js';
import { aBot, assertNotice, SECRETARY } from './a-bot.js';
import { mentioning } from './written.js';

describe('a message that is too long to read', () => {
  it('is answered with how long it may be, and logged by its length', async () => {
    const log = createRecordingLog();
    const length = MESSAGE_MAX + 1;
    const answer = createConversation((await aBot()).deps, log).refuseLength(length);
    assertNotice(answer, da.refusals.messageTooLong(length, MESSAGE_MAX));
    assert.deepEqual(log.entries, [{ level: 'warn', event: 'message too long', fields: { length } }]);
  });
});

describe('an answer that Teams has not accepted', () => {
  it('is told to have failed, and logged with its cause', async () => {
    const log = createRecordingLog();
    const cause = new Error('413');
    assertNotice(createConversation((await aBot()).deps, log).failToSend(cause), da.notices.failed());
    assert.deepEqual(log.entries, [{ level: 'error', event: 'answer not sent', fields: {}, cause }]);
  });
});

describe('a row that cannot be read', () => {
  const KINDS = [
    ['channel', 'channel'],
    ['claim', 'channel'],
    ['department', 'department'],
    ['template', 'template in chat'],
    ['file part', 'template in chat'],
    ['round', 'other'],
    [undefined, 'other'],
  ] as const;
  it('is told apart from a template that would leave something in the notat', () => {
    const told = failure(da, createRecordingLog(), personalNotat, new UnfitTemplate('{svar}'));
    assert.deepEqual(told, da.notices.unfitTemplate('{svar}'));
  });

  it('of a template is told of in the words of what was asked for: a notat, or something about templates', () => {
    const told = (row: Row, kind: 'template' | 'file part') =>
      failure(da, createRecordingLog(), row, new UnreadableRow(kind, 'row', 'a test says so'));
    assert.deepEqual(told(personalNotat, 'template'), da.notices.unreadable('template'));
    for (const kind of ['template', 'file part'] as const) {
      assert.deepEqual(told(keepFile, kind), da.notices.unreadable('template in chat'));
    }
  });

  for (const [kind, named] of KINDS) {
    it(`is named to the person as ${named} where it is ${kind ?? 'of no known kind'}`, async () => {
      const { deps } = await aBot();
      const find = () => Promise.reject(new UnreadableRow(kind, 'row', 'a test says so'));
      const conversation = createConversation({ ...deps, members: { find } }, createRecordingLog());
      const sender = { tenantId: TENANT, by: SECRETARY, memberId: '29:anne', home: 'here' } as const;
      const act = { sender, conversationId: 'a:chat', activityId: '1', cardId: undefined, files: [], hasOther: false };
      const answer = await conversation.writePersonally(mentioning('skabelon'), accepted(act));
      assertNotice(answer, da.notices.unreadable(named));
    });
  }
});
