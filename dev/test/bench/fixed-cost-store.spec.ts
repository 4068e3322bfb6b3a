import assert from 'node:assert/strict';
import { RestError, TableClient, type TableEntityResult } from '@azure/data-tables';
import { createTableChannelRegistry } from '../../../src/adapters/table/channel-registry.js';
import { createTableFileStore } from '../../../src/adapters/table/file-store.js';
import { createTableRoundIndex } from '../../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import { describeChannelRegistry } from '../../../test/contracts/channel-registry-contract.js';
import { describeFileStore } from '../../../test/contracts/file-store-contract.js';
import { describeRoundIndex } from '../../../test/contracts/round-index-contract.js';
import { describeRoundStore } from '../../../test/contracts/round-store-contract.js';
import { AZURITE_START_MS, azurite, createFreshTable, newTableName } from '../../../test/support/azurite.js';
import { type FixedCostStore, startFixedCostStore } from '../../bench/fixed-cost-store/fixed-cost-store.js';

/** What is asked of both services. Each returns all that a caller can see, but ETags and times, which must differ. */
const PLAYS: Readonly<Record<string, (client: TableClient) => Promise<unknown>>> = {
  'a table that is not there': async (client) => [
    await outcome(client.getEntity('p', 'r')),
    await outcome(client.submitTransaction([['create', row('r')]])),
    await outcome(client.createTable()),
    await outcome(client.createTable()),
  ],
  'single rows': async (client) => {
    await client.createTable();
    const { etag } = await client.createEntity(row('r', { text: 'Æ "ø"', number: 1, yes: true, none: null }));
    return [
      await shown(client.getEntity("p'q", 'r')),
      await shown(client.getEntity('p', 'r')),
      await outcome(client.createEntity(row('r'))),
      await outcome(client.updateEntity(row('r', { more: 'x' }), 'Merge', { etag: etag ?? '' })),
      await shown(client.getEntity('p', 'r')),
      await outcome(client.updateEntity(row('r', { more: 'y' }), 'Replace', { etag: etag ?? '' })),
      await outcome(client.updateEntity(row('absent'), 'Replace')),
      await outcome(client.upsertEntity(row('r', { only: 1.5 }), 'Replace')),
      await outcome(client.upsertEntity(row("a'|b", { at: new Date(0), big: 12n }), 'Merge')),
      await shown(client.getEntity('p', 'r')),
      await shown(client.getEntity('p', "a'|b")),
      await outcome(client.deleteEntity('p', 'r', { etag: etag ?? '' })),
      await outcome(client.deleteEntity('p', 'r')),
      await outcome(client.deleteEntity('p', 'r')),
    ];
  },
  'transactions, all or nothing': async (client) => {
    await client.createTable();
    await client.createEntity(row('old', { text: 'old' }));
    return [
      await outcome(
        client.submitTransaction([
          ['create', row('new')],
          ['update', row('old', { text: 'x' }), 'Replace', { etag: `W/"datetime'0'"` }],
        ]),
      ),
      await outcome(
        client.submitTransaction([
          ['create', row('new')],
          ['create', row('old')],
        ]),
      ),
      await outcome(
        client.submitTransaction([
          ['create', row('new')],
          ['update', row('absent'), 'Merge'],
        ]),
      ),
      await outcome(client.submitTransaction(['a', 'a'].map((rowKey) => ['create', row(rowKey)]))),
      await all(client),
      await outcome(
        client.submitTransaction([
          ['create', row('new', { text: 'line\r\nline {"x":1}' })],
          ['update', row('old', { more: 1 }), 'Merge'],
          ['upsert', row('put', { more: 1 }), 'Replace'],
          ['upsert', row('merged', { more: 1 }), 'Merge'],
        ]),
      ),
      await all(client),
      await outcome(client.submitTransaction([['delete', row('old')]])),
      await all(client),
    ];
  },
  'filters and order': async (client) => {
    await client.createTable();
    for (const [index, rowKey] of ['b', 'a', 'B', 'a|b', 'c', 'ø'].entries()) {
      await client.createEntity(row(rowKey, { index, even: index % 2 === 0, word: `w${index}` }));
    }
    await client.createEntity({ ...row('a'), partitionKey: 'q' });
    const filters = [
      "PartitionKey eq 'p'",
      "PartitionKey ge 'p' and PartitionKey lt 'q'",
      "PartitionKey gt 'p'",
      "PartitionKey eq 'p' and RowKey ge 'a' and RowKey lt 'b'",
      "PartitionKey eq 'p' and RowKey gt 'a' and RowKey le 'c'",
      "PartitionKey eq 'p' and (word eq 'w1' or word eq 'w4') and index ne 4",
      "PartitionKey eq 'p' and not (index lt 3)",
      'even eq true and index gt 0',
      "RowKey eq 'a'",
      'index ge 2 or even eq true',
    ];
    const found = [];
    for (const filter of filters) found.push([filter, await all(client, filter)]);
    return found;
  },
  pages: async (client) => {
    await client.createTable();
    for (let first = 0; first < 1_100; first += 100) {
      const keys = Array.from({ length: 100 }, (_, index) => `a|${String(first + index).padStart(5, '0')}`);
      await client.submitTransaction(keys.map((rowKey) => ['create', row(rowKey)]));
    }
    const sizes: number[] = [];
    for await (const page of client.listEntities().byPage()) sizes.push(page.length);
    const few = client.listEntities({ queryOptions: { filter: "PartitionKey eq 'p' and RowKey ge 'a|00700'" } });
    for await (const page of few.byPage({ maxPageSize: 150 })) sizes.push(page.length);
    return sizes;
  },
};

describe('the table store of the benches', () => {
  let store: FixedCostStore;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    store = await startFixedCostStore();
    await azurite();
  });

  after(() => store.stop());

  const fresh = () => createFreshTable({ timeLimitMs: 30_000 }, store.connectionString);
  describeRoundStore('the table store of the benches', async () => createTableRoundStore(await fresh()));
  describeRoundIndex('the table store of the benches', async () => createTableRoundIndex(await fresh()));
  describeChannelRegistry('the table store of the benches', async () => createTableChannelRegistry(await fresh()));
  describeFileStore('the table store of the benches', async () => createTableFileStore(await fresh()));

  for (const [what, play] of Object.entries(PLAYS)) {
    it(`answers as Azurite does: ${what}`, async () => {
      const [told, expected] = await Promise.all(
        [store.connectionString, await azurite()].map(async (connectionString) =>
          play(TableClient.fromConnectionString(connectionString, newTableName(), { allowInsecureConnection: true })),
        ),
      );
      assert.deepEqual(told, expected);
    });
  }

  it('counts requests and rows by table, and forgets them', async () => {
    const client = TableClient.fromConnectionString(store.connectionString, newTableName(), {
      allowInsecureConnection: true,
    });
    await client.createTable();
    store.forget();
    await client.submitTransaction(['a', 'b', 'c'].map((rowKey) => ['create', row(rowKey)]));
    await client.getEntity('p', 'b');
    await outcome(client.createEntity(row('b')));
    await all(client);
    assert.deepEqual(
      store.answered.map(({ table, kind, rows }) => ({ mine: table === client.tableName, kind, rows })),
      [
        { mine: true, kind: 'write', rows: 3 },
        { mine: true, kind: 'read', rows: 1 },
        { mine: true, kind: 'write', rows: 0 },
        { mine: true, kind: 'query', rows: 3 },
      ],
    );
    store.forget();
    assert.deepEqual(store.answered, []);
  });

  it('takes as long for a request as it has been told', async () => {
    const client = TableClient.fromConnectionString(store.connectionString, newTableName(), {
      allowInsecureConnection: true,
    });
    await client.createTable();
    store.delay(50);
    const began = performance.now();
    await outcome(client.getEntity('p', 'r'));
    store.delay(0);
    assert.ok(performance.now() - began >= 49);
  });
});

function row(rowKey: string, properties: Readonly<Record<string, unknown>> = {}) {
  return { partitionKey: 'p', rowKey, ...properties };
}

async function all(client: TableClient, filter?: string): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  const options = filter === undefined ? {} : { queryOptions: { filter } };
  for await (const each of client.listEntities(options)) rows.push(withoutVersion(each));
  return rows;
}

async function shown(reading: Promise<TableEntityResult<Record<string, unknown>>>): Promise<unknown> {
  try {
    return withoutVersion(await reading);
  } catch (error) {
    return refusal(error);
  }
}

function withoutVersion({ etag, timestamp, ...entity }: TableEntityResult<Record<string, unknown>>): unknown {
  const metadata = Object.keys(entity).filter((name) => name.startsWith('odata.'));
  const stored = Object.entries(entity).filter(([name]) => !metadata.includes(name));
  return { hasVersion: typeof etag === 'string' && typeof timestamp === 'string', ...Object.fromEntries(stored) };
}

async function outcome(calling: Promise<unknown>): Promise<unknown> {
  try {
    await calling;
    return 'done';
  } catch (error) {
    return refusal(error);
  }
}

function refusal(error: unknown): unknown {
  assert.ok(error instanceof RestError);
  const details = error.details as { readonly odataError?: { readonly code?: string } } | undefined;
  return [error.statusCode, details?.odataError?.code ?? error.code];
}
