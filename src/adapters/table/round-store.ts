import { type RoundStore, type Stored, UnreadableRow } from '../../application/ports.js';
import { lineOfVersion, wholeAudit } from '../../domain/audit.js';
import { LANE_READ_MAX } from '../../domain/limits.js';
import { standingOf } from '../../domain/reply/standing.js';
import { overviewOf } from '../../domain/round/round.js';
import { laneStart, NEVER } from '../../domain/work/delivery.js';
import { odata } from './azure-sdk.js';
import {
  allVersionRows,
  auditRows,
  deliveriesAfter,
  deliveryIdOf,
  deliveryKey,
  deliveryRows,
  departmentIdOf,
  departmentKey,
  departmentOfVersion,
  departmentRows,
  laneRows,
  notatKey,
  notatRows,
  overviewRows,
  type RowKey,
  roundKey,
  versionKey,
  versionRows,
} from './keys.js';
import { asStored, readEach, readStored, understandEach, understandOne } from './reading.js';
import { readBody } from './row-body.js';
import { IS_AWAITED, OPERATION, proofOf, toRowChange, writtenTag } from './row-changes.js';
import {
  auditSchema,
  deliverySchema,
  notatSchema,
  roundDepartmentSchema,
  roundSchema,
  versionSchema,
} from './row-schemas.js';
import type { Table } from './table.js';

/** The states in which a delivery is neither sent nor unneeded, by the names of version 0.1 and by those of now. */
const UNFINISHED = "(state ne 'sent' and state ne 'unneeded')";

/** The states in which the bot does something by itself, once the delivery is due. */
const OWED_STATES = "(state eq 'pending' or state eq 'claimed' or state eq 'uncertain')";

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
      return overviewOf(round, departments, keys);
    },

    readDepartments: (id) => readEach(table, departmentRows(id), roundDepartmentSchema),

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

    readLane: (id, lane, which) =>
      readEach(
        table,
        laneRows(id, laneStart(lane)),
        deliverySchema,
        which === 'owed' ? `${OWED_STATES} and ${odata`dueAt lt ${NEVER.toISOString()}`}` : UNFINISHED,
        LANE_READ_MAX,
      ),

    async readOwed(id, { until, limit, after }) {
      const range = after === undefined ? deliveryRows(id) : deliveriesAfter(id, after);
      const rows = await table.query(range, `${OWED_STATES} and ${odata`dueAt le ${until.toISOString()}`}`, limit);
      const deliveries = understandEach(table, range, rows, asStored(deliverySchema)).values;
      const last = rows.length < limit ? undefined : rows.at(-1);
      return { deliveries, next: last && deliveryIdOf(last.key) };
    },

    async findAwaited(id) {
      const [row] = await table.query(departmentRows(id), `not (${IS_AWAITED} eq false)`, 1);
      if (row === undefined) return 'none';
      try {
        return standingOf(readBody(row, roundDepartmentSchema)).kind === 'awaited' ? 'awaited' : 'unknown';
      } catch (error) {
        // Nobody knows what a row holds that cannot be read, so the notat is not complete. The row is noted elsewhere.
        if (error instanceof UnreadableRow) return 'awaited';
        throw error;
      }
    },

    async readAudit(id) {
      const [lines, versions] = await Promise.all([
        readEach(table, auditRows(id), auditSchema),
        table.query(allVersionRows(id)),
      ]);
      const told = understandEach(table, allVersionRows(id), versions, (row) => {
        const departmentId = departmentOfVersion(row.key);
        const version = readBody(row, versionSchema);
        return departmentId === undefined ? [] : [lineOfVersion(departmentId, version)];
      });
      return wholeAudit(valuesOf(lines), told.values.flat());
    },

    async commit(id, operation, changes, onTags) {
      const rows = changes.map((change, ordinal) => toRowChange(id, operation, change, ordinal));
      const outcome = await table.transact(rows);
      if (outcome.kind === 'done') {
        const { etags } = outcome;
        if (etags !== undefined) onTags?.(rows.map((row, index) => writtenTag(row, etags[index] ?? '')));
        return 'committed';
      }
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
