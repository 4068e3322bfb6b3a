import type { OperationId } from '../../domain/ids.js';
import { inLane, newDelivery, SECRETARIAT_LANE } from '../../domain/work/delivery.js';
import type { RoundChange } from '../ports.js';

/** Owes the rest of something that needs many transactions, so that any process finishes it if this one cannot. */
export function continueLater(operation: OperationId, at: Date): RoundChange {
  const id = inLane(SECRETARIAT_LANE, `0-continue-${operation}`);
  return { change: 'insert delivery', delivery: newDelivery(id, { kind: 'continue round' }, at) };
}
