import { operationId, type RoundId } from '../../domain/ids.js';
import { PLANS_SHOWN } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import type { Round } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { cancelledStart } from './start-later.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly index: Pick<RoundIndex, 'listPlans' | 'removePlan'>;
  readonly rounds: RoundStore;
}

/**
 * The tenant's newest rounds that are planned and have not been started, the newest first. A plan that has been started
 * since is struck off the list.
 */
export async function plannedRounds({ index, rounds }: Dependencies, tenantId: string): Promise<readonly Round[]> {
  const newest = (await index.listPlans(tenantId)).slice(0, PLANS_SHOWN);
  const read = await Promise.all(
    newest.map(async (entry) => ({ entry, stored: await unlessUnreadable(rounds.readRound(entry.roundId)) })),
  );
  const started = read.filter(({ stored }) => stored !== undefined && stored.value.state !== 'planned');
  await Promise.all(started.map(({ entry }) => index.removePlan(entry)));
  return read.flatMap(({ stored }) => (stored?.value.state === 'planned' ? [stored.value] : []));
}

export type DiscardPlanOutcome =
  | { readonly kind: 'discarded' }
  | { readonly kind: 'already started'; readonly round: Round }
  | { readonly kind: 'unknown round' };

export interface DiscardPlanRequest extends RoundAction {
  readonly by: Person;
  /** Names the press. */
  readonly press: string;
}

/**
 * *Kassér*: a plan is no longer offered, and does not start by itself. Its row stays, so that its preview can still be
 * used by whoever has it before them.
 */
export async function discardPlan(
  deps: Dependencies & { readonly clock: Clock },
  request: DiscardPlanRequest,
): Promise<DiscardPlanOutcome> {
  return untilStored('discard plan', () => tryDiscarding(deps, request));
}

async function tryDiscarding(
  { index, rounds, clock }: Dependencies & { readonly clock: Clock },
  { by, press, ...action }: DiscardPlanRequest,
): Promise<DiscardPlanOutcome | typeof CONFLICT> {
  const present = await findOwnRound(rounds, action);
  if (present === undefined) return { kind: 'unknown round' };
  const { value, etag } = present;
  if (value.state !== 'planned') return { kind: 'already started', round: value };
  const plans = await index.listPlans(action.address.tenantId);
  if (!plans.some(({ roundId }) => roundId === value.id)) return { kind: 'discarded' };
  const at = clock.now();
  const where = action.address.channelId;
  const round: Round = { ...value, plan: { ...value.plan, startAt: undefined } };
  const line = { at, by, where, act: 'plan discarded', departmentId: undefined, subject: undefined } as const;
  const result = await rounds.commit(value.id, operationId('plan discarded', press), [
    { change: 'replace round', round, etag },
    { change: 'insert audit line', line },
    ...(value.plan.startAt === undefined ? [] : [cancelledStart(at)]),
  ]);
  if (result === 'conflict') return CONFLICT;
  await index.removePlan(planEntry(value));
  return { kind: 'discarded' };
}

/** What the list of plans holds of a planned round. */
export function planEntry({ id, secretariat, createdAt }: Pick<Round, 'id' | 'secretariat' | 'createdAt'>): {
  readonly roundId: RoundId;
  readonly tenantId: string;
  readonly createdAt: Date;
} {
  return { roundId: id, tenantId: secretariat.tenantId, createdAt };
}
