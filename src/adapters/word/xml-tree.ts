import { SaxesParser } from 'saxes';
import { ELEMENT_MAX_ATTRIBUTES, TEMPLATE_MAX_DEPTH } from '../../domain/limits.js';

/** An element of an XML document, with what is in it in its order. Names are as written, prefix and all. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** What a document has more of than it may. */
export class TooComplex extends Error {
  /** `all attributes`: of the whole document; `attributes`: of one element. */
  readonly what: 'depth' | 'attributes' | 'all attributes';

  constructor(what: TooComplex['what']) {
    super(`the XML has too much ${what}`);
    this.what = what;
  }
}

/**
 * Reads a document in one pass, and stops where it has more than it may: nothing is built of what comes after.
 *
 * @param attributesLeft how many attributes the whole document may have
 * @returns an element without a name, around the document's own
 * @throws TooComplex
 * @throws Error unless it is well-formed, and without a document type, which Word files never have
 */
export function parseXml(xml: string, attributesLeft: number): XmlElement {
  const root = { name: '', attributes: {}, children: [] as (XmlElement | string)[] };
  const open = [root];
  let attributes = 0;
  let ofElement = 0;
  const parser = new SaxesParser({ xmlns: false as const, position: false });
  const addText = (text: string) => void open.at(-1)?.children.push(text);
  parser.on('opentagstart', () => {
    ofElement = 0;
    if (open.length > TEMPLATE_MAX_DEPTH) throw new TooComplex('depth');
  });
  parser.on('attribute', () => {
    attributes += 1;
    ofElement += 1;
    if (ofElement > ELEMENT_MAX_ATTRIBUTES) throw new TooComplex('attributes');
    if (attributes > attributesLeft) throw new TooComplex('all attributes');
  });
  parser.on('opentag', ({ name, attributes: its }) => {
    const element = { name, attributes: its, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('doctype', () => {
    throw new Error('the XML has a document type');
  });
  parser.write(xml).close();
  return root;
}

/** Every element of a name within another, in the order of the document; `*` for all. */
export function elementsOf(within: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  // No deeper than `TEMPLATE_MAX_DEPTH`, which `parseXml` sees to.
  const search = ({ children }: XmlElement) => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      if (name === '*' || child.name === name) found.push(child);
      search(child);
    }
  };
  search(within);
  return found;
}

/** Empty where there is none. */
export function attribute(element: XmlElement | undefined, name: string): string {
  return element !== undefined && Object.hasOwn(element.attributes, name) ? (element.attributes[name] ?? '') : '';
}

/** All text within an element. */
export function contentOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : contentOf(child))).join('');
}
