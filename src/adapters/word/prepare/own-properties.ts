import type { TemplateChange } from '../../../domain/notat/template-change.js';
import type { WordFile } from '../file/word-parts.js';
import { contentOf, elementsOf } from '../file/xml-tree.js';
import { quoted } from './places.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The properties that every notat has: ISO/IEC 29500-2, 8.3. Its title is a tag like any other in the template. */
const CORE =
  `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
  'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{titel}</dc:title><dc:language>da-DK</dc:language></cp:coreProperties>';
/** There are some programs that do not open a file without them. */
const EXTENDED = `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;

/** The parts with the notat's own properties, and their types. */
export const OWN_PROPERTIES = [
  {
    name: 'docProps/core.xml',
    type: 'application/vnd.openxmlformats-package.core-properties+xml',
    relationship: 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    content: CORE,
  },
  {
    name: 'docProps/app.xml',
    type: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
    relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties',
    content: EXTENDED,
  },
] as const;

/** The relationships of a file with this document and with the notat's own properties. */
export function ownRelationships(main: string): string {
  const lines = [
    { relationship: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument', name: main },
    ...OWN_PROPERTIES,
  ].map(
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
