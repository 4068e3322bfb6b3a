import type PizZip from 'pizzip';
import { accepted, type Result, refused } from '../../../domain/result.js';
import { leftInNotat } from './last-look.js';
import { withTypedBraces } from './typed-braces.js';
import { withValidStructure } from './valid-structure.js';

/** What the parts begin with in which a tag can take a paragraph or a row away, whatever their names are. */
const TEXT_ROOT = /<w:(?:document|hdr|ftr|footnotes|endnotes)[ >]/u;
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
  for (const name of Object.keys(zip.files)) {
    if (XML_PART.test(name)) rewrite(zip, name, (xml) => (TEXT_ROOT.test(xml) ? withValidStructure(xml) : xml));
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
