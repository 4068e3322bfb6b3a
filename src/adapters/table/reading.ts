import type { z } from 'zod';
import { type RowTag, type Stored, UnreadableRow } from '../../application/ports.js';
import { type RowKey, type RowRange, rangeOf } from './keys.js';
import type { Properties, StoredRow } from './row.js';
import { besideBody, readBody } from './row-body.js';
import type { Table } from './table.js';

/** The content of a store's `RowTag`: the service's ETag, and the other properties that must be written back. */
export interface ReadTag {
  readonly etag: string;
  readonly kept: Properties;
}

/** The content of a tag from `readStored` or `readEach`. Any other tag comes from no read, and matches no row. */
export function readTag(tag: RowTag): ReadTag {
  return isReadTag(tag) ? tag : { etag: 'W/"never read"', kept: {} };
}

function isReadTag(tag: RowTag): tag is ReadTag {
  return typeof tag === 'object' && 'etag' in tag && 'kept' in tag;
}

/** Makes a value from a row. */
export type Understand<Value> = (row: StoredRow) => Value;

/** @throws UnreadableRow for a row that cannot be understood; the row is noted first */
export async function readStored<Value>(
  table: Table,
  key: RowKey,
  schema: z.ZodType<Value>,
): Promise<Stored<Value> | undefined> {
  const row = await table.read(key);
  return row === undefined ? undefined : understandOne(table, row, asStored(schema));
}

/** The value of every row of a range that can be understood, by key. The other rows are noted and left out. */
export async function readEach<Value>(
  table: Table,
  range: RowRange,
  schema: z.ZodType<Value>,
  filter?: string,
  limit?: number,
): Promise<readonly Stored<Value>[]> {
  return understandEach(table, range, await table.query(range, filter, limit), asStored(schema)).values;
}

/** @throws UnreadableRow for a row that cannot be understood; the row is noted first */
export function understandOne<Value>(table: Table, row: StoredRow, understand: Understand<Value>): Value {
  const { values, unreadable } = understandEach(table, rangeOf(row.key), [row], understand);
  const [value] = values;
  if (unreadable[0] !== undefined) throw unreadable[0].error;
  return value as Value; // One row gives one value or one error.
}

/** @param range the range that was searched */
export function understandEach<Value>(
  table: Table,
  range: RowRange,
  rows: readonly StoredRow[],
  understand: Understand<Value>,
) {
  const values: Value[] = [];
  const unreadable: { readonly key: RowKey; readonly error: UnreadableRow }[] = [];
  for (const row of rows) {
    try {
      values.push(understand(row));
    } catch (error) {
      if (!(error instanceof UnreadableRow)) throw error;
      unreadable.push({ key: row.key, error });
    }
  }
  table.unreadable.noteLook(range, unreadable);
  return { values, unreadable };
}

/** Makes a value with its tag from a row. */
export function asStored<Value>(schema: z.ZodType<Value>): Understand<Stored<Value>> {
  return (row) => ({ value: readBody(row, schema), etag: { etag: row.etag, kept: besideBody(row) } satisfies ReadTag });
}
