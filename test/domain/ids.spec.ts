import assert from 'node:assert/strict';
import fc from 'fast-check';
import { operationId, parseDepartmentId, parseNotatId, parseRoundId } from '../../src/domain/ids.js';

const SAFE = [...'ABCXYZabcxyz0189_-'];

for (const [name, parse] of [
  ['round', parseRoundId],
  ['department', parseDepartmentId],
  ['notat', parseNotatId],
] as const) {
  describe(`a ${name}’s id`, () => {
    it('is taken as it is when it is letters, digits, hyphens and underscores', () => {
      const id = fc.string({ unit: fc.constantFrom(...SAFE), minLength: 1, maxLength: 64 });
      fc.assert(fc.property(id, (each) => assert.equal(parse(each), each)));
    });

    for (const value of [
      '',
      'a b',
      'a/b',
      '../a',
      'a\n',
      'ø',
      "a' or '1",
      'a'.repeat(65),
      7,
      null,
      undefined,
      {},
      ['a'],
    ]) {
      it(`is not ${JSON.stringify(value)}`, () => {
        assert.equal(parse(value), undefined);
      });
    }
  });
}

describe('an operation’s id', () => {
  it('is the same when the same intent is repeated, and another when any part is', () => {
    assert.equal(operationId('claim', 'request-boern', 2), operationId('claim', 'request-boern', 2));
    assert.notEqual(operationId('claim', 'request-boern', 2), operationId('claim', 'request-boern', 3));
  });
});
