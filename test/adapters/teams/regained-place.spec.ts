import assert from 'node:assert/strict';
import { type Activity, TestAdapter } from 'botbuilder';
import { NotatbotHandler } from '../../../src/adapters/teams/bot.js';
import { regainedPlace } from '../../../src/adapters/teams/regained-place.js';
import { createConversation } from '../../../src/conversation/conversation.js';
import type { RegainedPlace } from '../../../src/domain/channel/regained-place.js';
import { aBot } from '../../conversation/a-bot.js';
import { TENANT } from '../../support/builders.js';
import { createRecordingLog } from '../../support/fakes.js';

const BOT = { id: '28:notatbot', name: 'Notatbot' };
const TEAM = '19:forvaltningen@thread.tacv2';
const CHANNEL = '19:boern@thread.tacv2';

const team = { team: { id: TEAM }, tenant: { id: TENANT } };
const event = (eventType: string, data: object = {}) => ({
  type: 'conversationUpdate',
  recipient: BOT,
  conversation: { id: TEAM, tenantId: TENANT },
  channelData: { ...team, eventType, ...data },
});

const INSTALLED = { ...event(''), type: 'installationUpdate', action: 'add' };
const ADDED = { ...event('teamMemberAdded'), membersAdded: [{ id: '29:en-anden' }, { id: BOT.id }] };
const CHANNEL_RESTORED = event('channelRestored', { channel: { id: CHANNEL } });

const WHOLE_TEAM: RegainedPlace = { tenantId: TENANT, teamId: TEAM, channelId: undefined };

describe('where the bot can write again', () => {
  for (const [what, activity, place] of [
    ['the team where the app is installed', INSTALLED, WHOLE_TEAM],
    ['the team that the bot is added to', ADDED, WHOLE_TEAM],
    ['a team that is restored', event('teamRestored'), WHOLE_TEAM],
    ['a team that is no longer archived', event('teamUnarchived'), WHOLE_TEAM],
    ['a channel that is restored', CHANNEL_RESTORED, { ...WHOLE_TEAM, channelId: CHANNEL }],
    ['the tenant of the channel’s data, where the conversation names none', { ...ADDED, conversation: {} }, WHOLE_TEAM],
  ] as const) {
    it(`is ${what}`, () => assert.deepEqual(regainedPlace(activity), place));
  }

  for (const [what, activity] of [
    ['an upgrade of the app', { ...INSTALLED, action: 'add-upgrade' }],
    ['a removal of the app', { ...INSTALLED, action: 'remove' }],
    ['a person who joins the team', { ...ADDED, membersAdded: [{ id: '29:en-anden' }] }],
    ['a channel that is created', event('channelCreated', { channel: { id: CHANNEL } })],
    ['a restored channel without its id', event('channelRestored')],
    ['an installation in a personal chat', { ...INSTALLED, channelData: { tenant: { id: TENANT } } }],
    ['an event without a tenant', { ...ADDED, conversation: {}, channelData: { team: { id: TEAM } } }],
    ['a message', { ...event('teamRestored'), type: 'message' }],
    ['an activity whose fields have other types', { type: 7, channelData: 'x', membersAdded: [null], conversation: 1 }],
  ] as const) {
    it(`is not told by ${what}`, () => assert.equal(regainedPlace(activity), undefined));
  }

  it('is passed on once for each event, whatever else the bot does with it', async () => {
    const { deps } = await aBot();
    const log = createRecordingLog();
    const places: RegainedPlace[] = [];
    const handler = new NotatbotHandler(
      (name) => createConversation(deps, log, name),
      log,
      () => undefined,
      (place) => places.push(place),
    );
    const adapter = new TestAdapter((context) => handler.run(context));
    for (const activity of [ADDED, CHANNEL_RESTORED, { ...event('teamRenamed') }]) {
      await adapter.processActivity(activity as Partial<Activity>, (context) => handler.run(context));
    }
    assert.deepEqual(places, [WHOLE_TEAM, { ...WHOLE_TEAM, channelId: CHANNEL }]);
  });
});
