import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  auditKey,
  decodeKeyPart,
  deliveryKey,
  departmentKey,
  encodeKeyPart,
  indexKey,
  joinKey,
  notatKey,
  overviewRows,
  type RowKey,
  type RowRange,
  roundKey,
  versionKey,
  versionRows,
} from '../../../src/adapters/table/keys.js';
import { openTable } from '../../../src/adapters/table/open-table.js';
import { operationId } from '../../../src/domain/ids.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import { aDepartmentId, aNotatId, aRoundId, START } from '../../support/builders.js';

/** Any UTF-16 at all: controls, what keys forbid, surrogates without their partners. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((units) => String.fromCharCode(...units));
const nearText = fc.string({
  unit: fc.constantFrom('/', '\\', '#', '?', '%', '|', '=', "'", 'a', 'å', '\ud83d', '\n'),
});
const text = fc.oneof(anyText, nearText);

const anyTime = fc.date({ min: new Date(0), noInvalidDate: true });

describe('keys', () => {
  it('give every text back', () => {
    fc.assert(fc.property(text, (any) => assert.equal(decodeKeyPart(encodeKeyPart(any)), any)));
  });

  it('hold nothing that Table Storage forbids, nor what separates parts', () => {
    fc.assert(fc.property(text, (any) => assert.match(encodeKeyPart(any), /^[A-Za-z0-9_.:=-]*$/)));
  });

  it('differ when any part differs', () => {
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        assert.equal(joinKey(a, b) === joinKey(c, d), a === c && b === d);
      }),
    );
  });

  it('leave our own ids readable', () => {
    assert.equal(encodeKeyPart('Az09_-'), 'Az09_-');
  });

  it('put the round and its departments, and nothing else, in the run of rows that the overview reads', () => {
    const round = aRoundId();
    const department = aDepartmentId();
    const range = overviewRows(round);
    assert.ok(isIn(range, roundKey(round)) && isIn(range, departmentKey(round, department)));
    const others = [
      versionKey(round, department, 1),
      deliveryKey(round, 'x'),
      notatKey(round, aNotatId()),
      auditKey(round, START, operationId('reply'), 0),
      roundKey(aRoundId('another')),
    ];
    assert.deepEqual(
      others.filter((key) => isIn(range, key)),
      [],
    );
  });

  it('sort versions by number, and hold those of one department together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), fc.integer({ min: 1, max: 999_999_999 }), (a, b) => {
        const key = (number: number) => versionKey(aRoundId(), aDepartmentId(), number).rowKey;
        assert.equal(key(a) < key(b), a < b);
        assert.ok(isIn(versionRows(aRoundId(), aDepartmentId()), versionKey(aRoundId(), aDepartmentId(), a)));
        assert.ok(!isIn(versionRows(aRoundId(), aDepartmentId('b')), versionKey(aRoundId(), aDepartmentId(), a)));
      }),
    );
  });

  it('sort the newest round first', () => {
    fc.assert(
      fc.property(anyTime, anyTime, (a, b) => {
        const key = (at: Date) => indexKey(aRoundId(), at).rowKey;
        assert.equal(key(a) < key(b), a > b);
      }),
    );
  });

  describe('in a table', () => {
    before(async function () {
      this.timeout(AZURITE_START_MS);
      await azurite();
    });

    it('find the row that was written, whatever the text', async () => {
      const table = await createFreshTable();
      const property = fc.asyncProperty(text, async (any) => {
        const key = { partitionKey: joinKey('p', any), rowKey: joinKey('r', any) };
        assert.deepEqual(await table.transact([{ change: 'put', row: { key, properties: { any: 1 } } }]), {
          kind: 'done',
        });
        assert.deepEqual((await table.read(key))?.key, key);
      });
      await fc.assert(property, { numRuns: 40 });
    });
  });

  it('need nothing of the service to be opened with a managed identity', () => {
    const endpoint = 'https://account.table.core.windows.net';
    assert.doesNotThrow(() => openTable({ endpoint, managedIdentityClientId: undefined }));
    assert.doesNotThrow(() => openTable({ endpoint, managedIdentityClientId: 'client' }));
  });
});

function isIn(range: RowRange, key: RowKey): boolean {
  return key.partitionKey === range.partitionKey && key.rowKey >= range.from && key.rowKey < range.to;
}
