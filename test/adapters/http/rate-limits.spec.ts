import assert from 'node:assert/strict';
import { createRateLimit } from '../../../src/adapters/system/rate-limit.js';
import { DOWNLOADS_A_MINUTE, HEALTH_CHECKS_A_MINUTE, REFUSALS_A_MINUTE } from '../../../src/domain/limits.js';
import { type Call, call, goodRequestStatus, startTestServer, type TestServer } from './a-server.js';

const get = (path: string, headers: Record<string, string> = {}): Call => ({ method: 'GET', path, headers });
const anonymous = (headers: Record<string, string> = {}): Call => ({
  headers: { 'content-type': 'application/json', ...headers },
  body: '{}',
});

describe('limits of clients that nobody knows', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer({
      limits: {
        refusals: createRateLimit(REFUSALS_A_MINUTE),
        healthChecks: createRateLimit(HEALTH_CHECKS_A_MINUTE),
        downloads: createRateLimit(DOWNLOADS_A_MINUTE),
      },
      checkLink: (token) => (token === 'ours' ? 'valid' : 'invalid'),
      download: async () => ({ kind: 'document', title: 'x', file: new Uint8Array() }),
      trustedProxies: ['127.0.0.1'],
    });
  });
  afterEach(() => server.stop());

  /** The statuses of so many requests, one after the other. */
  async function statuses(count: number, request: Call): Promise<readonly number[]> {
    const all: number[] = [];
    for (let sent = 0; sent < count; sent += 1) all.push((await call(server.port, request)).status);
    return all;
  }
  /** Sends as many as the limit lets through, which all get `status`, and one more, which gets 429. */
  async function exhaust(limit: number, status: number, request: Call): Promise<void> {
    const all = await statuses(limit, request);
    assert.deepEqual(new Set(all), new Set([status]));
    const { status: last, headers } = await call(server.port, request);
    assert.equal(last, 429);
    const wait = Number(headers['retry-after']);
    assert.ok(Number.isInteger(wait) && wait >= 1 && wait <= 60, String(headers['retry-after']));
  }

  const REFUSED: readonly (readonly [what: string, status: number, request: Call])[] = [
    ['requests without a token', 401, anonymous()],
    ['forms', 415, { headers: { 'content-type': 'text/html' }, body: 'x' }],
    ['paths that are not there', 404, get('/wp-login.php')],
    ['methods that are not there', 405, get('/api/messages')],
    ['links that are not ours', 404, get('/notat/forfalsket')],
  ];
  for (const [what, status, request] of REFUSED) {
    it(`hold for ${what}`, () => exhaust(REFUSALS_A_MINUTE, status, request));
  }

  it('hold for health checks', () => exhaust(HEALTH_CHECKS_A_MINUTE, 200, get('/healthz')));
  it('hold for links that are ours', () => exhaust(DOWNLOADS_A_MINUTE, 200, get('/notat/ours')));

  it('leave everything else to an address that is over one of them', async () => {
    await exhaust(REFUSALS_A_MINUTE, 401, anonymous());
    assert.equal(await goodRequestStatus(server), 200);
    assert.deepEqual(await statuses(1, get('/healthz')), [200]);
    assert.deepEqual(await statuses(1, get('/readyz')), [200]);
    assert.deepEqual(await statuses(1, get('/notat/ours')), [200]);
  });

  it('count each client behind a trusted proxy for itself, and the proxy’s own probes too', async () => {
    await exhaust(REFUSALS_A_MINUTE, 401, anonymous({ 'x-forwarded-for': '203.0.113.9' }));
    assert.deepEqual(await statuses(1, anonymous({ 'x-forwarded-for': '203.0.113.9:4711' })), [429]);
    assert.deepEqual(await statuses(1, anonymous({ 'x-forwarded-for': '203.0.113.10' })), [401]);
    assert.deepEqual(await statuses(1, anonymous()), [401]);
  });

  it('leave room for a probe every second', () => {
    assert.ok(HEALTH_CHECKS_A_MINUTE >= 5 * 60);
  });

  it('say nothing in the log of what there was too much of, and not much', async () => {
    await statuses(REFUSALS_A_MINUTE + 30, anonymous({ authorization: 'Bearer hemmeligt' }));
    const reasons = server.log.entries.map(({ fields }) => fields?.['reason']);
    assert.deepEqual(new Set(reasons), new Set(['not the connector’s token', 'rate limited']));
    assert.ok(reasons.length < 30);
    assert.equal(JSON.stringify(server.log.entries).includes('hemmeligt'), false);
  });
});
