import assert from 'node:assert/strict';
import { lazy } from '../../src/domain/lazy.js';

describe('a lazy value', () => {
  it('is made when it is first asked for, and only once', () => {
    let times = 0;
    const value = lazy(() => {
      times += 1;
      return undefined;
    });
    assert.equal(times, 0);
    assert.equal(value(), undefined);
    assert.equal(value(), undefined);
    assert.equal(times, 1);
  });

  it('is tried again if it could not be made', () => {
    let times = 0;
    const value = lazy(() => {
      times += 1;
      if (times === 1) throw new Error('not now');
      return times;
    });
    assert.throws(value);
    assert.equal(value(), 2);
  });
});
