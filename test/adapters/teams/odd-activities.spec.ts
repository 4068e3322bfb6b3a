import assert from 'node:assert/strict';
import { runOdd } from './odd-run.js';

describe('odd activities', () => {
  // Made anew each time it runs; a seed that failed is in the message, and `npm run check:odd-activities` takes it.
  it('are refused or served, and never taken for another’s answer', async function () {
    this.timeout(300_000);
    const run = await runOdd(500, Date.now() % 1_000_000);
    assert.equal(run.kept, 25);
  });
});
