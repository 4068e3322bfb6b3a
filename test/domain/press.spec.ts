import assert from 'node:assert/strict';
import { PRESSES_KEPT, wasCarriedOut, withPress } from '../../src/domain/press.js';
import { aDraft, aRoundDepartment } from '../support/builders.js';

describe('the presses of a department', () => {
  it('have been carried out once they are noted, and not before', () => {
    const before = aRoundDepartment();
    const after = withPress(before, 'tryk-1');
    assert.deepEqual([wasCarriedOut(before, 'tryk-1'), wasCarriedOut(after, 'tryk-1')], [false, true]);
    assert.equal(wasCarriedOut(after, 'tryk-2'), false);
  });

  it('are noted beside all else, which stays as it was', () => {
    const before = aRoundDepartment({ draft: aDraft(), presses: ['tryk-0'] });
    assert.deepEqual(withPress(before, 'tryk-1'), { ...before, presses: ['tryk-0', 'tryk-1'] });
  });

  it('are remembered for the next 49 presses, and then forgotten', () => {
    assert.equal(PRESSES_KEPT, 50);
    const names = Array.from({ length: PRESSES_KEPT + 1 }, (_, n) => `tryk-${n}`);
    const all = names.reduce(withPress, aRoundDepartment());
    assert.deepEqual(all.presses, names.slice(1));
    assert.deepEqual([wasCarriedOut(all, 'tryk-0'), wasCarriedOut(all, 'tryk-1')], [false, true]);
  });
});
