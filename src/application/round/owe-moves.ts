import type { Round } from '../../domain/round/round.js';
import { DUTIES_LANE, inLane, newDelivery } from '../../domain/work/delivery.js';
import type { RoundChange } from '../ports.js';

/** Owes a round's moved deadline to its departments; nothing where it was never moved. */
export function oweMoves({ deadlineMoves }: Pick<Round, 'deadlineMoves'>, now: Date): readonly RoundChange[] {
  const newest = deadlineMoves.at(-1);
  if (newest === undefined) return [];
  const id = inLane(DUTIES_LANE, `move-deadlines-${newest.at.getTime()}`);
  return [{ change: 'put delivery', delivery: newDelivery(id, { kind: 'move deadlines' }, now) }];
}
