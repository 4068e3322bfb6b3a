import type PizZip from 'pizzip';
import { TEMPLATE_MAX_ATTRIBUTES } from '../../../domain/limits.js';
import { ForeignPrefix, withUsualPrefixes } from './usual-prefixes.js';
import { attribute, contentOf, elementsOf, parseXml, TooComplex, type XmlElement } from './xml-tree.js';

/** The kinds of part that are read, each with the end of its content type, or with the ends of several. */
const CONTENT_TYPES = {
  document: [
    'wordprocessingml.document.main+xml',
    'wordprocessingml.template.main+xml',
    'document.macroEnabled.main+xml',
    'template.macroEnabledTemplate.main+xml',
  ],
  header: 'wordprocessingml.header+xml',
  footer: 'wordprocessingml.footer+xml',
  footnotes: 'wordprocessingml.footnotes+xml',
  endnotes: 'wordprocessingml.endnotes+xml',
  comments: 'wordprocessingml.comments+xml',
  glossary: 'wordprocessingml.document.glossary+xml',
  diagram: 'drawingml.diagramData+xml',
  drawnDiagram: 'drawingml.diagramDrawing+xml',
  chart: 'drawingml.chart+xml',
  newChart: 'ms-office.chartex+xml',
  styles: 'wordprocessingml.styles+xml',
  numbering: 'wordprocessingml.numbering+xml',
  settings: 'wordprocessingml.settings+xml',
  fontTable: 'wordprocessingml.fontTable+xml',
  properties: 'package.core-properties+xml',
  moreProperties: 'extended-properties+xml',
  ownProperties: 'custom-properties+xml',
} as const;

export type PartKind = keyof typeof CONTENT_TYPES;

/** The kinds of part that show text in the document. */
export const TEXT_PARTS = [
  'document',
  'header',
  'footer',
  'footnotes',
  'endnotes',
  'comments',
  'glossary',
  'diagram',
  'drawnDiagram',
  'chart',
  'newChart',
] as const satisfies readonly PartKind[];

/** Those with the paragraphs and tables of its pages. */
export const PAGE_PARTS = [
  'document',
  'header',
  'footer',
  'footnotes',
  'endnotes',
] as const satisfies readonly PartKind[];

/** Whether Word draws a part anew for each page. */
export function isOnEachPage(kind: PartKind | undefined): boolean {
  return kind === 'header' || kind === 'footer';
}

/** The kinds of part with the properties of the file. */
export const PROPERTY_PARTS = ['properties', 'moreProperties', 'ownProperties'] as const satisfies readonly PartKind[];

/** The names of parts with macros. */
export const MACRO_PART = /vba(?:Project|Data)/iu;

// TypeScript does not keep the type of the keys.
const KINDS = Object.keys(CONTENT_TYPES) as readonly PartKind[];

/** Whether a content type is that of a kind. Types do not differ by capitals alone: RFC 2045, 5.1. */
export function isOf(type: string, kind: PartKind): boolean {
  const [written = ''] = type.toLowerCase().split(';', 1);
  return [CONTENT_TYPES[kind]].flat().some((end) => written.trimEnd().endsWith(end.toLowerCase()));
}

/** What the content types of Word's parts begin with, and those of the parts that came later. */
const [OF_OFFICE, OF_MICROSOFT] = ['application/vnd.openxmlformats-officedocument.', 'application/vnd.'] as const;
const LATER: ReadonlySet<PartKind> = new Set(['drawnDiagram', 'newChart']);

/** The content type that Word gives a part of a kind, other than the properties. */
export function typeOf(kind: PartKind): string {
  const [end = ''] = [CONTENT_TYPES[kind]].flat();
  if (!LATER.has(kind)) return `${OF_OFFICE}${end}`;
  return `${OF_MICROSOFT}${end.startsWith('ms-office.') ? '' : 'ms-office.'}${end}`;
}

/** A part of a Word file, parsed. */
export interface WordPart {
  readonly name: string;
  readonly kind: PartKind;
  readonly xml: XmlElement;
}

/**
 * A Word file with decompressed parts. A part is parsed once, when it is first asked for. The methods throw
 * `UnreadablePart`, `PartTooComplex` or `PartWithForeignPrefix` for a part that cannot be parsed.
 */
export interface WordFile {
  /** The names of all parts. */
  readonly names: readonly string[];
  /** The content type of each part, by name without a slash at its beginning, from `[Content_Types].xml`. */
  contentTypes(): ReadonlyMap<string, string>;
  /** The kind of a part; undefined for one that is of none of the kinds, or that is not in the file. */
  kindOf(name: string): PartKind | undefined;
  /** Whether a part is XML, by its name or by its content type: one with any name can be a header. */
  isXml(name: string): boolean;
  /** All parts of the given kinds, in the order of `[Content_Types].xml`. */
  partsOf(...kinds: readonly PartKind[]): readonly WordPart[];
  read(name: string): XmlElement;
  /** The XML of a part as it is written. */
  textOf(name: string): string;
}

/** A part of a Word file is not well-formed XML. */
export class UnreadablePart extends Error {
  readonly part: string;

  constructor(part: string, options?: ErrorOptions) {
    super(`${part} is not well-formed XML`, options);
    this.part = part;
  }
}

/** A part of a Word file is above the limits for XML. */
export class PartTooComplex extends Error {
  readonly part: string;
  readonly what: TooComplex['what'];

  constructor(part: string, { cause }: { readonly cause: TooComplex }) {
    super(`${part}: ${cause.message}`, { cause });
    this.part = part;
    this.what = cause.what;
  }
}

/** A part of a Word file uses one of Word's prefixes for something else. */
export class PartWithForeignPrefix extends Error {
  readonly part: string;
  readonly prefix: string;

  constructor(part: string, { cause }: { readonly cause: ForeignPrefix }) {
    super(`${part}: ${cause.message}`, { cause });
    this.part = part;
    this.prefix = cause.prefix;
  }
}

/**
 * @param zip with decompressed parts
 * @param mostAttributes the most attributes in all the parts that are read together
 */
export function readWordFile(zip: PizZip, mostAttributes = TEMPLATE_MAX_ATTRIBUTES): WordFile {
  const read = new Map<string, XmlElement>();
  let types: ReadonlyMap<string, string> | undefined;
  let attributesLeft = mostAttributes;
  // PizZip's own method searches all parts for each name.
  const partOf = (name: string) => (Object.hasOwn(zip.files, name) ? zip.files[name] : undefined);
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
    kindOf(name) {
      const type = file.contentTypes().get(name);
      return type === undefined || partOf(name) === undefined ? undefined : KINDS.find((kind) => isOf(type, kind));
    },
    isXml: (name) => /\.(?:xml|rels)$/iu.test(name) || /\bxml\s*(?:;|$)/iu.test(file.contentTypes().get(name) ?? ''),
    partsOf(...kinds) {
      return [...file.contentTypes()].flatMap(([name, type]) => {
        const kind = kinds.find((each) => isOf(type, each));
        return kind === undefined || partOf(name) === undefined ? [] : [{ name, kind, xml: file.read(name) }];
      });
    },
    read(name) {
      const before = read.get(name);
      if (before !== undefined) return before;
      const xml = parsed(name, file.textOf(name), attributesLeft);
      attributesLeft -= elementsOf(xml, '*').reduce((sum, { attributes }) => sum + Object.keys(attributes).length, 0);
      read.set(name, xml);
      return xml;
    },
    textOf: (name) => partOf(name)?.asText() ?? '',
  };
  return file;
}

function parsed(name: string, text: string, attributesLeft: number): XmlElement {
  try {
    return withUsualPrefixes(parseXml(text, attributesLeft));
  } catch (error) {
    if (error instanceof TooComplex) throw new PartTooComplex(name, { cause: error });
    if (error instanceof ForeignPrefix) throw new PartWithForeignPrefix(name, { cause: error });
    throw new UnreadablePart(name, { cause: error });
  }
}

/** The elements that hold text, in documents, drawings and formulas. */
export const TEXT_ELEMENTS: ReadonlySet<string> = new Set(['w:t', 'a:t', 'm:t']);

/** The text of a part, with one line for each paragraph. */
export function textOf(within: XmlElement): string {
  return elementsOf(within, '*')
    .map((element) => {
      if (element.name === 'w:p') return '\n';
      return TEXT_ELEMENTS.has(element.name) ? contentOf(element) : '';
    })
    .join('');
}
