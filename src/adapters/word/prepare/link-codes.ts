import type { XmlNodes } from '../file/xml-edit.js';
import type { XmlElement } from '../file/xml-tree.js';
import { type Field, type RunContents, withCode } from './fields.js';
import { withoutLinkPast } from './file-links.js';

/**
 * What becomes of the code of a link's field that stays: see `withoutLinkPast`.
 *
 * @returns nothing for a code that stays as it is, or that has other fields in it
 */
export function cleanedLinkCode(field: Field, contents: RunContents): readonly (readonly [XmlElement, XmlNodes])[] {
  const { code, inCode } = field;
  const after = inCode.length > 0 ? code : withoutLinkPast(code);
  return after === code ? [] : withCode(field, contents, after);
}
