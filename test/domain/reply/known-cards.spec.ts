import assert from 'node:assert/strict';
import { CARDS_KEPT, isSameMessage, withCard, withoutCard } from '../../../src/domain/reply/known-cards.js';
import { aPosted, aRoundDepartment } from '../../support/builders.js';

const card = (activityId: string) => aPosted({ activityId });
const cards = (count: number) => Array.from({ length: count }, (_, n) => card(String(n)));

describe('the known cards of a department', () => {
  it('are in the order in which they became known, each once', () => {
    const [first, second] = [card('1'), card('2')];
    const department = [first, second, first].reduce(withCard, aRoundDepartment());
    assert.deepEqual(department.cards, [first, second]);
  });

  it('are no more where a card is not told', () => {
    const department = aRoundDepartment({ cards: cards(1) });
    assert.equal(withCard(department, undefined), department);
  });

  it('always include the request card, and the newest of the others', () => {
    const department = cards(CARDS_KEPT + 2).reduce(withCard, aRoundDepartment());
    const kept = department.cards?.map(({ activityId }) => Number(activityId));
    assert.deepEqual(kept, [0, ...Array.from({ length: CARDS_KEPT - 1 }, (_, n) => n + 3)]);
  });

  it('stay unknown where version 0.1 wrote the row', () => {
    const department = aRoundDepartment({ cards: undefined });
    assert.equal(withCard(department, card('1')).cards, undefined);
    assert.equal(withoutCard(department, card('1')).cards, undefined);
  });

  it('are without those that are gone', () => {
    const department = aRoundDepartment({ cards: cards(3) });
    assert.deepEqual(withoutCard(department, card('1')).cards, [card('0'), card('2')]);
  });

  it('are told apart by their own ids, however their conversation is written', () => {
    assert.ok(isSameMessage(card('1'), aPosted({ activityId: '1', conversationId: '19:boern@thread.tacv2' })));
    assert.ok(!isSameMessage(card('1'), card('2')));
  });
});
