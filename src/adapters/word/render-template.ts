import Docxtemplater from 'docxtemplater';
import type PizZip from 'pizzip';
import { rowEnd } from './row-end.js';
import type { TemplateData } from './template-data.js';

/**
 * Fills a template's tags, in its body, headers, footers and properties.
 *
 * @throws Error that says what is wrong with the template, in the library's words
 */
export function renderTemplate(template: PizZip, data: TemplateData): Docxtemplater<PizZip> {
  try {
    const document = new Docxtemplater(template, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: readTag,
      modules: [rowEnd()],
      // No template may choose other braces: everything that reads templates here looks for these.
      syntax: { changeDelimiterPrefix: null },
    });
    return document.render(data);
  } catch (error) {
    throw new Error(explain(error), { cause: error });
  }
}

/** Looks a tag up in the data alone, never in what every JavaScript object inherits. */
function readTag(tag: string): Docxtemplater.DXT.Parser {
  return {
    get(scope: unknown, { num: depth, meta }: Docxtemplater.DXT.ParserContext): unknown {
      // `{@tekst}` would put what people typed in the file as mark-up.
      if (meta.part.module === 'rawxml') throw new Error(`a tag cannot begin with @: {@${tag}}`);
      if (typeof scope === 'object' && scope !== null && Object.hasOwn(scope, tag)) return Reflect.get(scope, tag);
      if (depth === 0) throw new Error(`there is no tag named {${tag}}`);
      return undefined;
    },
  };
}

/** What docxtemplater found wrong: one message for each tag, or the error's own. */
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
