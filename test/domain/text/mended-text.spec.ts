import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FindingKind, findingsIn, mendedText } from '../../../src/domain/text/text-findings.js';

const MENDED: ReadonlySet<FindingKind> = new Set(['double space', 'space before mark', 'straight quote']);

/** All that a text says, without what may be mended in it. */
const wordsIn = (text: string) => text.replace(/[ "”]/gu, '');

/** Text of the kind in which something is found, and where what is found lies close to something else. */
const texts = fc
  .array(
    fc.constantFrom(
      ...[
        'Vi',
        'har',
        ' ',
        '  ',
        '   ',
        '"',
        '”',
        ',',
        '.',
        ' .',
        '\n',
        '(',
        ')',
        '{',
        '}',
        '@',
        'kommune.dk',
        'Nygade',
      ],
      ...['12', '34 56', '010203', '-1234', '8000', '#REF!', '…', '__', '- ', '\t'],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('a text with every correction that needs no decision', () => {
  for (const [text, mended] of [
    ['Vi har  lært   noget', 'Vi har lært noget'],
    ['Vi lytter , og vi svarer .', 'Vi lytter, og vi svarer.'],
    ['Vi kalder det "dialog"', 'Vi kalder det ”dialog”'],
    ['Vi har lært noget.', 'Vi har lært noget.'],
    ['', ''],
    // What is inside a more serious finding is for a person to look at.
    ['Se {en "gammel" note}', 'Se {en "gammel" note}'],
  ] as const) {
    it(`of ${JSON.stringify(text)} is ${JSON.stringify(mended)}`, () => {
      assert.equal(mendedText(text), mended);
    });
  }

  it('is mended everywhere, also beyond the findings that are listed', () => {
    assert.equal(mendedText('ja  '.repeat(400).trim()), 'ja '.repeat(400).trim());
  });

  it('has the same words, never more characters, and the same lines', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const mended = mendedText(text);
        assert.equal(wordsIn(mended), wordsIn(text));
        assert.ok(mended.length <= text.length);
        assert.equal(mended.split('\n').length, text.split('\n').length);
      }),
    );
  });

  it('is the text itself where nothing is found that may be mended', () => {
    fc.assert(
      fc.property(texts, (text) => {
        if (!findingsIn(text).some(({ kind }) => MENDED.has(kind))) assert.equal(mendedText(text), text);
      }),
    );
  });

  it('has nothing left to mend', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const mended = mendedText(text);
        assert.deepEqual(
          findingsIn(mended).filter(({ kind }) => MENDED.has(kind)),
          [],
        );
        assert.equal(mendedText(mended), mended);
      }),
    );
  });
});
