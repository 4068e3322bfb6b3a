import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import type { RowKey } from '../../../src/adapters/table/keys.js';
import type { Properties, RowChange } from '../../../src/adapters/table/row.js';
import { createTable, type Table, type TransactionOutcome } from '../../../src/adapters/table/table.js';
import { createUnreadableRows } from '../../../src/adapters/table/unreadable-rows.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';

const key = (rowKey: string): RowKey => ({ partitionKey: 'p', rowKey });
const row = (rowKey: string, properties: Properties = { n: 1 }) => ({ key: key(rowKey), properties });
const insert = (rowKey: string): RowChange => ({ change: 'insert', row: row(rowKey) });

describe('a transaction', () => {
  describe('of a table', () => {
    let table: Table;

    before(async function () {
      this.timeout(AZURITE_START_MS);
      await azurite();
    });
    beforeEach(async () => {
      table = await createFreshTable();
    });

    async function etagOf(rowKey: string): Promise<string> {
      const etag = (await table.read(key(rowKey)))?.etag;
      assert.ok(etag !== undefined);
      return etag;
    }

    it('tells the ETag that each row has now, in the order of the changes and not of the keys', async () => {
      await table.transact(['d', 'b', 'z'].map(insert));
      const changes: readonly RowChange[] = [
        { change: 'put', row: row('z', { n: 2 }) },
        insert('a'),
        { change: 'replace', row: row('d', { n: 2 }), etag: await etagOf('d') },
        { change: 'put', row: row('c') },
        { change: 'replace', row: row('b', { n: 2 }), etag: await etagOf('b') },
      ];
      const outcome = await table.transact(changes);
      const etags = await Promise.all(['z', 'a', 'd', 'c', 'b'].map(etagOf));
      assert.deepEqual(outcome, { kind: 'done', etags });
    });

    it('tells an ETag that is good for a change, until the row is changed again', async () => {
      const inserted = await table.transact([insert('a')]);
      const replacing = (etag: string): RowChange => ({ change: 'replace', row: row('a', { n: 2 }), etag });
      const replaced = await table.transact([replacing(theEtag(inserted))]);
      assert.deepEqual(await table.transact([replacing(theEtag(inserted))]), { kind: 'conflict' });
      assert.equal((await table.transact([replacing(theEtag(replaced))])).kind, 'done');
    });

    it('of nothing tells of nothing', async () => {
      assert.deepEqual(await table.transact([]), { kind: 'done', etags: [] });
    });

    it('tells no ETags where a row is deleted, which has none', async () => {
      await table.transact([insert('a')]);
      const changes: readonly RowChange[] = [insert('b'), { change: 'delete', key: key('a') }];
      assert.deepEqual(await table.transact(changes), { kind: 'done', etags: undefined });
    });

    it('of what was read alone writes back what was stored, and nothing that the service told beside it', async () => {
      await table.transact([{ change: 'insert', row: row('a', { text: 'x', at: new Date(0) }) }]);
      const read = await table.read(key('a'));
      assert.deepEqual(read?.properties, { text: 'x', at: new Date(0) });
      assert.deepEqual((await table.query({ partitionKey: 'p', from: 'a', to: 'b' }))[0]?.properties, read.properties);
    });
  });

  describe('whose answer', () => {
    type Part = { readonly rowKey?: string; readonly etag?: string };
    const [A, B] = ['delivery|boern=002f1', 'delivery|boern=002f2'];
    const CHANGES = [insert(A), insert(B)];
    const ETAGS = ['W/"1"', 'W/"2"'];

    /** What is said of a transaction of two rows that the service answers so. */
    function answeredWith(...parts: readonly Part[]): Promise<TransactionOutcome> {
      const client = new TableClient('https://localhost', 'bordet');
      client.submitTransaction = (async () => ({
        subResponses: parts,
      })) as unknown as TableClient['submitTransaction']; // What of an answer the table looks at, and no more.
      return createTable(client, 1_000, createUnreadableRows(undefined)).transact(CHANGES);
    }

    const NAMES: readonly (readonly [what: string, names: readonly (string | undefined)[]])[] = [
      ['names each row', [A, B]],
      ['names each row as in an address', [A, B].map(encodeURIComponent)],
      ['names each row as in an address, with as few characters encoded as may be', [A, B].map(encodeURI)],
      ['names no row', [undefined, undefined]],
      ['names the row that was inserted only', [A, undefined]],
    ];
    for (const [what, names] of NAMES) {
      it(`${what} tells the ETags`, async () => {
        const parts = names.map((rowKey, index) => ({
          ...(rowKey === undefined ? {} : { rowKey }),
          etag: `${ETAGS[index]}\r`,
        }));
        assert.deepEqual(await answeredWith(...parts), { kind: 'done', etags: ETAGS });
      });
    }

    const [one, other] = ETAGS.map((etag) => ({ etag }));
    const ODD: readonly (readonly [what: string, parts: readonly Part[]])[] = [
      [
        'has its parts in another order',
        [
          { ...one, rowKey: B },
          { ...other, rowKey: A },
        ],
      ],
      ['names a row that was not changed', [{ ...one, rowKey: 'delivery|kultur' }, { ...other }]],
      ['names a row in no way that can be read', [{ ...one, rowKey: '%' }, { ...other }]],
      ['lacks an ETag', [{ ...one, rowKey: A }, { rowKey: B }]],
      ['lacks a part', [{ ...one }]],
      ['has a part too many', [{ ...one }, { ...other }, { ...other }]],
      ['has no parts', []],
    ];
    for (const [what, parts] of ODD) {
      it(`${what} tells none`, async () => {
        assert.deepEqual(await answeredWith(...parts), { kind: 'done', etags: undefined });
      });
    }
  });
});

function theEtag(outcome: TransactionOutcome): string {
  const [etag, ...others] = outcome.kind === 'done' ? (outcome.etags ?? []) : [];
  assert.ok(etag !== undefined && others.length === 0);
  return etag;
}
