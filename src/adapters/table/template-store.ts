import type { TemplateStore } from '../../application/ports.js';
import { templateKey, templateRows } from './keys.js';
import { readBody, writeBody } from './row-body.js';
import { templateSchema } from './schemas.js';
import type { Table } from './table.js';

/** Keeps what is known of each tenant's templates in a partition of its own; their files are in the file store. */
export function createTableTemplateStore(table: Table): TemplateStore {
  return {
    async newest(tenantId) {
      const rows = await table.query(templateRows(tenantId));
      const last = rows.at(-1);
      return last === undefined ? undefined : readBody(last, templateSchema);
    },

    async find(tenantId, number) {
      const row = await table.read(templateKey(tenantId, number));
      return row === undefined ? undefined : readBody(row, templateSchema);
    },

    async add(tenantId, template) {
      const row = { key: templateKey(tenantId, template.number), properties: writeBody(template) };
      const outcome = await table.transact([{ change: 'insert', row }]);
      if (outcome.kind === 'unknown') throw outcome.error;
      return outcome.kind === 'done' ? 'added' : 'conflict';
    },
  };
}
