import assert from 'node:assert/strict';
import { type Activity, TestAdapter } from 'botbuilder';
import { NotatbotHandler } from '../../../src/adapters/teams/bot.js';
import { placeEvent, seenTeam } from '../../../src/adapters/teams/place-event.js';
import { createConversation } from '../../../src/conversation/conversation.js';
import type { PlaceEvent } from '../../../src/domain/channel/place-event.js';
import { CHANNEL_ID_MAX, CHANNEL_NAME_MAX, TEAMS_SEEN_MAX } from '../../../src/domain/limits.js';
import { aBot } from '../../conversation/a-bot.js';
import { TENANT } from '../../support/builders.js';
import { createRecordingLog } from '../../support/fakes.js';

const BOT = { id: '28:notatbot', name: 'Notatbot' };
const TEAM = '19:forvaltningen@thread.tacv2';
const CHANNEL = '19:boern@thread.tacv2';
const GROUP = '5e0f7a3c-8a0b-4a58-9d6a-5f9c1d0b7e11';
const ANNE = '1d3a6c6e-0f55-4d8f-9e0f-1f6a6f1b2c3d';

const channelData = { team: { id: TEAM, name: 'Rådhuset', aadGroupId: GROUP }, tenant: { id: TENANT } };
const common = {
  type: 'conversationUpdate',
  serviceUrl: 'https://smba.example/emea/',
  recipient: BOT,
  conversation: { id: TEAM, tenantId: TENANT },
  channelData,
};
const event = (eventType: string, data: object = {}) => ({
  ...common,
  channelData: { ...channelData, eventType, ...data },
});
const aboutChannel = (eventType: string, channel: object = { id: CHANNEL, name: 'Børn' }) =>
  event(eventType, { channel });
const installed = (action: string) => ({ ...common, type: 'installationUpdate', action });
const added = (...members: readonly object[]) => ({ ...event('teamMemberAdded'), membersAdded: members });
const removed = (...members: readonly (object | null)[]) => ({
  ...event('teamMemberRemoved'),
  membersRemoved: members,
});

const BOERN = { id: CHANNEL, name: 'Børn', kind: undefined };
const MESSAGE = { ...common, type: 'message', conversation: { ...common.conversation, id: CHANNEL } };

describe('what Teams tells of a team', () => {
  it('names the team, its group, and where to ask about it', () => {
    assert.deepEqual(placeEvent(event('teamArchived')), {
      tenantId: TENANT,
      teamId: TEAM,
      serviceUrl: common.serviceUrl,
      teamName: 'Rådhuset',
      groupId: GROUP,
      change: { kind: 'team archived' },
    });
  });

  for (const [what, activity, change] of [
    ['that the app is installed', installed('add'), { kind: 'bot added' }],
    ['that the app is upgraded', installed('add-upgrade'), { kind: 'bot upgraded' }],
    ['that the app is removed', installed('remove'), { kind: 'bot removed' }],
    ['that the bot is added', added({ id: '29:anne' }, { id: BOT.id }), { kind: 'bot added' }],
    ['that the bot is removed', removed({ id: BOT.id }), { kind: 'bot removed' }],
    ['who comes', added({ id: '29:anne', aadObjectId: ANNE }), { kind: 'people came', ids: [ANNE] }],
    [
      'who leaves, as far as it is told',
      removed({ id: '29:anne', aadObjectId: `{${ANNE.toUpperCase()}}` }, { id: '29:bo' }, null),
      { kind: 'people left', ids: [ANNE, undefined, undefined] },
    ],
    ['a new channel', aboutChannel('channelCreated'), { kind: 'channel created', channel: BOERN }],
    ['a channel’s new name', aboutChannel('channelRenamed'), { kind: 'channel renamed', channel: BOERN }],
    ['a channel that is deleted', aboutChannel('channelDeleted'), { kind: 'channel deleted', channel: BOERN }],
    ['a channel that is restored', aboutChannel('channelRestored'), { kind: 'channel restored', channel: BOERN }],
    [
      'the kind of a channel',
      aboutChannel('channelCreated', { id: CHANNEL, type: 'private' }),
      { kind: 'channel created', channel: { id: CHANNEL, name: undefined, kind: 'private' } },
    ],
    ['the team’s new name', event('teamRenamed'), { kind: 'team renamed' }],
    ['that the team is in use again', event('teamUnarchived'), { kind: 'team unarchived' }],
    ['that the team is deleted', event('teamDeleted'), { kind: 'team deleted' }],
    ['that the team is deleted for ever', event('teamHardDeleted'), { kind: 'team deleted' }],
    ['that the team is restored', event('teamRestored'), { kind: 'team restored' }],
  ] as const) {
    it(`is ${what}`, () => assert.deepEqual(placeEvent(activity)?.change, change));
  }

  for (const [what, activity] of [
    ['an event that is not known', event('teamPaintedGreen')],
    ['an event with the name of something that every object has', event('toString')],
    ['a channel that is shared with others', aboutChannel('channelShared')],
    ['an older version of the app that is taken away', installed('remove-upgrade')],
    ['a restored channel without its id', event('channelRestored')],
    ['a channel whose id is too long', aboutChannel('channelDeleted', { id: 'x'.repeat(CHANNEL_ID_MAX + 1) })],
    ['an installation in a personal chat', { ...installed('add'), channelData: { tenant: { id: TENANT } } }],
    ['an event without a tenant', { ...event('teamDeleted'), conversation: {}, channelData: { team: { id: TEAM } } }],
    ['a message', MESSAGE],
    ['an activity whose fields have other types', { type: 7, channelData: 'x', membersAdded: [null], conversation: 1 }],
  ] as const) {
    it(`is nothing in ${what}`, () => assert.equal(placeEvent(activity), undefined));
  }

  it('has clean names of bounded length', () => {
    const told = placeEvent(
      event('channelRenamed', {
        team: { id: TEAM, name: 'y'.repeat(CHANNEL_NAME_MAX + 1) },
        channel: { id: CHANNEL, name: ` Bø\u202Ern\n` },
      }),
    );
    assert.equal(told?.teamName?.length, CHANNEL_NAME_MAX);
    assert.deepEqual(told?.change, { kind: 'channel renamed', channel: BOERN });
  });

  it('is the tenant of the channel’s data, where the conversation names none', () => {
    assert.equal(placeEvent({ ...event('teamDeleted'), conversation: {} })?.tenantId, TENANT);
  });
});

describe('a team in which somebody writes', () => {
  it('is one that has the bot', () => {
    const seen = seenTeam(MESSAGE);
    assert.deepEqual([seen?.teamId, seen?.change], [TEAM, { kind: 'bot seen' }]);
  });

  it('is not told by a press, or in a chat', () => {
    assert.equal(seenTeam({ ...MESSAGE, type: 'invoke' }), undefined);
    assert.equal(seenTeam({ ...MESSAGE, channelData: { tenant: { id: TENANT } } }), undefined);
  });
});

describe('the events of Teams', () => {
  let followed: string[];
  let hear: (activity: object) => Promise<unknown>;

  beforeEach(async () => {
    const { deps } = await aBot();
    const log = createRecordingLog();
    followed = [];
    const handler = new NotatbotHandler(
      (name) => createConversation(deps, log, name),
      log,
      () => undefined,
      ({ teamId, change }: PlaceEvent) => followed.push(`${change.kind} ${teamId}`),
    );
    const adapter = new TestAdapter((context) => handler.run(context));
    hear = (activity) => adapter.processActivity(activity as Partial<Activity>, (context) => handler.run(context));
  });

  it('are followed each time, and unknown ones never', async () => {
    for (const activity of [
      added({ id: BOT.id }),
      event('teamPaintedGreen'),
      event('teamDeleted'),
      event('teamDeleted'),
    ]) {
      await hear(activity);
    }
    assert.deepEqual(followed, [`bot added ${TEAM}`, `team deleted ${TEAM}`, `team deleted ${TEAM}`]);
  });

  const written = (teamId: string, id: string) => ({
    ...MESSAGE,
    id,
    from: { id: '29:anne', aadObjectId: ANNE },
    text: '<at>Notatbot</at> hjælp',
    channelData: { team: { id: teamId }, tenant: { id: TENANT } },
  });

  it('are preceded by the first message in a team, and a message after an event is looked at anew', async () => {
    for (const id of ['1', '2']) await hear(written(TEAM, id));
    await hear(event('teamArchived'));
    for (const id of ['3', '4']) await hear(written(TEAM, id));
    assert.deepEqual(followed, [`bot seen ${TEAM}`, `team archived ${TEAM}`, `bot seen ${TEAM}`]);
  });

  it('do not need every team to be remembered: after `TEAMS_SEEN_MAX` others, one is looked up again', async () => {
    const of = (n: number) => ({ ...written(`19:${n}@thread.tacv2`, `${n}`), text: '', value: {} });
    for (let n = 0; n <= TEAMS_SEEN_MAX; n += 1) await hear(of(n));
    await hear({ ...of(0), id: 'igen' });
    assert.deepEqual(followed.slice(-2), [`bot seen 19:${TEAMS_SEEN_MAX}@thread.tacv2`, 'bot seen 19:0@thread.tacv2']);
  });
});
