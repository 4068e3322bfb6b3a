import assert from 'node:assert/strict';
import fc from 'fast-check';
import { literalText } from '../../src/cards/literal-text.js';

const JOINER = '\u2060';

describe('a name where a client may read Markdown', () => {
  for (const [name, shown] of [
    ['# Skole', `${JOINER}# Skole`],
    ['- Skole', `${JOINER}- Skole`],
    ['+ Skole', `${JOINER}+ Skole`],
    ['2. distrikt', `${JOINER}2. distrikt`],
    ['2) distrikt', `${JOINER}2) distrikt`],
    ['IT \\#1', `IT \\${JOINER}#1`],
    ['IT \\\\ data', `IT \\${JOINER}\\ data`],
    ['R&copy;', `R&${JOINER}copy;`],
    ['&#35; Skole', `&${JOINER}#35; Skole`],
  ] as const) {
    it(`begins no mark of it: ${name}`, () => {
      assert.equal(literalText(name), shown);
    });
  }

  for (const name of [
    'Skole #2',
    'IT\\Digitalisering',
    'Plan, Byg & Miljø',
    'Børn/Unge',
    'Hvem er vi?',
    '2 distrikter',
  ]) {
    it(`stays as it is where it begins none: ${name}`, () => {
      assert.equal(literalText(name), name);
    });
  }

  it('looks as it did', () => {
    const names = fc.string({ unit: fc.constantFrom(...'ab12 #\\&+-.);/?,') });
    fc.assert(fc.property(names, (name) => assert.equal(literalText(name).replaceAll(JOINER, ''), name)));
  });
});
