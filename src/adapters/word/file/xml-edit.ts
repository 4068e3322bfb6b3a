import type { XmlElement } from './xml-tree.js';

/** What elements of a document become. The parsed elements themselves never change. */
export type XmlNodes = readonly (XmlElement | string)[];

export function isElement(node: XmlElement | string): node is XmlElement {
  return typeof node !== 'string';
}

/** The first child with one of these names. */
export function childOf(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => isElement(child) && names.includes(child.name));
}

/** The same element with other children; the element itself if they are the same. */
export function withChildren(element: XmlElement, children: XmlNodes): XmlElement {
  const isSame =
    children.length === element.children.length && children.every((child, index) => child === element.children[index]);
  return isSame ? element : { ...element, children };
}

/** The same element without the children that are named. */
export function without(element: XmlElement, names: ReadonlySet<string>): XmlElement {
  return withChildren(
    element,
    element.children.filter((child) => !isElement(child) || !names.has(child.name)),
  );
}

/** Whether a property that is on or off is on: `<w:vanish/>` is, and `<w:vanish w:val="0"/>` is not. */
export function isOn(property: XmlElement | undefined): boolean {
  return property !== undefined && !/^(?:0|false|off)$/u.test(property.attributes['w:val'] ?? '');
}
