import { operationId } from '../../../domain/ids.js';
import type { Round, RoundDepartment } from '../../../domain/round/round.js';
import { type DepartmentChange, refreshCards } from '../../reply/change-department.js';
import { changeEach } from '../../reply/change-each.js';
import { type Handler, UNNEEDED } from '../task.js';

/**
 * Writes to each department that the notat is final, so that its card says so and lets it read the notat. It may be
 * repeated at any place. Nobody must act on it, so no message is posted.
 */
export const shareFinal: Handler<'share final'> = async ({ rounds, clock }, { roundId }) => {
  const round = (await rounds.readRound(roundId))?.value;
  // A round that has been opened again owes it again when it is closed.
  if (round?.state !== 'closed') return UNNEEDED;
  await changeEach(rounds, round, (department) => finalChange(round, department, clock.now()));
  return UNNEEDED;
};

function finalChange(round: Round, department: RoundDepartment, at: Date): DepartmentChange | undefined {
  const { finals, closedAt } = round;
  if (closedAt === undefined || !department.isLocked || department.final?.number === finals) return undefined;
  const { id } = department.department;
  return {
    operation: operationId('share final', id, finals),
    department: { ...department, final: { number: finals, at: closedAt } },
    lines: [],
    owes: [refreshCards(id)],
    at,
  };
}
