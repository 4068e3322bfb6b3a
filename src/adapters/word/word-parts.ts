import type PizZip from 'pizzip';
import { TEMPLATE_MAX_ATTRIBUTES } from '../../domain/limits.js';
import { attribute, contentOf, elementsOf, parseXml, TooComplex, type XmlElement } from './xml-tree.js';

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
  readonly xml: XmlElement;
}

/**
 * An unpacked Word file. A part is read when it is first asked for, and once only: its methods throw UnreadablePart or
 * PartTooComplex for one that cannot be.
 */
export interface WordFile {
  /** Every part's name. */
  readonly names: readonly string[];
  /** What part is of which type, as the file's list has it; names begin without a slash. Of two for a name, the last. */
  contentTypes(): ReadonlyMap<string, string>;
  /** Every part of the kinds asked for, in the order of the file's list. */
  partsOf(...kinds: readonly PartKind[]): readonly WordPart[];
  read(name: string): XmlElement;
}

/** A part that is not XML as a Word file's should be. */
export class UnreadablePart extends Error {
  readonly part: string;

  constructor(part: string, options?: ErrorOptions) {
    super(`${part} is not well-formed XML`, options);
    this.part = part;
  }
}

/** A part with more in it than is read. */
export class PartTooComplex extends Error {
  readonly part: string;
  readonly what: TooComplex['what'];

  constructor(part: string, { cause }: { readonly cause: TooComplex }) {
    super(`${part}: ${cause.message}`, { cause });
    this.part = part;
    this.what = cause.what;
  }
}

/**
 * @param zip its parts, unpacked
 * @param mostAttributes in all the parts that are read
 */
export function readWordFile(zip: PizZip, mostAttributes = TEMPLATE_MAX_ATTRIBUTES): WordFile {
  const read = new Map<string, XmlElement>();
  let types: ReadonlyMap<string, string> | undefined;
  let attributesLeft = mostAttributes;
  const file: WordFile = {
    names: Object.keys(zip.files),
    contentTypes() {
      types ??= new Map(
        elementsOf(file.read('[Content_Types].xml'), 'Override').map((part) => [
          attribute(part, 'PartName').replace(/^\//u, ''),
          attribute(part, 'ContentType'),
        ]),
      );
      return types;
    },
    partsOf(...kinds) {
      return [...file.contentTypes()].flatMap(([name, type]) => {
        const kind = kinds.find((each) => type.endsWith(CONTENT_TYPES[each]));
        return kind === undefined || zip.file(name) === null ? [] : [{ name, kind, xml: file.read(name) }];
      });
    },
    read(name) {
      const before = read.get(name);
      if (before !== undefined) return before;
      const xml = parsed(name, zip.file(name)?.asText() ?? '', attributesLeft);
      attributesLeft -= elementsOf(xml, '*').reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0);
      read.set(name, xml);
      return xml;
    },
  };
  return file;
}

function parsed(name: string, text: string, attributesLeft: number): XmlElement {
  try {
    return parseXml(text, attributesLeft);
  } catch (error) {
    if (error instanceof TooComplex) throw new PartTooComplex(name, { cause: error });
    throw new UnreadablePart(name, { cause: error });
  }
}

const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['w:t', 'a:t', 'm:t']);

/** What is to be read in a part, one line a paragraph. */
export function textOf(within: XmlElement): string {
  return elementsOf(within, '*')
    .map((element) => {
      if (element.name === 'w:p') return '\n';
      return TEXT_ELEMENTS.has(element.name) ? contentOf(element) : '';
    })
    .join('');
}
