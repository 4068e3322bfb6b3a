import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RoundStore } from '../../../src/application/ports.js';
import type { Municipality } from '../../application/municipality.js';
import { interceptCommits } from '../../support/fakes.js';
import { DEPARTMENT_ACTS, DEPARTMENTS, playHistory, ROUND_ACTS, type Step } from './history.js';
import { disagreements } from './shown.js';

/** How many histories are tried. Each is a round of its own. */
const HISTORIES = 1_000;

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...DEPARTMENT_ACTS) },
      { weight: 1, arbitrary: fc.constantFrom(...ROUND_ACTS) },
    ),
    department: fc.nat(DEPARTMENTS - 1),
    trouble: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Step['trouble']>('none') },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Step['trouble']>('the write fails', 'its answer is lost', 'Teams is away'),
      },
    ),
    rests: fc.boolean(),
  }),
  { maxLength: 12 },
);

describe('whatever happens in a round', function () {
  this.timeout(120_000);

  it(`its cards, the desk, the notat and the audit say what people were told (${HISTORIES} histories)`, async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        assert.deepEqual(await disagreements(await playHistory(history)), []);
      }),
      { numRuns: HISTORIES },
    );
  });
});

describe('the law that all places agree', () => {
  const step = (act: Step['act']): Step => ({ act, department: 0, trouble: 'none', rests: true });
  const ANSWERED_AND_RETURNED = [step('answer'), step('send back')];

  const found = async (history: readonly Step[], forgets: (rounds: RoundStore) => RoundStore) => {
    const forgetting = (municipality: Municipality) => ({ ...municipality, rounds: forgets(municipality.rounds) });
    return (await disagreements(await playHistory(history, forgetting))).length > 0;
  };

  it('holds for what it is tried with', async () => {
    assert.equal(await found(ANSWERED_AND_RETURNED, (rounds) => rounds), false);
  });

  it('finds a card that is not redrawn', async () => {
    const withoutRefreshing = (rounds: RoundStore) =>
      interceptCommits(rounds, ({ roundId, operation, changes }) => {
        const left = changes.filter(
          (each) => each.change !== 'insert delivery' || each.delivery.task.kind !== 'refresh cards',
        );
        return rounds.commit(roundId, operation, left);
      });
    assert.equal(await found([step('answer')], withoutRefreshing), true);
  });

  it('finds an act that the audit does not tell', async () => {
    const withoutLines = (rounds: RoundStore) =>
      interceptCommits(rounds, ({ roundId, operation, changes }) => {
        const left = changes.filter(({ change }) => change !== 'insert audit line');
        return rounds.commit(roundId, operation, left);
      });
    assert.equal(await found(ANSWERED_AND_RETURNED, withoutLines), true);
  });

  it('finds an answer that is taken back where it is stored, and nowhere else', async () => {
    const withoutReturning = (rounds: RoundStore) =>
      interceptCommits(rounds, ({ roundId, operation, changes }) => {
        const kept = changes.map((each) =>
          each.change === 'replace department'
            ? { ...each, department: { ...each.department, sentBack: undefined } }
            : each,
        );
        return rounds.commit(roundId, operation, kept);
      });
    assert.equal(await found(ANSWERED_AND_RETURNED, withoutReturning), true);
  });
});
