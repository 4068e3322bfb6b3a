import type { ChannelAddress } from '../../domain/channel/channel.js';
import { inRoundOrder, type RegisteredDepartment } from '../../domain/channel/department.js';
import { operationId, type RoundId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import type { Person } from '../../domain/person.js';
import type { Round, RoundPlan } from '../../domain/round/round.js';
import {
  formValuesOf,
  parseRoundForm,
  type RoundFormProblem,
  type RoundFormValues,
} from '../../domain/round/round-form.js';
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
}

/** Only the secretariat's channel may plan and start rounds. */
export interface NotSecretariat {
  readonly kind: 'not secretariat';
}

export type OpenRoundFormOutcome =
  | NotSecretariat
  | { readonly kind: 'no departments' }
  | { readonly kind: 'form'; readonly departments: readonly RegisteredDepartment[] };

/** The content of the form for a new round. */
export async function openRoundForm(
  { channels }: Pick<Dependencies, 'channels'>,
  address: ChannelAddress,
): Promise<OpenRoundFormOutcome> {
  const registered = await registeredFor(channels, address);
  if (registered === undefined) return { kind: 'not secretariat' };
  return registered.length === 0 ? { kind: 'no departments' } : { kind: 'form', departments: registered };
}

export type PlanRoundOutcome =
  | NotSecretariat
  | { readonly kind: 'already started'; readonly round: Round }
  | {
      readonly kind: 'problems';
      readonly problems: readonly RoundFormProblem[];
      readonly departments: readonly RegisteredDepartment[];
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
  const registered = await registeredFor(deps.channels, request.address);
  if (registered === undefined) return { kind: 'not secretariat' };
  const plan = parseRoundForm(request.values, registered, deps.clock.now());
  if (!plan.ok) return { kind: 'problems', problems: plan.problem, departments: registered };
  const previousRound = await findPreviousRound(deps, request.address.tenantId, plan.value.ask.title);
  const { roundId, address } = request;
  const present = roundId && (await findOwnRound(deps.rounds, { roundId, address }));
  const whole = { ...plan.value, previousRound };
  if (present === undefined) return insertPlanned(deps, request, whole);
  if (present.value.state !== 'planned') return { kind: 'already started', round: present.value };
  return replacePlanned(deps, request, whole, present);
}

export type ChangePlanOutcome =
  | NotSecretariat
  | { readonly kind: 'unknown round' }
  | { readonly kind: 'already started'; readonly round: Round }
  | {
      readonly kind: 'form';
      readonly roundId: RoundId;
      readonly values: RoundFormValues;
      readonly departments: readonly RegisteredDepartment[];
    };

/** Shows the form again, filled in from the planned round. */
export async function changePlan(
  { channels, rounds }: Pick<Dependencies, 'channels' | 'rounds'>,
  address: ChannelAddress,
  roundId: RoundId,
): Promise<ChangePlanOutcome> {
  const departments = await registeredFor(channels, address);
  if (departments === undefined) return { kind: 'not secretariat' };
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
  const round: Round = {
    id: ids.next() as RoundId,
    state: 'planned',
    plan,
    secretariat: request.address,
    createdBy: request.by,
    createdAt: at,
    startedBy: undefined,
    startedAt: undefined,
    closedBy: undefined,
    closedAt: undefined,
    finals: 0,
    keptFindings: [],
    closedWithout: [],
  };
  const line = { at, by: request.by, act: 'planned', departmentId: undefined, subject: undefined } as const;
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
  const line = { at: deps.clock.now(), by, act: 'planned', departmentId: undefined, subject: undefined } as const;
  const result = await deps.rounds.commit(round.id, operationId('planned', request.activityId), [
    { change: 'replace round', round, etag: present.etag },
    { change: 'insert audit line', line },
  ]);
  return result === 'committed' ? { kind: 'planned', round } : CONFLICT;
}

/** The tenant's departments, if the channel is its secretariat's. */
async function registeredFor(
  channels: ChannelRegistry,
  address: ChannelAddress,
): Promise<readonly RegisteredDepartment[] | undefined> {
  const all = await channels.list(address.tenantId);
  const isSecretariat = all.some(
    (channel) => channel.purpose === 'secretariat' && channel.address.channelId === address.channelId,
  );
  // The secretariat's row may be unreadable, and so missing in the list. Then this read rejects, and the channel is not
  // told that it is not the secretariat's.
  if (!isSecretariat) await channels.find(address);
  if (!isSecretariat) return undefined;
  return inRoundOrder(all.filter((channel) => channel.purpose === 'department'));
}
