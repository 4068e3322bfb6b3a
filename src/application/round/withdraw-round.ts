import { operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import { type CommentProblem, parseComment } from '../../domain/reply/comment.js';
import { canBeChanged } from '../../domain/round/changed-round.js';
import { progressOf } from '../../domain/round/progress.js';
import type { Round, RoundOverview } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import type { NotToChange } from './change-round.js';
import { continueLater } from './continue-later.js';
import { oweDesk } from './owe-desk.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/** What calling a round off does, in numbers. */
export interface Consequences {
  readonly round: Round;
  readonly answered: number;
  /** Those that will not be asked any more. */
  readonly missing: number;
  /** The cards in the departments' channels that will say so. */
  readonly cards: number;
}

export type PrepareWithdrawalOutcome = NotToChange | ({ readonly kind: 'consequences' } & Consequences);

/** *Træk tilbage …*: what it means, before anybody does it. */
export async function prepareWithdrawal(
  { rounds }: Pick<Dependencies, 'rounds'>,
  { roundId, address }: RoundAction,
): Promise<PrepareWithdrawalOutcome> {
  const overview = await rounds.readOverview(roundId);
  if (overview?.round.secretariat.tenantId !== address.tenantId) return { kind: 'unknown round' };
  if (!canBeChanged(overview.round)) return { kind: 'not open', round: overview.round };
  return { kind: 'consequences', ...consequencesOf(overview) };
}

function consequencesOf(overview: RoundOverview): Consequences {
  const { answered, outstanding, unreadable } = progressOf(overview);
  const { round, departments } = overview;
  return {
    round,
    answered: answered.length,
    missing: outstanding.length + unreadable.length,
    cards: departments.length,
  };
}

export interface WithdrawRoundRequest extends RoundAction {
  readonly by: Person;
  readonly press: string;
  readonly reason: string;
}

export type WithdrawRoundOutcome =
  | NotToChange
  | { readonly kind: 'withdrawing'; readonly round: Round }
  | ({ readonly kind: 'refused'; readonly problem: CommentProblem } & Consequences);

/** Calls a round off. Once this is stored its departments are told, whatever happens to this process. */
export async function withdrawRound(deps: Dependencies, request: WithdrawRoundRequest): Promise<WithdrawRoundOutcome> {
  return untilStored('withdraw round', () => tryWithdrawal(deps, request));
}

async function tryWithdrawal(
  deps: Dependencies,
  request: WithdrawRoundRequest,
): Promise<WithdrawRoundOutcome | typeof CONFLICT> {
  const { roundId, by, press, address } = request;
  const present = await findOwnRound(deps.rounds, request);
  if (present === undefined) return { kind: 'unknown round' };
  const { value: before, etag } = present;
  if (wasCarriedOut(before, press)) return { kind: 'withdrawing', round: before };
  if (!canBeChanged(before)) return { kind: 'not open', round: before };
  const reason = parseComment(request.reason);
  if (!reason.ok) {
    const prepared = await prepareWithdrawal(deps, request);
    return prepared.kind === 'consequences' ? { ...prepared, kind: 'refused', problem: reason.problem } : prepared;
  }
  const at = deps.clock.now();
  const withdrawn = { by, at, reason: reason.value };
  // Nothing is left to follow: every department is withdrawn, and one that was not asked yet is asked no more.
  const round: Round = { ...withPress(before, press), state: 'withdrawing', isFollowing: false, withdrawn };
  const what = { act: 'round withdrawn', departmentId: undefined, subject: undefined, reason: reason.value } as const;
  const result = await deps.rounds.commit(roundId, operationId('withdraw', press), [
    { change: 'replace round', round, etag },
    { change: 'insert audit line', line: { at, by, where: address.channelId, ...what } },
    continueLater(operationId('withdraw', press), at),
    oweDesk(at),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'withdrawing', round };
}
