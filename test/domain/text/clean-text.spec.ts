import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cleanLine, cleanText } from '../../../src/domain/text/clean-text.js';

/** Any UTF-16 at all, surrogates without a partner included, and more of what gives trouble. */
const anything = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xff_ff }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(
        ' ',
        '\n',
        '\r',
        '\t',
        '\u00A0',
        '\u200B',
        '\uFEFF',
        '\u0301',
        'e',
        'a\u030A',
        '\uD83D',
        '\uDE00',
      ),
    ),
    { maxLength: 40 },
  )
  .map((units) => units.join(''));

const danishWord = fc.string({
  unit: fc.constantFrom(...'abcdefgæøåÆØÅéüABC0123456789.,:;!?()«»”“’%§€&/–-'),
  minLength: 1,
  maxLength: 12,
});
const danishLine = fc.array(danishWord, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const danishText = fc
  .array(fc.tuple(danishLine, fc.constantFrom('\n', '\n\n')), { minLength: 1, maxLength: 6 })
  .map((lines) =>
    lines
      .map(([line, end]) => line + end)
      .join('')
      .trimEnd(),
  );

describe('cleaning a text', () => {
  it('changes nothing more the second time', () => {
    fc.assert(
      fc.property(anything, (raw) => assert.equal(cleanText(cleanText(raw)), cleanText(raw))),
      { numRuns: 2_000 },
    );
  });

  it('leaves ordinary Danish text exactly as it was written', () => {
    fc.assert(fc.property(danishText, (text) => assert.equal(cleanText(text), text)));
  });

  it('gives text that is NFC, has no control character but tab and line feed, and no lone surrogate', () => {
    fc.assert(
      fc.property(anything, (raw) => {
        const text = cleanText(raw);
        assert.equal(text, text.normalize('NFC'));
        assert.doesNotMatch(text, /[^\P{Cc}\t\n]|\p{Surrogate}|[\uFFFE\uFFFF]/u);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves no space at the end of a line, no two empty lines in a row, and nothing empty at the ends', () => {
    fc.assert(fc.property(anything, (raw) => assert.doesNotMatch(cleanText(raw), /^[^\S\t]|[^\S\t]$| \n|\n\n\n/u)));
  });

  it('writes a letter and its accent as the one letter they are', () => {
    assert.equal(cleanText('A\u030Aben, blåbær'), 'Åben, blåbær');
  });

  for (const [name, lineBreak] of [
    ['Windows', '\r\n'],
    ['an old Mac', '\r'],
    ['a mainframe', '\u0085'],
    ['Word (Shift+Enter)', '\v'],
    ['a page break', '\f'],
    ['Unicode, between lines', '\u2028'],
    ['Unicode, between paragraphs', '\u2029'],
  ] as const) {
    it(`reads a line break as ${name} writes it`, () => {
      assert.equal(cleanText(`første${lineBreak}anden`), 'første\nanden');
    });
  }

  it('makes every wide space an ordinary space', () => {
    assert.equal(cleanText('a\u00A0b\u2003c\u202Fd\u3000e\u2800f'), 'a b c d e f');
  });

  it('keeps the tabs that part cells, an empty cell at either end too, but none on an empty line', () => {
    assert.equal(cleanText('\tKlager\tMedhold\r\n2024\t9\t \n\t\t\nSlut'), '\tKlager\tMedhold\n2024\t9\t\n\nSlut');
  });

  it('writes joined letters as the letters they are, and leaves æ and œ alone', () => {
    assert.equal(cleanText('ﬀ ﬁ ﬂ ﬃ ﬄ ﬅ ﬆ æ œ'), 'ff fi fl ffi ffl st st æ œ');
  });

  for (const [what, raw] of [
    ['Hangul fillers', '\u3164\u115F \u1160\uFFA0'],
    ['empty Braille', '\u2800\u2800'],
    ['vowel separators', '\u180E'],
    ['variation selectors', '\uFE0F\uFE0F'],
    ['joiners', '\u200D\u200C'],
    ['tags', '\u{E0041}\u{E0042}'],
  ] as const) {
    it(`makes nothing of ${what} alone, which nobody can see`, () => assert.equal(cleanText(raw), ''));
  }

  it('removes what no reader sees, and what would turn the text around', () => {
    assert.equal(cleanText('\uFEFFs\u00ADa\u200Bg\u2060 \u202Enr.\u202C\u0000 7\u0007'), 'sag nr. 7');
  });

  it('keeps the joiners that hold an emoji together', () => {
    assert.equal(cleanText('👩‍⚕️ ☑️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'), '👩‍⚕️ ☑️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿');
  });

  it('keeps whole surrogate pairs and marks a lone surrogate where it stood', () => {
    assert.equal(cleanText('🍎 \uD83D! \uDE00?'), '🍎 \uFFFD! \uFFFD?');
  });

  it('keeps indentation inside the text', () => {
    assert.equal(cleanText('  Vi har:\n  - lært'), 'Vi har:\n  - lært');
  });

  it('makes nothing of nothing', () => {
    assert.equal(cleanText(' \r\n\t\u200B\n '), '');
  });
});

describe('cleaning a line', () => {
  it('puts everything on one line with single spaces', () => {
    assert.equal(cleanLine(' Børn\u00A0og\r\n\r\n  Unge '), 'Børn og Unge');
  });

  it('changes nothing more the second time', () => {
    fc.assert(fc.property(anything, (raw) => assert.equal(cleanLine(cleanLine(raw)), cleanLine(raw))));
  });
});
