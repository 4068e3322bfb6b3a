import type { RoundId } from '../../domain/ids.js';
import type { RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';

/** Knows which rounds are open or have been: all rows of their departments are written. That never changes again. */
export interface OpenedRounds {
  note(roundId: RoundId): void;
  isOpen(roundId: RoundId): Promise<boolean>;
}

/** How many rounds are remembered. Our choice: more than are ever open at a time. The others are read again. */
const REMEMBERED_MAX = 2_000;

export function createOpenedRounds(rounds: Pick<RoundStore, 'readRound'>): OpenedRounds {
  const opened = new Set<RoundId>();

  function note(roundId: RoundId): void {
    if (opened.size >= REMEMBERED_MAX) opened.clear();
    opened.add(roundId);
  }

  return {
    note,
    async isOpen(roundId) {
      if (opened.has(roundId)) return true;
      const state = (await unlessUnreadable(rounds.readRound(roundId)))?.value.state;
      if (state === undefined || state === 'planned' || state === 'starting') return false;
      note(roundId);
      return true;
    },
  };
}
