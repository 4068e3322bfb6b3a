import { isDeepStrictEqual } from 'node:util';
import { type KnownTeams, UnreadableRow } from '../../src/application/ports.js';
import type { KnownTeam } from '../../src/domain/channel/known-team.js';

/** Known teams in memory. */
export function createMemoryKnownTeams() {
  const rows = new Map<string, { readonly value: KnownTeam; readonly etag: string; readonly isSpoilt: boolean }>();
  let writes = 0;
  const keyOf = (tenantId: string, teamId: string) => JSON.stringify([tenantId, teamId]);
  const store: KnownTeams = {
    async find(tenantId, teamId) {
      const row = rows.get(keyOf(tenantId, teamId));
      if (row?.isSpoilt) throw new UnreadableRow('known team', 'known team', 'a test has spoilt it');
      return row && { value: structuredClone(row.value), etag: row.etag };
    },
    async list(tenantId) {
      const own = [...rows.values()].filter(({ value, isSpoilt }) => value.tenantId === tenantId && !isSpoilt);
      return structuredClone(own.map(({ value }) => value));
    },
    async put(team, etag) {
      const key = keyOf(team.tenantId, team.teamId);
      if (rows.get(key)?.etag !== etag) {
        const present = await store.find(team.tenantId, team.teamId);
        return isDeepStrictEqual(present?.value, team) ? 'same' : 'conflict';
      }
      writes += 1;
      rows.set(key, { value: structuredClone(team), etag: `memory-${writes}`, isSpoilt: false });
      return 'stored';
    },
  };
  return {
    store,
    spoil({ tenantId, teamId }: Pick<KnownTeam, 'tenantId' | 'teamId'>) {
      const row = rows.get(keyOf(tenantId, teamId));
      if (row === undefined) throw new Error('there is no such team to spoil');
      rows.set(keyOf(tenantId, teamId), { ...row, isSpoilt: true, etag: 'spoilt' });
    },
  };
}
