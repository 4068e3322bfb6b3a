import { operationId, type RoundId } from '../../domain/ids.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { WorkCalendar } from '../../domain/round/working-days.js';
import {
  afterLapse,
  claim,
  type Delivery,
  departmentOfLane,
  type EndOfTry,
  isDue,
  isOwed,
  type Lane,
  settle,
} from '../../domain/work/delivery.js';
import { UNFIT_TEMPLATE } from '../../domain/work/trouble.js';
import { type RowTag, type Stored, type Time, UnfitTemplate, UnreadableRow } from '../ports.js';
import { growingWaitMs } from './growing-wait.js';
import { handle } from './handlers/handle.js';
import type { OpenedRounds } from './opened-rounds.js';
import type { Pace } from './pace.js';
import { type Leave, pacedMessenger } from './paced-messenger.js';
import { type Settlement, writeSettlement } from './settling.js';
import { type Done, type TaskDependencies, UNNEEDED } from './task.js';

/*
 * One try of what is due first in a lane: read, claim, do, settle. Only the first due delivery of a lane is claimed, and
 * none while another is claimed, so that one conversation gets one message at a time, from all processes together.
 */

export interface LaneDependencies extends TaskDependencies {
  readonly time: Time;
  readonly pace: Pace;
  readonly opened: OpenedRounds;
  /** The name of this process among all that share the store. */
  readonly worker: string;
  /** The days on which the municipality works. */
  readonly calendar: WorkCalendar;
  /** A random number from 0 to 1, which spreads retries. */
  readonly jitter: () => number;
}

/** A lane in which something is owed, as far as this process knows. */
export interface LaneWork {
  readonly roundId: RoundId;
  readonly lane: Lane;
  /** When something is due, by the store's clock; infinite where nothing is. */
  dueMs: number;
  /** Not before this, by the time that has passed here. */
  notBeforeMs: number;
  /** The deliveries that were owed before the question was asked whether the notat is complete. */
  readonly asked: Set<string>;
  completeness: Promise<void> | undefined;
}

/** How long a lane is left to another process before it is looked at again, in milliseconds. Our choice. */
const LOOK_AGAIN_MS = 2_000;

/**
 * Rejects where a row cannot be read, or the store does not answer. Then nothing has been sent.
 *
 * @param leave to send one message, which has been taken
 * @param ending aborted when the process ends
 */
export async function tryLane(
  deps: LaneDependencies,
  work: LaneWork,
  leave: Leave,
  ending: AbortSignal,
): Promise<void> {
  const { rounds, clock, time, pace, worker } = deps;
  const { roundId, lane } = work;
  const owed = await rounds.readLane(roundId, lane, 'owed');
  const now = clock.now();
  const held = owed.find(({ value }) => value.state === 'claimed' && !isDue(value, now));
  // Nobody else here works in this lane, so the answer to this claim was lost, and nothing has been sent.
  const isOwn = held?.value.claimedBy === worker;
  const first = isOwn ? held : owed.find(({ value }) => isDue(value, now));
  work.dueMs = firstDueOf(owed);
  if (held !== undefined && !isOwn) return lookAgain(deps, work);
  if (first === undefined) return;
  const departmentId = departmentOfLane(lane);
  if (departmentId !== undefined && !(await deps.opened.isOpen(roundId))) {
    // Its departments are still being written. When they are, everything that is owed is looked for.
    work.dueMs = Number.POSITIVE_INFINITY;
    return;
  }
  if (first.value.state === 'claimed' && !isOwn) return takeOver(deps, work, first, ending);
  const department = departmentId === undefined ? undefined : await rounds.readDepartment(roundId, departmentId);
  const waitMs = department === undefined ? 0 : pace.waitFor(department.value.address.channelId);
  if (waitMs > 0) {
    work.notBeforeMs = time.elapsed() + waitMs;
    return;
  }
  const claimed = await claimFirst(deps, roundId, first);
  if (claimed === undefined) return lookAgain(deps, work);
  const others = owed.filter((row) => row !== first);
  const settled = await attempt(deps, work, { ...claimed, others, department }, leave, ending);
  work.dueMs = firstDueOf([...others, { value: settled }]);
}

/** Another process is at work here. */
function lookAgain({ time, clock }: LaneDependencies, work: LaneWork): void {
  work.notBeforeMs = time.elapsed() + LOOK_AGAIN_MS;
  work.dueMs = Math.min(work.dueMs, clock.now().getTime());
}

/** The worker that claimed the delivery has ended. */
async function takeOver(
  deps: LaneDependencies,
  work: LaneWork,
  { value, etag }: Stored<Delivery>,
  ending: AbortSignal,
): Promise<void> {
  const { roundId } = work;
  const settled = afterLapse(value, endOfTry(deps));
  deps.log.warn('delivery taken over', fieldsOf(roundId, settled));
  const nothing = { department: undefined, done: UNNEEDED, also: [] };
  await settleSurely(deps, { roundId, by: 'lapse', settled, tag: etag, claimed: value, ...nothing }, ending);
  work.dueMs = deps.clock.now().getTime();
}

interface ClaimedDelivery {
  readonly delivery: Delivery;
  /** undefined where the answer to the claim was lost. */
  readonly tag: RowTag | undefined;
}

/** @returns undefined where another process was faster */
async function claimFirst(
  { rounds, clock, worker }: LaneDependencies,
  roundId: RoundId,
  { value, etag }: Stored<Delivery>,
): Promise<ClaimedDelivery | undefined> {
  const delivery = claim(value, worker, clock.now());
  const operation = operationId('claim', delivery.id, worker, delivery.attempts);
  let tag: RowTag | undefined;
  const keep = ([written]: readonly RowTag[]) => {
    tag = written;
  };
  const result = await rounds.commit(roundId, operation, [{ change: 'replace delivery', delivery, etag }], keep);
  return result === 'conflict' ? undefined : { delivery, tag };
}

interface Attempt extends ClaimedDelivery {
  /** What else is owed in the lane. */
  readonly others: readonly Stored<Delivery>[];
  readonly department: Stored<RoundDepartment> | undefined;
}

async function attempt(
  deps: LaneDependencies,
  work: LaneWork,
  { delivery, tag, others, department }: Attempt,
  leave: Leave,
  ending: AbortSignal,
): Promise<Delivery> {
  const { roundId } = work;
  // One redrawing of the cards does for every change that has been made so far.
  const same = delivery.task.kind === 'refresh cards' ? others.filter(isPendingRefresh) : [];
  const done = await doneOf(deps, roundId, delivery, async () => {
    await askFirst(deps, work, [delivery, ...same.map(({ value }) => value)]);
    const messenger = pacedMessenger(deps, leave, ending);
    const claimed = { roundId, task: delivery.task, delivery, lane: others, department: department?.value };
    return handle({ ...deps, messenger }, claimed);
  });
  const settled = settle(delivery, done.outcome, endOfTry(deps));
  const isDone = settled.state === 'sent' || settled.state === 'unneeded' || done.outcome.kind === 'again';
  if (isDone) deps.log.info('delivery settled', fieldsOf(roundId, settled));
  else deps.log.warn('delivery not made', fieldsOf(roundId, settled));
  const also = isDone ? same : [];
  await settleSurely(deps, { roundId, by: 'settle', settled, tag, claimed: delivery, department, done, also }, ending);
  return settled;
}

function isPendingRefresh({ value }: Stored<Delivery>): boolean {
  return value.state === 'pending' && value.task.kind === 'refresh cards' && value.task.also === undefined;
}

function endOfTry({ clock, jitter, calendar }: LaneDependencies): EndOfTry {
  return { now: clock.now(), jitter: jitter(), calendar };
}

/** One delivery that fails must not stop the others, whatever the reason. */
async function doneOf(
  { log }: LaneDependencies,
  roundId: RoundId,
  { id }: Delivery,
  doing: () => Promise<Done>,
): Promise<Done> {
  try {
    return await doing();
  } catch (error) {
    const known = reasonOf(error);
    if (known === undefined) log.error('delivery failed inside', error, { roundId, delivery: id });
    return { outcome: { kind: 'failed', failure: { kind: 'inside', reason: known ?? 'internal error' } } };
  }
}

/** The reason for a failure that has been logged where it happened; undefined for a fault. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof UnreadableRow) return `unreadable ${error.kind}`;
  return error instanceof UnfitTemplate ? UNFIT_TEMPLATE : undefined;
}

/** The question whether the notat is complete comes before the cards, because the notat does not wait for them. */
async function askFirst(
  { completeness }: LaneDependencies,
  work: LaneWork,
  deliveries: readonly Delivery[],
): Promise<void> {
  const asking = deliveries.filter(({ task }) => task.kind === 'refresh cards' && task.mayComplete);
  if (asking.length === 0) return;
  const ask = () => completeness.ask(work.roundId);
  const isAsked = asking.every(({ id }) => work.asked.has(id));
  await (isAsked && work.completeness !== undefined ? work.completeness.catch(ask) : ask());
  for (const { id } of asking) work.asked.delete(id);
}

/** How often it is tried to write what came of a delivery: for more than a day. Our choice. After that another process takes the delivery over. */
const SETTLE_TRIES_MAX = 2_000;

/**
 * Writes what came of a try, again and again until it is written or the process ends. Otherwise a message that was sent
 * would be shown as uncertain. Nothing else is sent in the lane meanwhile.
 */
async function settleSurely(deps: LaneDependencies, settlement: Settlement, ending: AbortSignal): Promise<void> {
  for (let tries = 1; tries <= SETTLE_TRIES_MAX; tries += 1) {
    try {
      return await writeSettlement(deps, settlement);
    } catch (error) {
      const { roundId, settled } = settlement;
      deps.log.error('delivery not settled', error, { roundId, delivery: settled.id });
      if (ending.aborted) return;
      await deps.time.wait(growingWaitMs(tries), ending);
    }
  }
}

/** When the first of them is due; infinite where none is owed. */
function firstDueOf(deliveries: readonly Pick<Stored<Delivery>, 'value'>[]): number {
  const owed = deliveries.filter(({ value }) => isOwed(value));
  return Math.min(Number.POSITIVE_INFINITY, ...owed.map(({ value }) => value.dueAt.getTime()));
}

function fieldsOf(roundId: RoundId, { id, task, state, attempts, lastFailure }: Delivery) {
  return { roundId, delivery: id, task: task.kind, state, attempts, reason: lastFailure };
}
