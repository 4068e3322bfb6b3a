import type { DepartmentId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import { whyNotReminded } from '../../domain/round/reminding-all.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import type { Clock, RoundStore } from '../ports.js';
import { type ChangeOfOne, changeEach } from '../reply/change-each.js';
import { nudgeChange } from '../reply/follow-up.js';
import type { RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

type NotReminding =
  /** It is closed, or is being closed. */
  | { readonly kind: 'not open'; readonly round: Round }
  /** A trial reminds nobody. */
  | { readonly kind: 'trial'; readonly round: Round }
  | { readonly kind: 'unknown round' };

export type PrepareRemindingOutcome = NotReminding | { readonly kind: 'prepared'; readonly overview: RoundOverview };

/** Reads what *Mind alle, der mangler* must tell before anybody is reminded. */
export async function prepareReminding(
  { rounds }: Pick<Dependencies, 'rounds'>,
  { roundId, address }: RoundAction,
): Promise<PrepareRemindingOutcome> {
  const overview = await rounds.readOverview(roundId);
  if (overview?.round.secretariat.tenantId !== address.tenantId) return { kind: 'unknown round' };
  const { round } = overview;
  if (round.plan.ask.isTrial) return { kind: 'trial', round };
  return round.state === 'open' ? { kind: 'prepared', overview } : { kind: 'not open', round };
}

export interface RemindAllRequest extends RoundAction {
  readonly by: Person;
  /** Identifies the press. It is the same each time the press is delivered again. */
  readonly press: string;
}

export type RemindAllOutcome =
  | NotReminding
  /** `overview` has the round as it is now, and `reminded` those whom this press has had reminded, however often it came. */
  | { readonly kind: 'reminded'; readonly overview: RoundOverview; readonly reminded: readonly DepartmentId[] };

/**
 * Reminds every department that may be reminded now, as *Send påmindelse* does with one. It takes many transactions, and
 * may be repeated at any place: whoever has been reminded today is not reminded again.
 */
export async function remindAll(
  { rounds, clock }: Dependencies,
  { by, press, ...action }: RemindAllRequest,
): Promise<RemindAllOutcome> {
  const before = await prepareReminding({ rounds }, action);
  if (before.kind !== 'prepared') return before;
  const { round } = before.overview;
  const now = clock.now();
  const reminded = new Set<DepartmentId>();
  const changeOf: ChangeOfOne = (department) => {
    const { id } = department.department;
    if (wasCarriedOut(department, press)) {
      reminded.add(id);
      return undefined;
    }
    // Somebody may have answered since a conflict.
    reminded.delete(id);
    if (whyNotReminded(department, now) !== undefined) return undefined;
    reminded.add(id);
    const change = nudgeChange({ departmentId: id, by, press: `${press} ${id}` }, department, now);
    return { ...change, department: withPress(change.department, press) };
  };
  await changeEach(rounds, round, changeOf);
  const after = await rounds.readOverview(round.id);
  return { kind: 'reminded', overview: after ?? before.overview, reminded: [...reminded] };
}
