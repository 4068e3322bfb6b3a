import { readFileSync } from 'node:fs';
import PizZip from 'pizzip';
import { checkTemplate } from '../../src/adapters/word/check/template-check.js';

/** Makes templates that are as expensive to check as their size allows. */
export interface HostileTemplate {
  readonly name: string;
  /** How many of the repeated thing the template has. Twice and four times as many are also tried. */
  readonly n: number;
  build(n: number): Uint8Array;
  /** Checks the template on this thread. */
  run(template: Uint8Array): void;
}

const SHIPPED = new URL('../../../templates/notat.docx', import.meta.url);
const DOCUMENT = 'word/document.xml';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PARAGRAPH = '<w:p><w:r><w:t>a</w:t></w:r></w:p>';
const FIELD_BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>AUTHOR</w:instrText></w:r>';
const HIDDEN_AND_SHOWN = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>';
const DELETED_END = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r/></w:p>';
const CONTROL = '<w:sdt><w:sdtContent><w:sdt><w:sdtContent><w:r><w:t>';
const CONTROL_END = '</w:t></w:r></w:sdtContent></w:sdt></w:sdtContent></w:sdt>';
const CUSTOM_PROPERTIES = 'docProps/custom.xml';

/**
 * The most expensive template of each kind. With the largest n, they are close to the limits. The templates in `WORST`
 * are above the limits, and are refused.
 */
export const HOSTILE_TEMPLATES: readonly HostileTemplate[] = [
  hostile('paragraphs', 3_000, (n) => inBody(PARAGRAPH.repeat(n))),
  hostile('empty paragraphs', 12_000, (n) => inBody('<w:p/>'.repeat(n))),
  hostile('runs of one paragraph', 5_000, (n) => inBody(`<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(n)}</w:p>`)),
  hostile('text in one run', 2_000_000, (n) => inBody(`<w:p><w:r><w:t>${'a'.repeat(n)}</w:t></w:r></w:p>`)),
  hostile('character references', 12_000, (n) => inBody(`<w:p><w:r><w:t>${'&#97;'.repeat(n)}</w:t></w:r></w:p>`)),
  hostile('tags that are right', 225, (n) => inBody(`<w:p><w:r><w:t>${'{titel}'.repeat(n)}</w:t></w:r></w:p>`)),
  hostile('conditions that are right', 110, (n) =>
    inBody(`<w:p><w:r><w:t>${'{#kle}{/kle}'.repeat(n)}</w:t></w:r></w:p>`),
  ),
  hostile('tags that are unknown', 225, (n) => inBody(`<w:p><w:r><w:t>${unknownTags(n)}</w:t></w:r></w:p>`)),
  hostile('tags to respell', 225, (n) =>
    inBody(`<w:p>${'<w:r><w:t>{Ti</w:t><w:tab/><w:t>tel}</w:t></w:r>'.repeat(n)}</w:p>`),
  ),
  hostile('tags to respell in one run', 60_000, (n) =>
    inBody(`<w:p><w:r><w:t>${'{Titel}'.repeat(n)}</w:t></w:r></w:p>`),
  ),
  hostile('controls to loosen', 80, (n) => inBody(`<w:p>${`${CONTROL}{titel}${CONTROL_END}`.repeat(n)}</w:p>`)),
  hostile('letters of one tag', 2_000_000, (n) => inBody(`<w:p><w:r><w:t>{${'a'.repeat(n)}}</w:t></w:r></w:p>`)),
  hostile('braces', 2_000_000, (n) => inBody(`<w:p><w:r><w:t>${'{'.repeat(n)}</w:t></w:r></w:p>`)),
  hostile('tables within tables', 7, (n) => inBody(nestedTables(n).repeat(200))),
  hostile('paragraphs of a department', 60, (n) => withDepartment(PARAGRAPH.repeat(n))),
  hostile('attributes', 250, (n) => inBody(`<w:p ${attributes(90)}/>`.repeat(n))),
  hostile('namespaces in namespaces', 250, (n) => inBody(namespaces(90, '<w:p xmlns:z="z"/>'.repeat(n * 40)))),
  hostile('fields', 2_500, (n) => inBody('<w:fldSimple w:instr="PAGE"/>'.repeat(n * 4))),
  hostile('fields in fields that show properties', 2_000, (n) =>
    inBody(`<w:p>${FIELD_BEGIN.repeat(n)}${'<w:r><w:fldChar w:fldCharType="end"/></w:r>'.repeat(n)}</w:p>`),
  ),
  hostile('hidden text beside visible', 2_000, (n) => inBody(`<w:p>${HIDDEN_AND_SHOWN.repeat(n)}</w:p>`)),
  hostile('paragraphs whose end was deleted', 2_200, (n) => inBody(DELETED_END.repeat(n))),
  hostile('links to elsewhere', 6_000, (n) => withRelationships(n)),
  hostile('styles', 12_000, (n) =>
    edited('word/styles.xml', (xml) => xml.replace('</w:styles>', `${'<w:style/>'.repeat(n)}</w:styles>`)),
  ),
  hostile('properties', 12_000, (n) => edited(CUSTOM_PROPERTIES, () => `<p>${'<a>a</a>'.repeat(n)}</p>`)),
  hostile('parts', 115, (n) => withParts(n, (_, index) => `word/media/${index}.xml`, '<a/>')),
  hostile('headers', 110, (n) => withHeaders(n)),
  hostile('kinds of part in the list', 115, (n) =>
    withTypes(n, (index) => `<Default Extension="${index}" ContentType="a"/>`),
  ),
  hostile('times that the list has one part', 115, (n) => withTypes(n, () => override(DOCUMENT, 'document.main'))),
];

/** Four templates that once made the product fail. docs/bench.md says what it costs to check each of them now. */
export const WORST: Readonly<Record<string, () => Uint8Array>> = {
  '280,000 small paragraphs': () => inBody(PARAGRAPH.repeat(280_000)),
  '1.6 million empty paragraphs': () => inBody('<w:p/>'.repeat(1_600_000)),
  '20,000 parts': () => withParts(20_000, (_, index) => `${index}`, ''),
  'a tag of a megabyte': () => inBody(`<w:p><w:r><w:t>{${'a'.repeat(1_000_000)}}</w:t></w:r></w:p>`),
};

/** The shipped template with this XML at the beginning of its body. */
export function inBody(xml: string): Uint8Array {
  return edited(DOCUMENT, (document) => document.replace('<w:body>', () => `<w:body>${xml}`));
}

/** The shipped template with one part edited. */
export function edited(name: string, edit: (xml: string) => string): Uint8Array {
  const zip = shipped();
  zip.file(name, edit(zip.file(name)?.asText() ?? ''));
  return packed(zip);
}

/** The shipped template with n more parts. */
export function withParts(n: number, nameOf: (zip: PizZip, index: number) => string, content: string): Uint8Array {
  const zip = shipped();
  for (let index = 0; index < n; index += 1) zip.file(nameOf(zip, index), content, { createFolders: false });
  return packed(zip);
}

/** The shipped template with n more elements in `[Content_Types].xml`. */
export function withTypes(n: number, lineOf: (index: number) => string): Uint8Array {
  const lines = Array.from({ length: n }, (_, index) => lineOf(index)).join('');
  return edited('[Content_Types].xml', (xml) => xml.replace('</Types>', `${lines}</Types>`));
}

/** The shipped template with this XML in the part that is repeated for each department. */
export function withDepartment(xml: string): Uint8Array {
  return edited(DOCUMENT, (document) =>
    document.replace('{fagområde}', `{fagområde}</w:t></w:r></w:p>${xml}<w:p><w:r><w:t>`),
  );
}

function hostile(name: string, n: number, build: (n: number) => Uint8Array): HostileTemplate {
  return { name, n, build, run: checkTemplate };
}

function shipped(): PizZip {
  return new PizZip(readFileSync(SHIPPED));
}

function packed(zip: PizZip): Uint8Array {
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

function unknownTags(n: number): string {
  return Array.from({ length: n }, (_, index) => `{fagomradet-${index}}`).join('');
}

function nestedTables(depth: number): string {
  return '<w:tbl><w:tr><w:tc>'.repeat(depth) + '<w:p/></w:tc></w:tr></w:tbl>'.repeat(depth);
}

function attributes(n: number): string {
  return Array.from({ length: n }, (_, index) => `a${index}=""`).join(' ');
}

/** The prefix of Word's namespace that is not Word's makes the bot write the names anew. */
function namespaces(depth: number, inside: string): string {
  const open = Array.from({ length: depth }, (_, index) => {
    const own = Array.from({ length: 30 }, (__, each) => ` xmlns:n${index}-${each}="n"`);
    return `<w:sdt xmlns:q="${WORD}"${own.join('')}>`;
  });
  return open.join('') + inside + '</w:sdt>'.repeat(depth);
}

function withRelationships(n: number): Uint8Array {
  const links = Array.from(
    { length: n },
    (_, index) => `<Relationship Id="l${index}" Type="/image" Target="https://kommune.example/${index}"/>`,
  ).join('');
  return edited('word/_rels/document.xml.rels', (xml) => xml.replace('</Relationships>', `${links}</Relationships>`));
}

function override(name: string, type: string): string {
  return `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`;
}

function withHeaders(n: number): Uint8Array {
  const zip = new PizZip(withTypes(n, (index) => override(`word/h${index}.xml`, 'header')));
  for (let index = 0; index < n; index += 1) {
    zip.file(`word/h${index}.xml`, `<w:hdr xmlns:w="w">${PARAGRAPH.repeat(20)}</w:hdr>`);
  }
  return packed(zip);
}
