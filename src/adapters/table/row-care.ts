import { type RowKind, UnreadableRow } from '../../application/ports.js';
import { UNREADABLE_ROWS_LOOKED_AT } from '../../domain/limits.js';
import { understandChannelRow, understandClaim } from './channel-registry.js';
import { kindOf, type RowKey, rangeOf, setAsideFrom, setAsideKey } from './keys.js';
import type { Understand } from './reading.js';
import type { StoredRow } from './row.js';
import { readBody } from './row-body.js';
import {
  auditSchema,
  deliverySchema,
  filePartSchema,
  indexEntrySchema,
  knownTeamSchema,
  notatSchema,
  ownDraftSchema,
  preferenceSchema,
  processSchema,
  registryAuditSchema,
  roundDepartmentSchema,
  roundSchema,
  setupRequestSchema,
  templateSchema,
  versionSchema,
} from './row-schemas.js';
import type { Table } from './table.js';

/** How the bot reads a row of each kind. */
const UNDERSTAND: Readonly<Record<RowKind, Understand<unknown>>> = {
  'audit line': (row) => readBody(row, auditSchema),
  channel: understandChannelRow,
  claim: understandClaim,
  delivery: (row) => readBody(row, deliverySchema),
  department: (row) => readBody(row, roundDepartmentSchema),
  'file part': (row) => readBody(row, filePartSchema),
  'index entry': (row) => readBody(row, indexEntrySchema),
  'known team': (row) => readBody(row, knownTeamSchema),
  notat: (row) => readBody(row, notatSchema),
  'own draft': (row) => readBody(row, ownDraftSchema),
  preference: (row) => readBody(row, preferenceSchema),
  process: (row) => readBody(row, processSchema),
  'registry audit line': (row) => readBody(row, registryAuditSchema),
  round: (row) => readBody(row, roundSchema),
  'setup request': (row) => readBody(row, setupRequestSchema),
  template: (row) => readBody(row, templateSchema),
  version: (row) => readBody(row, versionSchema),
};

/** The kind of a row as an administrator sees it: the bot's own kinds, and two kinds that the bot does not read. */
export type CaredKind = RowKind | 'set aside' | 'unknown kind';

/** One row, and whether the bot can read it. */
export interface ExaminedRow {
  readonly row: StoredRow;
  readonly kind: CaredKind;
  /** Why it cannot be read; undefined for a row that can be read, or that the bot never reads. */
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
 * How many of the rows that could not be read still cannot be read. Some of them are read again, so that a row that has
 * been repaired or set aside does not stay in the count.
 */
export async function countUnreadable(table: Table): Promise<number> {
  for (const key of table.unreadable.keys().slice(0, UNREADABLE_ROWS_LOOKED_AT)) {
    const row = await table.read(key);
    if (row === undefined || examine(row).why === undefined) table.unreadable.noteLook(rangeOf(key), []);
  }
  return table.unreadable.count();
}

/** Examines every row of the table, one page after the other. */
export async function* examineAll(table: Table): AsyncGenerator<ExaminedRow> {
  for await (const page of table.everything()) yield* page.map(examine);
}

/**
 * `moved`: done. `absent`: there is no such row. `occupied`: the target key already has a row. `changed`: someone wrote
 * the row in the meantime; it stays where it was, and the copy has been deleted.
 */
export type MoveOutcome = 'moved' | 'absent' | 'occupied' | 'changed';

/** Moves a whole row to where the bot does not read it, and from where `restore` can bring it back. */
export async function setAside(table: Table, key: RowKey): Promise<MoveOutcome> {
  return move(table, key, setAsideKey(key));
}

/** Moves a row back that was set aside. @param key its original key */
export async function restore(table: Table, key: RowKey): Promise<MoveOutcome> {
  return move(table, setAsideKey(key), key);
}

/** Copies the row first and then deletes it, only if it is still as it was copied. So an interruption loses nothing. */
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
