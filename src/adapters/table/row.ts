import type { RowKey } from './keys.js';

/**
 * What a row holds beside its keys. The bot itself writes texts, numbers and booleans; what else a newer version or an
 * administrator has put there goes back as the SDK gave it (dates, big integers, bytes, and values with their type).
 */
export type Properties = Readonly<Record<string, unknown>>;

/** A row to be written. */
export interface Row {
  readonly key: RowKey;
  readonly properties: Properties;
}

/** A row as it was read; what its properties are is not to be trusted. */
export interface StoredRow {
  readonly key: RowKey;
  readonly properties: Properties;
  readonly etag: string;
}

/** One row's part in a transaction. `put` inserts or replaces, whatever is there. */
export type RowChange =
  | { readonly change: 'insert'; readonly row: Row }
  | { readonly change: 'replace'; readonly row: Row; readonly etag: string }
  | { readonly change: 'put'; readonly row: Row }
  | { readonly change: 'delete'; readonly key: RowKey };

/** Which row a change is about. */
export function keyOf(change: RowChange): RowKey {
  return change.change === 'delete' ? change.key : change.row.key;
}

/** Names a row in a message for whoever runs the bot; keys hold ids, never what people wrote in a reply. */
export function nameOf(key: RowKey): string {
  return `row '${key.rowKey}' of partition '${key.partitionKey}'`;
}
