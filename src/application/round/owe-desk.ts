import { deskDelivery } from '../../domain/work/delivery.js';
import type { RoundChange } from '../ports.js';

/** Owes the secretariat's overview of the round anew, because the same transaction changes what it shows. */
export function oweDesk(now: Date): RoundChange {
  return { change: 'put delivery', delivery: deskDelivery(now) };
}
