import type { PostedMessage } from '../../domain/channel/channel.js';
import { departmentsIn, settingsOf } from '../../domain/channel/department.js';
import { type DepartmentId, operationId, type RoundId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import type { Person } from '../../domain/person.js';
import { hasPassed } from '../../domain/round/deadline.js';
import { isChangedSince, type SeenPlan } from '../../domain/round/plan-shown.js';
import {
  askedDepartment,
  type PreviousReply,
  type Round,
  type RoundDepartment,
  type RoundPlan,
} from '../../domain/round/round.js';
import { inLane, newDelivery, requestDeliveryId, SECRETARIAT_LANE, TRIAL_CARD_ID } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import {
  type ChannelRegistry,
  type Clock,
  MAX_CHANGES,
  type RoundChange,
  type RoundIndex,
  type RoundStore,
  type Stored,
} from '../ports.js';
import { continueLater } from './continue-later.js';
import { oweDesk } from './owe-desk.js';
import { oweDuties } from './owe-duties.js';
import { readPreviousReplies } from './previous-round.js';
import { cancelledStart } from './start-later.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly index: RoundIndex;
  readonly channels: ChannelRegistry;
  readonly clock: Clock;
}

type ContinueDependencies = Pick<Dependencies, 'rounds' | 'clock'> & {
  readonly channels: Pick<ChannelRegistry, 'list'>;
};

export interface StartRoundRequest extends RoundAction, SeenPlan {
  readonly by: Person;
  /** The card with the button that was pressed; undefined where the client does not send its id. */
  readonly posted: PostedMessage | undefined;
}

export type StartRoundOutcome =
  | { readonly kind: 'started'; readonly round: Round }
  | { readonly kind: 'already started'; readonly round: Round }
  /** Somebody has changed the plan since it was shown. Nothing was written. */
  | { readonly kind: 'changed since'; readonly round: Round }
  /** Nobody could answer in time. Nothing was written. */
  | { readonly kind: 'deadline passed'; readonly round: Round }
  | { readonly kind: 'unknown round' };

/** The id of the delivery that shows everyone that the round has started. */
export const STARTED_CARD_ID = inLane(SECRETARIAT_LANE, 'started');

/** Each department needs two rows: its own, and the delivery of its request. */
const DEPARTMENTS_A_BATCH = MAX_CHANGES / 2;

/**
 * Confirms a planned round. Once the confirmation is stored the round will start, whatever happens to this process: the
 * rest is owed, and `continueStart` does it.
 */
export async function startRound(deps: Dependencies, request: StartRoundRequest): Promise<StartRoundOutcome> {
  return untilStored('start round', () => confirm(deps, request));
}

async function confirm(deps: Dependencies, request: StartRoundRequest): Promise<StartRoundOutcome | typeof CONFLICT> {
  const planned = await findOwnRound(deps.rounds, request);
  if (planned === undefined) return { kind: 'unknown round' };
  if (planned.value.state !== 'planned') return { kind: 'already started', round: planned.value };
  if (isChangedSince(planned.value, request)) return { kind: 'changed since', round: planned.value };
  if (hasPassed(planned.value.plan.ask.deadline, deps.clock.now())) {
    return { kind: 'deadline passed', round: planned.value };
  }

  const { id, createdAt, secretariat } = planned.value;
  await deps.index.add({ roundId: id, tenantId: secretariat.tenantId, createdAt });
  const at = deps.clock.now();
  const { by, posted } = request;
  const confirmed = confirmation(planned, { by, where: request.address.channelId, posted }, at);
  const result = await deps.rounds.commit(id, operationId('confirm', id, by.id), [
    ...confirmed.changes,
    // It would stand in the way of all else that is owed to the secretariat.
    ...(planned.value.plan.startAt === undefined ? [] : [cancelledStart(at)]),
    ...startedCard(posted, at),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'started', round: confirmed.round };
}

/** Who confirms a round, and the card that becomes its overview. */
interface Confirmed {
  readonly by: Person;
  readonly where: string | undefined;
  readonly posted: PostedMessage | undefined;
}

/** What confirms a planned round, whoever does it. */
function confirmation(
  { value, etag }: Stored<Round>,
  { by, where, posted }: Confirmed,
  at: Date,
): { readonly round: Round; readonly changes: readonly RoundChange[] } {
  const plan = { ...value.plan, startAt: undefined };
  const round: Round = { ...value, plan, state: 'starting', startedBy: by, startedAt: at, desk: posted };
  const line = { at, by, where, act: 'confirmed', departmentId: undefined, subject: undefined } as const;
  const changes: readonly RoundChange[] = [
    { change: 'replace round', round, etag },
    { change: 'insert audit line', line },
    continueLater(operationId('confirm', value.id), at),
  ];
  return { round, changes };
}

/**
 * Starts a planned round whose later start has come, in the name of the person who put it off. Nobody is asked again:
 * those who cannot be reached get the card as soon as they can, as in every round.
 */
export async function startIfDue(
  { rounds, clock, ...deps }: ContinueDependencies,
  planned: Stored<Round>,
): Promise<void> {
  const { id, plan } = planned.value;
  const at = clock.now();
  if (plan.startAt === undefined || plan.startAt.at > at) return;
  const { by, posted } = plan.startAt;
  if (hasPassed(plan.ask.deadline, at)) return leavePlanned(rounds, planned, posted, at);
  const { changes } = confirmation(planned, { by, where: undefined, posted }, at);
  // A conflict means that somebody has changed the plan, or started the round, in the meantime.
  const result = await rounds.commit(id, operationId('start due', id, String(plan.startAt.at.getTime())), [
    ...changes,
    ...startedCard(posted, at),
  ]);
  if (result === 'committed') await continueStart({ rounds, clock, ...deps }, id);
}

/**
 * A round whose deadline has passed before it could start stays planned, because nobody could answer in time. That happens
 * where no process was there at the time, and where an older version has stored such a plan. The card on which the start was
 * decided says so.
 */
async function leavePlanned(
  rounds: RoundStore,
  { value, etag }: Stored<Round>,
  posted: PostedMessage | undefined,
  at: Date,
): Promise<void> {
  const round: Round = { ...value, plan: { ...value.plan, startAt: undefined } };
  const line = {
    at,
    by: undefined,
    act: 'later start cancelled',
    departmentId: undefined,
    subject: undefined,
  } as const;
  const due = String(value.plan.startAt?.at.getTime());
  // A conflict means that somebody has changed the plan, or started the round, in the meantime.
  await rounds.commit(value.id, operationId('start too late', value.id, due), [
    { change: 'replace round', round, etag },
    { change: 'insert audit line', line },
    ...startedCard(posted, at, 'put delivery'),
  ]);
}

/** The delivery that updates the pressed card, so that everyone there sees that the round has started. */
function startedCard(
  posted: PostedMessage | undefined,
  at: Date,
  change: 'insert delivery' | 'put delivery' = 'insert delivery',
): readonly RoundChange[] {
  if (posted === undefined) return [];
  const delivery = newDelivery(STARTED_CARD_ID, { kind: 'update round card', posted }, at);
  return [{ change, delivery }];
}

/**
 * The plan with the present settings of each department, because they may have changed
 * since the round was planned. The name stays as the plan showed it.
 */
export async function withPresentSettings(
  channels: Pick<ChannelRegistry, 'list'>,
  { plan, secretariat }: Round,
): Promise<RoundPlan> {
  const registered = (await channels.list(secretariat.tenantId)).flatMap(departmentsIn);
  const present = new Map(registered.map(({ department }) => [department.id, department]));
  const invitations = plan.invitations.map((invitation) => {
    const settings = settingsOf(present.get(invitation.department.id) ?? invitation.department);
    const department = keepUnknown(invitation.department, { ...invitation.department, ...settings });
    return { ...invitation, department };
  });
  return { ...plan, invitations };
}

/**
 * Writes the missing rows of a round that is `starting`, then opens it. It may be repeated, and does nothing in any
 * other state. Deliveries are made only once the round is open, so nobody can answer before all rows are written.
 */
export async function continueStart(
  { rounds, channels, clock }: ContinueDependencies,
  roundId: RoundId,
): Promise<void> {
  const starting = await rounds.readRound(roundId);
  if (starting?.value.state !== 'starting') return;
  const previous = await readPreviousReplies(rounds, starting.value.plan);
  // The heads of now: they may have changed since the round was confirmed, and its rows did not exist yet.
  const { value: round } = starting;
  const plan = round.plan.ask.isTrial ? round.plan : await withPresentSettings(channels, round);
  const departments = departmentsOf({ ...starting.value, plan }, previous);
  for (let first = 0; first < departments.length; first += DEPARTMENTS_A_BATCH) {
    const batch = departments.slice(first, first + DEPARTMENTS_A_BATCH);
    // A conflict means that the rows of this batch are there already.
    await rounds.commit(roundId, operationId('invite', roundId, first), invite(batch, starting.value));
  }
  await open(rounds, starting, clock.now());
}

async function open(rounds: RoundStore, starting: Stored<Round>, at: Date): Promise<void> {
  const { id, plan } = starting.value;
  const line = { at, by: undefined, act: 'started', departmentId: undefined, subject: undefined } as const;
  const { isTrial } = plan.ask;
  // A conflict means that another process opened it first.
  await rounds.commit(id, operationId('open', id), [
    { change: 'replace round', round: { ...starting.value, state: 'open', hasDuties: !isTrial }, etag: starting.etag },
    { change: 'insert audit line', line },
    isTrial ? trialCard(at) : oweDuties(starting.value, at),
    ...(isTrial ? [] : ownDesk(starting.value, at)),
  ]);
}

/** The overview of the round; a card of its own where the client did not tell from which card it was started. */
function ownDesk({ desk }: Round, at: Date): readonly RoundChange[] {
  if (desk !== undefined) return [oweDesk(at)];
  return [{ change: 'insert delivery', delivery: newDelivery(STARTED_CARD_ID, { kind: 'post round card' }, at) }];
}

/** The card of a trial, from which everyone can end it. A trial has no duties: it reminds nobody. */
function trialCard(at: Date): RoundChange {
  return { change: 'insert delivery', delivery: newDelivery(TRIAL_CARD_ID, { kind: 'post round card' }, at) };
}

function invite(departments: readonly RoundDepartment[], round: Round): readonly RoundChange[] {
  return departments.flatMap((department): readonly RoundChange[] => {
    const departmentId = department.department.id;
    const task = { kind: 'post request', departmentId } as const;
    return [
      { change: 'insert department', department },
      { change: 'insert delivery', delivery: newDelivery(requestDeliveryId(departmentId), task, round.createdAt) },
    ];
  });
}

function departmentsOf(round: Round, previous: ReadonlyMap<DepartmentId, PreviousReply>): readonly RoundDepartment[] {
  const { id: roundId, startedAt: askedAt, plan } = round;
  return plan.invitations.map(({ department, address }, position) =>
    askedDepartment({
      roundId,
      department,
      position,
      address,
      ask: plan.ask,
      askedAt,
      previous: previous.get(department.id),
    }),
  );
}
