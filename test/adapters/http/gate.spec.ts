import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ATTACHMENTS_MAX, BODY_MAX_BYTES, ENTITIES_MAX } from '../../../src/domain/limits.js';
import { TENANT } from '../../support/builders.js';
import {
  anActivity,
  type Call,
  call,
  goodRequestStatus,
  ISSUER,
  jsonHeaders,
  SERVICE_URL,
  startTestServer,
  type TestServer,
  unsignedToken,
} from './a-server.js';

const MB = 1024 * 1024;
const INCOMPLETE = { id: null, recipient: null, replyToId: null, value: null, entities: null, attachments: null };
const OTHER_TENANT = '11111111-2222-4333-8444-555555555555';

/** Good in every way but one. */
const activity = (changes: Readonly<Record<string, unknown>>): Call => ({
  headers: jsonHeaders(),
  body: JSON.stringify(anActivity(changes)),
});

const json = (text: string): Call => ({ headers: jsonHeaders(), body: text });
const from = (serviceUrl: unknown): Call => activity({ serviceUrl });
const authorized = (authorization: string): Call => ({
  headers: { ...jsonHeaders(), authorization },
  body: JSON.stringify(anActivity()),
});
const bearer = (claims: unknown): Call => authorized(`Bearer ${unsignedToken(claims)}`);

function* pieces(total: number): Generator<Buffer> {
  const piece = Buffer.alloc(64 * 1024, ' ');
  for (let sent = 0; sent < total; sent += piece.length) yield piece;
}

function multipart(): Call {
  const boundary = 'x-boundary';
  const disposition = 'Content-Disposition: form-data; name="fil"; filename="fil.bin"';
  const head = `--${boundary}\r\n${disposition}\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return {
    headers: { ...jsonHeaders(), 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(head), Buffer.alloc(32 * 1024), Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}

const withoutTenant = { conversation: { id: '19:boern@thread.tacv2' }, channelData: {} };

const REFUSED: readonly (readonly [what: string, status: number, request: Call])[] = [
  ['a body that says it is gzip and is not', 415, { headers: { 'content-encoding': 'gzip' }, body: 'not gzip' }],
  [
    'the same with JSON and a token',
    415,
    { headers: { ...jsonHeaders(), 'content-encoding': 'gzip' }, body: '{"type":"message"}' },
  ],
  [
    'a gzip bomb',
    415,
    { headers: { ...jsonHeaders(), 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(20 * MB, ' ')) },
  ],
  ['another encoding', 415, { headers: { ...jsonHeaders(), 'content-encoding': 'br' }, body: '{}' }],
  ['plain text', 415, { headers: { ...jsonHeaders(), 'content-type': 'text/plain' }, body: '{}' }],
  ['a form', 415, { headers: { ...jsonHeaders(), 'content-type': 'application/x-www-form-urlencoded' }, body: 'a=b' }],
  ['no content type', 415, { headers: {}, body: JSON.stringify(anActivity()) }],
  ['an upload', 415, multipart()],
  ['60 MB announced', 413, { headers: { ...jsonHeaders(), 'content-length': String(60 * MB) }, body: [] }],
  ['60 MB in chunks', 413, { headers: jsonHeaders(), body: pieces(60 * MB) }],
  ['a byte more than the limit', 413, json(' '.repeat(BODY_MAX_BYTES + 1))],
  [
    'a byte more than the limit in chunks',
    413,
    { headers: jsonHeaders(), body: [Buffer.alloc(BODY_MAX_BYTES + 1, ' ')] },
  ],

  ['an empty body', 400, json('')],
  ['broken JSON', 400, json('{"type":')],
  ['null', 400, json('null')],
  ['a string', 400, json('"x"')],
  ['an array', 400, json('[]')],
  ['brackets 100,000 deep', 400, json('['.repeat(100_000))],
  ['a type that is a number', 400, json('{"type":5}')],
  ['an activity whose type is a number', 400, activity({ type: 5 })],
  ['an activity without a sender', 400, activity({ from: undefined })],
  ['an activity whose sender is null', 400, activity({ from: null })],
  ['more entities than the limit', 400, activity({ entities: Array(ENTITIES_MAX + 1).fill({}) })],
  ['more attachments than the limit', 400, activity({ attachments: Array(ATTACHMENTS_MAX + 1).fill({}) })],
  ['another channel', 400, activity({ channelId: 'webchat' })],
  ['the emulator’s channel', 400, activity({ channelId: 'emulator' })],

  ['no token', 401, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(anActivity()) }],
  ['a password', 401, authorized('Basic dXNlcjpwYXNz')],
  ['a token that is none', 401, authorized('Bearer x.y.z')],
  ['a token without a signature', 401, authorized(`Bearer ${unsignedToken({ iss: ISSUER }).replace(/[^.]*$/u, '')}`)],
  ['a token of nobody', 401, bearer({})],
  ['a token that names two issuers', 401, bearer({ iss: [ISSUER, 'https://sts.windows.net/'] })],
  ['a token for the emulator', 401, bearer({ iss: `https://sts.windows.net/${TENANT}/` })],
  ['a token that names a tenant not served', 401, bearer({ iss: ISSUER, tid: OTHER_TENANT })],

  ['no service address', 400, from(undefined)],
  ['an empty service address', 400, from('')],
  ['a service address that is none', 403, from('smba.trafficmanager.net')],
  ['an unencrypted service', 403, from('http://smba.trafficmanager.net/emea/')],
  ['another service', 403, from('https://evil.example/')],
  ['a service with a name that begins right', 403, from('https://smba.trafficmanager.net.evil.example/')],
  ['a service with a name that ends right', 403, from('https://evil-smba.trafficmanager.net/')],
  ['a service on another port', 403, from('https://smba.trafficmanager.net:8443/')],
  ['a user name that looks like the service', 403, from('https://smba.trafficmanager.net@evil.example/')],
  ['a password that looks like the service', 403, from('https://x:smba.trafficmanager.net@evil.example/')],
  ['a user name at the service', 403, from('https://evil.example@smba.trafficmanager.net/')],
  ['a backslash before the service', 403, from('https://evil.example\\@smba.trafficmanager.net/')],

  ['a conversation of a tenant not served', 403, activity({ conversation: { id: '19:x', tenantId: OTHER_TENANT } })],
  [
    'the same, with a person of a tenant that is served',
    403,
    activity({ conversation: { id: '19:x', tenantId: OTHER_TENANT }, from: { id: '29:anne', tenantId: TENANT } }),
  ],
  [
    'a team of a tenant not served, where the conversation’s is not told',
    403,
    activity({ conversation: { id: '19:x' }, channelData: { tenant: { id: OTHER_TENANT } } }),
  ],
  [
    'a person of a tenant not served, where no other is told',
    403,
    activity({ ...withoutTenant, from: { id: '29:kim', tenantId: OTHER_TENANT } }),
  ],
  ['no tenant at all', 403, activity(withoutTenant)],
];

describe('the gate of the messaging endpoint', () => {
  let server: TestServer;

  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  for (const [what, status, request] of REFUSED) {
    it(`refuses ${what} with ${status} and no words, and goes on`, async () => {
      const answer = await call(server.port, request);
      assert.deepEqual([answer.status, answer.body, answer.headers['content-type']], [status, '', undefined]);
      assert.deepEqual(server.turns, []);
      assert.equal(await goodRequestStatus(server), 200);
      assert.equal(server.turns.length, 1);
    });
  }

  it('writes nothing of an upload to disk', async () => {
    const { TMPDIR } = process.env;
    const folder = await mkdtemp(join(tmpdir(), 'notatbot-upload-'));
    process.env['TMPDIR'] = folder;
    try {
      await call(server.port, multipart());
      assert.deepEqual(await readdir(folder), []);
    } finally {
      if (TMPDIR === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = TMPDIR;
      await rm(folder, { recursive: true });
    }
  });

  it('hands a good activity on whole, with its token', async () => {
    let seen: unknown;
    const inner = await startTestServer({
      turn: async (request) => {
        seen = request;
        return { status: 200, body: { statusCode: 200 } };
      },
    });
    try {
      const headers = jsonHeaders();
      const value = { action: { verb: 'reply.send', data: { nested: [1, { two: null }] } } };
      const answer = await call(inner.port, { headers, body: JSON.stringify(anActivity({ value })) });
      assert.deepEqual(seen, { authorization: headers['authorization'], body: anActivity({ value }) });
      assert.deepEqual([answer.status, answer.body], [200, '{"statusCode":200}']);
    } finally {
      await inner.stop();
    }
  });

  it('lets in a person whose tenant is not told, where the team’s is', async () => {
    const { status } = await call(server.port, activity({ conversation: { id: '19:boern@thread.tacv2' } }));
    assert.equal(status, 200);
  });

  it('lets in a person of another tenant in a conversation of its own, to be refused in words', async () => {
    for (const changes of [
      { from: { id: '29:kim', tenantId: OTHER_TENANT } },
      { channelData: { tenant: { id: OTHER_TENANT } } },
    ]) {
      assert.equal((await call(server.port, activity(changes))).status, 200);
    }
  });

  it('takes a service address in capitals, with its port or without a slash', async () => {
    for (const url of [SERVICE_URL.toUpperCase(), 'https://smba.trafficmanager.net:443/', SERVICE_URL.slice(0, -1)]) {
      const { status } = await call(server.port, from(url));
      assert.equal(status, 200, url);
    }
  });

  it('takes a body up to its limit', async () => {
    const text = JSON.stringify(anActivity());
    const { status } = await call(server.port, json(text + ' '.repeat(BODY_MAX_BYTES - Buffer.byteLength(text))));
    assert.equal(status, 200);
  });

  it('takes as many entities and attachments as their limits, and what is no list for others to judge', async () => {
    const full = { entities: Array(ENTITIES_MAX).fill({}), attachments: Array(ATTACHMENTS_MAX).fill({}) };
    for (const changes of [full, { entities: 'x', attachments: {} }]) {
      assert.equal((await call(server.port, activity(changes))).status, 200);
    }
  });

  it('takes null for what is left out', async () => {
    assert.equal((await call(server.port, activity(INCOMPLETE))).status, 200);
    const nameless = { from: { id: '29:anne', tenantId: null }, channelData: null };
    assert.equal((await call(server.port, activity(nameless))).status, 200);
  });

  it('hands on what is nested however deep, and nothing as the prototype of anything', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000);
    const text = JSON.stringify(anActivity()).slice(0, -1);
    const { status } = await call(server.port, json(`${text},"value":${deep},"__proto__":{"action":"add"}}`));
    assert.equal(status, 200);
    const [turn] = server.turns;
    assert.ok(turn !== undefined && !('action' in turn));
  });

  const FORMS = [TENANT.toUpperCase(), `{${TENANT}}`, `{${TENANT.toUpperCase()}}`];
  for (const tenantId of FORMS) {
    it(`knows its tenant as ${tenantId}, and hands it on in one form`, async () => {
      const told = {
        from: { id: '29:anne', tenantId },
        conversation: { id: '19:boern@thread.tacv2', tenantId },
        channelData: { tenant: { id: tenantId } },
      };
      const headers = jsonHeaders(unsignedToken({ iss: ISSUER, tid: tenantId }));
      const { status } = await call(server.port, { headers, body: JSON.stringify(anActivity(told)) });
      assert.equal(status, 200);
      assert.deepEqual(server.turns, [
        anActivity({
          from: { id: '29:anne', tenantId: TENANT },
          conversation: { id: '19:boern@thread.tacv2', tenantId: TENANT },
          channelData: { tenant: { id: TENANT } },
        }),
      ]);
    });
  }

  const REASONS: readonly (readonly [reason: string, status: number, request: Call])[] = [
    ['content encoding', 415, { headers: { ...jsonHeaders(), 'content-encoding': 'br' }, body: 'hemmeligt' }],
    ['content type', 415, { headers: { ...jsonHeaders(), 'content-type': 'hemmeligt/x' }, body: 'hemmeligt' }],
    ['body too large', 413, json('hemmeligt'.padEnd(BODY_MAX_BYTES + 1))],
    ['not json', 400, json('hemmeligt')],
    ['not an activity', 400, activity({ channelId: 'hemmeligt' })],
    ['too many parts', 400, activity({ entities: Array(ENTITIES_MAX + 1).fill('hemmeligt') })],
    ['not the connector’s token', 401, authorized('Bearer hemmeligt')],
    ['service url not allowed', 403, from('https://hemmeligt.example/')],
    ['tenant not served', 403, activity({ conversation: { id: '19:x', tenantId: 'hemmeligt' } })],
    ['tenant not told', 403, activity({ ...withoutTenant, text: 'hemmeligt' })],
    ['no such address', 404, { method: 'GET', path: '/hemmeligt' }],
    ['method not allowed', 405, { method: 'PUT', headers: { 'x-hemmeligt': 'hemmeligt' } }],
  ];
  for (const [reason, status, request] of REASONS) {
    it(`logs the reason, and not what had it: ${reason}`, async () => {
      await call(server.port, request);
      assert.deepEqual(server.log.entries, [{ level: 'warn', event: 'request refused', fields: { status, reason } }]);
    });
  }
});
