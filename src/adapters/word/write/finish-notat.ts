import type PizZip from 'pizzip';
import { accepted, type Result, refused } from '../../../domain/result.js';
import { type PartKind, readWordFile } from '../file/word-parts.js';
import { leftInNotat } from './last-look.js';
import { withOwnIds } from './own-ids.js';
import { withTypedBraces } from './typed-braces.js';
import { withValidStructure } from './valid-structure.js';

/** The parts in which a tag can take a paragraph or a row away. */
const PAGES = ['document', 'header', 'footer', 'footnotes', 'endnotes'] as const satisfies readonly PartKind[];
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
  for (const name of file.names) {
    if (PAGES.some((kind) => kind === file.kindOf(name)))
      rewrite(zip, name, (xml) => withOwnIds(withValidStructure(xml)));
  }
  const left = leftInNotat(zip);
  if (left !== undefined) return refused(left);
  for (const name of Object.keys(zip.files)) {
    if (XML_PART.test(name)) rewrite(zip, name, withTypedBraces);
  }
  return accepted(zip);
}

function rewrite(zip: PizZip, name: string, edit: (xml: string) => string): void {
  const before = zip.file(name)?.asText() ?? '';
  const after = edit(before);
  if (after !== before) zip.file(name, after, { createFolders: false });
}
