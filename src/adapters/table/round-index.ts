import type { RoundIndex, RoundIndexEntry, Stored } from '../../application/ports.js';
import { indexKey, indexRows, planKey, planRows } from './keys.js';
import { readEach, readTag } from './reading.js';
import type { Properties, RowChange } from './row.js';
import { writeBody, writtenOver } from './row-body.js';
import { indexEntrySchema } from './row-schemas.js';
import type { Table } from './table.js';

/** The property of the entry of a round that owes nothing. It stands beside the body, so that a query can filter by it. */
const IS_QUIET = 'isQuiet';

/** Matches a row whatever its tag is (RFC 9110, 13.1.1). */
const ANY_TAG = '*';

/** Keeps the list of rounds in its own partition. The keys sort the newest first. */
export function createTableRoundIndex(table: Table): RoundIndex {
  async function write(change: RowChange): Promise<void> {
    // A conflict means that the entry exists, or has changed. Then what it says is newer.
    const outcome = await table.transact([change]);
    if (outcome.kind === 'unknown') throw outcome.error;
  }

  return {
    add: (entry) => write({ change: 'insert', row: rowOf(entry, {}) }),

    async list() {
      return (await readEach(table, indexRows(), indexEntrySchema)).map(({ value }) => value);
    },

    async listActive(): Promise<readonly Stored<RoundIndexEntry>[]> {
      return readEach(table, indexRows(), indexEntrySchema, `not (${IS_QUIET} eq true)`);
    },

    noteQuiet({ value, etag: tag }) {
      const { etag, kept } = readTag(tag);
      return write({ change: 'replace', row: rowOf(value, { ...kept, [IS_QUIET]: true }), etag });
    },

    async noteActive(entry) {
      const { key, properties } = rowOf(entry, {});
      // What a newer version has added to the entry stays, and so does an entry that cannot be read.
      const present = (await table.read(key))?.properties ?? properties;
      // It is written even where it says so already: whoever is about to note it as quiet then finds it changed.
      return write({ change: 'put', row: { key, properties: { ...present, [IS_QUIET]: false } } });
    },

    addPlan(entry) {
      const key = planKey(entry.tenantId, entry.roundId, entry.createdAt);
      return write({ change: 'insert', row: { key, properties: writeBody(entry) } });
    },

    async listPlans(tenantId) {
      return (await readEach(table, planRows(tenantId), indexEntrySchema)).map(({ value }) => value);
    },

    async removePlan({ tenantId, roundId, createdAt }) {
      await table.delete(planKey(tenantId, roundId, createdAt), ANY_TAG);
    },
  };
}

function rowOf(entry: RoundIndexEntry, kept: Properties) {
  return { key: indexKey(entry.roundId, entry.createdAt), properties: writtenOver(kept, writeBody(entry)) };
}
