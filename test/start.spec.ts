import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Config } from '../src/config.js';
import { startNotatbot } from '../src/main.js';
import { TENANT } from './support/builders.js';
import { createRecordingLog } from './support/fakes.js';

const PROGRAM = fileURLToPath(new URL('../src/start.js', import.meta.url));

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program to its end. */
function run(env: Readonly<Record<string, string>>): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [PROGRAM], { env, timeout: 15_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

describe('npm start', () => {
  it('ends with 1 and names every missing setting, having started nothing', async () => {
    const { code, stdout, stderr } = await run({});
    assert.equal(code, 1, stderr);
    assert.equal(stdout, '');
    const named = [...stderr.matchAll(/^ {2}(\w+) (?:is missing|must)/gmu)].map(([, setting]) => setting);
    assert.deepEqual(named, [
      'MicrosoftAppType',
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
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

describe('the bot without authentication', () => {
  const config: Config = {
    host: '0.0.0.0',
    port: 0,
    publicUrl: 'http://127.0.0.1',
    language: 'da',
    linkSecret: 'x'.repeat(32),
    identity: { kind: 'unauthenticated', botId: '28:notatbot' },
    tenantIds: [TENANT],
    serviceOrigins: ['http://127.0.0.1:1'],
    storage: { kind: 'connection string', connectionString: 'UseDevelopmentStorage=true' },
    tableName: 'notatbot',
    deliveryPauseMs: 5_000,
  };

  for (const host of ['0.0.0.0', '::', '192.0.2.1', 'localhost.example']) {
    it(`does not start on ${host}`, async () => {
      await assert.rejects(startNotatbot({ ...config, host }, createRecordingLog()), /loopback only, not on/u);
    });
  }
});
