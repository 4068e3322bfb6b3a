import assert from 'node:assert/strict';
import { RAW_TEXT_MAX } from '../../../src/domain/limits.js';
import { accepted, refused } from '../../../src/domain/result.js';
import { cleanedWithin, parseWrittenLine } from '../../../src/domain/text/written-text.js';

describe('a line that a person wrote', () => {
  it('is cleaned, and held to its own limit after that', () => {
    assert.deepEqual(parseWrittenLine(' to\r\nlinjer\u200B ', 9), accepted('to linjer'));
    assert.deepEqual(parseWrittenLine('ti tegn nu', 9), refused({ kind: 'too long', length: 10, max: 9 }));
  });

  for (const raw of [undefined, null, 7, '', '\u3164']) {
    it(`is missing when it is ${JSON.stringify(raw)}`, () => {
      assert.deepEqual(parseWrittenLine(raw, 9), refused({ kind: 'missing' }));
    });
  }

  it(`is refused as it came, and not cleaned, when it is over ${RAW_TEXT_MAX} characters`, () => {
    const longest = `a${'\u200B'.repeat(RAW_TEXT_MAX - 1)}`;
    assert.deepEqual(parseWrittenLine(longest, 9), accepted('a'));
    assert.deepEqual(
      parseWrittenLine(`${longest}\u200B`, 9),
      refused({ kind: 'too long', length: RAW_TEXT_MAX + 1, max: 9 }),
    );
  });

  it('names no person by number, and says how certain that is', () => {
    assert.deepEqual(parseWrittenLine('31 12 99-4321', 99), refused({ kind: 'cpr number', certainty: 'certain' }));
    assert.deepEqual(parseWrittenLine('d. 280226 1430', 99), refused({ kind: 'cpr number', certainty: 'possible' }));
  });
});

describe('a text that may be empty', () => {
  it('is cleaned with its lines, and nothing when it is no text', () => {
    assert.deepEqual(cleanedWithin('to\r\nlinjer ', 9), accepted('to\nlinjer'));
    assert.deepEqual(cleanedWithin(7, 9), accepted(''));
  });
});
