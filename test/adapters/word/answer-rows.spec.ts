import assert from 'node:assert/strict';
import fc from 'fast-check';
import { answerRows } from '../../../src/adapters/word/write/answer-rows.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import { type TemplateLine, templateLine } from '../../../src/adapters/word/write/template-data.js';
import { aNotat, aRow } from './a-notat.js';
import { cellsOf, paragraphsOf, parsedPart, shippedTemplate, withPart } from './word-file.js';

const SENTENCE = 'Vi har skrevet alle de breve om, som borgerne spørger til. ';
const PARAGRAPH = SENTENCE.repeat(10).trim();

/** A line of any kind, up to some 40 lines long. */
const anyLine: fc.Arbitrary<TemplateLine> = fc
  .tuple(
    fc.constantFrom('afsnit' as const, 'punkt' as const, 'nummereret' as const),
    fc.nat({ max: 40 }),
    fc.constantFrom('.', ':'),
  )
  .map(([kind, sentences, end]) => templateLine(kind, `${SENTENCE.repeat(sentences)}Ord${end}`));

const rowsOf = (svar: readonly TemplateLine[]) => answerRows({ fagområde: 'Byg', fortsat: false, svar });
const textsOf = (svar: readonly TemplateLine[]) => rowsOf(svar).map((row) => row.svar.map(({ tekst }) => tekst));
const paragraphs = (...texts: readonly string[]) => texts.map((tekst) => templateLine('afsnit', tekst));
const bullets = (count: number) => Array.from({ length: count }, (_, index) => templateLine('punkt', `punkt ${index}`));

describe('the rows of an answer', () => {
  let template: Uint8Array;

  before(async () => {
    template = await shippedTemplate();
  });

  it('are one for an answer that is no longer than a row, or empty', () => {
    assert.deepEqual(
      [bullets(30), bullets(31)].map(rowsOf).map(({ length }) => length),
      [1, 2],
    );
    assert.deepEqual(rowsOf([]), [{ fagområde: 'Byg', fortsat: false, svar: [] }]);
  });

  it('have every word of the answer in its order, and only the first begins it', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (svar) => {
        const rows = rowsOf(svar);
        const words = rows.flatMap((row) => row.svar.flatMap(({ tekst }) => tekst.split(' ')));
        assert.deepEqual(
          words,
          svar.flatMap(({ tekst }) => tekst.split(' ')),
        );
        assert.deepEqual(
          rows.map(({ fortsat }) => fortsat),
          rows.map((_, index) => index > 0),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('are at most 18 lines long, the last at most 30, or a single line', () => {
    fc.assert(
      fc.property(fc.array(anyLine), (svar) => {
        const rows = rowsOf(svar);
        for (const [index, row] of rows.entries()) {
          const lines = row.svar.reduce((sum, { tekst }) => sum + Math.ceil(tekst.length / 58), 0);
          assert.ok(lines <= (index === rows.length - 1 ? 30 : 18) || row.svar.length === 1, `${lines} lines`);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('divide a long paragraph between its sentences, and nowhere else', () => {
    const texts = textsOf(paragraphs(SENTENCE.repeat(40).trim())).flat();
    assert.ok(texts.length > 1);
    for (const text of texts) assert.match(text, /^Vi .*\.$/u);
    for (const sentences of [31, 37, 60]) {
      const rows = textsOf(paragraphs(SENTENCE.repeat(sentences).trim()));
      // A piece fills its row, so no row shows a paragraph that the department has not made.
      assert.deepEqual(
        rows.map(({ length }) => length),
        rows.map(() => 1),
      );
    }
    const abbreviated = 'Vi følger § 83, stk. 2, jf. Byrådets plan vedr. Skole, nr. 5 og 10 pct. ”Ro” '
      .repeat(40)
      .trim();
    assert.deepEqual(textsOf(paragraphs(abbreviated)), [[abbreviated]]);
    const endless = 'ord '.repeat(1_000).trim();
    assert.deepEqual(textsOf(paragraphs(endless)), [[endless]]);
    const item = SENTENCE.repeat(40).trim();
    assert.deepEqual(textsOf([templateLine('punkt', item)]), [[item]]);
  });

  it('leave no line alone that leads to the next, and no single item of a list', () => {
    const text = (sentences: number) => SENTENCE.repeat(sentences).trim();
    const lengths = (...lines: readonly TemplateLine[]) => textsOf(lines).map((row) => row.length);
    assert.deepEqual(lengths(...paragraphs(text(15), 'Vi har besluttet:'), ...bullets(15)), [1, 16]);
    const end = paragraphs(text(13));
    assert.deepEqual(lengths(...paragraphs(text(15)), ...bullets(3), ...end), [1, 4]);
    assert.deepEqual(lengths(...paragraphs(text(13)), ...bullets(4), ...end), [3, 3]);
    assert.deepEqual(lengths(...paragraphs(text(13)), ...bullets(5), ...end), [4, 3]);
  });

  it('have a note with the last line that it belongs to', () => {
    const note = templateLine('bemærkning', 'Modtaget efter fristen');
    assert.deepEqual(rowsOf([...bullets(30), note]).length, 1);
  });

  it('each say whose the answer is, and only the first is a heading', () => {
    const rows = [aRow('Kultur', Array.from({ length: 4 }, () => PARAGRAPH).join('\n\n')), aRow('Byg', 'Kort.')];
    const cells = cellsOf(parsedPart(renderNotat(template, aNotat({ rows }))));
    assert.deepEqual(
      cells.slice(1).map(([name]) => name && paragraphsOf(name)),
      [
        [{ style: 'Heading3', text: 'Kultur' }],
        [{ style: 'FagomraadeFortsat', text: 'Kultur (fortsat)' }],
        [{ style: 'FagomraadeFortsat', text: 'Kultur (fortsat)' }],
        [{ style: 'Heading3', text: 'Byg' }],
      ],
    );
  });

  it('keep a picture that stands beside the tag of the row', () => {
    const picture = '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"/></w:pict></w:r>';
    const own = withPart(template, 'word/document.xml', (xml) =>
      xml.replace(/(?=<w:r>(?:(?!<w:r>).)*\{#fagområder\})/u, picture),
    );
    const [, row] = cellsOf(parsedPart(renderNotat(own, aNotat({ rows: [aRow('Byg', 'Kort.')] }))));
    assert.equal(row?.[0]?.getElementsByTagName('w:pict').length, 1);
  });

  it('are one for each department in a template that does not ask for more', () => {
    const own = withPart(template, 'word/document.xml', (xml) =>
      xml.replace('{^fortsat}', '').replace(/\{\/fortsat\}.*?\{\/fortsat\}/u, ''),
    );
    const rows = [aRow('Kultur', Array.from({ length: 4 }, () => PARAGRAPH).join('\n\n'))];
    assert.equal(cellsOf(parsedPart(renderNotat(own, aNotat({ rows })))).length, 2);
  });
});
