import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { NOTAT_WORDS } from '../../../src/text/notat/notat-words.js';
import { freePort } from '../../../test/support/azurite.js';
import { readNotat } from '../../../test/support/read-notat.js';
import { EXAMPLE_ROUND, readRoundFile } from '../../demo/round-file.js';

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

  it('names the port that is in use', async () => {
    for (const setting of ['BOT_PORT', 'LOCAL_TEAMS_PORT', 'AZURITE_TABLE_PORT']) {
      const blocker = createServer().listen(0, '127.0.0.1');
      await once(blocker, 'listening');
      const { port } = blocker.address() as { port: number };
      stopsWith(await demo([], { [setting]: String(port) }), new RegExp(`Port ${port} is in use`, 'u'));
      blocker.close();
    }
  }).timeout(180_000);

  it('says what is wrong with a round file', async () => {
    const file = path.join(folder, 'round.json');
    stopsWith(await demo(['--round', file]), /there is no such file/u);
    await writeFile(file, '{');
    stopsWith(await demo(['--round', file]), /is not JSON/u);
    await writeFile(file, '{"notat":{"title":"T","report":"R","intro":[]},"replies":[]}');
    stopsWith(await demo(['--round', file]), /replies – must hold at least one department/u);
    await writeFile(file, '{"notat":{"title":"T","intro":[]},"replies":[{"department":"A","paragraphs":[]}]}');
    stopsWith(await demo(['--round', file]), /notat\.report/u);
  }).timeout(180_000);

  it('says which folder it cannot write', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    stopsWith(await demo(['--out', path.join(file, 'out')]), /a-file.out cannot be written/u);
    stopsWith(await demo(['--data', path.join(file, 'data')]), /a-file.data cannot be written/u);
  }).timeout(180_000);

  it('explains an argument that it does not know', async () => {
    stopsWith(await demo(['--runde', 'x']), /Usage: npm run demo/u);
  });
});
