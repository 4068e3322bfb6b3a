import assert from 'node:assert/strict';
import { COMMENT_MAX, RAW_TEXT_MAX } from '../../../src/domain/limits.js';
import { parseComment } from '../../../src/domain/reply/comment.js';
import { accepted, refused } from '../../../src/domain/result.js';

describe('a comment or a reason', () => {
  it('is kept cleaned, in one line', () => {
    assert.deepEqual(parseComment('  Skriv gerne\r\net  eksempel.\u200B '), accepted('Skriv gerne et eksempel.'));
  });

  for (const raw of [undefined, null, 7, {}, '', ' \n\u00A0', '\u200B']) {
    it(`is missing when it is ${JSON.stringify(raw)}`, () => {
      assert.deepEqual(parseComment(raw), refused({ kind: 'missing' }));
    });
  }

  it('names no person by number', () => {
    assert.deepEqual(parseComment('Sagen om 311299-4321'), refused({ kind: 'cpr number', certainty: 'certain' }));
  });

  it(`may be ${COMMENT_MAX} characters long after cleaning, and no longer`, () => {
    const longest = 'å'.repeat(COMMENT_MAX);
    const tooLong = { kind: 'too long', length: COMMENT_MAX + 1, max: COMMENT_MAX } as const;
    assert.deepEqual(parseComment(`${longest}\n\u200B`), accepted(longest));
    assert.deepEqual(parseComment(`${longest}å`), refused(tooLong));
  });

  it(`is cleaned only up to ${RAW_TEXT_MAX} characters, and refused with its own length beyond`, () => {
    const raw = `Kort.${' '.repeat(RAW_TEXT_MAX)}`;
    assert.deepEqual(parseComment(raw.slice(0, RAW_TEXT_MAX)), accepted('Kort.'));
    assert.deepEqual(parseComment(raw), refused({ kind: 'too long', length: raw.length, max: COMMENT_MAX }));
  });
});
