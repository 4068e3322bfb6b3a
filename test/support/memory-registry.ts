import { isDeepStrictEqual } from 'node:util';
import { type ChannelRegistry, type RegistryAudit, UnreadableRow } from '../../src/application/ports.js';
import type { RegisteredChannel } from '../../src/domain/channel/department.js';
import { departmentNameKey } from '../../src/domain/channel/department-name.js';
import type { RegistryAct, RegistryAuditLine } from '../../src/domain/channel/registry-audit.js';
import type { OperationId } from '../../src/domain/ids.js';
import type { SpoilableRegistryRow } from './spoilable-row.js';

/** What is kept about a tenant's channels, in memory. */
export interface MemoryRegistry {
  readonly channels: ChannelRegistry;
  readonly audit: RegistryAudit;
  spoil(row: SpoilableRegistryRow): void;
}

export function createMemoryRegistry(): MemoryRegistry {
  const channels = createMemoryChannels();
  const audit = createMemoryAudit();
  return {
    channels: channels.store,
    audit: audit.store,
    spoil(row) {
      if (row.kind === 'channel') channels.spoil(row.address);
      else audit.spoil(row);
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
    spoil({ tenantId, operation, act }: Extract<SpoilableRegistryRow, { kind: 'registry audit line' }>) {
      if (!lines.delete(keyOf(tenantId, operation, act))) throw new Error('there is no such line to spoil');
    },
  };
}

type Place = Pick<RegisteredChannel['address'], 'tenantId' | 'channelId'>;

function createMemoryChannels(): { readonly store: ChannelRegistry; spoil(place: Place): void } {
  let channels: readonly RegisteredChannel[] = [];
  let spoilt: readonly RegisteredChannel[] = [];
  const isAt = (place: Place) => (channel: RegisteredChannel) =>
    channel.address.tenantId === place.tenantId && channel.address.channelId === place.channelId;
  const unreadable = () => new UnreadableRow('channel', 'channel', 'a test has spoilt it');
  const store: ChannelRegistry = {
    async find(address) {
      if (spoilt.some(isAt(address))) throw unreadable();
      return structuredClone(channels.find(isAt(address)));
    },
    async list(tenantId) {
      return structuredClone(channels.filter(({ address }) => address.tenantId === tenantId));
    },
    async secretariat(tenantId) {
      const isIt = ({ purpose, address }: RegisteredChannel) =>
        purpose === 'secretariat' && address.tenantId === tenantId;
      if (spoilt.some(isIt)) throw unreadable();
      return structuredClone(channels.find(isIt));
    },
    async register(channel) {
      const isOther = (each: RegisteredChannel) => !isAt(channel.address)(each);
      const claims = (other: RegisteredChannel) => isDeepStrictEqual(claimOf(other), claimOf(channel));
      const others = channels.filter(isOther);
      const by = others.find(claims);
      if (by !== undefined) return { outcome: 'taken', by: structuredClone(by) };
      if (spoilt.filter(isOther).some(claims)) throw unreadable();
      channels = [...others, structuredClone(channel)];
      spoilt = spoilt.filter(isOther);
      return { outcome: 'registered' };
    },
    async remove(address) {
      const wasSpoilt = spoilt.some(isAt(address));
      spoilt = spoilt.filter((channel) => !isAt(address)(channel));
      const registered = channels.find(isAt(address));
      channels = channels.filter((channel) => channel !== registered);
      return wasSpoilt ? 'unreadable' : structuredClone(registered);
    },
  };
  return {
    store,
    spoil(place) {
      spoilt = [...spoilt, ...channels.filter(isAt(place))];
      channels = channels.filter((channel) => !isAt(place)(channel));
    },
  };
}

/** What only one channel of a tenant may have. */
function claimOf(channel: RegisteredChannel): readonly string[] {
  const { tenantId } = channel.address;
  return channel.purpose === 'secretariat' ? [tenantId] : [tenantId, departmentNameKey(channel.department.name)];
}
