import assert from 'node:assert/strict';
import { nameOfPress } from '../../src/conversation/press-name.js';
import { aPerson } from '../support/builders.js';

describe('the name of a press', () => {
  const action = { verb: 'reply.send', nonce: 'kort-1' } as const;
  const person = { by: aPerson(), activityId: 'f:1' };
  const named = nameOfPress(action, person, ['Vi følger op.', undefined]);

  it('is safe in a key, a row and an id', () => {
    assert.match(named, /^[A-Za-z0-9_-]{32}$/u);
  });

  it('is the same under whatever activity it is delivered, and whatever the person is called', () => {
    assert.equal(nameOfPress(action, { ...person, activityId: 'f:2' }, ['Vi følger op.', undefined]), named);
    const renamed = { ...person, by: aPerson({ name: 'Åse B. Jensen' }) };
    assert.equal(nameOfPress(action, renamed, ['Vi følger op.', undefined]), named);
  });

  const OTHERS: readonly (readonly [what: string, name: string])[] = [
    ['card', nameOfPress({ ...action, nonce: 'kort-2' }, person, ['Vi følger op.', undefined])],
    ['button', nameOfPress({ ...action, verb: 'reply.save-draft' }, person, ['Vi følger op.', undefined])],
    ['person', nameOfPress(action, { ...person, by: aPerson({ id: 'en-anden' }) }, ['Vi følger op.', undefined])],
    ['text', nameOfPress(action, person, ['Vi følger op. ', undefined])],
    ['second text', nameOfPress(action, person, ['Vi følger op.', 'Borgeren har bedt om det.'])],
    ['place for the text', nameOfPress(action, person, [undefined, 'Vi følger op.'])],
    ['kind of value', nameOfPress(action, person, [['Vi følger op.'], undefined])],
    ['half of a character', nameOfPress(action, person, ['Vi følger op.\uD83D', undefined])],
  ];
  for (const [what, other] of OTHERS) {
    it(`is another with another ${what}`, () => {
      assert.notEqual(other, named);
    });
  }

  it('differs between texts that differ in half a character only', () => {
    const one = nameOfPress(action, person, ['\uD83D']);
    assert.notEqual(nameOfPress(action, person, ['\uD83E']), one);
  });

  it('is the activity’s where a card has no nonce', () => {
    const old = { ...action, nonce: undefined };
    const first = nameOfPress(old, person, ['Vi følger op.']);
    assert.equal(nameOfPress(old, person, ['Vi følger op.']), first);
    assert.notEqual(nameOfPress(old, { ...person, activityId: 'f:2' }, ['Vi følger op.']), first);
  });
});
