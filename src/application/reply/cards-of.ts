import type { PostedMessage } from '../../domain/channel/channel.js';
import type { DepartmentId } from '../../domain/ids.js';
import { isSameMessage } from '../../domain/reply/known-cards.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/** The id of the delivery of a request card in version 0.1. */
export function olderRequestId(departmentId: DepartmentId): string {
  return `request-${departmentId}`;
}

/**
 * The cards of a department that are known, the request card first. Where version 0.1 wrote the department's row, only
 * the delivery of the request card tells where that card is, so that delivery is read.
 *
 * @param also another card that is known
 */
export async function cardsOf(
  rounds: RoundStore,
  department: RoundDepartment,
  also?: PostedMessage | undefined,
): Promise<readonly PostedMessage[]> {
  const known = department.cards ?? (await olderCards(rounds, department));
  return also === undefined || known.some((card) => isSameMessage(card, also)) ? known : [...known, also];
}

async function olderCards(
  rounds: RoundStore,
  { roundId, department }: RoundDepartment,
): Promise<readonly PostedMessage[]> {
  const request = await unlessUnreadable(rounds.readDelivery(roundId, olderRequestId(department.id)));
  return request?.value.posted === undefined ? [] : [request.value.posted];
}
