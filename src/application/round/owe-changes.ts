import type { Round } from '../../domain/round/round.js';
import { DUTIES_LANE, inLane, newDelivery } from '../../domain/work/delivery.js';
import type { RoundChange } from '../ports.js';

/** Owes the changes of a round's plan to its departments; nothing where they have followed them all. */
export function oweChanges({ changes, isFollowing }: Pick<Round, 'changes' | 'isFollowing'>, now: Date) {
  const newest = changes.at(-1);
  if (newest === undefined || !isFollowing) return [];
  const id = inLane(DUTIES_LANE, `follow-changes-${newest.at.getTime()}`);
  const delivery = newDelivery(id, { kind: 'follow changes' }, now);
  return [{ change: 'put delivery', delivery }] as const satisfies readonly RoundChange[];
}
