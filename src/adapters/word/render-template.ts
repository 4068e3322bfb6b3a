import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import { rowEnd } from './row-end.js';
import type { TemplateData } from './template-data.js';

/**
 * Fills a template's tags, in its body, headers, footers and title property.
 *
 * @throws Error that says, for whoever made the template, what is wrong with it
 */
export function renderTemplate(template: Uint8Array, data: TemplateData): Docxtemplater<PizZip> {
  const zip = openTemplate(template);
  try {
    const document = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      parser: readTag,
      modules: [rowEnd()],
    });
    return document.render(data);
  } catch (error) {
    throw new Error(`The notat template cannot be used: ${explain(error)}`, { cause: error });
  }
}

function openTemplate(template: Uint8Array): PizZip {
  const zip = readZip(template);
  // Word's templates (.dotx) and files with macros would keep their own type inside a file named .docx, which
  // Word then refuses to open.
  const types = zip.file('[Content_Types].xml')?.asText() ?? '';
  if (types.includes('wordprocessingml.document.main+xml')) return zip;
  throw new Error('The notat template cannot be used: it must be saved in Word as a document (.docx)');
}

function readZip(template: Uint8Array): PizZip {
  try {
    return new PizZip(template);
  } catch (error) {
    throw new Error('The notat template cannot be used: it is not a .docx file', { cause: error });
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
