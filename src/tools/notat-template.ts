import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import PizZip from 'pizzip';
import { NOTAT_WORDS } from '../text/notat-words.js';
import { COLUMN_WIDTHS, NUMBERING, PAGE, STYLES } from './notat-template-styles.js';

/**
 * The document's properties: a title that becomes the notat's, the language, and no author or dates, which
 * would be the template's and not the notat's.
 */
const CORE_PROPERTIES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{titel}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>`;

/** Builds the template that is shipped. The same bytes every time, except when docx or the zip library changes. */
export async function buildNotatTemplate(): Promise<Uint8Array> {
  const document = new Document({
    styles: STYLES,
    numbering: NUMBERING,
    hyphenation: { autoHyphenation: true, consecutiveHyphenLimit: 2, doNotHyphenateCaps: true },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, right: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [
          paragraph('Dokumenttype', NOTAT_WORDS.notat),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('{titel}')] }),
          paragraph('Normal', '{#foreløbigt}'),
          paragraph('Foreloebigt', '{status}'),
          paragraph('Normal', '{/foreløbigt}'),
          ...lines('indledning', { afsnit: 'Normal', punkt: 'ListBullet', nummereret: 'NummerSomSkrevet' }),
          answers(),
        ],
      },
    ],
  });
  const packed = new PizZip(await Packer.toBuffer(document));
  packed.file('docProps/core.xml', CORE_PROPERTIES);
  return repacked(packed);
}

/** One row that is repeated for each department, below a header that is repeated on each page. */
function answers(): Table {
  const header = [NOTAT_WORDS.departmentColumn, NOTAT_WORDS.answerColumn].map((words, column) =>
    cell(column, [paragraph('Tabeloverskrift', words)]),
  );
  const row = [
    cell(0, [paragraph('Fagomraade', '{#fagområder}{fagområde}')]),
    cell(1, [
      ...lines('svar', {
        afsnit: 'Tabeltekst',
        punkt: 'Tabelpunkt',
        nummereret: 'Tabelnummer',
        bemærkning: 'Bemaerkning',
      }),
      paragraph('Tabeltekst', '{/fagområder}'),
    ]),
  ];
  return new Table({
    style: 'Notattabel',
    layout: TableLayoutType.FIXED,
    width: { size: COLUMN_WIDTHS[0] + COLUMN_WIDTHS[1], type: WidthType.DXA },
    columnWidths: COLUMN_WIDTHS,
    tableLook: { firstRow: true, firstColumn: false, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: header }), new TableRow({ children: row })],
  });
}

/** A loop over lines, and in it one paragraph for each kind of line, with the kind's style. */
function lines(loop: string, styles: Readonly<Record<string, string>>): readonly Paragraph[] {
  const kinds = Object.entries(styles).flatMap(([kind, style]) => [
    paragraph('Normal', `{#${kind}}`),
    paragraph(style, ...(kind === 'nummereret' ? ['{nummer}', new Tab(), '{tekst}'] : ['{tekst}'])),
    paragraph('Normal', `{/${kind}}`),
  ]);
  return [paragraph('Normal', `{#${loop}}`), ...kinds, paragraph('Normal', `{/${loop}}`)];
}

function pageNumbers(): Paragraph {
  const children = ['Side ', PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES];
  return new Paragraph({ style: 'Footer', children: [new TextRun({ children })] });
}

function cell(column: number, children: readonly Paragraph[]): TableCell {
  return new TableCell({ width: { size: COLUMN_WIDTHS[column] ?? 0, type: WidthType.DXA }, children });
}

function paragraph(style: string, ...content: readonly (string | Tab)[]): Paragraph {
  return new Paragraph({ style, children: [new TextRun({ children: content })] });
}

/** The same parts in order of name and with one fixed date, so that the file changes only when a part does. */
function repacked(packed: PizZip): Uint8Array {
  const zip = new PizZip();
  for (const name of Object.keys(packed.files).sort()) {
    const part = packed.file(name);
    if (part === null) continue;
    zip.file(name, part.asUint8Array(), { date: new Date(1980, 0, 1), createFolders: false });
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
