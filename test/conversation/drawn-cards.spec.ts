import assert from 'node:assert/strict';
import { createDrawnCards } from '../../src/conversation/drawn-cards.js';
import { CARDS_REMEMBERED } from '../../src/domain/limits.js';
import { aRoundDepartment } from '../support/builders.js';

describe('a card that a press was answered with', () => {
  const department = aRoundDepartment({ changes: 3 });
  const card = { type: 'AdaptiveCard' };

  it('is given to the delivery that follows, once', () => {
    const drawn = createDrawnCards();
    drawn.remember(department, card);
    assert.deepEqual([drawn.take(department), drawn.take(department)], [card, undefined]);
  });

  it('is not given where the department has changed since', () => {
    const drawn = createDrawnCards();
    drawn.remember(department, card);
    assert.equal(drawn.take({ ...department, changes: 4 }), undefined);
  });

  it(`is kept with so many others, and the oldest is forgotten (CARDS_REMEMBERED, ${CARDS_REMEMBERED})`, () => {
    const drawn = createDrawnCards();
    const all = Array.from({ length: CARDS_REMEMBERED + 1 }, (_, changes) => ({ ...department, changes }));
    for (const each of all) drawn.remember(each, { number: each.changes });
    assert.deepEqual(all.map((each) => drawn.take(each)).filter((kept) => kept === undefined).length, 1);
  });
});
