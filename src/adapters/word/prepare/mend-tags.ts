import type PizZip from 'pizzip';
import { TEMPLATE_RESPELT_MAX } from '../../../domain/limits.js';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { meantTag } from '../check/tag-spelling.js';
import { PROPERTY_PARTS, TEXT_ELEMENTS, TEXT_PARTS } from '../file/word-parts.js';
import { contentOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { editParts } from './edit-parts.js';

/**
 * A tag in any spelling, with any braces. Two braces, which other programs use, mean one. No tag is longer than
 * `TEMPLATE_TAG_MAX`.
 */
const SPELT =
  /(?<open>[{\uFF5B\u2774\uFE5B]{1,2})(?<inside>[^{\uFF5B\u2774\uFE5B}\uFF5D\u2775\uFE5C\n]{1,100})(?<close>[}\uFF5D\u2775\uFE5C]{1,2})/gu;
/** The same in XML, with the mark-up that may lie in it. Each character is looked at twice at most. */
const SPELT_IN_XML =
  /(?<open>[{\uFF5B\u2774\uFE5B]{1,2})(?<inside>[^{\uFF5B\u2774\uFE5B}\uFF5D\u2775\uFE5C]*)(?<close>[}\uFF5D\u2775\uFE5C])/gu;
const MARKUP = /<[^<>]*>/gu;
/** Things that stand between letters without being a letter: they may not stay inside a tag, or behind it. */
const BETWEEN_LETTERS: ReadonlySet<string> = new Set([
  'w:softHyphen',
  'w:noBreakHyphen',
  'w:tab',
  'w:br',
  'w:cr',
  'w:ptab',
]);
const HAS_BETWEEN_LETTERS = /<w:(?:softHyphen|noBreakHyphen|tab|br|cr|ptab)\b/u;
/** What docxtemplater would read as letters of the XML, and a parser does not: it reads no references and no CDATA. */
const WRITTEN_OTHERWISE = /&#|<!\[CDATA\[|<!--/u;

/**
 * Writes each tag as the bot fills it, where it is clear which tag was meant: `{ Titel }` becomes `{titel}`. A tag in
 * several runs that is right is left as it is.
 */
export function mendTags(zip: PizZip): readonly TemplateChange[] {
  const respelt = new Map<string, TemplateChange>();
  editParts(zip, [...TEXT_PARTS, ...PROPERTY_PARTS], isConcerned, (document, kind) => {
    const blocks = PROPERTY_PARTS.some((each) => each === kind) ? leavesOf(document) : paragraphsOf(document);
    const edits: Edits = { passages: new Map(), left: new Set() };
    for (const block of blocks) {
      for (const [from, to] of mend(block, edits)) {
        if (from !== to) respelt.set(`${from} ${to}`, { kind: 'tag respelt', from, to });
      }
    }
    const mended = withEdits(document, edits);
    // A part that is the same to a parser may still be another to docxtemplater.
    return mended === document ? { ...document } : mended;
  });
  return [...respelt.values()].slice(0, TEMPLATE_RESPELT_MAX);
}

function isConcerned(xml: string): boolean {
  if (WRITTEN_OTHERWISE.test(xml)) return true;
  for (const { groups } of xml.matchAll(SPELT_IN_XML)) {
    const { open = '', inside = '', close = '' } = groups ?? {};
    const letters = inside.replace(MARKUP, '');
    const meant = meantTag(letters);
    if (meant === undefined) continue;
    if (meant !== letters || open !== '{' || close !== '}' || HAS_BETWEEN_LETTERS.test(inside)) return true;
  }
  return false;
}

/** Elements with text, and the things between letters, in order: all of one paragraph but not of another inside it. */
type Block = readonly XmlElement[];

function paragraphsOf(within: XmlElement): readonly Block[] {
  const blocks: XmlElement[][] = [];
  const search = ({ children }: XmlElement, block: XmlElement[]) => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      if (TEXT_ELEMENTS.has(child.name) || BETWEEN_LETTERS.has(child.name)) block.push(child);
      const isParagraph = child.name === 'w:p' || child.name === 'a:p';
      const inner = isParagraph ? [] : block;
      if (isParagraph) blocks.push(inner);
      search(child, inner);
    }
  };
  search(within, []);
  return blocks;
}

/** The properties of a file, each of which is a text of its own. */
function leavesOf(within: XmlElement): readonly Block[] {
  return within.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.children.every((inner) => typeof inner === 'string') ? [[child]] : leavesOf(child);
  });
}

/** What a passage of a text becomes. The indexes are those of the text as it was. */
interface Passage {
  readonly from: number;
  readonly to: number;
  readonly becomes: string;
}

interface Edits {
  /** The passages of each element in order. They are put in at once, so that the work grows with the text. */
  readonly passages: Map<XmlElement, Passage[]>;
  readonly left: Set<XmlElement>;
}

/** @returns what was written, and what it became */
function mend(block: Block, { passages, left }: Edits): readonly (readonly [from: string, to: string])[] {
  const pieces = block.map((element) => (BETWEEN_LETTERS.has(element.name) ? '' : contentOf(element)));
  const mended: [string, string][] = [];
  let first = { number: 0, at: 0 };
  for (const { 0: from, index, groups } of pieces.join('').matchAll(SPELT)) {
    const { open = '', inside = '', close = '' } = groups ?? {};
    const meant = meantTag(inside);
    if (meant === undefined || open.length !== close.length) continue;
    const to = `{${meant}}`;
    // The pieces before the tag need not be looked at again, so that the work grows with the pieces and not with their square.
    while (first.at + (pieces[first.number] ?? '').length <= index) {
      first = { number: first.number + 1, at: first.at + (pieces[first.number] ?? '').length };
    }
    let isWritten = false;
    for (let { number, at } = first; number < block.length && at < index + from.length; number += 1) {
      const element = block[number];
      const text = pieces[number] ?? '';
      const [start, end] = [index - at, index + from.length - at];
      at += text.length;
      if (element === undefined) break;
      if (BETWEEN_LETTERS.has(element.name)) {
        if (isWritten || from === to) left.add(element);
      } else if (from !== to) {
        const its = passages.get(element) ?? [];
        its.push({ from: Math.max(0, start), to: Math.min(text.length, end), becomes: isWritten ? '' : to });
        passages.set(element, its);
        isWritten = true;
      }
    }
    if (from !== to) mended.push([from, to]);
  }
  return mended;
}

function withEdits(document: XmlElement, { passages, left }: Edits): XmlElement {
  if (passages.size === 0 && left.size === 0) return document;
  return replaced(document, (element) => {
    if (left.has(element)) return [];
    const its = passages.get(element);
    if (its === undefined) return undefined;
    const text = withPassages(contentOf(element), its);
    return [{ ...element, children: text === '' ? [] : [text] }];
  });
}

function withPassages(text: string, passages: readonly Passage[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, becomes } of passages) {
    pieces.push(text.slice(at, from), becomes);
    at = to;
  }
  return [...pieces, text.slice(at)].join('');
}
