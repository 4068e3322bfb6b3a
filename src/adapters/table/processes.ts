import type { Processes } from '../../application/ports.js';
import { processKey, processRows } from './keys.js';
import { readEach } from './reading.js';
import { writeBody } from './row-body.js';
import { processSchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps what each process tells the others in a row of its own. A report is two requests. */
export function createTableProcesses(table: Table): Processes {
  return {
    async report(report) {
      const row = { key: processKey(report.id), properties: writeBody(report) };
      const outcome = await table.transact([{ change: 'put', row }]);
      if (outcome.kind === 'unknown') throw outcome.error;
      return (await readEach(table, processRows(), processSchema)).map(({ value }) => value);
    },

    async remove(id) {
      const key = processKey(id);
      const row = await table.read(key);
      if (row !== undefined) await table.delete(key, row.etag);
    },
  };
}
