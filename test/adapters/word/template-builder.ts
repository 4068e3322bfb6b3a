import PizZip from 'pizzip';

/*
 * Builds Word files as real letterheads are, part by part. Nothing of the shipped template is in them: a municipality has
 * made them, and has put in the tags.
 */

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = Object.entries({
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: OFFICE,
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  dgm: 'http://schemas.openxmlformats.org/drawingml/2006/diagram',
  dsp: 'http://schemas.microsoft.com/office/drawing/2008/diagram',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w15: 'http://schemas.microsoft.com/office/word/2012/wordml',
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

/** A part beside the document, with how the document refers to it. */
export interface BuiltPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Its content type; undefined for one that has the type of its kind of file. */
  readonly type?: string;
  /** The last part of the type of the relationship from the document, if there is one, and its id. */
  readonly relationship?: string;
  readonly id?: string;
}

export interface BuiltTemplate {
  /** What comes before, between and after the title, the introduction and the table. */
  readonly top?: string;
  readonly body?: string;
  readonly bottom?: string;
  /** The section at the end of the document. */
  readonly section?: string;
  readonly parts?: readonly BuiltPart[];
  /** Relationships of the document to what is outside the file. */
  readonly links?: readonly { readonly id: string; readonly type: string; readonly target: string }[];
  readonly mainType?: string;
  readonly title?: string;
  readonly styles?: string;
  readonly settings?: string;
}

export function built(template: BuiltTemplate = {}): Uint8Array {
  const { top = '', body = BODY, bottom = '', section = PAGE, parts = [], links = [] } = template;
  const zip = new PizZip();
  const all: readonly BuiltPart[] = [
    {
      name: 'word/styles.xml',
      content: `<w:styles ${NAMESPACES}>${template.styles ?? STYLES}</w:styles>`,
      type: `${WORD_TYPE}.styles+xml`,
      relationship: 'styles',
    },
    {
      name: 'word/settings.xml',
      content: `<w:settings ${NAMESPACES}>${template.settings ?? ''}</w:settings>`,
      type: `${WORD_TYPE}.settings+xml`,
      relationship: 'settings',
    },
    wordPart('numbering', 'numbering', NUMBERING, 'numbering'),
    ...parts,
  ];
  const types = all.flatMap(({ name, type }) => (type === undefined ? [] : [override(name, type)]));
  zip.file(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="svg" ContentType="image/svg+xml"/>${override('word/document.xml', `${WORD_TYPE}.${template.mainType ?? 'document'}.main+xml`)}${override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}${types.join('')}</Types>`,
  );
  zip.file(
    '_rels/.rels',
    relationships([{ id: 'rId1', type: 'officeDocument', target: 'word/document.xml' }]).replace(
      '</Relationships>',
      `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    ),
  );
  zip.file(
    'docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${template.title ?? '<dc:title>{titel}</dc:title>'}</cp:coreProperties>`,
  );
  zip.file('word/document.xml', part('document', `<w:body>${top}${body}${bottom}<w:p/>${section}</w:body>`));
  const related = all.flatMap(({ name, relationship, id }, index) =>
    relationship === undefined
      ? []
      : [{ id: id ?? `rIdPart${index}`, type: relationship, target: name.replace(/^word\//u, '') }],
  );
  zip.file('word/_rels/document.xml.rels', relationships([...related, ...links]));
  for (const { name, content } of all) zip.file(name, content);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The root element of a part, with everything that Word declares in it. */
export function part(name: string, inside: string, prefix = 'w'): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${prefix}:${name} ${NAMESPACES}>${inside}</${prefix}:${name}>`;
}

function override(name: string, type: string): string {
  return `<Override PartName="/${name}" ContentType="${type}"/>`;
}

export function relationships(
  all: readonly { readonly id: string; readonly type: string; readonly target: string }[],
): string {
  const lines = all.map(({ id, type, target }) => {
    const isElsewhere = /^(?:[a-z][a-z+.-]*:|\\\\|www\.)/iu.test(target);
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${isElsewhere ? ' TargetMode="External"' : ''}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`;
}

/** A header, a footer, footnotes or whatever has a content type of its own in Word. */
export function wordPart(kind: string, root: string, inside: string, id: string): BuiltPart {
  return {
    name: `word/${id}.xml`,
    content: part(root, inside),
    type: `${WORD_TYPE}.${kind}+xml`,
    relationship: kind,
    id,
  };
}

export function p(text: string, style = ''): string {
  return `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** Paragraphs with one text each. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => p(text)).join('');
}

export function table(...rows: readonly (readonly string[])[]): string {
  const [head = [], ...others] = rows.map((cells) => cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join(''));
  const grid = (rows[0] ?? []).map(() => '<w:gridCol w:w="4500"/>').join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${head}</w:tr>${others.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
}

/** A content control around what can stand in its place. */
export function control(content: string, properties = ''): string {
  return `<w:sdt><w:sdtPr><w:id w:val="1"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** A text box as Word writes it: drawn anew, and for programs that only know VML. */
export function textBox(inside: string, old = inside): string {
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3600000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="1800000" cy="900000"/><wp:wrapNone/><wp:docPr id="7" name="Tekstfelt 7"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="Tekstfelt 7" style="width:140pt;height:70pt"><v:textbox><w:txbxContent>${old}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
}

/** A field as Word writes it, in three runs or more. */
export function field(code: string, shown: string): string {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${mark('separate')}${shown === '' ? '' : run(shown)}${mark('end')}`;
}

/** All four kinds of line of a text, each tag in a paragraph of its own. */
export function textLines(loop: 'svar' | 'indledning'): string {
  const kinds = ['afsnit', 'punkt', 'nummereret', ...(loop === 'svar' ? ['bemærkning'] : [])];
  const each = kinds.map((kind) => {
    const line = kind === 'nummereret' ? '{nummer} {tekst}' : '{tekst}';
    const isItem = kind === 'punkt' || kind === 'nummereret';
    return `${p(`{#${kind}}`)}${p(line, isItem ? 'Punkt' : '')}${p(`{/${kind}}`)}`;
  });
  return `${p(`{#${loop}}`)}${each.join('')}${p(`{/${loop}}`)}`;
}

const HEADING = '<w:outlineLvl w:val="0"/>';
const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:pPr>${HEADING}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
const NUMBERING =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
const PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>';

/** What a notat must show, before its table. */
export const TOP = `${p('{titel}', 'Overskrift1')}${lines('{dokumenttype}', '{dato}', '{status}', 'J.nr. {sagsnummer}', 'Til: {til}', 'Fra: {fra}', 'Vedrørende: {vedrørende}', 'KLE: {kle}')}${textLines('indledning')}`;
export const ROW = [p('{#fagområder}{fagområde}'), `${textLines('svar')}${p('{/fagområder}')}`] as const;
export const HEAD = [p('Fagområde'), p('Svar')] as const;
export const ORIGINS = `${p('{#oprindelsesside}')}${p('Hvem svarene kommer fra')}${table(
  [p('Fagområde'), p('Svaret af')],
  [p('{#oprindelser}{fagområde}'), p('{svaretaf}{/oprindelser}')],
)}${p('{/oprindelsesside}')}`;
export const BODY = `${TOP}${table(HEAD, ROW)}${ORIGINS}`;
