import assert from 'node:assert/strict';
import { randomIds } from '../../../src/adapters/system/ids.js';
import { parseRoundId } from '../../../src/domain/ids.js';

describe('random ids', () => {
  it('are ids that the domain accepts', () => {
    const id = randomIds.next();
    assert.equal(parseRoundId(id), id);
  });

  it('are new every time', () => {
    assert.notEqual(randomIds.next(), randomIds.next());
  });
});
