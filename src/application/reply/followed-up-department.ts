import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore, Stored } from '../ports.js';
import { findOwnRound } from '../round/which-round.js';
import type { DepartmentAction, PressRight } from './press-department.js';

/**
 * For the secretariat of the round, and only for what the secretariat's card about the department offers. `unknown`: no
 * round of this secretariat has such a department. `too late`: the button does not fit the department's present state.
 */
export function bySecretariat(what: FollowUp): PressRight<'unknown', 'too late'> {
  return {
    find: findFollowedUp,
    notHere: 'unknown',
    refusal: (department) => (followUpsFor(department).includes(what) ? undefined : 'too late'),
  };
}

/** The department's row, if the channel is the one of the round's secretariat. */
async function findFollowedUp(
  rounds: RoundStore,
  action: DepartmentAction,
): Promise<Stored<RoundDepartment> | undefined> {
  const [round, department] = await Promise.all([
    findOwnRound(rounds, action),
    rounds.readDepartment(action.roundId, action.departmentId),
  ]);
  return round === undefined ? undefined : department;
}

/** The department in its present state, for the secretariat; undefined where it belongs to another secretariat. */
export async function showFollowedUp(
  { rounds }: { readonly rounds: RoundStore },
  action: DepartmentAction,
): Promise<RoundDepartment | undefined> {
  return (await findFollowedUp(rounds, action))?.value;
}
