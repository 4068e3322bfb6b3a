import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { createRateLimit } from '../../../src/adapters/system/rate-limit.js';
import { createTeamsEndpoint, type TeamsResponse } from '../../../src/adapters/teams/endpoint.js';
import { withinPersonLimit } from '../../../src/adapters/teams/person-limit.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import { PERSON_ACTS_A_MINUTE } from '../../../src/domain/limits.js';
import { da } from '../../../src/text/messages.js';
import { TENANT } from '../../support/builders.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';

const SENTENCE = 'Der kommer for mange tryk fra dig lige nu. Teksten står her stadig. Prøv igen om et minut.';

describe('the limit of one person', () => {
  /** What the bot has posted. */
  let posted: unknown[];
  let log: RecordingLog;
  let turns: number;
  let send: (changes?: Readonly<Record<string, unknown>>) => Promise<TeamsResponse>;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    posted = [];
    turns = 0;
    log = createRecordingLog();
    const connector = createServer(async (request, response) => {
      posted.push(((await json(request)) as { text?: unknown }).text);
      response.setHeader('content-type', 'application/json').end('{"id":"1"}');
    });
    await new Promise<void>((resolve) => connector.listen(0, '127.0.0.1', resolve));
    const { port } = connector.address() as AddressInfo;
    stop = () =>
      new Promise((resolve) => {
        connector.close(() => resolve());
        connector.closeAllConnections();
      });
    const limit = {
      acts: createRateLimit(PERSON_ACTS_A_MINUTE),
      notices: createRateLimit(1),
      notice: da.notices.tooManyActs(),
      keepInDialog: (data: unknown) => ({ kind: 'dialog', title: 'Svar', size: 'large', card: { data } }) as const,
      log,
    };
    const run = withinPersonLimit(limit, async (context) => {
      turns += 1;
      if (context.activity.type !== 'invoke') return;
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: 'done' } });
    });
    const endpoint = createTeamsEndpoint(new TeamsAdapter({ kind: 'unauthenticated' }), run, log);
    send = (changes = {}) =>
      endpoint({
        authorization: undefined,
        body: {
          type: 'message',
          id: '1',
          channelId: 'msteams',
          serviceUrl: `http://127.0.0.1:${port}/`,
          from: { id: '29:anne', aadObjectId: 'anne', name: 'Anne Jensen' },
          recipient: { id: '28:notatbot' },
          conversation: { id: '19:boern@thread.tacv2', conversationType: 'channel', tenantId: TENANT },
          text: 'hemmeligt',
          ...changes,
        },
      });
  });
  afterEach(() => stop());

  const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: {} } } };
  async function exhaust(changes: Readonly<Record<string, unknown>> = {}): Promise<void> {
    for (let act = 0; act < PERSON_ACTS_A_MINUTE; act += 1) await send(changes);
    assert.equal(turns, PERSON_ACTS_A_MINUTE);
  }

  it('is not met by somebody who presses once a second', () => {
    assert.ok(PERSON_ACTS_A_MINUTE > 60);
  });

  it('answers a press with one sentence over the card, and carries out no more', async () => {
    await exhaust(press);
    for (let again = 0; again < 2; again += 1) {
      assert.deepEqual(await send(press), {
        status: 200,
        body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: SENTENCE },
      });
    }
    assert.equal(turns, PERSON_ACTS_A_MINUTE);
    assert.deepEqual(posted, []);
  });

  it('answers a press that opens a dialog with the sentence, and a press in one with what was sent', async () => {
    await exhaust(press);
    const value = { data: { verb: 'reply.send', reply: 'Vi har lært.' } };
    assert.deepEqual(await send({ type: 'invoke', name: 'task/fetch', value }), {
      status: 200,
      body: { task: { type: 'message', value: SENTENCE } },
    });
    const { body } = await send({ type: 'invoke', name: 'task/submit', value });
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: value };
    const shown = { title: 'Svar', height: 'large', width: 'large', card };
    assert.deepEqual(body, { task: { type: 'continue', value: shown } });
    assert.equal(turns, PERSON_ACTS_A_MINUTE);
  });

  it('answers messages once, and then in silence', async () => {
    await exhaust();
    for (let again = 0; again < 3; again += 1) assert.deepEqual(await send(), { status: 200, body: undefined });
    assert.deepEqual(posted, [SENTENCE]);
    assert.equal(turns, PERSON_ACTS_A_MINUTE);
  });

  it('answers another invoke with nothing but that it came', async () => {
    await exhaust();
    assert.deepEqual(await send({ type: 'invoke', name: 'fileConsent/invoke' }), { status: 200, body: undefined });
  });

  it('counts everybody for themselves, by id and tenant', async () => {
    await exhaust();
    await send({ from: { id: '29:bo', aadObjectId: 'bo', name: 'Anne Jensen' } });
    await send({ from: { id: '29:uden-id', name: 'Anne Jensen' } });
    assert.equal(turns, PERSON_ACTS_A_MINUTE + 2);
    await send({ from: { id: '29:et-andet-id', aadObjectId: 'anne', name: 'En anden' } });
    assert.equal(turns, PERSON_ACTS_A_MINUTE + 2);
  });

  it('does not count what no person does, such as an installation', async () => {
    await exhaust();
    await send({ type: 'installationUpdate', action: 'add' });
    assert.equal(turns, PERSON_ACTS_A_MINUTE + 1);
  });

  it('is logged once, without who it was or what they wrote', async () => {
    await exhaust();
    for (let again = 0; again < 3; again += 1) await send();
    assert.deepEqual(log.entries, [
      { level: 'warn', event: 'too many acts of one person', fields: { type: 'message' } },
    ]);
  });
});
