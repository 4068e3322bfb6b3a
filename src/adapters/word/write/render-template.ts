import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { type PartKind, readWordFile } from '../file/word-parts.js';
import { answerRowLoop, withAnswerRows } from './answer-rows.js';
import { rowEdges } from './row-edges.js';
import type { TemplateData } from './template-data.js';

/** The kinds of part that docxtemplater would leave as they are, unless it is told to fill them. */
const ALSO_FILLED = ['endnotes', 'glossary', 'chart', 'newChart'] as const satisfies readonly PartKind[];

/** One thing that docxtemplater cannot do with a template. */
export interface FillFault {
  /** What docxtemplater calls it, such as `loop_position_invalid`. */
  readonly id: string;
  /** The name of the tag that it is about, if it is about one. */
  readonly tag: string | undefined;
}

/** A template cannot be filled. The message is for the log. */
export class NotFilled extends Error {
  readonly faults: readonly FillFault[];

  constructor(message: string, options: ErrorOptions & { readonly faults: readonly FillFault[] }) {
    super(message, options);
    this.faults = options.faults;
  }
}

/**
 * Fills the tags in everything that shows text: the body, headers, footers, notes, text boxes, diagrams, charts, building
 * blocks and properties of a template.
 *
 * @throws NotFilled
 */
export function renderTemplate(template: PizZip, data: TemplateData): Docxtemplater<PizZip> {
  try {
    const document = new Docxtemplater(template, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: readTag,
      modules: [rowEdges(), answerRowLoop()],
      // A template must not change the delimiters: all code that reads templates looks for braces.
      syntax: { changeDelimiterPrefix: null },
      // Custom XML is not filled, because nothing shows it (`loosenControls`).
      fileTypeConfig: { ...docxConfig(), getTemplatedFiles: alsoFilled, templatedNs: [] },
    });
    return document.render(withAnswerRows(data));
  } catch (error) {
    throw new NotFilled(explain(error), { cause: error, faults: faultsOf(error) });
  }
}

/**
 * What docxtemplater knows of the file format, made anew each time because docxtemplater changes it.
 * https://docxtemplater.com/docs/configuration/#custom-file-type-config
 */
function docxConfig(): object {
  // Its types leave this property out.
  const { docx } = Reflect.get(Docxtemplater, 'FileTypeConfig') as { readonly docx: () => object };
  return docx();
}

function alsoFilled(zip: PizZip): readonly string[] {
  const file = readWordFile(zip);
  return file.names.filter((name) => ALSO_FILLED.some((kind) => kind === file.kindOf(name)));
}

/** Looks a tag up among the data's own properties, and not among those that every JavaScript object inherits. */
function readTag(tag: string): Docxtemplater.DXT.Parser {
  return {
    get(scope: unknown, { num: depth, meta }: Docxtemplater.DXT.ParserContext): unknown {
      // `{@tekst}` would insert what people typed as XML.
      if (meta.part.module === 'rawxml') throw new Error(`a tag cannot begin with @: {@${tag}}`);
      if (typeof scope === 'object' && scope !== null && Object.hasOwn(scope, tag)) return Reflect.get(scope, tag);
      if (depth === 0) throw new Error(`there is no tag named {${tag}}`);
      return undefined;
    },
  };
}

/** docxtemplater throws one error that has all others in it. */
function eachError(error: unknown): readonly unknown[] {
  const several = property(property(error, 'properties'), 'errors');
  return Array.isArray(several) ? several.flatMap(eachError) : [error];
}

function faultsOf(error: unknown): readonly FillFault[] {
  return eachError(error).map((each) => {
    const { id, tag } = { id: property(property(each, 'properties'), 'id'), tag: tagIn(property(each, 'properties')) };
    return { id: typeof id === 'string' ? id : 'unknown', tag };
  });
}

/** The names that docxtemplater has for the tag that an error is about. */
function tagIn(properties: unknown): string | undefined {
  const names = [
    property(properties, 'xtag'),
    property(properties, 'openingtag'),
    property(property(properties, 'pair'), 'left'),
    property(property(properties, 'part'), 'value'),
  ];
  return names.find((name): name is string => typeof name === 'string' && name !== '');
}

/** Explains an error of docxtemplater: one message for each tag, or the message of the error. */
function explain(error: unknown): string {
  return [...new Set(eachError(error).map(explainOne))].join('; ');
}

function explainOne(error: unknown): string {
  const thrownByUs = property(property(error, 'properties'), 'rootError');
  if (thrownByUs instanceof Error) return thrownByUs.message;
  const explanation = property(property(error, 'properties'), 'explanation');
  if (typeof explanation === 'string') return explanation;
  return error instanceof Error ? error.message : String(error);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
