import type { RoundId } from '../../domain/ids.js';
import { type Delivery, laneOf } from '../../domain/work/delivery.js';
import type { RoundChange, RoundStore } from '../ports.js';
import type { Outbox } from './outbox.js';

/** Who is told of what has been written. */
export interface Told {
  readonly outbox: Pick<Outbox, 'owe' | 'noteOpen'>;
  /** Looks for everything that a round owes. */
  lookAt(roundId: RoundId): void;
}

/**
 * A store that tells the outbox of this process what it owes, as soon as it is written, so that nothing must be searched
 * for. A process that ends before it is told loses nothing: the others look for what is owed.
 */
export function tellOutbox(rounds: RoundStore, told: () => Told): RoundStore {
  return {
    ...rounds,
    async commit(id, operation, changes, onTags) {
      try {
        const result = await rounds.commit(id, operation, changes, onTags);
        if (result === 'committed') tell(told(), id, changes);
        return result;
      } catch (error) {
        // It may have been written all the same. Whoever presses again is then told that nothing has changed.
        if (changes.some(owes)) told().lookAt(id);
        throw error;
      }
    },
  };
}

function tell({ outbox, lookAt }: Told, roundId: RoundId, changes: readonly RoundChange[]): void {
  // While the rows of a round are being written, batch after batch, nothing of it is sent.
  if (changes.some(({ change }) => change === 'insert department')) return;
  for (const change of changes) {
    if (change.change === 'replace department') outbox.noteOpen(roundId);
    // Its rows were written before it was opened.
    else if (change.change === 'replace round' && change.round.state === 'open') lookAt(roundId);
    else if (owes(change)) outbox.owe(roundId, laneOf(change.delivery.task), change.delivery);
  }
}

function owes(change: RoundChange): change is Extract<RoundChange, { readonly delivery: Delivery }> {
  return 'delivery' in change && isNewlyOwed(change.delivery);
}

/** A claim, and a delivery that is to be tried again, are known to the process that writes them. */
function isNewlyOwed({ state, attempts }: Delivery): boolean {
  return state === 'pending' && attempts === 0;
}
