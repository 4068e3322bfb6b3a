import type PizZip from 'pizzip';
import { type PartKind, readWordFile } from '../file/word-parts.js';
import type { XmlElement } from '../file/xml-tree.js';
import { xmlOf } from '../file/xml-writing.js';

/**
 * Rewrites those parts of a Word file that an edit changes.
 *
 * @param isConcerned whether the part's XML has anything that the edit would change. Only then it is parsed
 * @param edit returns the same element if there is nothing to change
 * @throws UnreadablePart, PartTooComplex
 */
export function editParts(
  zip: PizZip,
  kinds: readonly PartKind[],
  isConcerned: (xml: string) => boolean,
  edit: (document: XmlElement, kind: PartKind) => XmlElement,
): void {
  const file = readWordFile(zip);
  for (const name of file.names) {
    const kind = file.kindOf(name);
    if (kind === undefined || !kinds.includes(kind) || !isConcerned(zip.files[name]?.asText() ?? '')) continue;
    const before = file.read(name);
    const after = edit(before, kind);
    if (after !== before) zip.file(name, xmlOf(after), { createFolders: false });
  }
}
