import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { freePort } from '../../../test/support/azurite.js';
import { TENANT } from '../../../test/support/builders.js';
import { startEmbeddedAzurite } from '../../demo/embedded-azurite.js';
import { ADMINISTRATOR_ID } from '../../demo/stage.js';
import { packTarball } from '../../release/tarball.js';

const run = promisify(execFile);

/** As an administrator types it, and as little from the network as npm can do with. */
const INSTALL = ['ci', '--omit=dev', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];

/** What is shipped, and nothing else. */
const TOP = [
  '.env.example',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'cards',
  'dist',
  'docs',
  'manifest',
  'package-lock.json',
  'package.json',
  'templates',
];

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

describe('the tarball that is shipped', function () {
  // npm installs some 260 packages in it.
  this.timeout(300_000);
  let folder: string;
  let unpacked: string;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'notatbot-tarball-'));
    const file = await packTarball(folder);
    await run('tar', ['-xzf', file, '-C', folder]);
    unpacked = path.join(folder, path.basename(file, '.tgz'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('holds the bot, what it reads and what people read, and nothing of dev or test', async () => {
    assert.deepEqual((await readdir(unpacked)).sort(), TOP);
    assert.deepEqual(await readdir(path.join(unpacked, 'dist')), ['src']);
    assert.equal(existsSync(path.join(unpacked, 'docs', 'pictures')), false);
  });

  it('installs without what development needs, starts, answers and stops', async () => {
    await npm(INSTALL);
    const { packages }: Lock = JSON.parse(await readFile(path.join(unpacked, 'package-lock.json'), 'utf8'));
    const ofDevelopment = Object.entries(packages).filter(([, { dev }]) => dev === true);
    assert.ok(ofDevelopment.length > 0);
    assert.deepEqual(
      ofDevelopment.map(([place]) => place).filter((place) => existsSync(path.join(unpacked, place))),
      [],
    );

    const port = await freePort();
    const azurite = await startEmbeddedAzurite({ port: await freePort(), account: 'kommune' });
    await writeFile(path.join(unpacked, '.env'), envFile(port, azurite.connectionString));
    const bot = spawn(process.execPath, ['--env-file=.env', 'dist/src/start.js'], {
      cwd: unpacked,
      env: {},
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await started(bot);
      assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200);
      assert.equal((await fetch(`http://127.0.0.1:${port}/readyz`)).status, 200);
      const ended = once(bot, 'exit');
      bot.kill('SIGTERM');
      assert.deepEqual(await ended, [0, null]);
    } finally {
      bot.kill('SIGKILL');
      await azurite.stop();
    }
  });

  /** By the npm that runs the specs, where one does. */
  function npm(args: readonly string[]) {
    const { npm_execpath: program } = process.env;
    const [command, first] = program === undefined ? ['npm', []] : [process.execPath, [program]];
    return run(command, [...first, ...args], { cwd: unpacked });
  }
});

/** As .env.example says that it is used. */
function envFile(port: number, connectionString: string): string {
  return `MicrosoftAppType=SingleTenant
MicrosoftAppId=7a1f0c52-1d0e-4a57-9a44-3b1f2f6f7c10
MicrosoftAppTenantId=${TENANT}
MicrosoftAppPassword="med # i"
NOTATBOT_ADMINISTRATORS=${ADMINISTRATOR_ID}
NOTATBOT_PUBLIC_URL=https://notatbot.kommune.example
NOTATBOT_LINK_SECRET=${'x'.repeat(32)}
AZURE_STORAGE_CONNECTION_STRING=${connectionString}
HOST=127.0.0.1
PORT=${port}
`;
}

/** Settles when the bot says in its log that it has started. */
async function started({ stdout }: ChildProcess): Promise<void> {
  assert.ok(stdout);
  const lines: string[] = [];
  for await (const line of createInterface({ input: stdout })) {
    if (line.includes('"msg":"started"')) {
      stdout.resume();
      return;
    }
    lines.push(line);
  }
  assert.fail(`it ended without having started: ${lines.join('\n')}`);
}
