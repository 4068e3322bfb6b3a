import { type FollowUp, followUpsFor } from '../../domain/reply/follow-ups.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore } from '../ports.js';
import type { DepartmentAction, Found, PressScope } from './press-department.js';

/** There is no such round in the tenant, or no such department in it. */
export interface UnknownDepartment {
  readonly kind: 'unknown';
}

type Followed = Pick<DepartmentAction, 'roundId' | 'departmentId' | 'address'>;

/**
 * For the buttons on the secretariat's cards about a department, and only for what those cards offer now. That a
 * secretary presses, in the secretariat's channel, has been judged before. `too late`: the button does not fit the
 * department's present state.
 */
export function onSecretariatsCard(what: FollowUp): PressScope<Followed, UnknownDepartment, 'too late'> {
  return {
    ...BY_SECRETARIAT,
    tooLate: (department) => (followUpsFor(department).includes(what) ? undefined : 'too late'),
  };
}

/** For what the secretariat may do in any state, or where the use case itself says what does not fit the state. */
export const BY_SECRETARIAT: PressScope<Followed, UnknownDepartment, never> = {
  find: ({ rounds }, action) => findFollowedUp(rounds, action),
  used: () => undefined,
  tooLate: () => undefined,
};

/** The department in its present state, for the secretariat. */
export async function showFollowedUp(
  { rounds }: { readonly rounds: RoundStore },
  action: Followed,
): Promise<{ readonly kind: 'shown'; readonly department: RoundDepartment } | UnknownDepartment> {
  const found = await findFollowedUp(rounds, action);
  return 'present' in found ? { kind: 'shown', department: found.present.value } : found;
}

/** The ids come from a card, and a card can be edited. So the round must be one of the secretariat's own tenant. */
async function findFollowedUp(
  rounds: RoundStore,
  { roundId, departmentId, address }: Followed,
): Promise<Found | UnknownDepartment> {
  const present = await rounds.readDepartment(roundId, departmentId);
  const isOwn = present?.value.address.tenantId === address.tenantId;
  return present !== undefined && isOwn ? { present, verdict: 'may' } : { kind: 'unknown' };
}
