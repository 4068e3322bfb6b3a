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
import { type LeftOut, withoutUnneeded } from './left-out.js';
import { unlinkPictures } from './linked-pictures.js';
import { loosenControls } from './loosen-controls.js';
import { mendTags } from './mend-tags.js';
import { neededParts } from './needed-parts.js';
import { isStrict, ownProperties, ownRelationships, toldProperties } from './own-properties.js';
import { withoutPicturesPast } from './pictures.js';
import { settleReferences } from './settle-references.js';

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
  const wanted = neededParts(sent);
  if (wanted === undefined) return { zip: copyOf(template), changes: [], refusals: [{ kind: 'not a document' }] };
  const types = mendedTypes(sent.read(CONTENT_TYPES), sent.names, wanted.main, wanted.roles);
  const zip = new PizZip();
  const unusable = new Set([...wanted.names].filter((name) => !copyPart(template, zip, name, sent.isXml(name))));
  const needed = withoutUnneeded(sent, wanted, unusable);
  for (const name of needed.lost) zip.remove(name);
  for (const [name, relationships] of needed.relationships) put(zip, name, xmlOf(relationships));
  const strict = isStrict(wanted.root);
  const own = ownProperties(strict);
  put(zip, ROOT_RELATIONSHIPS, ownRelationships(wanted.main, strict));
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
  if (readWordFile(zip).kindOf(wanted.main) !== 'document')
    return { zip, changes: [], refusals: [{ kind: 'not a document' }] };
  const unlinked = unlinkPictures(zip);
  const cleaned = cleanParts(zip, needed.cut, needed.fileLinks);
  const mended = [...loosenControls(zip), ...settleReferences(sent, zip), ...mendTags(zip)];
  return {
    zip,
    changes: [
      ...toldComments(sent, cleaned.comment),
      ...cleaned.changes,
      ...unlinked,
      ...mended,
      ...toldPictures(needed.pictures),
      ...wanted.changes,
      ...types.changes,
      ...toldProperties(sent),
    ],
    refusals: cleaned.refusals,
  };
}

function put(zip: PizZip, name: string, content: string | Uint8Array): void {
  zip.file(name, content, { createFolders: false });
}

function toldPictures({ copied, gone }: LeftOut['pictures']): readonly TemplateChange[] {
  return [
    ...(copied === 0 ? [] : [{ kind: 'pictures as copies', count: copied } as const]),
    ...(gone === 0 ? [] : [{ kind: 'pictures taken out', count: gone } as const]),
  ];
}

/**
 * @param isXml whether the part is no picture, whatever is in it. Word names some pictures `image1.tmp` or `image1.bin`
 * @returns false for a picture that cannot be used; see `withoutPicturesPast`
 */
function copyPart(from: PizZip, to: PizZip, name: string, isXml: boolean): boolean {
  const part = from.file(name);
  if (part === null) return true;
  const content = isXml ? part.asUint8Array() : withoutPicturesPast(part.asUint8Array());
  if (content !== undefined) put(to, name, content);
  return content !== undefined;
}
