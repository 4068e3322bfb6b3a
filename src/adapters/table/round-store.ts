import { odata } from '@azure/data-tables';
import type { z } from 'zod';
import type { RoundStore, Stored } from '../../application/ports.js';
import {
  auditRows,
  deliveryKey,
  deliveryRows,
  departmentKey,
  notatKey,
  notatRows,
  overviewRows,
  type RowKey,
  roundKey,
  versionKey,
  versionRows,
} from './keys.js';
import { OPERATION, proofOf, toRowChange } from './round-rows.js';
import { readBody } from './row-body.js';
import {
  auditSchema,
  deliverySchema,
  notatSchema,
  roundDepartmentSchema,
  roundSchema,
  versionSchema,
} from './schemas.js';
import type { Table } from './table.js';

/** Keeps rounds in Azure Table Storage. A read is one request (more only past 1,000 rows), a commit too. */
export function createTableRoundStore(table: Table): RoundStore {
  async function readStored<Value>(key: RowKey, schema: z.ZodType<Value>): Promise<Stored<Value> | undefined> {
    const row = await table.read(key);
    return row === undefined ? undefined : { value: readBody(row, schema), etag: row.etag };
  }

  async function wasWrittenBy(operation: string, keys: readonly RowKey[]): Promise<boolean> {
    const rows = await Promise.all(keys.map((key) => table.read(key)));
    return rows.some((row) => row?.properties[OPERATION] === operation);
  }

  return {
    readRound: (id) => readStored(roundKey(id), roundSchema),

    readDepartment: (id, department) => readStored(departmentKey(id, department), roundDepartmentSchema),

    async readOverview(id) {
      const rows = await table.query(overviewRows(id));
      const { rowKey } = roundKey(id);
      const round = rows.find(({ key }) => key.rowKey === rowKey);
      if (round === undefined) return undefined;
      const departments = rows.filter((row) => row !== round).map((row) => readBody(row, roundDepartmentSchema));
      return { round: readBody(round, roundSchema), departments: departments.sort((a, b) => a.position - b.position) };
    },

    async readVersion(id, department, number) {
      return (await readStored(versionKey(id, department, number), versionSchema))?.value;
    },

    async readVersions(id, department) {
      const rows = await table.query(versionRows(id, department));
      return rows.map((row) => readBody(row, versionSchema));
    },

    async readNotat(id, notat) {
      return (await readStored(notatKey(id, notat), notatSchema))?.value;
    },

    async readNotats(id) {
      const rows = await table.query(notatRows(id));
      return rows.map((row) => readBody(row, notatSchema));
    },

    readDelivery: (id, delivery) => readStored(deliveryKey(id, delivery), deliverySchema),

    async readDeliveries(id) {
      const rows = await table.query(deliveryRows(id));
      return rows.map((row) => readBody(row, deliverySchema)).sort((a, b) => compare(a.id, b.id));
    },

    async readDueDeliveries(id, now, limit) {
      const due = odata`(state eq 'pending' or state eq 'claimed') and dueAt le ${now.toISOString()}`;
      const rows = await table.query(deliveryRows(id), due);
      return rows
        .map((row) => ({ value: readBody(row, deliverySchema), etag: row.etag }))
        .sort(({ value: a }, { value: b }) => a.dueAt.getTime() - b.dueAt.getTime() || compare(a.id, b.id))
        .slice(0, limit);
    },

    async readAudit(id) {
      const rows = await table.query(auditRows(id));
      return rows.map((row) => readBody(row, auditSchema));
    },

    async commit(id, operation, changes) {
      const rows = changes.map((change, ordinal) => toRowChange(id, operation, change, ordinal));
      const outcome = await table.transact(rows);
      if (outcome.kind === 'done') return 'committed';
      // The answer to a request that was sent again speaks of the second one; only the rows tell about the first.
      const proof = proofOf(changes, rows);
      if (outcome.kind === 'conflict') return (await wasWrittenBy(operation, proof)) ? 'committed' : 'conflict';
      const isCommitted = await wasWrittenBy(operation, proof).catch(() => false);
      if (isCommitted) return 'committed';
      throw outcome.error;
    },
  };
}

/** By UTF-16 units, as Table Storage orders keys. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
