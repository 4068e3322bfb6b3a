import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { answerRowLoop, withAnswerRows } from './answer-rows.js';
import { rowEdges } from './row-edges.js';
import type { TemplateData } from './template-data.js';

/**
 * Fills the tags in the body, headers, footers and properties of a template.
 *
 * @throws Error that says what is wrong with the template, in the words of docxtemplater or of this file
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
    });
    return document.render(withAnswerRows(data));
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  }
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

/** Explains an error of docxtemplater: one message for each tag, or the message of the error. */
function explain(error: unknown): string {
  const several = property(property(error, 'properties'), 'errors');
  if (Array.isArray(several)) return [...new Set(several.map(explain))].join('; ');
  const thrownByUs = property(property(error, 'properties'), 'rootError');
  if (thrownByUs instanceof Error) return thrownByUs.message;
  const explanation = property(property(error, 'properties'), 'explanation');
  if (typeof explanation === 'string') return explanation;
  return error instanceof Error ? error.message : String(error);
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
