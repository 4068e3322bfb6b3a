import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkRow, checkTransaction, STRING_MAX } from '../../../src/adapters/table/entity-limits.js';
import { joinText, splitText } from '../../../src/adapters/table/long-text.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import type { Properties, RowChange } from '../../../src/adapters/table/row.js';
import type { RoundStore } from '../../../src/application/ports.js';
import { operationId } from '../../../src/domain/ids.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import { aPlan, aRound, aRoundId } from '../../support/builders.js';

const KEY = { partitionKey: 'p', rowKey: 'r' };
const MIB = 1_048_576;

describe("Table Storage's limits", () => {
  describe('on a row', () => {
    it(`take a string of ${STRING_MAX} units and no more`, () => {
      assert.doesNotThrow(() => checkRow(aRow({ text: 'x'.repeat(STRING_MAX) })));
      assert.throws(() => checkRow(aRow({ text: 'x'.repeat(STRING_MAX + 1) })), RangeError);
    });

    it('take 252 properties and no more', () => {
      const properties = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, n]));
      assert.doesNotThrow(() => checkRow(aRow(properties(252))));
      assert.throws(() => checkRow(aRow(properties(253))), RangeError);
    });

    it('take keys of 1,024 characters and no more', () => {
      const row = (length: number) => ({ key: { ...KEY, rowKey: 'r'.repeat(length) }, properties: {} });
      assert.doesNotThrow(() => checkRow(row(1_024)));
      assert.throws(() => checkRow(row(1_025)), RangeError);
    });

    it('take 1 MiB and no more, counted as the service counts', () => {
      // 4 + 2 characters of keys; 8 + 2 for the name of a property, 4 for its length, 2 a unit.
      const row = (lastLength: number) =>
        aRow({
          ...Object.fromEntries(Array.from({ length: 15 }, (_, n) => [chr(n), 'x'.repeat(STRING_MAX)])),
          p: 'x'.repeat(lastLength),
        });
      const fits = (MIB - 8 - 15 * (14 + 2 * STRING_MAX) - 14) / 2;
      assert.doesNotThrow(() => checkRow(row(fits)));
      assert.throws(() => checkRow(row(fits + 1)), RangeError);
    });
  });

  describe('on a transaction', () => {
    it('take 100 changes and no more', () => {
      const changes = Array.from({ length: 101 }, (_, n) => anInsert(`r${n}`, {}));
      assert.doesNotThrow(() => checkTransaction(changes.slice(1)));
      assert.throws(() => checkTransaction(changes), RangeError);
    });

    it('take less than 4 MiB, however many bytes a character takes', () => {
      const changes = (count: number, text: string) =>
        Array.from({ length: count }, (_, n) => anInsert(`r${n}`, { text: text.repeat(STRING_MAX) }));
      assert.doesNotThrow(() => checkTransaction(changes(100, 'x')));
      assert.throws(() => checkTransaction(changes(100, 'å')), RangeError);
      assert.throws(() => checkTransaction(changes(45, '€')), RangeError);
    });

    it('take no row twice', () => {
      assert.throws(() => checkTransaction([anInsert('r', {}), { change: 'delete', key: KEY }]), RangeError);
    });
  });
});

describe('a long text', () => {
  for (const length of [0, 1, STRING_MAX - 1, STRING_MAX, STRING_MAX + 1, 10 * STRING_MAX + 1]) {
    it(`of ${length} units comes back whole, in properties that fit`, () => {
      const text = 'ø'.repeat(length);
      const properties = splitText('body', text);
      assert.doesNotThrow(() => checkRow(aRow(properties)));
      assert.equal(joinText('body', properties), text);
    });
  }

  it('comes back whole whatever it holds, with no surrogate pair parted', () => {
    const around = fc.tuple(fc.integer({ min: STRING_MAX - 4, max: STRING_MAX + 4 }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(around, ([before, after]) => {
        const text = `${'a'.repeat(before)}😀😀😀😀${after}`;
        const properties = splitText('body', text);
        assert.equal(joinText('body', properties), text);
        const parts = Object.values(properties).filter((part) => typeof part === 'string');
        assert.ok(parts.every((part) => part.length <= STRING_MAX && !/\p{Surrogate}/u.test(part)));
      }),
    );
  });

  it('is missing, not shorter, when a part of it is missing', () => {
    const { body1: _, ...rest } = splitText('body', 'x'.repeat(3 * STRING_MAX));
    assert.equal(joinText('body', rest), undefined);
    assert.equal(joinText('body', {}), undefined);
  });
});

describe('a round with a long introduction in a table', () => {
  let store: RoundStore;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    store = createTableRoundStore(await createFreshTable());
  });

  for (const length of [10_000, 32_767, 32_768, 32_769, 400_000]) {
    it(`of ${length} units comes back whole`, async () => {
      const introduction = 'æ'.repeat(length);
      await insertRound(introduction);
      assert.equal((await store.readRound(aRoundId()))?.value.plan.introduction, introduction);
    });
  }

  it('is refused, not cut, when it would take more than 1 MiB', async () => {
    await assert.rejects(insertRound('æ'.repeat(MIB / 2)), RangeError);
    assert.equal(await store.readRound(aRoundId()), undefined);
  });

  async function insertRound(introduction: string): Promise<void> {
    const round = aRound({ plan: aPlan({ introduction }) });
    await store.commit(round.id, operationId('planned'), [{ change: 'insert round', round }]);
  }
});

function aRow(properties: Properties) {
  return { key: KEY, properties };
}

function anInsert(rowKey: string, properties: Properties): RowChange {
  return { change: 'insert', row: { key: { ...KEY, rowKey }, properties } };
}

function chr(n: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + n);
}
