import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { EmulatorValidation } from 'botframework-connector';
import { ADMINISTRATOR_ID } from '../../../dev/demo/stage.js';
import { type RunningServer, type ServerDependencies, startServer } from '../../../src/adapters/http/server.js';
import { createTeamsEndpoint } from '../../../src/adapters/teams/endpoint.js';
import { CONNECTOR_TOKEN_ISSUER, TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import { parseConfig } from '../../../src/config.js';
import { da } from '../../../src/text/messages.js';
import { TENANT } from '../../support/builders.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';
import { startTokenIssuer, type TokenIssuer } from '../../support/token-issuer.js';
import { NO_LIMIT } from '../http/a-server.js';

const APP_ID = '7a1f0c52-1d0e-4a57-9a44-3b1f2f6f7c10';
const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
/** One of Microsoft's own tenants, whose tokens the SDK takes from its emulator. */
const EMULATOR_TENANT = 'd6d49420-f39b-4df7-a1dc-d59a935871db';

const minutesFromNow = (minutes: number) => Math.floor(Date.now() / 1000) + minutes * 60;

const good = () => ({
  iss: CONNECTOR_TOKEN_ISSUER,
  aud: APP_ID,
  nbf: minutesFromNow(-1),
  exp: minutesFromNow(60),
  serviceurl: SERVICE_URL,
});

/** What Entra ID issues to the bot itself, which the bot then sends to every service that it posts to. */
const entra = (changes: object = {}) => ({
  iss: `https://sts.windows.net/${EMULATOR_TENANT}/`,
  aud: APP_ID,
  appid: APP_ID,
  ver: '1.0',
  tid: EMULATOR_TENANT,
  nbf: minutesFromNow(-1),
  exp: minutesFromNow(60),
  serviceurl: SERVICE_URL,
  ...changes,
});

const ACTIVITY = {
  type: 'message',
  id: '1700000000001',
  channelId: 'msteams',
  serviceUrl: SERVICE_URL,
  from: { id: '29:anne', aadObjectId: '0b8f2f4e-5a3d-4c1b-8a57-2f9f1f0e6d21' },
  recipient: { id: `28:${APP_ID}` },
  conversation: { id: '19:boern@thread.tacv2;messageid=1', conversationType: 'channel', tenantId: TENANT },
  channelData: { tenant: { id: TENANT } },
  text: 'hjælp',
};

const IDENTITY = {
  kind: 'azure',
  appType: 'SingleTenant',
  appId: APP_ID,
  tenantId: TENANT,
  password: 'kodeord',
} as const;

function unsigned(claims: object, header: object = { alg: 'none', typ: 'JWT' }, signature = ''): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(claims)}.${signature}`;
}

/** The bearer of a forged token. */
type Forge = (issuer: TokenIssuer) => Promise<string>;

const signed =
  (claims: () => object, key?: 'teams' | 'webchat' | 'stranger', kid?: string): Forge =>
  async (issuer) =>
    `Bearer ${await issuer.sign({ ...claims() }, key, kid)}`;

const FORGERIES: readonly (readonly [what: string, forge: Forge])[] = [
  ['an empty header', async () => ''],
  ['a bearer of nothing', async () => 'Bearer '],
  ['the algorithm none', async () => `Bearer ${unsigned(good())}`],
  [
    'the algorithm none and something like a signature',
    async () => `Bearer ${unsigned(good(), { alg: 'none' }, 'AAAA')}`,
  ],
  [
    'another token’s signature',
    async (issuer) => {
      const [header, , signature] = (await issuer.sign({ ...good(), aud: 'en anden' })).split('.');
      return `Bearer ${header}.${Buffer.from(JSON.stringify(good())).toString('base64url')}.${signature}`;
    },
  ],
  ['the public key as a shared secret', async (issuer) => `Bearer ${await issuer.signWithPublicKey(good())}`],
  ['the key of a stranger under a known name', signed(good, 'stranger', 'teams')],
  ['a key that is not published', signed(good, 'stranger')],
  ['a key endorsed for another channel', signed(good, 'webchat')],
  ['another scheme', async (issuer) => `Basic ${await issuer.sign(good())}`],
  ['two tokens', async (issuer) => `Bearer ${await issuer.sign(good())} ${await issuer.sign(good())}`],
  ['another audience', signed(() => ({ ...good(), aud: randomUUID() }))],
  ['no audience', signed(() => ({ ...good(), aud: undefined }))],
  ['another issuer', signed(() => ({ ...good(), iss: 'https://api.botframework.com/' }))],
  ['no issuer', signed(() => ({ ...good(), iss: undefined }))],
  ['the issuer of another cloud', signed(() => ({ ...good(), iss: 'https://api.botframework.us' }))],
  ['a term that ended six minutes ago', signed(() => ({ ...good(), exp: minutesFromNow(-6) }))],
  ['a term that begins in six minutes', signed(() => ({ ...good(), nbf: minutesFromNow(6) }))],
  ['another service address than the activity’s', signed(() => ({ ...good(), serviceurl: 'https://evil.example/' }))],
  ['no service address', signed(() => ({ ...good(), serviceurl: undefined }))],
  ['the emulator as issuer', signed(entra)],
  [
    'the emulator as issuer, in its second version',
    signed(() =>
      entra({
        iss: `https://login.microsoftonline.com/${EMULATOR_TENANT}/v2.0`,
        ver: '2.0',
        azp: APP_ID,
        appid: undefined,
      }),
    ),
  ],
  ['any tenant as issuer', signed(() => entra({ iss: `https://sts.windows.net/${TENANT}/`, tid: TENANT }))],
  ['the token that the bot itself sends', signed(() => entra({ aud: 'https://api.botframework.com' }))],
  ['the Connector as issuer and a tenant not served', signed(() => ({ ...good(), tid: randomUUID() }))],
  ['the Connector as issuer of a token between bots', signed(() => ({ ...good(), ver: '1.0', appid: randomUUID() }))],
];

describe('who the bot listens to', () => {
  let issuer: TokenIssuer;
  let server: RunningServer;
  let adapter: TeamsAdapter;
  let log: RecordingLog;
  let serverLog: RecordingLog;
  let turns: number;
  let run: () => Promise<void>;
  let printed: string[];
  const { error } = console;

  const serverDependencies = (): ServerDependencies => ({
    gate: {
      tenantIds: [TENANT],
      serviceOrigins: ['https://smba.trafficmanager.net'],
      tokenIssuer: CONNECTOR_TOKEN_ISSUER,
    },
    turn: (request) =>
      createTeamsEndpoint(
        adapter,
        async () => {
          turns += 1;
          await run();
        },
        log,
      )(request),
    checkLink: () => 'invalid',
    download: async () => ({ kind: 'invalid' }),
    checkReady: async () => ({ unreadableRows: 0 }),
    limits: { refusals: NO_LIMIT, healthChecks: NO_LIMIT, downloads: NO_LIMIT },
    trustedProxies: [],
    messages: da,
    log: { info: () => undefined, warn: (...line) => serverLog.warn(...line), error: () => undefined },
  });

  before(async () => {
    issuer = await startTokenIssuer();
    adapter = new TeamsAdapter({ ...IDENTITY, openIdMetadataUrl: issuer.metadataUrl });
    server = await startServer(serverDependencies(), { host: '127.0.0.1', port: 0 });
  });
  after(async () => {
    await server.stop();
    await issuer.stop();
  });
  beforeEach(() => {
    turns = 0;
    run = async () => undefined;
    log = createRecordingLog();
    serverLog = createRecordingLog();
    printed = [];
    // The SDK prints every refusal.
    console.error = (...args: unknown[]) => {
      printed.push(args.map(String).join(' '));
    };
  });
  afterEach(() => {
    console.error = error;
  });

  async function send(
    authorization: string,
    activity: object = ACTIVITY,
    to = `http://127.0.0.1:${server.port}/api/messages`,
  ) {
    const response = await fetch(to, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    return { status: response.status, body: await response.text() };
  }

  it('takes a token of the Bot Connector for this bot', async () => {
    assert.deepEqual(await send(`Bearer ${await issuer.sign(good())}`), { status: 200, body: '' });
    assert.equal(turns, 1);
  });

  it('takes one that ended within the five minutes that clocks may differ', async () => {
    const { status } = await send(`Bearer ${await issuer.sign({ ...good(), exp: minutesFromNow(-4) })}`);
    assert.deepEqual([status, turns], [200, 1]);
  });

  for (const [what, forge] of FORGERIES) {
    it(`refuses ${what}`, async () => {
      const authorization = await forge(issuer);
      assert.deepEqual(await send(authorization), { status: 401, body: '' });
      assert.equal(turns, 0);
      const [, , signature = ''] = authorization.split('.');
      const written = [...printed, JSON.stringify(log.entries)].join('\n');
      assert.equal(signature.length > 8 && written.includes(signature), false, 'a token was printed');
    });
  }

  it('needs its own gate: the SDK alone takes what it thinks is its emulator', async () => {
    const endpoint = createTeamsEndpoint(adapter, async () => undefined, log);
    const { status } = await endpoint({ authorization: `Bearer ${await issuer.sign(entra())}`, body: ACTIVITY });
    assert.equal(status, 200);
  });

  it('keeps nothing of tokens that nobody signed', async () => {
    const issuers = () => EmulatorValidation.ToBotFromEmulatorTokenValidationParameters.issuer?.length;
    const before = issuers();
    assert.ok(before !== undefined && before > 0);
    for (let count = 0; count < 300; count += 1) {
      const tid = randomUUID();
      const iss = count % 2 === 0 ? CONNECTOR_TOKEN_ISSUER : `https://sts.windows.net/${tid}/`;
      const token = unsigned({ ...good(), iss, tid }, { alg: 'RS256', kid: 'teams' }, 'c2lnbmF0dXI');
      const { status } = await send(`Bearer ${token}`);
      assert.equal(status, 401);
    }
    assert.equal(issuers(), before);
    assert.deepEqual([turns, printed], [0, []]);
  });

  it('says nothing of a turn that failed but that it did', async () => {
    const failure = new Error('hemmelig-besked');
    run = async () => {
      throw failure;
    };
    assert.deepEqual(await send(`Bearer ${await issuer.sign(good())}`), { status: 500, body: '' });
    assert.deepEqual(log.entries, [{ level: 'error', event: 'turn failed', fields: {}, cause: failure }]);
    assert.deepEqual(printed, []);
  });

  it('says why it refused, and nothing more', async () => {
    const fresh = await startServer(serverDependencies(), { host: '127.0.0.1', port: 0 });
    try {
      const expired = await issuer.sign({ ...good(), exp: minutesFromNow(-60) });
      await send(`Bearer ${expired}`, ACTIVITY, `http://127.0.0.1:${fresh.port}/api/messages`);
    } finally {
      await fresh.stop();
    }
    assert.deepEqual(serverLog.entries, [
      { level: 'warn', event: 'request refused', fields: { status: 401, reason: 'signature not valid' } },
    ]);
    assert.deepEqual(log.entries, []);
  });

  it('says to come back later when the Connector’s keys cannot be had, and counts it against nobody', async () => {
    const gone = await startTokenIssuer();
    await gone.stop();
    const alone = new TeamsAdapter({ ...IDENTITY, openIdMetadataUrl: gone.metadataUrl });
    const endpoint = createTeamsEndpoint(alone, async () => undefined, log);
    assert.deepEqual(await endpoint({ authorization: `Bearer ${await issuer.sign(good())}`, body: ACTIVITY }), {
      status: 503,
      body: undefined,
      refused: 'keys of the connector not reachable',
    });
  });

  it('takes the app’s id however it is written in the settings', async () => {
    const parsed = parseConfig({
      MicrosoftAppType: 'SingleTenant',
      MicrosoftAppId: `{${APP_ID.toUpperCase()}}`,
      MicrosoftAppTenantId: TENANT.toUpperCase(),
      MicrosoftAppPassword: 'kodeord',
      NOTATBOT_ADMINISTRATORS: ADMINISTRATOR_ID,
      NOTATBOT_PUBLIC_URL: 'https://notatbot.kommune.example',
      NOTATBOT_LINK_SECRET: 'x'.repeat(32),
      AZURE_STORAGE_TABLE_ENDPOINT: 'https://konto.table.core.windows.net',
    });
    assert.ok(parsed.ok);
    const { identity } = parsed.config;
    assert.ok(identity.kind === 'azure');
    const same = new TeamsAdapter({ ...identity, openIdMetadataUrl: issuer.metadataUrl });
    const endpoint = createTeamsEndpoint(same, async () => undefined, log);
    const { status } = await endpoint({ authorization: `Bearer ${await issuer.sign(good())}`, body: ACTIVITY });
    assert.equal(status, 200);
  });

  it('never keeps the Bot Connector waiting for what others did from its address', async () => {
    const limited = await startServer(
      {
        ...serverDependencies(),
        limits: {
          refusals: { count: async () => ({ by: 1, retryAfterS: 7 }) },
          healthChecks: NO_LIMIT,
          downloads: NO_LIMIT,
        },
      },
      { host: '127.0.0.1', port: 0 },
    );
    try {
      const to = `http://127.0.0.1:${limited.port}/api/messages`;
      assert.equal((await send(`Bearer ${await issuer.sign(good())}`, ACTIVITY, to)).status, 200);
      const elsewhere = { ...ACTIVITY, conversation: { ...ACTIVITY.conversation, tenantId: randomUUID() } };
      assert.equal((await send(`Bearer ${await issuer.sign(good())}`, elsewhere, to)).status, 403);
      assert.equal((await send(`Bearer ${await issuer.sign(good(), 'stranger', 'teams')}`, ACTIVITY, to)).status, 429);
      assert.equal((await send('', ACTIVITY, to)).status, 429);
      assert.equal(turns, 1);
    } finally {
      await limited.stop();
    }
  });
});
