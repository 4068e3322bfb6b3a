import assert from 'node:assert/strict';
import fc from 'fast-check';
import { choicesField, textField, toggleField } from '../../src/cards/card-fields.js';
import { CHOICES_MAX } from '../../src/domain/limits.js';

describe('a text field', () => {
  for (const [sent, read] of [
    ['  Vi har lært. ', '  Vi har lært. '],
    [2026, '2026'],
    [true, ''],
    [null, ''],
    [undefined, ''],
    [['skole', 'kultur'], ''],
    [{ text: 'Vi har lært.' }, ''],
  ] as const) {
    it(`is read from ${JSON.stringify(sent)}`, () => {
      assert.equal(textField(sent), read);
    });
  }
});

describe('a toggle', () => {
  it('is on when its value, or the boolean, says so', () => {
    for (const sent of [true, 'true', 'True', ' true ']) assert.equal(toggleField(sent), true);
  });

  it('is off for everything else', () => {
    for (const sent of [
      false,
      'false',
      '',
      null,
      undefined,
      0,
      1,
      {},
      [],
      ['true'],
      'sandt',
      `true${' '.repeat(100)}`,
    ]) {
      assert.equal(toggleField(sent), false, JSON.stringify(sent));
    }
  });
});

describe('a list of choices', () => {
  it('is read from values joined by commas, and from an array', () => {
    for (const sent of ['skole,kultur', ',skole,,kultur', ['skole', 'kultur'], ['skole', null, 7, '', 'kultur']]) {
      assert.deepEqual(choicesField(sent), ['skole', 'kultur']);
    }
  });

  it('is empty when nothing is chosen', () => {
    for (const sent of ['', null, undefined, [], {}, ',,']) assert.deepEqual(choicesField(sent), []);
  });

  it(`has at most ${CHOICES_MAX} entries, each of a length that is possible`, () => {
    const ids = Array.from({ length: CHOICES_MAX }, (_, n) => `d${n}`);
    assert.deepEqual(choicesField(ids), ids);
    assert.deepEqual(choicesField(ids.join(',')), ids);
    for (const tooMany of [[...ids, 'en til'], [...ids, 'en til'].join(','), 'x'.repeat(201), ','.repeat(200_001)]) {
      assert.deepEqual(choicesField(tooMany), []);
    }
    assert.deepEqual(choicesField(['skole', 'x'.repeat(201)]), ['skole']);
  });

  it('never fails, and gives texts alone', () => {
    fc.assert(fc.property(fc.anything(), (sent) => assert.ok(choicesField(sent).every((each) => each !== ''))));
  });
});
