import { TEMPLATE_CHANGES_MAX, TEMPLATE_NEAR_MAX, TEMPLATE_QUOTE_MAX } from '../../../domain/limits.js';
import type { TemplatePlace } from '../../../domain/notat/template-place.js';
import { partOfKind } from '../file/part-names.js';
import { shortened } from '../file/shortened.js';
import type { PartKind } from '../file/word-parts.js';
import { isElement } from '../file/xml-edit.js';
import { contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';

/** Says where the elements of one part are. */
export interface Places {
  /** @param unsaid elements whose text is no help to find the place, because it is not shown */
  of(element: XmlElement, unsaid?: ReadonlySet<XmlElement>): TemplatePlace;
  /** Whether an element is in what only old programs show (`mc:Fallback`), which says the same once more. */
  isCopy(element: XmlElement): boolean;
}

/** The place of something that belongs to the whole document. */
export const ANYWHERE: TemplatePlace = { part: 'text', row: undefined, isInTextBox: false, near: '', others: 0 };

/**
 * The document is searched when the first place is asked for. No more than `TEMPLATE_CHANGES_MAX` places are told
 * exactly, because no more are ever told. The others are in the same part.
 */
export function placesIn(document: XmlElement, kind: PartKind): Places {
  let parents: ReadonlyMap<XmlElement, XmlElement> | undefined;
  let paragraphs: readonly XmlElement[] | undefined;
  let left = TEMPLATE_CHANGES_MAX;
  const aroundOf = (element: XmlElement) => {
    parents ??= parentsIn(document);
    return ancestors(parents, element);
  };
  return {
    of(element, unsaid = new Set()) {
      left -= 1;
      if (left < 0) return { ...ANYWHERE, part: partOfKind(kind) };
      const around = aroundOf(element);
      paragraphs ??= elementsOf(document, 'w:p');
      const row = around.find(({ name }) => name === 'w:tr');
      return {
        part: partOfKind(kind),
        row: row && rowNumber(row, around[around.indexOf(row) + 1]),
        isInTextBox: around.some(({ name }) => name === 'w:txbxContent'),
        near: near(
          paragraphs,
          around.find(({ name }) => name === 'w:p'),
          unsaid,
        ),
        others: 0,
      };
    },
    isCopy: (element) => aroundOf(element).some(({ name }) => name === 'mc:Fallback'),
  };
}

function parentsIn(document: XmlElement): ReadonlyMap<XmlElement, XmlElement> {
  const parents = new Map<XmlElement, XmlElement>();
  for (const parent of [document, ...elementsOf(document, '*')]) {
    for (const child of parent.children) if (isElement(child)) parents.set(child, parent);
  }
  return parents;
}

/** The element itself, and those around it from the inside out. */
function ancestors(parents: ReadonlyMap<XmlElement, XmlElement>, element: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  for (let at: XmlElement | undefined = element; at !== undefined; at = parents.get(at)) found.push(at);
  return found;
}

function rowNumber(row: XmlElement, table: XmlElement | undefined): number {
  const rows = table?.children.filter((child) => isElement(child) && child.name === 'w:tr') ?? [];
  return rows.indexOf(row) + 1;
}

/** The words of a paragraph, or of the nearest one before or after it that has some; if there are none, its tags. */
function near(
  paragraphs: readonly XmlElement[],
  paragraph: XmlElement | undefined,
  unsaid: ReadonlySet<XmlElement>,
): string {
  const at = paragraph === undefined ? 0 : paragraphs.indexOf(paragraph);
  let tags = '';
  for (let distance = 0; distance <= NEAREST; distance += 1) {
    for (const index of new Set([at - distance, at + distance])) {
      const text = beginningOf(paragraphs[index], unsaid);
      const words = text.replace(TAG, ' ').trim();
      if (words !== '') return shortened(words, TEMPLATE_NEAR_MAX);
      tags ||= text;
    }
  }
  return shortened(tags, TEMPLATE_NEAR_MAX);
}

/** A tag, or the beginning of one. */
const TAG = /\{[^{}]*(?:\}|$)/gu;

/** How many paragraphs before and after a place are looked at for words. Our choice: they are on the same page. */
const NEAREST = 5;

/** How many elements of one paragraph are looked at for words. Our choice: Word splits a line into a few dozen. */
const LOOKED_AT = 500;

/** The first words of a paragraph. A paragraph can be as long as a file. */
function beginningOf(paragraph: XmlElement | undefined, unsaid: ReadonlySet<XmlElement>): string {
  let text = '';
  let left = LOOKED_AT;
  const read = (element: XmlElement) => {
    for (const child of element.children) {
      if (left <= 0 || text.length > TEMPLATE_NEAR_MAX) return;
      if (!isElement(child) || unsaid.has(child)) continue;
      left -= 1;
      if (child.name === 'w:t') text = `${text}${contentOf(child)}`.trimStart();
      else read(child);
    }
  };
  if (paragraph !== undefined && !unsaid.has(paragraph)) read(paragraph);
  return text.trimEnd();
}

/** A text of the template as it is quoted to a person. */
export function quoted(text: string): string {
  return shortened(text.trim().replace(/\s+/gu, ' '), TEMPLATE_QUOTE_MAX);
}
