import { isElement } from './xml-edit.js';
import { attribute, type XmlElement } from './xml-tree.js';

/*
 * All code that reads or fills Word files looks for names with the prefixes that Word writes, and so does docxtemplater.
 * XML lets a program choose its prefixes, and declare none at all for one namespace (Namespaces in XML 1.0, 5 and 6). What
 * such a program has written would be neither filled nor cleaned.
 */

/** What a namespace begins with in a file of the usual kind, and in one that is saved as Strict Open XML. */
const OPEN_XML = ['http://schemas.openxmlformats.org/', 'http://purl.oclc.org/ooxml/'] as const;

/** The prefixes that Word writes, each with the namespaces that it stands for. */
const NAMESPACES: Readonly<Record<string, readonly string[]>> = {
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
};

function openXml(usual: string, strict = usual): readonly string[] {
  return [`${OPEN_XML[0]}${usual}`, `${OPEN_XML[1]}${strict}`];
}

const USUAL: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMESPACES).flatMap(([prefix, namespaces]) => namespaces.map((each) => [each, prefix] as const)),
);

/** A declaration of a namespace, anywhere in a part. Those of Office are much shorter. */
const DECLARED =
  /\bxmlns(?::(?<prefix>[^\s:=<>"']{1,100}))?\s{0,9}=\s{0,9}(?:"(?<one>[^"<]{0,300})"|'(?<other>[^'<]{0,300})')/gu;
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

/**
 * Writes the names of a part with the prefixes that Word writes.
 *
 * @param text the part as it is written
 * @param xml the same part
 * @returns the same element where its prefixes are Word's
 */
export function withUsualPrefixes(text: string, xml: XmlElement): XmlElement {
  const declared = [...text.matchAll(DECLARED)].map(({ groups }) => ({
    prefix: groups?.['prefix'] ?? '',
    usual: USUAL.get(groups?.['one'] ?? groups?.['other'] ?? ''),
  }));
  if (declared.every(({ prefix, usual }) => usual === undefined || usual === prefix)) return xml;
  // A part can use Word's prefix for something else. Then the names with it are not to be mixed with others.
  const taken = new Set(declared.filter(({ prefix, usual }) => usual !== prefix).map(({ prefix }) => prefix));
  return renamed(xml, new Map(), taken);
}

/** What each prefix becomes that is declared around an element; the empty one is that of names without a prefix. */
type Renamed = ReadonlyMap<string, string>;

function renamed(element: XmlElement, around: Renamed, taken: ReadonlySet<string>): XmlElement {
  const { prefixes, declarations } = declaredIn(element, around, taken);
  const attributes = Object.entries(element.attributes).flatMap(([name, value]): readonly [string, string][] => {
    if (DECLARATION.test(name)) return [];
    // A name of an attribute without a prefix is in no namespace.
    const usual = name.includes(':') ? withPrefix(name, prefixes) : name;
    return [[usual, LISTS_PREFIXES.has(usual) ? withPrefixes(value, prefixes) : value]];
  });
  return {
    name: withPrefix(element.name, prefixes),
    attributes: Object.fromEntries([...declarations, ...attributes]),
    children: element.children.map((child) => (isElement(child) ? renamed(child, prefixes, taken) : child)),
  };
}

function declaredIn(
  element: XmlElement,
  around: Renamed,
  taken: ReadonlySet<string>,
): { readonly prefixes: Renamed; readonly declarations: readonly (readonly [string, string])[] } {
  const names = Object.keys(element.attributes).filter((name) => DECLARATION.test(name));
  if (names.length === 0) return { prefixes: around, declarations: [] };
  const prefixes = new Map(around);
  const declarations = names.map((name) => {
    const prefix = DECLARATION.exec(name)?.groups?.['prefix'] ?? '';
    const value = attribute(element, name);
    const usual = USUAL.get(value) ?? prefix;
    const becomes = usual !== prefix && taken.has(usual) ? prefix : usual;
    prefixes.set(prefix, becomes);
    return [becomes === '' ? 'xmlns' : `xmlns:${becomes}`, value] as const;
  });
  return { prefixes, declarations };
}

function withPrefix(name: string, prefixes: Renamed): string {
  const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
  const becomes = prefixes.get(prefix ?? '') ?? prefix;
  return becomes === '' ? name : `${becomes}:${local}`;
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
