import assert from 'node:assert/strict';
import { comparableId, parseGuid } from '../../src/domain/guid.js';

const ID = '6f0a3c52-8d0e-4a57-9a44-3b1f2f6f7c10';

describe('a GUID', () => {
  for (const written of [ID, ID.toUpperCase(), `{${ID}}`, `{${ID.toUpperCase()}}`]) {
    it(`is the same one as ${written}`, () => {
      assert.equal(parseGuid(written), ID);
    });
  }

  const NONE = [
    '',
    '{}',
    `{${ID}`,
    `${ID}}`,
    `{{${ID}}}`,
    ` ${ID}`,
    ID.slice(1),
    `${ID}0`,
    ID.replaceAll('-', ''),
    '28:bot',
  ];
  for (const text of NONE) {
    it(`is not ‘${text}’, which stays as it is`, () => {
      assert.equal(parseGuid(text), undefined);
      assert.equal(comparableId(text), text);
    });
  }

  it('is compared in its one form', () => {
    assert.equal(comparableId(ID.toUpperCase()), ID);
  });
});
