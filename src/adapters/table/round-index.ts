import type { RoundIndex } from '../../application/ports.js';
import { indexKey, indexRows } from './keys.js';
import { readEach } from './reading.js';
import { writeBody } from './row-body.js';
import { indexEntrySchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps the list of rounds in its own partition. The keys sort the newest first. */
export function createTableRoundIndex(table: Table): RoundIndex {
  return {
    async add(entry) {
      const row = { key: indexKey(entry.roundId, entry.createdAt), properties: writeBody(entry) };
      // A conflict means that the entry exists. It never changes, but a newer version of the bot may have added to it.
      const outcome = await table.transact([{ change: 'insert', row }]);
      if (outcome.kind === 'unknown') throw outcome.error;
    },

    async list() {
      return (await readEach(table, indexRows(), indexEntrySchema)).map(({ value }) => value);
    },
  };
}
