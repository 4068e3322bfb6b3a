import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { childOf, isElement, withChildren, without, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { bindingOf } from './loosen-controls.js';
import { type Places, quoted } from './places.js';
import { propertyOfControl, propertyOfField, type ShownProperty } from './shown-properties.js';

/*
 * What a field or a content control shows is stored in the document, and it is what was true of the template. Word and
 * other programs show it until somebody has the fields updated.
 */

/** What says where a content control takes its text from, or that it has none yet. */
const BINDING: ReadonlySet<string> = new Set(['w:dataBinding', 'w15:dataBinding', 'w:showingPlcHdr']);

export interface WithoutProperties {
  readonly document: XmlElement;
  readonly changes: readonly TemplateChange[];
}

/** Takes out what shows a property of the template, or makes it show the notat's. */
export function withoutShownProperties(document: XmlElement, places: Places): WithoutProperties {
  const changes: TemplateChange[] = [];
  const tell = ({ name, instead }: ShownProperty, element: XmlElement) => {
    const shows = typeof instead === 'string' ? undefined : instead.tag;
    if (instead !== 'text') {
      changes.push({ kind: 'property shown', property: quoted(name), shows, place: places.of(element) });
    }
  };
  const becomes = new Map<XmlElement, XmlNodes>();
  settleFields(contentsOfRuns(document), becomes, tell);
  const mended = replaced(document, (element) => becomes.get(element) ?? ofSimpleField(element, tell));
  return { document: replaced(mended, (element) => ofControl(element, document, tell)), changes };
}

/** What stands in the runs of a part, in order. A field is a row of it, whatever runs and paragraphs Word has split it over. */
interface RunContents {
  readonly elements: readonly XmlElement[];
  /** How many braces stand before each element, and in all. */
  readonly braces: readonly number[];
}

function contentsOfRuns(document: XmlElement): RunContents {
  const elements = elementsOf(document, 'w:r').flatMap(({ children }) =>
    children.filter((child): child is XmlElement => isElement(child) && child.name !== 'w:rPr'),
  );
  const braces = [0];
  for (const { name, children } of elements) {
    const count = name === 'w:t' && children.some((text) => !isElement(text) && text.includes('{')) ? 1 : 0;
    braces.push((braces.at(-1) ?? 0) + count);
  }
  return { elements, braces };
}

interface Field {
  code: string;
  /** The places of its marks and of its code, without those of fields inside it. */
  readonly own: number[];
  readonly begin: number;
  /** Where what it shows begins; after its end for one that shows nothing. */
  shown: number;
  end: number;
}

/** The fields that end, in the order in which they begin. */
function fieldsIn({ elements }: RunContents): readonly Field[] {
  const ended: Field[] = [];
  const open: Field[] = [];
  for (const [at, element] of elements.entries()) {
    const type = element.name === 'w:fldChar' ? attribute(element, 'w:fldCharType') : undefined;
    if (type === 'begin') open.push({ code: '', own: [], begin: at, shown: Number.POSITIVE_INFINITY, end: at });
    const field = open.at(-1);
    if (field === undefined || (type === undefined && element.name !== 'w:instrText')) continue;
    field.own.push(at);
    if (element.name === 'w:instrText') field.code += contentOf(element);
    if (type === 'separate') field.shown = at + 1;
    if (type !== 'end') continue;
    field.end = at;
    ended.push(field);
    open.pop();
  }
  return ended.toSorted((one, other) => one.begin - other.begin);
}

/** Decides what the elements of fields become that show a property. Each element is looked at once. */
function settleFields(
  contents: RunContents,
  becomes: Map<XmlElement, XmlNodes>,
  tell: (property: ShownProperty, element: XmlElement) => void,
): void {
  const { elements, braces } = contents;
  const takeOut = (at: number, instead: XmlNodes = []) => {
    const element = elements[at];
    if (element !== undefined) becomes.set(element, instead);
  };
  let settledUntil = -1;
  for (const { code, own, begin, shown, end } of fieldsIn(contents)) {
    const property = begin > settledUntil ? propertyOfField(code) : undefined;
    const first = elements[begin];
    if (property === undefined || first === undefined) continue;
    const hasTag = (braces[end] ?? 0) > (braces[Math.min(shown, end)] ?? 0);
    if (property.instead === 'text' || hasTag) {
      for (const at of own) takeOut(at);
      continue;
    }
    for (let at = begin; at <= end; at += 1) takeOut(at);
    if (typeof property.instead !== 'string') takeOut(begin, [tagText(property.instead.tag)]);
    tell(property, first);
    settledUntil = end;
  }
}

function ofSimpleField(
  element: XmlElement,
  tell: (property: ShownProperty, element: XmlElement) => void,
): XmlNodes | undefined {
  if (element.name !== 'w:fldSimple') return undefined;
  const property = propertyOfField(attribute(element, 'w:instr'));
  if (property === undefined) return undefined;
  if (property.instead === 'text' || contentOf(element).includes('{')) return element.children;
  tell(property, element);
  if (typeof property.instead === 'string') return [];
  const properties = childOf(childOf(element, 'w:r'), 'w:rPr');
  const text = tagText(property.instead.tag);
  return [{ name: 'w:r', attributes: {}, children: properties === undefined ? [text] : [properties, text] }];
}

function ofControl(
  element: XmlElement,
  document: XmlElement,
  tell: (property: ShownProperty, element: XmlElement) => void,
): XmlNodes | undefined {
  if (element.name !== 'w:sdt') return undefined;
  const settings = childOf(element, 'w:sdtPr');
  const binding = bindingOf(settings);
  if (binding === undefined || settings === undefined) return undefined;
  const property = propertyOfControl(attribute(binding, 'w:xpath'));
  const content = childOf(element, 'w:sdtContent');
  // What shows other data, or has a tag, becomes ordinary text in a step of its own.
  if (property === undefined || property.instead === 'text' || contentOf(element).includes('{')) return undefined;
  tell(property, content ?? document);
  return [
    withChildren(
      element,
      element.children.map((child) => {
        if (child === settings) return without(settings, BINDING);
        return isElement(child) && child === content ? withTextInstead(child, property) : child;
      }),
    ),
  ];
}

/** The first text becomes the tag, if there is one, and the others go. */
function withTextInstead(content: XmlElement, { instead }: ShownProperty): XmlElement {
  const [first] = elementsOf(content, 'w:t');
  return replaced(content, (element) => {
    if (element.name !== 'w:t') return undefined;
    return element === first && typeof instead !== 'string' ? [tagText(instead.tag)] : [];
  });
}

function tagText(tag: string): XmlElement {
  return { name: 'w:t', attributes: {}, children: [`{${tag}}`] };
}
