import {
  type ChannelRegistry,
  type KnownTeams,
  MAX_CHANGES,
  type OwnDrafts,
  type Preferences,
  type Processes,
  type ProcessReport,
  type RegistryAudit,
  type RoundChange,
  type RoundIndex,
  type RoundIndexEntry,
  type RoundStore,
  type SetupRequests,
  type Stored,
  UnreadableRow,
} from '../../src/application/ports.js';
import { type AuditLine, lineOfVersion, wholeAudit } from '../../src/domain/audit.js';
import type { DepartmentId, OperationId, RoundId } from '../../src/domain/ids.js';
import { LANE_READ_MAX } from '../../src/domain/limits.js';
import type { NotatRecord } from '../../src/domain/notat/notat.js';
import type { ReplyVersion } from '../../src/domain/reply/reply.js';
import { standingOf } from '../../src/domain/reply/standing.js';
import { overviewOf, type Round, type RoundDepartment } from '../../src/domain/round/round.js';
import { type Delivery, isOwed, laneStart } from '../../src/domain/work/delivery.js';
import { createMemoryKnownTeams } from './memory-known-teams.js';
import { createMemoryOwnDrafts } from './memory-own-drafts.js';
import { createMemoryRegistry } from './memory-registry.js';
import type { SpoilableRoundRow, SpoilableRow } from './spoilable-row.js';

/** Stores that forget everything with the process, for tests; they keep the ports' contracts. */
export interface MemoryStores {
  readonly rounds: RoundStore;
  readonly processes: Processes;
  readonly index: RoundIndex;
  readonly channels: ChannelRegistry;
  readonly registryAudit: RegistryAudit;
  readonly setupRequests: SetupRequests;
  readonly knownTeams: KnownTeams;
  readonly preferences: Preferences;
  readonly ownDrafts: OwnDrafts;
}

/** The same, and a way to make a row one that cannot be read. */
export interface SpoilableStores extends MemoryStores {
  spoil(row: SpoilableRow): Promise<void>;
}

export function createMemoryStores(): SpoilableStores {
  const rounds = createMemoryRounds();
  const index = createMemoryIndex();
  const registry = createMemoryRegistry();
  const knownTeams = createMemoryKnownTeams();
  const ownDrafts = createMemoryOwnDrafts();
  return {
    rounds: rounds.store,
    processes: createMemoryProcesses(),
    index: index.store,
    channels: registry.channels,
    registryAudit: registry.audit,
    setupRequests: registry.requests,
    knownTeams: knownTeams.store,
    preferences: registry.preferences,
    ownDrafts: ownDrafts.store,
    async spoil(row) {
      if (row.kind === 'index entry') index.spoil(row.entry.roundId);
      else if (row.kind === 'own draft') ownDrafts.spoil(row);
      else if (row.kind === 'known team') knownTeams.spoil(row);
      else if ('roundId' in row) rounds.spoil(row);
      else registry.spoil(row);
    },
  };
}

/** What stands where a row cannot be read. */
const SPOILT = Symbol('spoilt');

interface Row {
  readonly value: unknown;
  readonly etag: string;
  readonly operation: OperationId;
}

/** What the real store can hold in one row, in bytes, two for each UTF-16 unit. */
const ROW_MAX_BYTES = 1_048_576;

function createMemoryRounds(): { readonly store: RoundStore; spoil(row: SpoilableRoundRow): void } {
  const partitions = new Map<RoundId, Map<string, Row>>();
  let writes = 0;

  const rowsOf = (id: RoundId) => partitions.get(id) ?? new Map<string, Row>();

  function stored<Value>(id: RoundId, key: string): Stored<Value> | undefined {
    const row = rowsOf(id).get(key);
    if (row?.value === SPOILT) throw new UnreadableRow(kindIn(key), `row ${key}`, 'a test has spoilt it');
    return row === undefined ? undefined : { value: structuredClone(row.value) as Value, etag: row.etag };
  }

  function all<Value>(id: RoundId, prefix: string): Stored<Value>[] {
    const keys = [...rowsOf(id).keys()].filter((key) => key.startsWith(prefix));
    return keys.filter((key) => rowsOf(id).get(key)?.value !== SPOILT).flatMap((key) => stored<Value>(id, key) ?? []);
  }

  const store: RoundStore = {
    async readRound(id) {
      return stored<Round>(id, 'round');
    },
    async readDepartment(id, department) {
      return stored<RoundDepartment>(id, departmentKey(department));
    },
    async readOverview(id) {
      const round = stored<Round>(id, 'round')?.value;
      if (round === undefined) return undefined;
      const departments = all<RoundDepartment>(id, 'department ').map(({ value }) => value);
      const spoilt = [...rowsOf(id)].filter(([key, { value }]) => value === SPOILT && key.startsWith('department '));
      const ids = spoilt.map(([key]) => key.replace('department ', '') as DepartmentId);
      return overviewOf(
        round,
        departments.sort((a, b) => a.position - b.position),
        ids,
      );
    },
    async readDepartments(id) {
      return all<RoundDepartment>(id, 'department ');
    },
    async readVersion(id, department, number) {
      return stored<ReplyVersion>(id, versionKey(department, number))?.value;
    },
    async readVersions(id, department) {
      const versions = all<ReplyVersion>(id, versionKey(department, '')).map(({ value }) => value);
      return versions.sort((a, b) => a.number - b.number);
    },
    async readNotat(id, notat) {
      return stored<NotatRecord>(id, `notat ${notat}`)?.value;
    },
    async readNotats(id) {
      return all<NotatRecord>(id, 'notat ').map(({ value }) => value);
    },
    async readDelivery(id, delivery) {
      return stored<Delivery>(id, `delivery ${delivery}`);
    },
    async readDeliveries(id) {
      return all<Delivery>(id, 'delivery ')
        .map(({ value }) => value)
        .sort((a, b) => compare(a.id, b.id));
    },
    async readLane(id, lane, which) {
      return all<Delivery>(id, `delivery ${laneStart(lane)}`)
        .filter(({ value }) =>
          which === 'owed' ? isOwed(value) : value.state !== 'sent' && value.state !== 'unneeded',
        )
        .sort(({ value: a }, { value: b }) => compare(a.id, b.id))
        .slice(0, LANE_READ_MAX);
    },
    async readOwed(id, { until, limit, after = '' }) {
      const found = all<Delivery>(id, 'delivery ')
        .filter(({ value }) => isOwed(value) && value.dueAt <= until && value.id > after)
        .sort(({ value: a }, { value: b }) => compare(a.id, b.id));
      const deliveries = found.slice(0, limit);
      return { deliveries, next: deliveries.length < limit ? undefined : deliveries.at(-1)?.value.id };
    },
    async findAwaited(id) {
      const keys = [...rowsOf(id)].filter(([key]) => key.startsWith('department '));
      const isAwaited = ({ value }: Row) => value === SPOILT || standingOf(value as RoundDepartment).kind === 'awaited';
      return keys.some(([, row]) => isAwaited(row)) ? 'awaited' : 'none';
    },
    async readAudit(id) {
      const lines = all<AuditLine>(id, 'audit ').map(({ value }) => value);
      const versions = [...rowsOf(id).keys()].flatMap((key) => {
        const [kind, department] = key.split(' ');
        if (kind !== 'version' || rowsOf(id).get(key)?.value === SPOILT) return [];
        const version = stored<ReplyVersion>(id, key)?.value;
        return version === undefined ? [] : [lineOfVersion(department as DepartmentId, version)];
      });
      return wholeAudit(lines, versions);
    },
    async commit(id, operation, changes, onTags) {
      const planned = changes.map((change, ordinal) => ({ ...toRow(operation, change, ordinal), change }));
      refuseImpossible(planned);
      const rows = rowsOf(id);
      const isFree = planned.every(
        ({ key, change }) =>
          change.change === 'put delivery' || rows.get(key)?.etag === ('etag' in change ? change.etag : undefined),
      );
      if (!isFree) return planned.some(({ key }) => rows.get(key)?.operation === operation) ? 'committed' : 'conflict';
      for (const { key, value } of planned) {
        writes += 1;
        rows.set(key, { value: structuredClone(value), etag: `memory-${writes}`, operation });
      }
      partitions.set(id, rows);
      onTags?.(planned.map(({ key }) => rows.get(key)?.etag ?? ''));
      return 'committed';
    },
  };
  return {
    store,
    spoil(row) {
      const rows = rowsOf(row.roundId);
      const key = keyIn(row);
      const present = rows.get(key);
      if (present === undefined) throw new Error(`there is no ${key} to spoil`);
      writes += 1;
      rows.set(key, { ...present, value: SPOILT, etag: `memory-${writes}` });
    },
  };
}

function keyIn(row: SpoilableRoundRow): string {
  switch (row.kind) {
    case 'department':
      return departmentKey(row.departmentId);
    case 'version':
      return versionKey(row.departmentId, row.number);
    case 'notat':
      return `notat ${row.notatId}`;
    case 'delivery':
      return `delivery ${row.delivery}`;
    case 'round':
      return row.kind;
  }
}

function kindIn(key: string): UnreadableRow['kind'] {
  return (['round', 'department', 'version', 'notat', 'delivery'] as const).find((kind) => key.startsWith(kind));
}

function departmentKey(department: DepartmentId): string {
  return `department ${department}`;
}

function versionKey(department: DepartmentId, number: number | ''): string {
  return `version ${department} ${number}`;
}

function toRow(operation: OperationId, change: RoundChange, ordinal: number): { key: string; value: unknown } {
  switch (change.change) {
    case 'insert round':
    case 'replace round':
      return { key: 'round', value: change.round };
    case 'insert department':
    case 'replace department':
      return { key: departmentKey(change.department.department.id), value: change.department };
    case 'insert version':
      return { key: versionKey(change.departmentId, change.version.number), value: change.version };
    case 'insert delivery':
    case 'replace delivery':
    case 'put delivery':
      return { key: `delivery ${change.delivery.id}`, value: change.delivery };
    case 'insert notat':
      return { key: `notat ${change.notat.id}`, value: change.notat };
    case 'insert audit line':
      return { key: `audit ${change.line.at.toISOString()} ${operation} ${ordinal}`, value: change.line };
  }
}

function refuseImpossible(planned: readonly { readonly key: string; readonly value: unknown }[]): void {
  if (planned.length > MAX_CHANGES) throw new RangeError(`More than ${MAX_CHANGES} changes.`);
  if (new Set(planned.map(({ key }) => key)).size < planned.length) throw new RangeError('One row changed twice.');
  const tooLarge = planned.find(({ value }) => 2 * JSON.stringify(value).length > ROW_MAX_BYTES);
  if (tooLarge !== undefined) throw new RangeError(`The row ${tooLarge.key} is too large.`);
}

function createMemoryProcesses(): Processes {
  const reports = new Map<string, ProcessReport>();
  return {
    async report(report) {
      reports.set(report.id, report);
      return structuredClone([...reports.values()]);
    },
    async remove(id) {
      reports.delete(id);
    },
  };
}

function createMemoryIndex(): { readonly store: RoundIndex; spoil(id: RoundId): void } {
  const spoilt = new Set<RoundId>();
  const entries = new Map<RoundId, RoundIndexEntry>();
  /** How often each entry has been written, and whether its round is quiet. */
  const notes = new Map<RoundId, { readonly writes: number; readonly isQuiet: boolean }>();
  const note = (id: RoundId, isQuiet: boolean) => notes.set(id, { writes: (notes.get(id)?.writes ?? 0) + 1, isQuiet });
  const plans = new Map<RoundId, RoundIndexEntry>();
  const newestOf = (map: ReadonlyMap<RoundId, RoundIndexEntry>) =>
    structuredClone([...map.values()]).sort(
      (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || compare(a.roundId, b.roundId),
    );
  const newestFirst = () => newestOf(entries);
  return {
    spoil: (id) => void spoilt.add(id),
    store: {
      async add(entry) {
        if (!entries.has(entry.roundId)) entries.set(entry.roundId, structuredClone(entry));
      },
      async list() {
        return newestFirst().filter(({ roundId }) => !spoilt.has(roundId));
      },
      async listActive() {
        return newestFirst()
          .filter(({ roundId }) => !spoilt.has(roundId) && notes.get(roundId)?.isQuiet !== true)
          .map((value) => ({ value, etag: `${notes.get(value.roundId)?.writes ?? 0}` }));
      },
      async noteQuiet({ value: { roundId }, etag }) {
        if (etag === `${notes.get(roundId)?.writes ?? 0}`) note(roundId, true);
      },
      async noteActive(entry) {
        entries.set(entry.roundId, structuredClone(entry));
        note(entry.roundId, false);
      },
      async addPlan(entry) {
        plans.set(entry.roundId, structuredClone(entry));
      },
      async listPlans(tenantId) {
        return newestOf(plans).filter((entry) => entry.tenantId === tenantId && !spoilt.has(entry.roundId));
      },
      async removePlan({ roundId }) {
        plans.delete(roundId);
      },
    },
  };
}

/** By UTF-16 units, as the real store orders keys. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
