import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { placeOf, readIncoming } from '../../../src/adapters/teams/incoming.js';
import type { ChannelAct } from '../../../src/conversation/acts.js';
import { PERSON_NAME_MAX } from '../../../src/domain/limits.js';
import { TENANT } from '../../support/builders.js';

const CHANNEL = '19:boern@thread.tacv2';
const TEAM = '19:forvaltningen@thread.tacv2';
const ANNE = '0b8f2f4e-5a3d-4c1b-8a57-2f9f1f0e6d21';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

const conversation = { id: `${CHANNEL};messageid=1700000000001`, tenantId: TENANT, conversationType: 'channel' };
const from = { id: '29:anne', aadObjectId: ANNE, name: 'Anne Jensen' };

function activity(changes: object = {}): Activity {
  return {
    type: 'message',
    id: '1700000000002',
    serviceUrl: SERVICE_URL,
    from,
    conversation,
    channelData: { team: { id: TEAM } },
    ...changes,
  } as unknown as Activity;
}

function read(changes: object = {}): ChannelAct {
  const incoming = readIncoming(activity(changes));
  assert.ok(incoming.ok, JSON.stringify(incoming));
  return incoming.value;
}

const nameRead = (name: unknown) => read({ from: { ...from, name } }).by.name;

describe('what an act in a channel tells', () => {
  it('is who, where and which', () => {
    assert.deepEqual(read(), {
      by: { id: ANNE, name: 'Anne Jensen' },
      memberId: from.id,
      home: 'not told',
      surface: 'card',
      address: { tenantId: TENANT, teamId: TEAM, channelId: CHANNEL, serviceUrl: SERVICE_URL },
      thread: conversation.id,
      activityId: '1700000000002',
      posted: undefined,
    });
  });

  it('is also the message that a pressed card belongs to', () => {
    assert.deepEqual(read({ replyToId: '1700000000001' }).posted, {
      conversationId: conversation.id,
      activityId: '1700000000001',
    });
  });

  it('is the same channel at its top and in its threads', () => {
    const atTop = read({ conversation: { ...conversation, id: CHANNEL } });
    assert.deepEqual([atTop.address.channelId, atTop.thread], [CHANNEL, undefined]);
  });

  it('is the channel of the conversation, whatever the channel’s data say', () => {
    const channelData = { team: { id: TEAM }, channel: { id: '19:en-anden@thread.tacv2' } };
    assert.equal(read({ channelData }).address.channelId, CHANNEL);
  });

  it('is whether the channel has other people than its team, as far as Teams tells it', () => {
    const at = (type: unknown) =>
      read({ channelData: { team: { id: TEAM }, channel: { id: CHANNEL, type } } }).limitedTo;
    assert.deepEqual(['private', 'shared', 'standard', undefined, 7].map(at), [
      'private',
      'shared',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a name of one clean line, at most `PERSON_NAME_MAX` characters long', () => {
    assert.equal(nameRead('  Anne\u202E\n\u200BJensen  '), 'Anne Jensen');
    assert.equal(nameRead('x'.repeat(PERSON_NAME_MAX + 1)), 'x'.repeat(PERSON_NAME_MAX));
  });

  it('is the person’s id where there is no name', () => {
    for (const name of [undefined, '', ' \u200B', 7, {}]) assert.equal(nameRead(name), ANNE);
  });

  it('needs neither the team nor the tenant in its usual place', () => {
    const { tenantId: _, ...elsewhere } = conversation;
    const { address } = read({ conversation: elsewhere, channelData: { tenant: { id: TENANT } } });
    assert.deepEqual([address.tenantId, address.teamId], [TENANT, undefined]);
  });

  it('is whether Teams tells that the person is of the conversation’s tenant', () => {
    const beside = { team: { id: TEAM }, tenant: { id: TENANT } };
    assert.equal(read({ from: { ...from, tenantId: TENANT } }).home, 'here');
    assert.equal(read({ from: { ...from, tenantId: TENANT }, channelData: beside }).home, 'here');
    assert.equal(read({ channelData: beside }).home, 'not told');
    for (const tenantId of [null, '', 7, {}]) assert.equal(read({ from: { ...from, tenantId } }).home, 'not told');
  });

  const REFUSED: readonly (readonly [what: string, changes: object, cause: string, field: string])[] = [
    [
      'in a personal chat',
      { conversation: { ...conversation, conversationType: 'personal' } },
      'personal chat',
      'conversation.conversationType',
    ],
    [
      'in a group chat',
      { conversation: { ...conversation, conversationType: 'groupChat' } },
      'group chat',
      'conversation.conversationType',
    ],
    [
      'in a conversation of another kind',
      { conversation: { ...conversation, conversationType: 'x' } },
      'unknown place',
      'conversation.conversationType',
    ],
    [
      'without a tenant',
      { conversation: { ...conversation, tenantId: undefined }, channelData: undefined },
      'no tenant',
      'conversation.tenantId',
    ],
    [
      'by someone without an Entra id',
      { from: { ...from, aadObjectId: undefined } },
      'unknown person',
      'from.aadObjectId',
    ],
    ['by someone with an empty one', { from: { ...from, aadObjectId: '' } }, 'unknown person', 'from.aadObjectId'],
    ['by nobody', { from: undefined }, 'unknown person', 'from.aadObjectId'],
    [
      'by a person of another tenant',
      { from: { ...from, tenantId: 'nabokommunen' } },
      'person of another tenant',
      'from.tenantId',
    ],
    [
      'by a person of another tenant where only the channel’s data tell the conversation’s',
      {
        conversation: { ...conversation, tenantId: undefined },
        channelData: { tenant: { id: TENANT } },
        from: { ...from, tenantId: 'nabokommunen' },
      },
      'person of another tenant',
      'from.tenantId',
    ],
    [
      'where the channel’s data name another tenant than the conversation',
      { from: { ...from, tenantId: TENANT }, channelData: { tenant: { id: 'nabokommunen' } } },
      'person of another tenant',
      'channelData.tenant.id',
    ],
    ['without an id', { id: undefined }, 'no activity id', 'id'],
    ['without a connector', { serviceUrl: 7 }, 'unknown place', 'serviceUrl'],
  ];
  for (const [what, changes, cause, field] of REFUSED) {
    it(`is refused ${what}, for that cause`, () => {
      const read = readIncoming(activity(changes));
      assert.ok(!read.ok);
      assert.deepEqual([read.problem.cause, read.problem.field], [cause, field]);
    });
  }
});

describe('where something happens', () => {
  const at = (changes: object) => placeOf(activity({ conversation: changes }));

  it('is what the service says', () => {
    assert.equal(at({ id: 'a:x', conversationType: 'personal' }), 'personal chat');
    assert.equal(at({ id: CHANNEL, conversationType: 'channel' }), 'channel');
    assert.equal(at({ id: '19:x@thread.v2', conversationType: 'groupChat' }), 'group chat');
    assert.equal(at({ id: CHANNEL, conversationType: '__proto__' }), undefined);
  });

  it('is told by the conversation’s id where the service leaves it out', () => {
    assert.equal(at({ id: conversation.id }), 'channel');
    assert.equal(at({ id: CHANNEL }), 'channel');
    assert.equal(at({ id: '19:x@thread.v2' }), 'group chat');
    assert.equal(at({ id: 'a:x' }), 'personal chat');
    assert.equal(at({ id: 'x' }), undefined);
    assert.equal(placeOf(activity({ conversation: undefined })), undefined);
  });
});
