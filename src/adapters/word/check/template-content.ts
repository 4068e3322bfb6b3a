import type { TemplatePlace } from '../../../domain/notat/template-place.js';
import type { FetchedContent, TemplateRefusal } from '../../../domain/notat/template-problem.js';
import { partOfKind } from '../file/part-names.js';
import { relationshipLine } from '../file/relationships.js';
import { MACRO_PART, type WordFile } from '../file/word-parts.js';
import { elementsOf, type XmlElement } from '../file/xml-tree.js';
import { ANYWHERE, type Places, placesIn } from '../prepare/places.js';
import { eachOnce, type FoundRefusal } from './each-once.js';
import type { PartReading } from './part-reading.js';
import { isSafeField } from './safe-fields.js';

/** The relationships to content outside the file: the last part of the relationship type, and what it fetches. */
const FETCHED: Readonly<Record<string, FetchedContent>> = {
  image: 'picture',
  oleObject: 'object',
  package: 'object',
};

/** The relationships to a file inside the file, which another program can open. */
const EMBEDDED: ReadonlySet<string> = new Set(['oleObject', 'package', 'control', 'activeXControlBinary', 'aFChunk']);

/**
 * Finds everything in a Word file that would run or be fetched when someone opens the file.
 *
 * @param readings the parts that show text
 */
export function contentProblems(file: WordFile, readings: readonly PartReading[]): readonly TemplateRefusal[] {
  return [...macroProblems(file), ...relationshipProblems(file), ...fieldProblems(readings)];
}

function macroProblems(file: WordFile): readonly TemplateRefusal[] {
  const hasMacros =
    file.names.some((name) => MACRO_PART.test(name)) ||
    [...file.contentTypes().values()].some((type) => /macroEnabled|vbaProject/iu.test(type));
  return hasMacros ? [{ kind: 'macros' }] : [];
}

function relationshipProblems(file: WordFile): readonly TemplateRefusal[] {
  const names = file.names.filter((name) => /\.rels$/iu.test(name));
  return eachOnce(
    names.flatMap((name) => {
      const uses = usesOf(file, name.replace(/_rels\/(?<part>[^/]*)\.rels$/iu, '$<part>'));
      return elementsOf(file.read(name), 'Relationship').flatMap((each) => relationshipProblem(each, uses));
    }),
  );
}

function relationshipProblem(relationship: XmlElement, uses: Uses): readonly TemplateRefusal[] {
  const { id, type, target, isExternal } = relationshipLine(relationship);
  if (!isExternal) return EMBEDDED.has(type) ? [{ kind: 'embedded object', place: uses.placeOf(id) }] : [];
  // A link fetches nothing, wherever it leads to: nothing happens until a reader clicks it.
  if (type === 'hyperlink' && !uses.isSource(id)) return [];
  return [{ kind: 'fetched content', what: FETCHED[type] ?? 'other', target, place: uses.placeOf(id) }];
}

/** How a part uses the relationships that it has. */
interface Uses {
  /** Whether something is fetched through it. What calls itself a link could be the source of a picture. */
  isSource(id: string): boolean;
  placeOf(id: string): TemplatePlace;
}

/**
 * The attributes that name a relationship: all of its namespace, and one of VML. Each of them can name the source of
 * something; only the links' own do not.
 */
const NAMES_RELATIONSHIP = /^(?:r:.*|o:relid)$/u;
/** The elements that may name a relationship by its id and only lead to it. All others would fetch it. */
const LINKS: ReadonlySet<string> = new Set(['w:hyperlink', 'a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver']);

/** Reads the part when it is first asked about, because most templates need no answer. */
function usesOf(file: WordFile, owner: string): Uses {
  let sources: ReadonlyMap<string, XmlElement> | undefined;
  let places: Places | undefined;
  const kind = file.kindOf(owner);
  const read = (): ReadonlyMap<string, XmlElement> => {
    const found = new Map<string, XmlElement>();
    const search = (within: XmlElement, paragraph: XmlElement) => {
      for (const child of within.children) {
        if (typeof child === 'string') continue;
        for (const [name, id] of Object.entries(child.attributes)) {
          const isSource = NAMES_RELATIONSHIP.test(name) && !(name === 'r:id' && LINKS.has(child.name));
          if (isSource && id !== '' && !found.has(id)) found.set(id, paragraph);
        }
        search(child, child.name === 'w:p' ? child : paragraph);
      }
    };
    if (file.isXml(owner) && file.names.includes(owner)) {
      const document = file.read(owner);
      if (kind !== undefined) places = placesIn(document, kind);
      search(document, document);
    }
    return found;
  };
  const paragraphOf = (id: string) => {
    sources ??= read();
    return sources.get(id);
  };
  // A paragraph can be long, and many relationships can be in it.
  const known = new Map<XmlElement, TemplatePlace>();
  return {
    isSource: (id) => paragraphOf(id) !== undefined,
    placeOf(id) {
      const paragraph = paragraphOf(id);
      const place = paragraph && (known.get(paragraph) ?? places?.of(paragraph));
      if (paragraph !== undefined && place !== undefined) known.set(paragraph, place);
      return place ?? { ...ANYWHERE, part: partOfKind(kind) };
    },
  };
}

function fieldProblems(readings: readonly PartReading[]): readonly TemplateRefusal[] {
  return eachOnce(
    readings.flatMap((reading) =>
      reading.fields
        .filter(({ name }) => !isSafeField(name))
        .map(({ name, at }): FoundRefusal => {
          const place = reading.placeAt(at);
          return { kind: 'unsafe field', field: name, place, isCopy: reading.isCopyAt(at) };
        }),
    ),
  );
}
