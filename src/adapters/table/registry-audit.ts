import type { RegistryAudit, RegistryTrace } from '../../application/ports.js';
import { registryAuditRows, registryChangeLineKey, registryLineKey } from './keys.js';
import { readEach } from './reading.js';
import type { RowChange } from './row.js';
import { writeBody } from './row-body.js';
import { registryAuditSchema } from './row-schemas.js';
import type { Table } from './table.js';

/**
 * Keeps the audit of each tenant's registrations beside its channels. The line of a change is written by the transaction
 * that makes the change.
 */
export function createTableRegistryAudit(table: Table): RegistryAudit {
  return {
    async add(tenantId, line, operation) {
      const row = { key: registryLineKey(tenantId, operation, line.act), properties: writeBody(line) };
      // A conflict means that the operation has been repeated.
      const outcome = await table.transact([{ change: 'insert', row }]);
      if (outcome.kind === 'unknown') throw outcome.error;
    },

    async read(tenantId) {
      const lines = await readEach(table, registryAuditRows(tenantId), registryAuditSchema);
      return lines.map(({ value }) => value).toSorted((one, other) => one.at.getTime() - other.at.getTime());
    },
  };
}

/**
 * The rows of a trace, for the transaction of the change. A transaction is tried again after a conflict, and the one
 * before may have succeeded without an answer. So the rows may be there, and are then the same.
 */
export function traceRows(tenantId: string, { also = [], ...trace }: RegistryTrace): readonly RowChange[] {
  return [trace, ...also].map(({ line, operation }) => ({
    change: 'put',
    row: { key: registryChangeLineKey(tenantId, line.at, operation), properties: writeBody(line) },
  }));
}
