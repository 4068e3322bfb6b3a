import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { OPENING_BRACES } from '../check/tag-spelling.js';
import { TEXT_PARTS } from '../file/word-parts.js';
import { attribute, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { editParts } from './edit-parts.js';

/** What binds a content control to custom XML or to a property: ISO/IEC 29500-1, 17.5.2.6, and Word's own from 2013. */
const BINDINGS: ReadonlySet<string> = new Set(['w:dataBinding', 'w15:dataBinding']);

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
        if (content === undefined || !(isBound(properties) || hasBrace(content))) return undefined;
        count += 1;
        const isPlaceholder = childOf(properties, 'w:showingPlcHdr') !== undefined;
        return (isPlaceholder ? withoutGrey(content) : content).children;
      }),
  );
  return count === 0 ? [] : [{ kind: 'controls made text', count }];
}

function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

function isBound(properties: XmlElement | undefined): boolean {
  return properties?.children.some((child) => typeof child !== 'string' && BINDINGS.has(child.name)) ?? false;
}

function hasBrace({ children }: XmlElement): boolean {
  return children.some((child) =>
    typeof child === 'string' ? [...OPENING_BRACES].some((brace) => child.includes(brace)) : hasBrace(child),
  );
}

/** Removes the character style of placeholders. Its id is Word's, and in Danish since Word 2007: `Pladsholdertekst`. */
function withoutGrey(content: XmlElement): XmlElement {
  return replaced(content, (element) =>
    element.name === 'w:rPr' &&
    elementsOf(element, 'w:rStyle').some((style) => /^(?:Placeholder|Pladsholder)/iu.test(attribute(style, 'w:val')))
      ? [
          {
            ...element,
            children: element.children.filter((child) => typeof child === 'string' || child.name !== 'w:rStyle'),
          },
        ]
      : undefined,
  );
}
