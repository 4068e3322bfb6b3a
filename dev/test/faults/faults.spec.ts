import { deepEqual, ok } from 'node:assert/strict';
import { AZURITE_START_MS, azurite } from '../../../test/support/azurite.js';
import { partOfSweep } from '../../../test/support/sweep.js';
import { type BotChildren, createBotChildren } from '../../faults/bot-children.js';
import { FAULTS } from '../../faults/faults.js';
import { runOnce } from '../../faults/run.js';

/** A few runs of `npm run check:faults`, at places spread over the round. Two of them are tried each time. */
const RUNS = partOfSweep<readonly [fault: string, run: number]>(
  [
    ['kill', 60],
    ['lost-storage', 120],
    ['duplicates', 1],
  ],
  2,
);

/** A guard against hanging: a whole round on a busy machine. */
const ROUND_MS = 180_000;

describe('a whole round under faults', function () {
  this.timeout(ROUND_MS);
  let children: BotChildren;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    children = createBotChildren({ ahead: 1 });
  });
  after(() => children.close());

  for (const [name, run] of RUNS) {
    it(`loses nothing, and does nothing twice: ${name}, run ${run}`, async () => {
      const fault = FAULTS.find((each) => each.name === name);
      ok(fault);
      const result = await runOnce({ connectionString: await azurite(), children }, fault, run);
      const { confirmed, stored, inNotat, duplicateRows, duplicateCards, missingCards, staleCards, problems } = result;
      deepEqual(problems, []);
      deepEqual([stored, inNotat], [confirmed, confirmed]);
      deepEqual([duplicateRows, duplicateCards, missingCards, staleCards], [0, 0, 0, 0]);
    });
  }
});
