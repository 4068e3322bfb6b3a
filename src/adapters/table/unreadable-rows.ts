import type { Log, UnreadableRow } from '../../application/ports.js';
import { UNREADABLE_ROWS_NAMED } from '../../domain/limits.js';
import type { RowKey, RowRange } from './keys.js';

/** The rows of a table that could not be understood, as far as this process has come across them. */
export interface UnreadableRows {
  /** How many there were where rows were last looked for. */
  count(): number;
  /** Which they are. */
  keys(): readonly RowKey[];
  /**
   * Takes note of one look at the table. What was noted of these rows before is forgotten: so a row that has been
   * repaired, or set aside, is no longer counted once someone has looked again.
   *
   * @param range all that was looked at
   */
  noteLook(range: RowRange, unreadable: readonly UnreadableAt[]): void;
}

interface UnreadableAt {
  readonly key: RowKey;
  readonly error: UnreadableRow;
}

/** @param log gets each row once, with its keys and why, and never what it holds; undefined: nobody is told */
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
