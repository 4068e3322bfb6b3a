import { type RowKind, UnreadableRow } from '../../application/ports.js';
import { UNREADABLE_ROWS_LOOKED_AT } from '../../domain/limits.js';
import { understandChannel, understandClaim } from './channel-registry.js';
import { kindOf, type RowKey, rangeOf, setAsideFrom, setAsideKey } from './keys.js';
import type { Understand } from './reading.js';
import type { StoredRow } from './row.js';
import { readBody } from './row-body.js';
import {
  auditSchema,
  deliverySchema,
  filePartSchema,
  indexEntrySchema,
  notatSchema,
  roundDepartmentSchema,
  roundSchema,
  templateSchema,
  versionSchema,
} from './row-schemas.js';
import type { Table } from './table.js';

/** How the bot understands a row of each kind. */
const UNDERSTAND: Readonly<Record<RowKind, Understand<unknown>>> = {
  'audit line': (row) => readBody(row, auditSchema),
  channel: understandChannel,
  claim: understandClaim,
  delivery: (row) => readBody(row, deliverySchema),
  department: (row) => readBody(row, roundDepartmentSchema),
  'file part': (row) => readBody(row, filePartSchema),
  'index entry': (row) => readBody(row, indexEntrySchema),
  notat: (row) => readBody(row, notatSchema),
  round: (row) => readBody(row, roundSchema),
  template: (row) => readBody(row, templateSchema),
  version: (row) => readBody(row, versionSchema),
};

/** What a row is of, as an administrator is told: beside the bot's own kinds, what the bot does not read. */
export type CaredKind = RowKind | 'set aside' | 'unknown kind';

/** One row, and whether the bot can read it. */
export interface ExaminedRow {
  readonly row: StoredRow;
  readonly kind: CaredKind;
  /** Why it cannot be read; undefined for one that can, or that the bot does not read at all. */
  readonly why: string | undefined;
}

export function examine(row: StoredRow): ExaminedRow {
  const kind = kindOf(row.key);
  if (kind === undefined) {
    return { row, kind: setAsideFrom(row.key) === undefined ? 'unknown kind' : 'set aside', why: undefined };
  }
  try {
    UNDERSTAND[kind](row);
    return { row, kind, why: undefined };
  } catch (error) {
    if (error instanceof UnreadableRow) return { row, kind, why: error.why };
    throw error;
  }
}

/**
 * How many rows of those that could not be read still cannot be. Looks at some of them again, so that one that has been
 * mended or set aside is not counted for ever.
 */
export async function countUnreadable(table: Table): Promise<number> {
  for (const key of table.unreadable.keys().slice(0, UNREADABLE_ROWS_LOOKED_AT)) {
    const row = await table.read(key);
    if (row === undefined || examine(row).why === undefined) table.unreadable.noteLook(rangeOf(key), []);
  }
  return table.unreadable.count();
}

/** Every row of the table, looked at one page after the other. */
export async function* examineAll(table: Table): AsyncGenerator<ExaminedRow> {
  for await (const page of table.everything()) yield* page.map(examine);
}

/**
 * `moved`: done. `absent`: there is no such row. `occupied`: where it would go there is one. `changed`: someone has
 * written it meanwhile; it is where it was, and the copy is gone again.
 */
export type MoveOutcome = 'moved' | 'absent' | 'occupied' | 'changed';

/** Takes a row out of the bot's sight, whole, to where `restore` finds it. */
export async function setAside(table: Table, key: RowKey): Promise<MoveOutcome> {
  return move(table, key, setAsideKey(key));
}

/** Puts back a row that was set aside. @param key where it was */
export async function restore(table: Table, key: RowKey): Promise<MoveOutcome> {
  return move(table, setAsideKey(key), key);
}

/** Copied before it is deleted, and deleted only as it was copied: whatever stops this, nothing is lost. */
async function move(table: Table, from: RowKey, to: RowKey): Promise<MoveOutcome> {
  const row = await table.read(from);
  if (row === undefined) return 'absent';
  const outcome = await table.transact([{ change: 'insert', row: { key: to, properties: row.properties } }]);
  if (outcome.kind === 'unknown') throw outcome.error;
  if (outcome.kind === 'conflict') return 'occupied';
  if (await table.delete(from, row.etag)) return 'moved';
  const copy = await table.read(to);
  if (copy !== undefined) await table.delete(to, copy.etag);
  return 'changed';
}
