import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { childOf, isElement, withChildren, without, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { bindingOf } from './loosen-controls.js';
import { type Places, quoted } from './places.js';
import { tagText } from './settle-fields.js';
import { propertyOfControl } from './shown-properties.js';

/** What says where a content control takes its text from. */
const BINDING: ReadonlySet<string> = new Set(['w:dataBinding', 'w15:dataBinding']);

/** Takes out the content controls that show a property of the template, or makes them show the notat's. */
export function withoutPropertyControls(
  document: XmlElement,
  places: Places,
): { readonly document: XmlElement; readonly changes: readonly TemplateChange[] } {
  const changes: TemplateChange[] = [];
  const settled = (element: XmlElement): XmlElement =>
    withChildren(
      element,
      element.children.flatMap((child): XmlNodes => {
        if (!isElement(child)) return [child];
        const its = propertyIn(child);
        if (its === undefined) return [settled(child)];
        const shows = its.tag;
        if (!places.isCopy(child)) {
          // A control around paragraphs is in none itself. What it shows is no help to find it: it is not there any more.
          const [paragraph = its.content] = elementsOf(its.content, 'w:p');
          const place = places.of(paragraph, new Set([its.content, ...elementsOf(its.content, 'w:t')]));
          changes.push({ kind: 'property shown', property: quoted(its.name), shows, place });
        }
        if (shows === undefined) return withoutTexts(its.content).children;
        const becomes = new Map([
          [its.settings, without(its.settings, BINDING)],
          [its.content, withTag(its.content, shows)],
        ]);
        return [
          withChildren(
            child,
            child.children.map((each) => (isElement(each) ? (becomes.get(each) ?? each) : each)),
          ),
        ];
      }),
    );
  return { document: settled(document), changes };
}

interface PropertyControl {
  readonly settings: XmlElement;
  readonly content: XmlElement;
  readonly name: string;
  readonly tag: string | undefined;
}

/** What shows other data, or has a tag, becomes ordinary text in a step of its own (`loosenControls`). */
function propertyIn(element: XmlElement): PropertyControl | undefined {
  const [settings, content] = [childOf(element, 'w:sdtPr'), childOf(element, 'w:sdtContent')];
  const binding = element.name === 'w:sdt' ? bindingOf(settings) : undefined;
  if (binding === undefined || settings === undefined || content === undefined) return undefined;
  const property = propertyOfControl(attribute(binding, 'w:xpath'));
  if (property === undefined || property.instead === 'text' || contentOf(content).includes('{')) return undefined;
  const tag = property.instead === 'nothing' ? undefined : property.instead.tag;
  return { settings, content, name: property.name, tag };
}

function withoutTexts(content: XmlElement): XmlElement {
  return replaced(content, (element) => (element.name === 'w:t' ? [] : undefined));
}

/** The first text becomes the tag, and the others go. Where there is none, the tag is put in the first paragraph. */
function withTag(content: XmlElement, tag: string): XmlElement {
  const [first] = elementsOf(content, 'w:t');
  const [paragraph = content] = elementsOf(content, 'w:p');
  const run = { name: 'w:r', attributes: {}, children: [tagText(tag)] };
  const edited = (element: XmlElement): XmlElement => {
    const children = element.children.flatMap((child): XmlNodes => {
      if (!isElement(child)) return [child];
      if (child.name === 'w:t') return child === first ? [tagText(tag)] : [];
      return [edited(child)];
    });
    return withChildren(element, first === undefined && element === paragraph ? [...children, run] : children);
  };
  return edited(content);
}
