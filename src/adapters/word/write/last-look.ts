import type PizZip from 'pizzip';
import { TEMPLATE_QUOTE_MAX } from '../../../domain/limits.js';
import { visibleTags } from '../check/visible-tags.js';
import { shortened } from '../file/shortened.js';
import { readWordFile } from '../file/word-parts.js';

/** The parts that Word writes or shows as text. Pictures, which can be XML too, are not among them. */
const XML_PART = /^(?:\[Content_Types\]|docProps\/.*|word\/(?!media\/).*)\.xml$/iu;

/** Parts that would have the template's past in them, whatever they say. */
const PART_OF_THE_PAST = /^(?:customXml\/|docProps\/(?:custom|thumbnail)|word\/(?:comments|people|glossary\/))/iu;

/**
 * What would be the template's past in a part: comments, tracked changes, hidden text, variables, the sessions in which
 * it was written, and whoever wrote it. Hidden numbers of lists (the part `numbering`) and what Word calls its own styles by
 * are not text.
 */
const PAST =
  /<w:(?:comment(?:Reference|Range(?:Start|End))|ins|del|moveFrom|moveTo|vanish|specVanish|docVars?|rsids?|attachedTemplate)(?=[ />])|<(?:dc:creator|cp:lastModifiedBy|cp:keywords|Company|Manager|Template)\b| w:(?:author|rsidR)="/u;

/** A relationship to what would be fetched from elsewhere: to all that is not in the file, but for links. */
const FETCHED =
  /<(?:[^\s<>:]*:)?Relationship\b(?=[^<>]*\bTargetMode\s*=\s*["']External["'])(?![^<>]*\bType\s*=\s*["'][^"'<>]*\/hyperlink["'])[^<>]*/iu;

/**
 * Looks at a written notat for what must not be in it, by other means than those that took it out.
 *
 * @param zip decompressed, with marks for the braces that people have typed
 * @returns the first thing that was found, as it stands in the file; undefined for a notat that may be handed out
 */
export function leftInNotat(zip: PizZip): string | undefined {
  const [left] = visibleTags(zip);
  if (left !== undefined) return shortened(`{${left.tag}}`, TEMPLATE_QUOTE_MAX);
  const file = readWordFile(zip);
  const { names } = file;
  const part = names.find((name) => PART_OF_THE_PAST.test(name));
  if (part !== undefined) return shortened(part, TEMPLATE_QUOTE_MAX);
  for (const name of names) {
    const fetched = /\.rels$/iu.test(name) ? FETCHED.exec(file.textOf(name)) : null;
    if (fetched !== null) return shortened(`${name}: ${fetched[0]}`, TEMPLATE_QUOTE_MAX);
    if (!XML_PART.test(name) || file.kindOf(name) === 'numbering') continue;
    const found = PAST.exec(file.textOf(name));
    if (found !== null) return shortened(`${name}: ${found[0]}`, TEMPLATE_QUOTE_MAX);
  }
  return undefined;
}
