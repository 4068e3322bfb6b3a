import assert from 'node:assert/strict';
import { NotatbotHandler } from '../../../src/adapters/teams/bot.js';
import { createTeamsEndpoint } from '../../../src/adapters/teams/endpoint.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import { createConversation } from '../../../src/conversation/conversation.js';
import { INVOKE_NAME_MAX } from '../../../src/domain/limits.js';
import { da } from '../../../src/text/messages.js';
import { aBot } from '../../conversation/a-bot.js';
import { TENANT } from '../../support/builders.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';
import { DEPARTMENT_CHANNEL } from './a-bot-on-http.js';

/** An invoke as it is, beside what every activity has. */
type Invoke = Readonly<Record<string, unknown>>;

const IN_CHANNEL = {
  conversation: { id: DEPARTMENT_CHANNEL, conversationType: 'channel', tenantId: TENANT },
};

describe('an invoke', () => {
  let log: RecordingLog;

  async function send(invoke: Invoke) {
    log = createRecordingLog();
    const { deps } = await aBot();
    const bot = new NotatbotHandler((name) => createConversation(deps, log, name), log);
    const endpoint = createTeamsEndpoint(
      new TeamsAdapter({ kind: 'unauthenticated' }),
      (context) => bot.run(context),
      log,
    );
    const body = {
      type: 'invoke',
      id: 'f:1',
      channelId: 'msteams',
      serviceUrl: 'http://127.0.0.1:1/',
      from: { id: '29:karen', aadObjectId: '22222222-2222-4222-8222-222222222222', name: 'Karen Hansen' },
      recipient: { id: '28:notatbot' },
      conversation: { id: 'a:karen', conversationType: 'personal', tenantId: TENANT },
      ...invoke,
    };
    return endpoint({ authorization: undefined, body });
  }

  const UNKNOWN: readonly (readonly [what: string, invoke: Invoke, logged: string])[] = [
    ['a search', { name: 'composeExtension/query', value: { commandId: 'search' } }, 'composeExtension/query'],
    ['a search without a value', { name: 'composeExtension/query' }, 'composeExtension/query'],
    [
      'an action of an extension',
      { name: 'composeExtension/submitAction', value: 'x' },
      'composeExtension/submitAction',
    ],
    ['feedback', { name: 'message/submitAction', value: { actionName: 'feedback' } }, 'message/submitAction'],
    ['a sign-in', { name: 'signin/verifyState', value: { state: '123456' } }, 'signin/verifyState'],
    ['a token', { name: 'signin/tokenExchange', value: null }, 'signin/tokenExchange'],
    ['a tab', { name: 'tab/fetch', value: {} }, 'tab/fetch'],
    ['settings', { name: 'config/fetch' }, 'config/fetch'],
    ['an old card', { name: 'actionableMessage/executeAction', value: {} }, 'actionableMessage/executeAction'],
    ['something new', { name: 'application/search', value: { kind: 'search' } }, 'application/search'],
    ['no name', {}, ''],
    ['a name that is null', { name: null }, ''],
    ['a name that is a number', { name: 5 }, ''],
    ['a name like a line of the log', { name: 'x\n{"level":50}' }, 'x___level__50_'],
    ['a name without end', { name: 'x'.repeat(INVOKE_NAME_MAX + 1) }, 'x'.repeat(INVOKE_NAME_MAX)],
  ];
  for (const [what, invoke, name] of UNKNOWN) {
    it(`that is not for this bot is 501 and one calm line: ${what}`, async () => {
      assert.deepEqual(await send(invoke), { status: 501, body: undefined });
      assert.deepEqual(log.entries, [{ level: 'info', event: 'invoke not known', fields: { name } }]);
    });
  }

  const VALUES: readonly unknown[] = [
    undefined,
    null,
    'x',
    5,
    [],
    {},
    { action: null },
    { action: {} },
    { action: 'x' },
  ];
  for (const value of VALUES) {
    it(`of a card is told so when its value is ${JSON.stringify(value)}`, async () => {
      const { status } = await send({ name: 'adaptiveCard/action', value });
      assert.equal(status, 200);
      assert.deepEqual(
        log.entries.filter(({ level }) => level === 'error'),
        [],
      );
    });
  }

  for (const name of ['task/fetch', 'task/submit']) {
    for (const value of VALUES) {
      it(`of a dialog (${name}) is told so when its value is ${JSON.stringify(value)}`, async () => {
        const { status, body } = await send({ name, value, ...IN_CHANNEL });
        const { heading, text } = da.refusals.pressNotRead();
        assert.equal(status, 200);
        assert.deepEqual(body, { task: { type: 'message', value: `${heading}. ${text}` } });
        assert.deepEqual(
          log.entries.map(({ event, fields }) => [event, fields?.['cause']]),
          [['not served', 'press not read']],
        );
      });
    }
  }

  it('of a file’s card that says neither yes nor no is 400, calmly', async () => {
    assert.deepEqual(await send({ name: 'fileConsent/invoke', value: { action: 'måske' } }), {
      status: 400,
      body: undefined,
    });
    assert.deepEqual(
      log.entries.filter(({ level }) => level === 'error'),
      [],
    );
  });
});
