import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  allVersionRows,
  auditKey,
  decodeKeyPart,
  deliveriesAfter,
  deliveryIdOf,
  deliveryKey,
  deliveryRows,
  departmentKey,
  departmentOfVersion,
  departmentRows,
  encodeKeyPart,
  indexKey,
  indexRows,
  joinKey,
  kindOf,
  laneRows,
  notatKey,
  overviewRows,
  processKey,
  processRows,
  type RowKey,
  type RowRange,
  roundKey,
  versionKey,
  versionRows,
} from '../../../src/adapters/table/keys.js';
import { openTable } from '../../../src/adapters/table/open-table.js';
import { operationId } from '../../../src/domain/ids.js';
import {
  inLane,
  type Lane,
  laneStart,
  requestDeliveryId,
  SECRETARIAT_LANE,
} from '../../../src/domain/work/delivery.js';
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

/** What a department's id is made of, and the rest of a delivery's id. */
const anId = fc.string({ unit: fc.constantFrom(...'-_09AZaz'), minLength: 1, maxLength: 6 });
const aLane: fc.Arbitrary<Lane> = fc.oneof(anId.map(aDepartmentId), fc.constant(SECRETARIAT_LANE));

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

  it('hold the deliveries of one lane together, in the order of their ids', () => {
    const key = (lane: Lane, rest: string) => deliveryKey(aRoundId(), inLane(lane, rest));
    fc.assert(
      fc.property(aLane, aLane, anId, anId, (lane, other, a, b) => {
        const range = laneRows(aRoundId(), laneStart(lane));
        assert.ok(isIn(range, key(lane, a)));
        assert.equal(isIn(range, key(other, a)), other === lane);
        assert.equal(key(lane, a).rowKey < key(lane, b).rowKey, a < b);
      }),
    );
  });

  it('hold in a lane nothing but deliveries, and none of version 0.1', () => {
    const range = laneRows(aRoundId(), laneStart(aDepartmentId('boern')));
    const others = [
      deliveryKey(aRoundId(), 'request-boern'),
      deliveryKey(aRoundId(), 'boern'),
      deliveryKey(aRoundId('another'), requestDeliveryId(aDepartmentId('boern'))),
      versionKey(aRoundId(), aDepartmentId('boern'), 1),
    ];
    assert.deepEqual(
      others.filter((key) => isIn(range, key)),
      [],
    );
  });

  it('put after a delivery every one whose key comes later, and no other row', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [first, second] = [deliveryKey(aRoundId(), a), deliveryKey(aRoundId(), b)];
        assert.equal(isIn(deliveriesAfter(aRoundId(), a), second), second.rowKey > first.rowKey);
        assert.ok(isIn(deliveryRows(aRoundId()), second));
      }),
    );
    assert.ok(!isIn(deliveriesAfter(aRoundId(), 'x'), notatKey(aRoundId(), aNotatId())));
  });

  it('ask the service for no control character when they are ranges to be read', () => {
    fc.assert(
      fc.property(text, aLane, (any, lane) => {
        for (const { from, to } of [deliveriesAfter(aRoundId(), any), laneRows(aRoundId(), laneStart(lane))]) {
          assert.match(`${from}${to}`, /^[!-~]*$/u);
        }
      }),
    );
  });

  it('give the id of a delivery back', () => {
    fc.assert(fc.property(text, (any) => assert.equal(deliveryIdOf(deliveryKey(aRoundId(), any)), any)));
  });

  it('give the department of a version back, and none of any other row', () => {
    fc.assert(
      fc.property(anId.map(aDepartmentId), fc.nat(), (department, number) => {
        const key = versionKey(aRoundId(), department, number);
        assert.equal(departmentOfVersion(key), department);
        assert.ok(isIn(allVersionRows(aRoundId()), key));
      }),
    );
    for (const key of [departmentKey(aRoundId(), aDepartmentId()), deliveryKey(aRoundId(), 'x'), processKey('x')]) {
      assert.equal(departmentOfVersion(key), undefined);
      assert.ok(!isIn(allVersionRows(aRoundId()), key));
    }
  });

  it('put the departments of a round, without the round, in the run of rows that is read for them', () => {
    const range = departmentRows(aRoundId());
    assert.ok(isIn(range, departmentKey(aRoundId(), aDepartmentId())));
    assert.ok(!isIn(range, roundKey(aRoundId())));
  });

  it('put what processes tell of themselves in a partition of its own, whatever they are called', () => {
    fc.assert(
      fc.property(text, (any) => {
        const key = processKey(any);
        assert.equal(kindOf(key), 'process');
        assert.ok(isIn(processRows(), key));
        assert.ok(!isIn(indexRows(), key));
      }),
    );
    assert.notEqual(processKey('a').partitionKey, indexKey(aRoundId(), START).partitionKey);
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
        const outcome = await table.transact([{ change: 'put', row: { key, properties: { any: 1 } } }]);
        const row = await table.read(key);
        assert.deepEqual(row?.key, key);
        assert.deepEqual(outcome, { kind: 'done', etags: [row?.etag] });
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
