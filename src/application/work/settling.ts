import { operationId, type RoundId } from '../../domain/ids.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import {
  type Delivery,
  departmentOfLane,
  inLane,
  laneOf,
  newDelivery,
  SECRETARIAT_LANE,
  troubleOf,
} from '../../domain/work/delivery.js';
import type { Trouble } from '../../domain/work/trouble.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, Log, RoundChange, RoundStore, RowTag, Stored } from '../ports.js';
import { changesOf, secretariatsCards } from '../reply/change-department.js';
import { oweDesk } from '../round/owe-desk.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import type { Done } from './task.js';

/** How long troubles are gathered before the secretariat is told of them, in milliseconds. Our choice. */
const GATHERED_MS = 60_000;

/** What must be written after a try. */
export interface Settlement {
  readonly roundId: RoundId;
  /** Who writes it: the one that tried, or the one that found that the other has ended. */
  readonly by: 'settle' | 'lapse';
  /** The delivery as it is to be written. */
  readonly settled: Delivery;
  /** The tag that the claim got; undefined where the answer to the claim was lost. */
  readonly tag: RowTag | undefined;
  /** Who claimed it, and for which try. */
  readonly claimed: Pick<Delivery, 'claimedBy' | 'attempts'>;
  /** The department of the lane as it was read last, to write what is learned about it. */
  readonly department: Stored<RoundDepartment> | undefined;
  readonly done: Done;
  /** Other deliveries of the lane that the same try has settled. */
  readonly also: readonly Stored<Delivery>[];
}

export interface SettlingDependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Writes what came of a try, with what was learned. The first try to write needs no read: the claim gave the tag. Where
 * another worker has taken the delivery over in the meantime, its word stands, except that a message that has certainly
 * been sent is not uncertain.
 */
export async function writeSettlement(deps: SettlingDependencies, settlement: Settlement): Promise<void> {
  const { roundId, by, settled, claimed, done } = settlement;
  // What the two may write differs, so it is not the same operation.
  const operation = operationId(by, settled.id, claimed.claimedBy ?? '', claimed.attempts);
  let { tag, department, also } = settlement;
  let changes = done.changes ?? [];
  await untilStored('settle delivery', async () => {
    const present = tag === undefined ? await presentOf(deps, settlement) : { etag: tag, isNoMoreUncertain: false };
    if (present === undefined) return undefined;
    const { etag, isNoMoreUncertain } = present;
    const result = await deps.rounds.commit(roundId, operation, [
      { change: 'replace delivery', delivery: settled, etag },
      ...also.map(
        ({ value, etag: read }) =>
          ({ change: 'replace delivery', delivery: { ...value, state: 'unneeded' }, etag: read }) as const,
      ),
      ...changes,
      ...(await noteOn(deps, settlement, department, isNoMoreUncertain)),
      ...tellTroubles(settled, deps.clock),
      ...oweDeskAfter(settlement, deps.clock),
    ]);
    if (result === 'committed') return undefined;
    // Another row has been changed, or the claim was lost. Everything is read again, and only what is certain stays.
    tag = undefined;
    department = undefined;
    also = [];
    changes = changes.filter((change) => !('etag' in change));
    return CONFLICT;
  });
}

/** The present tag of the delivery, where what came of the try may still be written. */
async function presentOf(
  { rounds, log }: SettlingDependencies,
  { roundId, settled, claimed }: Settlement,
): Promise<{ readonly etag: RowTag; readonly isNoMoreUncertain: boolean } | undefined> {
  const present = await unlessUnreadable(rounds.readDelivery(roundId, settled.id));
  if (present !== undefined) {
    const { claimedBy, attempts, state } = present.value;
    const isOurs = claimedBy === claimed.claimedBy && attempts === claimed.attempts;
    const isNoMoreUncertain = settled.state === 'sent' && state === 'uncertain';
    if (isOurs || isNoMoreUncertain) return { etag: present.etag, isNoMoreUncertain };
  }
  log.warn('delivery claim lost', { roundId, delivery: settled.id });
  return undefined;
}

/**
 * Writes what was learned, or what is in trouble, to the row of the department or of the round.
 *
 * @param isOver whether the row may tell of trouble with this delivery, which is over
 */
async function noteOn(
  deps: SettlingDependencies,
  { roundId, settled, done }: Settlement,
  read: Stored<RoundDepartment> | undefined,
  isOver: boolean,
): Promise<readonly RoundChange[]> {
  const { rounds } = deps;
  const trouble = troubleOf(settled);
  const lane = laneOf(settled.task);
  const departmentId = departmentOfLane(lane);
  if (departmentId === undefined) {
    return [
      ...(await noteOnRound(deps, roundId, trouble, isOver, done)),
      ...(await noteElsewhere(deps, roundId, settled.id, done)),
    ];
  }
  if (trouble === undefined && done.learned === undefined && !isOver) return [];
  const present = read ?? (await unlessUnreadable(rounds.readDepartment(roundId, departmentId)));
  if (present === undefined) return [];
  const learned = done.learned?.(present.value) ?? present.value;
  // An uncertain card has arrived if somebody has answered on it.
  const isMoot = settled.task.kind === 'post request' && learned.reply !== undefined;
  const noted = isOver ? { ...learned, trouble: undefined } : learned;
  const department = trouble === undefined || isMoot ? noted : { ...learned, trouble };
  if (isSame(department, present.value)) return [];
  return [{ change: 'replace department', department, etag: present.etag }];
}

async function noteOnRound(
  { rounds }: SettlingDependencies,
  roundId: RoundId,
  trouble: Trouble | undefined,
  isOver: boolean,
  { learnedOfRound }: Done,
): Promise<readonly RoundChange[]> {
  if (trouble === undefined && !isOver && learnedOfRound === undefined) return [];
  const present = await rounds.readRound(roundId);
  if (present === undefined) return [];
  const learned = learnedOfRound?.(present.value) ?? present.value;
  const round = trouble !== undefined || isOver ? { ...learned, trouble } : learned;
  return [{ change: 'replace round', round, etag: present.etag }];
}

/** Writes what was learned about a department whose lane it is not. */
async function noteElsewhere(
  { rounds, clock }: SettlingDependencies,
  roundId: RoundId,
  deliveryId: string,
  { about, learned }: Done,
): Promise<readonly RoundChange[]> {
  if (about === undefined || learned === undefined) return [];
  const { id } = about.department;
  const present = await unlessUnreadable(rounds.readDepartment(roundId, id));
  if (present === undefined) return [];
  const department = learned(present.value);
  const owes = present.value.changes === about.changes ? [] : secretariatsCards(department);
  const operation = operationId('learn', deliveryId);
  const change = { operation, department, lines: [], owes, at: clock.now() };
  return changesOf(present, change).changes;
}

function isSame(one: RoundDepartment, other: RoundDepartment): boolean {
  return (
    one.trouble === other.trouble &&
    one.cards === other.cards &&
    one.notice === other.notice &&
    one.personally === other.personally
  );
}

/**
 * What a department does, and what is done about it, changes its cards or posts a notice. The secretariat's overview
 * follows these, and whatever has not arrived, so that an answer itself need not owe it.
 */
function oweDeskAfter({ settled, department }: Settlement, clock: Clock): readonly RoundChange[] {
  const { kind } = settled.task;
  const isSeen = kind === 'refresh cards' || kind === 'post department notice' || troubleOf(settled) !== undefined;
  if (!isSeen || kind === 'update desk' || department?.value.ask.isTrial === true) return [];
  return [oweDesk(clock.now())];
}

/** The secretariat is told of troubles once for several, and never of the trouble with telling it. */
function tellTroubles(settled: Delivery, clock: Clock): readonly RoundChange[] {
  const { state, task } = settled;
  const isUntold =
    task.kind === 'post troubles' || (state === 'stopped' && departmentOfLane(laneOf(task)) === undefined);
  if (troubleOf(settled) === undefined || isUntold) return [];
  const due = new Date(clock.now().getTime() + GATHERED_MS);
  const delivery = newDelivery(inLane(SECRETARIAT_LANE, 'troubles'), { kind: 'post troubles' }, due);
  return [{ change: 'put delivery', delivery }];
}
