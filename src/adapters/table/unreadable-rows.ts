import type { Log, UnreadableRow } from '../../application/ports.js';
import { UNREADABLE_ROWS_NAMED } from '../../domain/limits.js';
import type { RowKey, RowRange } from './keys.js';

/** The rows of a table that could not be understood, as far as this process has read them. */
export interface UnreadableRows {
  /** How many rows were unreadable when they were last read. */
  count(): number;
  /** The keys of these rows. */
  keys(): readonly RowKey[];
  /**
   * Records the result of reading a range. What was recorded for this range before is forgotten. So a row that has been
   * repaired or set aside is no longer counted once its range has been read again.
   *
   * @param range everything that was read
   */
  noteLook(range: RowRange, unreadable: readonly UnreadableAt[]): void;
}

interface UnreadableAt {
  readonly key: RowKey;
  readonly error: UnreadableRow;
}

/** @param log gets each row once, with its keys and the reason, and never its content; without it nothing is logged */
export function createUnreadableRows(log: Log | undefined): UnreadableRows {
  const present = new Map<string, RowKey>();
  const named = new Set<string>();

  function name({ key, error }: UnreadableAt): void {
    const id = idOf(key);
    if (named.has(id) || named.size > UNREADABLE_ROWS_NAMED) return;
    named.add(id);
    if (named.size > UNREADABLE_ROWS_NAMED) log?.warn('more rows cannot be read; they are counted and not named');
    else {
      const { partitionKey: partition, rowKey: row } = key;
      log?.warn('row cannot be read', { kind: error.kind, partition, row, why: error.why });
    }
  }

  return {
    count: () => present.size,
    keys: () => [...present.values()],
    noteLook(range, unreadable) {
      for (const [id, key] of present) if (isWithin(range, key)) present.delete(id);
      for (const each of unreadable) {
        present.set(idOf(each.key), each.key);
        name(each);
      }
    },
  };
}

function idOf({ partitionKey, rowKey }: RowKey): string {
  return JSON.stringify([partitionKey, rowKey]);
}

function isWithin({ partitionKey, from, to }: RowRange, key: RowKey): boolean {
  return key.partitionKey === partitionKey && from <= key.rowKey && key.rowKey < to;
}
