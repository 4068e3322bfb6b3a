import { isElement, withChildren, type XmlNodes } from '../file/xml-edit.js';
import type { XmlElement } from '../file/xml-tree.js';
import { isEmptyRun } from './fields.js';

/** Replaces what stands in runs. The runs that become empty go too. */
export function withContents(
  element: XmlElement,
  becomes: ReadonlyMap<XmlElement, XmlNodes>,
  edit: (child: XmlElement, inner: XmlElement) => XmlNodes = (_, inner) => [inner],
): XmlElement {
  if (becomes.size === 0) return element;
  const children = element.children.flatMap((child): XmlNodes => {
    if (!isElement(child)) return [child];
    const instead = becomes.get(child);
    if (instead !== undefined) return instead;
    const inner = withContents(child, becomes, edit);
    return inner !== child && isEmptyRun(inner) ? [] : edit(child, inner);
  });
  return withChildren(element, children);
}
