import { randomBytes } from 'node:crypto';
import type { Config } from '../../src/config.js';
import { LOCAL_BOT, localConfig, newTenantId } from '../demo/stage.js';
import { type LocalTeams, startLocalTeams } from '../local-teams/local-teams.js';
import type { BotChild } from './bot-child.js';
import type { BotChildren } from './bot-children.js';
import { type Bustle, createBustle } from './bustle.js';
import { type Call, type Calls, createCalls, type Fate } from './calls.js';
import { type FrontDoor, openFrontDoor } from './front-door.js';
import { openGate } from './gate.js';

/** Everything that one round under faults needs: the bot in its processes, its table, and a Teams of its own. */
export interface World {
  readonly teams: LocalTeams;
  readonly calls: Calls;
  readonly bustle: Bustle;
  readonly frontDoor: FrontDoor;
  /** The table service, reached past every fault. */
  readonly connectionString: string;
  readonly tableName: string;
  /** The virtual wall clock, which is right. */
  now(): Date;
  /** Lets time pass for every process and for the table service, in milliseconds. */
  advance(ms: number): Promise<void>;
  /** Resolves when every process runs, or could not start. */
  allUp(): Promise<void>;
  /** Kills a process with SIGKILL. It is started again at once. */
  kill(process: number): void;
  /** Stops a process with SIGTERM, and then starts it again. Meanwhile it gets requests. */
  terminate(process: number): void;
  /** Sets the wall clock of a process forward or back, in milliseconds. */
  jump(process: number, ms: number): void;
  /** How often something went wrong: a call that something befell, or a process that was killed or stopped. */
  readonly disturbances: number;
  /** What was wrong with the stops by SIGTERM. */
  readonly stopProblems: readonly string[];
  close(): Promise<void>;
}

export interface WorldOptions {
  /** The table service. */
  readonly connectionString: string;
  readonly children: BotChildren;
  /** How many processes the bot has. */
  readonly processes: number;
  /** How many times each activity is delivered. */
  readonly deliveries: number;
  /** How wrong the wall clock of each process is, in milliseconds; right where it is left out. */
  readonly wrongClocks: readonly number[];
  readonly fateOf: (call: Call, world: World) => Fate | undefined;
}

/** Every run begins at this time: a Wednesday in March, five past nine in Denmark. */
const BEGINS_AT = Date.parse('2027-03-03T08:05:00Z');

/** How long a process is away before it is started again, in real milliseconds. */
const RESTART_MS = 200;

/** In real milliseconds. */
const STOP_LIMIT_MS = 10_000;

/** A request that a process gets so soon after SIGTERM, in milliseconds, may have come before it. */
const SIGNAL_TRAVELS_MS = 200;

/** A process rests if it uses less than so much processor time in so long a time, both in real milliseconds. */
const REST_MS = 200;
const REST_COSTS_MS = 10;

/** A process may answer only so many health checks a minute. */
const PROBE_EACH_MS = 50;

interface Slot {
  readonly index: number;
  wrongMs: number;
  child: BotChild | undefined;
  port: number | undefined;
  /** Settles when the process runs, or could not start. It never rejects. */
  up: Promise<void>;
}

export async function openWorld(options: WorldOptions): Promise<World> {
  const { connectionString, children } = options;
  const aheadAtStart = BEGINS_AT - (performance.timeOrigin + performance.now());
  let passed = aheadAtStart;
  let isClosing = false;
  let disturbances = 0;
  const stopProblems: string[] = [];
  const tenantId = newTenantId();
  const tableName = `t${randomBytes(12).toString('hex')}`;
  const bustle = createBustle(options.processes, isResting);
  const calls = createCalls(() => performance.now() + passed);
  const teams = await startLocalTeams({
    botEndpoint: 'http://127.0.0.1:1/',
    port: 0,
    bot: LOCAL_BOT,
    tenantId,
    // What is late is never late by itself: this machine may be busy.
    clientWaitsMs: 60_000,
    untilWaitsMs: 60_000,
  });
  const storage = new URL(/TableEndpoint=([^;]+)/u.exec(connectionString)?.[1] ?? '');
  const shared = { calls, bustle, kill: (index: number) => kill(index), aheadMs: () => passed };
  const fateOf = (call: Call) => {
    const fate = options.fateOf(call, world);
    if (fate !== undefined) disturbances += 1;
    return fate;
  };
  const storageGates = await Promise.all(
    Array.from({ length: options.processes }, (_, index) =>
      openGate({ ...shared, to: 'storage', process: index, target: () => storage, fateOf }),
    ),
  );
  const connector = new URL(teams.serviceUrl);
  const connectorGate = await openGate({
    ...shared,
    to: 'connector',
    process: undefined,
    target: () => connector,
    fateOf,
  });
  const serviceUrl = `http://127.0.0.1:${connectorGate.port}/`;
  const frontDoor = await openFrontDoor({
    doors: () => slots.flatMap(({ port }) => (port === undefined ? [] : [{ port }])),
    serviceUrl,
    deliveries: options.deliveries,
    bustle,
    aheadMs: () => passed,
  });
  teams.pointAt(`${frontDoor.url}/api/messages`);
  const config: Config = {
    ...localConfig({ port: 0, serviceUrl, tenantId, connectionString }),
    publicUrl: frontDoor.url,
    tableName,
    personActsAMinute: Number.MAX_SAFE_INTEGER,
  };

  async function isResting(): Promise<boolean> {
    const before = await cpuMs();
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    const after = await cpuMs();
    return after.every((each, index) => each - (before[index] ?? 0) < REST_COSTS_MS);
  }

  /** The processor time of each process that runs, in milliseconds; 0 for the others. */
  function cpuMs(): Promise<readonly number[]> {
    const costs = slots.map(async ({ child, port }) => {
      if (child === undefined || port === undefined) return 0;
      // A process that is killed at this moment costs nothing any more.
      return child.tell({ tell: 'cost' }).then(
        ({ cpuMs: each }) => each,
        () => 0,
      );
    });
    return Promise.all(costs);
  }

  function through({ index }: Slot): Config['storage'] {
    const host = `127.0.0.1:${storageGates[index]?.port}`;
    return { kind: 'connection string', connectionString: connectionString.replace(storage.host, host) };
  }

  /** Starts the bot until it runs, as a service manager does. `up` does not wait for more than the first try. */
  async function start(slot: Slot): Promise<void> {
    const end = bustle.begin();
    try {
      const child = await children.take();
      slot.child = child;
      const { port } = await child.tell({
        tell: 'start',
        config: { ...config, storage: through(slot) },
        offsets: { passed, wrong: slot.wrongMs },
      });
      slot.port = port;
    } catch {
      startAgain(slot);
    } finally {
      end();
    }
  }

  function startAgain(slot: Slot): void {
    slot.child?.kill();
    slot.child = undefined;
    slot.port = undefined;
    setTimeout(() => {
      if (!isClosing && slot.child === undefined) slot.up = start(slot);
    }, RESTART_MS);
  }

  function kill(index: number): void {
    const slot = slots[index];
    if (slot?.child === undefined || slot.port === undefined) return;
    disturbances += 1;
    slot.child.kill();
    slot.port = undefined;
    slot.child = undefined;
    slot.up = start(slot);
  }

  async function stopProperly(slot: Slot, child: BotChild, port: number): Promise<void> {
    const end = bustle.begin();
    const tried = probe(port, child);
    const guard = setTimeout(() => child.kill(), STOP_LIMIT_MS);
    const tookMs = await child.terminate();
    clearTimeout(guard);
    stopProblems.push(...(await tried));
    if (tookMs >= STOP_LIMIT_MS) stopProblems.push('SIGTERM did not end the process in 10 seconds');
    slot.port = undefined;
    slot.child = undefined;
    end();
    await start(slot);
  }

  const slots: readonly Slot[] = Array.from({ length: options.processes }, (_, index) => ({
    index,
    wrongMs: options.wrongClocks[index] ?? 0,
    child: undefined,
    port: undefined,
    up: Promise.resolve(),
  }));

  const world: World = {
    teams,
    calls,
    bustle,
    frontDoor,
    connectionString,
    tableName,
    now: () => new Date(performance.timeOrigin + performance.now() + passed),
    async advance(ms) {
      const end = bustle.begin();
      passed += ms;
      await Promise.all(
        slots.map(async ({ child, port }) => {
          // A process that is killed at this moment starts again with the present time.
          if (port !== undefined) await child?.tell({ tell: 'advance', ms }).catch(() => undefined);
        }),
      );
      // Only now can what has become due begin.
      end();
    },
    allUp: async () => void (await Promise.all(slots.map(({ up }) => up))),
    kill,
    terminate(index) {
      const slot = slots[index];
      if (slot?.child === undefined || slot.port === undefined) return;
      disturbances += 1;
      slot.up = stopProperly(slot, slot.child, slot.port);
    },
    jump(index, ms) {
      const slot = slots[index];
      if (slot === undefined) return;
      slot.wrongMs += ms;
      if (slot.port !== undefined) slot.child?.tell({ tell: 'jump', ms }).catch(() => undefined);
    },
    get disturbances() {
      return disturbances;
    },
    stopProblems,
    async close() {
      isClosing = true;
      await world.allUp();
      await Promise.all(
        slots.map(async ({ child }) => {
          if (child === undefined || child.hasEnded) return;
          try {
            await child.tell({ tell: 'stop' });
            children.giveBack(child);
          } catch {
            child.kill();
          }
        }),
      );
      await frontDoor.close();
      await Promise.all([...storageGates, connectorGate].map((gate) => gate.close()));
      await teams.stop();
    },
  };

  for (const slot of slots) slot.up = start(slot);
  await world.allUp();
  return world;
}

/** Sends requests to a process that stops, until it has ended. @returns what was wrong with the answers */
async function probe(port: number, child: BotChild): Promise<readonly string[]> {
  const began = performance.now();
  const answers: { readonly status: number | string; readonly atMs: number }[] = [];
  let isOver = false;
  void child.ended.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const atMs = performance.now() - began;
    const status = await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } }).then(
      (response) => response.status,
      () => 'no answer',
    );
    answers.push({ status, atMs });
    await new Promise((resolve) => setTimeout(resolve, PROBE_EACH_MS));
  }
  const endMs = performance.now() - began;
  const wrong = answers.filter(
    ({ status, atMs }) => status !== 503 && atMs > SIGNAL_TRAVELS_MS && atMs < endMs - SIGNAL_TRAVELS_MS,
  );
  return wrong.length === 0
    ? []
    : [`while it stopped, a process answered a new request with ${[...new Set(wrong.map(({ status }) => status))]}`];
}
