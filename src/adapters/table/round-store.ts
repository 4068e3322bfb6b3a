import type { RoundStore, Stored } from '../../application/ports.js';
import { unreadableOf } from '../../domain/round/round.js';
import { odata } from './azure-sdk.js';
import {
  auditRows,
  deliveryKey,
  deliveryRows,
  departmentIdOf,
  departmentKey,
  notatKey,
  notatRows,
  overviewRows,
  type RowKey,
  roundKey,
  versionKey,
  versionRows,
} from './keys.js';
import { readEach, readStored, understandEach, understandOne } from './reading.js';
import { readBody } from './row-body.js';
import { OPERATION, proofOf, toRowChange } from './row-changes.js';
import {
  auditSchema,
  deliverySchema,
  notatSchema,
  roundDepartmentSchema,
  roundSchema,
  versionSchema,
} from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps rounds in Azure Table Storage. A read is one request (more only above 1,000 rows), and so is a commit. */
export function createTableRoundStore(table: Table): RoundStore {
  async function wasWrittenBy(operation: string, keys: readonly RowKey[]): Promise<boolean> {
    const rows = await Promise.all(keys.map((key) => table.read(key)));
    return rows.some((row) => row?.properties[OPERATION] === operation);
  }

  return {
    readRound: (id) => readStored(table, roundKey(id), roundSchema),

    readDepartment: (id, department) => readStored(table, departmentKey(id, department), roundDepartmentSchema),

    async readOverview(id) {
      const range = overviewRows(id);
      const rows = await table.query(range);
      const { rowKey } = roundKey(id);
      const present = rows.find(({ key }) => key.rowKey === rowKey);
      if (present === undefined) return undefined;
      // Rows of other kinds in this range come from a newer version of the bot.
      const ofDepartments = rows.filter(({ key }) => departmentIdOf(key) !== undefined);
      const { values, unreadable } = understandEach(table, range, ofDepartments, (row) =>
        readBody(row, roundDepartmentSchema),
      );
      const round = understandOne(table, present, (row) => readBody(row, roundSchema));
      const departments = values.sort((a, b) => a.position - b.position);
      const keys = unreadable.flatMap(({ key }) => departmentIdOf(key) ?? []);
      return { round, departments, unreadable: unreadableOf(round, departments, keys) };
    },

    async readVersion(id, department, number) {
      return (await readStored(table, versionKey(id, department, number), versionSchema))?.value;
    },

    async readVersions(id, department) {
      return valuesOf(await readEach(table, versionRows(id, department), versionSchema));
    },

    async readNotat(id, notat) {
      return (await readStored(table, notatKey(id, notat), notatSchema))?.value;
    },

    async readNotats(id) {
      return valuesOf(await readEach(table, notatRows(id), notatSchema));
    },

    readDelivery: (id, delivery) => readStored(table, deliveryKey(id, delivery), deliverySchema),

    async readDeliveries(id) {
      const deliveries = valuesOf(await readEach(table, deliveryRows(id), deliverySchema));
      return deliveries.toSorted((a, b) => compare(a.id, b.id));
    },

    async readDueDeliveries(id, now, limit) {
      const due = odata`(state eq 'pending' or state eq 'claimed') and dueAt le ${now.toISOString()}`;
      const found = await readEach(table, deliveryRows(id), deliverySchema, due);
      return found
        .toSorted(({ value: a }, { value: b }) => a.dueAt.getTime() - b.dueAt.getTime() || compare(a.id, b.id))
        .slice(0, limit);
    },

    async readAudit(id) {
      return valuesOf(await readEach(table, auditRows(id), auditSchema));
    },

    async commit(id, operation, changes) {
      const rows = changes.map((change, ordinal) => toRowChange(id, operation, change, ordinal));
      const outcome = await table.transact(rows);
      if (outcome.kind === 'done') return 'committed';
      // When a request was sent twice, its answer is about the second. Only the rows show whether the first succeeded.
      const proof = proofOf(changes, rows);
      if (outcome.kind === 'conflict') return (await wasWrittenBy(operation, proof)) ? 'committed' : 'conflict';
      const isCommitted = await wasWrittenBy(operation, proof).catch(() => false);
      if (isCommitted) return 'committed';
      throw outcome.error;
    },
  };
}

function valuesOf<Value>(stored: readonly Stored<Value>[]): readonly Value[] {
  return stored.map(({ value }) => value);
}

/** Compares by UTF-16 units, as Table Storage sorts keys. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
