import assert from 'node:assert/strict';
import { createRateLimit } from '../../../src/adapters/system/rate-limit.js';
import { COUNTERS_MAX } from '../../../src/domain/limits.js';

describe('a rate limit', () => {
  it('lets so many through a minute, and says by how many there are more, and when there is room', async () => {
    const limit = createRateLimit(2);
    assert.deepEqual([await limit.count('anne'), await limit.count('anne')], [undefined, undefined]);
    const [first, second] = [await limit.count('anne'), await limit.count('anne')];
    assert.deepEqual([first?.by, second?.by], [1, 2]);
    assert.ok(first !== undefined && first.retryAfterS >= 1 && first.retryAfterS <= 60);
  });

  it('counts each for itself', async () => {
    const limit = createRateLimit(1);
    await limit.count('anne');
    assert.ok(await limit.count('anne'));
    assert.equal(await limit.count('bo'), undefined);
  });

  it('keeps no more counters than its limit, however many keys there are', async () => {
    // As with birthdays: among so many keys so many share a counter, and with twice the counters half as many would.
    const keys = 8_000;
    const expected = keys ** 2 / (2 * COUNTERS_MAX);
    const limit = createRateLimit(1);
    let shared = 0;
    for (let key = 0; key < keys; key += 1) {
      if ((await limit.count(`2001:db8::${key}`)) !== undefined) shared += 1;
    }
    assert.ok(shared > expected * 0.7, `${shared} of ${expected}`);
  });

  it('gives a key another counter in each process', async () => {
    // Those that share a counter in one process do not in the next, save by chance.
    const sharing = async () => {
      const limit = createRateLimit(1);
      const keys = Array.from({ length: 2_000 }, (_, key) => `k${key}`);
      const over: string[] = [];
      for (const key of keys) if ((await limit.count(key)) !== undefined) over.push(key);
      return over.join();
    };
    assert.notEqual(await sharing(), await sharing());
  });
});
