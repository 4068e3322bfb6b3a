import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { createDraining, type Draining } from '../../../src/adapters/http/draining.js';

/** Begins one that must be answered. */
function begun(draining: Draining): () => void {
  const end = draining.begin();
  assert.ok(end);
  return end;
}

/** Whether each of these has come to its end. */
async function areOver(promises: readonly Promise<void>[]): Promise<readonly boolean[]> {
  const over = promises.map(() => false);
  for (const [index, promise] of promises.entries()) {
    void promise.then(() => {
      over[index] = true;
    });
  }
  await setImmediate();
  return over;
}

describe('the draining of requests', () => {
  it('is over at once where none is being answered', async () => {
    const draining = createDraining();
    begun(draining)();
    await draining.drain();
  });

  it('begins no request after it has begun itself', async () => {
    const draining = createDraining();
    const end = begun(draining);
    const drained = draining.drain();
    assert.equal(draining.begin(), undefined);
    end();
    await drained;
    assert.equal(draining.begin(), undefined);
  });

  it('is over for everyone who waits for it', async () => {
    const draining = createDraining();
    const end = begun(draining);
    const waiting = [draining.drain(), draining.drain()];
    assert.deepEqual(await areOver(waiting), [false, false]);
    end();
    await Promise.all([...waiting, draining.drain()]);
  });

  it('is over when the last of those that had begun has ended, in whatever order they end', async () => {
    const ends = fc.integer({ min: 1, max: 6 }).chain((count) => {
      const order = Array.from({ length: count }, (_, index) => index);
      return fc.tuple(fc.shuffledSubarray(order, { minLength: count }), fc.nat(count - 1));
    });
    const property = fc.asyncProperty(ends, async ([order, before]) => {
      const draining = createDraining();
      const begins = order.map(() => begun(draining));
      for (const index of order.slice(0, before)) begins[index]?.();
      const drained = draining.drain();
      for (const index of order.slice(before)) {
        assert.deepEqual(await areOver([drained]), [false]);
        begins[index]?.();
      }
      await drained;
    });
    await fc.assert(property, { numRuns: 50 });
  });
});
