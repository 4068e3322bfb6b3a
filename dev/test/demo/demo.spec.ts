import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { NOTAT_WORDS } from '../../../src/text/notat/notat-words.js';
import { freePort } from '../../../test/support/azurite.js';
import { readNotat } from '../../../test/support/read-notat.js';
import { startEmbeddedAzurite } from '../../demo/embedded-azurite.js';
import { sentenceFor } from '../../demo/problem-sentence.js';
import { EXAMPLE_ROUND, readRoundFile } from '../../demo/round-file.js';
import { LOCAL_BOT, newTenantId } from '../../demo/stage.js';
import { prepareFolder } from '../../demo/writable-folder.js';
import { startLocalTeams } from '../../local-teams/local-teams.js';

const DEMO = fileURLToPath(new URL('../../demo/main.js', import.meta.url));

describe('npm run demo', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'notatbot-demo-'));
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  async function demo(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const ports = {
      BOT_PORT: String(await freePort()),
      LOCAL_TEAMS_PORT: String(await freePort()),
      AZURITE_TABLE_PORT: String(await freePort()),
    };
    const folders = ['--data', path.join(folder, 'data'), '--out', path.join(folder, 'out')];
    const child = spawn(process.execPath, [DEMO, ...folders, ...args], { env: { ...process.env, ...ports, ...env } });
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    return { out, code: code as number, lines: err.split('\n').filter((line) => line.trim() !== '') };
  }

  /** The one line, and nothing done. */
  function stopsWith(result: Awaited<ReturnType<typeof demo>>, line: RegExp): void {
    equal(result.code, 1);
    equal(result.lines.length, 1, result.lines.join('\n'));
    match(result.lines[0] ?? '', line);
  }

  it('plays the example until its round is closed, and leaves the final notat as Word and Markdown', async () => {
    const { code, lines, out } = await demo([]);
    deepEqual([code, lines], [0, []]);
    match(out, /AUTHENTICATION IS OFF/u);
    const files = await readdir(path.join(folder, 'out'));
    deepEqual(files.map((file) => path.extname(file)).sort(), ['.docx', '.md']);
    const { title, replies } = await readRoundFile(EXAMPLE_ROUND);
    for (const file of files) ok(file.startsWith(`Notat - ${title}.`), file);
    const word = await readFile(path.join(folder, 'out', `Notat - ${title}.docx`));
    const { introduction, rows } = await readNotat(word);
    ok(
      introduction.some((paragraph) => paragraph.startsWith(`${NOTAT_WORDS.finalNotat}: Alle `)),
      introduction.join('\n'),
    );
    deepEqual(
      rows.map(({ department }) => department),
      replies.map(({ department }) => department),
    );
  }).timeout(180_000);

  it('names the port that is in use, and ends what it has started', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    // The bot is the last of the three that it starts.
    stopsWith(await demo([], { BOT_PORT: String(port) }), new RegExp(`Port ${port} is in use`, 'u'));
    blocker.close();
  }).timeout(180_000);

  it('explains an argument that it does not know', async () => {
    stopsWith(await demo(['--runde', 'x']), /Usage: npm run demo/u);
  });
});

describe('what stops the demo before it begins', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'notatbot-demo-'));
  });
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  const sentence = (begun: Promise<unknown>) => begun.then(() => undefined, sentenceFor);

  it('is what is wrong with a round file', async () => {
    const file = path.join(folder, 'round.json');
    match((await sentence(readRoundFile(file))) ?? '', /there is no such file/u);
    for (const [content, problem] of [
      ['{', /is not JSON/u],
      ['{"notat":{"title":"T","report":"R","intro":[]},"replies":[]}', /replies – must hold at least one department/u],
      ['{"notat":{"title":"T","intro":[]},"replies":[{"department":"A","paragraphs":[]}]}', /notat\.report/u],
    ] as const) {
      await writeFile(file, content);
      match((await sentence(readRoundFile(file))) ?? '', problem);
    }
  });

  it('is a folder that cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    const made = prepareFolder(path.join(file, 'out'), { isEmptied: false });
    match((await sentence(made)) ?? '', /^The folder \S*a-file.out cannot be written\.$/u);
  });

  it('is a port that is in use, of the local Teams as of the table service', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    const teams = { botEndpoint: 'http://127.0.0.1:1/', port, bot: LOCAL_BOT, tenantId: newTenantId() };
    for (const begun of [startLocalTeams(teams), startEmbeddedAzurite({ port })]) {
      match((await sentence(begun)) ?? '', new RegExp(`^Port ${port} is in use: `, 'u'));
    }
    blocker.close();
  });
});
