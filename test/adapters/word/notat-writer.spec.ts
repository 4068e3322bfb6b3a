import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import mammoth from 'mammoth';
import { xmlText } from '../../../src/adapters/word/file/xml-text.js';
import { renderNotat } from '../../../src/adapters/word/write/render-notat.js';
import type { NotatModel, NotatRow } from '../../../src/domain/notat/notat.js';

import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import type { Block } from '../../../src/domain/text/blocks.js';
import { blockLines } from '../../support/block-lines.js';
import { aLocalDate } from '../../support/builders.js';
import { aNotat, anOrigin, aReply, aRow, everyNotat } from './a-notat.js';
import { cellsOf, paragraphsOf, parsedPart, shippedTemplate, wordParts } from './word-file.js';

const HOSTILE = [
  '{titel}',
  '{#fagområder}{/fagområder}',
  '{@tekst}',
  '<w:p><w:r/></w:p>',
  '&amp; & ]]>',
  'a\u0000b\u0008c\uFFFEd\uFFFFe',
  '\uD800 halv \uDC00',
  '\u202Eomvendt',
  '👩🏽‍⚕️',
  '=SUM(A1) {HYPERLINK "http://x"}',
  'x'.repeat(3_000),
];

/** Any UTF-16 at all, and what has broken documents before. Without line breaks, as a block's text is. */
const hostileText = fc
  .oneof(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), fc.constantFrom(...HOSTILE))
  .map((text) => text.replace(/[\r\n\u0085\u2028\u2029]/g, ''));

const hostileBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('paragraph' as const), text: hostileText }),
  fc.record({ kind: fc.constant('bullets' as const), items: fc.array(hostileText, { minLength: 1 }) }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.array(hostileText, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('numbered' as const),
    items: fc.array(fc.record({ marker: hostileText, text: hostileText }), { minLength: 1 }),
  }),
);

describe('the notat in Word', () => {
  let template: Uint8Array;

  before(async () => {
    template = await shippedTemplate();
  });

  const write = (notat: NotatModel) => renderNotat(template, notat);
  const written = async (changes: Parameters<typeof aNotat>[0]) => parsedPart(write(aNotat(changes)));
  const answersOf = async (rows: readonly NotatRow[]) =>
    cellsOf(await written({ rows }))
      .slice(1)
      .map(([, answer]) => (answer === undefined ? [] : paragraphsOf(answer)));

  it('has a row for each department, in order, with exactly what it wrote', async () => {
    const file = write(
      aNotat({
        rows: [
          aRow('Ældre', 'Først.\n\nSå:\n- et\n- to\n\nTil sidst.'),
          aRow('Byg', '1. En\n2. To'),
          aRow('Kultur', { kind: 'nil', remark: undefined }),
        ],
      }),
    );
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
    assert.equal(
      value,
      '<p>Notat</p><h1>Opfølgning på beretningen</h1><p>Dato:\t30. november 2026</p>' +
        '<p>Alle tre fagområder har svaret; ét har ingen bemærkninger.</p><h2>Fagområdernes svar</h2><table><thead>' +
        '<tr><th><p><a id="Title_Svar"></a>Fagområde</p></th><th><p>Eksempler på læring og opfølgning</p></th></tr></thead><tbody>' +
        '<tr><td><h3>Ældre</h3></td>' +
        '<td><p>Først.</p><p>Så:</p><ul><li>et</li><li>to</li></ul><p>Til sidst.</p></td></tr>' +
        '<tr><td><h3>Byg</h3></td><td><ul><li>1.\tEn</li><li>2.\tTo</li></ul></td></tr>' +
        '<tr><td><h3>Kultur</h3></td><td><p>Ingen bemærkninger</p></td></tr></tbody></table>',
    );
  });

  it('says of those without a reply what is the case, in a style of its own', async () => {
    const rows = [
      aRow('awaited', { kind: 'awaited', deadline: aLocalDate('2026-12-03') }),
      ...(['unanswered', 'not theirs'] as const).map((kind) => aRow(kind, { kind })),
    ];
    assert.deepEqual(
      await answersOf(rows),
      [
        'Har endnu ikke svaret (fristen er torsdag den 3. december 2026)',
        'Har ikke svaret inden fristen',
        'Rapporten vedrører ikke fagområdet',
      ].map((text) => [{ style: 'Bemaerkning', text }]),
    );
  });

  it('says that there are no remarks, and what a department wrote to go with that', async () => {
    const rows = ['Se *sidste* år.', undefined].map((remark) => aRow('A', { kind: 'nil', remark }));
    assert.deepEqual(await answersOf(rows), [
      [
        { style: 'Bemaerkning', text: 'Ingen bemærkninger' },
        { style: 'Tabeltekst', text: 'Se *sidste* år.' },
      ],
      [{ style: 'Bemaerkning', text: 'Ingen bemærkninger' }],
    ]);
  });

  it('says below an answer that it came late, and that the secretariat gave it', async () => {
    const receivedLate = new Date('2026-12-04T08:05:00Z');
    assert.deepEqual(await answersOf([aRow('A', 'Svar', { receivedLate, isOnBehalf: true })]), [
      [
        { style: 'Tabeltekst', text: 'Svar' },
        { style: 'Bemaerkning', text: 'Modtaget efter fristen, den 4. december 2026 kl. 9.05' },
        { style: 'Bemaerkning', text: 'Svaret er givet af sekretariatet på fagområdets vegne' },
      ],
    ]);
  });

  it('says what it is, and how many have answered', async () => {
    const rows = [aRow('A', 'Svar'), aRow('B', { kind: 'awaited', deadline: aLocalDate('2026-12-03') })];
    const top = async (changes: Parameters<typeof aNotat>[0]) => {
      const paragraphs = paragraphsOf(await written({ rows, ...changes }));
      return [paragraphs[0], paragraphs[3]];
    };
    assert.deepEqual(await top({}), [
      { style: 'Dokumenttype', text: 'Foreløbigt notat' },
      { style: 'Foreloebigt', text: 'Foreløbigt notat: 1 af 2 fagområder har svaret.' },
    ]);
    const changes = [{ department: 'A & B', kind: 'changed' }] as const;
    assert.deepEqual(await top({ status: 'final', number: 2, changes }), [
      { style: 'Dokumenttype', text: 'Notat 2' },
      {
        style: 'Status',
        text: 'Endeligt notat: 1 af 2 fagområder har svaret. Ændret siden notat 1: rettet svar fra A & B.',
      },
    ]);
    assert.deepEqual(await top({ rows: [aRow('A', 'Svar')] }), [
      { style: 'Dokumenttype', text: 'Notat' },
      { style: 'Status', text: 'Fagområdet har svaret.' },
    ]);
  });

  it('has at its top what the secretariat has filled in, and not a line of the rest', async () => {
    const header = {
      ...EMPTY_HEADER,
      caseNumber: '2026-014',
      to: 'Byrådet',
      from: '',
      regarding: '<punkt> 7',
      kle: '',
    };
    const top = paragraphsOf(await written({ header })).filter(({ style }) => style === 'Hoved');
    assert.deepEqual(
      top.map(({ text }) => text),
      ['J.nr.:\t2026-014', 'Dato:\t30. november 2026', 'Til:\tByrådet', 'Vedrørende:\t<punkt> 7'],
    );
  });

  it('says on a last page who gave each answer, if the round is to', async () => {
    const origins = [
      anOrigin(),
      anOrigin({ department: 'Ældre', author: 'Bo Holm', approvedBy: 'Åse Brøndum', version: 3 }),
      anOrigin({ department: 'Byg', isOnBehalf: true }),
    ];
    const document = await written({ origins });
    assert.deepEqual(
      cellsOf(document, 1)
        .slice(1)
        .map((row) => row.map((cell) => paragraphsOf(cell).map(({ text }) => text))),
      [
        [['Plan og Miljø'], ['Åse Brøndum'], ['–'], ['25. november 2026 kl. 17.30'], ['1']],
        [['Ældre'], ['Bo Holm'], ['Åse Brøndum'], ['25. november 2026 kl. 17.30'], ['3']],
        [['Byg'], ['Åse Brøndum (sekretariatet)'], ['–'], ['25. november 2026 kl. 17.30'], ['1']],
      ],
    );
    assert.equal(document.getElementsByTagName('w:pageBreakBefore').length, 1);
    assert.equal((await written({})).getElementsByTagName('w:tbl').length, 1);
  });

  it('has no paragraph without text, whatever it has in it', async () => {
    for (const notat of everyNotat()) {
      const paragraphs = paragraphsOf(parsedPart(write(notat)));
      assert.deepEqual(
        paragraphs.filter(({ text }) => text.trim() === ''),
        [],
      );
    }
  });

  it('keeps the introduction as paragraphs and lists above the table', async () => {
    const introduction: Block[] = [
      { kind: 'paragraph', text: 'Indledning' },
      { kind: 'bullets', items: ['et'] },
      { kind: 'numbered', items: [{ marker: '2)', text: 'to' }] },
    ];
    assert.deepEqual(paragraphsOf(await written({ introduction })).slice(4, 7), [
      { style: 'Normal', text: 'Indledning' },
      { style: 'ListBullet', text: 'et' },
      { style: 'NummerSomSkrevet', text: '2)\tto' },
    ]);
  });

  it('leaves a department whose reply has no text a cell that Word can open', async () => {
    const cells = cellsOf(await written({ rows: [aRow('A', aReply([]))] }));
    assert.equal(cells[1]?.[1]?.getElementsByTagName('w:p').length, 1);
  });

  it('carries its title and language in its properties, and no dates', async () => {
    const file = write(aNotat({ title: 'Mad & <mål>' }));
    const properties = parsedPart(file, 'docProps/core.xml');
    assert.equal(properties.getElementsByTagName('dc:title')[0]?.textContent, 'Mad & <mål>');
    assert.equal(properties.getElementsByTagName('dc:language')[0]?.textContent, 'da-DK');
    assert.equal(properties.getElementsByTagName('dcterms:created').length, 0);
  });

  it('is the same file, byte for byte, for the same notat', async () => {
    const first = write(aNotat());
    const again = renderNotat(await shippedTemplate(), aNotat());
    assert.deepEqual(Buffer.from(again), Buffer.from(first));
  });

  it('leaves no tag unfilled in any part', async () => {
    for (const notat of everyNotat()) {
      for (const [name, xml] of wordParts(write(notat))) assert.doesNotMatch(xml, /\{[^}"]*\}/, name);
    }
  });

  it('shows any text as it is, and stays well-formed', async () => {
    await fc.assert(
      fc.asyncProperty(
        hostileText,
        hostileText,
        fc.array(hostileBlock, { minLength: 1 }),
        async (title, name, blocks) => {
          const file = write(aNotat({ title, rows: [aRow(name, aReply(blocks))] }));
          const document = parsedPart(file);
          const rows = cellsOf(document).slice(1);
          const textsIn = (column: number) =>
            rows.flatMap((cells) => {
              const cell = cells[column];
              assert.ok(cell !== undefined);
              return paragraphsOf(cell).map(({ text }) => text);
            });
          assert.equal(paragraphsOf(document)[1]?.text, xmlText(title));
          assert.equal(
            parsedPart(file, 'docProps/core.xml').getElementsByTagName('dc:title')[0]?.textContent,
            xmlText(title),
          );
          assert.deepEqual(
            textsIn(0),
            rows.map((_, index) => `${xmlText(name)}${index === 0 ? '' : ' (fortsat)'}`),
          );
          assert.deepEqual(textsIn(1), blocks.flatMap((block) => blockLines(block)).map(xmlText));
        },
      ),
      { numRuns: 60 },
    );
  });
});
