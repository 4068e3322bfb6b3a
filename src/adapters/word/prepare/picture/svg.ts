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
/** Pictures inside a picture, which can have a past of their own. */
const INSIDE = /^data:(?<type>image\/(?:png|jpe?g|gif));base64,(?<data>[A-Za-z0-9+/=\s]*)$/u;

/** Whether a file is an SVG, in whatever encoding. */
export function isSvg(bytes: Buffer): boolean {
  const beginning = bytes.toString('latin1', 0, BEGINNING).replaceAll('\0', '');
  return /^[^<]{0,10}</u.test(beginning) && /<(?:[\w-]+:)?svg[\s/>]/u.test(beginning);
}

/**
 * Leaves out of an SVG all that is not drawn: comments, who made it with which program, and what programs keep beside the
 * drawing. What would run or be fetched goes too.
 *
 * @param ofPicture takes out the past of a picture inside it
 * @returns undefined where it cannot be read, so that it is not known what is in it
 */
export function withoutSvgPast(svg: Buffer, ofPicture: (bytes: Buffer) => Uint8Array): Buffer | undefined {
  try {
    const text = svg.toString('utf8').replace(/^\uFEFF/u, '');
    const document = parseXml(text.replace(DOCUMENT_TYPE, ''), TEMPLATE_MAX_ATTRIBUTES);
    const root = document.children.find(isElement);
    if (root === undefined) return undefined;
    const names = namesIn(root);
    return Buffer.from(xmlOf({ ...document, children: [drawn(root, names, ofPicture)] }), 'utf8');
  } catch {
    // Not XML, above a limit, or with definitions. The one who asks leaves the picture out.
    return undefined;
  }
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

function drawn(element: XmlElement, names: Prefixes, ofPicture: (bytes: Buffer) => Uint8Array): XmlElement {
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
function ofAttribute(
  name: string,
  value: string,
  { svg, links }: Prefixes,
  ofPicture: (bytes: Buffer) => Uint8Array,
): string | undefined {
  const prefix = prefixOf(name);
  if (name === 'xmlns' || name === `xmlns:${svg}` || (prefix === 'xmlns' && links.has(localName(name)))) return value;
  if (localName(name) === 'href' && (prefix === '' || links.has(prefix))) return ofAddress(value.trim(), ofPicture);
  if (prefix !== '') return /^xml:(?:space|lang)$/u.test(name) ? value : undefined;
  return /^(?:on|data-)/iu.test(name) ? undefined : withoutAddresses(value);
}

/** What is in the picture may be used, and pictures inside it. Nothing may be fetched. */
function ofAddress(address: string, ofPicture: (bytes: Buffer) => Uint8Array): string | undefined {
  if (address.startsWith('#')) return address;
  const { type = '', data } = INSIDE.exec(address)?.groups ?? {};
  if (data === undefined) return undefined;
  const cleaned = Buffer.from(ofPicture(Buffer.from(data, 'base64')));
  return `data:${type};base64,${cleaned.toString('base64')}`;
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
