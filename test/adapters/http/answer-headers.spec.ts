import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { RateLimit } from '../../../src/application/ports.js';
import { BODY_MAX_BYTES } from '../../../src/domain/limits.js';
import { anActivity, type Call, call, jsonHeaders, NO_LIMIT, startTestServer } from './a-server.js';

type Deps = NonNullable<Parameters<typeof startTestServer>[0]>;

const over: RateLimit = { count: async () => ({ by: 1, retryAfterS: 7 }) };
const fails = async () => Promise.reject(new Error('the store does not answer'));
const get = (path: string): Call => ({ method: 'GET', path });
const post = (body: string): Call => ({ headers: jsonHeaders(), body });

const ANSWERS: readonly (readonly [what: string, status: number, request: Call, deps?: Deps])[] = [
  ['a health check', 200, get('/healthz')],
  ['one that fails', 503, get('/readyz'), { checkReady: fails }],
  ['a health check by HEAD', 200, { method: 'HEAD', path: '/healthz' }],
  ['a turn', 200, post(JSON.stringify(anActivity()))],
  ['a turn that fails', 500, post(JSON.stringify(anActivity())), { turn: fails }],
  ['a broken body', 400, post('{')],
  ['no token', 401, { headers: { 'content-type': 'application/json' }, body: '{}' }],
  ['too large a body', 413, post(' '.repeat(BODY_MAX_BYTES + 1))],
  ['a form', 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }],
  ['another path', 404, get('/')],
  ['another method', 405, get('/api/messages')],
  [
    'a file',
    200,
    get('/notat/x.y'),
    { download: async () => ({ kind: 'document', title: 'x', file: new Uint8Array() }) },
  ],
  ['a link that fails', 503, get('/notat/x.y'), { download: fails }],
  ['a page', 410, get('/notat/x.y'), { checkLink: () => 'expired' }],
  ['too many', 429, get('/healthz'), { limits: { refusals: NO_LIMIT, healthChecks: over, downloads: NO_LIMIT } }],
];

describe('the headers of every answer', () => {
  for (const [what, status, request, deps] of ANSWERS) {
    it(`are there with ${status}: ${what}`, async () => {
      const server = await startTestServer(deps);
      try {
        const { status: answered, headers } = await call(server.port, request);
        assert.equal(answered, status);
        assert.match(String(headers['strict-transport-security']), /^max-age=\d{8}$/u);
        assert.equal(headers['x-content-type-options'], 'nosniff');
        assert.equal(headers['referrer-policy'], 'no-referrer');
        assert.equal(headers['cache-control'], 'no-store');
        assert.equal(headers['server'], undefined);
        const policy = String(headers['content-security-policy']);
        assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+';/u);
        for (const part of ['base-uri', 'form-action', 'frame-ancestors']) assert.ok(policy.includes(`${part} 'none'`));
      } finally {
        await server.stop();
      }
    });
  }

  it('allow the page its own style, and no other', async () => {
    const server = await startTestServer({ checkLink: () => 'invalid' });
    try {
      const { headers, body } = await call(server.port, get('/notat/x.y'));
      const styles = [...body.matchAll(/<style>([^<]*)<\/style>/gu)].map(([, style = '']) => style);
      assert.equal(styles.length, 1);
      const digest = createHash('sha256').update(styles.join()).digest('base64');
      assert.ok(String(headers['content-security-policy']).includes(`'sha256-${digest}'`));
      assert.doesNotMatch(body, /<script|\son\w+=|\sstyle=/iu);
    } finally {
      await server.stop();
    }
  });
});
