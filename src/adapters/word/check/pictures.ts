import { attribute, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';

/** What makes a drawing a picture that someone must be told about: a box with text in it or a line is none. */
const SHOWS_PICTURE = ['pic:pic', 'c:chart', 'cx:chart', 'dgm:relIds'] as const;

/** Leaves out what Word shows only in programs that cannot show the same thing drawn anew (mc:AlternateContent). */
export function withoutCopies(document: XmlElement): XmlElement {
  return replaced(document, ({ name }) => (name === 'mc:Fallback' ? [] : undefined));
}

/** Whether an element is a picture, a chart or a diagram: drawn as programs do since 2007, or as earlier ones did (VML). */
export function isPicture(element: XmlElement): boolean {
  switch (element.name) {
    case 'w:drawing':
      return SHOWS_PICTURE.some((name) => elementsOf(element, name).length > 0);
    case 'w:pict':
      return elementsOf(element, 'v:imagedata').length > 0;
    default:
      return false;
  }
}

/** Whether a picture has a description for people who cannot see it, or is marked in Word as decorative. */
export function isDescribed(picture: XmlElement): boolean {
  if (picture.name === 'w:pict') {
    return elementsOf(picture, '*')
      .filter((shape) => shape.children.some((child) => typeof child !== 'string' && child.name === 'v:imagedata'))
      .every((shape) => attribute(shape, 'alt').trim() !== '');
  }
  return (
    elementsOf(picture, 'wp:docPr').every((properties) => attribute(properties, 'descr').trim() !== '') ||
    elementsOf(picture, 'adec:decorative').some((mark) => /^(?:1|true)$/u.test(attribute(mark, 'val')))
  );
}
