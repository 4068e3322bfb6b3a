import { type ChannelAddress, isPostedIn } from '../../domain/channel/channel.js';
import { type DepartmentId, type NotatId, operationId, type RoundId } from '../../domain/ids.js';
import { recordNotat } from '../../domain/notat/notat.js';
import { progressOf } from '../../domain/round/progress.js';
import type { Round, RoundDepartment, RoundOverview } from '../../domain/round/round.js';
import {
  claim,
  type Delivery,
  type DeliveryOutcome,
  type DeliveryTask,
  isOwed,
  MAX_ATTEMPTS,
  newDelivery,
  notatDeliveryId,
  requestDeliveryId,
  settle,
} from '../../domain/work/delivery.js';
import { isNoticeTrue } from '../../domain/work/notice-truth.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import { type RecordedNotat, readRecorded } from '../notat/fetch-notat.js';
import { templateOrInstallations } from '../notat/notat-file.js';
import {
  type ChannelRegistry,
  type Log,
  type Messenger,
  type RoundChange,
  type RoundIndex,
  type RoundStore,
  type Stored,
  UnreadableRow,
} from '../ports.js';
import {
  type ClosingDependencies,
  finishClosing,
  finishReopening,
  lockThoseReadableAgain,
} from '../round/finish-closing.js';
import { continueStart } from '../round/start-round.js';
import { unlessUnreadable } from '../unless-unreadable.js';

export interface DeliverDependencies extends ClosingDependencies {
  readonly index: RoundIndex;
  readonly channels: Pick<ChannelRegistry, 'find' | 'list' | 'secretariat'>;
  readonly messenger: Messenger;
  readonly log: Log;
  /** The name of this process among all that share the store. */
  readonly worker: string;
  /** A random number from 0 to 1, which spreads retries. */
  readonly jitter: () => number;
}

/** How long after a notat's first card its other parts follow, in milliseconds. The first card starts the thread. */
const PART_WAIT_MS = 1_000;

/** The outcome for a message whose thread does not exist yet, because the first message of the thread is still owed. */
const THREAD_NOT_THERE: DeliveryOutcome = {
  kind: 'try again',
  reason: 'its thread is not there yet',
  waitMs: undefined,
};

/** The outcome for what is the secretariat's while no channel is. It waits as long as a retry can wait. */
const NO_SECRETARIAT: DeliveryOutcome = { kind: 'try again', reason: 'no secretariat', waitMs: 900_000 };

/** A task that is about one department. */
type DepartmentTask = Extract<DeliveryTask, { departmentId: DepartmentId }>;

/** How many due deliveries are read at a time. */
const READ_AT_A_TIME = 50;

/**
 * Finishes what is owed in every round: first starts, closings and reopenings that were interrupted, then all
 * deliveries that are due, one at a time. Any number of processes may do this at once; the process that claims a
 * delivery tries it.
 *
 * @param isStopping is asked between deliveries; when it returns true, the rest is left for later
 */
export async function deliverDue(deps: DeliverDependencies, isStopping: () => boolean): Promise<void> {
  for (const { roundId } of await deps.index.list()) {
    if (isStopping()) return;
    try {
      await continueRound(deps, roundId);
      await deliverRound(deps, roundId, isStopping);
    } catch (error) {
      // The other rounds continue, and this one is tried at the next pass. The store has already logged unreadable
      // rows.
      if (!(error instanceof UnreadableRow)) deps.log.error('round not delivered', error, { roundId });
    }
  }
}

/** Continues with work that needs more than one transaction, and that another process may have left half done. */
async function continueRound(deps: DeliverDependencies, roundId: RoundId): Promise<void> {
  const present = await deps.rounds.readRound(roundId);
  switch (present?.value.state) {
    case 'starting':
      return continueStart(deps, roundId);
    case 'closing':
      return finishClosing(deps, present);
    case 'closed':
      return lockThoseReadableAgain(deps, present);
    case 'reopening':
      return finishReopening(deps, present);
    default:
      return undefined;
  }
}

async function deliverRound(deps: DeliverDependencies, roundId: RoundId, isStopping: () => boolean): Promise<void> {
  for (;;) {
    const due = await deps.rounds.readDueDeliveries(roundId, deps.clock.now(), READ_AT_A_TIME);
    const round = due.length === 0 ? undefined : (await deps.rounds.readRound(roundId))?.value;
    // Until the round is open its departments are still being written, and nothing of it may be shown.
    if (round === undefined || round.state === 'planned' || round.state === 'starting') return;
    let claimed = 0;
    for (const delivery of due) {
      if (isStopping()) return;
      if (await deliverOne(deps, round, delivery)) claimed += 1;
    }
    // Other processes claimed all of them first. What those leave is for the next pass.
    if (claimed === 0) return;
  }
}

/** @returns whether this worker claimed the delivery */
async function deliverOne(deps: DeliverDependencies, round: Round, due: Stored<Delivery>): Promise<boolean> {
  const claimed = claim(due.value, deps.worker, deps.clock.now());
  const result = await deps.rounds.commit(round.id, operationId('claim', claimed.id, deps.worker, claimed.attempts), [
    { change: 'replace delivery', delivery: claimed, etag: due.etag },
  ]);
  if (result === 'conflict') return false;
  // A delivery that crashes its worker comes back with an ended claim. Without this check it would do so for ever.
  const outcome: DeliveryOutcome =
    claimed.attempts > MAX_ATTEMPTS
      ? { kind: 'refused', reason: 'given up: no try came to an end' }
      : await attempt(deps, round, claimed);
  await settleDelivery(deps, round, claimed, outcome);
  return true;
}

/** One delivery that fails must not stop the others, whatever the reason. */
async function attempt(deps: DeliverDependencies, round: Round, delivery: Delivery): Promise<DeliveryOutcome> {
  try {
    return await carryOut(deps, round, delivery);
  } catch (error) {
    if (error instanceof UnreadableRow)
      return { kind: 'try again', reason: `unreadable ${error.kind}`, waitMs: undefined };
    deps.log.error('delivery failed inside', error, { roundId: round.id, delivery: delivery.id });
    return { kind: 'try again', reason: 'internal error', waitMs: undefined };
  }
}

async function carryOut(deps: DeliverDependencies, round: Round, { task }: Delivery): Promise<DeliveryOutcome> {
  switch (task.kind) {
    case 'update round card':
      return deps.messenger.update(round.secretariat, task.posted, { kind: 'round card', round });
    case 'compile if complete':
      return compileIfComplete(deps, round.id);
    case 'post notat':
      return postNotat(deps, round.id, task.notatId, 1);
    case 'post notat part':
      return postNotat(deps, round.id, task.notatId, task.part);
    default: {
      const department = (await deps.rounds.readDepartment(round.id, task.departmentId))?.value;
      if (department === undefined) return { kind: 'refused', reason: 'no such department' };
      return deliverDepartment(deps, round, department, task);
    }
  }
}

/**
 * Where the secretariat is now. A round moves along with it. Where no channel is the secretariat's any more, it is the
 * one that planned the round, unless that has become a department's.
 */
async function secretariatOf(
  { channels }: DeliverDependencies,
  { secretariat }: Round,
): Promise<ChannelAddress | undefined> {
  const present = await channels.secretariat(secretariat.tenantId);
  if (present !== undefined) return present.address;
  return (await channels.find(secretariat)) === undefined ? secretariat : undefined;
}

async function deliverDepartment(
  deps: DeliverDependencies,
  round: Round,
  department: RoundDepartment,
  task: DepartmentTask,
): Promise<DeliveryOutcome> {
  const { messenger, rounds } = deps;
  const { address } = department;
  const card = { kind: 'department card', department } as const;
  switch (task.kind) {
    case 'post request':
      return messenger.post(address, card);
    case 'update card':
      return messenger.update(address, task.posted, card);
    case 'update request card': {
      const posted = (await readRequest(rounds, round.id, task.departmentId))?.posted;
      const isUsed = posted === undefined || posted.activityId === task.unless?.activityId;
      return isUsed ? { kind: 'unneeded' } : messenger.update(address, posted, card);
    }
    case 'post department notice': {
      if (!isNoticeTrue(task.notice, department)) return { kind: 'unneeded' };
      const request = await readRequest(rounds, round.id, task.departmentId);
      if (request !== undefined && isOwed(request)) return THREAD_NOT_THERE;
      // The notice is about the card at the top of its thread. If that card was not delivered, it is sent instead.
      if (request?.state === 'failed') return messenger.post(address, card);
      const notice = { kind: 'department notice', department, notice: task.notice } as const;
      return messenger.post(address, notice, request?.posted);
    }
    case 'post decline': {
      const secretariat = await secretariatOf(deps, round);
      return secretariat === undefined
        ? NO_SECRETARIAT
        : messenger.post(secretariat, { kind: 'follow-up', department });
    }
  }
}

/** The delivery of the request card; undefined where its row cannot be read. */
async function readRequest(
  rounds: RoundStore,
  roundId: RoundId,
  departmentId: DepartmentId,
): Promise<Delivery | undefined> {
  return (await unlessUnreadable(rounds.readDelivery(roundId, requestDeliveryId(departmentId))))?.value;
}

/**
 * Two departments may be the last to answer at the same moment, and each then sees the other as missing. So the
 * question whether all have answered is asked here, after both answers are stored. The id of the notat is made from the
 * versions that it counts, so that the same state is announced only once.
 */
async function compileIfComplete(deps: DeliverDependencies, roundId: RoundId): Promise<DeliveryOutcome> {
  const overview = await deps.rounds.readOverview(roundId);
  // A round that is being closed gets its final notat instead.
  if (overview?.round.state !== 'open' || !progressOf(overview).isComplete) return { kind: 'unneeded' };
  const at = deps.clock.now();
  const { template, isTemplateUnreadable } = await templateOrInstallations(deps, overview.round.secretariat.tenantId);
  const record = { ...recordNotat(completeNotatId(overview), overview, at, template), isTemplateUnreadable };
  const delivery = newDelivery(notatDeliveryId(record.id), { kind: 'post notat', notatId: record.id }, at);
  // A conflict means that this state has been compiled already.
  await deps.rounds.commit(roundId, operationId('complete', record.id), [
    { change: 'insert notat', notat: record },
    { change: 'insert delivery', delivery },
    {
      change: 'insert audit line',
      line: { at, by: undefined, act: 'compiled', departmentId: undefined, subject: record.id },
    },
  ]);
  return { kind: 'unneeded' };
}

async function postNotat(
  deps: DeliverDependencies,
  roundId: RoundId,
  notatId: NotatId,
  part: number,
): Promise<DeliveryOutcome> {
  const recorded = await readRecorded(deps.rounds, roundId, notatId);
  if (recorded === undefined) return { kind: 'refused', reason: 'no such notat' };
  const secretariat = await secretariatOf(deps, recorded.round);
  if (secretariat === undefined) return NO_SECRETARIAT;
  const message = { kind: 'notat', ...recorded, part } as const;
  if (part > 1) {
    const first = await deps.rounds.readDelivery(roundId, notatDeliveryId(notatId));
    if (first === undefined || isOwed(first.value)) return THREAD_NOT_THERE;
    // If the secretariat has moved since the first card, that card is in its old channel.
    const { posted } = first.value;
    const isThere = posted !== undefined && isPostedIn(posted, secretariat);
    return deps.messenger.post(secretariat, message, isThere ? posted : undefined);
  }
  await owePartsOf(deps, recorded, deps.messenger.partsOf(message));
  return deps.messenger.post(secretariat, message);
}

/** Owes the parts that the first card has no room for. They are due after the first card, and are owed only once. */
async function owePartsOf(
  { rounds, clock }: DeliverDependencies,
  { round, record }: RecordedNotat,
  parts: number,
): Promise<void> {
  const due = new Date(clock.now().getTime() + PART_WAIT_MS);
  for (let part = 2; part <= parts; part += 1) {
    const delivery = newDelivery(
      `${notatDeliveryId(record.id)}-${part}`,
      { kind: 'post notat part', notatId: record.id, part },
      due,
    );
    // A conflict means that it is owed already.
    await rounds.commit(round.id, operationId('part', record.id, part), [{ change: 'insert delivery', delivery }]);
  }
}

/**
 * The id for one complete state. It differs from the id of every other complete state, and is the same for every
 * process that reads the same state. It consists of the sum of the version numbers, which grows with every reply, and
 * the time of the secretariat's last agreement that the report is outside a department's area.
 */
function completeNotatId({ departments }: RoundOverview): NotatId {
  const versions = departments.reduce((sum, { reply }) => sum + (reply?.number ?? 0), 0);
  const decided = Math.max(0, ...departments.map(({ decline }) => decline?.accepted?.at.getTime() ?? 0));
  return (decided === 0 ? `complete-${versions}` : `complete-${versions}-${decided.toString(36)}`) as NotatId;
}

async function settleDelivery(
  deps: DeliverDependencies,
  round: Round,
  claimed: Delivery,
  outcome: DeliveryOutcome,
): Promise<void> {
  const settled = settle(claimed, outcome, deps.clock.now(), deps.jitter());
  report(deps.log, round.id, settled, outcome);
  const operation = operationId('settle', claimed.id, deps.worker, claimed.attempts);
  return untilStored('settle delivery', async () => {
    const present = await unlessUnreadable(deps.rounds.readDelivery(round.id, claimed.id));
    const isOurs = present?.value.claimedBy === deps.worker && present.value.attempts === claimed.attempts;
    if (!isOurs) {
      deps.log.warn('delivery claim lost', { roundId: round.id, delivery: claimed.id });
      return undefined;
    }
    const changes: readonly RoundChange[] = [
      { change: 'replace delivery', delivery: settled, etag: present.etag },
      ...(await noteUndelivered(deps.rounds, round.id, settled)),
    ];
    // A conflict means that the department answered in between, or that the claim was lost. Read it again.
    return (await deps.rounds.commit(round.id, operation, changes)) === 'committed' ? undefined : CONFLICT;
  });
}

/**
 * Records an undelivered request in its department's row. The cards show it, so that nobody takes it for a department
 * that does not answer.
 */
async function noteUndelivered(
  rounds: RoundStore,
  roundId: RoundId,
  { state, task, lastFailure }: Delivery,
): Promise<readonly RoundChange[]> {
  if (state !== 'failed' || task.kind !== 'post request') return [];
  const present = await unlessUnreadable(rounds.readDepartment(roundId, task.departmentId));
  // An uncertain post may still have arrived, and someone may have answered it.
  if (present === undefined || present.value.reply !== undefined) return [];
  const department = { ...present.value, undelivered: lastFailure };
  return [{ change: 'replace department', department, etag: present.etag }];
}

function report(log: Log, roundId: RoundId, settled: Delivery, outcome: DeliveryOutcome): void {
  const fields = {
    roundId,
    delivery: settled.id,
    task: settled.task.kind,
    state: settled.state,
    attempts: settled.attempts,
    reason: settled.lastFailure,
  };
  if (outcome.kind === 'sent' || outcome.kind === 'unneeded') log.info('delivery settled', fields);
  else log.warn('delivery not made', fields);
}
