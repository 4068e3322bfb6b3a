import type { RowKey } from './keys.js';

/**
 * The properties of a row beside its keys. The bot itself writes texts, numbers and booleans. A newer version of the
 * bot or an administrator may have stored other values; those are written back as the SDK returned them (dates, big
 * integers, bytes, and values with their type).
 */
export type Properties = Readonly<Record<string, unknown>>;

/** A row to be written. */
export interface Row {
  readonly key: RowKey;
  readonly properties: Properties;
}

/** A row as it was read. Its properties are untrusted. */
export interface StoredRow {
  readonly key: RowKey;
  readonly properties: Properties;
  readonly etag: string;
}

/** The change of one row in a transaction. `put` inserts the row, or replaces it whatever it holds. */
export type RowChange =
  | { readonly change: 'insert'; readonly row: Row }
  | { readonly change: 'replace'; readonly row: Row; readonly etag: string }
  | { readonly change: 'put'; readonly row: Row }
  | { readonly change: 'delete'; readonly key: RowKey };

/** The key of the row that a change is about. */
export function keyOf(change: RowChange): RowKey {
  return change.change === 'delete' ? change.key : change.row.key;
}

/** Names a row in a message for administrators. Keys hold ids, and never what people wrote in a reply. */
export function nameOf(key: RowKey): string {
  return `row '${key.rowKey}' of partition '${key.partitionKey}'`;
}
