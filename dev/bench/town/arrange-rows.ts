import { createTableChannelRegistry } from '../../../src/adapters/table/channel-registry.js';
import { openTable } from '../../../src/adapters/table/open-table.js';
import { createTableRoundIndex } from '../../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import type { RegistryTrace, RoundChange } from '../../../src/application/ports.js';
import type { RegisteredChannel } from '../../../src/domain/channel/department.js';
import { operationId, parseRoundId, type RoundId } from '../../../src/domain/ids.js';
import type { Round, RoundDepartment } from '../../../src/domain/round/round.js';
import { generatedRound } from '../generated-round.js';
import { type BenchTown, nameTown, type TownSettings } from './bench-town.js';

/*
 * The one file of the benches that writes rows past the bot. When the stores change, only this file has to follow.
 */

/** How many rows one transaction of an arrangement writes at most. */
const ROWS_AT_A_TIME = 100;
/** How many things are written at the same time. */
const AT_ONCE = 8;
const REGISTERED_AT = new Date('2026-11-02T09:00:00.000Z');

/** Where an arrangement writes. */
export interface ArrangedTable {
  readonly connectionString: string;
  readonly tableName: string;
}

/**
 * Writes a town with a planned round to all of its departments, which may be more than the form allows. Nothing is
 * under way afterwards: somebody must press *Start*.
 */
export async function arrangePlannedRound(where: ArrangedTable, settings: TownSettings): Promise<BenchTown> {
  const stores = await openStores(where);
  const town = nameTown(settings);
  const round = roundOf(town, 'planned', town.roundId);
  await registerTown(stores, town);
  await commit(stores, round.id, 'plan', [{ change: 'insert round', round }]);
  return town;
}

/**
 * Writes a town with that many rounds, of six departments each, which owe nothing. The departments of the open ones have
 * not all answered, and everything has been delivered to them.
 */
export async function arrangeRounds(
  where: ArrangedTable,
  settings: TownSettings,
  { open, closed }: { readonly open: number; readonly closed: number },
): Promise<void> {
  const stores = await openStores(where);
  const town = nameTown(settings);
  await registerTown(stores, town);
  const rounds = Array.from({ length: open + closed }, (_, index) => ({
    id: valid(parseRoundId(`runde-${index}`)),
    state: index < open ? ('open' as const) : ('closed' as const),
  }));
  await atOnce(rounds, async ({ id, state }) => {
    const round = roundOf(town, state, id);
    const departments = departmentsOf(town, id).map((department) => ({ ...department, isLocked: state === 'closed' }));
    await commit(stores, id, 'round', [
      { change: 'insert round', round },
      ...departments.map((department): RoundChange => ({ change: 'insert department', department })),
    ]);
    await stores.index.add({ roundId: id, tenantId: town.tenantId, createdAt: round.createdAt });
  });
}

interface Stores {
  readonly rounds: ReturnType<typeof createTableRoundStore>;
  readonly index: ReturnType<typeof createTableRoundIndex>;
  readonly channels: ReturnType<typeof createTableChannelRegistry>;
}

async function openStores({ connectionString, tableName }: ArrangedTable): Promise<Stores> {
  const table = openTable({ connectionString }, { tableName, timeLimitMs: 60_000 });
  await table.create();
  return {
    rounds: createTableRoundStore(table),
    index: createTableRoundIndex(table),
    channels: createTableChannelRegistry(table),
  };
}

async function registerTown({ channels }: Stores, town: BenchTown): Promise<void> {
  const { secretary, secretariat, departments } = town;
  const trace = (subject: string): RegistryTrace => ({
    line: {
      at: REGISTERED_AT,
      by: secretary,
      act: 'department registered',
      where: secretariat.channelId,
      departmentId: undefined,
      subject,
    },
    operation: operationId('arrange', subject),
  });
  const all: readonly RegisteredChannel[] = [
    { purpose: 'secretariat', address: secretariat, secretaries: [secretary], name: 'Sekretariatet' },
    ...departments.map(({ address, department }, index) => ({
      purpose: 'department' as const,
      address,
      department,
      registeredAt: new Date(REGISTERED_AT.getTime() + index),
      order: undefined,
      left: [],
      others: [],
      retired: [],
    })),
  ];
  await atOnce(all, async (channel) => {
    const { outcome } = await channels.register(channel, trace(channel.address.channelId));
    if (outcome !== 'registered') throw new Error(`a channel of the bench was not registered: ${outcome}`);
  });
}

function roundOf(town: BenchTown, state: 'planned' | 'open' | 'closed', id: RoundId): Round {
  const { round } = generatedRound(1);
  const { secretary: by, secretariat, departments } = town;
  const isPlanned = state === 'planned';
  return {
    ...round,
    id,
    state,
    secretariat,
    plan: { ...round.plan, invitations: departments.map(({ department, address }) => ({ department, address })) },
    createdBy: by,
    startedBy: isPlanned ? undefined : by,
    startedAt: isPlanned ? undefined : round.startedAt,
    closedBy: state === 'closed' ? by : undefined,
    closedAt: state === 'closed' ? round.startedAt : undefined,
  };
}

function departmentsOf({ departments }: BenchTown, roundId: RoundId): readonly RoundDepartment[] {
  // The generated ones have replies, but the last one of an open round has not answered.
  return generatedRound(departments.length).departments.map((generated, index) => {
    const { department, address } = valid(departments[index]);
    const reply = index === departments.length - 1 ? undefined : generated.reply;
    return { ...generated, roundId, department, address, reply };
  });
}

async function commit(
  { rounds }: Stores,
  id: RoundId,
  operation: string,
  changes: readonly RoundChange[],
): Promise<void> {
  for (let first = 0; first < changes.length; first += ROWS_AT_A_TIME) {
    const committed = await rounds.commit(
      id,
      operationId('arrange', operation, first),
      changes.slice(first, first + ROWS_AT_A_TIME),
    );
    if (committed !== 'committed') throw new Error('an arrangement of a bench was not committed');
  }
}

async function atOnce<Item>(items: readonly Item[], run: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items].reverse();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = left.pop(); item !== undefined; item = left.pop()) await run(item);
    }),
  );
}

function valid<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the domain does not accept a value of an arrangement');
  return value;
}
