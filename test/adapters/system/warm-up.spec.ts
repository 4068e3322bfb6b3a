import assert from 'node:assert/strict';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { startWarmUp, type WarmUp } from '../../../src/adapters/system/warm-up.js';
import { createRecordingLog } from '../../support/fakes.js';

describe('the preparations after the start', () => {
  let warmUp: WarmUp | undefined;
  afterEach(() => warmUp?.stop());

  it('are made one after another, and others have their turn between them', async () => {
    const done: string[] = [];
    await new Promise<void>((resolve) => {
      const steps = [
        () => {
          done.push('first');
          globalThis.setImmediate(() => done.push('a request'));
        },
        () => done.push('second'),
        resolve,
      ];
      warmUp = startWarmUp({ steps, afterMs: 0, log: createRecordingLog() });
      assert.deepEqual(done, []);
    });
    assert.deepEqual(done, ['first', 'a request', 'second']);
  });

  it('go on after one that fails, which is logged', async () => {
    const log = createRecordingLog();
    const broken = () => {
      throw new Error('broken');
    };
    await new Promise<void>((resolve) => {
      warmUp = startWarmUp({ steps: [broken, resolve], afterMs: 0, log });
    });
    assert.deepEqual(
      log.entries.map(({ level, event }) => [level, event]),
      [['error', 'not prepared']],
    );
  });

  it('are left when they are stopped, before the first and between two', async () => {
    const done: string[] = [];
    const log = createRecordingLog();
    startWarmUp({ steps: [() => done.push('never')], afterMs: 0, log }).stop();
    await new Promise<void>((resolve) => {
      const steps = [
        () => {
          warmUp?.stop();
          resolve();
        },
        () => done.push('never'),
      ];
      warmUp = startWarmUp({ steps, afterMs: 0, log });
    });
    await setTimeout(5);
    await setImmediate();
    assert.deepEqual(done, []);
  });
});
