import type PizZip from 'pizzip';
import { accepted, type Result, refused } from '../../../domain/result.js';
import { mayRefer } from '../file/reference-fields.js';
import { isOnEachPage, PAGE_PARTS, readWordFile, type WordFile } from '../file/word-parts.js';
import { leftInNotat } from './last-look.js';
import { referableIn, withoutLostReferences } from './lost-references.js';
import { withOwnIds } from './own-ids.js';
import { withTypedBraces } from './typed-braces.js';
import { withValidStructure } from './valid-structure.js';
import { withWholeFields } from './written-fields.js';

/** The parts with texts that people have typed. */
const XML_PART = /\.xml$/iu;

/**
 * Makes a filled template a notat: a valid document, in which everything that people have typed stands as they typed
 * it.
 *
 * @param zip filled with data in which braces are marked (`withMarkedBraces`); its parts are rewritten
 * @returns the same zip; or, as it stands there, what is left in the notat that must not be
 */
export function finishNotat(zip: PizZip): Result<PizZip, string> {
  const file = readWordFile(zip);
  const pages = file.names.filter((name) => PAGE_PARTS.some((kind) => kind === file.kindOf(name)));
  const texts = new Map(
    pages.map((name) => [name, rewrite(zip, name, (xml) => withOwnIds(withValidStructure(withWholeFields(xml))))]),
  );
  mendReferences(zip, file, texts);
  const left = leftInNotat(zip);
  if (left !== undefined) return refused(left);
  for (const name of Object.keys(zip.files)) {
    if (XML_PART.test(name)) rewrite(zip, name, withTypedBraces);
  }
  return accepted(zip);
}

/** @param texts the parts that show text, by name */
function mendReferences(zip: PizZip, file: WordFile, texts: ReadonlyMap<string, string>): void {
  const referring = [...texts].filter(([, xml]) => mayRefer(xml));
  if (referring.length === 0) return;
  const [document = ''] = [...texts].find(([name]) => file.kindOf(name) === 'document') ?? [];
  const referable = referableIn(file, [...texts.values()], texts.get(document) ?? '');
  for (const [name] of referring) {
    rewrite(zip, name, (xml) => withoutLostReferences(xml, referable, isOnEachPage(file.kindOf(name))));
  }
}

/** @returns what the part has become */
function rewrite(zip: PizZip, name: string, edit: (xml: string) => string): string {
  const before = zip.file(name)?.asText() ?? '';
  const after = edit(before);
  if (after !== before) zip.file(name, after, { createFolders: false });
  return after;
}
