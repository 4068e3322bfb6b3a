import type { TemplateChange } from '../../../src/domain/notat/template-change.js';
import {
  BODY,
  built,
  control,
  field,
  HEAD,
  lines,
  ORIGINS,
  p,
  part,
  ROW,
  relationships,
  run,
  TOP,
  table,
  textBox,
  textLines,
  wordPart,
} from './template-builder.js';

/** A letterhead as municipalities have them, and what becomes of it. */
export interface Letterhead {
  readonly what: string;
  readonly template: Uint8Array;
  /** What is mended in it. */
  readonly changes?: readonly TemplateChange[];
  /** The kinds of warning that whoever sends it is given. */
  readonly warnings?: readonly string[];
  /** Parts of the written notat, each with a text that the notat must show there. */
  readonly shows?: Readonly<Record<string, string>>;
  /** Parts that the written notat does not have. */
  readonly without?: readonly string[];
}

/** Where a refused letterhead has its problem, and what is said about it in Danish. */
export interface RefusedLetterhead {
  readonly what: string;
  readonly template: Uint8Array;
  readonly told: readonly string[];
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const LOGO = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);
const IMAGE = { name: 'word/media/logo.png', content: LOGO, relationship: 'image', id: 'rIdLogo' } as const;
const SVG = { name: 'word/media/logo.svg', content: '<svg/>', relationship: 'image', id: 'rIdSvg' } as const;
const DRAWN_LOGO = (descr: string) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="540000" cy="540000"/><wp:docPr id="3" name="Grafik 3" descr="${descr}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="3" name="Grafik 3"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdLogo"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip r:embed="rIdSvg"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="540000" cy="540000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const VML_LOGO = (alt: string) =>
  `<w:p><w:r><w:pict><v:shape style="width:80pt"${alt}><v:imagedata r:id="rIdLogo" o:title="logo"/></v:shape></w:pict></w:r>${run('Fjordby Kommune')}</w:p>`;

const customProperties = (name: string, value: string) =>
  `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${name}"><vt:lpwstr>${value}</vt:lpwstr></property></Properties>`;
const header = (inside: string, id = 'header1') => wordPart('header', 'hdr', inside, id);
const footer = (inside: string, id = 'footer1') => wordPart('footer', 'ftr', inside, id);
const section = (headers: string, size = '<w:pgSz w:w="11906" w:h="16838"/>') =>
  `<w:sectPr>${headers}${size}</w:sectPr>`;
/** A section whose first page has a header and a footer of its own. */
const sectionWithFirst = (headers: string) => section(headers, '<w:pgSz w:w="11906" w:h="16838"/><w:titlePg/>');
const reference = (kind: 'header' | 'footer', id: string, type = 'default') =>
  `<w:${kind}Reference w:type="${type}" r:id="${id}"/>`;
const notes = (kind: 'footnote' | 'endnote', text: string) =>
  wordPart(
    `${kind}s`,
    `${kind}s`,
    `<w:${kind} w:type="separator" w:id="-1"><w:p/></w:${kind}><w:${kind} w:id="1">${p(text)}</w:${kind}>`,
    `${kind}s`,
  );
/** A row in which each tag is in a content control of its own, as a system for documents makes them. */
const CONTROLLED_ROW = [
  control(p('{#fagområder}{fagområde}')),
  `${control(p('{#svar}'))}${['afsnit', 'punkt', 'nummereret', 'bemærkning'].map((kind) => `${control(p(`{#${kind}}`))}${control(p('{nummer} {tekst}'))}${control(p(`{/${kind}}`))}`).join('')}${control(p('{/svar}'))}${control(p('{/fagområder}'))}`,
];
const BOUND = `<w:dataBinding w:xpath="/sag/titel" w:storeItemID="{0F9D1C2E-30A7-4D5B-9F0A-0123456789AB}"/>`;
const CUSTOM_XML = { name: 'customXml/item1.xml', content: '<sag><titel>{titel}</titel></sag>' } as const;
/** Row, cell and whole table in controls, as when a building block was put in. */
const CONTROLLED_TABLE = control(
  table(HEAD, ROW)
    .replace(/<w:tr><w:tc>(?=.*\{#fagområder\})(?!.*<w:tr>)/u, (found) => `<w:sdt><w:sdtContent>${found}`)
    .replace(/<\/w:tr><\/w:tbl>$/u, '</w:tr></w:sdtContent></w:sdt></w:tbl>'),
);

const LINKS = [
  'https://fjordby.example',
  'mailto:post@fjordby.example',
  'tel:+4598765432',
  'www.fjordby.example',
] as const;

export const TAKEN: readonly Letterhead[] = [
  {
    what: 'tags that Word has split over runs, between proofing marks and bookmarks',
    template: built({
      body: BODY.replace(
        '{titel}',
        '{ti</w:t></w:r><w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r w:rsidR="00AB12CD"><w:rPr><w:b/></w:rPr><w:t>te</w:t></w:r><w:bookmarkEnd w:id="0"/><w:proofErr w:type="spellEnd"/><w:r><w:t>l}',
      ),
    }),
    shows: { 'word/document.xml': 'Opfølgning' },
  },
  {
    what: 'a title in a content control that is bound to custom XML',
    template: built({ top: control(p('{titel}'), BOUND), parts: [CUSTOM_XML] }),
    changes: [{ kind: 'controls made text', count: 1 }],
    shows: { 'word/document.xml': 'beretningenOpfølgning' },
  },
  {
    what: 'a bound control without a tag, which Word would fill with what is not in the notat',
    template: built({ top: p('').replace('<w:r>', `${control(run('Fjordby'), BOUND)}<w:r>`), parts: [CUSTOM_XML] }),
    changes: [{ kind: 'controls made text', count: 1 }],
    shows: { 'word/document.xml': 'Fjordby' },
  },
  {
    what: 'a tag in the placeholder of a control',
    template: built({
      top: control(`<w:p>${run('{sagsnummer}', '<w:rStyle w:val="Pladsholdertekst"/>')}</w:p>`, '<w:showingPlcHdr/>'),
    }),
    changes: [{ kind: 'controls made text', count: 1 }],
    shows: { 'word/document.xml': '2026-014' },
  },
  {
    what: 'content controls around the table and its row',
    template: built({ body: `${TOP}${CONTROLLED_TABLE}${ORIGINS}` }),
    changes: [{ kind: 'controls made text', count: 2 }],
  },
  {
    what: 'content controls inside the table, each around one paragraph',
    template: built({ body: `${TOP}${table(HEAD, CONTROLLED_ROW)}${ORIGINS}` }),
    changes: [{ kind: 'controls made text', count: 16 }],
    warnings: ['list not marked', 'list not marked'],
  },
  {
    what: 'a header that a program wrote with prefixes of its own, and a namespace without any',
    template: built({
      section: section(reference('header', 'header1')),
      parts: [
        header(
          `<w:p>${run('Fjordby')}<r xmlns="${WORD}"><t>{tit</t></r><n:r xmlns:n="${WORD}"><n:t>el}</n:t></n:r>` +
            `<n:r xmlns:n          =          "${WORD.replace('m', '&#109;')}"><n:rPr><n:vanish/></n:rPr><n:t>HUSK</n:t></n:r>` +
            '<ve:AlternateContent xmlns:ve="http://schemas.openxmlformats.org/markup-compatibility/2006"><ve:Choice Requires="wps"/><ve:Fallback/></ve:AlternateContent></w:p>',
        ),
      ],
    }),
    changes: [
      {
        kind: 'hidden text',
        text: 'HUSK',
        place: { part: 'header', row: undefined, isInTextBox: false, near: 'Fjordby', others: 0 },
      },
    ],
    shows: { 'word/header1.xml': 'FjordbyOpfølgning på beretningen' },
  },
  {
    what: 'pictures that are in the file and linked to as well',
    template: built({
      top: `<w:p>${run('Fjordby')}<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="3" name="Logo" descr="Logo"/><a:blip r:embed="rIdLogo" r:link="rIdFar"/></wp:inline></w:drawing><w:pict><v:shape alt="Logo"><v:imagedata r:id="rIdLogo" r:href="rIdFar"/></v:shape></w:pict></w:r></w:p>`,
      parts: [IMAGE],
      links: [{ id: 'rIdFar', type: 'image', target: 'file:///C:/Jens%20Privat/logo.png' }],
    }),
    changes: [
      {
        kind: 'linked picture',
        place: { part: 'text', row: undefined, isInTextBox: false, near: 'Fjordby', others: 1 },
      },
    ],
    shows: { 'word/document.xml': 'FjordbyOpfølgning' },
  },
  {
    what: 'fields that show where to write, and would run a macro',
    template: built({
      top: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> MACROBUTTON Nomac</w:instrText></w:r><w:r><w:instrText>ro [Klik her]</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      bottom: '<w:p><w:fldSimple w:instr="MACROBUTTON Nomacro [Klik her]"/></w:p>',
    }),
    changes: [
      {
        kind: 'macro button',
        text: '[Klik her]',
        place: { part: 'text', row: undefined, isInTextBox: false, near: 'J.nr.', others: 1 },
      },
    ],
    shows: { 'word/document.xml': '[Klik her]Opfølgning' },
  },
  {
    what: 'two sections with headers and footers of their own, the second of them wide',
    template: built({
      body: `${TOP}<w:p><w:pPr>${section(`${reference('header', 'header1')}${reference('footer', 'footer1')}`)}</w:pPr></w:p>${table(HEAD, ROW)}${ORIGINS}`,
      section: section(
        `${reference('header', 'header2')}${reference('footer', 'footer2')}`,
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
      ),
      parts: [
        header(p('{dokumenttype} 1'), 'header1'),
        footer(p('{dato} 1'), 'footer1'),
        header(p('{dokumenttype} 2'), 'header2'),
        footer(p('{dato} 2'), 'footer2'),
      ],
    }),
    shows: {
      'word/header1.xml': 'Notat 1',
      'word/header2.xml': 'Notat 2',
      'word/footer1.xml': '30. november 2026 1',
      'word/footer2.xml': '30. november 2026 2',
    },
  },
  {
    what: 'a first page and even pages that differ',
    template: built({
      section: sectionWithFirst(
        ['default', 'first', 'even'].map((type) => reference('header', `header-${type}`, type)).join(''),
      ),
      settings: '<w:evenAndOddHeaders/>',
      parts: ['default', 'first', 'even'].map((type) =>
        header(lines('{#til}', `Til: {til} ${type}`, '{/til}', 'Fjordby'), `header-${type}`),
      ),
    }),
    shows: { 'word/header-first.xml': 'Til: Byrådet first', 'word/header-even.xml': 'Til: Byrådet even' },
  },
  {
    what: 'a first page and even pages that differed once, and a footer that belongs to no section',
    template: built({
      section: section(
        ['default', 'first', 'even'].map((type) => reference('header', `header-${type}`, type)).join(''),
      ),
      parts: [
        ...['default', 'first', 'even'].map((type) => header(p(`{titel} ${type}`), `header-${type}`)),
        footer(p('Udkast'), 'footer-old'),
        footer(p(''), 'footer-empty'),
      ],
    }),
    changes: [
      { kind: 'unseen header', part: 'header', text: '{titel} first' },
      { kind: 'unseen header', part: 'header', text: '{titel} even' },
      { kind: 'unseen header', part: 'footer', text: 'Udkast' },
    ],
    shows: { 'word/header-default.xml': 'Opfølgning på beretningen default' },
    without: ['word/header-first.xml', 'word/header-even.xml', 'word/footer-old.xml', 'word/footer-empty.xml'],
  },
  {
    what: 'a first page of the second section whose header stands in the first section',
    template: built({
      top: `<w:p><w:pPr>${section(reference('header', 'header-first', 'first'))}</w:pPr></w:p>`,
      section: sectionWithFirst(''),
      parts: [header(p('Til: {til}'), 'header-first')],
    }),
    shows: { 'word/header-first.xml': 'Til: Byrådet' },
  },
  {
    what: 'footnotes and endnotes',
    template: built({
      bottom: '<w:p><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>',
      parts: [notes('footnote', 'J.nr. {sagsnummer}'), notes('endnote', '{#kle}KLE: {kle}{/kle}')],
    }),
    shows: { 'word/footnotes.xml': 'J.nr. 2026-014', 'word/endnotes.xml': 'KLE: 00.22.02' },
  },
  {
    what: 'a text box in the header, in both of its forms',
    template: built({
      section: section(reference('header', 'header1')),
      parts: [
        header(
          `<w:p>${textBox(lines('{#til}', 'Til: {til}', '{/til}', '{dato}'))}${run('Fjordby {sagsnummer}')}</w:p>`,
        ),
      ],
    }),
    shows: {
      'word/header1.xml': 'Til: Byrådet30. november 2026Til: Byrådet30. november 2026Fjordby 2026-014',
    },
  },
  {
    what: 'a logo as SVG with a PNG beside it',
    template: built({ top: DRAWN_LOGO('Fjordby Kommunes logo'), parts: [IMAGE, SVG] }),
  },
  {
    what: 'an old logo (VML), which is not described',
    template: built({ top: VML_LOGO(''), parts: [IMAGE] }),
    warnings: ['picture without description'],
  },
  {
    what: 'links of every kind',
    template: built({
      top: LINKS.map(
        (_, index) => `<w:p><w:hyperlink r:id="rIdLink${index}">${run('Læs mere')}</w:hyperlink></w:p>`,
      ).join(''),
      links: LINKS.map((target, index) => ({ id: `rIdLink${index}`, type: 'hyperlink', target })),
    }),
  },
  {
    what: 'harmless fields, and what is left of one that was deleted',
    template: built({
      bottom: `<w:p>${['PAGE', 'NUMPAGES', 'SECTION', '=SUM(ABOVE)', 'STYLEREF "Overskrift 1"', 'BARCODE 9999'].map((code) => field(code, '1')).join('')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> DDEAUTO x </w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
    }),
  },
  {
    what: 'the date of the day, which becomes that of the notat',
    template: built({ bottom: `<w:p>${run('Den ')}${field('DATE \\@ "d. MMMM yyyy"', '1. januar 2020')}</w:p>` }),
    changes: [
      {
        kind: 'property shown',
        property: 'DATE',
        shows: 'dato',
        place: { part: 'text', row: undefined, isInTextBox: false, near: 'Den 1. januar 2020', others: 0 },
      },
    ],
  },
  {
    what: 'a SmartArt drawing, with its data and as it was drawn',
    template: built({
      parts: [
        {
          name: 'word/diagrams/data1.xml',
          content: part(
            'dataModel',
            '<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{dokumenttype}</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>',
            'dgm',
          ),
          type: 'application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml',
          relationship: 'diagramData',
        },
        {
          name: 'word/diagrams/drawing1.xml',
          content: part(
            'drawing',
            '<dsp:spTree><dsp:sp><dsp:txBody><a:p><a:r><a:t>{dokumenttype}</a:t></a:r></a:p></dsp:txBody></dsp:sp></dsp:spTree>',
            'dsp',
          ),
          type: 'application/vnd.ms-office.drawingml.diagramDrawing+xml',
          relationship: 'diagramDrawing',
        },
      ],
    }),
    shows: { 'word/diagrams/data1.xml': 'Notat', 'word/diagrams/drawing1.xml': 'Notat' },
  },
  {
    what: 'a chart with the workbook that it was made of',
    template: built({
      parts: [
        {
          name: 'word/charts/chart1.xml',
          content: part(
            'chartSpace',
            `<c:chart><c:plotArea><c:layout/><c:pieChart><c:varyColors val="1"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>'/budget/[2019.xlsx]Ark1'!$A$1</c:f></c:numRef></c:val></c:ser></c:pieChart></c:plotArea></c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>`,
            'c',
          ),
          type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
          relationship: 'chart',
        },
        {
          name: 'word/charts/_rels/chart1.xml.rels',
          content: relationships([{ id: 'rId1', type: 'package', target: '../embeddings/ark1.xlsx' }]),
        },
        { name: 'word/embeddings/ark1.xlsx', content: 'PK' },
      ],
    }),
    changes: [{ kind: 'chart sources', count: 1 }],
    shows: { 'word/charts/chart1.xml': `'Ark1'!$A$1` },
    without: ['word/embeddings/ark1.xlsx'],
  },
  {
    what: 'a chart with a tag in its title',
    template: built({
      parts: [
        {
          name: 'word/charts/chart1.xml',
          content: part(
            'chartSpace',
            '<c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{dokumenttype}</a:t></a:r></a:p></c:rich></c:tx></c:title></c:chart>',
            'c',
          ),
          type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
          relationship: 'chart',
        },
      ],
    }),
    shows: { 'word/charts/chart1.xml': 'Notat' },
  },
  {
    what: 'building blocks',
    template: built({
      parts: [
        {
          name: 'word/glossary/document.xml',
          content: part(
            'glossaryDocument',
            `<w:docParts><w:docPart><w:docPartBody>${p('{titel}')}</w:docPartBody></w:docPart></w:docParts>`,
          ),
          type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml',
          relationship: 'glossaryDocument',
        },
      ],
    }),
    changes: [{ kind: 'building blocks' }],
  },
  {
    what: "Word's own kind of template",
    template: built({ mainType: 'template' }),
    changes: [{ kind: 'word template' }],
  },
  {
    what: 'a page that is laid out in a table, with the table of answers in it',
    template: built({
      body: `${table([p('Fjordby'), p('Rådhustorvet 1')], [`${TOP}${table(HEAD, ROW)}<w:p/>`, p('')])}${ORIGINS}`,
    }),
  },
  {
    what: 'answers without a table',
    template: built({
      body: `${TOP}${lines('{#fagområder}', '{fagområde}')}${textLines('svar')}${p('{/fagområder}')}${ORIGINS}`,
    }),
  },
  {
    what: 'tags in capitals, spaced, hyphenated, decomposed, with hidden characters and in other braces',
    template: built({
      body: BODY.replace('{titel}', '{ TITEL }')
        .replace('{dato}', '{da\u200Bto}')
        .replace('{sagsnummer}', '{Sags-nummer}')
        .replace('{fagområde}', '{fagomra\u030Ade}')
        .replace('{vedrørende}', '{{vedrørende}}')
        .replace('{kle}', '\uFF5Bkle\uFF5D')
        .replace('{til}', '{t</w:t><w:softHyphen/><w:t>il}')
        .replace('{fra}', '{fr\u0430}'),
    }),
    changes: [
      { kind: 'tag respelt', from: '{ TITEL }', to: '{titel}' },
      { kind: 'tag respelt', from: '{da\u200Bto}', to: '{dato}' },
      { kind: 'tag respelt', from: '{Sags-nummer}', to: '{sagsnummer}' },
      { kind: 'tag respelt', from: '{fr\u0430}', to: '{fra}' },
      { kind: 'tag respelt', from: '{{vedrørende}}', to: '{vedrørende}' },
      { kind: 'tag respelt', from: '\uFF5Bkle\uFF5D', to: '{kle}' },
      { kind: 'tag respelt', from: '{fagomra\u030Ade}', to: '{fagområde}' },
    ],
    shows: { 'word/document.xml': 'KLE: 00.22.02' },
  },
];

export const REFUSED: readonly RefusedLetterhead[] = [
  {
    what: 'a tag in an alternative text',
    template: built({ top: DRAWN_LOGO('Logo ved {titel}'), parts: [IMAGE, SVG] }),
    told: [
      'Feltet {titel} står i en alternativ tekst, ved ”Logo ved {titel}”. Dér bliver felter ikke udfyldt. Skriv en fast tekst i stedet.',
    ],
  },
  {
    what: 'a tag in a watermark',
    template: built({
      section: section(reference('header', 'header1')),
      parts: [
        header('<w:p><w:r><w:pict><v:shape><v:textpath string="{dokumenttype}"/></v:shape></w:pict></w:r></w:p>'),
      ],
    }),
    told: [
      'Feltet {dokumenttype} står i WordArt eller et vandmærke, ved ”{dokumenttype}”. Dér bliver felter ikke udfyldt. Skriv det i en tekstboks i stedet.',
    ],
  },
  {
    what: 'a tag in the code of a field',
    template: built({ top: `<w:p>${field('IF "{kle}" = "" "" "KLE"', '')}</w:p>` }),
    told: [
      'Feltet {kle} står i koden til et af Words felter, ved ”IF "{kle}" = "" "" "KLE"”. Dér bliver felter ikke udfyldt. Skriv det som almindelig tekst uden for Words felt (Alt+F9 i Word viser felterne).',
    ],
  },
  {
    what: 'a tag in the data of a chart',
    template: built({
      parts: [
        {
          name: 'word/charts/chart1.xml',
          content: part(
            'chartSpace',
            '<c:chart><c:cat><c:strCache><c:pt><c:v>{titel}</c:v></c:pt></c:strCache></c:cat></c:chart>',
            'c',
          ),
          type: 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
          relationship: 'chart',
        },
      ],
    }),
    told: [
      'Feltet {titel} står i et diagram, ved ”{titel}”. Dér bliver felter ikke udfyldt. Skriv det i diagrammets titel eller i teksten i stedet.',
    ],
  },
  {
    what: 'a tag in the address of a link',
    template: built({
      top: `<w:p><w:hyperlink r:id="rIdLink">${run('Sagen')}</w:hyperlink></w:p>`,
      links: [{ id: 'rIdLink', type: 'hyperlink', target: 'https://sag.example/%7Bvedr%C3%B8rende%7D' }],
    }),
    told: [
      'Feltet {vedrørende} står i adressen på et link. Dér bliver felter ikke udfyldt. Skriv linkets adresse uden felt.',
    ],
  },
  {
    what: 'a content control that is only named as a tag',
    template: built({ top: control(p('Klik her for at skrive'), '<w:alias w:val="{titel}"/>') }),
    told: [
      'Feltet {titel} står i en indstilling, som ikke ses på siden. Dér bliver felter ikke udfyldt. Det kan være navnet på et indholdskontrolelement eller en typografi. Giv det et andet navn, og skriv feltet i teksten i stedet.',
    ],
  },
  {
    what: 'answers in one paragraph, which would run together',
    template: built({
      body: `${TOP}${table(HEAD, [p('{#fagområder}{fagområde}'), p('{#svar}{#afsnit}{tekst}{/afsnit}{#punkt}{tekst}{/punkt}{#nummereret}{nummer} {tekst}{/nummereret}{#bemærkning}{tekst}{/bemærkning}{/svar}{/fagområder}')])}${ORIGINS}`,
    }),
    told: [
      'Svarenes linjer ville løbe sammen i ét afsnit. Skriv {#svar}, {#afsnit}, {tekst}, {/afsnit} og {/svar} i hvert sit afsnit, og gør det samme med de andre slags linjer.',
    ],
  },
  {
    what: 'departments in one paragraph',
    template: built({
      body: `${TOP}<w:p>${run('{#fagområder}{fagområde}: {#svar}{tekst}{/svar}{/fagområder}')}</w:p>${ORIGINS}`.replace(
        '{#svar}{tekst}{/svar}',
        '{#svar}{#afsnit}{tekst}{/afsnit}{#punkt}{tekst}{/punkt}{#nummereret}{nummer}{tekst}{/nummereret}{#bemærkning}{tekst}{/bemærkning}{/svar}',
      ),
    }),
    told: [
      'Svarenes linjer ville løbe sammen i ét afsnit. Skriv {#svar}, {#afsnit}, {tekst}, {/afsnit} og {/svar} i hvert sit afsnit, og gør det samme med de andre slags linjer.',
      'Fagområderne ville løbe sammen i ét afsnit. Sæt {#fagområder} og {/fagområder} i hvert sit afsnit, eller lav en tabel med en række, der begynder med {#fagområder}{fagområde} og slutter med {/fagområder}.',
    ],
  },
  {
    what: 'a condition that begins in a table and ends after it',
    template: built({ body: `${table([p('Fjordby Kommune')], [p('{#til}Til: {til}')])}${p('{/til}')}${BODY}` }),
    told: [
      '{#til} begynder ét sted og slutter et andet, for eksempel i og uden for en tabel, en tekstboks eller et link. Sæt {#til} og {/til} samme sted. Det begynder i række 2 i en tabel, ved ”Til:”.',
    ],
  },
  {
    what: 'a misspelt tag in the second header, and in the text box of another',
    template: built({
      section: sectionWithFirst(`${reference('header', 'header1', 'first')}${reference('header', 'header2')}`),
      parts: [
        header(p('Fjordby Kommune {sagsnr}'), 'header1'),
        header(`<w:p>${textBox(p('{sagsnr}'))}${run('Side 2')}</w:p>`, 'header2'),
      ],
    }),
    told: [
      'Feltet {sagsnr} findes ikke. Ret det, eller slet det. Feltet står i et sidehoved, ved ”Fjordby Kommune” og ét andet sted.',
    ],
  },
  {
    what: 'a brace in an endnote',
    template: built({
      bottom: '<w:p><w:r><w:endnoteReference w:id="1"/></w:r></w:p>',
      parts: [notes('endnote', 'Se {titel')],
    }),
    told: [
      'Der står en tuborgklamme alene: ”{titel”. Et felt skal begynde med { og slutte med } i samme afsnit. Den står i en slutnote, ved ”Se titel”.',
    ],
  },
  {
    what: 'a picture that is fetched, in a header',
    template: built({
      section: section(reference('header', 'header1')),
      parts: [
        header(`<w:p>${run('Fjordby')}<w:r><w:drawing><a:blip r:link="rIdFar"/></w:drawing></w:r></w:p>`),
        {
          name: 'word/_rels/header1.xml.rels',
          content: relationships([{ id: 'rIdFar', type: 'image', target: 'https://fjordby.example/logo.png' }]),
        },
      ],
    }),
    told: [
      'Når notatet åbnes, henter det et billede, der ikke ligger i filen. Indsæt billedet igen uden at sammenkæde det. Det står i et sidehoved, ved ”Fjordby”. Det hentes fra: https://fjordby.example/logo.png',
    ],
  },
  {
    what: 'an object inside the document',
    template: built({
      top: `<w:p>${run('Budget')}<w:r><w:object><o:OLEObject r:id="rIdObject"/></w:object></w:r></w:p>`,
      links: [{ id: 'rIdObject', type: 'oleObject', target: 'embeddings/oleObject1.bin' }],
    }),
    told: [
      'Der ligger en anden fil eller et objekt inde i dokumentet. Slet det, eller indsæt det som billede. Det er i teksten, ved ”Budget”.',
    ],
  },
  {
    what: 'an object and an unknown tag, each by itself, with words beside it',
    template: built({
      top: `<w:p>${run('{sagsnr}')}</w:p>${p('Fjordby Kommune')}${table([p('Økonomi')], ['<w:p><w:r><w:object><o:OLEObject r:id="rIdObject"/></w:object></w:r></w:p>'])}`,
      links: [{ id: 'rIdObject', type: 'oleObject', target: 'embeddings/oleObject1.bin' }],
    }),
    told: [
      'Der ligger en anden fil eller et objekt inde i dokumentet. Slet det, eller indsæt det som billede. Det er i række 2 i en tabel, ved ”Økonomi”.',
      'Feltet {sagsnr} findes ikke. Ret det, eller slet det. Feltet står i teksten, ved ”Fjordby Kommune”.',
    ],
  },
  {
    what: 'a field that fetches, in a footer',
    template: built({
      section: section(reference('footer', 'footer1')),
      parts: [
        footer(
          `<w:p>${run('Fjordby')}${field('INCLUDEPICTURE "https://x.example"', '')}${field('INCLUDEPICTURE "https://y.example"', '')}</w:p>`,
        ),
      ],
    }),
    told: [
      'Word-feltet INCLUDEPICTURE kan hente eller starte noget, når notatet åbnes. Slet det (Alt+F9 i Word viser felterne). Det er i en sidefod, ved ”Fjordby” og ét andet sted.',
    ],
  },
];

/** Letterheads with a past. Nothing is wrong with their tags; what becomes of the past is decided elsewhere. */
export const WITH_PAST: readonly { readonly what: string; readonly template: Uint8Array }[] = [
  {
    what: 'fields that show its properties, one of them with a tag',
    template: built({
      top: `<w:p>${field('DOCPROPERTY "Sagsnr" \\* MERGEFORMAT', 'J.nr. {sagsnummer}')}${field('TITLE', '{titel}')}<w:fldSimple w:instr=" AUTHOR ">${run('Sekretariatet')}</w:fldSimple></w:p>`,
      parts: [
        {
          name: 'docProps/custom.xml',
          content: customProperties('Sagsnr', 'J.nr. {sagsnummer}'),
          type: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
        },
      ],
    }),
  },
  {
    what: 'tracked changes, a comment and hidden text',
    template: built({
      top: `<w:p><w:del w:id="1" w:author="Jens"><w:r><w:delText>Slettet {title</w:delText></w:r></w:del><w:ins w:id="2" w:author="Jens">${run('Fjordby')}</w:ins><w:commentRangeStart w:id="0"/>${run('Kommune')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p><w:p>${run('Husk at slette', '<w:vanish/>')}</w:p>`,
      parts: [
        wordPart(
          'comments',
          'comments',
          `<w:comment w:id="0" w:author="Jens" w:initials="J">${p('Skal det stå her?')}</w:comment>`,
          'comments',
        ),
      ],
    }),
  },
  {
    what: 'a template that it is attached to',
    template: built({
      settings: '<w:attachedTemplate r:id="rId1"/>',
      parts: [
        {
          name: 'word/_rels/settings.xml.rels',
          content: relationships([{ id: 'rId1', type: 'attachedTemplate', target: 'file:///G:/Skabeloner/Brev.dotm' }]),
        },
      ],
    }),
  },
];
