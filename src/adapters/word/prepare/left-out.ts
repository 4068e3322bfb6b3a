import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { type Relationship, relationshipsIn, relationshipsName, withoutRelationships } from '../file/relationships.js';
import type { Styles } from '../file/style-chain.js';
import { textOf, type WordFile } from '../file/word-parts.js';
import { isElement, withChildren, type XmlNodes } from '../file/xml-edit.js';
import { elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { leadsToFile, withoutFilter } from './file-links.js';
import type { NeededParts } from './needed-parts.js';
import { type Places, quoted } from './places.js';
import { withoutLook } from './run-styles.js';

/** For each part, the ids of its relationships that are links to files. */
export type FileLinks = ReadonlyMap<string, ReadonlySet<string>>;

export interface LeftOut extends Pick<NeededParts, 'relationships' | 'cut'> {
  readonly fileLinks: FileLinks;
  /** The names of parts that nothing leads to any more. */
  readonly lost: ReadonlySet<string>;
  /** How many pictures that cannot be used are shown by a copy beside them, and how many are not shown at all somewhere. */
  readonly pictures: { readonly copied: number; readonly gone: number };
}

/**
 * Leaves out the links that lead to files, the pictures as they were before somebody changed them in Word, and the parts
 * that cannot be used.
 *
 * @param unusable the names of parts
 */
export function withoutUnneeded(file: WordFile, needed: NeededParts, unusable: ReadonlySet<string>): LeftOut {
  const actual = new Map(file.names.map((name) => [name.toLowerCase(), name]));
  const relationships = new Map(needed.relationships);
  const cut = new Map(needed.cut);
  const fileLinks = new Map<string, ReadonlySet<string>>();
  const [lost, kept] = [new Set<string>(), new Set<string>()];
  const [copied, gone] = [new Set<string>(), new Set<string>()];
  for (const [part, before] of needed.cut) {
    const name = relationshipsName(part);
    const document = needed.relationships.get(name);
    if (document === undefined) continue;
    const lines = relationshipsIn(document, part, actual);
    const isUnneeded = (line: Relationship) =>
      isFileLink(line) || line.type === ORIGINAL || (line.part !== undefined && unusable.has(line.part));
    for (const line of lines) if (line.part !== undefined) (isUnneeded(line) ? lost : kept).add(line.part);
    const pictures = new Map(
      lines.flatMap(({ id, part: to }) => (to !== undefined && unusable.has(to) ? [[id, to] as const] : [])),
    );
    const shown = pictures.size === 0 || !XML_PART.test(part) ? [] : elementsOf(file.read(part), '*');
    for (const element of shown) {
      const picture = Object.entries(element.attributes).find(([key, id]) => key.startsWith('r:') && pictures.has(id));
      if (picture === undefined) continue;
      (BESIDE_COPY.test(element.name) ? copied : gone).add(pictures.get(picture[1]) ?? '');
    }
    const all = new Set(lines.filter(isUnneeded).map(({ id }) => id));
    relationships.set(
      name,
      withoutFilters(
        withoutRelationships(document, (id) => all.has(id)),
        lines,
      ),
    );
    if (all.size === 0) continue;
    cut.set(part, new Set([...before, ...all]));
    fileLinks.set(part, new Set(lines.filter(isFileLink).map(({ id }) => id)));
  }
  return {
    relationships,
    cut,
    fileLinks,
    lost: new Set([...lost].filter((name) => !kept.has(name))),
    pictures: { copied: copied.size, gone: gone.size },
  };
}

const XML_PART = /\.xml$/iu;
/** An SVG for new programs. Beside it is a copy for those that do not know the format: [MS-ODRAWXML], svgBlip. */
const BESIDE_COPY = /:svgBlip$/u;

/** The picture from which Word makes the one that it shows, without its background or with an effect: [MS-ODRAWXML], imgLayer. */
const ORIGINAL = 'hdphoto';

function isFileLink({ type, target }: Relationship): boolean {
  return type === 'hyperlink' && leadsToFile(target);
}

/** Makes the links that go through a mail program's filter lead straight to where they lead. */
function withoutFilters(document: XmlElement, lines: readonly Relationship[]): XmlElement {
  const direct = new Map(
    lines
      .filter(({ type, target }) => type === 'hyperlink' && withoutFilter(target) !== target)
      .map(({ element, target }) => [element, withoutFilter(target)]),
  );
  return replaced(document, (line) => {
    const target = direct.get(line);
    return target === undefined ? undefined : [{ ...line, attributes: { ...line.attributes, Target: target } }];
  });
}

/**
 * Makes text of the links of a part that lead to files. Its other elements that need them, such as the link of a picture,
 * are taken out with all that need what was left out (`withoutTraces`).
 *
 * @param links the ids of those relationships
 */
export function withoutLinkedTexts(
  document: XmlElement,
  links: ReadonlySet<string>,
  styles: Styles,
  places: Places,
): { readonly document: XmlElement; readonly changes: readonly TemplateChange[] } {
  if (links.size === 0) return { document, changes: [] };
  const changes: TemplateChange[] = [];
  const isLink = ({ attributes }: XmlElement) =>
    Object.entries(attributes).some(([name, value]) => name === 'r:id' && links.has(value));
  const edited = (element: XmlElement): XmlElement =>
    withChildren(
      element,
      element.children.flatMap((child): XmlNodes => {
        if (!isElement(child)) return [child];
        if (isLink(child) && !places.isCopy(child)) {
          changes.push({ kind: 'link to file', text: quoted(textOf(child)), place: places.of(child) });
        }
        const inner = edited(child);
        const isText = child.name === 'w:hyperlink' && isLink(child);
        return isText ? withoutLook(inner, 'link', styles).children : [inner];
      }),
    );
  return { document: edited(document), changes };
}
