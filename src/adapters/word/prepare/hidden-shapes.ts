import { isElement } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';

/** What is drawn, each with the element in it that says whether it is hidden. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ['wps:wsp', 'wps:cNvPr'],
  ['wpg:wgp', 'wpg:cNvPr'],
  ['wpg:grpSp', 'wpg:cNvPr'],
  ['pic:pic', 'pic:cNvPr'],
]);
const VML_SHAPE = /^v:(?:shape|rect|oval|line|group|roundrect)$/u;

/**
 * Whether Word does not show what is drawn here. A drawing is hidden with the only shape in it: without that it would be
 * no drawing (ISO/IEC 29500-1, 20.1.2.2.17).
 */
export function isHiddenShape(element: XmlElement): boolean {
  if (VML_SHAPE.test(element.name)) return isHiddenVml(attribute(element, 'style'));
  if (element.name !== 'w:drawing') return isSaidHidden(element, SHAPES.get(element.name));
  const [data] = elementsOf(element, 'a:graphicData');
  const drawn = data?.children.filter(isElement) ?? [];
  return isSaidHidden(element, 'wp:docPr') || drawn.some((shape) => isSaidHidden(shape, SHAPES.get(shape.name)));
}

/** @param properties the name of the element that says so, the first of which is that of the shape itself */
function isSaidHidden(shape: XmlElement, properties: string | undefined): boolean {
  if (properties === undefined) return false;
  const [its] = elementsOf(shape, properties);
  return /^(?:1|true)$/u.test(attribute(its, 'hidden'));
}

/** https://learn.microsoft.com/windows/win32/vml/msdn-online-vml-style-attribute */
function isHiddenVml(style: string): boolean {
  return style.split(';').some((part) => part.replace(/\s/gu, '').toLowerCase() === 'visibility:hidden');
}
