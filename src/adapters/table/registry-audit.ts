import type { RegistryAudit } from '../../application/ports.js';
import { registryAuditRows, registryLineKey } from './keys.js';
import { readEach } from './reading.js';
import { writeBody } from './row-body.js';
import { registryAuditSchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps the audit of each tenant's registrations, beside its channels. */
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
