import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { relationshipLine, withoutRelationships } from '../file/relationships.js';
import { readWordFile } from '../file/word-parts.js';
import { attribute, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { xmlOf } from '../file/xml-writing.js';
import { placesIn } from './places.js';

/*
 * A picture that was put in with a link is in the file, and Word looks for it elsewhere too each time that somebody opens the
 * file. The link often leads to somebody's own disk.
 */

/** The attribute that leads out of the file, and the one that names the copy in it: of drawings, and of VML. */
const LINKED = [
  ['r:link', 'r:embed'],
  ['r:href', 'r:id'],
] as const;

/** Cuts the links of pictures that are in the file. A picture that is only linked to is left for the check to refuse. */
export function unlinkPictures(zip: PizZip): readonly TemplateChange[] {
  const file = readWordFile(zip);
  return file.names.flatMap((name) => {
    const owner = /^(?<folder>.*)_rels\/(?<part>[^/]*)\.rels$/u.exec(name)?.groups;
    const part = `${owner?.['folder'] ?? ''}${owner?.['part'] ?? ''}`;
    const kind = file.kindOf(part);
    if (kind === undefined) return [];
    const relationships = file.read(name);
    const pictures = picturesOf(relationships);
    if (pictures.far.size === 0) return [];
    const document = file.read(part);
    const places = placesIn(document, kind);
    const changes: TemplateChange[] = [];
    const cut = new Set<string>();
    for (const element of elementsOf(document, '*')) {
      const link = linkOf(element, pictures);
      if (link === undefined) continue;
      cut.add(link.id);
      if (!places.isCopy(element)) changes.push({ kind: 'linked picture', place: places.of(element) });
    }
    if (cut.size === 0) return [];
    const edited = replaced(document, (element) => {
      const link = linkOf(element, pictures);
      return link && [withoutAttribute(element, link.name)];
    });
    const used = new Set(elementsOf(edited, '*').flatMap(({ attributes }) => Object.values(attributes)));
    zip.file(part, xmlOf(edited), { createFolders: false });
    zip.file(name, xmlOf(withoutRelationships(relationships, (id) => cut.has(id) && !used.has(id))), {
      createFolders: false,
    });
    return changes;
  });
}

/** The ids of the relationships to pictures in the file, and of those to pictures elsewhere. */
interface Pictures {
  readonly own: ReadonlySet<string>;
  readonly far: ReadonlySet<string>;
}

function picturesOf(relationships: XmlElement): Pictures {
  const images = elementsOf(relationships, 'Relationship')
    .map(relationshipLine)
    .filter(({ type }) => type === 'image');
  const ids = (far: boolean) => new Set(images.filter(({ isExternal }) => isExternal === far).map(({ id }) => id));
  return { own: ids(false), far: ids(true) };
}

/** The link of a picture that is in the file too, if an element has one. */
function linkOf(
  element: XmlElement,
  { own, far }: Pictures,
): { readonly name: string; readonly id: string } | undefined {
  const pair = LINKED.find(([link, copy]) => far.has(attribute(element, link)) && own.has(attribute(element, copy)));
  return pair && { name: pair[0], id: attribute(element, pair[0]) };
}

function withoutAttribute(element: XmlElement, name: string): XmlElement {
  return {
    ...element,
    attributes: Object.fromEntries(Object.entries(element.attributes).filter(([key]) => key !== name)),
  };
}
