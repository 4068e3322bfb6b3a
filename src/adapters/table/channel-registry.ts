import { isDeepStrictEqual } from 'node:util';
import { type ChannelRegistry, UnreadableRow } from '../../application/ports.js';
import {
  departmentIn,
  newChannel,
  type OtherDepartment,
  type RegisteredChannel,
  withoutDepartment,
} from '../../domain/channel/department.js';
import { departmentNameKey } from '../../domain/channel/department-name.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import { cleanLine } from '../../domain/text/clean-text.js';
import { channelKey, channelRows, nameClaimKey, type RowKey, secretariatClaimKey } from './keys.js';
import { understandEach, understandOne } from './reading.js';
import { traceRows } from './registry-audit.js';
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
 * Keeps each tenant's channels in Azure Table Storage. Each channel has a row. What only one channel may have (the name
 * of each of its departments, or being the secretariat's) has a claim row. A channel's row and its claims change in one
 * transaction under the ETag of the channel's row, so a claim exists exactly as long as its channel says so. Such a
 * transaction has at most the row, the claims before and after of `DEPARTMENTS_IN_A_CHANNEL_MAX` departments, and a few
 * lines of the audit.
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
    const channelId = claimant(row);
    if (channelId !== undefined && channelId === asking) return undefined;
    if (channelId === undefined) return otherWith(tenantId, [row.key], asking);
    const channel = await read(tenantId, channelId);
    return channel !== undefined && hasClaim(channel, row.key) ? channel : undefined;
  }

  /** The channel that has one of these claims according to the channels' rows, other than the channel that asks. */
  async function otherWith(
    tenantId: string,
    claims: readonly RowKey[],
    asking: string | undefined,
  ): Promise<RegisteredChannel | undefined> {
    const channels = await list(tenantId);
    return channels.find(
      (channel) => channel.address.channelId !== asking && claims.some((claim) => hasClaim(channel, claim)),
    );
  }

  /** The keys of claims that a channel has. A claim still has the key of version 0.1 if nobody has renamed it since. */
  async function heldClaims({ address: { channelId } }: RegisteredChannel, claims: readonly Claim[]) {
    const held: RowKey[] = [];
    for (const { key, older } of claims) {
      const keys = isDeepStrictEqual(key, older) ? [] : [key, older];
      const rows = await Promise.all(keys.map((each) => table.read(each)));
      const own = rows.find((row) => row !== undefined && claimant(row) === channelId)?.key;
      if (keys.length === 0) held.push(key);
      else if (own !== undefined) held.push(own);
    }
    return held;
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

    async listRemoved(tenantId) {
      const range = channelRows(tenantId);
      const { values } = understandEach(table, range, await table.query(range), understandRemoved);
      return values.flatMap((channel) => channel ?? []);
    },

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
      const claims = claimsOf(channel).map((claim) => claim.key);
      const seen: SeenClaims = new Map();
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
        const [held, given] = typeof before === 'object' ? claimsBetween(before, channel) : [[], []];
        const wanted = claims.filter((claim) => !isAmong(held, claim));
        if (tries === 0 && wanted.length > 0 && channel.purpose === 'department') {
          // A channel that version 0.1 registered may have the name without the claim that would stop this.
          const other = await otherWith(tenantId, wanted, channelId);
          if (other !== undefined) return { outcome: 'taken', by: other };
        }
        const earlier = typeof before === 'object' ? await heldClaims(before, given) : [];
        const gained = wanted.filter((claim) => !isAmong(earlier, claim));
        const lost = earlier.filter((claim) => !isAmong(claims, claim));
        const outcome = await table.transact([
          writeOver(key, row, writeBody(written), REMOVED),
          ...claiming(channelId, gained, seen),
          ...unclaiming(lost, seen),
          ...traceRows(tenantId, trace),
        ]);
        if (outcome.kind === 'done') return { outcome: 'registered' };
        unclear = errorOf(outcome);
        if (outcome.kind !== 'conflict') continue;
        for (const claim of [...gained, ...lost]) seen.set(claim.rowKey, await table.read(claim));
        for (const claim of gained) {
          const claimed = seen.get(claim.rowKey);
          const owner = claimed && (await ownerOf(tenantId, claimed, channelId));
          if (owner !== undefined) return { outcome: 'taken', by: owner };
        }
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
        if (present !== undefined) return takenOut(present, to) === undefined ? 'changed' : 'moved';
        const registered = left && understandOne(table, left, understandChannel);
        const taking = registered && takenOut(registered, to);
        if (left === undefined || taking === undefined) return 'changed';
        if (unclear !== undefined) throw unclear;
        const { moving, staying } = taking;
        const [{ key: claim }] = claimsOf(moving);
        const claimed = await table.read(claim);
        // A claim that a newer version of the bot wrote, and that this one cannot read, must stay.
        if (claimed !== undefined) claimant(claimed);
        const outcome = await table.transact([
          staying === undefined ? removal(left, {}) : writeOver(keys[0], left, writeBody(staying)),
          writeOver(keys[1], taken, writtenOver(besideBody(left), writeBody(moving)), REMOVED),
          writeOver(claim, claimed, { channelId: to.address.channelId, ...OF_THIS_SCHEMA }),
          ...traceRows(tenantId, trace),
        ]);
        if (outcome.kind === 'done') return 'moved';
        unclear = errorOf(outcome);
      }
      throw new Error(`Moving a channel lost ${MAX_TRIES} races in a row.`);
    },

    async remove(address, trace, basedOn) {
      const key = channelKey(address.tenantId, address.channelId);
      let removing: RegisteredChannel | 'unreadable' | undefined;
      const seen: SeenClaims = new Map();
      let unclear: Error | undefined;
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const row = await table.read(key);
        const registered = present(row);
        if (row === undefined || registered === undefined) return removing;
        if (unclear !== undefined) throw unclear;
        const isChanged = registered !== 'unreadable' && !isDeepStrictEqual(registered, basedOn?.present);
        if (basedOn !== undefined && isChanged) return 'changed';
        removing = registered;
        const claims = registered === 'unreadable' ? [] : await heldClaims(registered, claimsOf(registered));
        const outcome = await table.transact([
          removal(row, registered === 'unreadable' ? {} : row.properties),
          ...unclaiming(claims, seen),
          ...traceRows(address.tenantId, trace),
        ]);
        if (outcome.kind === 'done') return registered;
        unclear = errorOf(outcome);
        if (outcome.kind !== 'conflict') continue;
        for (const claim of claims) seen.set(claim.rowKey, await table.read(claim));
      }
      throw new Error(`Removing a channel lost ${MAX_TRIES} races in a row.`);
    },
  };
}

/** Keeps what a newer version of the bot stored about a channel, if the channel stays registered as the same. */
function kept(before: RegisteredChannel, now: RegisteredChannel): RegisteredChannel {
  return before.purpose === now.purpose ? keepUnknown(before, now) : now;
}

/**
 * What is moved, in its new channel, and what stays in the old one; undefined where the channel does not have what is to
 * be moved.
 */
function takenOut(
  from: RegisteredChannel,
  to: RegisteredChannel,
): { readonly moving: RegisteredChannel; readonly staying: RegisteredChannel | undefined } | undefined {
  const { address } = to;
  if (from.purpose === 'secretariat') {
    return to.purpose === 'secretariat'
      ? { moving: { ...from, name: to.name, address }, staying: undefined }
      : undefined;
  }
  const placed = to.purpose === 'department' ? departmentIn(from, to.department.id) : undefined;
  if (placed === undefined) return undefined;
  const staying = withoutDepartment(from, placed.department.id);
  // Where nothing stays, the channel's whole row moves, with what it remembers and what a newer version stored there.
  return { moving: staying === undefined ? { ...from, address } : newChannel(address, placed), staying };
}

/** The rows of claims by their keys, as they were read after a conflict. */
type SeenClaims = Map<string, StoredRow | undefined>;

/** Before the first conflict, a wanted claim is assumed not to exist. */
function claiming(channelId: string, claims: readonly RowKey[], seen: SeenClaims): readonly RowChange[] {
  return claims.map((claim) => writeOver(claim, seen.get(claim.rowKey), { channelId, ...OF_THIS_SCHEMA }));
}

/** Before the first conflict, an earlier claim is assumed to exist. */
function unclaiming(claims: readonly RowKey[], seen: SeenClaims): readonly RowChange[] {
  const present = claims.filter((claim) => !seen.has(claim.rowKey) || seen.get(claim.rowKey) !== undefined);
  return present.map((key) => ({ change: 'delete', key }));
}

/** @param dropped a property that is no longer true */
function writeOver(key: RowKey, row: StoredRow | undefined, properties: Properties, dropped?: string): RowChange {
  if (row === undefined) return { change: 'insert', row: { key, properties } };
  const beside = Object.entries(besideBody(row)).filter(([name]) => name !== dropped);
  const written = writtenOver(Object.fromEntries(beside), properties);
  return { change: 'replace', row: { key, properties: written }, etag: row.etag };
}

/** @param remembered the properties of the row that stay */
function removal({ key, etag }: StoredRow, remembered: Properties): RowChange {
  const properties = writtenOver(remembered, { [REMOVED]: true, ...OF_THIS_SCHEMA });
  return { change: 'replace', row: { key, properties }, etag };
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

/** What no other channel of the tenant may have. */
interface Claim {
  readonly key: RowKey;
  /**
   * The key that version 0.1 of the bot gave it. It differs for names that are not NFKC, and for those with Greek or
   * Cyrillic letters, typographic apostrophes, or dashes other than the hyphen of the keyboard.
   */
  readonly older: RowKey;
}

/** The claims of a channel: one for each name that it has, in the order of its departments. */
function claimsOf(channel: RegisteredChannel): readonly [Claim, ...Claim[]] {
  const { tenantId } = channel.address;
  if (channel.purpose === 'secretariat') {
    const key = secretariatClaimKey(tenantId);
    return [{ key, older: key }];
  }
  const claimTo = ({ department: { name } }: Pick<OtherDepartment, 'department'>): Claim => ({
    key: nameClaimKey(tenantId, departmentNameKey(name)),
    older: nameClaimKey(tenantId, cleanLine(name).toLocaleLowerCase('da')),
  });
  return [claimTo(channel), ...channel.others.map(claimTo)];
}

function hasClaim(channel: RegisteredChannel, claim: RowKey): boolean {
  return claimsOf(channel).some(({ key }) => isDeepStrictEqual(key, claim));
}

function isAmong(claims: readonly RowKey[], claim: RowKey): boolean {
  return claims.some((each) => isDeepStrictEqual(each, claim));
}

/** The keys of the claims that a channel keeps with a change, and the claims that it gives up. */
function claimsBetween(before: RegisteredChannel, after: RegisteredChannel): [readonly RowKey[], readonly Claim[]] {
  const [kept, given] = [true, false].map((isKept) =>
    claimsOf(before).filter(({ key }) => hasClaim(after, key) === isKept),
  );
  return [(kept ?? []).map(({ key }) => key), given ?? []];
}

function errorOf(outcome: TransactionOutcome): Error | undefined {
  return outcome.kind === 'unknown' ? outcome.error : undefined;
}
