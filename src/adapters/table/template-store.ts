import type { TemplateStore } from '../../application/ports.js';
import type { TemplateRecord } from '../../domain/notat/template.js';
import { templateKey, templateNumberOf, templateRows } from './keys.js';
import { readStored, understandEach, understandOne } from './reading.js';
import type { StoredRow } from './row.js';
import { readBody, writeBody } from './row-body.js';
import { templateSchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps the records of each tenant's templates in their own partition. The files are in the file store. */
export function createTableTemplateStore(table: Table): TemplateStore {
  return {
    async newest(tenantId) {
      const last = (await table.query(templateRows(tenantId))).at(-1);
      return last === undefined ? undefined : understandOne(table, last, understand);
    },

    async newestNumber(tenantId) {
      const last = (await table.query(templateRows(tenantId))).at(-1);
      return last === undefined ? 0 : templateNumberOf(last.key);
    },

    async find(tenantId, number) {
      return (await readStored(table, templateKey(tenantId, number), templateSchema))?.value;
    },

    async all(tenantId) {
      const range = templateRows(tenantId);
      const rows = await table.query(range);
      const last = rows.at(-1);
      const { values, unreadable } = understandEach(table, range, rows, understand);
      return {
        choices: values,
        unreadable: unreadable.map(({ key }) => templateNumberOf(key)),
        newestNumber: last === undefined ? 0 : templateNumberOf(last.key),
      };
    },

    async add(tenantId, template) {
      const row = { key: templateKey(tenantId, template.number), properties: writeBody(template) };
      const outcome = await table.transact([{ change: 'insert', row }]);
      if (outcome.kind === 'unknown') throw outcome.error;
      return outcome.kind === 'done' ? 'added' : 'conflict';
    },
  };
}

function understand(row: StoredRow): TemplateRecord {
  return readBody(row, templateSchema);
}
