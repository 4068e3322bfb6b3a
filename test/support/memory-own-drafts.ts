import { isDeepStrictEqual } from 'node:util';
import { type OwnDrafts, UnreadableRow } from '../../src/application/ports.js';
import type { DepartmentId, RoundId } from '../../src/domain/ids.js';
import type { OwnDraft } from '../../src/domain/reply/own-draft.js';
import type { SpoilableOwnDraft } from './spoilable-row.js';

/** People's own drafts, in memory. */
export function createMemoryOwnDrafts(): { readonly store: OwnDrafts; spoil(row: SpoilableOwnDraft): void } {
  const rows = new Map<string, { readonly draft: OwnDraft; readonly etag: string; readonly isSpoilt: boolean }>();
  let writes = 0;
  const keyOf = (id: RoundId, department: DepartmentId, personId: string) => JSON.stringify([id, department, personId]);
  const store: OwnDrafts = {
    async find(id, department, personId) {
      const row = rows.get(keyOf(id, department, personId));
      if (row?.isSpoilt) throw new UnreadableRow('own draft', 'own draft', 'a test has spoilt it');
      return row && { value: structuredClone(row.draft), etag: row.etag };
    },
    async put(id, department, draft, etag) {
      const key = keyOf(id, department, draft.author.id);
      if (rows.get(key)?.etag !== etag) {
        const present = await store.find(id, department, draft.author.id);
        return isDeepStrictEqual(present?.value, draft) ? 'stored' : 'conflict';
      }
      writes += 1;
      rows.set(key, { draft: structuredClone(draft), etag: `memory-${writes}`, isSpoilt: false });
      return 'stored';
    },
    async remove(id, department, personId, etag) {
      const key = keyOf(id, department, personId);
      return rows.get(key)?.etag === etag && rows.delete(key) ? 'removed' : 'conflict';
    },
  };
  return {
    store,
    spoil({ roundId, departmentId, personId }) {
      const key = keyOf(roundId, departmentId, personId);
      const row = rows.get(key);
      if (row === undefined) throw new Error('there is no such draft to spoil');
      rows.set(key, { ...row, isSpoilt: true, etag: 'spoilt' });
    },
  };
}
