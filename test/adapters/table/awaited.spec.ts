import assert from 'node:assert/strict';
import { departmentKey } from '../../../src/adapters/table/keys.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import type { Properties } from '../../../src/adapters/table/row.js';
import { writeBody } from '../../../src/adapters/table/row-body.js';
import type { Table } from '../../../src/adapters/table/table.js';
import type { RoundStore } from '../../../src/application/ports.js';
import { operationId } from '../../../src/domain/ids.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import { aDepartment, aDepartmentId, aRoundDepartment, aRoundId, aVersion } from '../../support/builders.js';
import { CORRUPT, spoilRow } from '../../support/spoil-row.js';

const ROUND = aRoundId();

/** Whether a department is awaited stands beside its body; version 0.1 wrote rows without it, and keeps what it finds. */
describe('the search for an awaited department, in rows that an older version of the bot wrote', () => {
  let table: Table;
  let store: RoundStore;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    table = await createFreshTable();
    store = createTableRoundStore(table);
  });

  async function write(id: string, changes: Partial<RoundDepartment>, beside: Properties = {}): Promise<void> {
    const department = aRoundDepartment({ department: aDepartment({ id: aDepartmentId(id) }), ...changes });
    const key = departmentKey(ROUND, department.department.id);
    const properties = { ...writeBody(department), ...beside };
    assert.equal((await table.transact([{ change: 'insert', row: { key, properties } }])).kind, 'done');
  }

  const ANSWERED = { reply: aVersion() };

  it('finds a row without the property, and what it holds', async () => {
    await write('a', ANSWERED, { isAwaited: false });
    await write('b', {});
    assert.equal(await store.findAwaited(ROUND), 'awaited');
  });

  it('does not know where it finds a row without the property that has answered, since others may not have', async () => {
    await write('a', ANSWERED);
    await write('b', {}, { isAwaited: true });
    assert.equal(await store.findAwaited(ROUND), 'unknown');
  });

  it('does not know where it finds a row that said that it is awaited before it answered', async () => {
    await write('a', ANSWERED, { isAwaited: true });
    assert.equal(await store.findAwaited(ROUND), 'unknown');
  });

  it('finds none where a row said that it is not awaited before its answer was sent back: that must be verified', async () => {
    await write('a', {}, { isAwaited: false });
    assert.equal(await store.findAwaited(ROUND), 'none');
  });

  it('takes a row that it cannot read for awaited, unless the row says that it is not', async () => {
    await write('a', {});
    await spoilRow(table, departmentKey(ROUND, aDepartmentId('a')), CORRUPT);
    assert.equal(await store.findAwaited(ROUND), 'awaited');
    await spoilRow(table, departmentKey(ROUND, aDepartmentId('a')), { isAwaited: false });
    assert.equal(await store.findAwaited(ROUND), 'none');
  });

  for (const beside of [{}, { isAwaited: false }, { isAwaited: true }]) {
    it(`finds the truth once this version has written the row that had ${JSON.stringify(beside)}`, async () => {
      await write('a', {}, beside);
      for (const [reply, found] of [
        [undefined, 'awaited'],
        [aVersion(), 'none'],
      ] as const) {
        const seen = await store.readDepartment(ROUND, aDepartmentId('a'));
        assert.ok(seen);
        const change = { change: 'replace department', department: { ...seen.value, reply }, etag: seen.etag } as const;
        assert.equal(await store.commit(ROUND, operationId('reply', found), [change]), 'committed');
        assert.equal(await store.findAwaited(ROUND), found);
      }
    });
  }
});
