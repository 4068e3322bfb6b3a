import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nameParagraphs } from '../../src/cards/name-paragraphs.js';
import { cardParagraphs } from '../../src/cards/paragraphs.js';
import { toBlocks } from '../../src/domain/text/blocks.js';

describe('the paragraphs of a text on a card', () => {
  const texts = (text: string, most?: number) => cardParagraphs(toBlocks(text), most).map(({ text: each }) => each);

  it('are its lines, with a mark before those of a list', () => {
    assert.deepEqual(texts('Vi gør sådan:\n- først\n- sidst\n\n1. et\n2. to'), [
      'Vi gør sådan:',
      '•  først',
      '•  sidst',
      '1.  et',
      '2.  to',
    ]);
  });

  it('are the rows of a table, each with its cells in their places', () => {
    assert.deepEqual(texts('År\tKlager\tMedhold\n2024\t\t3'), ['År | Klager | Medhold', '2024 |  | 3']);
  });

  it('are no more than there may be, with nothing missing', () => {
    assert.deepEqual(texts('a\nb\nc\nd', 2), ['a', 'b c d']);
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,9}$/u), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        (lines, most) => {
          const shown = texts(lines.join('\n'), most);
          assert.ok(shown.length <= most);
          assert.equal(shown.join(' '), lines.join(' '));
        },
      ),
    );
  });
});

describe('a list of names on a card', () => {
  const names = Array.from({ length: 25 }, (_, index) => `Område ${index}`);

  it('has a line for each', () => {
    assert.deepEqual(
      nameParagraphs(names.slice(0, 20)).map(({ text }) => text),
      names.slice(0, 20),
    );
  });

  it('is a paragraph when there are many', () => {
    assert.deepEqual(nameParagraphs(names), [{ text: names.join(' · ') }]);
  });

  it('ends in an ellipsis when not all are shown', () => {
    assert.deepEqual(nameParagraphs(names, 2), [{ text: 'Område 0 · Område 1 · …' }]);
    assert.deepEqual(nameParagraphs(names.slice(0, 3), 2), [{ text: 'Område 0 · Område 1 · …' }]);
  });
});
