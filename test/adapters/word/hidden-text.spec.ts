import assert from 'node:assert/strict';
import { readStyles } from '../../../src/adapters/word/file/style-chain.js';
import { parseXml, type XmlElement } from '../../../src/adapters/word/file/xml-tree.js';
import { xmlOf } from '../../../src/adapters/word/file/xml-writing.js';
import { withEndsShown } from '../../../src/adapters/word/prepare/hidden-ends.js';
import { hiddenStyles } from '../../../src/adapters/word/prepare/hidden-styles.js';
import { withoutHidden } from '../../../src/adapters/word/prepare/hidden-text.js';
import { placesIn } from '../../../src/adapters/word/prepare/places.js';

const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
const hidden = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const hiddenMarks = (...types: readonly string[]) =>
  `<w:r><w:rPr><w:vanish/></w:rPr>${types.map((type) => `<w:fldChar w:fldCharType="${type}"/>`).join('')}</w:r>`;
const p = (...inside: readonly string[]) => `<w:p>${inside.join('')}</w:p>`;
const END = '<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>';
/** A paragraph whose end is hidden. */
const open = (...inside: readonly string[]) => p(END, ...inside);
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((cell) => (cell.startsWith('<w:tc>') ? cell : `<w:tc>${cell}</w:tc>`)).join('')}</w:tr>`;
const merged = (inside: string, how = '') =>
  `<w:tc><w:tcPr><w:vMerge${how === '' ? '' : ` w:val="${how}"`}/></w:tcPr>${inside}</w:tc>`;
const wide = (inside: string) => `<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${inside}</w:tc>`;
const hiddenRow = (cell: string) => `<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>${cell}</w:tc></w:tr>`;
const TABLE = table(row(p(run('A'))));
/** A paragraph that takes no room, with what it has besides. */
const noRoom = (inside = '', section = '') =>
  `<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>${section}</w:pPr>${inside}</w:p>`;
const drawing = (inside: string, properties = '') =>
  `<w:drawing><wp:inline><wp:docPr id="1" name="a"${properties}/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing>`;
const shape = (text: string, properties = '') =>
  `<wps:wsp><wps:cNvPr id="2" name="b"${properties}/><w:txbxContent>${p(run(text))}</w:txbxContent></wps:wsp>`;
const SECTION = '<w:sectPr/>';
const START = (id: number) => `<w:bookmarkStart w:id="${id}" w:name="b${id}"/>`;
const FINISH = (id: number) => `<w:bookmarkEnd w:id="${id}"/>`;
const code = (text: string) => `<w:instrText>${text}</w:instrText>`;
const hiddenCode = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr>${code(text)}</w:r>`;
const shownCode = (text: string) => `<w:r><w:rPr/>${code(text)}</w:r>`;
/** A table in which the second cell lies under the first. */
const COVERING = (inside: string) => table(row(merged(p(run('A')), 'restart')), row(merged(inside)));
const BOOKMARK = '<w:bookmarkStart w:id="9" w:name="sted"/><w:bookmarkEnd w:id="9"/>';

/** What stands in a document, what Word shows of it, and so what is left, and what is told. */
const CASES: readonly (readonly [what: string, before: string, after: string, told?: readonly string[]])[] = [
  ['a line is gone with its end', open(hidden('HUSK')) + p(run('A')), p(run('A')), ['HUSK']],
  ['a line without an end goes on in the next', open(run('A')) + p(run('B')), p(run('A') + run('B'))],
  [
    'lines without ends go on, past one that shows nothing',
    open(run('A')) + open() + p(run('B')),
    p(run('A') + run('B')),
  ],
  [
    'a hidden tag stays a line by itself, as the lines of a loop are',
    open(hidden('{#svar}')) + p(run('{tekst}')),
    `<w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr/><w:t xml:space="preserve">{#svar}</w:t></w:r></w:p>${p(run('{tekst}'))}`,
    ['{#svar}'],
  ],
  [
    'a line in front of such a tag keeps its line',
    open(run('A')) + open(hidden('{/svar}')),
    `<w:p><w:pPr><w:rPr/></w:pPr>${run('A')}</w:p><w:p><w:pPr><w:rPr/></w:pPr><w:r><w:rPr/><w:t xml:space="preserve">{/svar}</w:t></w:r></w:p>`,
    ['{/svar}'],
  ],
  [
    'a heading in front of a text of another style keeps its line',
    `<w:p><w:pPr><w:pStyle w:val="Overskrift2"/><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>${run('A')}</w:p>${p(run('B'))}`,
    `<w:p><w:pPr><w:pStyle w:val="Overskrift2"/><w:rPr/></w:pPr>${run('A')}</w:p>${p(run('B'))}`,
  ],
  ['two tables stay two, and the line between them takes no room', TABLE + open() + TABLE, TABLE + noRoom() + TABLE],
  ['of lines between two tables one stays', TABLE + open() + open() + TABLE, TABLE + noRoom() + TABLE],
  ['the last line of a cell takes no room', table(row(TABLE + open())), table(row(TABLE + noRoom()))],
  ['the last line of a page takes no room', p(run('A')) + open(hidden('HUSK')), p(run('A')) + noRoom(), ['HUSK']],
  [
    'a section ends where it did',
    `<w:p><w:pPr><w:rPr><w:vanish/></w:rPr>${SECTION}</w:pPr></w:p>${p(run('A'))}`,
    noRoom('', SECTION) + p(run('A')),
  ],
  ['what others refer to stays', open(BOOKMARK) + p(run('A')), noRoom(BOOKMARK) + p(run('A'))],
  [
    'two fields stay two, where the end of one is hidden with the beginning of the next',
    p(mark('begin'), run('1'), hiddenMarks('end', 'begin'), run('2'), mark('end')),
    p(
      mark('begin'),
      run('1'),
      '<w:r><w:rPr/><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="begin"/></w:r>',
      run('2'),
      mark('end'),
    ),
  ],
  [
    'the hidden code of a field stays in it',
    p(mark('begin'), hiddenCode('PAGE'), mark('separate'), run('1'), mark('end')),
    p(mark('begin'), shownCode('PAGE'), mark('separate'), run('1'), mark('end')),
  ],
  [
    'the end of a field stays, in a hidden row or in a covered cell',
    p(mark('begin')) +
      table(hiddenRow(p(run('HUSK'), mark('end')))) +
      p(mark('begin')) +
      COVERING(p(run('HUSK'), mark('end'))),
    p(mark('begin')) +
      table(`<w:tr><w:trPr/><w:tc>${p(mark('end'))}</w:tc></w:tr>`) +
      p(mark('begin')) +
      COVERING(p(mark('end'))),
    ['HUSK', 'HUSK'],
  ],
  [
    'the end of a bookmark stays, in a line without an end, in a hidden row and in a covered cell',
    p(START(1), START(2), START(3)) +
      open(FINISH(1)) +
      table(hiddenRow(p(BOOKMARK, run('HUSK'), FINISH(2))), row(p(run('A')))) +
      COVERING(p(run('HUSK'), FINISH(3))),
    p(START(1), START(2), START(3)) + noRoom(FINISH(1)) + table(FINISH(2), row(p(run('A')))) + COVERING(p(FINISH(3))),
    ['HUSK', 'HUSK'],
  ],
  ['a hidden field is gone', p(run('A'), hiddenMarks('begin', 'separate', 'end')), p(run('A'))],
  ['a hidden row is gone', table(hiddenRow(p(run('HUSK'))), row(p(run('A')))), TABLE, ['HUSK']],
  [
    'of a hidden row its tags are left',
    table(hiddenRow(p(run('HUSK {kle}'), run(' igen')))),
    `<w:tbl><w:tr><w:trPr/><w:tc><w:p><w:r><w:t xml:space="preserve">{kle}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
    ['HUSK igen', '{kle}'],
  ],
  [
    'what stands in a cell that the cell above covers is gone, with its tags',
    table(row(p(run('A')), merged(p(run('B')), 'restart')), row(p(run('C')), merged(p(run('HUSK {kle}'))))),
    table(row(p(run('A')), merged(p(run('B')), 'restart')), row(p(run('C')), merged('<w:p/>'))),
    ['HUSK {kle}'],
  ],
  [
    'a cell that nothing covers stays, whatever it says',
    table(row(merged(p(run('A')))), row(p(run('B')), merged(p(run('C'))))),
    table(row(merged(p(run('A')))), row(p(run('B')), merged(p(run('C'))))),
  ],
  [
    'the column of a cell is counted in those of the table',
    table(
      row(wide(p(run('A'))), merged(p(run('B')), 'restart')),
      row(p(run('C')), p(run('D')), merged(p(run('HUSK')))),
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${merged(p(run('HUSK')), 'continue')}</w:tr>`,
    ),
    table(
      row(wide(p(run('A'))), merged(p(run('B')), 'restart')),
      row(p(run('C')), p(run('D')), merged('<w:p/>')),
      `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${merged('<w:p/>', 'continue')}</w:tr>`,
    ),
    ['HUSK', 'HUSK'],
  ],
  [
    'a hidden shape is gone, whatever is in it',
    p(`<w:r>${drawing(shape('HUSK {kle}'), ' hidden="1"')}</w:r>`),
    p('<w:r/>'),
    ['HUSK {kle}'],
  ],
  [
    'a drawing is gone with its only shape',
    p(`<w:r>${drawing(shape('HUSK', ' hidden="1"'))}</w:r>`),
    p('<w:r/>'),
    ['HUSK'],
  ],
  [
    'a tag in a shape in hidden text is gone with the shape',
    p(`<w:r><w:rPr><w:vanish/></w:rPr>${drawing(shape('{kle}'))}</w:r>`, run('A')),
    p(run('A')),
  ],
];

describe('what Word does not show of a template', () => {
  for (const [what, before, after, told = []] of CASES) {
    it(`is taken out: ${what}`, () => {
      const document = parseXml(`<w:body>${before}</w:body>`, 1000);
      const { document: left, changes } = withoutHidden(
        document,
        hiddenStyles(readStyles(undefined), undefined),
        placesIn(document, 'document'),
      );
      assert.equal(xmlOf(left).replace(/^<\?.*\?>\s*/u, ''), `<w:body>${after}</w:body>`);
      assert.deepEqual(
        changes.map((change) => ('text' in change ? change.text : 'tag' in change && change.tag)),
        told,
      );
    });
  }

  it('is looked for once in a line, however many lines go on from it', () => {
    const readsWith = (lines: number) => {
      let reads = 0;
      const counted: XmlElement = {
        name: 'w:r',
        attributes: {},
        get children() {
          reads += 1;
          return ['A'];
        },
      };
      const paragraph = (inside: XmlElement): XmlElement => ({ name: 'w:p', attributes: {}, children: [inside] });
      const line = paragraph({ name: 'w:r', attributes: {}, children: ['B'] });
      const all = [paragraph(counted), ...Array.from({ length: lines }, () => ({ ...line }))];
      const left = withEndsShown(
        all.map((before) => ({ before, after: [before] })),
        { becomes: new Map(), ends: new Set(all.slice(0, -1)) },
      );
      assert.equal(left.length, 1);
      return reads;
    };
    assert.equal(readsWith(100), readsWith(2));
  });
});
