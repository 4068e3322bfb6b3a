import { keyOf, nameOf, type Row, type RowChange } from './row.js';

/*
 * Azure Table Storage's limits, enforced here because the emulator does not enforce all of them.
 * https://learn.microsoft.com/azure/storage/tables/scalability-targets
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 * https://learn.microsoft.com/rest/api/storageservices/performing-entity-group-transactions
 */

/** The longest string property, in UTF-16 units (64 KiB). */
export const STRING_MAX = 32_768;
/** The longest row key, and the longest partition key, in characters. */
const KEY_MAX = 1_024;
/** The most properties of a row, without the three that the service keeps itself. */
export const PROPERTIES_MAX = 252;
const ROW_MAX_BYTES = 1_048_576;
const TRANSACTION_MAX_CHANGES = 100;
const TRANSACTION_MAX_BYTES = 4 * 1_048_576;
/** An upper bound for a change's request line, headers and boundaries in a transaction's body, without its keys. */
const CHANGE_FRAME_BYTES = 1_024;

/** @throws RangeError when the service could not hold the row; the message names the row and never its content */
export function checkRow(row: Row): void {
  const { partitionKey, rowKey } = row.key;
  if (partitionKey.length > KEY_MAX || rowKey.length > KEY_MAX) {
    throw new RangeError(`The ${nameOf(row.key)} has a key of more than ${KEY_MAX} characters.`);
  }
  const properties = Object.entries(row.properties);
  if (properties.length > PROPERTIES_MAX) {
    throw new RangeError(`The ${nameOf(row.key)} has ${properties.length} properties; ${PROPERTIES_MAX} is the most.`);
  }
  for (const [name, value] of properties) {
    if (typeof value === 'string' && value.length > STRING_MAX) {
      throw new RangeError(`'${name}' of the ${nameOf(row.key)} is ${value.length} units; ${STRING_MAX} is the most.`);
    }
  }
  const bytes = sizeOfRow(row);
  if (bytes > ROW_MAX_BYTES) {
    throw new RangeError(`The ${nameOf(row.key)} takes ${bytes} bytes; ${ROW_MAX_BYTES} is the most.`);
  }
}

/**
 * @throws RangeError when the service could not take the changes as one transaction, or could not hold one of the rows
 */
export function checkTransaction(changes: readonly RowChange[]): void {
  if (changes.length > TRANSACTION_MAX_CHANGES) {
    throw new RangeError(`A transaction of ${changes.length} changes; ${TRANSACTION_MAX_CHANGES} is the most.`);
  }
  const seen = new Set<string>();
  let most = 0;
  for (const change of changes) {
    const key = keyOf(change);
    if (seen.has(key.rowKey)) throw new RangeError(`A transaction changes the ${nameOf(key)} more than once.`);
    seen.add(key.rowKey);
    if (change.change !== 'delete') checkRow(change.row);
    most += mostOfChange(change);
  }
  // To write out every change only to measure it would take as long as to send it.
  const bytes = most < TRANSACTION_MAX_BYTES ? most : changes.reduce((sum, change) => sum + sizeOfChange(change), 0);
  if (bytes >= TRANSACTION_MAX_BYTES) {
    throw new RangeError(`A transaction of about ${bytes} bytes; it must be below ${TRANSACTION_MAX_BYTES}.`);
  }
}

/** The size of a row in bytes, by the formula that Microsoft publishes for capacity. */
function sizeOfRow(row: Row): number {
  const keys = 4 + 2 * (row.key.partitionKey.length + row.key.rowKey.length);
  return keys + Object.entries(row.properties).reduce((sum, [name, value]) => sum + sizeOfProperty(name, value), 0);
}

function sizeOfProperty(name: string, value: unknown): number {
  return 8 + 2 * name.length + sizeOfValue(value);
}

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return 4 + 2 * value.length;
  if (typeof value === 'boolean') return 1;
  if (value instanceof Uint8Array) return 4 + value.length;
  // A number, a date or a GUID: 16 bytes at most.
  return typeof value === 'number' ? 8 : 16;
}

/**
 * The most room that a change can take in the body of a transaction. JSON writes a character as six at most, and its size
 * in a row is two bytes.
 */
function mostOfChange(change: RowChange): number {
  const key = keyOf(change);
  const row = change.change === 'delete' ? 0 : sizeOfRow(change.row);
  return CHANGE_FRAME_BYTES + 4 * (key.partitionKey.length + key.rowKey.length) + 3 * row;
}

/** The size of a change in the body of a transaction, rounded up. */
function sizeOfChange(change: RowChange): number {
  const key = keyOf(change);
  // The keys stand in the URL, percent-encoded (at most three bytes a character), and again in the body.
  const keys = 4 * (key.partitionKey.length + key.rowKey.length);
  const body = change.change === 'delete' ? 0 : Buffer.byteLength(JSON.stringify(change.row.properties, asText));
  return CHANGE_FRAME_BYTES + keys + body;
}

/** Writes values for which JSON has no form as the SDK writes them. */
function asText(_name: string, value: unknown): unknown {
  if (typeof value === 'bigint') return String(value);
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
