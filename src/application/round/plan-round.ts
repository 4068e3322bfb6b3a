import type { ChannelAddress } from '../../domain/channel/channel.js';
import { departmentsIn, inRoundOrder, type PlacedDepartment } from '../../domain/channel/department.js';
import type { KnownTeam } from '../../domain/channel/known-team.js';
import { operationId, type RoundId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import type { Person } from '../../domain/person.js';
import { differingFields } from '../../domain/round/form-differences.js';
import { startsInTime } from '../../domain/round/later-start.js';
import { type PlanSaved, savingOf, timeOfSaving } from '../../domain/round/plan-saved.js';
import { isChangedSince, type SeenPlan, seenIn, untouchedFields } from '../../domain/round/plan-shown.js';
import { plannedRound, type Round, type RoundPlan } from '../../domain/round/round.js';
import {
  formValuesOf,
  parseRoundForm,
  type RoundFormField,
  type RoundFormProblem,
  type RoundFormValues,
} from '../../domain/round/round-form.js';
import { departmentsOfTeams } from '../../domain/round/team-choice.js';
import type { WorkCalendar } from '../../domain/round/working-days.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, IdSource, KnownTeams, RoundIndex, RoundStore, Stored } from '../ports.js';
import { type EarlierRound, earlierRounds } from './earlier-rounds.js';
import { planEntry, plannedRounds } from './planned-rounds.js';
import { choosePreviousRound } from './previous-round.js';
import { findOwnRound } from './which-round.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly index: RoundIndex;
  readonly knownTeams: Pick<KnownTeams, 'list'>;
  readonly calendar: WorkCalendar;
}

/** What the form offers to choose among. */
export interface FormFacts {
  /** In the order of rounds. */
  readonly departments: readonly PlacedDepartment[];
  /** The teams in which they answer, and others. */
  readonly teams: readonly KnownTeam[];
  /** The newest first. */
  readonly earlier: readonly EarlierRound[];
}

export type OpenRoundFormOutcome =
  | { readonly kind: 'no departments' }
  /** `plans` have not been started yet. */
  | ({ readonly kind: 'form'; readonly plans: readonly Round[] } & FormFacts);

/** The content of the form for a new round. */
export async function openRoundForm(
  deps: Pick<Dependencies, 'channels' | 'knownTeams' | 'index' | 'rounds'>,
  tenantId: string,
): Promise<OpenRoundFormOutcome> {
  const [facts, plans] = await Promise.all([formFacts(deps, tenantId), plannedRounds(deps, tenantId)]);
  return facts.departments.length === 0 ? { kind: 'no departments' } : { kind: 'form', ...facts, plans };
}

/** Departments, their teams and the earlier rounds, as they are now. */
export async function formFacts(
  deps: Pick<Dependencies, 'channels' | 'knownTeams' | 'index' | 'rounds'>,
  tenantId: string,
): Promise<FormFacts> {
  const [departments, others] = await Promise.all([departmentsOf(deps.channels, tenantId), otherFacts(deps, tenantId)]);
  return { departments, ...others };
}

async function otherFacts(
  { knownTeams, ...deps }: Pick<Dependencies, 'knownTeams' | 'index' | 'rounds'>,
  tenantId: string,
): Promise<Omit<FormFacts, 'departments'>> {
  const [teams, earlier] = await Promise.all([knownTeams.list(tenantId), earlierRounds(deps, tenantId)]);
  return { teams, earlier };
}

export type PlanRoundOutcome =
  | { readonly kind: 'already started'; readonly round: Round }
  | ({ readonly kind: 'problems'; readonly problems: readonly RoundFormProblem[] } & FormFacts)
  | ({ readonly kind: 'overtaken' } & OvertakenForm)
  | { readonly kind: 'planned'; readonly round: Round };

/** Somebody else has changed the plan since the form was shown. Nothing was written. */
export interface OvertakenForm extends FormFacts {
  /** As it stands. */
  readonly round: Round;
  /** Who has changed it; undefined where an older version of the bot has stored the change and does not tell. */
  readonly saved: PlanSaved | undefined;
  /** The form that was sent, with what the plan says now in the fields that were not changed on it. */
  readonly values: RoundFormValues;
  /** Whether it is known which fields those are. */
  readonly isMerged: boolean;
  /** Where these values differ from the plan. */
  readonly differs: readonly RoundFormField[];
}

export interface PlanRoundRequest extends SeenPlan {
  readonly address: ChannelAddress;
  readonly by: Person;
  /** The planned round that the form changes; undefined for a new round. */
  readonly roundId: RoundId | undefined;
  readonly values: RoundFormValues;
  /** The teams that were chosen, where the form had no room for the departments themselves. */
  readonly chosenTeams?: readonly string[] | undefined;
  /** The id of the activity that carried the form. */
  readonly activityId: string;
}

/** Stores a round as planned, so that the secretariat can look at it. Nothing is sent. */
export async function planRound(deps: Dependencies, request: PlanRoundRequest): Promise<PlanRoundOutcome> {
  return untilStored('plan round', () => tryPlanning(deps, request));
}

async function tryPlanning(deps: Dependencies, request: PlanRoundRequest): Promise<PlanRoundOutcome | typeof CONFLICT> {
  const { roundId, address, chosenTeams } = request;
  const { tenantId } = address;
  const registered = await departmentsOf(deps.channels, tenantId);
  const departments =
    chosenTeams === undefined
      ? request.values.departments
      : departmentsOfTeams(chosenTeams, registered, await deps.knownTeams.list(tenantId));
  const sent = { ...request.values, departments };
  const plan = parseRoundForm(sent, registered, deps.clock.now());
  const withProblems = async (problems: readonly RoundFormProblem[]) => {
    return { kind: 'problems', problems, departments: registered, ...(await otherFacts(deps, tenantId)) } as const;
  };
  if (!plan.ok) return withProblems(plan.problem);
  const previousRound = await choosePreviousRound(deps, tenantId, {
    chosen: request.values.previousRound,
    title: plan.value.ask.title,
  });
  const present = roundId && (await findOwnRound(deps.rounds, { roundId, address }));
  const whole = { ...plan.value, ask: { ...plan.value.ask, calendar: deps.calendar, isTrial: false }, previousRound };
  if (present === undefined) return insertPlanned(deps, request, { ...whole, startAt: undefined });
  const { value: round } = present;
  const { state, plan: before, planSaved } = round;
  if (state !== 'planned') return { kind: 'already started', round };
  const now = { ...whole, startAt: before.startAt };
  const differs = differingFields(formValuesOf(now), formValuesOf(before));
  const startsAt = before.startAt?.at;
  if (startsAt !== undefined && !startsInTime(startsAt, now.ask.deadline)) {
    return withProblems([{ field: 'deadline', kind: 'before the start', startsAt }]);
  }
  // The same form again, as where its answer was lost, is no other saving.
  if (differs.length === 0) return replacePlanned(deps, request, { ...round, plan: now }, present);
  const shown = request.planShown;
  if (isChangedSince(round, request)) {
    const untouched = shown === undefined ? NO_FIELDS : untouchedFields(shown, formValuesOf(now));
    const facts = { departments: registered, ...(await otherFacts(deps, tenantId)) };
    return {
      kind: 'overtaken',
      round,
      saved: savingOf(round) > (request.savedSeen ?? 0) ? planSaved : undefined,
      values: withFieldsOf(sent, formValuesOf(before), untouched),
      isMerged: shown !== undefined,
      differs: differs.filter((field) => !untouched.has(field)),
      ...facts,
    };
  }
  const saved = { by: request.by, at: timeOfSaving(planSaved, deps.clock.now()) };
  return replacePlanned(deps, request, { ...round, plan: now, planSaved: saved }, present);
}

const NO_FIELDS: ReadonlySet<RoundFormField> = new Set();

/** The values of one form, with those of another in some of its fields. */
function withFieldsOf(
  values: RoundFormValues,
  other: RoundFormValues,
  fields: ReadonlySet<RoundFormField>,
): RoundFormValues {
  return { ...values, ...Object.fromEntries([...fields].map((field) => [field, other[field]])) };
}

export type ChangePlanOutcome =
  | { readonly kind: 'unknown round' }
  | { readonly kind: 'already started'; readonly round: Round }
  | ({
      readonly kind: 'form';
      readonly roundId: RoundId;
      readonly values: RoundFormValues;
    } & ReturnType<typeof seenIn> &
      FormFacts);

/** Shows the form again, filled in from the planned round. */
export async function changePlan(
  deps: Pick<Dependencies, 'channels' | 'rounds' | 'index' | 'knownTeams'>,
  address: ChannelAddress,
  roundId: RoundId,
): Promise<ChangePlanOutcome> {
  const facts = await formFacts(deps, address.tenantId);
  const round = (await findOwnRound(deps.rounds, { roundId, address }))?.value;
  if (round === undefined) return { kind: 'unknown round' };
  if (round.state !== 'planned') return { kind: 'already started', round };
  return { kind: 'form', roundId, ...seenIn(round), values: formValuesOf(round.plan), ...facts };
}

async function insertPlanned(
  { rounds, clock, ids, index }: Dependencies,
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
  // If the process ends before this, the plan is reached by its preview alone.
  if (result === 'committed') await index.addPlan(planEntry(round));
  return result === 'committed' ? { kind: 'planned', round } : CONFLICT;
}

async function replacePlanned(
  deps: Dependencies,
  request: PlanRoundRequest,
  changed: Round,
  present: Stored<Round>,
): Promise<PlanRoundOutcome | typeof CONFLICT> {
  const round: Round = { ...changed, plan: keepUnknown(present.value.plan, changed.plan) };
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
