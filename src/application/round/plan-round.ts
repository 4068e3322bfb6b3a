import type { ChannelAddress } from '../../domain/channel/channel.js';
import { departmentsIn, inRoundOrder, type PlacedDepartment } from '../../domain/channel/department.js';
import { operationId, type RoundId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import type { Person } from '../../domain/person.js';
import { plannedRound, type Round, type RoundPlan } from '../../domain/round/round.js';
import {
  formValuesOf,
  parseRoundForm,
  type RoundFormProblem,
  type RoundFormValues,
} from '../../domain/round/round-form.js';
import type { WorkCalendar } from '../../domain/round/working-days.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, IdSource, RoundIndex, RoundStore, Stored } from '../ports.js';
import { findPreviousRound } from './previous-round.js';
import { findOwnRound } from './which-round.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly index: RoundIndex;
  readonly calendar: WorkCalendar;
}

export type OpenRoundFormOutcome =
  | { readonly kind: 'no departments' }
  | { readonly kind: 'form'; readonly departments: readonly PlacedDepartment[] };

/** The content of the form for a new round. */
export async function openRoundForm(
  { channels }: Pick<Dependencies, 'channels'>,
  tenantId: string,
): Promise<OpenRoundFormOutcome> {
  const registered = await departmentsOf(channels, tenantId);
  return registered.length === 0 ? { kind: 'no departments' } : { kind: 'form', departments: registered };
}

export type PlanRoundOutcome =
  | { readonly kind: 'already started'; readonly round: Round }
  | {
      readonly kind: 'problems';
      readonly problems: readonly RoundFormProblem[];
      readonly departments: readonly PlacedDepartment[];
    }
  | { readonly kind: 'planned'; readonly round: Round };

export interface PlanRoundRequest {
  readonly address: ChannelAddress;
  readonly by: Person;
  /** The planned round that the form changes; undefined for a new round. */
  readonly roundId: RoundId | undefined;
  readonly values: RoundFormValues;
  /** The id of the activity that carried the form. */
  readonly activityId: string;
}

/** Stores a round as planned, so that the secretariat can look at it. Nothing is sent. */
export async function planRound(deps: Dependencies, request: PlanRoundRequest): Promise<PlanRoundOutcome> {
  return untilStored('plan round', () => tryPlanning(deps, request));
}

async function tryPlanning(deps: Dependencies, request: PlanRoundRequest): Promise<PlanRoundOutcome | typeof CONFLICT> {
  const registered = await departmentsOf(deps.channels, request.address.tenantId);
  const plan = parseRoundForm(request.values, registered, deps.clock.now());
  if (!plan.ok) return { kind: 'problems', problems: plan.problem, departments: registered };
  const previousRound = await findPreviousRound(deps, request.address.tenantId, plan.value.ask.title);
  const { roundId, address } = request;
  const present = roundId && (await findOwnRound(deps.rounds, { roundId, address }));
  const whole = { ...plan.value, ask: { ...plan.value.ask, calendar: deps.calendar, isTrial: false }, previousRound };
  if (present === undefined) return insertPlanned(deps, request, whole);
  if (present.value.state !== 'planned') return { kind: 'already started', round: present.value };
  return replacePlanned(deps, request, whole, present);
}

export type ChangePlanOutcome =
  | { readonly kind: 'unknown round' }
  | { readonly kind: 'already started'; readonly round: Round }
  | {
      readonly kind: 'form';
      readonly roundId: RoundId;
      readonly values: RoundFormValues;
      readonly departments: readonly PlacedDepartment[];
    };

/** Shows the form again, filled in from the planned round. */
export async function changePlan(
  { channels, rounds }: Pick<Dependencies, 'channels' | 'rounds'>,
  address: ChannelAddress,
  roundId: RoundId,
): Promise<ChangePlanOutcome> {
  const departments = await departmentsOf(channels, address.tenantId);
  const round = (await findOwnRound(rounds, { roundId, address }))?.value;
  if (round === undefined) return { kind: 'unknown round' };
  if (round.state !== 'planned') return { kind: 'already started', round };
  return { kind: 'form', roundId, values: formValuesOf(round.plan), departments };
}

async function insertPlanned(
  { rounds, clock, ids }: Dependencies,
  request: PlanRoundRequest,
  plan: RoundPlan,
): Promise<PlanRoundOutcome | typeof CONFLICT> {
  const at = clock.now();
  const round = plannedRound({
    id: ids.next() as RoundId,
    plan,
    secretariat: request.address,
    createdBy: request.by,
    createdAt: at,
  });
  const where = request.address.channelId;
  const line = { at, by: request.by, where, act: 'planned', departmentId: undefined, subject: undefined } as const;
  const result = await rounds.commit(round.id, operationId('planned', request.activityId), [
    { change: 'insert round', round },
    { change: 'insert audit line', line },
  ]);
  return result === 'committed' ? { kind: 'planned', round } : CONFLICT;
}

async function replacePlanned(
  deps: Dependencies,
  request: PlanRoundRequest,
  plan: RoundPlan,
  present: Stored<Round>,
): Promise<PlanRoundOutcome | typeof CONFLICT> {
  const round: Round = { ...present.value, plan: keepUnknown(present.value.plan, plan) };
  const by = request.by;
  const where = request.address.channelId;
  const line = {
    at: deps.clock.now(),
    by,
    where,
    act: 'planned',
    departmentId: undefined,
    subject: undefined,
  } as const;
  const result = await deps.rounds.commit(round.id, operationId('planned', request.activityId), [
    { change: 'replace round', round, etag: present.etag },
    { change: 'insert audit line', line },
  ]);
  return result === 'committed' ? { kind: 'planned', round } : CONFLICT;
}

async function departmentsOf(channels: ChannelRegistry, tenantId: string): Promise<readonly PlacedDepartment[]> {
  return inRoundOrder((await channels.list(tenantId)).flatMap(departmentsIn));
}
