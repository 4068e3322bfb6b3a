import { fieldName } from '../check/safe-fields.js';
import type { XmlNodes } from '../file/xml-edit.js';
import { contentOf, type XmlElement } from '../file/xml-tree.js';
import type { FieldRule } from './field-rules.js';
import { type Field, type RunContents, textsOf } from './fields.js';

/*
 * A header often has the title on all pages but the first: IF { PAGE } = 1 "" "{ TITLE }". Word decides that anew on each
 * page, and the title of a notat's file is its own. So the condition stays, and only what it showed of the template goes.
 */

/** Fields that show on which page or in which part of the notat they stand, or how many there are. */
const PAGES: ReadonlySet<string> = new Set(['PAGE', 'NUMPAGES', 'SECTION', 'SECTIONPAGES']);
/** How many elements of runs such a condition can have. Our choice: Word splits a line into a few dozen. */
const LONGEST = 500;

/** @param causes the rules of the fields in its code that cannot stay as they are, each with its field */
export function isOnPages(
  { code, own, inCode, begin, end }: Field,
  { elements }: RunContents,
  causes: readonly { readonly rule: FieldRule; readonly field: Field }[],
): boolean {
  const [first] = inCode;
  if (first === undefined || causes.length === 0 || fieldName(code) !== 'IF' || end - begin > LONGEST) return false;
  const before = own.filter((at) => at < first.begin).map((at) => textAt(elements[at], 'w:instrText'));
  const isCondition = /^\s*IF\s*"?$/iu.test(before.join('')) && PAGES.has(fieldName(first.code));
  return isCondition && causes.every(({ rule, field }) => showsTitle(rule) && inCode.includes(field));
}

function showsTitle({ instead }: FieldRule): boolean {
  return typeof instead === 'object' && instead.tag === 'titel';
}

/** What becomes of the texts that a condition on pages and the titles in it showed: the notat's title, or nothing. */
export function shownOnPages(
  field: Field,
  contents: RunContents,
  titles: readonly Field[],
): readonly (readonly [XmlElement, XmlNodes])[] {
  const shownBy = (each: Field) => textsOf(each, contents).map(contentOf).join('').trim();
  const titled = (each: Field) =>
    textsOf(each, contents).map(
      (text, index) => [text, index === 0 ? [{ ...text, children: ['{titel}'] }] : []] as const,
    );
  const inside = titles.flatMap(titled);
  const text = shownBy(field);
  if (text === '' || text.includes('{')) return inside;
  if (titles.some((title) => shownBy(title) === text)) return [...inside, ...titled(field)];
  // The words of the code stay. All else has the template's title in it, and Word puts the notat's there.
  const isOwn = field.code.includes(text);
  return isOwn ? inside : [...inside, ...textsOf(field, contents).map((each) => [each, []] as const)];
}

function textAt(element: XmlElement | undefined, name: string): string {
  return element?.name === name ? contentOf(element) : '';
}
