import assert from 'node:assert/strict';
import { REOPENINGS_KEPT } from '../../../src/domain/limits.js';
import { withReopening } from '../../../src/domain/round/reopening.js';
import { aReopening } from '../../support/builders.js';

describe('the reopenings of a round', () => {
  it('are kept in order, the newest of them', () => {
    const all = Array.from({ length: REOPENINGS_KEPT + 2 }, (_, index) => aReopening({ reason: String(index) }));
    const kept = all.reduce<ReturnType<typeof withReopening>>((before, each) => withReopening(before, each), []);
    assert.deepEqual(kept, all.slice(-REOPENINGS_KEPT));
  });
});
