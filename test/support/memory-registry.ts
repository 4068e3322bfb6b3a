import { isDeepStrictEqual } from 'node:util';
import {
  type ChannelRegistry,
  type Preferences,
  type RegistryAudit,
  type RegistryTrace,
  type SetupRequests,
  UnreadableRow,
} from '../../src/application/ports.js';
import {
  departmentIn,
  departmentsIn,
  newChannel,
  type RegisteredChannel,
  withoutDepartment,
} from '../../src/domain/channel/department.js';
import { departmentNameKey } from '../../src/domain/channel/department-name.js';
import type { RegistryAct, RegistryAuditLine } from '../../src/domain/channel/registry-audit.js';
import type { SetupRequest } from '../../src/domain/channel/setup-request.js';
import type { OperationId } from '../../src/domain/ids.js';
import type { Preference } from '../../src/domain/work/preference.js';
import type { SpoilableRegistryRow } from './spoilable-row.js';

/** What is kept about a tenant's channels, in memory. */
export interface MemoryRegistry {
  readonly channels: ChannelRegistry;
  readonly audit: RegistryAudit;
  readonly requests: SetupRequests;
  readonly preferences: Preferences;
  spoil(row: SpoilableRegistryRow): void;
}

export function createMemoryRegistry(): MemoryRegistry {
  const audit = createMemoryAudit();
  const channels = createMemoryChannels(audit.write);
  const requests = createMemoryRequests();
  const preferences = createMemoryPreferences();
  return {
    channels: channels.store,
    audit: audit.store,
    requests: requests.store,
    preferences: preferences.store,
    spoil(row) {
      switch (row.kind) {
        case 'channel':
          return channels.spoil(row.address);
        case 'setup request':
          return requests.spoil(row.address);
        case 'preference':
          return preferences.spoil(row);
        case 'registry audit line':
          return audit.spoil(row);
      }
    },
  };
}

function createMemoryAudit() {
  const lines = new Map<string, { readonly tenantId: string; readonly line: RegistryAuditLine }>();
  const keyOf = (tenantId: string, operation: OperationId, act: RegistryAct) =>
    JSON.stringify([tenantId, operation, act]);
  const store: RegistryAudit = {
    async add(tenantId, line, operation) {
      const key = keyOf(tenantId, operation, line.act);
      if (!lines.has(key)) lines.set(key, { tenantId, line: structuredClone(line) });
    },
    async read(tenantId) {
      const read = [...lines.values()].flatMap((each) => (each.tenantId === tenantId ? [each.line] : []));
      return structuredClone(read).sort((one, other) => one.at.getTime() - other.at.getTime());
    },
  };
  return {
    store,
    write(tenantId: string, { also = [], ...trace }: RegistryTrace) {
      for (const { line, operation } of [trace, ...also]) {
        const key = JSON.stringify([tenantId, operation, line.at]);
        lines.set(key, { tenantId, line: structuredClone(line) });
      }
    },
    spoil({ tenantId, operation, act }: Extract<SpoilableRegistryRow, { kind: 'registry audit line' }>) {
      if (!lines.delete(keyOf(tenantId, operation, act))) throw new Error('there is no such line to spoil');
    },
  };
}

function createMemoryRequests() {
  const rows = new Map<string, { readonly request: SetupRequest; readonly etag: string; readonly isSpoilt: boolean }>();
  let writes = 0;
  const keyOf = (tenantId: string, channelId: string) => JSON.stringify([tenantId, channelId]);
  const store: SetupRequests = {
    async find(tenantId, channelId) {
      const row = rows.get(keyOf(tenantId, channelId));
      if (row?.isSpoilt) throw new UnreadableRow('setup request', 'setup request', 'a test has spoilt it');
      return row && { value: structuredClone(row.request), etag: row.etag };
    },
    async put(request, etag) {
      const { tenantId, channelId } = request.address;
      const key = keyOf(tenantId, channelId);
      if (rows.get(key)?.etag !== etag) {
        return isDeepStrictEqual((await store.find(tenantId, channelId))?.value, request) ? 'stored' : 'conflict';
      }
      writes += 1;
      rows.set(key, { request: structuredClone(request), etag: `memory-${writes}`, isSpoilt: false });
      return 'stored';
    },
    async remove(tenantId, channelId, etag) {
      const key = keyOf(tenantId, channelId);
      return rows.get(key)?.etag === etag && rows.delete(key) ? 'removed' : 'conflict';
    },
  };
  return {
    store,
    spoil({ tenantId, channelId }: Place) {
      const row = rows.get(keyOf(tenantId, channelId));
      if (row === undefined) throw new Error('there is no such request to spoil');
      rows.set(keyOf(tenantId, channelId), { ...row, isSpoilt: true, etag: 'spoilt' });
    },
  };
}

function createMemoryPreferences() {
  const rows = new Map<string, { readonly value: Preference; readonly etag: string; readonly isSpoilt: boolean }>();
  let writes = 0;
  const keyOf = (tenantId: string, personId: string) => JSON.stringify([tenantId, personId]);
  const store: Preferences = {
    async find(tenantId, personId) {
      const row = rows.get(keyOf(tenantId, personId));
      if (row?.isSpoilt) throw new UnreadableRow('preference', 'preference', 'a test has spoilt it');
      return row && { value: structuredClone(row.value), etag: row.etag };
    },
    async put(tenantId, preference, etag) {
      const key = keyOf(tenantId, preference.personId);
      if (rows.get(key)?.etag !== etag) {
        const present = await store.find(tenantId, preference.personId);
        return isDeepStrictEqual(present?.value, preference) ? 'stored' : 'conflict';
      }
      writes += 1;
      rows.set(key, { value: structuredClone(preference), etag: `memory-${writes}`, isSpoilt: false });
      return 'stored';
    },
  };
  return {
    store,
    spoil({ tenantId, personId }: Extract<SpoilableRegistryRow, { kind: 'preference' }>) {
      const row = rows.get(keyOf(tenantId, personId));
      if (row === undefined) throw new Error('there is no such preference to spoil');
      rows.set(keyOf(tenantId, personId), { ...row, isSpoilt: true, etag: 'spoilt' });
    },
  };
}

type Place = Pick<RegisteredChannel['address'], 'tenantId' | 'channelId'>;

interface ChannelRow {
  /** What the channel is registered as, or was. */
  readonly channel: RegisteredChannel;
  readonly state: 'registered' | 'removed';
  readonly isSpoilt: boolean;
}

function createMemoryChannels(write: (tenantId: string, trace: RegistryTrace) => void) {
  const rows = new Map<string, ChannelRow>();
  const keyOf = ({ tenantId, channelId }: Place) => JSON.stringify([tenantId, channelId]);
  const unreadable = () => new UnreadableRow('channel', 'channel', 'a test has spoilt it');
  const registered = (tenantId: string) =>
    [...rows.values()].filter(({ channel, state }) => state === 'registered' && channel.address.tenantId === tenantId);

  function read(place: Place, state: ChannelRow['state']): RegisteredChannel | undefined {
    const row = rows.get(keyOf(place));
    if (row?.state !== state) return undefined;
    if (row.isSpoilt) throw unreadable();
    return structuredClone(row.channel);
  }

  function keep(channel: RegisteredChannel, trace: RegistryTrace): void {
    rows.set(keyOf(channel.address), { channel: structuredClone(channel), state: 'registered', isSpoilt: false });
    write(channel.address.tenantId, trace);
  }

  const store: ChannelRegistry = {
    async find(address) {
      return read(address, 'registered');
    },
    async findRemoved(address) {
      return read(address, 'removed');
    },
    async list(tenantId) {
      return structuredClone(registered(tenantId).flatMap((row) => (row.isSpoilt ? [] : [row.channel])));
    },
    async listRemoved(tenantId) {
      const removed = [...rows.values()].filter(
        ({ channel, state, isSpoilt }) => state === 'removed' && !isSpoilt && channel.address.tenantId === tenantId,
      );
      return structuredClone(removed.map(({ channel }) => channel));
    },
    async secretariat(tenantId) {
      const row = registered(tenantId).find(({ channel }) => channel.purpose === 'secretariat');
      const found = row && read(row.channel.address, 'registered');
      return found?.purpose === 'secretariat' ? found : undefined;
    },
    async register(channel, trace, basedOn) {
      const key = keyOf(channel.address);
      const rivals = registered(channel.address.tenantId).filter(
        (row) =>
          keyOf(row.channel.address) !== key &&
          claimsOf(row.channel).some((claim) => claimsOf(channel).includes(claim)),
      );
      const by = rivals.find(({ isSpoilt }) => !isSpoilt);
      if (by !== undefined) return { outcome: 'taken', by: structuredClone(by.channel) };
      if (rivals.length > 0) throw unreadable();
      const row = rows.get(key);
      const before = row?.state === 'registered' ? row.channel : undefined;
      const isSame = before !== undefined && row?.isSpoilt === false && isDeepStrictEqual(before, channel);
      const isChanged = row?.isSpoilt !== true && !isDeepStrictEqual(before, basedOn?.present);
      if (!isSame && basedOn !== undefined && isChanged) return { outcome: 'changed' };
      if (!isSame) keep(channel, trace);
      return { outcome: 'registered' };
    },
    async move(from, to, trace) {
      const present = read(to.address, 'registered');
      if (present !== undefined) return isSameThing(present, to) ? 'moved' : 'changed';
      const moving = read(from, 'registered');
      if (moving === undefined || !isSameThing(moving, to)) return 'changed';
      rows.delete(keyOf(from));
      const { address } = to;
      if (moving.purpose === 'secretariat' || to.purpose === 'secretariat') {
        keep({ ...moving, ...(to.purpose === 'secretariat' ? { name: to.name } : {}), address }, trace);
        return 'moved';
      }
      const { id } = to.department;
      const [placed, staying] = [departmentIn(moving, id), withoutDepartment(moving, id)];
      if (staying !== undefined) keep(staying, trace);
      if (placed !== undefined) keep(newChannel(address, placed), trace);
      return 'moved';
    },
    async remove(address, trace, basedOn) {
      const row = rows.get(keyOf(address));
      if (row?.state !== 'registered') return undefined;
      const isChanged = !row.isSpoilt && !isDeepStrictEqual(row.channel, basedOn?.present);
      if (basedOn !== undefined && isChanged) return 'changed';
      if (row.isSpoilt) rows.delete(keyOf(address));
      else rows.set(keyOf(address), { ...row, state: 'removed' });
      write(address.tenantId, trace);
      return row.isSpoilt ? 'unreadable' : structuredClone(row.channel);
    },
  };
  return {
    store,
    spoil(place: Place) {
      const row = rows.get(keyOf(place));
      if (row === undefined) throw new Error('there is no such channel to spoil');
      rows.set(keyOf(place), { ...row, isSpoilt: true });
    },
  };
}

/** What only one channel of a tenant may have. */
function claimsOf(channel: RegisteredChannel): readonly string[] {
  if (channel.purpose === 'secretariat') return ['secretariat'];
  return departmentsIn(channel).map(({ department }) => `name ${departmentNameKey(department.name)}`);
}

function isSameThing(one: RegisteredChannel, other: RegisteredChannel): boolean {
  if (one.purpose === 'secretariat' || other.purpose === 'secretariat') return one.purpose === other.purpose;
  return departmentIn(one, other.department.id) !== undefined;
}
