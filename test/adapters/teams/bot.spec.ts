import assert from 'node:assert/strict';
import { TestAdapter } from 'botbuilder';
import { NotatbotHandler } from '../../../src/adapters/teams/bot.js';
import { createTeamsEndpoint } from '../../../src/adapters/teams/endpoint.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import { VERBS, WHOLE_ROUND } from '../../../src/cards/buttons.js';
import { createConversation } from '../../../src/conversation/conversation.js';
import type { ConversationDependencies } from '../../../src/conversation/dependencies.js';
import { BUTTONS } from '../../../src/conversation/rows.js';
import { da } from '../../../src/text/messages.js';
import type { Notice } from '../../../src/text/notice.js';
import { aBot, SECRETARY } from '../../conversation/a-bot.js';
import { aDepartmentId, aNotatId, aRoundId, TENANT } from '../../support/builders.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';
import { DEPARTMENT_CHANNEL, SECRETARIAT_CHANNEL, sender } from './a-bot-on-http.js';

/** The bot as Teams reaches it. @returns what sends it the data of a pressed button in a channel, and gives its answer */
function pressing(
  deps: ConversationDependencies,
  log: RecordingLog,
  converse = (name?: string) => createConversation(deps, log, name),
): (data: object, channelId?: string) => Promise<unknown> {
  const bot = new NotatbotHandler(converse, log);
  const endpoint = createTeamsEndpoint(
    new TeamsAdapter({ kind: 'unauthenticated' }),
    (context) => bot.run(context),
    log,
  );
  return async (data, channelId = DEPARTMENT_CHANNEL) => {
    const body = {
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: 'f:1',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:1/',
      replyToId: '1700000000001',
      from: sender(SECRETARY),
      recipient: { id: '28:notatbot', name: 'Notatbot' },
      conversation: { id: channelId, conversationType: 'channel', tenantId: TENANT },
      value: { action: { type: 'Action.Execute', data } },
    };
    return (await endpoint({ authorization: undefined, body })).body;
  };
}

const toast = ({ heading, text }: Notice) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: `${heading}. ${text}`,
});

describe('a press that fails', () => {
  let log: RecordingLog;
  let send: ReturnType<typeof pressing>;

  beforeEach(async () => {
    log = createRecordingLog();
    const { deps } = await aBot();
    const broken = () => Promise.reject(new Error('the store does not answer'));
    const reads = { readRound: broken, readDepartment: broken, readOverview: broken, readNotats: broken };
    const rounds = { ...deps.rounds, ...reads };
    const channels = { ...deps.channels, list: broken, secretariat: broken, register: broken, move: broken };
    const setupRequests = { ...deps.setupRequests, find: broken };
    send = pressing({ ...deps, rounds, channels, setupRequests }, log);
  });

  for (const { name: verb, keepsText, where } of BUTTONS) {
    it(`of ${verb} is told${keepsText ? ', and that the text is still there' : ''}`, async () => {
      const [roundId, departmentId, notatId] = [aRoundId(), aDepartmentId(), aNotatId()];
      const [department, secretariat] = [where.includes('department'), where.includes('secretariat')];
      const channelId = secretariat ? SECRETARIAT_CHANNEL : department ? DEPARTMENT_CHANNEL : '19:ny@thread.tacv2';
      const data = {
        roundId,
        planId: roundId,
        departmentId,
        notatId,
        inNotat: true,
        name: 'Skole',
        requestSeen: 0,
        editSeen: 0,
        asked: 0,
        scope: WHOLE_ROUND,
        requestId: 'x',
        department: departmentId,
        after: '*',
        bind: '19:dagtilbud@thread.tacv2',
        channelId: SECRETARIAT_CHANNEL,
        written: 'status',
        command: 'round.status',
        from: 0,
      };
      const answer = await send({ verb, ...data }, channelId);
      assert.deepEqual(answer, toast(keepsText ? da.notices.notStored() : da.notices.failed()));
      assert.deepEqual(
        log.entries.map(({ event, fields }) => [event, fields]),
        [['act failed', { act: verb }]],
      );
    });
  }

  it('is not the same as one of none of our cards', async () => {
    assert.deepEqual(await send({ verb: 'reply.delete' }), toast(da.refusals.pressNotRead()));
    assert.deepEqual(
      log.entries.map(({ event, fields }) => [event, fields]),
      [['not served', { cause: 'press not read', field: 'data.verb' }]],
    );
  });
});

describe('a press that is answered with messages', () => {
  it('is told where Teams does not take them, and not that they are below', async () => {
    const log = createRecordingLog();
    const { deps } = await aBot();
    const form = { kind: 'card', card: { type: 'AdaptiveCard' }, summary: 'Formular' } as const;
    const press = async () => ({ kind: 'messages', messages: [form] }) as const;
    // There is no connector at the address of the channel.
    const send = pressing(deps, log, (name) => ({ ...createConversation(deps, log, name), press }));
    assert.deepEqual(await send({ verb: VERBS.openChange }, SECRETARIAT_CHANNEL), toast(da.notices.failed()));
    assert.deepEqual(
      log.entries.map(({ event }) => event),
      ['answer not sent'],
    );
  });
});

describe('a press that others come in between of every time', () => {
  it('is told so, with the text still there, and the log says what was given up', async () => {
    const log = createRecordingLog();
    const { deps } = await aBot();
    const rounds = { ...deps.rounds, commit: async () => 'conflict' as const };
    const send = pressing({ ...deps, rounds }, log);
    const press = { verb: 'reply.send', roundId: aRoundId(), departmentId: aDepartmentId(), reply: 'Vi har lært.' };
    assert.deepEqual(await send(press), toast(da.notices.tooManyAtOnce()));
    assert.deepEqual(log.entries, [
      { level: 'warn', event: 'act given up', fields: { act: 'reply.send', operation: 'submit reply' } },
    ]);
  });
});

describe('a file that is accepted', () => {
  const NOTAT = { kind: 'preview', template: 1 };
  const UPLOAD = {
    contentUrl: 'https://a/x',
    name: 'x.docx',
    uploadUrl: 'https://a/y',
    uniqueId: 'A',
    fileType: 'docx',
  };
  const ACCEPTED = {
    type: 'invoke',
    name: 'fileConsent/invoke',
    id: 'f:1',
    channelId: 'msteams',
    replyToId: '1700000000001',
    from: { id: '29:soeren', aadObjectId: SECRETARY.id, name: SECRETARY.name },
    recipient: { id: '28:notatbot', name: 'Notatbot' },
    conversation: { id: 'a:chat', name: '', isGroup: false, conversationType: 'personal', tenantId: TENANT },
    value: { type: 'fileUpload', action: 'accept', context: NOTAT, uploadInfo: UPLOAD },
  };

  /** Accepts the file. @returns the headings that were sent, and the cards that were removed */
  async function accept(takesFiles: boolean) {
    const log = createRecordingLog();
    const file = { kind: 'file', file: UPLOAD } as const;
    const { deps } = await aBot();
    const talk = createConversation(deps, log);
    const keepFile = async () => ({ kind: 'messages', messages: [file] }) as const;
    const bot = new NotatbotHandler(() => ({ ...talk, keepFile }), log);
    const [sent, removed]: [(string | undefined)[], string[]] = [[], []];
    await new TestAdapter().processActivity(ACCEPTED, async (context) => {
      context.onSendActivities(async (_context, activities, next) => {
        const isFile = activities.some(({ attachments }) => attachments?.[0]?.name === UPLOAD.name);
        if (isFile && !takesFiles) throw new Error('the connector does not answer');
        sent.push(...activities.filter(({ type }) => type === 'message').map(({ summary }) => summary));
        return next();
      });
      context.onDeleteActivity(async (_context, { activityId = '' }) => {
        removed.push(activityId);
      });
      await bot.run(context);
    });
    return { sent, removed };
  }

  it('takes its card away', async () => {
    assert.deepEqual(await accept(true), { sent: [undefined], removed: ['1700000000001'] });
  });

  it('leaves its card to be accepted again where Teams does not take the message that shows it', async () => {
    assert.deepEqual(await accept(false), { sent: [da.notices.failed().heading], removed: [] });
  });
});

describe('the members of a team', () => {
  const UPDATE = { type: 'conversationUpdate', channelData: { tenant: { id: TENANT } } };
  const KIM = [{ id: '29:kim' }];
  const eventOf = (eventType: string) => ({ ...UPDATE, channelData: { ...UPDATE.channelData, eventType } });

  /** @returns how often what is remembered of members was to be forgotten */
  async function hear(changes: object): Promise<number> {
    let count = 0;
    const log = createRecordingLog();
    const { deps } = await aBot();
    const bot = new NotatbotHandler(
      (name) => createConversation(deps, log, name),
      log,
      () => {
        count += 1;
      },
    );
    const run = createTeamsEndpoint(new TeamsAdapter({ kind: 'unauthenticated' }), (turn) => bot.run(turn), log);
    const body = {
      id: 'f:1',
      channelId: 'msteams',
      // Nothing answers there, so a request would be a failure.
      serviceUrl: 'http://127.0.0.1:1/',
      from: { id: '29:karen' },
      recipient: { id: '28:notatbot' },
      conversation: { id: '19:boern@thread.tacv2', conversationType: 'channel', tenantId: TENANT },
      ...changes,
    };
    assert.deepEqual(await run({ authorization: undefined, body }), { status: 200, body: undefined });
    assert.deepEqual(log.entries, []);
    return count;
  }

  const CHANGES: readonly (readonly [what: string, activity: object])[] = [
    ['someone is added', { ...UPDATE, membersAdded: KIM }],
    ['someone is removed', { ...UPDATE, membersRemoved: KIM }],
    ['only the event tells of an addition', eventOf('teamMemberAdded')],
    ['only the event tells of a removal', eventOf('teamMemberRemoved')],
    ['a channel is shared', eventOf('channelShared')],
    ['a channel is shared no longer', eventOf('channelUnshared')],
    ['an event comes that is not known yet', { type: 'conversationUpdate' }],
    ['the bot is removed', { type: 'installationUpdate', action: 'remove' }],
    ['the app is upgraded', { type: 'installationUpdate', action: 'add-upgrade' }],
  ];
  for (const [what, activity] of CHANGES) {
    it(`are asked for again, and nothing more, when ${what}`, async () => {
      assert.equal(await hear(activity), 1);
    });
  }

  it('stay known when somebody likes a message', async () => {
    assert.equal(await hear({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }), 0);
  });
});
