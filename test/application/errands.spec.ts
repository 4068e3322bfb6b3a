import assert from 'node:assert/strict';
import { createErrands } from '../../src/application/errands.js';

describe('errands', () => {
  it('are waited for, and so is what they have begun in turn', async () => {
    const errands = createErrands();
    const done: string[] = [];
    const second = async () => {
      await Promise.resolve();
      done.push('second');
    };
    const first = async () => {
      await Promise.resolve();
      done.push('first');
      errands.do(second());
    };
    errands.do(first());
    await errands.idle();
    assert.deepEqual(done, ['first', 'second']);
    await errands.idle();
  });
});
