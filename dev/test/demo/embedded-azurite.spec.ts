import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTable } from '../../../src/adapters/table/open-table.js';
import { AZURITE_START_MS, freePort } from '../../../test/support/azurite.js';
import { startEmbeddedAzurite } from '../../demo/embedded-azurite.js';

const ROW = { key: { partitionKey: 'p', rowKey: 'r' }, properties: { text: 'blåbær' } };

describe('the embedded Azurite', function () {
  this.timeout(AZURITE_START_MS);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notatbot-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('keeps what was written from one run to the next when it has a data folder', async () => {
    const dataFolder = join(folder, 'made', 'when-missing');
    for (const run of ['first', 'second']) {
      const azurite = await startEmbeddedAzurite({ port: await freePort(), dataFolder });
      const table = openTable(azurite);
      await table.create();
      if (run === 'first') assert.equal((await table.transact([{ change: 'insert', row: ROW }])).kind, 'done');
      assert.equal((await table.read(ROW.key))?.properties['text'], 'blåbær');
      await azurite.stop();
      await azurite.stop();
    }
  });

  it('says which port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    assert.ok(address !== null && typeof address === 'object');
    const { port } = address;
    await assert.rejects(startEmbeddedAzurite({ port }), { name: 'Error', code: 'EADDRINUSE', port });
    server.close();
  });

  it('says which data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const port = await freePort();
    await assert.rejects(startEmbeddedAzurite({ port, dataFolder: file }), {
      message: new RegExp(`data folder ${file}`),
    });
  });

  it('ends when the process that started it is killed', async () => {
    const port = await freePort();
    const started = new URL('../../demo/embedded-azurite.js', import.meta.url).href;
    const script = `await (await import('${started}')).startEmbeddedAzurite({ port: ${port} }); console.log('up'); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(parent.stdout, 'data');
    const connection = connect(port, '127.0.0.1');
    await once(connection, 'connect');
    parent.kill('SIGKILL');
    await once(connection.resume(), 'close');
  });
});
