import { operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { type CommentProblem, parseComment } from '../../domain/reply/comment.js';
import { withReopening } from '../../domain/round/reopening.js';
import type { Round } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundIndex, RoundStore } from '../ports.js';
import { continueLater } from './continue-later.js';
import { oweDesk } from './owe-desk.js';
import { findOwnRound, type RoundAction } from './which-round.js';

export interface ReopenRoundRequest extends RoundAction {
  readonly by: Person;
  readonly press: string;
  readonly reason: unknown;
}

export type ReopenRoundOutcome =
  | { readonly kind: 'reopening'; readonly round: Round }
  /** The round is open, or it is being closed. */
  | { readonly kind: 'not closed'; readonly round: Round }
  | {
      readonly kind: 'refused';
      readonly round: Round;
      readonly problem: CommentProblem;
    }
  | { readonly kind: 'unknown round' };

interface Dependencies {
  readonly rounds: RoundStore;
  readonly index: Pick<RoundIndex, 'noteActive'>;
  readonly clock: Clock;
}

/** *Genåbn*: a closed round accepts answers again. Its final notat stays, and the next one gets the next number. */
export async function reopenRound(deps: Dependencies, request: ReopenRoundRequest): Promise<ReopenRoundOutcome> {
  return untilStored('reopen round', () => tryReopening(deps, request));
}

async function tryReopening(
  deps: Dependencies,
  request: ReopenRoundRequest,
): Promise<ReopenRoundOutcome | typeof CONFLICT> {
  const { roundId, by, press } = request;
  const present = await findOwnRound(deps.rounds, request);
  // A trial has no final notat, so no card offers to open it again.
  if (present === undefined || present.value.plan.ask.isTrial) return { kind: 'unknown round' };
  if (present.value.state !== 'closed') return { kind: 'not closed', round: present.value };
  const reason = parseComment(request.reason);
  if (!reason.ok) return { kind: 'refused', round: present.value, problem: reason.problem };
  const { createdAt, secretariat } = present.value;
  // Before anything is owed, so that every process looks for it.
  await deps.index.noteActive({ roundId, tenantId: secretariat.tenantId, createdAt });
  const at = deps.clock.now();
  const reopenings = withReopening(present.value.reopenings, { at, by, reason: reason.value });
  const round: Round = { ...present.value, state: 'reopening', closedBy: by, closedAt: at, reopenings };
  const where = request.address.channelId;
  const what = { act: 'reopened', departmentId: undefined, subject: undefined, reason: reason.value } as const;
  const line = { at, by, where, ...what };
  const result = await deps.rounds.commit(roundId, operationId('reopen', press), [
    { change: 'replace round', round, etag: present.etag },
    { change: 'insert audit line', line },
    continueLater(operationId('reopen', press), at),
    oweDesk(at),
  ]);
  return result === 'conflict' ? CONFLICT : { kind: 'reopening', round };
}
