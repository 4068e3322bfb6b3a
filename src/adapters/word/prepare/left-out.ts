import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { type Relationship, relationshipsIn, relationshipsName } from '../file/relationships.js';
import { textOf, type WordFile } from '../file/word-parts.js';
import { isElement, withChildren } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { leadsToFile } from './file-links.js';
import type { NeededParts } from './needed-parts.js';
import { type Places, quoted } from './places.js';

/** For each part, the ids of its relationships that are links to files. */
export type FileLinks = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Leaves out the links that lead to files, and the parts that cannot be used, with what leads to them.
 *
 * @param unusable the names of parts
 */
export function withoutFileLinks(
  file: WordFile,
  needed: NeededParts,
  unusable: ReadonlySet<string>,
): Pick<NeededParts, 'relationships' | 'cut'> & { readonly fileLinks: FileLinks } {
  const actual = new Map(file.names.map((name) => [name.toLowerCase(), name]));
  const relationships = new Map(needed.relationships);
  const cut = new Map(needed.cut);
  const fileLinks = new Map<string, ReadonlySet<string>>();
  for (const [part, before] of needed.cut) {
    const name = actual.get(relationshipsName(part).toLowerCase()) ?? '';
    const document = needed.relationships.get(name);
    if (document === undefined) continue;
    const lines = relationshipsIn(document, part, actual);
    const links = new Set(lines.filter(isFileLink).map(({ id }) => id));
    const lost = lines.filter((line) => line.part !== undefined && unusable.has(line.part)).map(({ id }) => id);
    const all = new Set([...links, ...lost]);
    if (all.size === 0) continue;
    relationships.set(name, withoutLines(document, all));
    cut.set(part, new Set([...before, ...all]));
    fileLinks.set(part, links);
  }
  return { relationships, cut, fileLinks };
}

function isFileLink({ type, target }: Relationship): boolean {
  return type === 'hyperlink' && leadsToFile(target);
}

function withoutLines(document: XmlElement, ids: ReadonlySet<string>): XmlElement {
  return withChildren(
    document,
    document.children.map((root) =>
      isElement(root)
        ? withChildren(
            root,
            root.children.filter((line) => !isElement(line) || !ids.has(attribute(line, 'Id'))),
          )
        : root,
    ),
  );
}

/** @param links the ids of those that lead to files */
export function toldFileLinks(
  document: XmlElement,
  links: ReadonlySet<string>,
  places: Places,
): readonly TemplateChange[] {
  if (links.size === 0) return [];
  return elementsOf(document, '*')
    .filter((element) =>
      Object.entries(element.attributes).some(([name, value]) => name === 'r:id' && links.has(value)),
    )
    .map((element) => ({ kind: 'link to file', text: quoted(textOf(element)), place: places.of(element) }));
}
