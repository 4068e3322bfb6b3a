import {
  channelKey,
  deliveryKey,
  departmentKey,
  indexKey,
  knownTeamKey,
  notatKey,
  ownDraftKey,
  preferenceKey,
  type RowKey,
  registryLineKey,
  roundKey,
  setupRequestKey,
  versionKey,
} from '../../src/adapters/table/keys.js';
import type { Properties } from '../../src/adapters/table/row.js';
import type { Table } from '../../src/adapters/table/table.js';
import type { SpoilableRow } from './spoilable-row.js';

/** A row's text cut off in the middle. */
export const CORRUPT: Properties = { body0: '{"hemmeligt":', bodyParts: 1 };

/** What a newer version of the bot would write that this one must not read. */
export const OF_NEWER: Properties = { schema: 99, readableFrom: 99 };

/** Changes some properties of a row that is there, as no version of the bot does. */
export async function spoilRow(table: Table, key: RowKey, properties: Properties = CORRUPT): Promise<void> {
  const row = await table.read(key);
  if (row === undefined) throw new Error(`there is no ${key.rowKey} to spoil`);
  await table.transact([{ change: 'put', row: { key, properties: { ...row.properties, ...properties } } }]);
}

export function keyOfSpoilable(row: SpoilableRow): RowKey {
  switch (row.kind) {
    case 'index entry':
      return indexKey(row.entry.roundId, row.entry.createdAt);
    case 'round':
      return roundKey(row.roundId);
    case 'department':
      return departmentKey(row.roundId, row.departmentId);
    case 'version':
      return versionKey(row.roundId, row.departmentId, row.number);
    case 'notat':
      return notatKey(row.roundId, row.notatId);
    case 'delivery':
      return deliveryKey(row.roundId, row.delivery);
    case 'own draft':
      return ownDraftKey(row.roundId, row.departmentId, row.personId);
    case 'known team':
      return knownTeamKey(row.tenantId, row.teamId);
    case 'channel':
      return channelKey(row.address.tenantId, row.address.channelId);
    case 'setup request':
      return setupRequestKey(row.address.tenantId, row.address.channelId);
    case 'preference':
      return preferenceKey(row.tenantId, row.personId);
    case 'registry audit line':
      return registryLineKey(row.tenantId, row.operation, row.act);
  }
}
