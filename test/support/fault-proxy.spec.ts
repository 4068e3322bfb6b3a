import assert from 'node:assert/strict';
import { openTable } from '../../src/adapters/table/open-table.js';
import { AZURITE_START_MS, azurite, newTableName } from './azurite.js';
import { type FaultProxy, isWrite, startFaultProxy } from './fault-proxy.js';

const KEY = { partitionKey: 'p', rowKey: 'r' };

describe('the fault proxy', () => {
  let proxy: FaultProxy;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    proxy = await startFaultProxy(await azurite());
  });
  beforeEach(() => proxy.reset());
  after(() => proxy.close());

  it('lets signed requests through with their signatures still valid, and others still refused', async () => {
    await open(proxy.connectionString).create();
    const forged = proxy.connectionString.replace(/AccountKey=..../, 'AccountKey=AAAA');
    await assert.rejects(open(forged).create(), /403/);
    assert.deepEqual(
      proxy.requests.map(({ method, status }) => [method, status]),
      [
        ['POST', 201],
        ['POST', 403],
      ],
    );
  });

  it('hits the Nth request that counts, as many times as it is told, and no other', async () => {
    const table = open(proxy.connectionString);
    await table.create();
    proxy.reset();
    proxy.inject({ status: 418 }, { on: ({ method }) => method === 'GET', nth: 2, times: 2 });
    await table.read(KEY);
    await table.transact([{ change: 'put', row: { key: KEY, properties: {} } }]);
    await assert.rejects(table.read(KEY), /418/);
    await assert.rejects(table.read(KEY), /418/);
    assert.equal((await table.read(KEY))?.key.rowKey, 'r');
    assert.equal(proxy.requests.filter(isWrite).length, 1);
  });

  it('carries out a request whose answer it drops, and not one that it drops', async () => {
    const table = open(proxy.connectionString);
    await table.create();
    for (const [fault, isDone] of [
      ['drop request', false],
      ['drop response', true],
    ] as const) {
      proxy.inject(fault, { on: isWrite, times: 3 });
      const outcome = await table.transact([{ change: 'put', row: { key: KEY, properties: {} } }]);
      assert.equal(outcome.kind, 'unknown');
      assert.equal((await table.read(KEY)) !== undefined, isDone);
    }
  });
});

function open(connectionString: string) {
  return openTable({ connectionString }, { tableName: newTableName() });
}
