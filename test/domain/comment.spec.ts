import assert from 'node:assert/strict';
import { parseComment } from '../../src/domain/comment.js';
import { COMMENT_MAX } from '../../src/domain/limits.js';
import { accepted, refused } from '../../src/domain/result.js';

describe('a comment or a reason', () => {
  it('is kept cleaned, in one line', () => {
    assert.deepEqual(parseComment('  Skriv gerne\r\net  eksempel.\u200B '), accepted('Skriv gerne et eksempel.'));
  });

  for (const raw of [undefined, null, 7, {}, '', ' \n\u00A0', '\u200B']) {
    it(`is missing when it is ${JSON.stringify(raw)}`, () => {
      assert.deepEqual(parseComment(raw), refused({ kind: 'missing' }));
    });
  }

  it(`may be ${COMMENT_MAX} characters long after cleaning, and no longer`, () => {
    const longest = 'å'.repeat(COMMENT_MAX);
    const tooLong = { kind: 'too long', length: COMMENT_MAX + 1, max: COMMENT_MAX } as const;
    assert.deepEqual(parseComment(`${longest}\n\u200B`), accepted(longest));
    assert.deepEqual(parseComment(`${longest}å`), refused(tooLong));
  });
});
