import { isDeepStrictEqual } from 'node:util';
import type { KnownTeams, RowTag } from '../../application/ports.js';
import type { KnownTeam } from '../../domain/channel/known-team.js';
import { knownTeamKey, knownTeamRows } from './keys.js';
import { readStored, readTag, understandEach } from './reading.js';
import type { RowChange } from './row.js';
import { readBody, refuseNewer, writeBody, writtenOver } from './row-body.js';
import { knownTeamSchema } from './row-schemas.js';
import type { Table } from './table.js';

/** Keeps the teams of each tenant beside its channels. */
export function createTableKnownTeams(table: Table): KnownTeams {
  const find = (tenantId: string, teamId: string) => readStored(table, knownTeamKey(tenantId, teamId), knownTeamSchema);

  return {
    find,

    async list(tenantId) {
      const range = knownTeamRows(tenantId);
      const { values } = understandEach(table, range, await table.query(range), (row) => {
        refuseNewer(row);
        return readBody(row, knownTeamSchema);
      });
      return values;
    },

    async put(team, etag) {
      const outcome = await table.transact([toChange(team, etag)]);
      if (outcome.kind === 'done') return 'stored';
      // When a request was sent twice, its answer is about the second. Only the row shows whether the first succeeded.
      const reading = find(team.tenantId, team.teamId);
      if (outcome.kind === 'conflict') return isDeepStrictEqual((await reading)?.value, team) ? 'same' : 'conflict';
      const stored = await reading.catch(() => undefined);
      if (isDeepStrictEqual(stored?.value, team)) return 'stored';
      throw outcome.error;
    },
  };
}

function toChange(team: KnownTeam, tag: RowTag | undefined): RowChange {
  const key = knownTeamKey(team.tenantId, team.teamId);
  const properties = writeBody(team);
  if (tag === undefined) return { change: 'insert', row: { key, properties } };
  const { etag, kept } = readTag(tag);
  return { change: 'replace', row: { key, properties: writtenOver(kept, properties) }, etag };
}
