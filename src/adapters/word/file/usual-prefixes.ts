import { isElement } from './xml-edit.js';
import type { XmlElement } from './xml-tree.js';

/*
 * All code that reads or fills Word files looks for names with the prefixes that Word writes, and so does docxtemplater.
 * XML lets a program choose its prefixes, and declare none at all for one namespace (Namespaces in XML 1.0, 5 and 6). What
 * such a program has written would be neither filled nor cleaned.
 */

/** What a namespace begins with in a file of the usual kind, and in one that is saved as Strict Open XML. */
const OPEN_XML = ['http://schemas.openxmlformats.org/', 'http://purl.oclc.org/ooxml/'] as const;

/**
 * The prefixes that Word writes, each with the namespaces that it stands for. Those of the file itself (its types, its
 * relationships and its properties) have none.
 */
const NAMESPACES: Readonly<Record<string, readonly string[]>> = {
  '': [
    `${OPEN_XML[0]}package/2006/content-types`,
    `${OPEN_XML[0]}package/2006/relationships`,
    ...openXml('officeDocument/2006/extended-properties', 'officeDocument/extendedProperties'),
  ],
  w: openXml('wordprocessingml/2006/main', 'wordprocessingml/main'),
  r: openXml('officeDocument/2006/relationships', 'officeDocument/relationships'),
  m: openXml('officeDocument/2006/math', 'officeDocument/math'),
  mc: openXml('markup-compatibility/2006'),
  a: openXml('drawingml/2006/main', 'drawingml/main'),
  wp: openXml('drawingml/2006/wordprocessingDrawing', 'drawingml/wordprocessingDrawing'),
  pic: openXml('drawingml/2006/picture', 'drawingml/picture'),
  c: openXml('drawingml/2006/chart', 'drawingml/chart'),
  dgm: openXml('drawingml/2006/diagram', 'drawingml/diagram'),
  dsp: ['http://schemas.microsoft.com/office/drawing/2008/diagram'],
  v: ['urn:schemas-microsoft-com:vml'],
  o: ['urn:schemas-microsoft-com:office:office'],
  wps: ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  w14: ['http://schemas.microsoft.com/office/word/2010/wordml'],
  w15: ['http://schemas.microsoft.com/office/word/2012/wordml'],
  wpg: ['http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'],
  wp14: ['http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing'],
  cx: ['http://schemas.microsoft.com/office/drawing/2014/chartex'],
  sl: openXml('schemaLibrary/2006/main', 'schemaLibrary/main'),
  cp: [`${OPEN_XML[0]}package/2006/metadata/core-properties`],
  dc: ['http://purl.org/dc/elements/1.1/'],
  vt: openXml('officeDocument/2006/docPropsVTypes', 'officeDocument/docPropsVTypes'),
};

function openXml(usual: string, strict = usual): readonly string[] {
  return [`${OPEN_XML[0]}${usual}`, `${OPEN_XML[1]}${strict}`];
}

const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMESPACES).flatMap(([prefix, namespaces]) => namespaces.map((each) => [each, prefix] as const)),
);

const DECLARATION = /^xmlns(?::(?<prefix>.*))?$/u;
/** The attributes whose value is a list of prefixes: ISO/IEC 29500-3, 7. */
const LISTS_PREFIXES: ReadonlySet<string> = new Set([
  'mc:Ignorable',
  'mc:MustUnderstand',
  'mc:ProcessContent',
  'mc:PreserveElements',
  'mc:PreserveAttributes',
  'Requires',
]);

/** A part uses one of Word's prefixes for something else, so that its names do not say what they are. */
export class ForeignPrefix extends Error {
  readonly prefix: string;

  constructor(prefix: string) {
    super(`the prefix ${prefix} stands for something else than in Word`);
    this.prefix = prefix;
  }
}

/**
 * Writes the names of a part with the prefixes that Word writes.
 *
 * @returns the same element where its prefixes are Word's
 * @throws ForeignPrefix
 */
export function withUsualPrefixes(xml: XmlElement): XmlElement {
  return hasOthers(xml) ? renamed(xml, new Map()) : xml;
}

function hasOthers(element: XmlElement): boolean {
  let found = declaredIn(element).some(({ prefix, usual }) => prefix !== usual);
  // No child is left out, because the prefixes of all must be Word's.
  for (const child of element.children) if (isElement(child) && hasOthers(child)) found = true;
  return found;
}

interface Declared {
  readonly prefix: string;
  readonly namespace: string;
  /** What Word writes for the namespace, or the same prefix for one that is none of these. */
  readonly usual: string;
}

function declaredIn({ attributes }: XmlElement): readonly Declared[] {
  const found: Declared[] = [];
  for (const [name, value] of Object.entries(attributes)) {
    const match = name.startsWith('xmlns') ? DECLARATION.exec(name) : null;
    if (match === null) continue;
    const [prefix, namespace] = [match.groups?.['prefix'] ?? '', value.trim()];
    const usual = USUAL.get(namespace);
    if (usual === undefined && prefix !== '' && Object.hasOwn(NAMESPACES, prefix)) throw new ForeignPrefix(prefix);
    found.push({ prefix, namespace, usual: usual ?? prefix });
  }
  return found;
}

/** What each prefix becomes where an element is; the empty one is that of names without a prefix. */
type Renamed = Map<string, string>;

/**
 * @param prefixes those that are declared around the element. They are the same again afterwards: one map for a whole part,
 * because a copy for each element would make the work as large as all elements times all declarations
 */
function renamed(element: XmlElement, prefixes: Renamed): XmlElement {
  const declared = declaredIn(element);
  const before = declared.map(({ prefix }) => prefixes.get(prefix));
  for (const { prefix, usual } of declared) prefixes.set(prefix, usual);
  const declarations = declared.map(
    ({ usual, namespace }) => [usual === '' ? 'xmlns' : `xmlns:${usual}`, namespace] as const,
  );
  const attributes = Object.entries(element.attributes).flatMap(([name, value]): readonly [string, string][] => {
    if (DECLARATION.test(name)) return [];
    // A name of an attribute without a prefix is in no namespace.
    if (!name.includes(':')) return [[name, LISTS_PREFIXES.has(name) ? withPrefixes(value, prefixes) : value]];
    const usual = withPrefix(name, prefixes);
    // In those namespaces there are no attributes. It is not to become one that is in none.
    if (!usual.includes(':')) return [];
    return [[usual, LISTS_PREFIXES.has(usual) ? withPrefixes(value, prefixes) : value]];
  });
  const after = {
    name: withPrefix(element.name, prefixes),
    attributes: Object.fromEntries([...declarations, ...attributes]),
    children: element.children.map((child) => (isElement(child) ? renamed(child, prefixes) : child)),
  };
  for (const [index, { prefix }] of declared.entries()) {
    const its = before[index];
    if (its === undefined) prefixes.delete(prefix);
    else prefixes.set(prefix, its);
  }
  return after;
}

function withPrefix(name: string, prefixes: Renamed): string {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(0, colon));
  const becomes = prefixes.get(prefix) ?? prefix;
  const local = name.slice(colon + 1);
  return becomes === '' ? local : `${becomes}:${local}`;
}

/** `w14 ve:Choice` and the like. */
function withPrefixes(list: string, prefixes: Renamed): string {
  return list
    .split(/\s+/u)
    .map((each) => {
      const [prefix = '', ...local] = each.split(':');
      return [prefixes.get(prefix) ?? prefix, ...local].join(':');
    })
    .join(' ');
}
