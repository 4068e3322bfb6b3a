import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Block, toBlocks } from '../../src/domain/blocks.js';

const word = fc.string({ unit: fc.constantFrom(...'abcæøåABCÆØÅ0123456789,:'), minLength: 1, maxLength: 8 });
const sentence = fc.array(word, { minLength: 1, maxLength: 5 });
const mark = fc.constantFrom('', '', '- ', '• ', '– ', '  * ', 'o  ', '1. ', '2) ', '12. ');
const line = fc.record({ mark, sentence, end: fc.constantFrom('\n', '\n', '\n\n', '\n \n') });
const lines = fc.array(line, { maxLength: 12 });

/** Everything a reader sees in the blocks but the bullets' own dots, in order. */
function wordsOf(blocks: readonly Block[]): readonly string[] {
  const texts = blocks.flatMap((block): readonly string[] => {
    if (block.kind === 'paragraph') return [block.text];
    if (block.kind === 'bullets') return block.items;
    return block.items.map(({ marker, text }) => `${marker} ${text}`);
  });
  return texts.flatMap((text) => text.split(' ')).filter((each) => each !== '');
}

const paragraph = (text: string) => ({ kind: 'paragraph', text }) as const;
const bullets = (...items: readonly string[]) => ({ kind: 'bullets', items }) as const;

describe('a text as blocks', () => {
  it('holds every word exactly once and in order, numbers as they were typed', () => {
    fc.assert(
      fc.property(lines, (written) => {
        const text = written.map((each) => each.mark + each.sentence.join(' ') + each.end).join('');
        const isNumber = (each: string) => /\d/u.test(each);
        const expected = written.flatMap((each) => [
          ...(isNumber(each.mark) ? [each.mark.trim()] : []),
          ...each.sentence,
        ]);
        assert.deepEqual(wordsOf(toBlocks(text)), expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no empty paragraph, list or item', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const block of toBlocks(text)) {
          const texts =
            block.kind === 'paragraph'
              ? [block.text]
              : block.items.map((item) => (typeof item === 'string' ? item : item.text));
          assert.ok(texts.length > 0 && texts.every((each) => each.trim() !== ''));
        }
      }),
    );
  });

  it('is nothing for an empty text', () => {
    assert.deepEqual(toBlocks(''), []);
  });

  it('makes every line a paragraph, with or without an empty line between', () => {
    assert.deepEqual(toBlocks('Vi har lært.\nOg gjort noget.\n\nOg mere.'), [
      paragraph('Vi har lært.'),
      paragraph('Og gjort noget.'),
      paragraph('Og mere.'),
    ]);
  });

  it('makes neighbouring list lines one list, and keeps what stands around it', () => {
    assert.deepEqual(toBlocks('Vi har:\n- lært\n- gjort\nTak.'), [
      paragraph('Vi har:'),
      bullets('lært', 'gjort'),
      paragraph('Tak.'),
    ]);
  });

  for (const bullet of ['-', '–', '—', '*', '•', '·', '▪', '◦', '‣', '●', '○']) {
    it(`takes "${bullet}" for a bullet`, () => {
      assert.deepEqual(toBlocks(`${bullet} lært\n  ${bullet} gjort`), [bullets('lært', 'gjort')]);
    });
  }

  it('takes an "o" with a wide gap for a bullet, as mail programs paste it, and not one that is a word', () => {
    assert.deepEqual(toBlocks('o   lært'), [bullets('lært')]);
    assert.deepEqual(toBlocks('o lært'), [paragraph('o lært')]);
  });

  it('makes a single bullet a list', () => {
    assert.deepEqual(toBlocks('- lært'), [bullets('lært')]);
  });

  it('leaves a dash or a number that belongs to its word alone', () => {
    assert.deepEqual(toBlocks('-5 grader\n-7 grader'), [paragraph('-5 grader'), paragraph('-7 grader')]);
    assert.deepEqual(toBlocks('1.200 borgere\n1.300 borgere'), [
      paragraph('1.200 borgere'),
      paragraph('1.300 borgere'),
    ]);
  });

  it('keeps the numbers of a numbered list as they were typed', () => {
    const items = [
      { marker: '2.', text: 'lært' },
      { marker: '3)', text: 'gjort' },
    ];
    assert.deepEqual(toBlocks('2. lært\n3) gjort'), [{ kind: 'numbered', items }]);
  });

  it('does not take a sentence that begins with a date for a list', () => {
    const text = '3. december holder vi møde.';
    assert.deepEqual(toBlocks(text), [paragraph(text)]);
    assert.deepEqual(toBlocks(`- lært\n${text}`), [bullets('lært'), paragraph(text)]);
  });

  it('does not take sentences that begin with a year for a list', () => {
    assert.deepEqual(toBlocks('2025. Det var året.\n2026. Det er i år.'), [
      paragraph('2025. Det var året.'),
      paragraph('2026. Det er i år.'),
    ]);
  });

  it('ends a list at an empty line', () => {
    assert.deepEqual(toBlocks('- lært\n\n- gjort'), [bullets('lært'), bullets('gjort')]);
  });
});
