import {
  AlignmentType,
  BuilderElement,
  DocumentDefaults,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
} from 'docx';

/** In twips (twentieths of a point), the unit of Word. Font sizes are in half points. */
const POINT = 20;
const CENTIMETRE = 567;

const INK = '1F2933';
const QUIET_INK = '52606D';
/** Word's automatic colour: black on paper, so that a printer without greys draws whole lines, and light on a dark screen. */
const LINE = 'auto';
/** INK on this background has a contrast of 12:1. WCAG 2.1 requires 4.5:1. */
const SHADE = 'E4EAF0';
const NOTICE = '8A4B08';
const NOTICE_SHADE = 'FFF4E0';

/** The widths of the columns, in twips. Each table is as wide as the text on A4 with margins of 2.5 cm. */
export const ANSWER_WIDTHS = [2_900, 6_170] as const;
export const ORIGIN_WIDTHS = [2_900, 1_870, 1_630, 1_600, 1_070] as const;
export const PAGE = { width: 11_906, height: 16_838, margin: 1_418 } as const;

/** The position of the text in the lines of the notat's head. It leaves room for the longest label. */
const HEADER_TEXT = 2.5 * CENTIMETRE;
const HEADER_LINE = { style: 'single', size: 4, space: 5, color: LINE } as const;
/** The room for a bullet or a typed number. "10." and "1.1" fit. */
const HANGING = { left: 0.8 * CENTIMETRE, hanging: 0.8 * CENTIMETRE };

/**
 * Every machine with Word has Arial. LibreOffice has Liberation Sans, with letters of the same widths, so lines break
 * in the same way everywhere. Word's own styles have English names in the file, and Word shows them in the reader's
 * language.
 */
export const STYLES: IStylesOptions = {
  paragraphStyles: [
    {
      id: 'Heading1',
      name: 'heading 1',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 38, bold: true },
      paragraph: {
        spacing: { after: 14 * POINT, line: 264, lineRule: LineRuleType.AUTO },
        keepNext: true,
        keepLines: true,
        outlineLevel: 0,
      },
    },
    {
      id: 'Heading2',
      name: 'heading 2',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { size: 26, bold: true },
      paragraph: {
        spacing: { before: 14 * POINT, after: 8 * POINT },
        keepNext: true,
        keepLines: true,
        outlineLevel: 1,
      },
    },
    {
      // The name of a department, in the table. Only Word's own styles for headings are headings to all screen readers.
      // Without `keepNext`: in a table, that would keep every row on the page of the next row.
      id: 'Heading3',
      name: 'heading 3',
      basedOn: 'Tabeltekst',
      quickFormat: true,
      run: { bold: true },
      paragraph: { outlineLevel: 2 },
    },
    {
      id: 'Hoved',
      name: 'Hoved',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: {
        spacing: { after: 2 * POINT, line: 264, lineRule: LineRuleType.AUTO },
        indent: { left: HEADER_TEXT, hanging: HEADER_TEXT },
        leftTabStop: HEADER_TEXT,
        keepLines: true,
        // Word draws the borders around a group of paragraphs with this style, and not between them.
        border: { top: HEADER_LINE, bottom: HEADER_LINE },
      },
    },
    {
      id: 'Status',
      name: 'Status',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      paragraph: { spacing: { before: 12 * POINT }, keepLines: true },
    },
    {
      id: 'Dokumenttype',
      name: 'Dokumenttype',
      basedOn: 'Normal',
      next: 'Heading1',
      quickFormat: true,
      run: { size: 22, bold: true, color: QUIET_INK, characterSpacing: 2 * POINT, allCaps: true },
      paragraph: { spacing: { after: 2 * POINT }, keepNext: true },
    },
    {
      id: 'Foreloebigt',
      name: 'Foreløbigt',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { bold: true, color: NOTICE },
      paragraph: {
        spacing: { before: 14 * POINT, after: 12 * POINT },
        shading: { type: 'clear', color: 'auto', fill: NOTICE_SHADE },
        border: { left: { style: 'single', size: 36, space: 6, color: NOTICE } },
        indent: { left: 9 * POINT },
        keepLines: true,
      },
    },
    {
      id: 'ListBullet',
      name: 'List Bullet',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        numbering: { reference: 'punkter', level: 0 },
        spacing: { after: 8 * POINT },
        contextualSpacing: true,
        indent: HANGING,
      },
    },
    {
      id: 'NummerSomSkrevet',
      name: 'Nummer som skrevet',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        numbering: { reference: 'numre', level: 0 },
        contextualSpacing: true,
        indent: HANGING,
        leftTabStop: HANGING.left,
      },
    },
    {
      id: 'Tabeltekst',
      name: 'Tabeltekst',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { after: 5 * POINT, line: 276, lineRule: LineRuleType.AUTO } },
    },
    {
      id: 'Tabeloverskrift',
      name: 'Tabeloverskrift',
      basedOn: 'Tabeltekst',
      quickFormat: true,
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: 'FagomraadeFortsat',
      name: 'Fagområde fortsat',
      basedOn: 'Tabeltekst',
      quickFormat: true,
      run: { color: QUIET_INK },
    },
    { id: 'Raekkenavn', name: 'Rækkenavn', basedOn: 'Tabeltekst', quickFormat: true, run: { bold: true } },
    {
      id: 'Bemaerkning',
      name: 'Bemærkning',
      basedOn: 'Tabeltekst',
      quickFormat: true,
      run: { italics: true, color: QUIET_INK },
    },
    {
      id: 'Tabelpunkt',
      name: 'Tabelpunkt',
      basedOn: 'Tabeltekst',
      quickFormat: true,
      paragraph: { numbering: { reference: 'tabelpunkter', level: 0 }, contextualSpacing: true, indent: HANGING },
    },
    {
      id: 'Tabelnummer',
      name: 'Tabelnummer',
      basedOn: 'Tabeltekst',
      quickFormat: true,
      paragraph: {
        numbering: { reference: 'tabelnumre', level: 0 },
        contextualSpacing: true,
        indent: HANGING,
        leftTabStop: HANGING.left,
      },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 18, color: QUIET_INK },
      paragraph: { rightTabStop: PAGE.width - 2 * PAGE.margin, spacing: { after: 0 } },
    },
  ],
  characterStyles: [{ id: 'Etiket', name: 'Etiket', quickFormat: true, run: { color: QUIET_INK } }],
  importedStyles: [documentDefaults(), normalStyle(), tableStyle()],
};

/**
 * Lists are real lists in Word, so that screen readers announce a list and its length. The numbers in a list are text
 * as it was typed: its list has an empty label, which counts nothing. It is a list of bullets, because readers that
 * make their own labels would otherwise put a second number before the typed one.
 */
export const NUMBERING: INumberingOptions = {
  config: [
    list('punkter', 'ListBullet', '•'),
    list('tabelpunkter', 'Tabelpunkt', '•'),
    list('numre', 'NummerSomSkrevet', ''),
    list('tabelnumre', 'Tabelnummer', ''),
  ],
};

function list(reference: string, style: string, label: string): INumberingOptions['config'][number] {
  return {
    reference,
    levels: [
      {
        level: 0,
        format: LevelFormat.BULLET,
        text: label,
        alignment: AlignmentType.LEFT,
        suffix: label === '' ? LevelSuffix.NOTHING : LevelSuffix.TAB,
        style: { style, paragraph: { indent: HANGING } },
      },
    ],
  };
}

function documentDefaults(): DocumentDefaults {
  return new DocumentDefaults({
    run: {
      font: 'Arial',
      size: 21,
      color: INK,
      language: { value: 'da-DK', eastAsia: 'da-DK', bidirectional: 'da-DK' },
    },
    paragraph: { spacing: { after: 8 * POINT, line: 288, lineRule: LineRuleType.AUTO } },
  });
}

/** The default style of paragraphs. The docx package has no option for the default style. */
function normalStyle(): BuilderElement {
  return element('w:style', { type: 'paragraph', default: '1', styleId: 'Normal' }, [
    element('w:name', { val: 'Normal' }),
    element('w:qFormat', {}),
    element('w:pPr', {}, [element('w:widowControl', {})]),
  ]);
}

/**
 * A table style with the lines, the cell margins and the shaded header. The docx package has no option for table
 * styles.
 */
function tableStyle(): BuilderElement {
  const sides = (names: readonly string[], attributes: Record<string, string>): BuilderElement[] =>
    names.map((name) => element(`w:${name}`, attributes));
  const line = { val: 'single', sz: '4', space: '0', color: LINE };
  return element('w:style', { type: 'table', customStyle: '1', styleId: 'Notattabel' }, [
    element('w:name', { val: 'Notattabel' }),
    element('w:uiPriority', { val: '99' }),
    element('w:tblPr', {}, [
      element('w:tblBorders', {}, sides(['top', 'left', 'bottom', 'right', 'insideH', 'insideV'], line)),
      element('w:tblCellMar', {}, [
        ...sides(['top'], { w: '90', type: 'dxa' }),
        ...sides(['left'], { w: '120', type: 'dxa' }),
        ...sides(['bottom'], { w: '0', type: 'dxa' }),
        ...sides(['right'], { w: '120', type: 'dxa' }),
      ]),
    ]),
    element('w:tblStylePr', { type: 'firstRow' }, [
      // The thick line still separates the header where a printer leaves the shade out.
      element('w:tcPr', {}, [
        element('w:tcBorders', {}, sides(['bottom'], { ...line, sz: '12' })),
        element('w:shd', { val: 'clear', color: 'auto', fill: SHADE }),
      ]),
    ]),
  ]);
}

function element(name: string, attributes: Record<string, string>, children: BuilderElement[] = []): BuilderElement {
  const qualified = Object.entries(attributes).map(([key, value]) => [key, { key: `w:${key}`, value }]);
  return new BuilderElement({ name, attributes: Object.fromEntries(qualified), children });
}
