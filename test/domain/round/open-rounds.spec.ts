import assert from 'node:assert/strict';
import { byDeadline } from '../../../src/domain/round/open-rounds.js';
import { aDeadline, anAsk, aPlan, aRound, aRoundId, START } from '../../support/builders.js';

describe('several open rounds', () => {
  it('stand with the nearest deadline first, and of one deadline with the newest first', () => {
    const rounds = [
      ['a', '2026-12-04', 0],
      ['b', '2026-11-25', 0],
      ['c', '2026-11-25T12:00', 0],
      ['d', '2026-12-04', 1],
    ] as const;
    const sorted = rounds
      .map(([id, deadline, after]) => {
        const plan = aPlan({ ask: anAsk({ deadline: aDeadline(deadline) }) });
        return aRound({ id: aRoundId(id), plan, createdAt: new Date(START.getTime() + after) });
      })
      .toSorted(byDeadline);
    assert.deepEqual(
      sorted.map(({ id }) => id),
      ['c', 'b', 'd', 'a'],
    );
  });
});
