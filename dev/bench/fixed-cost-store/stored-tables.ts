import { EVERYTHING, type Filter, type Properties } from './filter.js';
import { SortedRows } from './sorted-rows.js';
import { StoreError } from './store-error.js';

/** A row as it is stored. */
export interface StoredRow {
  readonly etag: string;
  /** As they were sent, with the keys and the types (`name@odata.type`). */
  readonly properties: Properties;
  /** The row as JSON, as a read answers it. It is made by the write, so that a read costs next to nothing. */
  readonly json: string;
}

/** The change of one row. */
export interface RowChange {
  readonly change: 'insert' | 'replace' | 'merge' | 'delete';
  readonly partitionKey: string;
  readonly rowKey: string;
  /** Without the keys. */
  readonly properties: Properties;
  /** The ETag that the row must have, or `*` for any; undefined when the row need not exist. */
  readonly ifMatch: string | undefined;
}

/** A part of the answer to a query. */
export interface Page {
  readonly rows: readonly StoredRow[];
  /** Where the next page begins; undefined for the last page. */
  readonly next: { readonly partitionKey: string; readonly rowKey: string } | undefined;
}

/** The most rows that the service gives at a time, and that a transaction may change. */
const PAGE_MAX = 1_000;
const CHANGES_MAX = 100;

type Partition = SortedRows<StoredRow>;

/** The tables of the store, in memory. Each call makes all of its changes or none. */
export class StoredTables {
  readonly #tables = new Map<string, SortedRows<Partition>>();
  #writes = 0;

  /** @throws StoreError if the table exists */
  create(table: string): void {
    if (this.#tables.has(table)) throw new StoreError(409, 'TableAlreadyExists');
    this.#tables.set(table, new SortedRows());
  }

  /** @throws StoreError if there is no such row */
  read(table: string, partitionKey: string, rowKey: string): StoredRow {
    const row = this.#partitions(table).get(partitionKey)?.get(rowKey);
    if (row === undefined) throw new StoreError(404, 'ResourceNotFound');
    return row;
  }

  /** @param from where the page begins; undefined for the first page */
  query(table: string, filter: Filter = EVERYTHING, top = PAGE_MAX, from: Page['next'] = undefined): Page {
    const most = Math.min(top, PAGE_MAX);
    const rows: StoredRow[] = [];
    const first = from?.partitionKey ?? filter.partition ?? '';
    for (const [partitionKey, partition] of this.#partitions(table).from(first)) {
      if (filter.partition !== undefined && partitionKey !== filter.partition) break;
      const start = partitionKey === from?.partitionKey && from.rowKey > filter.from ? from.rowKey : filter.from;
      for (const [rowKey, row] of partition.from(start)) {
        if (filter.to !== undefined && rowKey > filter.to) break;
        if (!filter.matches(row.properties)) continue;
        if (rows.length === most) return { rows, next: { partitionKey, rowKey } };
        rows.push(row);
      }
    }
    return { rows, next: undefined };
  }

  /**
   * Makes all the changes.
   *
   * @returns the new ETag for each change; undefined for a deletion
   * @throws StoreError with the number of the change before its message, as the service writes it
   */
  transact(table: string, changes: readonly RowChange[]): readonly (string | undefined)[] {
    const partitions = this.#partitions(table);
    checkShape(changes);
    const partitionKey = changes[0]?.partitionKey ?? '';
    const partition: Partition = partitions.get(partitionKey) ?? new SortedRows();
    for (const [index, change] of changes.entries()) check(change, partition.get(change.rowKey), index);
    partitions.set(partitionKey, partition);
    return changes.map((change) => {
      if (change.change === 'delete') {
        partition.delete(change.rowKey);
        return undefined;
      }
      this.#writes += 1;
      const row = rowOf(change, partition.get(change.rowKey), `W/"datetime'${this.#writes}'"`);
      partition.set(change.rowKey, row);
      return row.etag;
    });
  }

  #partitions(table: string): SortedRows<Partition> {
    const partitions = this.#tables.get(table);
    if (partitions === undefined) throw new StoreError(404, 'TableNotFound');
    return partitions;
  }
}

function checkShape(changes: readonly RowChange[]): void {
  if (changes.length > CHANGES_MAX) throw new StoreError(400, 'InvalidInput', `more than ${CHANGES_MAX} changes`);
  const rows = new Set(changes.map(({ rowKey }) => rowKey));
  if (rows.size !== changes.length) throw new StoreError(400, 'InvalidDuplicateRow');
  if (new Set(changes.map(({ partitionKey }) => partitionKey)).size > 1) {
    throw new StoreError(400, 'CommandsInBatchActOnDifferentPartitions');
  }
}

function check({ change, ifMatch }: RowChange, present: StoredRow | undefined, index: number): void {
  const refuse = (status: number, code: string) => new StoreError(status, code, `${index}:${code}`);
  if (change === 'insert') {
    if (present !== undefined) throw refuse(409, 'EntityAlreadyExists');
    return;
  }
  if (ifMatch === undefined) return;
  if (present === undefined) throw refuse(404, 'ResourceNotFound');
  if (ifMatch !== '*' && ifMatch !== present.etag) throw refuse(412, 'UpdateConditionNotSatisfied');
}

function rowOf(
  { change, partitionKey, rowKey, properties }: RowChange,
  present: StoredRow | undefined,
  etag: string,
): StoredRow {
  const kept = change === 'merge' ? present?.properties : undefined;
  const whole: Properties = { ...kept, ...properties, PartitionKey: partitionKey, RowKey: rowKey };
  // The service keeps no property that is null.
  const stored = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
  const json = JSON.stringify({ 'odata.etag': etag, Timestamp: new Date().toISOString(), ...stored });
  return { etag, properties: stored, json };
}
