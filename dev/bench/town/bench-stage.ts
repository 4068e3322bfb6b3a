import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Config } from '../../../src/config.js';
import { localConfig, newTenantId } from '../../demo/stage.js';
import { type ConnectorProcess, startConnectorProcess } from '../connector/connector-process.js';
import { type StoreProcess, startStoreProcess } from '../fixed-cost-store/store-process.js';
import { freePort } from '../free-port.js';
import { moment, until } from '../moments.js';
import type { Started } from '../processes/started-program.js';
import type { ProcessCost } from '../processes/told.js';
import { sendActivity } from '../send-activity.js';
import { type Served, startServed } from '../served/served.js';
import { type ArrangedTable, arrangePlannedRound } from './arrange-rows.js';
import type { BenchTown, TownSettings } from './bench-town.js';
import { pressActivity } from './presses.js';
import type { RequestCard } from './repliers.js';

/** A table store and a connector, each in its own process. */
export interface BenchStage {
  readonly store: StoreProcess;
  readonly connector: ConnectorProcess;
  /** For all activities. */
  readonly agent: Agent;
  readonly tenantId: string;
  /** Stops what is started later. */
  readonly started: Started;
}

/** A town on a table of the stage. */
export interface StagedTown {
  readonly town: BenchTown;
  readonly table: ArrangedTable;
}

/** Everything is still for this long when nothing more is under way. It is longer than the bot waits between two steps. */
const QUIET_MS = 6_000;

/** The partitions of rounds, and of their index, begin so. What a process tells about itself never ends. */
const ROUND_PARTITIONS = 'round';

/** In milliseconds. A connection that is idle for so long is not used again, since the bot may just close it. */
const CONNECTION_LIMIT_MS = 60_000;

/** @param started filled with what the caller must stop, also if this rejects */
export async function setBenchStage(started: Started): Promise<BenchStage> {
  const store = await startStoreProcess();
  started.push(store);
  const connector = await startConnectorProcess();
  started.push(connector);
  const agent = new Agent({ keepAlive: true, timeout: CONNECTION_LIMIT_MS });
  started.push({ stop: () => agent.destroy() });
  return { store, connector, agent, tenantId: newTenantId(), started };
}

/** @param tableName one table for each town */
export async function stageTown(stage: BenchStage, tableName: string, departments: number): Promise<StagedTown> {
  const table = tableOf(stage, tableName);
  return { table, town: await arrangePlannedRound(table, townSettings(stage, departments)) };
}

export function tableOf({ store }: BenchStage, tableName: string): ArrangedTable {
  return { connectionString: store.connectionString, tableName };
}

export function townSettings({ tenantId, connector }: BenchStage, departments: number): TownSettings {
  return { tenantId, serviceUrl: connector.serviceUrl, departments };
}

/** Starts one process of the bot on a table. It has no limit for a person, since few people send very much. */
export async function startBot(stage: BenchStage, { tableName }: ArrangedTable): Promise<Served> {
  const bot = await startServed({ kind: 'notatbot', config: await botConfig(stage, tableName) });
  stage.started.push(bot);
  return bot;
}

export async function botConfig({ store, connector, tenantId }: BenchStage, tableName: string): Promise<Config> {
  const { connectionString } = store;
  const { serviceUrl } = connector;
  return {
    ...localConfig({ port: await freePort(), serviceUrl, tenantId, connectionString }),
    tableName,
    personActsAMinute: Number.MAX_SAFE_INTEGER,
  };
}

/** Somebody in the secretariat presses a button, which must be answered. */
export async function pressInSecretariat(
  { agent }: BenchStage,
  { endpoint }: Served,
  { secretary, secretariat, roundId }: BenchTown,
  verb: string,
  data: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const activity = pressActivity({
    by: secretary,
    address: secretariat,
    card: '1600000000000',
    verb,
    data: { roundId, ...data },
  });
  const { status, body } = await sendActivity(endpoint, agent, activity);
  if (status !== 200 || !body.includes('"statusCode":200')) {
    throw new Error(`${verb} was answered with ${status}: ${body.slice(0, 300)}`);
  }
}

/** Starts the planned round and waits until everything of it has been delivered. @returns the request cards */
export async function startRound(
  stage: BenchStage,
  bot: Served,
  { town }: StagedTown,
): Promise<readonly RequestCard[]> {
  await stage.connector.forget();
  await pressInSecretariat(stage, bot, town, 'round.start');
  const departments = town.departments.length;
  const isPosted = async () => (await stage.connector.traffic()).calls >= departments;
  await until(isPosted, 'the request cards', 30_000 + 1_000 * departments);
  await untilQuiet(stage);
  return requestCards(stage, town);
}

export async function requestCards({ connector }: BenchStage, town: BenchTown): Promise<readonly RequestCard[]> {
  const calls = (await connector.calls()).filter(({ operation }) => operation === 'create');
  const cards = new Map(calls.map(({ conversation, activityId }) => [conversation, activityId]));
  return town.departments.map((department) => {
    const card = cards.get(department.address.channelId);
    if (card === undefined) throw new Error(`${department.department.name} has no card`);
    return { department, roundId: town.roundId, card };
  });
}

/** The end of all that was under way. */
export interface Quiet {
  /** When the last write or the last answer of the connector was, in milliseconds since 1970. */
  readonly at: number;
  /** What the process had cost shortly after that. */
  readonly cost: ProcessCost | undefined;
}

/**
 * Resolves when nothing more is under way: nothing of a round has been written, and the connector has answered nothing,
 * for a while.
 *
 * @param served whose cost is wanted
 */
export async function untilQuiet({ store, connector }: BenchStage, served?: Served, limitMs = 600_000): Promise<Quiet> {
  const end = moment() + limitMs;
  let [at, seen] = [moment(), 0];
  let cost = await served?.cost();
  for (;;) {
    const [lastWrite, { open, lastAnswer }] = await Promise.all([
      store.lastWrite(ROUND_PARTITIONS),
      connector.traffic(),
    ]);
    const last = Math.max(lastWrite, lastAnswer);
    if (last !== seen || open > 0) {
      [at, seen] = [open > 0 ? moment() : last, last];
      cost = await served?.cost();
    } else if (moment() - at > QUIET_MS) {
      return { at, cost };
    }
    if (moment() > end) throw new Error('the bot of a bench did not come to rest');
    await wait(100);
  }
}
