import { DOMParser, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom';
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
import { HEADER_FIELDS } from '../../src/domain/notat/notat-header.js';
import { HEADER_LINES, NOTAT_WORDS, ORIGIN_COLUMNS } from '../../src/text/notat/notat-words.js';
import { ANSWER_WIDTHS, NUMBERING, ORIGIN_WIDTHS, PAGE, STYLES } from './notat-template-styles.js';

/**
 * The properties of the document: the title, which becomes that of the notat, and the language. There is no author and
 * no date, because they would be those of the template.
 */
const CORE_PROPERTIES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{titel}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>`;

/** What a screen reader is told about each table, in order. */
const TABLES = [
  {
    bookmark: 'Title_Svar',
    caption: NOTAT_WORDS.answersHeading,
    description:
      'En række for hvert fagområde: først fagområdets navn, så dets svar. Et langt svar fortsætter i de næste rækker.',
  },
  {
    bookmark: 'Title_Oprindelser',
    caption: NOTAT_WORDS.originsHeading,
    description:
      'En række for hvert svar: fagområdet, hvem der har svaret, hvem der har godkendt svaret, hvornår det er modtaget, og hvilken version det er.',
  },
];

/** Builds the shipped template. The bytes are the same every time, as long as docx and PizZip do not change. */
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
        footers: { default: new Footer({ children: [footer()] }) },
        children: [
          paragraph('Dokumenttype', '{dokumenttype}'),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun('{titel}')] }),
          ...header(),
          ...when('#foreløbigt', [paragraph('Foreloebigt', '{status}')]),
          ...when('^foreløbigt', [paragraph('Status', '{status}')]),
          ...lines('indledning', { afsnit: 'Normal', punkt: 'ListBullet', nummereret: 'NummerSomSkrevet' }),
          new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(NOTAT_WORDS.answersHeading)] }),
          answers(),
          ...when('#oprindelsesside', [
            new Paragraph({
              heading: HeadingLevel.HEADING_2,
              pageBreakBefore: true,
              children: [new TextRun(NOTAT_WORDS.originsHeading)],
            }),
            origins(),
          ]),
        ],
      },
    ],
  });
  const packed = new PizZip(await Packer.toBuffer(document));
  packed.file('docProps/core.xml', CORE_PROPERTIES);
  packed.file('word/numbering.xml', withEmptyLabels(packed.file('word/numbering.xml')?.asText() ?? ''));
  packed.file('word/document.xml', withTableWords(packed.file('word/document.xml')?.asText() ?? ''));
  return repacked(packed);
}

/** The lines of the notat's head. Except for the date, a line is shown only if it is filled in. */
function header(): readonly Paragraph[] {
  return HEADER_LINES.flatMap((line) =>
    line === 'date'
      ? [headerParagraph(NOTAT_WORDS.date, 'dato')]
      : headerLine(NOTAT_WORDS[line], HEADER_FIELDS[line].tag),
  );
}

function headerLine(words: string, tag: string): readonly Paragraph[] {
  return when(`#${tag}`, [headerParagraph(words, tag)]);
}

function headerParagraph(label: string, tag: string): Paragraph {
  const children = [
    new TextRun({ style: 'Etiket', children: [`${label}:`] }),
    new TextRun({ children: [new Tab(), `{${tag}}`] }),
  ];
  return new Paragraph({ style: 'Hoved', children });
}

/**
 * The table of answers. Its row is repeated for each department, and again for each further part of a long answer (ADR
 * 0031). Its header is repeated on each page.
 */
function answers(): Table {
  const row = [
    [
      paragraph('Tabeltekst', '{#fagområder}'),
      ...when('^fortsat', [new Paragraph({ heading: HeadingLevel.HEADING_3, children: [new TextRun('{fagområde}')] })]),
      ...when('#fortsat', [paragraph('FagomraadeFortsat', `{fagområde} (${NOTAT_WORDS.continued})`)]),
    ],
    [
      ...lines('svar', {
        afsnit: 'Tabeltekst',
        punkt: 'Tabelpunkt',
        nummereret: 'Tabelnummer',
        bemærkning: 'Bemaerkning',
      }),
      paragraph('Tabeltekst', '{/fagområder}'),
    ],
  ];
  return table(ANSWER_WIDTHS, [NOTAT_WORDS.departmentColumn, NOTAT_WORDS.answerColumn], row);
}

function origins(): Table {
  const row = [
    [paragraph('Raekkenavn', '{#oprindelser}{fagområde}')],
    [paragraph('Tabeltekst', '{svaretaf}')],
    [paragraph('Tabeltekst', '{godkendtaf}')],
    [paragraph('Tabeltekst', '{modtaget}')],
    [paragraph('Tabeltekst', '{version}{/oprindelser}')],
  ];
  return table(ORIGIN_WIDTHS, ORIGIN_COLUMNS, row);
}

function table(widths: readonly number[], columns: readonly string[], row: readonly (readonly Paragraph[])[]): Table {
  const cells = (contents: readonly (readonly Paragraph[])[]) =>
    contents.map(
      (children, column) => new TableCell({ width: { size: widths[column] ?? 0, type: WidthType.DXA }, children }),
    );
  const header = columns.map((words) => [paragraph('Tabeloverskrift', words)]);
  return new Table({
    style: 'Notattabel',
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    // Word tells screen readers that the first column is the header of the row.
    tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: cells(header) }),
      // A row stays whole. One that is longer than a page starts on a new page, and goes on from there.
      new TableRow({ cantSplit: true, children: cells(row) }),
    ],
  });
}

/** Says of a list without labels that they are empty. The docx package leaves an empty text out. */
function withEmptyLabels(xml: string): string {
  return xml.replaceAll('<w:suff w:val="nothing"/>', '<w:suff w:val="nothing"/><w:lvlText w:val=""/>');
}

/**
 * Adds what the docx package has no option for: what a screen reader says about each table, and a bookmark in its first
 * cell. The bookmark's name begins with `Title`, which tells JAWS and NVDA that the first row and the first column are
 * headers. They do not always read Word's own marks for that.
 */
function withTableWords(xml: string): string {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  const element = (name: string, attributes: Readonly<Record<string, string>>) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(`w:${key}`, value);
    return made;
  };
  for (const [index, { bookmark, caption, description }] of TABLES.entries()) {
    const table = document.getElementsByTagName('w:tbl')[index];
    const properties = table?.getElementsByTagName('w:tblPr')[0];
    properties?.appendChild(element('w:tblCaption', { val: caption }));
    properties?.appendChild(element('w:tblDescription', { val: description }));
    const id = String(index);
    const words = table?.getElementsByTagName('w:p')[0]?.getElementsByTagName('w:r')[0];
    words?.parentNode?.insertBefore(element('w:bookmarkStart', { id, name: bookmark }), words);
    words?.parentNode?.insertBefore(element('w:bookmarkEnd', { id }), words.nextSibling);
  }
  return new XMLSerializer().serializeToString(document);
}

/**
 * Puts paragraphs between two others that contain only the tags of a condition or a loop. Those two are never shown.
 */
function when(opening: string, children: readonly Paragraph[]): readonly Paragraph[];
function when(opening: string, children: readonly (Paragraph | Table)[]): readonly (Paragraph | Table)[];
function when(opening: string, children: readonly (Paragraph | Table)[]): readonly (Paragraph | Table)[] {
  return [paragraph('Normal', `{${opening}}`), ...children, paragraph('Normal', `{/${opening.slice(1)}}`)];
}

/** A loop over lines. It has one paragraph for each kind of line, with the style of that kind. */
function lines(loop: string, styles: Readonly<Record<string, string>>): readonly Paragraph[] {
  const kinds = Object.entries(styles).flatMap(([kind, style]) =>
    when(`#${kind}`, [paragraph(style, ...(kind === 'nummereret' ? ['{nummer}', new Tab(), '{tekst}'] : ['{tekst}']))]),
  );
  return when(`#${loop}`, kinds);
}

/** Says on every page which notat it is, so that a single page of an interim notat does not look final. */
function footer(): Paragraph {
  const children = ['{dokumenttype}, {dato}', new Tab(), 'Side ', PageNumber.CURRENT, ' af ', PageNumber.TOTAL_PAGES];
  return new Paragraph({ style: 'Footer', children: [new TextRun({ children })] });
}

function paragraph(style: string, ...content: readonly (string | Tab)[]): Paragraph {
  return new Paragraph({ style, children: [new TextRun({ children: content })] });
}

/** The same parts, sorted by name and with one fixed date, so that the file changes only if a part changes. */
function repacked(packed: PizZip): Uint8Array {
  const zip = new PizZip();
  for (const name of Object.keys(packed.files).sort()) {
    const part = packed.file(name);
    if (part === null) continue;
    zip.file(name, part.asUint8Array(), { date: new Date(1980, 0, 1), createFolders: false });
  }
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
