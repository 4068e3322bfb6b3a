import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { mock } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { systemTime } from '../../../src/adapters/system/time.js';

/** The longest that a timer of Node waits, in milliseconds. It fires at once when it is asked for more. */
const TIMER_MAX_MS = 2_147_483_647;

describe('the time of the process', () => {
  it('never goes back', () => {
    const told = Array.from({ length: 1_000 }, () => systemTime.elapsed());
    assert.deepEqual(
      told,
      told.toSorted((one, other) => one - other),
    );
  });

  it('goes on though somebody sets the clock of the machine', () => {
    const before = systemTime.elapsed();
    mock.timers.enable({ apis: ['Date'], now: 0 });
    try {
      assert.equal(Date.now(), 0);
      assert.ok(systemTime.elapsed() >= before);
    } finally {
      mock.timers.reset();
    }
  });

  describe('that is waited for', () => {
    let ending: AbortController;
    beforeEach(() => {
      mock.timers.enable({ apis: ['setTimeout'] });
      ending = new AbortController();
    });
    afterEach(() => mock.timers.reset());

    /** Whether a wait is over; of several, of each. */
    function watched(...waits: readonly number[]) {
      const over = waits.map(() => false);
      for (const [index, ms] of waits.entries()) {
        void systemTime.wait(ms, ending.signal).then(() => {
          over[index] = true;
        });
      }
      return async () => {
        await setImmediate();
        return over;
      };
    }

    it('is over when it has passed, and not before', async () => {
      const over = watched(1_000, 1_001);
      mock.timers.tick(999);
      assert.deepEqual(await over(), [false, false]);
      mock.timers.tick(1);
      assert.deepEqual(await over(), [true, false]);
      mock.timers.tick(1);
      assert.deepEqual(await over(), [true, true]);
      assert.deepEqual(getEventListeners(ending.signal, 'abort'), []);
    });

    it('is over at once when it is given up, and nothing of it is left', async () => {
      const over = watched(1_000, Number.POSITIVE_INFINITY);
      ending.abort();
      assert.deepEqual(await over(), [true, true]);
      assert.deepEqual(getEventListeners(ending.signal, 'abort'), []);
    });

    it('is over at once when it had been given up before', async () => {
      ending.abort();
      assert.deepEqual(await watched(1_000)(), [true]);
    });

    it('is waited for as long as a timer can wait, and no shorter, where it is longer than that', async () => {
      const over = watched(TIMER_MAX_MS + 1, Number.POSITIVE_INFINITY);
      mock.timers.tick(TIMER_MAX_MS - 1);
      assert.deepEqual(await over(), [false, false]);
      mock.timers.tick(1);
      assert.deepEqual(await over(), [true, true]);
    });
  });
});
