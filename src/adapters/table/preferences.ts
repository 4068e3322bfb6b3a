import { isDeepStrictEqual } from 'node:util';
import type { Preferences, RowTag } from '../../application/ports.js';
import type { Preference } from '../../domain/work/preference.js';
import { preferenceKey } from './keys.js';
import { readStored, readTag } from './reading.js';
import type { RowChange } from './row.js';
import { writeBody, writtenOver } from './row-body.js';
import { preferenceSchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps how people want to be told beside the channels of their tenant. */
export function createTablePreferences(table: Table): Preferences {
  const find = (tenantId: string, personId: string) =>
    readStored(table, preferenceKey(tenantId, personId), preferenceSchema);

  return {
    find,
    async put(tenantId, preference, etag) {
      const outcome = await table.transact([toChange(tenantId, preference, etag)]);
      if (outcome.kind === 'done') return 'stored';
      // When a request was sent twice, its answer is about the second. Only the row shows whether the first succeeded.
      const reading = find(tenantId, preference.personId);
      if (outcome.kind === 'conflict') {
        return isDeepStrictEqual((await reading)?.value, preference) ? 'stored' : 'conflict';
      }
      const stored = await reading.catch(() => undefined);
      if (isDeepStrictEqual(stored?.value, preference)) return 'stored';
      throw outcome.error;
    },
  };
}

function toChange(tenantId: string, preference: Preference, tag: RowTag | undefined): RowChange {
  const key = preferenceKey(tenantId, preference.personId);
  const properties = writeBody(preference);
  if (tag === undefined) return { change: 'insert', row: { key, properties } };
  const { etag, kept } = readTag(tag);
  return { change: 'replace', row: { key, properties: writtenOver(kept, properties) }, etag };
}
