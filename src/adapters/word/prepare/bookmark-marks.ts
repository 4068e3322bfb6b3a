import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';

/*
 * A bookmark has a mark where it begins and one where it ends, with the same id: ISO/IEC 29500-1, 17.13.6. What refers to
 * it finds nothing when one of them is missing.
 */

const [START, END] = ['w:bookmarkStart', 'w:bookmarkEnd'] as const;

export function isBookmarkMark({ name }: XmlElement): boolean {
  return name === START || name === END;
}

/** The marks in an element whose other mark is elsewhere. They can stand among paragraphs, rows, cells and runs. */
export function loneMarks(within: XmlElement): readonly XmlElement[] {
  const marks = elementsOf(within, '*').filter(isBookmarkMark);
  const idsOf = (name: string) =>
    new Set(marks.filter((mark) => mark.name === name).map((mark) => attribute(mark, 'w:id')));
  const [starts, ends] = [idsOf(START), idsOf(END)];
  return marks.filter((mark) => !(mark.name === START ? ends : starts).has(attribute(mark, 'w:id')));
}
