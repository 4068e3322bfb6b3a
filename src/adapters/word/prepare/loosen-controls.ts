import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { OPENING_BRACES } from '../check/tag-spelling.js';
import { readStyles, type Styles } from '../file/style-chain.js';
import { readWordFile, TEXT_PARTS, textOf } from '../file/word-parts.js';
import { childOf, isElement, isOn, withChildren, without, type XmlNodes } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { editParts } from './edit-parts.js';
import { hasWholeFields } from './fields.js';
import { type Places, placesIn, quoted } from './places.js';
import { withoutLook } from './run-styles.js';

/**
 * Makes ordinary text of every content control that has a tag in it, is bound to data or has a list to choose from; and
 * takes out what a control shows that nobody has filled in.
 *
 * When Word opens a file, it fills each bound control from its data, and so writes over what the notat has there. A
 * control that shows its placeholder is grey, and vanishes when someone types in it. And a loop cannot begin in one
 * control and end in another. Controls are for those who fill in a document by hand, which nobody does with a notat: a
 * placeholder such as "Klik her for at skrive" would stand in every one. What somebody has written or chosen stays, and can
 * be edited.
 */
export function loosenControls(zip: PizZip): readonly TemplateChange[] {
  const styles = readStyles(readWordFile(zip).partsOf('styles')[0]?.xml);
  const found: Loosened = { count: 0, isLocked: false, changes: [], styles };
  editParts(
    zip,
    TEXT_PARTS,
    (xml) => xml.includes('<w:sdt'),
    (document, kind) => loosened(document, placesIn(document, kind), found),
  );
  return [
    ...found.changes,
    ...(found.count === 0 ? [] : [{ kind: 'controls made text', count: found.count } as const]),
    ...(found.isLocked ? [{ kind: 'protection' } as const] : []),
  ];
}

interface Loosened {
  count: number;
  isLocked: boolean;
  readonly changes: TemplateChange[];
  readonly styles: Styles;
}

/** The controls are judged from the outside in, because the places are those of the document as it was. */
function loosened(element: XmlElement, places: Places, found: Loosened): XmlElement {
  const children = element.children.flatMap((child): XmlNodes => {
    if (!isElement(child)) return [child];
    const [properties, content] = [childOf(child, 'w:sdtPr'), childOf(child, 'w:sdtContent')];
    if (child.name !== 'w:sdt' || content === undefined) return [loosened(child, places, found)];
    const hasTag = hasBrace(content);
    if (!hasTag && isOn(childOf(properties, 'w:showingPlcHdr')) && hasWholeFields([content])) {
      const text = quoted(textOf(content));
      const [paragraph = content] = elementsOf(content, 'w:p');
      const place = () => places.of(paragraph, new Set([content, ...elementsOf(content, 'w:t')]));
      if ((text !== '' || hasPicture(content)) && !places.isCopy(child))
        found.changes.push({ kind: 'placeholder', text, place: place() });
      return emptied(content).children;
    }
    const inner = loosened(content, places, found);
    if (hasTag || bindingOf(properties) !== undefined || hasChoices(properties)) {
      if (!places.isCopy(child)) found.count += 1;
      return withoutLook(inner, 'placeholder', found.styles).children;
    }
    const settings = properties && without(properties, LOCKS);
    if (properties !== undefined && isLocked(properties)) found.isLocked = true;
    return [
      withChildren(
        child,
        child.children.flatMap((each) => (each === content ? inner : each === properties ? (settings ?? []) : each)),
      ),
    ];
  });
  return withChildren(element, children);
}

/** What keeps people from editing a control, or all that a control is around: ISO/IEC 29500-1, 17.5.2.23 and 17.5.2.15. */
const LOCKS: ReadonlySet<string> = new Set(['w:lock', 'w:group']);

/** Whether the content cannot be edited. A control that only cannot be deleted is no hindrance. */
function isLocked(properties: XmlElement): boolean {
  const lock = attribute(childOf(properties, 'w:lock'), 'w:val');
  return childOf(properties, 'w:group') !== undefined || lock === 'contentLocked' || lock === 'sdtContentLocked';
}

/** Word's own picture for a control without one, or one that another program has put there. */
function hasPicture(content: XmlElement): boolean {
  return ['w:drawing', 'w:pict', 'w:object'].some((name) => elementsOf(content, name).length > 0);
}

/** Whether a control has a list to choose from. All that nobody has chosen is in the file too, such as everybody's names. */
function hasChoices(properties: XmlElement | undefined): boolean {
  return childOf(properties, 'w:dropDownList', 'w:comboBox') !== undefined;
}

/** What binds a control to data: ISO/IEC 29500-1, 17.5.2.6, and Word's own from 2013. @param properties the control's */
export function bindingOf(properties: XmlElement | undefined): XmlElement | undefined {
  return childOf(properties, 'w:dataBinding', 'w15:dataBinding');
}

function hasBrace({ children }: XmlElement): boolean {
  return children.some((child) =>
    isElement(child) ? hasBrace(child) : [...OPENING_BRACES].some((brace) => child.includes(brace)),
  );
}

/** What stays of a placeholder: paragraphs, tables, and what other texts refer to. */
const STRUCTURE: ReadonlySet<string> = new Set(
  'w:p w:pPr w:tbl w:tblPr w:tblPrEx w:tblGrid w:tr w:trPr w:tc w:tcPr w:bookmarkStart w:bookmarkEnd w:sdt w:sdtContent'.split(
    ' ',
  ),
);
const PROPERTIES = /^w:(?:[pr]|tbl|tr|tc)Pr(?:Ex)?$|^w:tblGrid$/u;

function emptied(element: XmlElement): XmlElement {
  const children = element.children.flatMap((child): XmlNodes => {
    if (!isElement(child) || !STRUCTURE.has(child.name)) return [];
    if (PROPERTIES.test(child.name)) return [child];
    return child.name === 'w:sdt' || child.name === 'w:sdtContent' ? emptied(child).children : [emptied(child)];
  });
  return withChildren(element, children);
}
