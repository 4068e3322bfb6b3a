import assert from 'node:assert/strict';
import { REPLY_MAX } from '../../../src/domain/limits.js';
import { parseDraftText } from '../../../src/domain/reply/draft.js';
import { accepted, refused } from '../../../src/domain/result.js';

describe('a draft', () => {
  it('is kept cleaned, and need make no sense yet', () => {
    assert.deepEqual(parseDraftText(' … \r\n- \u200B'), accepted('…\n-'));
  });

  it('is some text', () => {
    for (const raw of [undefined, null, 7, '', ' \n\u00A0'])
      assert.deepEqual(parseDraftText(raw), refused({ kind: 'empty' }));
  });

  it('is no longer than a reply', () => {
    const length = REPLY_MAX + 1;
    assert.deepEqual(parseDraftText('x'.repeat(REPLY_MAX)), accepted('x'.repeat(REPLY_MAX)));
    assert.deepEqual(parseDraftText('x'.repeat(length)), refused({ kind: 'too long', length, max: REPLY_MAX }));
  });
});
