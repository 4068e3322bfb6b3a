import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { indexKey, indexRows, roundKey, templateKey } from '../../../src/adapters/table/keys.js';
import { openTable } from '../../../src/adapters/table/open-table.js';
import { createTableRoundIndex } from '../../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import type { Properties, Row } from '../../../src/adapters/table/row.js';
import { writeBody } from '../../../src/adapters/table/row-body.js';
import { createTableTemplateStore } from '../../../src/adapters/table/template-store.js';
import type { RoundStore } from '../../../src/application/ports.js';
import { operationId } from '../../../src/domain/ids.js';
import { LANE_READ_MAX } from '../../../src/domain/limits.js';
import { inLane } from '../../../src/domain/work/delivery.js';
import { AZURITE_START_MS, azurite, createFreshTable, newTableName } from '../../support/azurite.js';
import {
  aDelivery,
  aDepartment,
  aDepartmentId,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSecretary,
  START,
  TENANT,
} from '../../support/builders.js';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.js';

const ROUND = aRoundId();

describe('reading from Table Storage', () => {
  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });

  it('gives all 1,100 departments of a round, though the service gives 1,000 rows at a time', async () => {
    const proxy = await startFaultProxy(await azurite());
    const store = createTableRoundStore(await createFreshTable({}, proxy.connectionString));
    const departments = Array.from({ length: 1_100 }, (_, n) =>
      aRoundDepartment({ position: n, department: aDepartment({ id: aDepartmentId(`d${(n * 7) % 1_100}`) }) }),
    );
    await store.commit(ROUND, operationId('planned'), [{ change: 'insert round', round: aRound() }]);
    for (let first = 0; first < departments.length; first += 100) {
      const batch = departments.slice(first, first + 100);
      await store.commit(
        ROUND,
        operationId('invite', first),
        batch.map((department) => ({ change: 'insert department', department })),
      );
    }
    proxy.reset();
    assert.deepEqual((await store.readOverview(ROUND))?.departments, departments);
    assert.equal(proxy.requests.length, 2);
    await proxy.close();
  }).timeout(60_000);

  it('follows short and empty pages to the last', async () => {
    const rows = ['a', 'b'].map((id) => anIndexRow(id));
    const service = await startPagedService([[], [rows[0]], [], [], [rows[1]], []]);
    const index = createTableRoundIndex(openTable(service.account, { tableName: newTableName() }));
    const listed = await index.list();
    assert.deepEqual(
      listed.map(({ roundId }) => roundId),
      ['a', 'b'],
    );
    service.close();
  });

  it('asks for no more rows than it wants, page by page, and for none after it has them', async () => {
    const rows = ['a', 'b', 'c', 'd'].map((id) => anIndexRow(id));
    const service = await startPagedService([[], [rows[0]], [], [rows[1], rows[2]], [rows[3]]]);
    const table = openTable(service.account, { tableName: newTableName() });
    const found = await table.query(indexRows(), undefined, 3);
    assert.deepEqual(
      found.map(({ key }) => key),
      rows.slice(0, 3).map(({ key }) => key),
    );
    assert.deepEqual(service.asked, [
      ['3', null],
      ['3', '1'],
      ['3', '2'],
      ['3', '3'],
    ]);
    service.close();
  });

  it('gives no more rows than it wants, though the service gives more than it was asked for', async () => {
    const service = await startPagedService([['a', 'b', 'c'].map((id) => anIndexRow(id)), []]);
    const table = openTable(service.account, { tableName: newTableName() });
    assert.equal((await table.query(indexRows(), undefined, 2)).length, 2);
    assert.deepEqual(service.asked, [['2', null]]);
    service.close();
  });

  it('gives what there is where there is less than it wants, and an end is the end though the last page is empty', async () => {
    const service = await startPagedService([[anIndexRow('a')], []]);
    const table = openTable(service.account, { tableName: newTableName() });
    assert.equal((await table.query(indexRows(), undefined, 2)).length, 1);
    assert.equal(service.asked.length, 2);
    service.close();
  });

  it('asks for everything where it wants everything', async () => {
    const service = await startPagedService([[anIndexRow('a')]]);
    await openTable(service.account, { tableName: newTableName() }).query(indexRows());
    assert.deepEqual(service.asked, [[null, null]]);
    service.close();
  });

  it('gives the templates that can be read beside one that cannot, whose number still counts', async () => {
    const table = await createFreshTable();
    const templates = createTableTemplateStore(table);
    const first = { number: 1, name: 'a.docx', sha256: 'e3', again: undefined, by: aSecretary(), at: START };
    assert.equal(await templates.add(TENANT, first), 'added');
    const row = { key: templateKey(TENANT, 2), properties: writeBody({ number: 2 }) };
    assert.equal((await table.transact([{ change: 'insert', row }])).kind, 'done');
    assert.deepEqual(await templates.all(TENANT), { choices: [first], unreadable: [2], newestNumber: 2 });
  });

  describe('what a round owes', () => {
    let proxy: FaultProxy;
    let store: RoundStore;

    before(async () => {
      proxy = await startFaultProxy(await azurite());
    });
    after(() => proxy.close());
    beforeEach(async () => {
      store = createTableRoundStore(await createFreshTable({}, proxy.connectionString));
      const deliveries = ['a', 'b', 'c'].map((rest) => aDelivery({ id: inLane(aDepartmentId(), rest) }));
      await store.commit(
        ROUND,
        operationId('owe'),
        deliveries.map((delivery) => ({ change: 'insert delivery', delivery })),
      );
      proxy.reset();
    });

    /** How many rows each request asked for. */
    const wanted = () =>
      proxy.requests.map(({ path }) => Number(new URL(path, 'http://localhost').searchParams.get('$top')));

    it('is read a page at a time, each in one request for so many rows', async () => {
      const first = await store.readOwed(ROUND, { until: START, limit: 2 });
      assert.deepEqual(wanted(), [2]);
      const second = await store.readOwed(ROUND, { until: START, limit: 2, after: first.next });
      assert.deepEqual([first.deliveries.length, second.deliveries.length, second.next], [2, 1, undefined]);
      assert.deepEqual(wanted(), [2, 2]);
    });

    it(`is read of a lane in one request for ${LANE_READ_MAX} rows (LANE_READ_MAX)`, async () => {
      assert.equal((await store.readLane(ROUND, aDepartmentId(), 'unsettled')).length, 3);
      assert.deepEqual(wanted(), [LANE_READ_MAX]);
    });

    it('is found complete in one request for one row, however many departments there are', async () => {
      const changes = Array.from({ length: 100 }, (_, n) => {
        const department = aRoundDepartment({ department: aDepartment({ id: aDepartmentId(`d${n}`) }) });
        return { change: 'insert department', department } as const;
      });
      await store.commit(ROUND, operationId('invite'), changes);
      proxy.reset();
      assert.equal(await store.findAwaited(ROUND), 'awaited');
      assert.deepEqual(wanted(), [1]);
    });
  });

  const broken: readonly (readonly [string, Properties])[] = [
    ['holds no text', {}],
    ['holds half of its text', { body0: '{"hemmeligt":1}', bodyParts: 2 }],
    ['holds something that is not JSON', { body0: 'hemmeligt', bodyParts: 1 }],
    ['holds something else', writeBody({ ...aRound(), state: 'hemmeligt' })],
    ['holds a date that is none', writeBody({ ...aRound(), createdAt: 'hemmeligt' })],
  ];
  for (const [what, properties] of broken) {
    it(`rejects for a row that ${what}, naming it and telling nothing of it`, async () => {
      const table = await createFreshTable();
      await table.transact([{ change: 'insert', row: { key: roundKey(ROUND), properties } }]);
      await assert.rejects(createTableRoundStore(table).readRound(ROUND), (error: unknown) => {
        assert.ok(error instanceof Error);
        assert.match(error.message, /row 'overview\|round' of partition 'round\|runde-1' cannot be understood/);
        assert.ok(!`${error.stack}${JSON.stringify(error)}`.includes('hemmeligt') && error.cause === undefined);
        return true;
      });
    });
  }

  it('takes a row that was written before an optional part of it was thought of', async () => {
    const table = await createFreshTable();
    const { startedBy: _, ...older } = aRound();
    await table.transact([{ change: 'insert', row: { key: roundKey(ROUND), properties: writeBody(older) } }]);
    const round = (await createTableRoundStore(table).readRound(ROUND))?.value;
    assert.equal(round?.startedBy, undefined);
  });
});

function anIndexRow(id: string): Row {
  const entry = { roundId: aRoundId(id), tenantId: TENANT, createdAt: START };
  return { key: indexKey(entry.roundId, START), properties: writeBody(entry) };
}

/** A table service that answers every query with these pages, one a request. */
async function startPagedService(pages: readonly (readonly (Row | undefined)[])[]) {
  const asked: (readonly [top: string | null, from: string | null])[] = [];
  const server: Server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const from = query.get('NextRowKey');
    asked.push([query.get('$top'), from]);
    const number = from === null ? 0 : Number(from);
    const value = (pages[number] ?? []).flatMap((row) => (row === undefined ? [] : [toJson(row)]));
    const more = { 'x-ms-continuation-NextPartitionKey': 'p', 'x-ms-continuation-NextRowKey': `${number + 1}` };
    const headers = { 'content-type': 'application/json;odata=minimalmetadata' };
    response.writeHead(200, number + 1 < pages.length ? { ...headers, ...more } : headers);
    response.end(JSON.stringify({ value }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const original = await azurite();
  return {
    /** Of each request, how many rows it wanted and where it began. */
    asked,
    account: { connectionString: original.replace(/127\.0\.0\.1:\d+/, `127.0.0.1:${address.port}`) },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function toJson(row: Row): object {
  return { 'odata.etag': 'W/"1"', PartitionKey: row.key.partitionKey, RowKey: row.key.rowKey, ...row.properties };
}
