import { childOf, isElement, withChildren, type XmlNodes } from '../file/xml-edit.js';
import { contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';

/*
 * Changes that Word has tracked (ISO/IEC 29500-1, 17.13.5). Accepting them all leaves the document that Word shows
 * without its marks: what was deleted is gone, and what was inserted stays.
 */

/** Around what somebody has inserted, or as a mark in the properties of a paragraph, a row or a cell. */
const INSERTED: ReadonlySet<string> = new Set(['w:ins', 'w:moveTo', 'w:cellIns']);
/** The same for what somebody has deleted. */
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'w:cellDel']);
const MERGED_CELL = 'w:cellMerge';
/** The properties that something had before. */
const FORMATTING = /^w:(?:rPr|pPr|sectPr|tblPr|tblPrEx|tblGrid|trPr|tcPr|numbering)Change$/u;
/** Where a change begins or ends that is longer than one element can say. */
const RANGES = /^w:(?:move(?:From|To)|customXml(?:Ins|Del|MoveFrom|MoveTo))Range(?:Start|End)$/u;
/** In them, an insertion or deletion is a mark and not a container. */
const PROPERTIES: ReadonlySet<string> = new Set(['w:rPr', 'w:trPr', 'w:tcPr', 'w:numPr', 'w:ctrlPr', 'm:ctrlPr']);

export interface TrackedChanges {
  /** Inserted and deleted text, paragraphs, rows and cells; those of a text box once. */
  readonly ofText: readonly XmlElement[];
  readonly ofFormatting: number;
}

export function trackedChanges(document: XmlElement): TrackedChanges {
  const all = elementsOf(document, '*');
  const isOfText = ({ name }: XmlElement) => INSERTED.has(name) || DELETED.has(name) || name === MERGED_CELL;
  const ofText = all.filter(isOfText);
  const formatting = all.filter(({ name }) => FORMATTING.test(name));
  if (ofText.length + formatting.length === 0) return { ofText, ofFormatting: 0 };
  const copies = new Set(elementsOf(document, COPY).flatMap((copy) => elementsOf(copy, '*')));
  const told = ofText.filter((change) => !copies.has(change));
  return {
    // A change that only old programs show is one too.
    ofText: told.length === 0 ? ofText : told,
    ofFormatting: formatting.filter((change) => !copies.has(change)).length,
  };
}

/** What a text box has for old programs: the same once more. */
const COPY = 'mc:Fallback';

/** What was inserted or deleted; empty for a mark at a paragraph, a row or a cell. */
export function changedText(change: XmlElement): string {
  return elementsOf(change, '*')
    .filter(({ name }) => name === 'w:t' || name === 'w:delText')
    .map(contentOf)
    .join('');
}

/** @returns the document with all changes accepted; the same if there are none */
export function withChangesAccepted(element: XmlElement): XmlElement {
  const kept: (XmlElement | string)[] = [];
  // Paragraphs whose end was deleted. They go on in the next one.
  let begun: XmlElement[] = [];
  for (const child of element.children) {
    const becomes = accepted(child, element);
    const [first] = becomes;
    if (first !== undefined && isElement(first) && first.name === 'w:p') {
      if (hasDeletedEnd(child)) {
        begun.push(first);
        continue;
      }
      kept.push(begun.length === 0 ? first : continued(begun, first), ...becomes.slice(1));
      begun = [];
    } else if (first !== undefined) {
      kept.push(...begun.filter(hasContent), ...becomes);
      begun = [];
    }
  }
  kept.push(...begun.filter(hasContent));
  return withChildren(element, kept);
}

function accepted(node: XmlElement | string, parent: XmlElement): XmlNodes {
  if (!isElement(node)) return [node];
  const { name } = node;
  if (DELETED.has(name) || FORMATTING.test(name) || RANGES.test(name) || name === MERGED_CELL) return [];
  if (isDeleted(node, 'w:tr', 'w:trPr') || isDeleted(node, 'w:tc', 'w:tcPr')) return [];
  if (!INSERTED.has(name)) return [withChangesAccepted(node)];
  return PROPERTIES.has(parent.name) ? [] : withChangesAccepted(node).children;
}

function isDeleted(element: XmlElement, name: string, properties: string): boolean {
  return element.name === name && childOf(childOf(element, properties), ...DELETED) !== undefined;
}

function hasDeletedEnd(node: XmlElement | string): boolean {
  if (!isElement(node) || node.name !== 'w:p') return false;
  return childOf(childOf(childOf(node, 'w:pPr'), 'w:rPr'), ...DELETED) !== undefined;
}

/** Word keeps the properties of the paragraph whose end is left. */
function continued(begun: readonly XmlElement[], next: XmlElement): XmlElement {
  const properties = childOf(next, 'w:pPr');
  const rest = next.children.filter((child) => child !== properties);
  return withChildren(next, [...(properties === undefined ? [] : [properties]), ...begun.flatMap(runsOf), ...rest]);
}

function runsOf(paragraph: XmlElement): XmlNodes {
  return paragraph.children.filter((child) => !isElement(child) || child.name !== 'w:pPr');
}

function hasContent(paragraph: XmlElement): boolean {
  return runsOf(paragraph).length > 0;
}
