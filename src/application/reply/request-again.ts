import type { DepartmentId, RoundId } from '../../domain/ids.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { type Delivery, isStalled, newDelivery, owedAnew, requestDeliveryId } from '../../domain/work/delivery.js';
import type { RoundChange, RoundStore, Stored } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { olderRequestId } from './cards-of.js';

/** @returns the delivery of a department's request card if it has been tried without success */
export async function findStalledRequest(
  rounds: RoundStore,
  roundId: RoundId,
  departmentId: DepartmentId,
): Promise<Stored<Delivery> | undefined> {
  const present =
    (await unlessUnreadable(rounds.readDelivery(roundId, requestDeliveryId(departmentId)))) ??
    (await unlessUnreadable(rounds.readDelivery(roundId, olderRequestId(departmentId))));
  return present !== undefined && isStalled(present.value) ? present : undefined;
}

/** Owes a stalled request card again. In the place of one that version 0.1 wrote, a new one is put in its lane. */
export function requestAgain(
  departmentId: DepartmentId,
  { value, etag }: Stored<Delivery>,
  at: Date,
): readonly RoundChange[] {
  const id = requestDeliveryId(departmentId);
  if (value.id === id) return [{ change: 'replace delivery', delivery: owedAnew(value, at), etag }];
  return [
    { change: 'replace delivery', delivery: { ...value, state: 'unneeded' }, etag },
    { change: 'put delivery', delivery: newDelivery(id, { kind: 'post request', departmentId }, at) },
  ];
}

/**
 * The department while its request card is on its way again. Where version 0.1 wrote the row, it does not tell of any
 * cards; now it can, because the card that is on its way is the first.
 */
export function whileRequestedAgain(department: RoundDepartment): RoundDepartment {
  return { ...department, trouble: undefined, cards: department.cards ?? [] };
}
