import { operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import { timeOfMove } from '../../domain/round/deadline-move.js';
import { type MoveProblem, type MoveValues, parseMove, roundAfterMove } from '../../domain/round/moved-deadline.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { subjectOf } from '../reply/move-change.js';
import { oweDesk } from './owe-desk.js';
import { oweMoves } from './owe-moves.js';
import { findOwnRound, type RoundAction } from './which-round.js';

export interface MoveRoundDeadlineRequest extends RoundAction {
  readonly by: Person;
  readonly press: string;
  readonly values: MoveValues;
}

/** `moved`: durable, and the departments follow one after the other. `overview` has the round as it is now. */
export type MoveRoundDeadlineOutcome =
  | { readonly kind: 'moved'; readonly overview: RoundOverview }
  | { readonly kind: 'not open'; readonly round: Round }
  | { readonly kind: 'refused'; readonly overview: RoundOverview; readonly problems: readonly MoveProblem[] }
  | { readonly kind: 'unknown round' };

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** *Flyt fristen* for the whole round. */
export async function moveRoundDeadline(
  deps: Dependencies,
  request: MoveRoundDeadlineRequest,
): Promise<MoveRoundDeadlineOutcome> {
  return untilStored('move deadline', () => tryMove(deps, request));
}

async function tryMove(
  { rounds, clock }: Dependencies,
  request: MoveRoundDeadlineRequest,
): Promise<MoveRoundDeadlineOutcome | typeof CONFLICT> {
  const { roundId, by, press, values, address } = request;
  // The round is read before its departments, so that a move by someone else in the meantime is a conflict.
  const present = await findOwnRound(rounds, request);
  if (present === undefined) return { kind: 'unknown round' };
  const { value: before, etag } = present;
  if (before.state !== 'open') return { kind: 'not open', round: before };
  const overview = await rounds.readOverview(roundId);
  if (overview === undefined) return { kind: 'unknown round' };
  if (wasCarriedOut(before, press)) return { kind: 'moved', overview: { ...overview, round: before } };
  const from = before.plan.ask.deadline;
  const now = clock.now();
  const parsed = parseMove(values, from, now);
  if (!parsed.ok) return { kind: 'refused', overview, problems: parsed.problem };
  const at = timeOfMove(before.deadlineMoves, now);
  const move = { ...parsed.value, from, by, at, scope: 'round' } as const;
  const round = withPress(roundAfterMove(before, move), press);
  const { reason } = move;
  const what = { act: 'deadline moved', departmentId: undefined, subject: subjectOf(move), reason } as const;
  const line = { at, by, where: address.channelId, ...what };
  const result = await rounds.commit(roundId, operationId('move deadline', press), [
    { change: 'replace round', round, etag },
    { change: 'insert audit line', line },
    ...oweMoves(round, now),
    oweDesk(now),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'moved', overview: { ...overview, round } };
}
