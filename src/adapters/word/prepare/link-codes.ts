import type { XmlNodes } from '../file/xml-edit.js';
import type { XmlElement } from '../file/xml-tree.js';
import type { Field, RunContents } from './fields.js';
import { withoutLinkPast } from './file-links.js';

/**
 * What becomes of the code of a link's field that stays: see `withoutLinkPast`.
 *
 * @returns nothing for a code that stays as it is, or that has other fields in it
 */
export function cleanedLinkCode(
  { code, own, shown, inCode }: Field,
  { elements }: RunContents,
): readonly (readonly [XmlElement, XmlNodes])[] {
  const after = inCode.length > 0 ? code : withoutLinkPast(code);
  if (after === code) return [];
  const pieces = own
    .filter((at) => at < shown)
    .map((at) => elements[at])
    .filter((element): element is XmlElement => element?.name === 'w:instrText');
  return pieces.map((piece, index) => [piece, index === 0 ? [{ ...piece, children: [after] }] : []] as const);
}
