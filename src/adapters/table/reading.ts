import type { z } from 'zod';
import { type RowTag, type Stored, UnreadableRow } from '../../application/ports.js';
import { type RowKey, type RowRange, rangeOf } from './keys.js';
import type { Properties, StoredRow } from './row.js';
import { besideBody, readBody } from './row-body.js';
import type { Table } from './table.js';

/** A store's `RowTag`: the service's tag, and what else the row holds that must be written back. */
export interface ReadTag {
  readonly etag: string;
  readonly kept: Properties;
}

/** What a tag that `readStored` or `readEach` gave says; any other was never read, and matches no row. */
export function readTag(tag: RowTag): ReadTag {
  return isReadTag(tag) ? tag : { etag: 'W/"never read"', kept: {} };
}

function isReadTag(tag: RowTag): tag is ReadTag {
  return typeof tag === 'object' && 'etag' in tag && 'kept' in tag;
}

/** Makes the value of a row. */
export type Understand<Value> = (row: StoredRow) => Value;

/** @throws UnreadableRow, once it is noted, for a row that cannot be understood */
export async function readStored<Value>(
  table: Table,
  key: RowKey,
  schema: z.ZodType<Value>,
): Promise<Stored<Value> | undefined> {
  const row = await table.read(key);
  return row === undefined ? undefined : understandOne(table, row, asStored(schema));
}

/** Every row of a range that can be understood, by key. The others are noted, and left out. */
export async function readEach<Value>(
  table: Table,
  range: RowRange,
  schema: z.ZodType<Value>,
  filter?: string,
): Promise<readonly Stored<Value>[]> {
  return understandEach(table, range, await table.query(range, filter), asStored(schema)).values;
}

/** @throws UnreadableRow, once it is noted */
export function understandOne<Value>(table: Table, row: StoredRow, understand: Understand<Value>): Value {
  const { values, unreadable } = understandEach(table, rangeOf(row.key), [row], understand);
  const [value] = values;
  if (unreadable[0] !== undefined) throw unreadable[0].error;
  return value as Value; // One row gives one value or one error.
}

/** @param range where the rows were looked for */
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

function asStored<Value>(schema: z.ZodType<Value>): Understand<Stored<Value>> {
  return (row) => ({ value: readBody(row, schema), etag: { etag: row.etag, kept: besideBody(row) } satisfies ReadTag });
}
