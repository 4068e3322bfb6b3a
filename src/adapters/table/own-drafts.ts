import { isDeepStrictEqual } from 'node:util';
import type { OwnDrafts, RowTag } from '../../application/ports.js';
import type { DepartmentId, RoundId } from '../../domain/ids.js';
import type { OwnDraft } from '../../domain/reply/own-draft.js';
import { ownDraftKey } from './keys.js';
import { readStored, readTag } from './reading.js';
import type { RowChange } from './row.js';
import { writeBody, writtenOver } from './row-body.js';
import { ownDraftSchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps people's own drafts in the partition of their round, in a range that no other read touches. */
export function createTableOwnDrafts(table: Table): OwnDrafts {
  const find = (id: RoundId, department: DepartmentId, personId: string) =>
    readStored(table, ownDraftKey(id, department, personId), ownDraftSchema);

  return {
    find,

    async put(id, department, draft, etag) {
      const outcome = await table.transact([toChange(id, department, draft, etag)]);
      if (outcome.kind === 'done') return 'stored';
      // When a request was sent twice, its answer is about the second. Only the row shows whether the first succeeded.
      const reading = find(id, department, draft.author.id);
      if (outcome.kind === 'conflict') {
        return isDeepStrictEqual((await reading)?.value, draft) ? 'stored' : 'conflict';
      }
      const stored = await reading.catch(() => undefined);
      if (isDeepStrictEqual(stored?.value, draft)) return 'stored';
      throw outcome.error;
    },

    async remove(id, department, personId, etag) {
      const isRemoved = await table.delete(ownDraftKey(id, department, personId), readTag(etag).etag);
      return isRemoved ? 'removed' : 'conflict';
    },
  };
}

function toChange(id: RoundId, department: DepartmentId, draft: OwnDraft, tag: RowTag | undefined): RowChange {
  const key = ownDraftKey(id, department, draft.author.id);
  const properties = writeBody(draft);
  if (tag === undefined) return { change: 'insert', row: { key, properties } };
  const { etag, kept } = readTag(tag);
  return { change: 'replace', row: { key, properties: writtenOver(kept, properties) }, etag };
}
