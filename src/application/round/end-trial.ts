import { operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import type { Round } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { continueLater } from './continue-later.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

export interface EndTrialRequest extends RoundAction {
  readonly by: Person;
}

export type EndTrialOutcome =
  /** It is over, or is being ended. */
  | { readonly kind: 'ended'; readonly round: Round }
  /** Its cards are still being made. */
  | { readonly kind: 'still starting' }
  /** There is no such trial. */
  | { readonly kind: 'unknown round' };

/**
 * *Slut prøverunden*: nothing can be answered in the trial any more, and its cards say so. As with a round, the rest is
 * owed once this is stored.
 */
export async function endTrial(deps: Dependencies, request: EndTrialRequest): Promise<EndTrialOutcome> {
  return untilStored('end trial', () => tryEnding(deps, request));
}

async function tryEnding(
  { rounds, clock }: Dependencies,
  request: EndTrialRequest,
): Promise<EndTrialOutcome | typeof CONFLICT> {
  const present = await findOwnRound(rounds, request);
  if (present?.value.plan.ask.isTrial !== true) return { kind: 'unknown round' };
  const { value: trial, etag } = present;
  if (trial.state === 'starting') return { kind: 'still starting' };
  if (trial.state !== 'open') return { kind: 'ended', round: trial };
  const at = clock.now();
  const { by, address } = request;
  const round: Round = { ...trial, state: 'closing', closedBy: by, closedAt: at };
  const where = address.channelId;
  const line = { at, by, where, act: 'closed', departmentId: undefined, subject: 'trial' } as const;
  const result = await rounds.commit(trial.id, operationId('end trial', trial.id), [
    { change: 'replace round', round, etag },
    { change: 'insert audit line', line },
    continueLater(operationId('end trial', trial.id), at),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'ended', round };
}
