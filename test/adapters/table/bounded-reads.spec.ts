import assert from 'node:assert/strict';
import { TableClient } from '@azure/data-tables';
import { roundKey } from '../../../src/adapters/table/keys.js';
import { joinText } from '../../../src/adapters/table/long-text.js';
import { readBody } from '../../../src/adapters/table/row-body.js';
import { countUnreadable } from '../../../src/adapters/table/row-care.js';
import { filePartSchema, roundSchema } from '../../../src/adapters/table/row-schemas.js';
import { createTable } from '../../../src/adapters/table/table.js';
import { createUnreadableRows } from '../../../src/adapters/table/unreadable-rows.js';
import { UnreadableRow } from '../../../src/application/ports.js';
import {
  FILE_PARTS_MAX,
  JSON_DEPTH_MAX,
  TABLE_PAGES_MAX,
  UNREADABLE_ROWS_LOOKED_AT,
  UNREADABLE_ROWS_NAMED,
} from '../../../src/domain/limits.js';
import { aRound, aRoundId } from '../../support/builders.js';
import { createRecordingLog } from '../../support/fakes.js';

const KEY = roundKey(aRoundId());

describe('what a row says of itself is held to a bound', () => {
  for (const count of [0, -1, 0.5, 253, 1e9, Number.NaN]) {
    it(`a text in ${count} parts is missing`, () => {
      assert.equal(joinText('body', { body0: '{}', bodyParts: count }), undefined);
    });
  }

  it(`its text may be nested ${JSON_DEPTH_MAX} deep (JSON_DEPTH_MAX), brackets in strings not counted`, () => {
    const nested = (depth: number) => ({ ...aRound(), later: deep(depth - 1), quoted: '[[[[\\"{{{{'.repeat(10) });
    const row = (value: object) => ({
      key: KEY,
      etag: '1',
      properties: { body0: JSON.stringify(value), bodyParts: 1 },
    });
    assert.doesNotThrow(() => readBody(row(nested(JSON_DEPTH_MAX)), roundSchema));
    assert.throws(() => readBody(row(nested(JSON_DEPTH_MAX + 1)), roundSchema), /nested more than/u);
  });

  it(`a file has at most ${FILE_PARTS_MAX} parts (FILE_PARTS_MAX)`, () => {
    assert.ok(filePartSchema.safeParse({ parts: FILE_PARTS_MAX, base64: '' }).success);
    assert.ok(!filePartSchema.safeParse({ parts: FILE_PARTS_MAX + 1, base64: '' }).success);
  });
});

describe('a query of the table', () => {
  it(`ends after ${TABLE_PAGES_MAX} pages (TABLE_PAGES_MAX), whatever the service says comes next`, async () => {
    let pages = 0;
    const client = new TableClient('https://localhost', 'bordet');
    client.listEntities = (() => ({
      byPage: () => ({
        next: async () => {
          pages += 1;
          return { value: Object.assign([], { continuationToken: 'mere' }) };
        },
      }),
    })) as unknown as TableClient['listEntities']; // What of a list of pages the table asks for, and no more.
    const table = createTable(client, 1_000, createUnreadableRows(undefined));
    await assert.rejects(table.query({ partitionKey: 'p', from: 'a', to: 'b' }), /there were more/u);
    assert.equal(pages, TABLE_PAGES_MAX);
  });
});

describe('rows that cannot be read', () => {
  const error = new UnreadableRow('round', 'row', 'its text is not JSON');
  const at = (number: number) => ({ key: { partitionKey: 'p', rowKey: `r${number}` }, error });
  const range = { partitionKey: 'p', from: 'r', to: 's' };

  it(`are named once each, and at most ${UNREADABLE_ROWS_NAMED} (UNREADABLE_ROWS_NAMED), but all are counted`, () => {
    const log = createRecordingLog();
    const rows = createUnreadableRows(log);
    const many = Array.from({ length: UNREADABLE_ROWS_NAMED + 5 }, (_, number) => at(number));
    rows.noteLook(range, many);
    rows.noteLook(range, many);
    assert.equal(rows.count(), many.length);
    assert.equal(log.entries.length, UNREADABLE_ROWS_NAMED + 1);
    assert.deepEqual(log.entries[0]?.fields, { kind: 'round', partition: 'p', row: 'r0', why: 'its text is not JSON' });
  });

  it('are forgotten when they are not found where they were, and only there', () => {
    const rows = createUnreadableRows(undefined);
    rows.noteLook(range, [at(1), at(2)]);
    rows.noteLook({ partitionKey: 'another', from: 'r', to: 's' }, []);
    assert.equal(rows.count(), 2);
    rows.noteLook({ partitionKey: 'p', from: 'r1', to: 'r2' }, []);
    assert.deepEqual(rows.keys(), [at(2).key]);
  });

  it(`are looked at again when they are counted, ${UNREADABLE_ROWS_LOOKED_AT} at a time (UNREADABLE_ROWS_LOOKED_AT)`, async () => {
    const unreadable = createUnreadableRows(undefined);
    const client = new TableClient('https://localhost', 'bordet');
    const table = { ...createTable(client, 1_000, unreadable), read: async () => undefined };
    unreadable.noteLook(
      range,
      Array.from({ length: UNREADABLE_ROWS_LOOKED_AT + 3 }, (_, number) => at(number)),
    );
    assert.deepEqual([await countUnreadable(table), await countUnreadable(table)], [3, 0]);
  });
});

/** @returns lists within each other, so many of them */
function deep(depth: number): readonly unknown[] {
  return depth <= 1 ? [] : [deep(depth - 1)];
}
