import assert from 'node:assert/strict';
import type { Channel } from '../../../dev/local-teams/directory.js';
import type { Fault } from '../../../dev/local-teams/faults.js';
import type { LocalTeams } from '../../../dev/local-teams/local-teams.js';
import {
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from '../../../dev/test/local-teams/stand-in-bot.js';
import { createMessenger } from '../../../src/adapters/teams/messenger.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import type { Message, Messenger, SendResult } from '../../../src/application/ports.js';
import { createCardRenderer } from '../../../src/cards/render.js';
import { presentMessage } from '../../../src/conversation/present-message.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import type { Language } from '../../../src/domain/language.js';
import { compileNotat } from '../../../src/domain/notat/notat.js';
import { isGone } from '../../../src/domain/work/trouble.js';
import { da, en } from '../../../src/text/messages.js';
import {
  aDepartment,
  aNotatRecord,
  anOverview,
  aRound,
  aRoundDepartment,
  aVersion,
  START,
} from '../../support/builders.js';
import { createFixedClock, createReadableLinks, createSequentialIds, type FixedClock } from '../../support/fakes.js';

const render = createCardRenderer(new URL('../../../../cards/', import.meta.url));

const REQUEST: Message = { kind: 'department card', department: aRoundDepartment() };
const RECEIPT: Message = { kind: 'department card', department: aRoundDepartment({ reply: aVersion() }) };
const ROUND: Message = { kind: 'round card', round: aRound({ state: 'open' }) };
const NOTAT: Message = {
  kind: 'notat',
  round: aRound({ state: 'open' }),
  record: aNotatRecord(),
  notat: compileNotat(anOverview(), START),
  changes: [],
  newer: undefined,
  part: 1,
};

/** What a phone shows of the request card. */
function requestSummary(): string {
  return da.departmentSummaries.card.asked({ department: aRoundDepartment(), now: START });
}

/** What the messenger says of an answer with such a status. */
function answered(status: number, code: string, waitMs?: number): SendResult {
  return { kind: 'failed', failure: { kind: 'status', status, code, waitMs } };
}

describe('the messenger', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let channel: Channel;
  let address: ChannelAddress;
  let messenger: Messenger;
  let clock: FixedClock;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ channel } = await settle(teams));
    address = { tenantId: TENANT, teamId: channel.teamId, channelId: channel.id, serviceUrl: teams.serviceUrl };
    clock = createFixedClock();
    const adapter = new TeamsAdapter({ kind: 'unauthenticated' });
    const parts = {
      render,
      messagesIn: (language: Language = 'da') => ({ da, en })[language],
      links: createReadableLinks(),
      clock,
      ids: createSequentialIds(),
    };
    messenger = createMessenger({
      connector: (serviceUrl) => adapter.connector(serviceUrl),
      botId: '28:notatbot',
      present: (message) => presentMessage(parts, message),
    });
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const sent = () => teams.traffic.filter(({ direction }) => direction === 'from bot');
  const shown = () => teams.threads(channel).map(({ messages }) => messages.map(({ summary }) => summary));

  async function postRequest() {
    const outcome = await messenger.post(address, REQUEST);
    assert.ok(outcome.kind === 'sent' && outcome.posted !== undefined, JSON.stringify(outcome));
    return outcome.posted;
  }

  it('posts a card as a new thread and tells which', async () => {
    const posted = await postRequest();
    const [thread] = teams.threads(channel);
    assert.deepEqual(posted, { conversationId: thread?.conversationId, activityId: thread?.rootId });
    assert.deepEqual(shown(), [[requestSummary()]]);
    assert.equal(thread?.messages[0]?.card?.['type'], 'AdaptiveCard');
    assert.equal(sent().length, 1);
  });

  it('replaces a card that it has posted, wherever it is', async () => {
    const first = await postRequest();
    const second = await postRequest();
    assert.deepEqual(await messenger.update(address, first, RECEIPT), { kind: 'sent', posted: first });
    const edits = teams.threads(channel).map(({ messages }) => messages.map((message) => message.edits));
    assert.deepEqual(edits, [[1], [0]]);
    assert.notEqual(first.activityId, second.activityId);
  });

  it('sends the round’s card and the notat with a link made for this moment', async () => {
    assert.equal((await messenger.post(address, ROUND)).kind, 'sent');
    assert.equal((await messenger.post(address, NOTAT)).kind, 'sent');
    const cards = teams.threads(channel).map(({ messages }) => JSON.stringify(messages[0]?.card));
    assert.ok(cards[0]?.includes(da.roundStarted.heading));
    assert.ok(cards[1]?.includes(`.runde-1.notat-1.${START.getTime() + 60_000}`));
  });

  describe('in the chat with a person', () => {
    const personal: Message = { kind: 'personal notice', department: aRoundDepartment(), notice: 'request' };

    function member() {
      const [person] = teams.people;
      assert.ok(person);
      return person;
    }

    it('begins the chat, once, and writes in it', async () => {
      const person = member();
      for (let time = 1; time <= 2; time += 1) {
        const chat = await messenger.openChat(address, person.aadObjectId);
        assert.ok(chat.kind === 'opened', JSON.stringify(chat));
        assert.equal(chat.conversationId, teams.personalChat(person)?.conversationId);
        const outcome = await messenger.postInChat(address, chat.conversationId, personal);
        const { messages = [] } = teams.personalChat(person) ?? {};
        const posted = { conversationId: chat.conversationId, activityId: messages.at(-1)?.id };
        assert.deepEqual(outcome, { kind: 'sent', posted });
        assert.equal(messages.length, time);
      }
      assert.equal(sent().length, 4);
      assert.deepEqual(
        teams.feedOf(person).map(({ why, summary }) => [why, summary]),
        [1, 2].map(() => ['chat', requestSummary()]),
      );
    });

    it('says how Teams refuses it', async () => {
      const person = member();
      const chat = await messenger.openChat(address, person.aadObjectId);
      assert.ok(chat.kind === 'opened');
      teams.blockBot(person, 'MessageWritesBlocked');
      assert.deepEqual(
        await messenger.postInChat(address, chat.conversationId, personal),
        answered(403, 'MessageWritesBlocked'),
      );
      assert.deepEqual(await messenger.openChat(address, 'en-ukendt'), answered(400, 'BadSyntax'));
    });
  });

  it('gives every card that it sends a nonce of its own', async () => {
    const nonces = () =>
      teams.threads(channel).map(({ messages }) => {
        const found = JSON.stringify(messages[0]?.card).matchAll(/"nonce":"(?<nonce>[^"]+)"/gu);
        return [...new Set([...found].map(([, nonce]) => nonce))];
      });
    const posted = await postRequest();
    assert.deepEqual(nonces(), [['id-1']]);
    await messenger.update(address, posted, REQUEST);
    await messenger.post(address, { kind: 'follow-up', department: aRoundDepartment() });
    assert.deepEqual(nonces(), [['id-2'], ['id-3']]);
  });

  it('speaks to a department in its own language, and of it to the secretariat in the installation’s', async () => {
    const department = aRoundDepartment({ department: aDepartment({ language: 'en' }) });
    await messenger.post(address, { kind: 'department card', department });
    await messenger.post(address, { kind: 'department notice', department, notice: 'nudged' });
    await messenger.post(address, { kind: 'follow-up', department });
    assert.deepEqual(shown(), [
      [en.departmentSummaries.card.asked({ department, now: START })],
      [en.departmentSummaries.notice.nudged({ department, now: START })],
      [da.followUp.summary.made(department)],
    ]);
  });

  describe('adding to a thread', () => {
    const notice: Message = { kind: 'department notice', department: aRoundDepartment(), notice: 'nudged' };

    it('puts the words under the card, and tells where', async () => {
      const thread = await postRequest();
      const outcome = await messenger.post(address, notice, thread);
      const [{ messages } = { messages: [] }, ...others] = teams.threads(channel);
      assert.deepEqual(others, []);
      const department = aRoundDepartment();
      const { text } = da.departmentNotices.nudged({ department, now: START });
      assert.deepEqual(
        messages.map(({ summary }) => summary),
        [requestSummary(), da.departmentSummaries.notice.nudged({ department, now: START })],
      );
      assert.ok(JSON.stringify(messages[1]?.card).includes(text));
      const posted = { conversationId: thread.conversationId, activityId: messages[1]?.id };
      assert.deepEqual(outcome, { kind: 'sent', posted });
      assert.equal(sent().length, 2);
    });

    it('begins a thread where none is known', async () => {
      assert.equal((await messenger.post(address, notice, undefined)).kind, 'sent');
      assert.equal(teams.threads(channel).length, 1);
    });

    it('counts as sent when the connector does not name the message', async () => {
      const thread = await postRequest();
      teams.faults.next({}, { status: 201, body: {} });
      assert.deepEqual(await messenger.post(address, notice, thread), { kind: 'sent', posted: undefined });
    });

    it('fails as a new thread does', async () => {
      const thread = await postRequest();
      teams.faults.next({}, { status: 429, body: { error: { code: 'Throttled' } } });
      assert.deepEqual(await messenger.post(address, notice, thread), answered(429, 'Throttled'));
      const gone = { ...thread, conversationId: '19:ukendt@thread.tacv2;messageid=1' };
      assert.deepEqual(await messenger.post(address, notice, gone), answered(404, 'ConversationNotFound'));
    });
  });

  type Named = readonly [what: string, body: (channelId: string) => object];
  const NAMED: readonly Named[] = [
    ['the thread and the bare message', (id) => ({ id: `${id};messageid=17`, activityId: '17' })],
    ['the thread twice', (id) => ({ id: `${id};messageid=17`, activityId: `${id};messageid=17` })],
    ['the thread alone', (id) => ({ id: `${id};messageid=17` })],
    ['the channel and the message', (id) => ({ id, activityId: '17' })],
    ['the message alone', () => ({ id: '17' })],
  ];
  for (const [what, body] of NAMED) {
    it(`knows its message when the connector names ${what}`, async () => {
      teams.faults.next({}, { status: 201, body: body(channel.id) });
      const posted = { conversationId: `${channel.id};messageid=17`, activityId: '17' };
      assert.deepEqual(await messenger.post(address, REQUEST), { kind: 'sent', posted });
    });
  }

  it('counts a message as sent when the connector does not name it', async () => {
    teams.faults.next({}, { status: 201, body: {} });
    assert.deepEqual(await messenger.post(address, REQUEST), { kind: 'sent', posted: undefined });
  });

  const fault = (status: number, code: string, headers: Readonly<Record<string, string>> = {}): Fault => ({
    status,
    body: { error: { code, message: 'ikke til nogen' } },
    headers,
  });
  const FAILURES: readonly (readonly [planned: Fault, result: SendResult])[] = [
    ...(
      [
        [400, 'BadArgument'],
        [401, 'BotNotRegistered'],
        [401, 'Unauthorized'],
        [403, 'BotDisabledByAdmin'],
        [403, 'BotNotInConversationRoster'],
        [404, 'ConversationNotFound'],
        [404, 'ActivityNotFoundInConversation'],
        [412, 'PreconditionFailed'],
        [413, 'MessageSizeTooBig'],
        [429, 'Throttled'],
        [500, 'ServiceError'],
        [500, 'BotNotRegistered'],
        [502, 'BadGateway'],
        [503, 'ServiceUnavailable'],
        [504, 'GatewayTimeout'],
      ] as const
    ).map(([status, code]) => [fault(status, code), answered(status, code)] as const),
    ...[401, 405, 408, 500, 507].map((status) => [{ status }, answered(status, '')] as const),
    [fault(429, 'Throttled', { 'retry-after': '12' }), answered(429, 'Throttled', 12_000)],
    [fault(503, 'ServiceUnavailable', { 'retry-after': '0' }), answered(503, 'ServiceUnavailable', 0)],
  ];
  for (const [planned, result] of FAILURES) {
    it(`asks once, and says ${JSON.stringify(result)}`, async () => {
      teams.faults.next({ times: 2 }, planned);
      assert.deepEqual(await messenger.post(address, REQUEST), result);
      const posted = { conversationId: `${channel.id};messageid=1`, activityId: '1' };
      assert.deepEqual(await messenger.update(address, posted, REQUEST), result);
      assert.deepEqual(
        sent().map(({ method }) => method),
        ['POST', 'PUT'],
      );
      assert.deepEqual(shown(), []);
    });
  }

  for (const [drop, threads] of [
    ['before', 0],
    ['after', 1],
  ] as const) {
    it(`got no answer when the connection is cut ${drop} the post was made, and leaves it at that`, async () => {
      teams.faults.next({}, { drop });
      const result = await messenger.post(address, REQUEST);
      assert.deepEqual(result, { kind: 'failed', failure: { kind: 'no answer', reason: 'UND_ERR_SOCKET' } });
      assert.equal(sent().length, 1);
      assert.equal(teams.threads(channel).length, threads);
    });
  }

  it('has reached nobody when the connector does not take the connection', async () => {
    await teams.stop();
    const failure = { kind: 'not reached', reason: 'ECONNREFUSED' };
    assert.deepEqual(await messenger.post(address, REQUEST), { kind: 'failed', failure });
    const posted = { conversationId: `${channel.id};messageid=1`, activityId: '1' };
    assert.deepEqual(await messenger.update(address, posted, REQUEST), { kind: 'failed', failure });
  });

  it('does not find a message that is no longer there', async () => {
    const posted = { ...(await postRequest()), activityId: '1' };
    const result = await messenger.update(address, posted, RECEIPT);
    assert.deepEqual(result, answered(404, 'ActivityNotFoundInConversation'));
    assert.ok(result.kind === 'failed' && isGone(result.failure));
  });

  it('rejects with an error that is not the connector’s, since nothing was sent', async () => {
    const error = new Error('no token');
    const broken = createMessenger({
      connector: () => Promise.reject(error),
      botId: '28:notatbot',
      present: () => [],
    });
    await assert.rejects(broken.post(address, REQUEST), error);
  });
});
