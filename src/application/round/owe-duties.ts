import { firstDutiesAt } from '../../domain/duties.js';
import type { Round } from '../../domain/round/round.js';
import { DUTIES_DELIVERY_ID, newDelivery } from '../../domain/work/delivery.js';
import type { RoundChange } from '../ports.js';

/** Owes the duties of a round that is opened: from the next morning on, the bot looks at what is due. */
export function oweDuties(round: Round, now: Date): RoundChange {
  const delivery = newDelivery(DUTIES_DELIVERY_ID, { kind: 'do duties' }, firstDutiesAt(round, now));
  return { change: 'put delivery', delivery };
}

/** Owes nothing more: the round is closed. */
export function endDuties(now: Date): RoundChange {
  const delivery = newDelivery(DUTIES_DELIVERY_ID, { kind: 'do duties' }, now);
  return { change: 'put delivery', delivery: { ...delivery, state: 'unneeded' } };
}
