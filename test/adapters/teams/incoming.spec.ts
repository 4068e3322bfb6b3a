import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { readIncoming } from '../../../src/adapters/teams/incoming.js';
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

const nameRead = (name: unknown) => readIncoming(activity({ from: { ...from, name } }))?.by.name;

describe('what an act in a channel tells', () => {
  it('is who, where and which', () => {
    assert.deepEqual(readIncoming(activity()), {
      by: { id: ANNE, name: 'Anne Jensen' },
      address: { tenantId: TENANT, teamId: TEAM, channelId: CHANNEL, serviceUrl: SERVICE_URL },
      activityId: '1700000000002',
      posted: undefined,
    });
  });

  it('is also the message that a pressed card belongs to', () => {
    assert.deepEqual(readIncoming(activity({ replyToId: '1700000000001' }))?.posted, {
      conversationId: conversation.id,
      activityId: '1700000000001',
    });
  });

  it('is the same channel at its top and in its threads', () => {
    const atTop = readIncoming(activity({ conversation: { ...conversation, id: CHANNEL } }));
    assert.equal(atTop?.address.channelId, CHANNEL);
  });

  it('is the channel of the conversation, whatever the channel’s data say', () => {
    const channelData = { team: { id: TEAM }, channel: { id: '19:en-anden@thread.tacv2' } };
    assert.equal(readIncoming(activity({ channelData }))?.address.channelId, CHANNEL);
  });

  it('is a name of one clean line, at most `PERSON_NAME_MAX` characters long', () => {
    assert.equal(nameRead('  Anne\u202E\n\u200BJensen  '), 'Anne Jensen');
    assert.equal(nameRead('x'.repeat(PERSON_NAME_MAX + 1)), 'x'.repeat(PERSON_NAME_MAX));
  });

  it('is the person’s id where there is no name', () => {
    for (const name of [undefined, '', ' \u200B']) assert.equal(nameRead(name), ANNE);
  });

  it('needs neither the team nor the tenant in its usual place', () => {
    const { tenantId: _, ...elsewhere } = conversation;
    const read = readIncoming(activity({ conversation: elsewhere, channelData: { tenant: { id: TENANT } } }));
    assert.deepEqual([read?.address.tenantId, read?.address.teamId], [TENANT, undefined]);
  });

  const NOTHING: readonly (readonly [what: string, changes: object])[] = [
    ['in a personal chat', { conversation: { ...conversation, conversationType: 'personal' } }],
    ['in a group chat', { conversation: { ...conversation, conversationType: 'groupChat' } }],
    ['in a conversation of no kind', { conversation: { ...conversation, conversationType: undefined } }],
    ['without a tenant', { conversation: { ...conversation, tenantId: undefined }, channelData: undefined }],
    ['by someone without an Entra id', { from: { ...from, aadObjectId: undefined } }],
    ['by someone with an empty one', { from: { ...from, aadObjectId: '' } }],
    ['by nobody', { from: undefined }],
    ['without an id', { id: undefined }],
  ];
  for (const [what, changes] of NOTHING) {
    it(`is nothing ${what}`, () => {
      assert.equal(readIncoming(activity(changes)), undefined);
    });
  }
});
