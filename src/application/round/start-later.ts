import type { PostedMessage } from '../../domain/channel/channel.js';
import { operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import type { DeadlineValues } from '../../domain/round/deadline-values.js';
import { type LaterStartProblem, readLaterStart } from '../../domain/round/later-start.js';
import type { LaterStart, Round } from '../../domain/round/round.js';
import { inLane, newDelivery, SECRETARIAT_LANE } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundChange, RoundIndex, RoundStore } from '../ports.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly index: Pick<RoundIndex, 'noteActive'>;
  readonly clock: Clock;
}

export interface StartLaterRequest extends RoundAction {
  readonly by: Person;
  readonly posted: PostedMessage | undefined;
  /** Names the press. */
  readonly press: string;
  /** The day and the time, as they were sent. */
  readonly values: DeadlineValues;
}

export type StartLaterOutcome =
  | { readonly kind: 'starts later'; readonly round: Round }
  | { readonly kind: 'refused'; readonly round: Round; readonly problems: readonly LaterStartProblem[] }
  | { readonly kind: 'already started'; readonly round: Round }
  | { readonly kind: 'unknown round' };

/**
 * *Start senere*: the round stays planned, and what starts it is owed at that time. It is done by whichever process finds
 * it due, and it is found also where every process has been away in the meantime: then it starts late, and not never.
 */
export async function startLater(deps: Dependencies, request: StartLaterRequest): Promise<StartLaterOutcome> {
  return untilStored('start later', () => tryPuttingOff(deps, request));
}

async function tryPuttingOff(
  { rounds, index, clock }: Dependencies,
  { by, posted, press, values, ...action }: StartLaterRequest,
): Promise<StartLaterOutcome | typeof CONFLICT> {
  const present = await findOwnRound(rounds, action);
  if (present === undefined) return { kind: 'unknown round' };
  const { value } = present;
  if (value.state !== 'planned') return { kind: 'already started', round: value };
  const now = clock.now();
  const read = readLaterStart(values, value.plan.ask.deadline, now);
  if (!read.ok) return { kind: 'refused', round: value, problems: read.problem };
  const startAt: LaterStart = { at: read.value, by, posted };
  const round: Round = { ...value, plan: { ...value.plan, startAt } };
  // Only active rounds are looked at for what they owe.
  const { id: roundId, createdAt, secretariat } = value;
  await index.noteActive({ roundId, tenantId: secretariat.tenantId, createdAt });
  const line = {
    at: now,
    by,
    where: action.address.channelId,
    act: 'start put off',
    departmentId: undefined,
    subject: read.value.toISOString(),
  } as const;
  const result = await rounds.commit(roundId, operationId('start later', press), [
    { change: 'replace round', round, etag: present.etag },
    { change: 'insert audit line', line },
    owedStart(read.value),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'starts later', round };
}

export type CancelStartOutcome =
  | { readonly kind: 'cancelled'; readonly round: Round }
  | { readonly kind: 'already started'; readonly round: Round }
  | { readonly kind: 'unknown round' };

/** *Fortryd*: the round does not start by itself. It stays planned. */
export async function cancelLaterStart(
  deps: Pick<Dependencies, 'rounds' | 'clock'>,
  request: RoundAction & { readonly by: Person; readonly press: string },
): Promise<CancelStartOutcome> {
  return untilStored('cancel later start', () => tryCancelling(deps, request));
}

async function tryCancelling(
  { rounds, clock }: Pick<Dependencies, 'rounds' | 'clock'>,
  { by, press, ...action }: RoundAction & { readonly by: Person; readonly press: string },
): Promise<CancelStartOutcome | typeof CONFLICT> {
  const present = await findOwnRound(rounds, action);
  if (present === undefined) return { kind: 'unknown round' };
  const { value, etag } = present;
  if (value.state !== 'planned') return { kind: 'already started', round: value };
  if (value.plan.startAt === undefined) return { kind: 'cancelled', round: value };
  const at = clock.now();
  const round: Round = { ...value, plan: { ...value.plan, startAt: undefined } };
  const where = action.address.channelId;
  const line = { at, by, where, act: 'later start cancelled', departmentId: undefined, subject: undefined } as const;
  const result = await rounds.commit(value.id, operationId('cancel later start', press), [
    { change: 'replace round', round, etag },
    { change: 'insert audit line', line },
    cancelledStart(at),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'cancelled', round };
}

/** The delivery that starts a round at its later time. There is one for each round, whatever was decided before. */
const LATER_START_ID = inLane(SECRETARIAT_LANE, '0-start-later');

function owedStart(at: Date): RoundChange {
  return { change: 'put delivery', delivery: newDelivery(LATER_START_ID, { kind: 'continue round' }, at) };
}

/** Nothing starts the round any more. */
export function cancelledStart(now: Date): RoundChange {
  const delivery = newDelivery(LATER_START_ID, { kind: 'continue round' }, now);
  return { change: 'put delivery', delivery: { ...delivery, state: 'unneeded' } };
}
