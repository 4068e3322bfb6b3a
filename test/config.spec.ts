import assert from 'node:assert/strict';
import { type Config, parseConfig } from '../src/config.js';
import { PERSON_ACTS_A_MINUTE } from '../src/domain/limits.js';
import { CLOSED_WEEKS_MAX, DEFAULT_CALENDAR } from '../src/domain/round/working-days.js';

const APP_ID = '7a1f0c52-1d0e-4a57-9a44-3b1f2f6f7c10';
const TENANT_ID = '6f0a3c52-8d0e-4a57-9a44-3b1f2f6f7c10';
const ADMINISTRATOR = '22222222-3333-4444-5555-666666666666';
const SECRET = 'x'.repeat(32);

const SINGLE_TENANT = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: APP_ID,
  MicrosoftAppPassword: 'kodeord',
  MicrosoftAppTenantId: TENANT_ID,
  NOTATBOT_ADMINISTRATORS: ADMINISTRATOR,
  NOTATBOT_PUBLIC_URL: 'https://notatbot.kommune.example',
  NOTATBOT_LINK_SECRET: SECRET,
  AZURE_STORAGE_TABLE_ENDPOINT: 'https://konto.table.core.windows.net',
};
const MANAGED = { ...SINGLE_TENANT, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: undefined };

type Env = Parameters<typeof parseConfig>[0];

function accepted(env: Env): Config {
  const parsed = parseConfig(env);
  assert.ok(parsed.ok, JSON.stringify(parsed));
  return parsed.config;
}

/** The settings that are found wrong. */
function refused(env: Env): readonly string[] {
  const parsed = parseConfig(env);
  assert.ok(!parsed.ok, 'these settings should be refused');
  return parsed.problems.map(({ setting }) => setting);
}

describe('the settings', () => {
  it('are taken from the environment, and the rest has defaults', () => {
    assert.deepEqual(accepted(SINGLE_TENANT), {
      host: '0.0.0.0',
      port: 3978,
      publicUrl: 'https://notatbot.kommune.example',
      language: 'da',
      calendar: DEFAULT_CALENDAR,
      linkSecret: SECRET,
      previousLinkSecret: undefined,
      trustedProxies: [],
      personActsAMinute: PERSON_ACTS_A_MINUTE,
      identity: {
        kind: 'azure',
        appType: 'SingleTenant',
        appId: APP_ID,
        tenantId: TENANT_ID,
        password: 'kodeord',
      },
      administrators: [ADMINISTRATOR],
      tenantIds: [TENANT_ID],
      serviceOrigins: ['https://smba.trafficmanager.net'],
      fileOrigins: ['https://*.sharepoint.com'],
      templatePath: undefined,
      storage: {
        kind: 'managed identity',
        endpoint: 'https://konto.table.core.windows.net',
        clientId: undefined,
      },
      tableName: 'notatbot',
      targetedMessages: false,
      postsASecond: 40,
    });
  });

  it('can all be changed', () => {
    const config = accepted({
      ...MANAGED,
      HOST: '::',
      PORT: '8080',
      NOTATBOT_LANGUAGE: 'en',
      NOTATBOT_TABLE: 'runder2026',
      AZURE_CLIENT_ID: 'klient',
      NOTATBOT_TEMPLATE: '/etc/notatbot/brevpapir.docx',
    });
    assert.equal(config.templatePath, '/etc/notatbot/brevpapir.docx');
    assert.deepEqual([config.host, config.port, config.language, config.tableName], ['::', 8080, 'en', 'runder2026']);
    assert.deepEqual(config.identity, {
      kind: 'azure',
      appType: 'UserAssignedMSI',
      appId: APP_ID,
      tenantId: TENANT_ID,
      password: undefined,
    });
    assert.equal(config.storage.kind === 'managed identity' && config.storage.clientId, 'klient');
  });

  const upper = APP_ID.toUpperCase();
  for (const [form, appId] of [
    ['in capitals', upper],
    ['in braces', `{${APP_ID}}`],
    ['in both', ` {${upper}} `],
  ] as const) {
    it(`have one form for ids that are written ${form}`, () => {
      const tenant = appId.replace(upper, TENANT_ID.toUpperCase()).replace(APP_ID, TENANT_ID);
      const env = { ...MANAGED, MicrosoftAppId: appId, MicrosoftAppTenantId: tenant, AZURE_CLIENT_ID: appId };
      const { identity, tenantIds, storage } = accepted(env);
      assert.ok(identity.kind === 'azure' && storage.kind === 'managed identity');
      assert.deepEqual([identity.appId, identity.tenantId, storage.clientId], [APP_ID, TENANT_ID, APP_ID]);
      assert.deepEqual(tenantIds, [TENANT_ID]);
    });
  }

  it('can name a link secret that is on its way out', () => {
    const previous = 'y'.repeat(32);
    const { linkSecret, previousLinkSecret } = accepted({ ...MANAGED, NOTATBOT_LINK_SECRET_PREVIOUS: previous });
    assert.deepEqual([linkSecret, previousLinkSecret], [SECRET, previous]);
  });

  it('name the proxies that are trusted, with commas between them', () => {
    const { trustedProxies } = accepted({
      ...MANAGED,
      NOTATBOT_TRUSTED_PROXIES: ' 169.254.0.0/16, 192.0.2.1,fd00::/8 , ',
    });
    assert.deepEqual(trustedProxies, ['169.254.0.0/16', '192.0.2.1', 'fd00::/8']);
  });

  for (const [days, weeks, closedDays, closedWeeks] of [
    ['05-01', '29,30,42', ['05-01'], [29, 30, 42]],
    [' 12-31, 06-05,,12-31 ', ' 42, 07,29,7', ['06-05', '12-31'], [7, 29, 42]],
    ['none', 'none', [], []],
    ['', ' ', DEFAULT_CALENDAR.closedDays, []],
    ['05-01,06-05,12-24,12-31', '1,53', ['05-01', '06-05', '12-24', '12-31'], [1, 53]],
  ] as const) {
    it(`close the municipality on the days “${days}” and in the weeks “${weeks}”`, () => {
      const env = { ...SINGLE_TENANT, NOTATBOT_CLOSED_DAYS: days, NOTATBOT_CLOSED_WEEKS: weeks };
      assert.deepEqual(accepted(env).calendar, { closedDays, closedWeeks });
    });
  }

  it('may name the store by a connection string instead', () => {
    const connectionString = 'DefaultEndpointsProtocol=https;AccountName=konto;AccountKey=a2V5;EndpointSuffix=x';
    const config = accepted({
      ...SINGLE_TENANT,
      AZURE_STORAGE_TABLE_ENDPOINT: undefined,
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
    });
    assert.deepEqual(config.storage, { kind: 'connection string', connectionString });
  });

  it('name one administrator or several, once each and in one form', () => {
    const other = '0b8f2f4e-5a3d-4c1b-8a57-2f9f1f0e6d21';
    const named = ` {${ADMINISTRATOR.toUpperCase()}} ,${other},, ${ADMINISTRATOR},`;
    assert.deepEqual(accepted(SINGLE_TENANT).administrators, [ADMINISTRATOR]);
    assert.deepEqual(accepted({ ...SINGLE_TENANT, NOTATBOT_ADMINISTRATORS: named }).administrators, [
      ADMINISTRATOR,
      other,
    ]);
  });

  it('are read without the spaces around them, and addresses without the slash at their end', () => {
    const config = accepted({ ...SINGLE_TENANT, NOTATBOT_PUBLIC_URL: ' https://notatbot.kommune.example// ' });
    assert.equal(config.publicUrl, 'https://notatbot.kommune.example');
  });

  const REQUIRED = [
    'MicrosoftAppType',
    'MicrosoftAppId',
    'MicrosoftAppTenantId',
    'NOTATBOT_ADMINISTRATORS',
    'NOTATBOT_PUBLIC_URL',
    'NOTATBOT_LINK_SECRET',
    'AZURE_STORAGE_TABLE_ENDPOINT',
  ];

  it('are all told of at once when they are missing', () => {
    assert.deepEqual(refused({}), REQUIRED);
  });

  for (const setting of [...REQUIRED, 'MicrosoftAppPassword']) {
    it(`are refused without ${setting}, and with an empty one`, () => {
      assert.deepEqual(refused({ ...SINGLE_TENANT, [setting]: undefined }), [setting]);
      assert.deepEqual(refused({ ...SINGLE_TENANT, [setting]: '  ' }), [setting]);
    });
  }

  const WRONG: readonly (readonly [setting: string, value: string])[] = [
    ['MicrosoftAppType', 'MultiTenant'],
    ['MicrosoftAppId', '28:notatbot'],
    ['MicrosoftAppTenantId', 'kommune.onmicrosoft.com'],
    ['NOTATBOT_ADMINISTRATORS', ','],
    ['NOTATBOT_ADMINISTRATORS', 'karen.lund@kommune.example'],
    ['NOTATBOT_ADMINISTRATORS', `${ADMINISTRATOR}, Karen Lund`],
    ['NOTATBOT_PUBLIC_URL', 'http://notatbot.kommune.example'],
    ['NOTATBOT_PUBLIC_URL', 'notatbot.kommune.example'],
    ['NOTATBOT_LINK_SECRET', 'x'.repeat(31)],
    ['NOTATBOT_LINK_SECRET_PREVIOUS', 'y'.repeat(31)],
    ['NOTATBOT_LINK_SECRET_PREVIOUS', SECRET],
    ['NOTATBOT_TRUSTED_PROXIES', 'true'],
    ['NOTATBOT_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['NOTATBOT_TRUSTED_PROXIES', '10.0.0.0/'],
    ['NOTATBOT_TRUSTED_PROXIES', '10.0.0.0/8/8'],
    ['NOTATBOT_TRUSTED_PROXIES', 'fd00::/129'],
    ['NOTATBOT_TRUSTED_PROXIES', 'fe80::1%eth0'],
    ['NOTATBOT_TRUSTED_PROXIES', '10.0.0.1, proxy.kommune.example'],
    ['NOTATBOT_LANGUAGE', 'sv'],
    ['NOTATBOT_TABLE', 'med-streg'],
    ['NOTATBOT_CLOSED_DAYS', '5. juni'],
    ['NOTATBOT_CLOSED_DAYS', '06-05,12-25'],
    ['NOTATBOT_CLOSED_DAYS', '06-05,none'],
    ['NOTATBOT_CLOSED_DAYS', ','],
    ['NOTATBOT_CLOSED_WEEKS', '0'],
    ['NOTATBOT_CLOSED_WEEKS', '54'],
    ['NOTATBOT_CLOSED_WEEKS', '29-30'],
    ['NOTATBOT_CLOSED_WEEKS', 'uge 29'],
    ['NOTATBOT_CLOSED_WEEKS', '29,none'],
    ['NOTATBOT_CLOSED_WEEKS', ','],
    ['NOTATBOT_CLOSED_WEEKS', Array.from({ length: CLOSED_WEEKS_MAX + 1 }, (_, at) => at + 1).join(',')],
    ['AZURE_STORAGE_TABLE_ENDPOINT', 'http://konto.table.core.windows.net'],
    ['AZURE_STORAGE_CONNECTION_STRING', 'UseDevelopmentStorage=true'],
    ['AZURE_STORAGE_CONNECTION_STRING', 'AccountName=devstoreaccount1;AccountKey=a2V5;TableEndpoint=http://x'],
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORT', '65536'],
  ];
  for (const [setting, value] of WRONG) {
    it(`are refused with ${setting}=${value}`, () => {
      assert.deepEqual(refused({ ...SINGLE_TENANT, [setting]: value }), [setting]);
    });
  }

  it('are refused with a secret that a managed identity does not have', () => {
    assert.deepEqual(refused({ ...MANAGED, MicrosoftAppPassword: 'kodeord' }), ['MicrosoftAppPassword']);
  });

  it('are told of in words that say what is wrong', () => {
    const parsed = parseConfig({ ...SINGLE_TENANT, NOTATBOT_CLOSED_DAYS: '12-25', NOTATBOT_CLOSED_WEEKS: '60' });
    assert.deepEqual(parsed.ok ? [] : parsed.problems, [
      {
        setting: 'NOTATBOT_CLOSED_DAYS',
        problem: 'must be days out of 05-01, 06-05, 12-24, 12-31, with commas between them, or none',
      },
      {
        setting: 'NOTATBOT_CLOSED_WEEKS',
        problem: 'must be week numbers from 1 to 53, with commas between them, or none',
      },
    ]);
  });

  it('are told of without their values', () => {
    const parsed = parseConfig({
      ...MANAGED,
      MicrosoftAppPassword: 'kodeord',
      NOTATBOT_LINK_SECRET: 'hemmelig',
      NOTATBOT_LINK_SECRET_PREVIOUS: 'hemmelig',
    });
    assert.equal(/kodeord|hemmelig/u.test(JSON.stringify(parsed)), false);
  });
});
