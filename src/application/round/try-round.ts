import { operationId, type RoundId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { plannedRound, type Round } from '../../domain/round/round.js';
import { trialPlan } from '../../domain/round/trial.js';
import type { Clock, RoundIndex, RoundStore } from '../ports.js';
import { continueLater } from './continue-later.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly index: RoundIndex;
  readonly clock: Clock;
}

export interface TryRoundRequest extends RoundAction {
  readonly by: Person;
  /** The id of the trial, which is the same each time the press is delivered. */
  readonly trialId: RoundId;
  /** The title of a trial of the round with that title. */
  readonly titleOf: (title: string) => string;
}

export type TryRoundOutcome =
  /** `planned` is the round that is tried. It stays as it is. */
  | { readonly kind: 'trying'; readonly planned: Round }
  | { readonly kind: 'already started'; readonly round: Round }
  | { readonly kind: 'unknown round' };

/**
 * Starts a trial of a planned round: a copy of it that reaches the secretariat alone. A press on another preview starts a
 * further trial. Once this is stored the trial will start, whatever happens to this process, as a round does.
 */
export async function tryRound(
  { rounds, index, clock }: Dependencies,
  { trialId, titleOf, by, ...action }: TryRoundRequest,
): Promise<TryRoundOutcome> {
  const planned = (await findOwnRound(rounds, action))?.value;
  if (planned === undefined) return { kind: 'unknown round' };
  if (planned.state !== 'planned') return { kind: 'already started', round: planned };
  const at = clock.now();
  const { address } = action;
  const plan = trialPlan(planned.plan, address, titleOf(planned.plan.ask.title));
  const trial = plannedRound({ id: trialId, plan, secretariat: address, createdBy: by, createdAt: at });
  const starting: Round = { ...trial, state: 'starting', startedBy: by, startedAt: at };
  await index.add({ roundId: trialId, tenantId: address.tenantId, createdAt: at });
  const where = address.channelId;
  const line = { at, by, where, act: 'confirmed', departmentId: undefined, subject: `trial of ${planned.id}` } as const;
  // A conflict means that this press has started it already.
  await rounds.commit(trialId, operationId('try', trialId), [
    { change: 'insert round', round: starting },
    { change: 'insert audit line', line },
    continueLater(operationId('try', trialId), at),
  ]);
  return { kind: 'trying', planned };
}
