import { isDeepStrictEqual } from 'node:util';
import type { ChannelRegistry } from '../../application/ports.js';
import { departmentNameKey, type RegisteredChannel } from '../../domain/department.js';
import { channelKey, channelRows, nameClaimKey, type RowKey, secretariatClaimKey } from './keys.js';
import type { RowChange, StoredRow } from './row.js';
import { readBody, writeBody } from './row-body.js';
import { registeredChannelSchema } from './schemas.js';
import type { Table, TransactionOutcome } from './table.js';

/**
 * Tries before giving up. Each lost race means that another change of the same channel or name was made, and
 * people make those by hand. Less than `CONFLICT_TRIES_MAX` of src/domain/limits.ts, which is for what many press at once.
 */
const MAX_TRIES = 5;

/**
 * Keeps each tenant's channels in Azure Table Storage: a row a channel, and a claim row for what only one channel
 * may have (a department's name; being the secretariat's). A channel's row and its claim change in one
 * transaction under the channel row's etag, so a claim is there exactly while its channel says so.
 *
 * A removed channel's row stays behind empty: the SDK deletes without an etag in a transaction, and a deletion
 * without one could take a name from whoever had just got it.
 */
export function createTableChannelRegistry(table: Table): ChannelRegistry {
  async function ownerOf(tenantId: string, claim: RowKey): Promise<RegisteredChannel | undefined> {
    const channelId = (await table.read(claim))?.properties['channelId'];
    if (typeof channelId !== 'string') return undefined;
    const owner = readRow(await table.read(channelKey(tenantId, channelId)));
    return owner !== undefined && isDeepStrictEqual(claimOf(owner), claim) ? owner : undefined;
  }

  return {
    async find(address) {
      return readRow(await table.read(channelKey(address.tenantId, address.channelId)));
    },

    async list(tenantId) {
      const rows = await table.query(channelRows(tenantId));
      return rows.flatMap((row) => readRow(row) ?? []);
    },

    async register(channel) {
      const { tenantId, channelId } = channel.address;
      const key = channelKey(tenantId, channelId);
      let unclear: Error | undefined;
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await table.read(key);
        if (isDeepStrictEqual(readRow(row), channel)) return { outcome: 'registered' };
        if (unclear !== undefined) throw unclear;
        const outcome = await table.transact(registration(channel, row));
        if (outcome.kind === 'done') return { outcome: 'registered' };
        unclear = errorOf(outcome);
        const owner = outcome.kind === 'conflict' ? await ownerOf(tenantId, claimOf(channel)) : undefined;
        if (owner !== undefined && owner.address.channelId !== channelId) return { outcome: 'taken', by: owner };
      }
      throw new Error(`Registering a channel lost ${MAX_TRIES} races in a row.`);
    },

    async remove(address) {
      const key = channelKey(address.tenantId, address.channelId);
      let removing: RegisteredChannel | undefined;
      let unclear: Error | undefined;
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await table.read(key);
        const registered = readRow(row);
        if (row === undefined || registered === undefined) return removing;
        if (unclear !== undefined) throw unclear;
        removing = registered;
        const outcome = await table.transact(removal(registered, row));
        if (outcome.kind === 'done') return registered;
        unclear = errorOf(outcome);
      }
      throw new Error(`Removing a channel lost ${MAX_TRIES} races in a row.`);
    },
  };
}

function registration(channel: RegisteredChannel, row: StoredRow | undefined): readonly RowChange[] {
  const key = channelKey(channel.address.tenantId, channel.address.channelId);
  const written = { key, properties: writeBody(channel) };
  const own: RowChange =
    row === undefined ? { change: 'insert', row: written } : { change: 'replace', row: written, etag: row.etag };
  const before = readRow(row);
  const claim = claimOf(channel);
  if (before !== undefined && isDeepStrictEqual(claimOf(before), claim)) return [own];
  const claiming: RowChange = {
    change: 'insert',
    row: { key: claim, properties: { channelId: channel.address.channelId } },
  };
  return before === undefined ? [own, claiming] : [own, claiming, { change: 'delete', key: claimOf(before) }];
}

function removal(channel: RegisteredChannel, row: StoredRow): readonly RowChange[] {
  return [
    { change: 'replace', row: { key: row.key, properties: { [REMOVED]: true } }, etag: row.etag },
    { change: 'delete', key: claimOf(channel) },
  ];
}

const REMOVED = 'removed';

function readRow(row: StoredRow | undefined): RegisteredChannel | undefined {
  if (row === undefined || row.properties[REMOVED] === true) return undefined;
  return readBody(row, registeredChannelSchema);
}

/** What the channel has that no other channel of the tenant may have. */
function claimOf(channel: RegisteredChannel): RowKey {
  const { tenantId } = channel.address;
  if (channel.purpose === 'secretariat') return secretariatClaimKey(tenantId);
  return nameClaimKey(tenantId, departmentNameKey(channel.department.name));
}

function errorOf(outcome: TransactionOutcome): Error | undefined {
  return outcome.kind === 'unknown' ? outcome.error : undefined;
}
