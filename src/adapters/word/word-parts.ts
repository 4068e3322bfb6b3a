import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import type PizZip from 'pizzip';

/** The kinds of part that are read here, by the end of their content type. */
const CONTENT_TYPES = {
  document: 'wordprocessingml.document.main+xml',
  header: 'wordprocessingml.header+xml',
  footer: 'wordprocessingml.footer+xml',
  footnotes: 'wordprocessingml.footnotes+xml',
  endnotes: 'wordprocessingml.endnotes+xml',
  comments: 'wordprocessingml.comments+xml',
  styles: 'wordprocessingml.styles+xml',
  properties: 'package.core-properties+xml',
  moreProperties: 'extended-properties+xml',
  ownProperties: 'custom-properties+xml',
} as const;

export type PartKind = keyof typeof CONTENT_TYPES;

/** A part of a Word file that has been read. */
export interface WordPart {
  readonly name: string;
  readonly kind: PartKind;
  readonly xml: Document;
}

/** What part is of which type, as the file's list has it; names begin without a slash. */
export function contentTypes(zip: PizZip): readonly { readonly name: string; readonly type: string }[] {
  const list = readPart(zip, '[Content_Types].xml');
  return elementsOf(list, 'Override').map((part) => ({
    name: attribute(part, 'PartName').replace(/^\//u, ''),
    type: attribute(part, 'ContentType'),
  }));
}

/** Every part of the kinds asked for, in the order of the file's list. */
export function partsOf(zip: PizZip, ...kinds: readonly PartKind[]): readonly WordPart[] {
  return contentTypes(zip).flatMap(({ name, type }) => {
    const kind = kinds.find((each) => type.endsWith(CONTENT_TYPES[each]));
    return kind === undefined || zip.file(name) === null ? [] : [{ name, kind, xml: readPart(zip, name) }];
  });
}

/** A part that is not XML as a Word file's should be. */
export class UnreadablePart extends Error {
  readonly part: string;

  constructor(part: string, options?: ErrorOptions) {
    super(`${part} is not well-formed XML`, options);
    this.part = part;
  }
}

/** @throws UnreadablePart unless it is well-formed, and without a document type, which Word files never have */
export function readPart(zip: PizZip, name: string): Document {
  const xml = zip.file(name)?.asText() ?? '';
  if (xml.includes('<!DOCTYPE')) throw new UnreadablePart(name);
  try {
    // Some programs begin a part with a byte order mark.
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml.replace(/^\uFEFF/u, ''), 'text/xml');
  } catch (error) {
    throw new UnreadablePart(name, { cause: error });
  }
}

/** Every element of a name, in the order of the document; `*` for all. */
export function elementsOf(within: Document | Element, name: string): readonly Element[] {
  return [...within.getElementsByTagName(name)];
}

/** Empty where there is none. */
export function attribute(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? '';
}

const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['w:t', 'a:t', 'm:t']);

/** What is to be read in a part, one line a paragraph. */
export function textOf(within: Document | Element): string {
  return elementsOf(within, '*')
    .map((element) => {
      if (element.tagName === 'w:p') return '\n';
      return TEXT_ELEMENTS.has(element.tagName) ? (element.textContent ?? '') : '';
    })
    .join('');
}
