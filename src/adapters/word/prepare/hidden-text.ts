import { TEMPLATE_CHANGES_MAX } from '../../../domain/limits.js';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { TEXT_ELEMENTS } from '../file/word-parts.js';
import { childOf, isElement, isOn, withChildren, without, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { loneMarks } from './bookmark-marks.js';
import { coveredCells } from './covered-cells.js';
import { FIELD_PARTS, hasWholeFields } from './fields.js';
import { type Hidden, withEndsShown } from './hidden-ends.js';
import { isHiddenShape } from './hidden-shapes.js';
import { HIDING, type HiddenStyles } from './hidden-styles.js';
import { type Places, quoted } from './places.js';

/** A whole tag, or the part of one that begins or ends in visible text. */
const TAG_PIECES = /\{[^{}]*\}?|^[^{}]*\}/gu;
const RUNS: ReadonlySet<string> = new Set(['w:r', 'm:r']);
const HIDDEN_ROW: ReadonlySet<string> = new Set(['w:hidden']);
/** What has text of its own, which is not that of the line in which it stands. */
const DRAWN: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent']);

export interface WithoutHidden {
  readonly document: XmlElement;
  readonly changes: readonly TemplateChange[];
}

/**
 * Takes out the text, the rows and the shapes that Word does not show. Tags are the exception: some people hide the
 * tags of conditions, because they disturb the page. They are kept, unless they are in a hidden shape or in a cell that
 * another one covers, and nothing in the document is hidden any more.
 */
export function withoutHidden(document: XmlElement, styles: HiddenStyles, places: Places): WithoutHidden {
  const becomes = new Map<XmlElement, XmlNodes>();
  const ends = new Set<XmlElement>();
  const changes: TemplateChange[] = [];
  const covered = new Set(elementsOf(document, 'w:tbl').flatMap(coveredCells));
  const takeOut = ({ children }: XmlElement) => {
    for (const element of children) {
      if (!isElement(element)) continue;
      const isCovered = covered.has(element) && textIn(element) !== '';
      if (isCovered || isHiddenShape(element) || (isHiddenRow(element) && mayGo(element))) {
        becomes.set(element, isCovered ? [emptied(element)] : loneMarks(element));
        changes.push(...toldText(textIn(element), places, element, new Set([element])));
      } else {
        takeOut(element);
      }
    }
  };
  takeOut(document);
  for (const { paragraph, runs, around, isInHiddenRow } of paragraphsIn(document, becomes)) {
    if (styles.isHidden(childOf(childOf(paragraph, 'w:pPr'), 'w:rPr'), around)) ends.add(paragraph);
    const isHidden = (run: XmlElement) => isInHiddenRow || styles.isHidden(childOf(run, 'w:rPr'), around);
    for (const group of groupsOf(runs, isHidden)) changes.push(...hide(group, places, becomes));
  }
  return { document: edited(document, { becomes, ends }), changes };
}

/** Decides what becomes of hidden runs that follow one another. */
function hide(
  group: readonly XmlElement[],
  places: Places,
  becomes: Map<XmlElement, XmlNodes>,
): readonly TemplateChange[] {
  const tags: readonly string[] = group.map(ownTextIn).join('').match(TAG_PIECES) ?? [];
  const isWhole = hasWholeFields(group);
  for (const run of group) becomes.set(run, isWhole ? [] : fieldPartsOf(run));
  const [first] = group;
  if (first === undefined) return [];
  if (tags.length > 0) becomes.set(first, [withText(first, tags.join('')), ...(becomes.get(first) ?? [])]);
  const place = places.of(first, new Set(group));
  return [
    ...toldText(
      group
        .map((run) => textIn(run, becomes))
        .join('')
        .replace(TAG_PIECES, ''),
      places,
      first,
      new Set(group),
    ),
    ...(places.isCopy(first) ? [] : tags)
      .slice(0, TEMPLATE_CHANGES_MAX)
      .map((tag) => ({ kind: 'hidden tag', tag: quoted(tag), place }) as const),
  ];
}

function toldText(
  text: string,
  places: Places,
  element: XmlElement,
  unsaid: ReadonlySet<XmlElement>,
): readonly TemplateChange[] {
  return text.trim() === '' || places.isCopy(element)
    ? []
    : [{ kind: 'hidden text', text: quoted(text), place: places.of(element, unsaid) }];
}

interface Paragraph {
  readonly paragraph: XmlElement;
  /** Those of the paragraph itself, and not those of a text box in it. */
  readonly runs: readonly XmlElement[];
  /** The styles of the paragraph and of the table around it. */
  readonly around: readonly (string | undefined)[];
  readonly isInHiddenRow: boolean;
}

/** @param gone what was taken out, and is not searched */
function paragraphsIn(document: XmlElement, gone: ReadonlyMap<XmlElement, XmlNodes>): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const search = (element: XmlElement, table: string | undefined, isInHiddenRow: boolean, runs: XmlElement[]) => {
    for (const child of element.children) {
      if (!isElement(child) || gone.has(child)) continue;
      if (child.name === 'w:p') {
        const style = childOf(childOf(child, 'w:pPr'), 'w:pStyle');
        const own: XmlElement[] = [];
        const around = [style && attribute(style, 'w:val'), table];
        found.push({ paragraph: child, runs: own, around, isInHiddenRow });
        search(child, table, isInHiddenRow, own);
      } else if (child.name === 'w:tbl') {
        const style = childOf(childOf(child, 'w:tblPr'), 'w:tblStyle');
        search(child, style && attribute(style, 'w:val'), isInHiddenRow, runs);
      } else {
        if (RUNS.has(child.name)) runs.push(child);
        search(child, table, isInHiddenRow || isHiddenRow(child), runs);
      }
    }
  };
  search(document, undefined, false, []);
  return found;
}

function groupsOf(
  runs: readonly XmlElement[],
  isHidden: (run: XmlElement) => boolean,
): readonly (readonly XmlElement[])[] {
  const groups: XmlElement[][] = [];
  let group: XmlElement[] | undefined;
  for (const run of runs) {
    if (!isHidden(run)) {
      group = undefined;
    } else if (group === undefined) {
      group = [run];
      groups.push(group);
    } else {
      group.push(run);
    }
  }
  return groups;
}

/** A run with nothing but its part of a field; nothing where it has none. */
function fieldPartsOf(run: XmlElement): XmlNodes {
  const parts = run.children.filter(isElement).filter(({ name }) => FIELD_PARTS.has(name));
  const properties = run.children.filter(isElement).filter(({ name }) => name === 'w:rPr');
  return parts.length === 0 ? [] : [withChildren(run, [...properties, ...parts])];
}

function withText(run: XmlElement, text: string): XmlElement {
  const properties = childOf(run, 'w:rPr');
  const name = run.name === 'm:r' ? 'm:t' : 'w:t';
  const words = { name, attributes: { 'xml:space': 'preserve' }, children: [text] };
  return { ...run, children: [...(properties === undefined ? [] : [properties]), words] };
}

/** @param gone what is told of by itself */
function textIn(element: XmlElement, gone?: ReadonlyMap<XmlElement, XmlNodes>): string {
  return element.children
    .map((child) => {
      if (!isElement(child) || gone?.has(child) === true) return '';
      return TEXT_ELEMENTS.has(child.name) ? contentOf(child) : textIn(child, gone);
    })
    .join('');
}

/** The text of the line itself, without that of what is drawn in it. */
function ownTextIn(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (!isElement(child) || DRAWN.has(child.name)) return '';
      return TEXT_ELEMENTS.has(child.name) ? contentOf(child) : ownTextIn(child);
    })
    .join('');
}

/** Whether nothing in a row is needed elsewhere: a tag, or a part of a field that goes on outside the row. */
function mayGo(row: XmlElement): boolean {
  return !textIn(row).includes('{') && hasWholeFields([row]);
}

/** A cell with nothing in it but what is needed elsewhere. */
function emptied(cell: XmlElement): XmlElement {
  const properties = childOf(cell, 'w:tcPr');
  const fields = hasWholeFields([cell]) ? [] : elementsOf(cell, 'w:r').flatMap(fieldPartsOf);
  const paragraph = { name: 'w:p', attributes: {}, children: [...fields, ...loneMarks(cell)] };
  return withChildren(cell, [...(properties === undefined ? [] : [properties]), paragraph]);
}

function isHiddenRow(element: XmlElement): boolean {
  return element.name === 'w:tr' && isOn(childOf(childOf(element, 'w:trPr'), 'w:hidden'));
}

function edited(element: XmlElement, hidden: Hidden): XmlElement {
  const children = element.children.map((before) => {
    if (!isElement(before)) return { before, after: [before] };
    const instead = hidden.becomes.get(before)?.map((node) => (isElement(node) ? shown(node) : node));
    return { before, after: instead ?? [edited(before, hidden)] };
  });
  return withoutHiding(withChildren(element, withEndsShown(children, hidden)));
}

/** A run that stays, not hidden. */
function shown(run: XmlElement): XmlElement {
  return withChildren(
    run,
    run.children.map((child) => (isElement(child) ? withoutHiding(child) : child)),
  );
}

function withoutHiding(element: XmlElement): XmlElement {
  if (element.name === 'w:rPr') return without(element, HIDING);
  return element.name === 'w:trPr' ? without(element, HIDDEN_ROW) : element;
}
