import { isDeepStrictEqual } from 'node:util';
import { type ChannelRegistry, UnreadableRow } from '../../application/ports.js';
import type { RegisteredChannel } from '../../domain/channel/department.js';
import { departmentNameKey } from '../../domain/channel/department-name.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import { channelKey, channelRows, nameClaimKey, type RowKey, secretariatClaimKey } from './keys.js';
import { understandEach, understandOne } from './reading.js';
import { traceRow } from './registry-audit.js';
import type { Properties, RowChange, StoredRow } from './row.js';
import {
  besideBody,
  hasBody,
  isOfNewer,
  notUnderstood,
  OF_THIS_SCHEMA,
  readBody,
  refuseNewer,
  writeBody,
  writtenOver,
} from './row-body.js';
import { registeredChannelSchema } from './row-schemas.js';
import type { Table, TransactionOutcome } from './table.js';

/**
 * How many tries there are before giving up. A conflict means that another change of the same channel or name was made,
 * and people make those by hand. So this is less than `CONFLICT_TRIES_MAX` of src/domain/limits.ts, which is for rows
 * that many people change at once.
 */
const MAX_TRIES = 5;

/**
 * Keeps each tenant's channels in Azure Table Storage. Each channel has a row. What only one channel may have (a
 * department's name, or being the secretariat's) has a claim row. A channel's row and its claim change in one
 * transaction under the ETag of the channel's row, so a claim exists exactly as long as its channel says so.
 *
 * The row of a removed channel stays, and remembers what the channel was, unless that is now another channel's. In a transaction the SDK deletes without an
 * ETag, and such a deletion could remove a name that another channel has just got.
 *
 * When a row has been damaged, the two may differ. Then the channels' rows decide: a claim without a channel that
 * confirms it is taken over, and a missing claim does no harm.
 */
export function createTableChannelRegistry(table: Table): ChannelRegistry {
  /** @throws UnreadableRow */
  async function read(tenantId: string, channelId: string): Promise<RegisteredChannel | undefined> {
    const row = await table.read(channelKey(tenantId, channelId));
    return row === undefined ? undefined : understandOne(table, row, understandChannel);
  }

  /** What a channel was. @throws UnreadableRow for an unreadable row that a newer version of the bot wrote */
  function present(row: StoredRow | undefined): RegisteredChannel | 'unreadable' | undefined {
    if (row === undefined) return undefined;
    try {
      return understandOne(table, row, understandChannel);
    } catch (error) {
      if (error instanceof UnreadableRow && !isOfNewer(row)) return 'unreadable';
      throw error;
    }
  }

  /**
   * The channel that has what a claim row stands for, other than the channel that asks; undefined if there is none.
   *
   * @throws UnreadableRow when that channel cannot be read, or a newer version of the bot wrote the claim
   */
  async function ownerOf(
    tenantId: string,
    row: StoredRow,
    asking: string | undefined,
  ): Promise<RegisteredChannel | undefined> {
    const isOwner = (channel: RegisteredChannel) => isDeepStrictEqual(claimOf(channel), row.key);
    const channelId = claimant(row);
    if (channelId !== undefined && channelId === asking) return undefined;
    if (channelId === undefined) return otherWith(tenantId, row.key, asking);
    const channel = await read(tenantId, channelId);
    return channel !== undefined && isOwner(channel) ? channel : undefined;
  }

  /** The channel that has a claim according to the channels' rows, other than the channel that asks. */
  async function otherWith(
    tenantId: string,
    claim: RowKey,
    asking: string | undefined,
  ): Promise<RegisteredChannel | undefined> {
    const channels = await list(tenantId);
    return channels.find(
      (channel) => channel.address.channelId !== asking && isDeepStrictEqual(claimOf(channel), claim),
    );
  }

  /** The key of the claim that a channel has, which is still the key of version 0.1 if nobody has renamed it since. */
  async function heldClaim(channel: RegisteredChannel): Promise<RowKey | undefined> {
    const [claim, older] = [claimOf(channel), olderClaimOf(channel)];
    if (isDeepStrictEqual(claim, older)) return claim;
    for (const key of [claim, older]) {
      const row = await table.read(key);
      if (row !== undefined && claimant(row) === channel.address.channelId) return key;
    }
    return undefined;
  }

  /** @returns undefined when the claim cannot be read */
  function claimant(row: StoredRow): string | undefined {
    try {
      return understandOne(table, row, understandClaim);
    } catch (error) {
      if (error instanceof UnreadableRow && !isOfNewer(row)) return undefined;
      throw error;
    }
  }

  async function list(tenantId: string): Promise<readonly RegisteredChannel[]> {
    const range = channelRows(tenantId);
    const { values } = understandEach(table, range, await table.query(range), understandChannel);
    return values.flatMap((channel) => channel ?? []);
  }

  return {
    find: ({ tenantId, channelId }) => read(tenantId, channelId),

    async findRemoved({ tenantId, channelId }) {
      const row = await table.read(channelKey(tenantId, channelId));
      return row === undefined ? undefined : understandOne(table, row, understandRemoved);
    },

    list,

    async secretariat(tenantId) {
      const claim = await table.read(secretariatClaimKey(tenantId));
      let unreadable: UnreadableRow | undefined;
      try {
        const owner = claim && (await ownerOf(tenantId, claim, undefined));
        if (owner?.purpose === 'secretariat') return owner;
      } catch (error) {
        if (!(error instanceof UnreadableRow)) throw error;
        unreadable = error;
      }
      // The claim is missing, or is not to be trusted. Then the channels' rows decide.
      const found = (await list(tenantId)).find((channel) => channel.purpose === 'secretariat');
      if (found === undefined && unreadable !== undefined) throw unreadable;
      return found;
    },

    async register(channel, trace, basedOn) {
      const { tenantId, channelId } = channel.address;
      const key = channelKey(tenantId, channelId);
      const claim = claimOf(channel);
      let claims: readonly (StoredRow | undefined)[] | undefined;
      let unclear: Error | undefined;
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await table.read(key);
        const before = present(row);
        const written = typeof before === 'object' ? kept(before, channel) : channel;
        if (isDeepStrictEqual(before, written)) return { outcome: 'registered' };
        if (unclear !== undefined) throw unclear;
        // A row that cannot be read is registered anew, whatever the caller has found in its place.
        const isChanged = before !== 'unreadable' && !isDeepStrictEqual(before, basedOn?.present);
        if (basedOn !== undefined && isChanged) return { outcome: 'changed' };
        const isSame = typeof before === 'object' && isDeepStrictEqual(claimOf(before), claim);
        if (tries === 0 && !isSame && channel.purpose === 'department') {
          // A channel that version 0.1 registered may have the name without the claim that would stop this.
          const other = await otherWith(tenantId, claim, channelId);
          if (other !== undefined) return { outcome: 'taken', by: other };
        }
        const earlier = isSame ? claim : typeof before === 'object' ? await heldClaim(before) : undefined;
        const outcome = await table.transact([
          ...registration(written, row, earlier, claims),
          traceRow(tenantId, trace),
        ]);
        if (outcome.kind === 'done') return { outcome: 'registered' };
        unclear = errorOf(outcome);
        if (outcome.kind !== 'conflict') continue;
        claims = await Promise.all([table.read(claim), earlier && table.read(earlier)]);
        const [claimed] = claims;
        const owner = claimed && (await ownerOf(tenantId, claimed, channelId));
        if (owner !== undefined) return { outcome: 'taken', by: owner };
      }
      throw new Error(`Registering a channel lost ${MAX_TRIES} races in a row.`);
    },

    async move(from, to, trace) {
      const { tenantId } = from;
      const keys = [channelKey(tenantId, from.channelId), channelKey(tenantId, to.address.channelId)] as const;
      let unclear: Error | undefined;
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const [left, taken] = await Promise.all([table.read(keys[0]), table.read(keys[1])]);
        const present = taken && understandOne(table, taken, understandChannel);
        if (present !== undefined) return isSameThing(present, to) ? 'moved' : 'changed';
        const moving = left && understandOne(table, left, understandChannel);
        if (left === undefined || moving === undefined || !isSameThing(moving, to)) return 'changed';
        if (unclear !== undefined) throw unclear;
        const claim = claimOf(moving);
        const claimed = await table.read(claim);
        // A claim that a newer version of the bot wrote, and that this one cannot read, must stay.
        if (claimed !== undefined) claimant(claimed);
        const outcome = await table.transact([
          ...removal(left, {}, undefined),
          writeOver(keys[1], taken, writtenOver(besideBody(left), writeBody(movedTo(moving, to))), REMOVED),
          writeOver(claim, claimed, { channelId: to.address.channelId, ...OF_THIS_SCHEMA }),
          traceRow(tenantId, trace),
        ]);
        if (outcome.kind === 'done') return 'moved';
        unclear = errorOf(outcome);
      }
      throw new Error(`Moving a channel lost ${MAX_TRIES} races in a row.`);
    },

    async remove(address, trace) {
      const key = channelKey(address.tenantId, address.channelId);
      let removing: RegisteredChannel | 'unreadable' | undefined;
      let isClaimed = true;
      let unclear: Error | undefined;
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await table.read(key);
        const registered = present(row);
        if (row === undefined || registered === undefined) return removing;
        if (unclear !== undefined) throw unclear;
        removing = registered;
        const claim = registered === 'unreadable' ? undefined : await heldClaim(registered);
        const outcome = await table.transact([
          ...removal(row, registered === 'unreadable' ? {} : row.properties, isClaimed ? claim : undefined),
          traceRow(address.tenantId, trace),
        ]);
        if (outcome.kind === 'done') return registered;
        unclear = errorOf(outcome);
        if (outcome.kind === 'conflict') isClaimed = claim !== undefined && (await table.read(claim)) !== undefined;
      }
      throw new Error(`Removing a channel lost ${MAX_TRIES} races in a row.`);
    },
  };
}

/** Keeps what a newer version of the bot stored about a channel, if the channel stays registered as the same. */
function kept(before: RegisteredChannel, now: RegisteredChannel): RegisteredChannel {
  return before.purpose === now.purpose ? keepUnknown(before, now) : now;
}

/** Whether two registrations are the secretariat's, or those of one department. */
function isSameThing(one: RegisteredChannel, other: RegisteredChannel): boolean {
  if (one.purpose === 'secretariat' || other.purpose === 'secretariat') return one.purpose === other.purpose;
  return one.department.id === other.department.id;
}

/** What is registered, in its new channel. */
function movedTo(moving: RegisteredChannel, { address, ...to }: RegisteredChannel): RegisteredChannel {
  const name = to.purpose === 'secretariat' ? { name: to.name } : {};
  return { ...moving, ...name, address };
}

/**
 * @param earlier the claim that the channel has until now, or the wanted claim if its row stays as it is
 * @param claims the rows of the wanted claim and of the earlier claim, as they were read after a conflict. Before the
 * first conflict, the wanted claim is assumed not to exist, and the earlier one to exist.
 */
function registration(
  channel: RegisteredChannel,
  row: StoredRow | undefined,
  earlier: RowKey | undefined,
  claims: readonly (StoredRow | undefined)[] | undefined,
): readonly RowChange[] {
  const key = channelKey(channel.address.tenantId, channel.address.channelId);
  const own = writeOver(key, row, writeBody(channel), REMOVED);
  const claim = claimOf(channel);
  if (isDeepStrictEqual(earlier, claim)) return [own];
  const claiming = writeOver(claim, claims?.[0], { channelId: channel.address.channelId, ...OF_THIS_SCHEMA });
  const isGone = earlier === undefined || (claims !== undefined && claims[1] === undefined);
  return isGone ? [own, claiming] : [own, claiming, { change: 'delete', key: earlier }];
}

/** @param dropped a property that is no longer true */
function writeOver(key: RowKey, row: StoredRow | undefined, properties: Properties, dropped?: string): RowChange {
  if (row === undefined) return { change: 'insert', row: { key, properties } };
  const beside = Object.entries(besideBody(row)).filter(([name]) => name !== dropped);
  const written = writtenOver(Object.fromEntries(beside), properties);
  return { change: 'replace', row: { key, properties: written }, etag: row.etag };
}

/** @param remembered the properties of the row that stay */
function removal({ key, etag }: StoredRow, remembered: Properties, claim: RowKey | undefined): readonly RowChange[] {
  const properties = writtenOver(remembered, { [REMOVED]: true, ...OF_THIS_SCHEMA });
  const removed: RowChange = { change: 'replace', row: { key, properties }, etag };
  return claim === undefined ? [removed] : [removed, { change: 'delete', key: claim }];
}

const REMOVED = 'removed';

/** @throws UnreadableRow */
function understandChannel(row: StoredRow): RegisteredChannel | undefined {
  refuseNewer(row);
  return row.properties[REMOVED] === true ? undefined : readBody(row, registeredChannelSchema);
}

/** What a removed channel was. Version 0.1 did not keep it. @throws UnreadableRow */
function understandRemoved(row: StoredRow): RegisteredChannel | undefined {
  refuseNewer(row);
  return row.properties[REMOVED] === true && hasBody(row) ? readBody(row, registeredChannelSchema) : undefined;
}

/** Understands all that the row of a channel holds, whether it is registered or not. @throws UnreadableRow */
export function understandChannelRow(row: StoredRow): RegisteredChannel | undefined {
  return understandChannel(row) ?? understandRemoved(row);
}

/** @returns the id of the channel that has the claim. @throws UnreadableRow */
export function understandClaim(row: StoredRow): string {
  refuseNewer(row);
  const { channelId } = row.properties;
  if (typeof channelId === 'string') return channelId;
  throw notUnderstood(row, 'it names no channel');
}

/** The claim of a channel: what no other channel of the tenant may have. */
function claimOf(channel: RegisteredChannel): RowKey {
  const { tenantId } = channel.address;
  if (channel.purpose === 'secretariat') return secretariatClaimKey(tenantId);
  return nameClaimKey(tenantId, departmentNameKey(channel.department.name));
}

/**
 * The claim that version 0.1 of the bot wrote for a channel. It differs for names that are not NFKC, and for those with
 * Greek or Cyrillic letters, typographic apostrophes, or dashes other than the hyphen of the keyboard.
 */
function olderClaimOf(channel: RegisteredChannel): RowKey {
  if (channel.purpose === 'secretariat') return claimOf(channel);
  const nameKey = cleanLine(channel.department.name).toLocaleLowerCase('da');
  return nameClaimKey(channel.address.tenantId, nameKey);
}

function errorOf(outcome: TransactionOutcome): Error | undefined {
  return outcome.kind === 'unknown' ? outcome.error : undefined;
}
