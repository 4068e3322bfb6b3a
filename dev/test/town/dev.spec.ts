import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../../test/support/azurite.js';
import { readRoundFile } from '../../demo/round-file.js';
import type { Overview, PlaceView } from '../../local-teams/page-view.js';

const DEV = fileURLToPath(new URL('../../town/main.js', import.meta.url));

describe('npm run dev', function () {
  this.timeout(180_000);
  let folder: string;
  let ports: Readonly<Record<string, string>>;
  let running: ChildProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'notatbot-dev-'));
    ports = {
      BOT_PORT: String(await freePort()),
      LOCAL_TEAMS_PORT: String(await freePort()),
      AZURITE_TABLE_PORT: String(await freePort()),
    };
  });
  afterEach(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });

  const launch = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    spawn(process.execPath, [DEV, '--data', path.join(folder, 'data'), ...args], {
      env: { ...process.env, ...ports, ...env },
    });

  /** @returns the address it prints */
  async function start(...args: string[]): Promise<string> {
    const child = launch(args);
    running = child;
    const complaints = text(child.stderr);
    for await (const line of createInterface({ input: child.stdout })) {
      const address = /^Open (?<address>http:\S+)$/u.exec(line)?.groups?.['address'];
      if (address !== undefined) return address;
    }
    throw new Error(`it did not start: ${await complaints}`);
  }
  async function stop(): Promise<void> {
    if (running === undefined || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGINT');
    deepEqual(await ended, [0, null]);
  }
  async function failing(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const child = launch(args, env);
    const [lines, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    equal(code, 1);
    return lines.trim();
  }
  const get = async <Value>(address: string, query: string) =>
    (await (await fetch(`${address}local/${query}`)).json()) as Value;
  const post = async (address: string, verb: string, body: unknown) =>
    fetch(`${address}local/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  async function askStatus(address: string): Promise<string> {
    const { people, teams } = await get<Overview>(address, 'state');
    const secretary = people[0]?.id ?? '';
    const place = teams[0]?.channels.find(({ name }) => name === 'Sekretariatet')?.id ?? '';
    await post(address, 'write', { person: secretary, place, text: '@Notatbot status' });
    const query = new URLSearchParams({ person: secretary, place });
    const { threads } = await get<PlaceView>(address, `place?${query}`);
    return JSON.stringify(threads.at(-1)?.messages.at(-1));
  }

  it('starts with last year’s round answered, keeps what happens, and forgets it and starts bare when told', async () => {
    const { title, replies } = await readRoundFile(new URL('../../../../dev/town/last-year.json', import.meta.url));
    const progress = new RegExp(`${replies.length} af ${replies.length} fagområder har svaret.*${title}`, 'u');
    const first = await start();
    equal(first, `http://127.0.0.1:${ports['LOCAL_TEAMS_PORT']}/`);
    const before = await get<Overview>(first, 'state');
    equal(before.teams.length, 3);
    ok(replies.length >= 8);
    ok(before.people.some(({ kind }) => kind === 'guest') && before.people.some(({ kind }) => kind === 'outsider'));
    deepEqual(new Set(before.people.map(({ unread }) => unread)), new Set([0]));
    match(await askStatus(first), progress);
    await stop();

    const second = await start();
    const after = await get<Overview>(second, 'state');
    deepEqual(
      after.teams.map(({ id, hasBot }) => [id, hasBot]),
      before.teams.map(({ id }) => [id, true]),
    );
    match(await askStatus(second), progress);
    await stop();

    // Everything that the bot has kept names the port.
    const env = { LOCAL_TEAMS_PORT: String(await freePort()) };
    match(await failing([], env), new RegExp(`LOCAL_TEAMS_PORT=${ports['LOCAL_TEAMS_PORT']}.*--reset`, 'u'));

    const third = await start('--reset', '--empty');
    const { teams, people } = await get<Overview>(third, 'state');
    ok(teams[0]?.id !== before.teams[0]?.id);
    deepEqual(new Set(teams.map(({ hasBot }) => hasBot)), new Set([true]));
    const place = teams[0]?.channels.find(({ name }) => name === 'Sekretariatet')?.id ?? '';
    const query = new URLSearchParams({ person: people[0]?.id ?? '', place });
    deepEqual(await get(third, `place?${query}`), { threads: [] });
    match(await askStatus(third), /skrive @Notatbot opsætning/u);
  });

  it('says in one line what stops it, and ends what it has started', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as { port: number };
    // The bot is the last of the three that it starts.
    match(await failing([], { BOT_PORT: String(port) }), new RegExp(`^Port ${port} is in use: [^\\n]*$`, 'u'));
    blocker.close();
    match(await failing(['--tom']), /^[^\n]*Usage: npm run dev[^\n]*$/u);
  });
});
