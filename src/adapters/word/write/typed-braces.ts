import type { TemplateData } from './template-data.js';

/*
 * People may type braces, and a notat shows what they typed. While a notat is written, their braces are replaced by
 * marks. So a brace that is left in the notat is one of the template's, and means a tag that was not filled.
 */

/** A code point that is never a character (https://www.unicode.org/faq/private_use.html#nonchar1), and is valid in XML. */
const MARK = '\uFDD0';
const MARKED: ReadonlyMap<string, string> = new Map([
  [MARK, `${MARK}0`],
  ['{', `${MARK}1`],
  ['}', `${MARK}2`],
]);
const TO_MARK = /[{}\uFDD0]/gu;
const UNMARKED: Readonly<Record<string, string>> = { 0: MARK, 1: '{', 2: '}' };
const TO_UNMARK = /\uFDD0(?<which>[012])/gu;

/** The same data, with marks for the braces in its texts. */
export function withMarkedBraces(data: TemplateData): TemplateData {
  return marked(data) as TemplateData; // Only texts are replaced, by texts.
}

function marked(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(TO_MARK, (found) => MARKED.get(found) ?? found);
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner)]));
}

/** The same text as people typed it. */
export function withTypedBraces(xml: string): string {
  return xml.includes(MARK) ? xml.replace(TO_UNMARK, (_, which: string) => UNMARKED[which] ?? '') : xml;
}
