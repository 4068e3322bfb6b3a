import { operationId, type RoundId } from '../../domain/ids.js';
import { OWED_AT_A_TIME } from '../../domain/limits.js';
import type { Round } from '../../domain/round/round.js';
import { type Delivery, inLane, isInLane, laneOf, NEVER, requestDeliveryId } from '../../domain/work/delivery.js';
import type { RoundIndex, RoundIndexEntry, Stored, Time } from '../ports.js';
import { UnreadableRow } from '../ports.js';
import { continueNow } from './handlers/continue-round.js';
import { type Membership, REPORT_MS } from './membership.js';
import type { Outbox } from './outbox.js';
import type { TaskDependencies } from './task.js';

/*
 * Finds what is owed that nobody told this process: when it starts, when another process has ended, and now and then
 * in every round that may owe something.
 */

export interface FindingDependencies extends TaskDependencies {
  readonly index: RoundIndex;
  readonly outbox: Outbox;
  readonly membership: Membership;
  readonly time: Time;
}

export interface Finding {
  /** Looks for everything that a round owes, soon. */
  lookAt(roundId: RoundId): void;
  /** Whether every round has been looked at once, and none waits to be looked at. */
  isIdle(): boolean;
  /** Resolves when it is so. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** How long it takes to look at every round once, in milliseconds: 14 minutes, so that nothing waits for 15. */
const CYCLE_MS = 14 * 60_000;

/** How long a closed round stays among those that are looked at, in milliseconds. It is longer than any race. */
const QUIET_AFTER_MS = 3_600_000;

/** How often the round itself is looked at, in milliseconds. Our choice: it costs one request each time. */
const WHOLE_MS = 6 * 3_600_000;

/** How many rounds are looked at at the same time when a process starts. Our choice. */
const AT_ONCE = 4;

/** The wait after a failure, in milliseconds. */
const FAILURE_WAIT_MS = 5_000;

/** What is due later than this is found when every round is looked at again, in milliseconds. */
const HORIZON_MS = CYCLE_MS + 60_000;

export function startFinding(deps: FindingDependencies): Finding {
  const { index, outbox, membership, time, log } = deps;
  const ending = new AbortController();
  const wanted = new Set<RoundId>();
  let rouse = new AbortController();
  /** When the round itself was looked at. */
  const wholeMs = new Map<RoundId, number>();
  const startedMs = time.elapsed();
  let isStarting = true;
  let isLooking = false;
  let waiters: (() => void)[] = [];

  /** @returns whether it need not be tried again: it was done, or a row cannot be read, which another try does not mend */
  async function guarded(what: string, doing: () => Promise<unknown>, roundId?: RoundId): Promise<boolean> {
    try {
      await doing();
      return true;
    } catch (error) {
      // The store has already logged unreadable rows.
      if (!(error instanceof UnreadableRow)) log.error(what, error, { roundId });
      return error instanceof UnreadableRow;
    }
  }

  /** Tells the others that this process lives, and takes over from those that have ended. */
  async function reporting(): Promise<void> {
    while (!ending.signal.aborted) {
      await guarded('processes not read', async () => {
        for (const ended of await membership.report(outbox.owing())) {
          for (const roundId of ended.owing) lookAt(roundId);
          await membership.forget(ended);
        }
      });
      await time.wait(REPORT_MS, ending.signal);
    }
  }

  /** Looks at every round when the process starts, and then at one after the other. */
  async function searching(): Promise<void> {
    while (!ending.signal.aborted) {
      let entries: readonly Stored<RoundIndexEntry>[] = [];
      const isRead = await guarded('rounds not read', async () => {
        entries = await index.listActive();
      });
      if (!isRead) {
        await time.wait(FAILURE_WAIT_MS, ending.signal);
        continue;
      }
      if (isStarting) await lookAtAll(entries);
      else await lookSlowly(entries);
    }
  }

  async function lookAtAll(entries: readonly Stored<RoundIndexEntry>[]): Promise<void> {
    const left = [...entries];
    const lookers = Array.from({ length: AT_ONCE }, async () => {
      for (let entry = left.shift(); entry !== undefined && !ending.signal.aborted; entry = left.shift()) {
        const { value } = entry;
        await guarded('round not continued', () => continueIfLeft(deps, entry), value.roundId);
        await surely(() => loadOwed(deps, value.roundId, ending.signal), value.roundId);
      }
    });
    await Promise.all(lookers);
    isStarting = false;
    announceIdle();
  }

  async function lookSlowly(entries: readonly Stored<RoundIndexEntry>[]): Promise<void> {
    const pauseMs = CYCLE_MS / (entries.length + 1);
    await time.wait(pauseMs, ending.signal);
    for (const entry of entries) {
      if (ending.signal.aborted) return;
      const { roundId } = entry.value;
      if (isTimeForWhole(roundId)) await guarded('round not continued', () => continueIfLeft(deps, entry), roundId);
      await guarded('round not looked at', () => loadOwed(deps, roundId, ending.signal), roundId);
      await time.wait(pauseMs, ending.signal);
    }
  }

  /** Whether it is time to look at the round itself too: seldom, because that costs a request for every round. */
  function isTimeForWhole(roundId: RoundId): boolean {
    const nowMs = time.elapsed();
    const isTime = nowMs - (wholeMs.get(roundId) ?? startedMs) > WHOLE_MS;
    if (isTime) wholeMs.set(roundId, nowMs);
    return isTime;
  }

  /** Looks at the rounds that somebody wants to be looked at. */
  async function lookingWhereWanted(): Promise<void> {
    while (!ending.signal.aborted) {
      const { signal } = rouse;
      const [roundId] = wanted;
      if (roundId === undefined) {
        announceIdle();
        await time.wait(CYCLE_MS, signal);
        continue;
      }
      wanted.delete(roundId);
      isLooking = true;
      await surely(() => loadOwed(deps, roundId, ending.signal), roundId);
      isLooking = false;
    }
  }

  /** Tries until it succeeds or the process ends: what is found here was told to nobody else. */
  async function surely(doing: () => Promise<unknown>, roundId: RoundId): Promise<void> {
    for (let tries = 1; tries <= TRIES_MAX && !ending.signal.aborted; tries += 1) {
      if (await guarded('round not looked at', doing, roundId)) return;
      await time.wait(FAILURE_WAIT_MS, ending.signal);
    }
  }

  function lookAt(roundId: RoundId): void {
    wanted.add(roundId);
    rouse.abort();
    rouse = new AbortController();
  }

  const isIdle = () => !isStarting && !isLooking && wanted.size === 0;

  function announceIdle(): void {
    if (!isIdle()) return;
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  const running = [reporting(), searching(), lookingWhereWanted()];

  return {
    lookAt,
    isIdle,
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        announceIdle();
      }),
    async stop() {
      ending.abort();
      rouse.abort();
      await Promise.all(running);
    },
  };
}

/** After so many tries a round is found when every round is looked at again. */
const TRIES_MAX = 100;

/**
 * Continues with what version 0.1 left half done without owing it, locks departments without which the round was closed,
 * and finds out whether it is quiet.
 */
async function continueIfLeft(deps: FindingDependencies, entry: Stored<RoundIndexEntry>): Promise<void> {
  const round = await continueNow(deps, entry.value.roundId);
  if (round?.state === 'closed' || round?.state === 'withdrawn') await noteIfQuiet(deps, entry, round);
}

/** A round that has been closed for long and owes nothing is not looked at any more. */
async function noteIfQuiet(
  { rounds, clock, index }: FindingDependencies,
  entry: Stored<RoundIndexEntry>,
  { id, closedAt, closedWithout }: Round,
): Promise<void> {
  const isLongClosed = closedAt !== undefined && clock.now().getTime() - closedAt.getTime() > QUIET_AFTER_MS;
  if (!isLongClosed || closedWithout.length > 0) return;
  const owed = await rounds.readOwed(id, { until: BEFORE_NEVER, limit: 1 });
  if (owed.deliveries.length === 0 && owed.next === undefined) await index.noteQuiet(entry);
}

/** Later than anything that is due by itself. */
const BEFORE_NEVER = new Date(NEVER.getTime() - 1);

/** Tells the outbox everything that a round owes. */
async function loadOwed(deps: FindingDependencies, roundId: RoundId, ending: AbortSignal): Promise<void> {
  const { rounds, clock, outbox, time } = deps;
  const until = new Date(clock.now().getTime() + HORIZON_MS);
  let after: string | undefined;
  do {
    const { deliveries, next } = await rounds.readOwed(roundId, { until, limit: OWED_AT_A_TIME, after });
    for (const each of deliveries) {
      const delivery = await inItsLane(deps, roundId, each);
      outbox.owe(roundId, laneOf(delivery.task), delivery);
    }
    after = next;
    // What there is no room for is read when some of the rest is done.
    while (after !== undefined && !outbox.hasRoom() && !ending.aborted) await time.wait(ROOM_WAIT_MS, ending);
  } while (after !== undefined && !ending.aborted);
}

const ROOM_WAIT_MS = 1_000;

/** Moves a delivery of version 0.1 to its lane. */
async function inItsLane(
  { rounds }: FindingDependencies,
  roundId: RoundId,
  { value, etag }: Stored<Delivery>,
): Promise<Delivery> {
  if (isInLane(value)) return value;
  const { task, id } = value;
  const isRequest = task.kind === 'post request';
  const moved = { ...value, id: isRequest ? requestDeliveryId(task.departmentId) : inLane(laneOf(task), `0-${id}`) };
  // A conflict means that another process has moved it.
  await rounds.commit(roundId, operationId('move', id), [
    { change: 'replace delivery', delivery: { ...value, state: 'unneeded' }, etag },
    { change: 'insert delivery', delivery: moved },
  ]);
  return moved;
}
