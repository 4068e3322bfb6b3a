import type { RoundIndex } from '../../application/ports.js';
import { indexKey, indexRows } from './keys.js';
import { readBody, writeBody } from './row-body.js';
import { indexEntrySchema } from './schemas.js';
import type { Table } from './table.js';

/** Keeps the list of rounds in a partition of its own, the newest first by its keys. */
export function createTableRoundIndex(table: Table): RoundIndex {
  return {
    async add(entry) {
      const row = { key: indexKey(entry.roundId, entry.createdAt), properties: writeBody(entry) };
      const outcome = await table.transact([{ change: 'put', row }]);
      if (outcome.kind === 'unknown') throw outcome.error;
    },

    async list() {
      const rows = await table.query(indexRows());
      return rows.map((row) => readBody(row, indexEntrySchema));
    },
  };
}
