import type { Round } from '../../domain/round/round.js';
import { DUTIES_LANE, inLane, newDelivery } from '../../domain/work/delivery.js';
import type { RoundChange } from '../ports.js';

/** Owes a round's answers to all to its departments; nothing where there are none. */
export function oweAnswers({ answersToAll }: Pick<Round, 'answersToAll'>, now: Date): readonly RoundChange[] {
  const newest = answersToAll.at(-1);
  if (newest === undefined) return [];
  const id = inLane(DUTIES_LANE, `share-answers-${newest.at.getTime()}`);
  return [{ change: 'put delivery', delivery: newDelivery(id, { kind: 'share answers' }, now) }];
}
