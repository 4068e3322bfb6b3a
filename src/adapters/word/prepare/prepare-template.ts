import PizZip from 'pizzip';
import { TEMPLATE_MAX_PARTS } from '../../../domain/limits.js';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import type { TemplateRefusal } from '../../../domain/notat/template-problem.js';
import { copyOf } from '../file/open-template.js';
import { ROOT_RELATIONSHIPS } from '../file/relationships.js';
import { readWordFile } from '../file/word-parts.js';
import { elementsOf } from '../file/xml-tree.js';
import { xmlOf } from '../file/xml-writing.js';
import { cleanParts } from './clean-parts.js';
import { toldComments } from './comments.js';
import { CONTENT_TYPES, mendedTypes, writeTypes } from './content-types.js';
import { unlinkPictures } from './linked-pictures.js';
import { loosenControls } from './loosen-controls.js';
import { mendTags } from './mend-tags.js';
import { neededParts } from './needed-parts.js';
import { isStrict, ownProperties, ownRelationships, toldProperties } from './own-properties.js';
import { withoutPicturesPast } from './pictures.js';

export interface PreparedTemplate {
  /** A copy without the template's past, which can be checked and filled. Its parts are decompressed. */
  readonly zip: PizZip;
  /** What was taken out or mended, in the order of the parts. */
  readonly changes: readonly TemplateChange[];
  /** Why the template should not be taken into use. Its copy can be used all the same. */
  readonly refusals: readonly TemplateRefusal[];
}

/**
 * Makes the copy of a template in which notats are written: without the template's past, and with what is easily mended
 * mended. The file itself is stored as it was sent, and is prepared again in each thread that uses it, so that a
 * template that was stored before a rule existed follows the rule too.
 *
 * @param template decompressed, and within the limits of `openTemplate`; it is not changed
 * @throws UnreadablePart, PartTooComplex
 */
export function prepareTemplate(template: PizZip): PreparedTemplate {
  const sent = readWordFile(template);
  const needed = neededParts(sent);
  if (needed === undefined) return { zip: copyOf(template), changes: [], refusals: [{ kind: 'not a document' }] };
  const types = mendedTypes(sent.read(CONTENT_TYPES), sent.names, needed.main);
  const zip = new PizZip();
  for (const name of needed.names) copyPart(template, zip, name);
  for (const [name, relationships] of needed.relationships) put(zip, name, xmlOf(relationships));
  const strict = isStrict(sent.read(ROOT_RELATIONSHIPS));
  const own = ownProperties(strict);
  put(zip, ROOT_RELATIONSHIPS, ownRelationships(needed.main, strict));
  for (const { name, content } of own) put(zip, name, content);
  writeTypes(zip, types.list, Object.fromEntries(own.map(({ name, type }) => [name, type])));
  const listed = elementsOf(types.list, '*').length;
  if (listed > TEMPLATE_MAX_PARTS) {
    return {
      zip,
      changes: [],
      refusals: [{ kind: 'too many', what: 'parts', count: listed, max: TEMPLATE_MAX_PARTS }],
    };
  }
  const unlinked = unlinkPictures(zip);
  const cleaned = cleanParts(zip, needed.cut);
  const mended = [...loosenControls(zip), ...mendTags(zip)];
  return {
    zip,
    changes: [
      ...toldComments(sent, cleaned.comment),
      ...cleaned.changes,
      ...unlinked,
      ...mended,
      ...needed.changes,
      ...types.changes,
      ...toldProperties(sent),
    ],
    refusals: cleaned.refusals,
  };
}

/** Parts that cannot be pictures. A picture can have any other name: Word names some `image1.tmp` or `image1.bin`. */
const NO_PICTURE = /\.(?:xml|rels)$/iu;

function put(zip: PizZip, name: string, content: string | Uint8Array): void {
  zip.file(name, content, { createFolders: false });
}

function copyPart(from: PizZip, to: PizZip, name: string): void {
  const part = from.file(name);
  if (part !== null)
    put(to, name, NO_PICTURE.test(name) ? part.asUint8Array() : withoutPicturesPast(part.asUint8Array()));
}
