import { operationId } from '../../domain/ids.js';
import { withdrawnWithRound } from '../../domain/round/changed-round.js';
import type { Round } from '../../domain/round/round.js';
import type { Clock, RoundStore, Stored } from '../ports.js';
import { refreshCards } from '../reply/change-department.js';
import { type ChangeOfOne, changeEach, changeOne } from '../reply/change-each.js';
import { oweDesk } from './owe-desk.js';
import { endDuties } from './owe-duties.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/**
 * Continues with a round that is `withdrawing`: locks its departments in batches, and makes their cards say that nobody
 * need answer. Any number of processes may repeat this. What has been answered stays where it is.
 */
export async function finishWithdrawing(deps: Dependencies, { value: round, etag }: Stored<Round>): Promise<void> {
  const { rounds, clock } = deps;
  await changeEach(rounds, round, withdrawIn(deps, round));
  const overview = await rounds.readOverview(round.id);
  // A department that could not be read a moment ago can be read now. The next pass withdraws it.
  if (overview === undefined || overview.departments.length > 0) return;
  const now = clock.now();
  const closedWithout = overview.unreadable.map(({ departmentId }) => departmentId);
  const withdrawn: Round = {
    ...round,
    state: 'withdrawn',
    closedBy: round.withdrawn?.by,
    closedAt: now,
    closedWithout,
  };
  // A conflict means that another process finished it first.
  await rounds.commit(round.id, operationId('withdrawn', round.id), [
    { change: 'replace round', round: withdrawn, etag },
    endDuties(now),
    oweDesk(now),
  ]);
}

/** Withdraws the departments that could not be read when the round was called off, if they can be read by now. */
export async function withdrawThoseReadableAgain(
  deps: Dependencies,
  { value: round, etag }: Stored<Round>,
): Promise<void> {
  const left: Round['closedWithout'][number][] = [];
  for (const departmentId of round.closedWithout) {
    if (!(await changeOne(deps.rounds, round, departmentId, withdrawIn(deps, round)))) left.push(departmentId);
  }
  if (left.length === round.closedWithout.length) return;
  // A conflict means that another process recorded it first.
  await deps.rounds.commit(round.id, operationId('withdrawn late', round.id, left.length), [
    { change: 'replace round', round: { ...round, closedWithout: left }, etag },
  ]);
}

function withdrawIn({ clock }: Dependencies, round: Round): ChangeOfOne {
  return (present) => {
    const department = withdrawnWithRound(round, present);
    const { id } = present.department;
    const operation = operationId('withdraw', id);
    return department && { operation, department, lines: [], owes: [refreshCards(id)], at: clock.now() };
  };
}
