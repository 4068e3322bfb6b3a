import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { departmentKey, roundKey, setAsideKey } from '../src/adapters/table/keys.js';
import { openTable } from '../src/adapters/table/open-table.js';
import { createTableRoundStore } from '../src/adapters/table/round-store.js';
import type { Table } from '../src/adapters/table/table.js';
import { operationId } from '../src/domain/ids.js';
import { AZURITE_START_MS, azurite, newTableName } from './support/azurite.js';
import { aDepartmentId, aRound, aRoundDepartment, aRoundId } from './support/builders.js';
import { spoilRow } from './support/spoil-row.js';
import { partOfSweep } from './support/sweep.js';

const PROGRAM = fileURLToPath(new URL('../src/rows.js', import.meta.url));
const KEY = departmentKey(aRoundId(), aDepartmentId());

describe('npm run rows', () => {
  let table: Table;
  let env: Readonly<Record<string, string>>;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    env = { AZURE_STORAGE_CONNECTION_STRING: await azurite(), NOTATBOT_TABLE: newTableName() };
    table = openTable({ connectionString: await azurite() }, { tableName: env['NOTATBOT_TABLE'] ?? '' });
    await table.create();
    await createTableRoundStore(table).commit(aRoundId(), operationId('a'), [
      { change: 'insert round', round: aRound() },
      { change: 'insert department', department: aRoundDepartment() },
    ]);
  });

  async function run(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
    return new Promise((resolve) => {
      const child = execFile(process.execPath, [PROGRAM, ...args], { env }, (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, said: `${stdout}${stderr}` });
      });
    });
  }

  it('counts rows by kind, and says that all can be read', async () => {
    const { code, said } = await run('check');
    assert.deepEqual([code, said], [0, 'department: 1\nround: 1\ncannot be read: 0\n']);
  });

  it('names a row that cannot be read and says why, and never what it holds unless it is asked to', async () => {
    await spoilRow(table, KEY);
    const checked = await run('check');
    assert.equal(checked.code, 1);
    assert.ok(checked.said.includes(`'${KEY.partitionKey}' '${KEY.rowKey}' (department): its text is not JSON`));
    const shown = await run('show', KEY.partitionKey, KEY.rowKey);
    assert.equal(shown.code, 0);
    assert.match(
      shown.said,
      /kind: department\ncannot be read: its text is not JSON\n[\s\S]*body0: string of 13 characters\n/u,
    );
    assert.ok(!`${checked.said}${shown.said}`.includes('hemmeligt'));
    assert.match((await run('show', KEY.partitionKey, KEY.rowKey, '--content')).said, /hemmeligt/u);
  });

  it('sets a row aside, whole, and puts it back', async () => {
    const before = await table.read(KEY);
    assert.deepEqual(await run('set-aside', KEY.partitionKey, KEY.rowKey), { code: 0, said: 'done\n' });
    assert.equal(await table.read(KEY), undefined);
    assert.deepEqual((await table.read(setAsideKey(KEY)))?.properties, before?.properties);
    assert.match((await run('check')).said, /set aside: 1/u);
    assert.deepEqual(await run('restore', KEY.partitionKey, KEY.rowKey), { code: 0, said: 'done\n' });
    assert.deepEqual((await table.read(KEY))?.properties, before?.properties);
    assert.equal(await table.read(setAsideKey(KEY)), undefined);
  });

  it('moves nothing that is not there, or onto something that is', async () => {
    assert.equal((await run('set-aside', KEY.partitionKey, 'no such row')).code, 1);
    assert.equal((await run('show', KEY.partitionKey, 'no such row')).code, 1);
    const row = await table.read(roundKey(aRoundId()));
    assert.ok(row);
    await table.transact([{ change: 'insert', row: { key: setAsideKey(KEY), properties: { a: 1 } } }]);
    assert.equal((await run('set-aside', KEY.partitionKey, KEY.rowKey)).code, 1);
    assert.ok(await table.read(KEY));
  });

  // Each is a program of its own to start.
  const misused: readonly (readonly string[])[] = [
    [],
    ['sort'],
    ['show', 'p'],
    ['check', 'p'],
    ['show', 'p', 'r', '--all'],
    ['set-aside', 'p', 'r', '--content'],
  ];
  for (const args of partOfSweep(misused, 2)) {
    it(`explains itself for “${args.join(' ')}”`, async () => {
      const { code, said } = await run(...args);
      assert.equal(code, 2);
      assert.match(said, /^Usage: npm run rows/u);
    });
  }

  it('says which setting is missing, and when the table does not answer', async () => {
    env = {};
    const unset = await run('check');
    assert.equal(unset.code, 2);
    assert.match(unset.said, /AZURE_STORAGE_TABLE_ENDPOINT is missing/u);
    env = { AZURE_STORAGE_CONNECTION_STRING: await azurite(), NOTATBOT_TABLE: newTableName() };
    const absent = await run('check');
    assert.equal(absent.code, 3);
    assert.match(absent.said, /TableNotFound/u);
  });
});
