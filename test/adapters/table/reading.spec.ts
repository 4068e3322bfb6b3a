import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { indexKey, roundKey } from '../../../src/adapters/table/keys.js';
import { openTable } from '../../../src/adapters/table/open-table.js';
import { createTableRoundIndex } from '../../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import type { Properties, Row } from '../../../src/adapters/table/row.js';
import { writeBody } from '../../../src/adapters/table/row-body.js';
import { operationId } from '../../../src/domain/ids.js';
import { AZURITE_START_MS, azurite, createFreshTable, newTableName } from '../../support/azurite.js';
import {
  aDepartment,
  aDepartmentId,
  aRound,
  aRoundDepartment,
  aRoundId,
  START,
  TENANT,
} from '../../support/builders.js';
import { startFaultProxy } from '../../support/fault-proxy.js';

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
  const server: Server = createServer((request, response) => {
    const asked = new URL(request.url ?? '', 'http://localhost').searchParams.get('NextRowKey');
    const number = asked === null ? 0 : Number(asked);
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
