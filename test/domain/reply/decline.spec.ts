import assert from 'node:assert/strict';
import { DEPARTMENT_NAME_MAX } from '../../../src/domain/limits.js';
import { parseDecline } from '../../../src/domain/reply/decline.js';
import { accepted, refused } from '../../../src/domain/result.js';

const REASON = 'Vi har ingen plejehjem.';

describe('what is written about a decline', () => {
  it('is a reason, and the department to ask instead', () => {
    const written = { reason: ` ${REASON}`, instead: ' Ældre ' };
    assert.deepEqual(parseDecline(written), accepted({ reason: REASON, instead: 'Ældre' }));
  });

  for (const instead of [undefined, 7, '', '[Ældre]', 'x'.repeat(DEPARTMENT_NAME_MAX + 1)]) {
    it(`names no department instead when that is ${JSON.stringify(instead)?.slice(0, 20)}`, () => {
      assert.deepEqual(parseDecline({ reason: REASON, instead }), accepted({ reason: REASON, instead: undefined }));
    });
  }

  it('names no person by number, in either', () => {
    const number = '31 12 99-4321';
    assert.deepEqual(
      parseDecline({ reason: number, instead: '' }),
      refused({ kind: 'cpr number', certainty: 'certain' }),
    );
    assert.deepEqual(parseDecline({ reason: REASON, instead: number }), refused({ kind: 'cpr number instead' }));
  });
});
