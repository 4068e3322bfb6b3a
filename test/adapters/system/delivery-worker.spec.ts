import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { type DeliveryWorker, startDeliveryWorker } from '../../../src/adapters/system/delivery-worker.js';
import { createRecordingLog } from '../../support/fakes.js';

/** Longer than any test: whoever waits for it is never woken. */
const NEVER_MS = 3_600_000;

interface Pass {
  readonly isStopping: () => boolean;
  succeed(): void;
  fail(error: Error): void;
}

/** A worker whose passes end when the test says so. */
function startWorker(pauseMs = NEVER_MS) {
  const log = createRecordingLog();
  const begun: Pass[] = [];
  let onPass = (_: Pass) => {};
  let next = nextPass();

  function nextPass(): Promise<Pass> {
    return new Promise((resolve) => {
      onPass = resolve;
    });
  }

  const worker: DeliveryWorker = startDeliveryWorker({
    pauseMs,
    log,
    deliver: (isStopping) =>
      new Promise<void>((succeed, fail) => {
        const pass = { isStopping, succeed, fail };
        begun.push(pass);
        onPass(pass);
      }),
  });
  return {
    worker,
    log,
    begun,
    /** The next pass that no one has waited for yet. */
    async pass(): Promise<Pass> {
      const pass = await next;
      next = nextPass();
      return pass;
    },
  };
}

describe('the delivery worker', () => {
  it('looks at once when it starts', async () => {
    const { worker, pass } = startWorker();
    (await pass()).succeed();
    await worker.stop();
  });

  it('looks when it is woken', async () => {
    const { worker, pass } = startWorker();
    (await pass()).succeed();
    await setImmediate();
    worker.wake();
    (await pass()).succeed();
    await worker.stop();
  });

  it('looks again when it was woken during a pass', async () => {
    const { worker, pass } = startWorker();
    const first = await pass();
    worker.wake();
    first.succeed();
    (await pass()).succeed();
    await worker.stop();
  });

  it('looks once more, however often it was woken, and never twice at a time', async () => {
    const { worker, pass, begun } = startWorker();
    const first = await pass();
    for (const _ of [1, 2, 3]) worker.wake();
    await setImmediate();
    assert.equal(begun.length, 1);
    first.succeed();
    (await pass()).succeed();
    await setImmediate();
    assert.equal(begun.length, 2);
    await worker.stop();
  });

  it('looks at intervals when nobody wakes it', async () => {
    const { worker, pass } = startWorker(1);
    (await pass()).succeed();
    (await pass()).succeed();
    (await pass()).succeed();
    await worker.stop();
  });

  it('logs a pass that failed, and makes the next', async () => {
    const { worker, log, pass } = startWorker(1);
    const error = new Error('storage is down');
    (await pass()).fail(error);
    (await pass()).succeed();
    assert.deepEqual(log.entries, [{ level: 'error', event: 'deliveries not read', fields: {}, cause: error }]);
    await worker.stop();
  });

  it('stops only when the pass under way is done, and tells it so', async () => {
    const { worker, pass, begun } = startWorker();
    const first = await pass();
    assert.equal(first.isStopping(), false);
    let isStopped = false;
    const stopped = worker.stop().then(() => {
      isStopped = true;
    });
    worker.wake();
    await setImmediate();
    assert.deepEqual([first.isStopping(), isStopped], [true, false]);
    first.succeed();
    await stopped;
    assert.equal(begun.length, 1);
  });

  it('stops at once between passes, and is not woken again', async () => {
    const { worker, pass, begun } = startWorker();
    (await pass()).succeed();
    await setImmediate();
    await worker.stop();
    worker.wake();
    await setImmediate();
    assert.equal(begun.length, 1);
  });
});
