import assert from 'node:assert/strict';
import fc from 'fast-check';
import { xmlText } from '../../../src/adapters/word/file/xml-text.js';

describe('text for XML', () => {
  it('drops what XML cannot hold, and marks half a character', () => {
    assert.equal(xmlText('a\u0000\u000B\uFFFE\uFFFFb\uD83D c'), 'ab\uFFFD c');
  });

  it('keeps everything else: letters, emoji, tabs, line feeds, mark-up characters', () => {
    const text = 'Ærø 👩🏽‍⚕️\t<&>\n]]>';
    assert.equal(xmlText(text), text);
  });

  it('changes nothing the second time', () => {
    const anyUnits = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) });
    fc.assert(fc.property(anyUnits, (text) => assert.equal(xmlText(xmlText(text)), xmlText(text))));
  });
});
