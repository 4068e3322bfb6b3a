import { withPart } from './word-file.js';

/*
 * Templates in which a condition is all that stands somewhere. Where it is false, nothing is left there.
 */

export interface ConditionTemplate {
  readonly name: string;
  readonly build: (shipped: Uint8Array) => Uint8Array;
}

const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
/** The lines of a condition, each in a paragraph of its own. */
const KLE = `${p('{#kle}')}${p('KLE {kle}')}${p('{/kle}')}`;
const cell = (inside: string) => `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${inside}</w:tc>`;
const table = (rows: string) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>${rows}</w:tbl>`;
const row = (inside: string) => `<w:tr>${cell(inside)}</w:tr>`;
const control = (inside: string) =>
  `<w:sdt><w:sdtPr><w:alias w:val="Felt"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
const textBox = (inside: string) =>
  `<w:p><w:r><w:pict><v:shape style="width:100pt;height:20pt"><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`;

export const CONDITION_TEMPLATES: readonly ConditionTemplate[] = [
  { name: 'a cell', build: inBody(`${table(row(KLE))}${p('Fjordby')}`) },
  {
    name: 'a cell beside a tag',
    build: inBody(`${table(row(`${p('{#kle}')}${p('{kle}')}${p('{/kle}')}${p('{titel}')}`))}${p('')}`),
  },
  {
    name: 'the lines after a table in a cell',
    build: inBody(`${table(row(`${table(row(p('{titel}')))}${KLE}`))}${p('')}`),
  },
  { name: 'a row', build: inBody(`${table(`<w:tr>${cell(p('{#kle}KLE {kle}{/kle}'))}</w:tr>`)}${p('')}`) },
  { name: 'all rows of a table', build: inBody(`${table(row(p('{-w:tr kle}{kle}{/kle}')))}${p('Fjordby')}`) },
  { name: 'the line between two tables', build: inBody(`${table(row(p('A')))}${KLE}${table(row(p('B')))}${p('')}`) },
  { name: 'a text box', build: inBody(textBox(KLE)) },
  { name: 'a content control around lines', build: inBody(control(KLE)) },
  {
    name: 'a content control in a line',
    build: inBody(`<w:p><w:r><w:t>KLE: </w:t></w:r>${control('<w:r><w:t>{#kle}{kle}{/kle}</w:t></w:r>')}</w:p>`),
  },
  {
    name: 'a content control around a row',
    build: inBody(`${table(`${row(p('A'))}${control(row(p('{-w:tr kle}{kle}{/kle}')))}`)}${p('')}`),
  },
  {
    name: 'the page footer',
    build: (file) => withPart(file, 'word/footer1.xml', (xml) => xml.replace(/<w:p[ >].*<\/w:p>/u, KLE)),
  },
  {
    name: 'a footnote',
    build: (file) =>
      withPart(
        inBody('<w:p><w:r><w:t>Se noten</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>')(file),
        'word/footnotes.xml',
        (xml) => xml.replace('</w:footnotes>', `<w:footnote w:id="5">${KLE}</w:footnote></w:footnotes>`),
      ),
  },
];

function inBody(xml: string): ConditionTemplate['build'] {
  return (file) =>
    withPart(file, 'word/document.xml', (document) => document.replace('<w:body>', () => `<w:body>${xml}`));
}
