import type { Person } from '../../domain/person.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { inLane, newDelivery, type PersonalNotice, personLane } from '../../domain/work/delivery.js';
import { isToldPersonally } from '../../domain/work/preference.js';
import { fateOf } from '../../domain/work/trouble.js';
import type { Clock, Preferences, RoundChange, SendResult } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/**
 * The ids of the people who have chosen to be told personally. It costs one request for each person. A choice that
 * cannot be read counts as none.
 */
export async function toldPersonally(
  { preferences }: { readonly preferences: Pick<Preferences, 'find'> },
  { address }: RoundDepartment,
  people: readonly Person[],
): Promise<readonly string[]> {
  const chosen = await Promise.all(people.map(({ id }) => unlessUnreadable(preferences.find(address.tenantId, id))));
  return chosen.flatMap((found) =>
    found !== undefined && isToldPersonally(found.value) ? [found.value.personId] : [],
  );
}

/** Whether a message has been posted, or may have been and is not posted again. Then people are told of it. */
export function isOut(result: SendResult): boolean {
  return result.kind === 'sent' || fateOf(result.failure, 'post') === 'uncertain';
}

/** Owes a message to each of the people. */
export function tellEach(
  { clock }: { readonly clock: Clock },
  { department: { id: departmentId } }: RoundDepartment,
  people: readonly string[],
  notice: PersonalNotice,
): readonly RoundChange[] {
  const at = clock.now();
  return people.map((personId) => {
    const id = inLane(personLane(personId), `${at.getTime()}-${departmentId}-${notice.replaceAll(' ', '-')}`);
    const delivery = newDelivery(id, { kind: 'tell person', personId, departmentId, notice }, at);
    return { change: 'put delivery', delivery };
  });
}
