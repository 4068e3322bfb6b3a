import { childOf, isElement, isOn, withChildren, type XmlNodes } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { isBookmarkMark } from './bookmark-marks.js';

/*
 * A paragraph whose end is hidden (ISO/IEC 29500-1, 17.3.1.29) has no line of its own in Word: what it shows goes on in
 * the next paragraph, and if it shows nothing, it takes no room.
 */

const BLOCKS: ReadonlySet<string> = new Set(['w:p', 'w:tbl', 'w:sdt']);
const RUNS: ReadonlySet<string> = new Set(['w:r', 'm:r']);

/** A line of one point, without a number, a border or a distance. */
const NO_ROOM: XmlNodes = [
  property('w:spacing', { 'w:before': '0', 'w:after': '0', 'w:line': '20', 'w:lineRule': 'exact' }),
  property('w:rPr', {}, [property('w:sz', { 'w:val': '2' })]),
];

/** A child of an element as it was, and what it became. */
export interface EditedChild {
  readonly before: XmlElement | string;
  readonly after: XmlNodes;
}

export interface Hidden {
  /** What hidden runs, rows and shapes become. */
  readonly becomes: ReadonlyMap<XmlElement, XmlNodes>;
  /** The paragraphs whose end is hidden. */
  readonly ends: ReadonlySet<XmlElement>;
}

/** What the children of an element become when the end of no paragraph is hidden any more. */
export function withEndsShown(children: readonly EditedChild[], hidden: Hidden): XmlNodes {
  const kept: (XmlElement | string)[] = [];
  const following = blocksAfter(children);
  let last: XmlElement | undefined;
  // What the paragraphs before show, and have no line for. It is put together once, however many there are.
  let begun: XmlNodes[] = [];
  for (const [index, { before, after }] of children.entries()) {
    const next = following[index];
    const [first] = after;
    if (!isParagraph(before) || !isParagraph(first)) {
      kept.push(...after);
      if (isElement(before) && BLOCKS.has(before.name) && after.length > 0) last = before;
      continue;
    }
    if (!hidden.ends.has(before)) {
      kept.push(withBegun(first, begun));
    } else if (begun.length === 0 && !showsSomething(first)) {
      // The last paragraph must stay, and one between two tables, which would become one table.
      const mayGo = next !== undefined && !(last?.name === 'w:tbl' && next.name === 'w:tbl') && !isNeeded(first);
      if (mayGo) continue;
      kept.push(withoutRoom(first));
    } else if (isParagraph(next) && goesOn(before, next, hidden)) {
      begun.push(contentIn(first));
      continue;
    } else {
      kept.push(withBegun(first, begun));
    }
    begun = [];
    last = before;
  }
  return kept;
}

/** For each child, the next paragraph, table or control after it. */
function blocksAfter(children: readonly EditedChild[]): readonly (XmlElement | undefined)[] {
  let next: XmlElement | undefined;
  return children
    .toReversed()
    .map(({ before }) => {
      const after = next;
      if (isElement(before) && BLOCKS.has(before.name)) next = before;
      return after;
    })
    .toReversed();
}

function isParagraph(node: XmlElement | string | undefined): node is XmlElement {
  return node !== undefined && isElement(node) && node.name === 'w:p';
}

/**
 * Whether a line goes on in the next paragraph. Not in one of another style, and not a heading in front of a text, which
 * Word hides the end of (17.3.2.36): each would get the looks of the other.
 */
function goesOn(paragraph: XmlElement, next: XmlElement, hidden: Hidden): boolean {
  const isHeading = isOn(childOf(childOf(childOf(paragraph, 'w:pPr'), 'w:rPr'), 'w:specVanish'));
  return (
    !isHeading &&
    !endsSection(paragraph) &&
    styleOf(paragraph) === styleOf(next) &&
    ![paragraph, next].some((line) => isHiddenTag(line, hidden))
  );
}

/** Whether a line shows nothing but a hidden tag. It stays by itself, because the lines of a loop are paragraphs. */
function isHiddenTag(line: XmlElement, { becomes }: Hidden): boolean {
  let hasTag = false;
  const showsMore = (element: XmlElement): boolean =>
    element.children.some((child) => {
      if (!isElement(child)) return false;
      const instead = becomes.get(child);
      if (instead !== undefined) {
        hasTag ||= instead.length > 0;
        return false;
      }
      return RUNS.has(child.name) ? showsSomething(child) : showsMore(child);
    });
  return !showsMore(line) && hasTag;
}

function styleOf(paragraph: XmlElement): string {
  return attribute(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'), 'w:val');
}

/** Whether anything but properties is in a run, or in the runs of a paragraph. */
function showsSomething(element: XmlElement): boolean {
  const runs = RUNS.has(element.name) ? [element] : elementsOf(element, '*').filter(({ name }) => RUNS.has(name));
  return runs.some(({ children }) => children.some((child) => !isElement(child) || child.name !== 'w:rPr'));
}

function isNeeded(paragraph: XmlElement): boolean {
  return endsSection(paragraph) || elementsOf(paragraph, '*').some(isBookmarkMark);
}

function endsSection(paragraph: XmlElement): boolean {
  return childOf(childOf(paragraph, 'w:pPr'), 'w:sectPr') !== undefined;
}

/** A paragraph that goes on with what has begun before it. The properties are those of the paragraph whose end is shown. */
function withBegun(paragraph: XmlElement, begun: readonly XmlNodes[]): XmlElement {
  if (begun.length === 0) return paragraph;
  const properties = childOf(paragraph, 'w:pPr');
  return withChildren(paragraph, [
    ...(properties === undefined ? [] : [properties]),
    ...begun.flat(),
    ...contentIn(paragraph),
  ]);
}

function contentIn(paragraph: XmlElement): XmlNodes {
  return paragraph.children.filter((child) => !isElement(child) || child.name !== 'w:pPr');
}

function withoutRoom(paragraph: XmlElement): XmlElement {
  const section = childOf(childOf(paragraph, 'w:pPr'), 'w:sectPr');
  const properties = property('w:pPr', {}, [...NO_ROOM, ...(section === undefined ? [] : [section])]);
  return withChildren(paragraph, [properties, ...contentIn(paragraph)]);
}

function property(name: string, attributes: XmlElement['attributes'], children: XmlNodes = []): XmlElement {
  return { name, attributes, children };
}
