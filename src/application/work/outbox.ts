import type { RoundId } from '../../domain/ids.js';
import { LANES_MAX } from '../../domain/limits.js';
import { type Delivery, isOwed, type Lane, SECRETARIAT_LANE } from '../../domain/work/delivery.js';
import { UnreadableRow } from '../ports.js';
import { growingWaitMs } from './growing-wait.js';
import { type LaneDependencies, type LaneWork, tryLane } from './lane.js';

/*
 * The outbox of one process. It knows the lanes in which something is owed, and works on many of them at once. What is
 * owed stands in the store: a process that forgets, or ends, loses nothing.
 */

export interface Outbox {
  /** Tells that a delivery is owed in a lane, as it was written or read. */
  owe(roundId: RoundId, lane: Lane, delivery: Delivery): void;
  /** Tells that all rows of a round are written, so that its departments may see it. */
  noteOpen(roundId: RoundId): void;
  /** Whether there is room to know of more. */
  hasRoom(): boolean;
  /** The rounds in which something is owed, as far as this process knows. */
  owing(): readonly RoundId[];
  /** Resolves when nothing is being done and nothing is due. For programs that wait for that, such as specs. */
  idle(): Promise<void>;
  /** Begins nothing more. Resolves when what is under way has ended, or after the time limit. */
  stop(withinMs: number): Promise<void>;
}

/** A lane, with what this process needs to know to choose among lanes. */
interface Work extends LaneWork {
  /** Since when something has been owed that nothing was done about, by the time that has passed here. */
  owedMs: number | undefined;
  isBusy: boolean;
  /** Whether something was owed while it was busy. */
  isAgain: boolean;
  isUrgent: boolean;
  failures: number;
}

/**
 * How long nothing is done about what has just been owed, in milliseconds. Our choice: whoever caused it by pressing a
 * button is answered in less time, and that answer comes first.
 */
const ANSWER_FIRST_MS = 50;

/**
 * How long answers may come first where one follows the other, in milliseconds. Our choice: nobody waits for what is
 * owed in front of a card, and what several answers owe in one lane is done at once.
 */
const ANSWERS_FIRST_MAX_MS = 2_000;

/** How long a lane waits where a row cannot be read, in milliseconds. Our choice: somebody must repair it first. */
const UNREADABLE_WAIT_MS = 900_000;

/** The longest that a timer can wait, in milliseconds. */
const TIMER_MAX_MS = 2 ** 31 - 1;

export function createOutbox(deps: LaneDependencies): Outbox {
  const { clock, time, pace, log, completeness, opened } = deps;
  const works = new Map<string, Work>();
  /** Conversations to which something is being sent, in whatever round. */
  const busy = new Set<Lane>();
  /** When something was last sent for a round. */
  const served = new Map<RoundId, number>();
  const underWay = new Set<Promise<void>>();
  const ending = new AbortController();
  /** The questions whether a notat is complete that have not been asked yet, by round. */
  const questions = new Map<RoundId, Promise<void>>();
  /** How many questions there are, with those that are being asked. */
  let asking = 0;
  /** When something was last owed to a department, as its answers do. What the work itself owes is the secretariat's. */
  let lastAnswerMs = Number.NEGATIVE_INFINITY;
  let rouse = new AbortController();
  /** When it is looked again for something to do, by the time that has passed here, if nothing wakes it before. */
  let looksAtMs = Number.NEGATIVE_INFINITY;
  let waiters: (() => void)[] = [];

  const keyOf = ({ roundId, lane }: Pick<Work, 'roundId' | 'lane'>) => `${roundId} ${lane}`;

  function workOf(roundId: RoundId, lane: Lane): Work | undefined {
    const known = works.get(keyOf({ roundId, lane }));
    if (known !== undefined) return known;
    // What there is no room for is found later. The secretariat's is never put off.
    if (works.size >= LANES_MAX && lane !== SECRETARIAT_LANE) return undefined;
    const choice = { isBusy: false, isAgain: false, isUrgent: lane === SECRETARIAT_LANE, failures: 0 };
    const made: Work = {
      roundId,
      lane,
      ...choice,
      owedMs: undefined,
      dueMs: Number.POSITIVE_INFINITY,
      notBeforeMs: 0,
      asked: new Set(),
      completeness: undefined,
    };
    works.set(keyOf(made), made);
    return made;
  }

  /** Until when answers come before what is owed since then. */
  function answersFirstUntil(owedMs: number): number {
    return Math.min(Math.max(owedMs, lastAnswerMs) + ANSWER_FIRST_MS, owedMs + ANSWERS_FIRST_MAX_MS);
  }

  /** When a lane may be worked on, by the time that has passed here. */
  function mayBeginAt({ notBeforeMs, owedMs, isUrgent }: Work): number {
    if (owedMs === undefined) return notBeforeMs;
    return Math.max(notBeforeMs, isUrgent ? owedMs + ANSWER_FIRST_MS : answersFirstUntil(owedMs));
  }

  function wake(): void {
    rouse.abort();
    rouse = new AbortController();
  }

  function nextWork(): Work | undefined {
    const [nowMs, elapsedMs] = [clock.now().getTime(), time.elapsed()];
    let best: Work | undefined;
    for (const work of works.values()) {
      const mayBegin = !work.isBusy && work.dueMs <= nowMs && mayBeginAt(work) <= elapsedMs && !busy.has(work.lane);
      if (mayBegin && (best === undefined || comesBefore(work, best))) best = work;
    }
    return best;
  }

  /** What is urgent comes first, then the round that was served least recently, then what has waited longest. */
  function comesBefore(one: Work, other: Work): boolean {
    if (one.isUrgent !== other.isUrgent) return one.isUrgent;
    const [oneServed, otherServed] = [served.get(one.roundId) ?? 0, served.get(other.roundId) ?? 0];
    if (oneServed !== otherServed) return oneServed < otherServed;
    return one.dueMs < other.dueMs;
  }

  /** How long until something may be due, in milliseconds. */
  function untilNext(): number {
    const [nowMs, elapsedMs] = [clock.now().getTime(), time.elapsed()];
    const waits = [...works.values()].flatMap((work) => {
      const wait = Math.max(work.dueMs - nowMs, mayBeginAt(work) - elapsedMs, 0);
      // What waits for the same conversation is looked at again when that is free.
      return work.isBusy || (wait === 0 && busy.has(work.lane)) ? [] : [wait];
    });
    return Math.min(TIMER_MAX_MS, ...waits);
  }

  /** Whether something is due that only waits until the person who caused it has been answered. */
  function isAboutToBegin(): boolean {
    const [nowMs, elapsedMs] = [clock.now().getTime(), time.elapsed()];
    return [...works.values()].some(
      (work) => work.dueMs <= nowMs && work.notBeforeMs <= elapsedMs + ANSWER_FIRST_MS && mayBeginAt(work) > elapsedMs,
    );
  }

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      const { signal } = rouse;
      const work = nextWork();
      if (work === undefined) {
        const waitMs = untilNext();
        if (underWay.size === 0 && asking === 0 && waitMs > 0 && !isAboutToBegin()) announceIdle();
        looksAtMs = time.elapsed() + waitMs;
        await time.wait(waitMs, signal);
        looksAtMs = Number.NEGATIVE_INFINITY;
        continue;
      }
      const waitMs = pace.take();
      if (waitMs > 0) await time.wait(waitMs, ending.signal);
      else begin(work);
    }
  }

  function announceIdle(): void {
    for (const resolve of waiters) resolve();
    waiters = [];
  }

  function begin(work: Work): void {
    work.isBusy = true;
    work.isAgain = false;
    work.owedMs = undefined;
    busy.add(work.lane);
    served.set(work.roundId, time.elapsed());
    const ended = workOn(work).then(() => {
      work.isBusy = false;
      busy.delete(work.lane);
      underWay.delete(ended);
      if (work.isAgain) work.dueMs = Math.min(work.dueMs, clock.now().getTime());
      if (work.dueMs === Number.POSITIVE_INFINITY) forget(work);
      wake();
    });
    underWay.add(ended);
  }

  function forget(work: Work): void {
    works.delete(keyOf(work));
    const isLast = ![...works.values()].some(({ roundId }) => roundId === work.roundId);
    if (isLast) served.delete(work.roundId);
  }

  /** Makes one try of what is due first in the lane. It never rejects. The leave to send has been taken. */
  async function workOn(work: Work): Promise<void> {
    const leave = { isHeld: true };
    try {
      await tryLane(deps, work, leave, ending.signal);
      work.failures = 0;
    } catch (error) {
      // The store has already logged unreadable rows.
      if (!(error instanceof UnreadableRow)) log.error('lane not worked on', error, { roundId: work.roundId });
      work.failures += 1;
      const waitMs = error instanceof UnreadableRow ? UNREADABLE_WAIT_MS : growingWaitMs(work.failures);
      work.notBeforeMs = time.elapsed() + waitMs * (1 - deps.jitter() / 2);
      work.dueMs = Math.min(work.dueMs, clock.now().getTime());
    } finally {
      if (leave.isHeld) pace.giveBack();
    }
  }

  /** The notat does not wait for the cards, which may have to wait for one another. */
  function askLater(roundId: RoundId, owedMs: number): Promise<void> {
    const known = questions.get(roundId);
    if (known !== undefined) return known;
    asking += 1;
    const question = waitForAnswers(owedMs)
      .then(() => {
        questions.delete(roundId);
        return completeness.ask(roundId);
      })
      .finally(() => {
        asking -= 1;
        wake();
      });
    questions.set(roundId, question);
    return question;
  }

  async function waitForAnswers(owedMs: number): Promise<void> {
    for (let waitMs = ANSWER_FIRST_MS; waitMs > 0 && !ending.signal.aborted; ) {
      await time.wait(waitMs, ending.signal);
      waitMs = answersFirstUntil(owedMs) - time.elapsed();
    }
  }

  const running = run();

  return {
    owe(roundId, lane, delivery) {
      if (!isOwed(delivery)) return;
      const work = workOf(roundId, lane);
      if (work === undefined) return;
      work.dueMs = Math.min(work.dueMs, delivery.dueAt.getTime());
      work.isAgain = work.isBusy;
      const nowMs = time.elapsed();
      // What is due later is not held up when its time comes.
      if (delivery.dueAt <= clock.now()) work.owedMs ??= nowMs;
      if (lane !== SECRETARIAT_LANE) lastAnswerMs = nowMs;
      const { task } = delivery;
      work.isUrgent ||= task.kind === 'post department notice';
      if (task.kind === 'refresh cards' && task.mayComplete) {
        work.asked.add(delivery.id);
        work.completeness = askLater(roundId, nowMs);
        // Whoever redraws the cards asks again.
        work.completeness.catch(() => work.asked.clear());
      }
      if (mayBeginAt(work) < looksAtMs) wake();
    },
    noteOpen: (roundId) => opened.note(roundId),
    hasRoom: () => works.size < LANES_MAX / 2,
    owing: () => [...new Set([...works.values()].map(({ roundId }) => roundId))],
    idle: () =>
      new Promise((resolve) => {
        waiters.push(resolve);
        wake();
      }),
    async stop(withinMs) {
      ending.abort();
      wake();
      const limit = new AbortController();
      await Promise.race([Promise.all([running, ...underWay]), time.wait(withinMs, limit.signal)]);
      limit.abort();
    },
  };
}
