import { SaxesParser } from 'saxes';
import { ELEMENT_MAX_ATTRIBUTES, TEMPLATE_MAX_DEPTH } from '../../../domain/limits.js';

/** An element of an XML document, with its children in order. Names are as written, with their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

/** An XML document is above one of the limits. */
export class TooComplex extends Error {
  /** `attributes` are those of one element, and `all attributes` those of the whole document. */
  readonly what: 'depth' | 'attributes' | 'all attributes';

  constructor(what: TooComplex['what']) {
    super(`the XML has too much ${what}`);
    this.what = what;
  }
}

/**
 * Parses a document in one pass, and stops where it is above a limit.
 *
 * @param attributesLeft how many attributes the whole document may have
 * @returns an element without a name that contains the root element of the document
 * @throws TooComplex
 * @throws Error if it is not well-formed, or has a document type declaration, which Word files never have
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

/** All descendants with this name, in the order of the document. The name `*` means every element. */
export function elementsOf(within: XmlElement, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  // The recursion is never deeper than `TEMPLATE_MAX_DEPTH`, because `parseXml` checks the depth.
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

/**
 * A copy of a tree in which elements are replaced. Inner elements are replaced before the ones around them.
 *
 * @param edit what an element becomes; undefined for one that stays as it is
 * @returns the same element if nothing in it was replaced
 */
export function replaced(
  within: XmlElement,
  edit: (element: XmlElement) => readonly (XmlElement | string)[] | undefined,
): XmlElement {
  let isChanged = false;
  const children = within.children.flatMap((child) => {
    if (typeof child === 'string') return child;
    const inner = replaced(child, edit);
    const becomes = edit(inner) ?? [inner];
    if (becomes.length !== 1 || becomes[0] !== child) isChanged = true;
    return becomes;
  });
  return isChanged ? { ...within, children } : within;
}

/** The value of an attribute; empty where there is no such attribute or no element. */
export function attribute(element: XmlElement | undefined, name: string): string {
  return element !== undefined && Object.hasOwn(element.attributes, name) ? (element.attributes[name] ?? '') : '';
}

/** All text inside an element. */
export function contentOf({ children }: XmlElement): string {
  return children.map((child) => (typeof child === 'string' ? child : contentOf(child))).join('');
}
