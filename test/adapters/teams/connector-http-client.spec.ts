import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ConversationParameters } from 'botbuilder';
import { ConnectorRefusal, ConnectorSilence } from '../../../src/adapters/teams/connector-http-client.js';
import { TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import { CONNECTOR_ANSWER_MAX_BYTES, RETRY_AFTER_MAX_MS } from '../../../src/domain/limits.js';

type Script = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A connector that answers as it is told. */
async function startConnector(script: Script) {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    requests.push(`${request.method} ${request.url}`);
    await script(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    /** What it was asked, by method and path. */
    requests,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Script {
  return async (request, response) => {
    await buffer(request);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(text);
  };
}

const error = (code: string) => ({ error: { code, message: 'noget, som nogen skrev' } });

async function post(serviceUrl: string, timeLimitMs?: number) {
  const options = timeLimitMs === undefined ? {} : { timeLimitMs };
  const adapter = new TeamsAdapter({ kind: 'unauthenticated' }, options);
  const connector = await adapter.connector(serviceUrl);
  const parameters = { isGroup: true, activity: { type: 'message', text: 'Blåbærgrød' } };
  return connector.createConversation(parameters as ConversationParameters);
}

/** What the client rejects with. */
async function failure(serviceUrl: string, timeLimitMs?: number): Promise<unknown> {
  return post(serviceUrl, timeLimitMs).then(
    () => assert.fail('the request went well'),
    (reason: unknown) => reason,
  );
}

const POST = 'POST /v3/conversations';

describe('the connector’s HTTP client', () => {
  let connector: Awaited<ReturnType<typeof startConnector>>;

  async function scripted(script: Script) {
    connector = await startConnector(script);
    return connector.url;
  }
  afterEach(() => connector.stop());

  it('sends what it is given and gives what is answered', async () => {
    let sent: unknown;
    const url = await scripted(async (request, response) => {
      sent = JSON.parse(String(await buffer(request)));
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end('{"id":"19:x;messageid=1","activityId":"1"}');
    });
    const created = await post(url);
    assert.deepEqual(sent, { isGroup: true, activity: { type: 'message', text: 'Blåbærgrød' } });
    assert.deepEqual([created.id, created.activityId], ['19:x;messageid=1', '1']);
    assert.deepEqual(connector.requests, [POST]);
  });

  it('finds the way from a service address without a slash at its end', async () => {
    const url = await scripted(answer(201, { id: '1' }));
    await post(url.slice(0, -1));
    await post(`${url}emea`);
    assert.deepEqual(connector.requests, [POST, 'POST /emea/v3/conversations']);
  });

  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  const inTenYears = new Date(Date.now() + 315_360_000_000).toUTCString();
  const anHourAgo = new Date(Date.now() - 3_600_000).toUTCString();
  type Refusal = readonly [
    what: string,
    script: Script,
    status: number,
    code: string,
    retryAfterMs: number | undefined,
  ];
  const REFUSALS: readonly Refusal[] = [
    ['401', answer(401, error('BotNotRegistered')), 401, 'BotNotRegistered', undefined],
    ['403', answer(403, error('BotNotInConversationRoster')), 403, 'BotNotInConversationRoster', undefined],
    ['404', answer(404, error('ConversationNotFound')), 404, 'ConversationNotFound', undefined],
    ['412', answer(412, error('PreconditionFailed')), 412, 'PreconditionFailed', undefined],
    ['413', answer(413, error('MessageSizeTooBig')), 413, 'MessageSizeTooBig', undefined],
    ['429', answer(429, error('Throttled')), 429, 'Throttled', undefined],
    ['429 and when to come back', answer(429, error('Throttled'), { 'retry-after': '7' }), 429, 'Throttled', 7_000],
    ['429 and “in ten years”', answer(429, '', { 'retry-after': '315360000' }), 429, '', RETRY_AFTER_MAX_MS],
    ['429 and a year far away', answer(429, '', { 'retry-after': inTenYears }), 429, '', RETRY_AFTER_MAX_MS],
    ['429 and “at once”', answer(429, error('Throttled'), { 'retry-after': '0' }), 429, 'Throttled', 0],
    ['429 and a time that has passed', answer(429, '', { 'retry-after': anHourAgo }), 429, '', undefined],
    ['429 and a time that is none', answer(429, '', { 'retry-after': 'snart' }), 429, '', undefined],
    ['500', answer(500, error('ServiceError')), 500, 'ServiceError', undefined],
    ['502 from a proxy', answer(502, '<html>Bad Gateway</html>'), 502, '', undefined],
    ['503', answer(503, error('ServiceUnavailable')), 503, 'ServiceUnavailable', undefined],
    ['504', answer(504, ''), 504, '', undefined],
    ['an error that is null', answer(500, 'null'), 500, '', undefined],
    ['a code that the SDK would repeat for', answer(403, error('ECONNRESET')), 403, '', undefined],
    ['a code that is a sentence', answer(403, error('Sagen om Anne')), 403, '', undefined],
  ];
  for (const [what, script, status, code, retryAfterMs] of REFUSALS) {
    it(`asks once, and tells of ${what}`, async () => {
      const reason = await failure(await scripted(script));
      assert.ok(reason instanceof ConnectorRefusal, String(reason));
      assert.deepEqual([reason.status, reason.code, reason.retryAfterMs], [status, code, retryAfterMs]);
      assert.equal(reason.message, `the connector answered ${status} ${code}`.trim());
      assert.deepEqual(connector.requests, [POST]);
    });
  }

  it('reads a time to come back at, too', async () => {
    const reason = await failure(await scripted(answer(503, '', { 'retry-after': inAnHour })));
    assert.ok(reason instanceof ConnectorRefusal && reason.retryAfterMs !== undefined);
    assert.ok(reason.retryAfterMs > 0 && reason.retryAfterMs <= 3_600_000, String(reason.retryAfterMs));
  });

  const cut = (request: IncomingMessage) => void request.socket.destroy();
  const SILENCES: readonly (readonly [what: string, script: Script])[] = [
    ['is cut before the request was read', cut],
    [
      'is cut after the request was read',
      async (request) => {
        await buffer(request);
        cut(request);
      },
    ],
    [
      'is cut within the answer',
      async (request, response) => {
        await buffer(request);
        response.writeHead(201, { 'content-length': '100' });
        response.write('{"id":', () => cut(request));
      },
    ],
    ['leads elsewhere', answer(307, '', { location: '/et-andet-sted' })],
  ];
  for (const [what, script] of SILENCES) {
    it(`asks once, and does not know what happened, when the connection ${what}`, async () => {
      const reason = await failure(await scripted(script));
      assert.ok(reason instanceof ConnectorSilence, String(reason));
      assert.equal(reason.mayHaveHappened, true);
      assert.ok(reason.cause instanceof Error);
      assert.deepEqual(connector.requests, [POST]);
    });
  }

  it('takes an answer up to its limit, and no more of a longer one', async () => {
    const padded = (bytes: number) => '{"id":"1"}'.padEnd(bytes);
    const created = await post(await scripted(answer(201, padded(CONNECTOR_ANSWER_MAX_BYTES))));
    assert.equal(created.id, '1');
    await connector.stop();
    const reason = await failure(await scripted(answer(500, padded(CONNECTOR_ANSWER_MAX_BYTES + 1))));
    assert.ok(reason instanceof ConnectorSilence, String(reason));
    assert.deepEqual([reason.mayHaveHappened, reason.reason], [true, 'AnswerTooLong']);
    assert.equal(reason.message, 'the connector did not answer: AnswerTooLong');
    assert.deepEqual(connector.requests, [POST]);
  });

  const NEVER: readonly (readonly [what: string, script: Script])[] = [
    ['an answer', () => undefined],
    [
      'the end of an answer',
      (_, response) => {
        response.writeHead(201, { 'content-type': 'application/json' });
        response.write('{"id":');
      },
    ],
  ];
  for (const [what, script] of NEVER) {
    it(`asks once, and gives up when ${what} never comes`, async () => {
      const reason = await failure(await scripted(script), 1_000);
      assert.ok(reason instanceof ConnectorSilence, String(reason));
      assert.deepEqual([reason.mayHaveHappened, reason.reason], [true, 'TimeoutError']);
      assert.deepEqual(connector.requests, [POST]);
    });
  }

  it('knows that nothing happened when the connection is refused', async () => {
    const url = await scripted(() => undefined);
    await connector.stop();
    const reason = await failure(url);
    assert.ok(reason instanceof ConnectorSilence, String(reason));
    assert.deepEqual([reason.mayHaveHappened, reason.reason], [false, 'ECONNREFUSED']);
  });
});
