import type { TemplateChange } from '../../../domain/notat/template-change.js';
import type { WordFile } from '../file/word-parts.js';
import { attribute, contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { quoted } from './places.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The properties that every notat has: ISO/IEC 29500-2, 8.3. Its title is a tag like any other in the template. */
const CORE =
  `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{titel}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>';
const CORE_RELATIONSHIP = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** The namespaces of Office in a file, which are others in one that is saved as Strict Open XML: ISO/IEC 29500-1 and -4. */
interface Namespaces {
  readonly relationships: string;
  readonly extended: string;
  readonly extendedRelationship: string;
}

const USUAL: Namespaces = {
  relationships: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  extended: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties',
  extendedRelationship: 'extended-properties',
};
const STRICT: Namespaces = {
  relationships: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  extended: 'http://purl.oclc.org/ooxml/officeDocument/extendedProperties',
  extendedRelationship: 'extendedProperties',
};

/** A part with properties of the notat's own. */
export interface OwnPart {
  readonly name: string;
  readonly type: string;
  readonly relationship: string;
  readonly content: string;
}

/** The parts with the notat's own properties. @param isStrict whether they are for a file that is saved as Strict Open XML */
export function ownProperties(isStrict: boolean): readonly OwnPart[] {
  const { relationships, extended, extendedRelationship } = isStrict ? STRICT : USUAL;
  return [
    {
      name: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
      relationship: CORE_RELATIONSHIP,
      content: CORE,
    },
    {
      // There are some programs that do not open a file without them.
      name: 'docProps/app.xml',
      type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
      relationship: `${relationships}/${extendedRelationship}`,
      content: `${DECLARATION}<Properties xmlns="${extended}"/>`,
    },
  ];
}

/** Whether the relationships of a file are those of Strict Open XML. */
export function isStrict(root: XmlElement): boolean {
  const document = `${STRICT.relationships}/officeDocument`;
  return elementsOf(root, 'Relationship').some((element) => attribute(element, 'Type') === document);
}

/** The relationships of a file with this document and with the notat's own properties. */
export function ownRelationships(main: string, isStrict: boolean): string {
  const { relationships } = isStrict ? STRICT : USUAL;
  const lines = [{ relationship: `${relationships}/officeDocument`, name: main }, ...ownProperties(isStrict)].map(
    ({ relationship, name }, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationship}" Target="${encodeURI(name).replaceAll('&', '&amp;')}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines.join('')}</Relationships>`;
}

/** The properties that name somebody. */
const AUTHORS = ['dc:creator', 'cp:lastModifiedBy'] as const;
const OTHERS: ReadonlySet<string> = new Set([
  'cp:keywords',
  'dc:subject',
  'dc:description',
  'cp:category',
  'Manager',
  'Company',
  'vt:lpwstr',
]);

/** Tells that the template has properties that no notat gets. Its dates and the like are in every file, and are not told. */
export function toldProperties(file: WordFile): readonly TemplateChange[] {
  const all = file
    .partsOf('properties', 'moreProperties', 'ownProperties')
    .flatMap(({ xml }) => elementsOf(xml, '*'))
    .filter((element) => contentOf(element).trim() !== '');
  const author = all.find(({ name }) => AUTHORS.some((each) => each === name));
  if (author === undefined && !all.some(({ name }) => OTHERS.has(name))) return [];
  return [{ kind: 'properties', by: author && quoted(contentOf(author)) }];
}
