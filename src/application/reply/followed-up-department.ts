import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore, Stored } from '../ports.js';
import { findOwnRound } from '../round/which-round.js';
import type { DepartmentAction, PressRight } from './press-department.js';

/**
 * For the round's own secretariat, as long as its card about the department offers the button. `unknown`: there is no such
 * department in a round of this secretariat. `too late`: the button does not fit where the department stands now.
 */
export function bySecretariat(what: FollowUp): PressRight<'unknown', 'too late'> {
  return {
    find: findFollowedUp,
    notHere: 'unknown',
    refusal: (department) => (followUpsFor(department).includes(what) ? undefined : 'too late'),
  };
}

/** The department's row, if the channel is that of the round's secretariat. */
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

/** The department as it stands, for the secretariat to see; undefined where it is not this secretariat's. */
export async function showFollowedUp(
  { rounds }: { readonly rounds: RoundStore },
  action: DepartmentAction,
): Promise<RoundDepartment | undefined> {
  return (await findFollowedUp(rounds, action))?.value;
}
