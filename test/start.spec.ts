import assert from 'node:assert/strict';
import { type ChildProcess, execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMINISTRATOR_ID } from '../dev/demo/stage.js';
import { type Config, SettingsRefused } from '../src/config.js';
import { DEFAULT_CALENDAR } from '../src/domain/round/working-days.js';
import { startNotatbot } from '../src/main.js';
import { shippedTemplate, withPart } from './adapters/word/word-file.js';
import { TENANT } from './support/builders.js';
import { createRecordingLog } from './support/fakes.js';

const PROGRAM = fileURLToPath(new URL('../src/start.js', import.meta.url));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program of its own, which loads the whole bot; a guard against hanging. */
const PROGRAM_MS = 60_000;

let running: ChildProcess | undefined;

/** Runs the program to its end. */
function run(env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    running = execFile(process.execPath, [PROGRAM], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

/** Ends what a spec has begun and not seen the end of. */
function endProgram(): void {
  running?.kill('SIGKILL');
}

describe('npm start', function () {
  this.timeout(PROGRAM_MS);
  afterEach(endProgram);

  it('ends with 1 and names every missing setting, having started nothing', async () => {
    const { code, stdout, stderr } = await run({});
    assert.equal(code, 1, stderr);
    assert.equal(stdout, '');
    const named = [...stderr.matchAll(/^ {2}(\w+) (?:is missing|must)/gmu)].map(([, setting]) => setting);
    assert.deepEqual(named, [
      'MicrosoftAppType',
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
      'NOTATBOT_ADMINISTRATORS',
      'NOTATBOT_PUBLIC_URL',
      'NOTATBOT_LINK_SECRET',
      'AZURE_STORAGE_TABLE_ENDPOINT',
    ]);
  });

  it('has no setting that turns authentication off', async () => {
    const { code, stderr } = await run({ MicrosoftAppType: '', MicrosoftAppId: '', MicrosoftAppPassword: '' });
    assert.equal(code, 1);
    assert.match(stderr, /^ {2}MicrosoftAppId is missing/mu);
  });
});

describe('npm start with a template of one’s own', function () {
  this.timeout(PROGRAM_MS);
  afterEach(endProgram);

  const env = {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: '7a1f0c52-1d0e-4a57-9a44-3b1f2f6f7c10',
    MicrosoftAppPassword: 'kodeord',
    MicrosoftAppTenantId: TENANT,
    NOTATBOT_ADMINISTRATORS: ADMINISTRATOR_ID,
    NOTATBOT_PUBLIC_URL: 'https://notatbot.kommune.example',
    NOTATBOT_LINK_SECRET: 'x'.repeat(32),
    AZURE_STORAGE_TABLE_ENDPOINT: 'https://konto.table.core.windows.net',
  };

  it('ends with 1 when it is not there', async () => {
    const { code, stderr } = await run({ ...env, NOTATBOT_TEMPLATE: '/findes/ikke.docx' });
    assert.equal(code, 1);
    assert.match(stderr, /^ {2}NOTATBOT_TEMPLATE names a file that cannot be read \(ENOENT\)$/mu);
  });

  it('ends with 1 and all that is wrong with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'notatbot-'));
    try {
      const path = join(folder, 'brevpapir.docx');
      const faulty = withPart(await shippedTemplate(), 'word/document.xml', (xml) =>
        xml.replace('{fagområde}', '{fagomrade}').replace('{dato}', '{@dato}'),
      );
      await writeFile(path, faulty);
      const { code, stderr } = await run({ ...env, NOTATBOT_TEMPLATE: path });
      assert.equal(code, 1);
      const [, first = '', second = '', remedy = '', ...rest] = stderr.trimEnd().split('\n');
      const begin = `  NOTATBOT_TEMPLATE names ${path}, which cannot be used: `;
      assert.deepEqual([first.startsWith(begin), second.startsWith(begin), rest], [true, true, []]);
      assert.match(first, /: There is no tag \{fagomrade\}\. Did you mean \{fagområde\}\?.*\.$/u);
      assert.match(second, /: The tag \{@dato\} .*\.$/u);
      assert.match(remedy, /^ {2}NOTATBOT_TEMPLATE can be left out, .*correct the file.*docs\/skabelon\.md/u);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the bot without authentication', () => {
  const config: Config = {
    host: '0.0.0.0',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    language: 'da',
    calendar: DEFAULT_CALENDAR,
    linkSecret: 'x'.repeat(32),
    previousLinkSecret: undefined,
    trustedProxies: [],
    personActsAMinute: 1,
    identity: { kind: 'unauthenticated', botId: '28:notatbot' },
    administrators: [ADMINISTRATOR_ID],
    tenantIds: [TENANT],
    serviceOrigins: ['http://127.0.0.1:1'],
    fileOrigins: ['http://127.0.0.1:1'],
    templatePath: undefined,
    storage: { kind: 'connection string', connectionString: 'UseDevelopmentStorage=true' },
    tableName: 'notatbot',
    targetedMessages: false,
    postsASecond: 40,
  };

  it('goes on with a template that could be better, and says so in the log', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'notatbot-'));
    try {
      const templatePath = join(folder, 'brevpapir.docx');
      await writeFile(
        templatePath,
        withPart(await shippedTemplate(), 'word/document.xml', (xml) => xml.replace('<w:tblHeader/>', '')),
      );
      const log = createRecordingLog();
      const connectionString =
        'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;';
      const storage = { kind: 'connection string', connectionString } as const;
      // It has come to the store, which is not there.
      const starting = startNotatbot({ ...config, host: '127.0.0.1', templatePath, storage }, log);
      await assert.rejects(starting, (error) => !(error instanceof SettingsRefused));
      assert.deepEqual(log.entries, [
        { level: 'warn', event: 'the template could be better', fields: { problem: 'header row not marked' } },
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'localhost.example']) {
    it(`does not start on ${host}`, async () => {
      await assert.rejects(startNotatbot({ ...config, host }, createRecordingLog()), /loopback only, not on/u);
    });
  }
});
