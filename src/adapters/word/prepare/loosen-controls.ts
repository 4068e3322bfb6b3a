import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { OPENING_BRACES } from '../check/tag-spelling.js';
import { TEXT_PARTS } from '../file/word-parts.js';
import { childOf, isElement, without } from '../file/xml-edit.js';
import { attribute, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { editParts } from './edit-parts.js';

/**
 * Makes ordinary text of every content control that has a tag in it, and of every one that is bound to data.
 *
 * When Word opens a file, it fills each bound control from its data, and so writes over what the notat has there. A
 * control that shows its placeholder is grey, and vanishes when someone types in it. And a loop cannot begin in one
 * control and end in another. Controls are for those who fill in a document by hand, which nobody does with a notat.
 */
export function loosenControls(zip: PizZip): readonly TemplateChange[] {
  let count = 0;
  editParts(
    zip,
    TEXT_PARTS,
    (xml) => xml.includes('<w:sdt'),
    (document) =>
      replaced(document, (element) => {
        if (element.name !== 'w:sdt') return undefined;
        const properties = childOf(element, 'w:sdtPr');
        const content = childOf(element, 'w:sdtContent');
        if (content === undefined || !(bindingOf(properties) !== undefined || hasBrace(content))) return undefined;
        count += 1;
        const isPlaceholder = childOf(properties, 'w:showingPlcHdr') !== undefined;
        return (isPlaceholder ? withoutGrey(content) : content).children;
      }),
  );
  return count === 0 ? [] : [{ kind: 'controls made text', count }];
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

const STYLE: ReadonlySet<string> = new Set(['w:rStyle']);

/** Removes the character style of placeholders. Its id is Word's, and in Danish since Word 2007: `Pladsholdertekst`. */
function withoutGrey(content: XmlElement): XmlElement {
  return replaced(content, (element) =>
    element.name === 'w:rPr' &&
    elementsOf(element, 'w:rStyle').some((style) => /^(?:Placeholder|Pladsholder)/iu.test(attribute(style, 'w:val')))
      ? [without(element, STYLE)]
      : undefined,
  );
}
