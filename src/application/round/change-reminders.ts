import { operationId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import type { Person } from '../../domain/person.js';
import {
  isSamePlan,
  parseReminderPlan,
  planName,
  type ReminderPlanProblem,
  type ReminderPlanValues,
} from '../../domain/round/reminder-plan.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { oweDesk } from './owe-desk.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

export interface ChangeRemindersRequest extends RoundAction {
  readonly by: Person;
  readonly press: string;
  readonly values: ReminderPlanValues;
  /** The name (`planName`) of the plan that the card showed. */
  readonly planSeen: string;
}

export type ChangeRemindersOutcome =
  | { readonly kind: 'unknown round' }
  /** Nobody is reminded in such a round. */
  | { readonly kind: 'not open'; readonly round: Round }
  | {
      readonly kind: 'refused';
      readonly overview: RoundOverview;
      readonly problems: readonly ReminderPlanProblem[];
    }
  /** `overtaken`: someone else has changed the plan since the card was made. Nothing is stored. */
  | { readonly kind: 'changed' | 'unchanged' | 'overtaken'; readonly overview: RoundOverview };

/** *Gem planen*: the round reminds by another plan from now on. What the new plan would have sent before is not sent. */
export async function changeReminders(
  deps: Dependencies,
  request: ChangeRemindersRequest,
): Promise<ChangeRemindersOutcome> {
  const tried = await untilStored('change reminders', () => tryChanging(deps, request));
  if ('round' in tried || tried.kind === 'unknown round') return tried;
  const overview = await deps.rounds.readOverview(request.roundId);
  return overview === undefined ? { kind: 'unknown round' } : { ...tried, overview };
}

type Tried =
  | Extract<ChangeRemindersOutcome, { kind: 'unknown round' | 'not open' }>
  | Omit<Extract<ChangeRemindersOutcome, { kind: 'refused' }>, 'overview'>
  | { readonly kind: 'changed' | 'unchanged' | 'overtaken' };

async function tryChanging(
  { rounds, clock }: Dependencies,
  request: ChangeRemindersRequest,
): Promise<Tried | typeof CONFLICT> {
  const { roundId, by, press, values, planSeen } = request;
  const present = await findOwnRound(rounds, request);
  if (present === undefined) return { kind: 'unknown round' };
  if (present.value.state !== 'open') return { kind: 'not open', round: present.value };
  const wanted = parseReminderPlan(values);
  if (!wanted.ok) return { kind: 'refused', problems: wanted.problem };
  const { plan } = present.value;
  // A press that is delivered twice finds its own plan.
  if (isSamePlan(plan.reminders, wanted.value)) return { kind: 'unchanged' };
  if (planName(plan.reminders) !== planSeen) return { kind: 'overtaken' };
  const at = clock.now();
  const reminders = keepUnknown(plan.reminders, { ...wanted.value, since: at });
  const round: Round = { ...present.value, plan: { ...plan, reminders } };
  const where = request.address.channelId;
  const what = { act: 'reminders changed', departmentId: undefined, subject: planName(reminders) } as const;
  const result = await rounds.commit(roundId, operationId('reminders changed', press), [
    { change: 'replace round', round, etag: present.etag },
    { change: 'insert audit line', line: { at, by, where, ...what } },
    oweDesk(at),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'changed' };
}
