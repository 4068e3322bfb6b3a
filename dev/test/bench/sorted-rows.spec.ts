import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SortedRows } from '../../bench/fixed-cost-store/sorted-rows.js';

describe('the rows of the benches’ table store', () => {
  const changes = fc.array(fc.record({ key: fc.string({ maxLength: 3 }), isDeleted: fc.boolean() }), {
    maxLength: 200,
  });

  it('are those of a map, sorted by their keys, from any key on', () => {
    fc.assert(
      fc.property(changes, fc.string({ maxLength: 3 }), (all, from) => {
        const expected = new Map<string, number>();
        const rows = new SortedRows<number>();
        for (const [index, { key, isDeleted }] of all.entries()) {
          if (isDeleted) {
            expected.delete(key);
            rows.delete(key);
          } else {
            expected.set(key, index);
            rows.set(key, index);
          }
        }
        const sorted = [...expected].filter(([key]) => key >= from).toSorted(([a], [b]) => (a < b ? -1 : 1));
        assert.deepEqual([...rows.from(from)], sorted);
      }),
    );
  });

  it('stay sorted when there are far more of them than in one block', () => {
    const keys = Array.from({ length: 5_000 }, (_, index) => String((index * 7_919) % 5_000).padStart(4, '0'));
    const rows = new SortedRows<string>();
    for (const key of keys) rows.set(key, key);
    assert.deepEqual(
      [...rows.from('2500')].map(([key]) => key),
      keys.toSorted().slice(2_500),
    );
    for (const key of keys.slice(0, 4_999)) rows.delete(key);
    assert.deepEqual([...rows.from('')], [[keys.at(-1), keys.at(-1)]]);
  });
});
