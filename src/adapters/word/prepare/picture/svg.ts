import { TEMPLATE_MAX_ATTRIBUTES } from '../../../../domain/limits.js';
import { isElement, type XmlNodes } from '../../file/xml-edit.js';
import { contentOf, parseXml, type XmlElement } from '../../file/xml-tree.js';
import { xmlOf } from '../../file/xml-writing.js';

/** How many characters are searched for the beginning of an SVG. Programs write a few lines before it. */
const BEGINNING = 50_000;
/** What some programs write before it. One with definitions of its own is not read (`parseXml`). */
const DOCUMENT_TYPE = /<!DOCTYPE\s[^<>[]{0,1000}>/u;
const XLINK = 'http://www.w3.org/1999/xlink';

/** What tells how a picture was made, what runs or moves, and what shows a page inside it. */
const LEFT_OUT: ReadonlySet<string> = new Set(
  (
    'metadata title desc script handler listener foreignObject iframe audio video canvas embed object link ' +
    'set animate animateColor animateMotion animateTransform discard'
  ).split(' '),
);
/** Pictures inside a picture, which can have a past of their own: https://www.rfc-editor.org/rfc/rfc2397 */
const INSIDE = /^data:(?<type>image\/[\w.+-]+)(?<more>;[^,]*)?,(?<data>.*)$/su;

/** Whether a file is an SVG, in whatever encoding. */
export function isSvg(bytes: Buffer): boolean {
  const beginning = bytes.toString('latin1', 0, BEGINNING).replaceAll('\0', '');
  return /^[^<]{0,10}</u.test(beginning) && /<(?:[\w-]+:)?svg[\s/>]/u.test(beginning);
}

/**
 * Leaves out of an SVG all that is not drawn: comments, who made it with which program, and what programs keep beside the
 * drawing. What would run or be fetched goes too.
 *
 * @param ofPicture takes out the past of a picture inside it, or returns undefined for one that cannot be read
 * @returns undefined where it cannot be read, so that it is not known what is in it
 */
export function withoutSvgPast(svg: Buffer, ofPicture: OfPicture): Buffer | undefined {
  try {
    const text = decoded(svg);
    const document = parseXml(text.replace(DOCUMENT_TYPE, ''), TEMPLATE_MAX_ATTRIBUTES);
    const root = document.children.find(isElement);
    if (root === undefined) return undefined;
    const names = namesIn(root);
    return Buffer.from(xmlOf({ ...document, children: [drawn(root, names, ofPicture)] }), 'utf8');
  } catch {
    // Not XML, not in its encoding, above a limit, or with definitions. The one who asks leaves the picture out.
    return undefined;
  }
}

type OfPicture = (bytes: Buffer) => Uint8Array | undefined;

/** The encoding that an XML declaration names. Drawing programs of old wrote `iso-8859-1`. */
const ENCODING = /^[^<]{0,10}<\?xml\s[^<>]{0,200}?\bencoding\s*=\s*["'](?<name>[\w.:-]{1,40})["']/u;

/** @throws RangeError or TypeError for an encoding that is not known, and for bytes that are not in it */
function decoded(svg: Buffer): string {
  const name = ENCODING.exec(svg.toString('latin1', 0, 300))?.groups?.['name'] ?? '';
  const mark = svg.toString('hex', 0, 2);
  if (mark === 'fffe' || mark === 'feff') return decodedAs(mark === 'fffe' ? 'utf-16le' : 'utf-16be', svg);
  // Bytes in which the name could be read are not UTF-16, whatever it says.
  return decodedAs(name === '' || /^utf-?16/iu.test(name) ? 'utf-8' : name, svg);
}

function decodedAs(encoding: string, bytes: Buffer): string {
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

/** The prefixes that the document uses for SVG and for links. */
interface Prefixes {
  readonly svg: string;
  readonly links: ReadonlySet<string>;
}

function namesIn({ name, attributes }: XmlElement): Prefixes {
  const declared = Object.entries(attributes).filter(([key, value]) => key.startsWith('xmlns:') && value === XLINK);
  return { svg: prefixOf(name), links: new Set(['xlink', ...declared.map(([key]) => key.slice('xmlns:'.length))]) };
}

function prefixOf(name: string): string {
  return name.includes(':') ? (name.split(':', 1)[0] ?? '') : '';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function drawn(element: XmlElement, names: Prefixes, ofPicture: OfPicture): XmlElement {
  const isStyle = localName(element.name) === 'style';
  const children: XmlNodes = isStyle
    ? [withoutAddresses(contentOf(element))]
    : element.children.flatMap((child): XmlNodes => {
        if (!isElement(child)) return [child];
        const isDrawn = prefixOf(child.name) === names.svg && !LEFT_OUT.has(localName(child.name));
        return isDrawn ? [drawn(child, names, ofPicture)] : [];
      });
  const attributes = Object.entries(element.attributes).flatMap(([name, value]) => {
    const after = ofAttribute(name, value, names, ofPicture);
    return after === undefined ? [] : [[name, after] as const];
  });
  return { ...element, attributes: Object.fromEntries(attributes), children };
}

/** @returns undefined for one that is left out */
function ofAttribute(name: string, value: string, { svg, links }: Prefixes, ofPicture: OfPicture): string | undefined {
  const prefix = prefixOf(name);
  if (name === 'xmlns' || name === `xmlns:${svg}` || (prefix === 'xmlns' && links.has(localName(name)))) return value;
  if (localName(name) === 'href' && (prefix === '' || links.has(prefix))) return ofAddress(value.trim(), ofPicture);
  if (prefix !== '') return /^xml:(?:space|lang)$/u.test(name) ? value : undefined;
  return /^(?:on|data-)/iu.test(name) ? undefined : withoutAddresses(value);
}

/**
 * What is in the picture may be used, and pictures inside it. Nothing may be fetched.
 *
 * @throws Error for a picture inside it that cannot be read
 */
function ofAddress(address: string, ofPicture: OfPicture): string | undefined {
  if (address.startsWith('#')) return address;
  const { type = '', more = '', data } = INSIDE.exec(address)?.groups ?? {};
  if (data === undefined) return undefined;
  const isBase64 = /;\s*base64\s*$/iu.test(more);
  const bytes = isBase64 ? Buffer.from(data, 'base64') : Buffer.from(decodeURIComponent(data));
  const cleaned = type === 'image/svg+xml' && !isSvg(bytes) ? undefined : ofPicture(bytes);
  if (cleaned === undefined) throw new Error('a picture inside the picture cannot be read');
  return `data:${type};base64,${Buffer.from(cleaned).toString('base64')}`;
}

/** CSS, or the value of an attribute that may have some, without comments and without what it would fetch. */
function withoutAddresses(css: string): string {
  if (!/[\\@(/]/u.test(css)) return css;
  // A backslash can hide the letters of what follows.
  return withoutComments(css.replaceAll('\\', ''))
    .replace(/@import\b[^;]*;?/giu, '')
    .replace(/url\(\s*["']?(?!["'#\s])[^)]*\)?/giu, 'none')
    .replace(/(?:\b[a-z]+:)?\/\/[^\s"')]*/giu, '');
}

function withoutComments(css: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', at)) {
    pieces.push(css.slice(at, start));
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return pieces.join('');
    at = end + 2;
  }
  return [...pieces, css.slice(at)].join('');
}
