import assert from 'node:assert/strict';
import fc from 'fast-check';
import { OWN_FIELDS, unknownFieldsIn, withFields } from '../../../src/domain/notat/own-fields.js';
import { aLocalDate } from '../../support/builders.js';

const NAMED = {
  title: 'Opfølgning',
  report: 'Beretning 2026',
  deadline: aLocalDate('2026-11-25'),
  asked: 9,
  answered: 8,
  nil: 2,
};

describe('the fields of a notat’s own texts', () => {
  it('become what they name', () => {
    const cases = [
      ['{titel}: {rapport}', 'Opfølgning: Beretning 2026'],
      ['senest {frist}', 'senest den 25. november 2026'],
      ['i {år}', 'i 2026'],
      ['{antal svar} af {antal fagområder}', '8 af 9'],
      ['{antal uden svar} mangler, {antal uden bemærkninger} har ingen', '1 mangler, 2 har ingen'],
      ['{Antal  Svar} { frist}', '8 { frist}'],
    ] as const;
    for (const [text, filled] of cases) assert.equal(withFields(text, NAMED), filled);
    assert.equal(
      withFields('{frist}', { ...NAMED, deadline: '2026-11-25T09:05' as never }),
      'den 25. november 2026 kl. 9.05',
    );
  });

  it('are named where they do not exist, each once', () => {
    assert.deepEqual(unknownFieldsIn('{dato}, {frist} og {dato} {navn}'), ['dato', 'navn']);
    assert.deepEqual(unknownFieldsIn('{a}{b}{c}{d}{e}{f}'), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual(unknownFieldsIn(OWN_FIELDS.map((field) => `{${field}}`).join(' ')), []);
  });

  it('are not what stands around or between lone braces', () => {
    for (const text of ['{', '}', '{}', '{ }', '{12}', '} frist {', '{{', `{${'x'.repeat(60)}}`]) {
      assert.deepEqual([unknownFieldsIn(text), withFields(text, NAMED)], [[], text]);
    }
  });

  it('leave a text without braces as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bare = text.replaceAll('{', '');
        assert.equal(withFields(bare, NAMED), bare);
      }),
    );
  });
});
