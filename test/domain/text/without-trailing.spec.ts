import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutTrailing } from '../../../src/domain/text/without-trailing.js';

describe('a text without trailing marks', () => {
  it('ends before the marks at its end, and keeps those within', () => {
    assert.equal(withoutTrailing('Plan m.m. !?', ' .!?'), 'Plan m.m');
    assert.equal(withoutTrailing('https://kommune.example//', '/'), 'https://kommune.example');
    assert.equal(withoutTrailing('Plan', '.'), 'Plan');
  });

  it('is empty where there is nothing but marks', () => {
    assert.equal(withoutTrailing('...', '.'), '');
    assert.equal(withoutTrailing('', '.'), '');
  });

  it('and a run of marks is the text again', () => {
    fc.assert(
      fc.property(
        fc.string().map((text) => `${text}x`),
        fc.nat(50),
        (text, marks) => assert.equal(withoutTrailing(`${text}${'. '.repeat(marks)}`, ' .'), text),
      ),
    );
  });
});
