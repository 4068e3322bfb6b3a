import { TEMPLATE_CHANGES_MAX } from '../../../domain/limits.js';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { TEXT_ELEMENTS } from '../file/word-parts.js';
import { childOf, isElement, isOn, withChildren, without, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { HIDING, type HiddenStyles } from './hidden-styles.js';
import { type Places, quoted } from './places.js';

/** A whole tag, or the part of one that begins or ends in visible text. */
const TAG_PIECES = /\{[^{}]*\}?|^[^{}]*\}/gu;
/** What belongs together in several runs: a field without its end would swallow what follows. */
const FIELD_PARTS: ReadonlySet<string> = new Set(['w:fldChar', 'w:instrText']);
const RUNS: ReadonlySet<string> = new Set(['w:r', 'm:r']);
const HIDDEN_ROW: ReadonlySet<string> = new Set(['w:hidden']);
/** The kinds of shape, each with the element that says whether it is hidden. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['w:drawing', 'wp:docPr'],
  ['wps:wsp', 'wps:cNvPr'],
  ['pic:pic', 'pic:cNvPr'],
]);

export interface WithoutHidden {
  readonly document: XmlElement;
  readonly changes: readonly TemplateChange[];
}

/**
 * Takes out the text, the rows and the shapes that Word does not show. Tags are the exception: some people hide the
 * tags of conditions, because they disturb the page. They are kept, and nothing in the document is hidden any more.
 */
export function withoutHidden(document: XmlElement, styles: HiddenStyles, places: Places): WithoutHidden {
  const becomes = new Map<XmlElement, XmlNodes>();
  const hiddenEnds = new Set<XmlElement>();
  const changes: TemplateChange[] = [];
  for (const { paragraph, runs, around } of paragraphsIn(document)) {
    if (styles.isHidden(childOf(childOf(paragraph, 'w:pPr'), 'w:rPr'), around)) hiddenEnds.add(paragraph);
    const groups = groupsOf(runs, (run) => styles.isHidden(childOf(run, 'w:rPr'), around));
    for (const group of groups) changes.push(...hide(group, places, becomes));
  }
  for (const element of elementsOf(document, '*')) {
    const isRow = element.name === 'w:tr' && isOn(childOf(childOf(element, 'w:trPr'), 'w:hidden'));
    const text = isRow || isHiddenShape(element) ? textIn(element) : '{';
    if (text.includes('{')) continue;
    becomes.set(element, []);
    changes.push(...toldText(text, places, element, new Set([element])));
  }
  return { document: edited(document, becomes, hiddenEnds), changes };
}

/** Decides what becomes of hidden runs that follow one another. */
function hide(
  group: readonly XmlElement[],
  places: Places,
  becomes: Map<XmlElement, XmlNodes>,
): readonly TemplateChange[] {
  const text = group.map(textIn).join('');
  const tags: readonly string[] = text.match(TAG_PIECES) ?? [];
  const isWhole = fieldDepth(group) === 0;
  for (const run of group) becomes.set(run, isWhole ? [] : [fieldPartsOf(run)]);
  const [first] = group;
  if (first === undefined) return [];
  if (tags.length > 0) becomes.set(first, [withText(first, tags.join('')), ...(becomes.get(first) ?? [])]);
  const place = places.of(first, new Set(group));
  return [
    ...toldText(text.replace(TAG_PIECES, ''), places, first, new Set(group)),
    ...tags.slice(0, TEMPLATE_CHANGES_MAX).map((tag) => ({ kind: 'hidden tag', tag: quoted(tag), place }) as const),
  ];
}

function toldText(
  text: string,
  places: Places,
  element: XmlElement,
  unsaid: ReadonlySet<XmlElement>,
): readonly TemplateChange[] {
  return text.trim() === '' ? [] : [{ kind: 'hidden text', text: quoted(text), place: places.of(element, unsaid) }];
}

interface Paragraph {
  readonly paragraph: XmlElement;
  /** Those of the paragraph itself, and not those of a text box in it. */
  readonly runs: readonly XmlElement[];
  /** The styles of the paragraph and of the table around it. */
  readonly around: readonly (string | undefined)[];
}

function paragraphsIn(document: XmlElement): readonly Paragraph[] {
  const found: Paragraph[] = [];
  const search = (element: XmlElement, table: string | undefined, runs: XmlElement[]) => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (child.name === 'w:p') {
        const style = childOf(childOf(child, 'w:pPr'), 'w:pStyle');
        const own: XmlElement[] = [];
        found.push({ paragraph: child, runs: own, around: [style && attribute(style, 'w:val'), table] });
        search(child, table, own);
      } else if (child.name === 'w:tbl') {
        const style = childOf(childOf(child, 'w:tblPr'), 'w:tblStyle');
        search(child, style && attribute(style, 'w:val'), runs);
      } else {
        if (RUNS.has(child.name)) runs.push(child);
        search(child, table, runs);
      }
    }
  };
  search(document, undefined, []);
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

/** How many fields begin in these runs and do not end, or the other way round. */
function fieldDepth(runs: readonly XmlElement[]): number {
  const marks = runs.flatMap((run) => elementsOf(run, 'w:fldChar').map((mark) => attribute(mark, 'w:fldCharType')));
  return marks.filter((type) => type === 'begin').length - marks.filter((type) => type === 'end').length;
}

function fieldPartsOf(run: XmlElement): XmlElement {
  return withChildren(
    run,
    run.children.filter((child) => isElement(child) && (child.name === 'w:rPr' || FIELD_PARTS.has(child.name))),
  );
}

function withText(run: XmlElement, text: string): XmlElement {
  const properties = childOf(run, 'w:rPr');
  const name = run.name === 'm:r' ? 'm:t' : 'w:t';
  const words = { name, attributes: { 'xml:space': 'preserve' }, children: [text] };
  return { ...run, children: [...(properties === undefined ? [] : [properties]), words] };
}

function textIn(element: XmlElement): string {
  return elementsOf(element, '*')
    .map((inner) => (TEXT_ELEMENTS.has(inner.name) ? contentOf(inner) : ''))
    .join('');
}

function isHiddenShape(element: XmlElement): boolean {
  const properties = SHAPES.get(element.name);
  if (properties !== undefined) {
    return elementsOf(element, properties)
      .slice(0, 1)
      .some((shape) => /^(?:1|true)$/u.test(attribute(shape, 'hidden')));
  }
  return /^v:(?:shape|rect|oval|line|group|roundrect)$/u.test(element.name) && isHiddenVml(attribute(element, 'style'));
}

/** https://learn.microsoft.com/windows/win32/vml/msdn-online-vml-style-attribute */
function isHiddenVml(style: string): boolean {
  return style.split(';').some((part) => part.replace(/\s/gu, '').toLowerCase() === 'visibility:hidden');
}

function edited(
  element: XmlElement,
  becomes: ReadonlyMap<XmlElement, XmlNodes>,
  hiddenEnds: ReadonlySet<XmlElement>,
): XmlElement {
  const { children } = element;
  const after = children.flatMap((child, index): XmlNodes => {
    if (!isElement(child)) return [child];
    const instead = becomes.get(child)?.map((node) => (isElement(node) ? shown(node) : node));
    if (instead !== undefined) return instead;
    const inner = edited(child, becomes, hiddenEnds);
    // The last paragraph of a cell or of a text box must stay.
    const mayGo = hiddenEnds.has(child) && children.slice(index + 1).some(isBlock);
    return mayGo && !hasContent(inner) ? [] : [inner];
  });
  return withoutHiding(withChildren(element, after));
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

function isBlock(node: XmlElement | string): boolean {
  return isElement(node) && (node.name === 'w:p' || node.name === 'w:tbl' || node.name === 'w:sdt');
}

/** Whether a paragraph has anything but properties, or ends a section. */
function hasContent(paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, 'w:pPr');
  return paragraph.children.some((child) => child !== properties) || childOf(properties, 'w:sectPr') !== undefined;
}
