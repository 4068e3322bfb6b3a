import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RoundStore } from '../../../src/application/ports.js';
import type { Municipality } from '../../application/municipality.js';
import { interceptCommits } from '../../support/fakes.js';
import { WHOLE_SWEEPS } from '../../support/sweep.js';
import { histories } from './histories.js';
import { playHistory, type Step } from './history.js';
import { disagreements } from './shown.js';

/** How many histories are tried. Each is a round of its own. */
const HISTORIES = 1_000;
const SEED = 17;

describe('whatever happens in a round', function () {
  this.timeout(240_000);

  it(`its cards, the desk, the notat and the audit say what people were told (${HISTORIES} histories)`, async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        assert.deepEqual(await disagreements(await playHistory(history)), []);
      }),
      // The same histories each time, so that a build never fails by chance; others in `check:sweeps`.
      { numRuns: HISTORIES, seed: process.env[WHOLE_SWEEPS] === undefined ? SEED : Date.now() },
    );
  });
});

describe('what has been found in it', () => {
  const about = (act: Step['act']): Step => ({ act, department: 0, trouble: 'none', rests: true });

  it('a department that was taken out stays so when its round is closed and opened again', async () => {
    const history = (['propose', 'take it out', 'close', 'reopen'] as const).map(about);
    assert.deepEqual(await disagreements(await playHistory(history)), []);
  });
});

describe('the law that all places agree', () => {
  const step = (act: Step['act']): Step => ({ act, department: 0, trouble: 'none', rests: true });
  const ANSWERED_AND_RETURNED = [step('answer'), step('send back')];

  const found = async (history: readonly Step[], forgets: (municipality: Municipality) => Municipality) =>
    (await disagreements(await playHistory(history, forgets))).length > 0;

  const storing = (forgets: (rounds: RoundStore) => RoundStore) => (municipality: Municipality) => ({
    ...municipality,
    rounds: forgets(municipality.rounds),
  });

  it('holds for what it is tried with', async () => {
    assert.equal(await found(ANSWERED_AND_RETURNED, (municipality) => municipality), false);
  });

  it('finds a card that is not redrawn', async () => {
    const withoutRefreshing = (rounds: RoundStore) =>
      interceptCommits(rounds, ({ roundId, operation, changes }) => {
        const left = changes.filter(
          (each) => each.change !== 'insert delivery' || each.delivery.task.kind !== 'refresh cards',
        );
        return rounds.commit(roundId, operation, left);
      });
    assert.equal(await found([step('answer')], storing(withoutRefreshing)), true);
  });

  it('finds an act that the audit does not tell', async () => {
    const withoutLines = (rounds: RoundStore) =>
      interceptCommits(rounds, ({ roundId, operation, changes }) => {
        const left = changes.filter(({ change }) => change !== 'insert audit line');
        return rounds.commit(roundId, operation, left);
      });
    assert.equal(await found(ANSWERED_AND_RETURNED, storing(withoutLines)), true);
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
    assert.equal(await found(ANSWERED_AND_RETURNED, storing(withoutReturning)), true);
  });

  it('finds an update of the desk that is lost', async () => {
    let updates = 0;
    const losingUpdates = (municipality: Municipality): Municipality => {
      const { messenger } = municipality;
      const update: typeof messenger.update = async (address, posted, message) => {
        if (message.kind !== 'desk') return messenger.update(address, posted, message);
        updates += 1;
        // The first is the overview of a round in which nothing has happened.
        return updates === 1 ? messenger.update(address, posted, message) : { kind: 'sent', posted };
      };
      return { ...municipality, messenger: { ...messenger, update } };
    };
    assert.equal(await found([step('answer')], losingUpdates), true);
    assert.ok(updates > 1);
  });

  it('finds a change of the round that its cards do not follow', async () => {
    const withoutFollowing = (rounds: RoundStore) =>
      interceptCommits(rounds, ({ roundId, operation, changes }) => {
        const left = changes.filter(
          (each) => each.change !== 'put delivery' || each.delivery.task.kind !== 'follow changes',
        );
        return rounds.commit(roundId, operation, left);
      });
    assert.equal(await found([step('change the title')], storing(withoutFollowing)), true);
  });
});
