import { TEMPLATE_MAX_TAGS, TEMPLATE_NEAR_MAX } from '../../../domain/limits.js';
import type { TemplatePart, TemplatePlace } from '../../../domain/notat/template-place.js';
import { partOfKind } from '../file/part-names.js';
import { beginningOf } from '../file/shortened.js';
import {
  type PartKind,
  PROPERTY_PARTS,
  TEXT_ELEMENTS,
  TEXT_PARTS,
  textOf,
  type WordFile,
  type WordPart,
} from '../file/word-parts.js';
import { attribute, contentOf, type XmlElement } from '../file/xml-tree.js';
import { fieldName } from './safe-fields.js';
import { tagsIn } from './visible-tags.js';

/** A paragraph or a property, with where it is. */
interface Block {
  readonly row: number | undefined;
  readonly isInTextBox: boolean;
  /** What the paragraph lies in: a cell, a text box, a footnote, or the whole part. */
  readonly container: XmlElement;
  readonly table: XmlElement | undefined;
  /** Whether Word shows another copy of it: what older programs show instead of a drawing, or a drawn SmartArt. */
  readonly isCopy: boolean;
  /** Its number among the blocks of its part. */
  readonly index: number;
  text: string;
}

/** A text of one part of a template, as docxtemplater reads it: paragraph by paragraph, without the rest of the XML. */
export interface PartReading {
  readonly part: TemplatePart;
  readonly name: string;
  /** A line for each paragraph. A paragraph that has a text box in it goes on behind the lines of the box. */
  readonly text: string;
  /** Every field, with the index in `text` where it is. */
  readonly fields: readonly FieldCode[];
  /** Tags that nobody fills, because they are no text of a paragraph. At most `TEMPLATE_MAX_TAGS`. */
  readonly unfilled: readonly UnfilledTag[];
  /** @param at an index of `text` */
  placeAt(at: number): TemplatePlace;
  /** Whether Word has another copy of what is there, and shows that one. */
  isCopyAt(at: number): boolean;
  /**
   * Whether a loop can begin and end at the two indexes: within one container, or as rows of one table; and in the same
   * field, or in none. A condition that is false would otherwise take the end of a field with it, and leave its beginning.
   */
  canRepeat(from: number, to: number): boolean;
}

export interface FieldCode {
  /** Word's name for the field, in capitals; empty where another field makes the name. */
  readonly name: string;
  readonly at: number;
}

export interface UnfilledTag {
  readonly tag: string;
  readonly part: TemplatePart;
  readonly at: number;
  /** The text that it is in. */
  readonly words: string;
}

const CONTAINERS: ReadonlySet<string> = new Set([
  ...['w:body', 'w:hdr', 'w:ftr', 'w:tc', 'w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment', 'w:docPartBody'],
  ...['dgm:t', 'dsp:txBody', 'c:rich', 'cx:rich'],
]);

/** The attributes that show a text, and as what. */
const SHOWN: Readonly<Record<string, TemplatePart>> = {
  descr: 'alternative text',
  title: 'alternative text',
  alt: 'alternative text',
  'w:tblCaption': 'alternative text',
  'w:tblDescription': 'alternative text',
  'v:textpath': 'drawn text',
  'w:instr': 'field code',
  'w:tooltip': 'link',
};

/** How many paragraphs before and after a problem are searched for words, where its own has none. */
const PARAGRAPHS_BESIDE = 20;
/** How much of a paragraph is searched for words. */
const SEARCHED_FOR_WORDS = 1_000;

interface Surroundings extends Omit<Block, 'text' | 'index'> {
  readonly block: Block;
}

interface OpenField {
  code: string;
  /** Whether another field makes a part of the code. */
  isMade: boolean;
  isShown: boolean;
  /** Whether a mark begins it. */
  readonly isBegun: boolean;
  readonly at: number;
}

/** Reads all parts that show text, and the properties. */
export function readParts(file: WordFile): readonly PartReading[] {
  return file.partsOf(...TEXT_PARTS, ...PROPERTY_PARTS).map(readPart);
}

/** Reads a part once, for all that the check asks about its text. */
function readPart({ name, kind, xml }: WordPart): PartReading {
  const part = partOfKind(kind);
  const isProperties = part === 'properties';
  const pieces: string[] = [];
  const marks: Mark[] = [];
  const blocks: Block[] = [];
  const fields: FieldCode[] = [];
  const unfilled: UnfilledTag[] = [];
  const open: OpenField[] = [];
  const fieldMarks: FieldMark[] = [{ at: 0, field: undefined }];
  const rows = new Map<XmlElement, number>();
  let length = 0;

  const add = (text: string) => {
    pieces.push(text);
    length += text.length;
  };
  const begin = (block: Block) => {
    blocks.push(block);
    marks.push({ at: length, block });
    add('\n');
  };
  const addUnfilled = (words: string, as: TemplatePart) => {
    for (const tag of tagsIn(words)) {
      if (unfilled.length < TEMPLATE_MAX_TAGS) unfilled.push({ tag, part: as, at: length, words });
    }
  };
  const close = (field: OpenField | undefined) => {
    if (field === undefined) return;
    const its = fieldName(field.code);
    // A field without a code is what is left of one that was deleted. It does nothing.
    if (its !== '' || field.isMade) fields.push({ name: its, at: field.at });
  };

  const readAttributes = ({ name: of, attributes }: XmlElement) => {
    for (const [key, value] of Object.entries(attributes)) {
      if (value.includes('{')) addUnfilled(value, SHOWN[key] ?? SHOWN[of] ?? 'setting');
    }
  };
  const readField = (element: XmlElement) => {
    const field = open.at(-1);
    const type = attribute(element, 'w:fldCharType');
    if (element.name === 'w:fldSimple') {
      close({ code: attribute(element, 'w:instr'), isMade: false, isShown: false, isBegun: true, at: length });
    } else if (element.name === 'w:instrText') {
      const code = contentOf(element);
      if (field === undefined) open.push({ code, isMade: false, isShown: false, isBegun: false, at: length });
      else if (!field.isShown) field.code += code;
    } else if (element.name === 'w:fldChar' && type === 'begin') {
      if (field !== undefined && !field.isShown) field.isMade = true;
      open.push({ code: '', isMade: false, isShown: false, isBegun: true, at: length });
    } else if (element.name === 'w:fldChar' && type === 'separate' && field !== undefined) {
      field.isShown = true;
    } else if (element.name === 'w:fldChar' && type === 'end') {
      close(open.pop());
    }
    if (element.name !== 'w:fldChar' || open.at(-1) === field) return;
    // A code that is in no field begins none.
    fieldMarks.push({ at: length, field: open.at(-1)?.isBegun === true ? open.at(-1) : undefined });
  };
  const visit = (element: XmlElement, around: Surroundings) => {
    const isLine = isParagraph(element) || (isProperties && isLeaf(element));
    const inside = surroundingsIn(element, around, rows);
    const here = isLine ? { ...inside, block: blockIn(inside, blocks.length) } : inside;
    if (isLine) begin(here.block);
    readAttributes(element);
    readField(element);
    if (isProperties ? isLeaf(element) : TEXT_ELEMENTS.has(element.name)) {
      const text = contentOf(element);
      if (here.block.text.length < SEARCHED_FOR_WORDS) here.block.text += text.slice(0, SEARCHED_FOR_WORDS);
      add(text);
      return;
    }
    for (const child of element.children) {
      if (typeof child !== 'string') visit(child, here);
      // A deleted text is not shown, and its deletion is told about elsewhere.
      else if (child.includes('{') && !element.name.startsWith('w:del')) {
        addUnfilled(child, element.name === 'w:instrText' ? 'field code' : part === 'chart' ? part : 'setting');
      }
    }
    // The paragraph around a text box goes on behind it.
    if (isLine && around.block !== root) marks.push({ at: length, block: around.block });
  };

  const root = blockIn({ container: xml, isCopy: kind === 'drawnDiagram' }, 0);
  blocks.push(root);
  marks.push({ at: 0, block: root });
  for (const child of xml.children) if (typeof child !== 'string') visit(child, { ...root, block: root });
  for (const field of open) close(field);

  return {
    part,
    name,
    text: pieces.join(''),
    fields,
    unfilled,
    placeAt(at) {
      const { row, isInTextBox, index } = markAt(marks, at).block;
      return { part, row, isInTextBox, near: wordsBeside(blocks, index), others: 0 };
    },
    isCopyAt: (at) => markAt(marks, at).block.isCopy,
    canRepeat(from, to) {
      if (markAt(fieldMarks, from).field !== markAt(fieldMarks, to).field) return false;
      const [opens, closes] = [markAt(marks, from).block, markAt(marks, to).block];
      return opens.container === closes.container || (opens.table !== undefined && opens.table === closes.table);
    },
  };
}

/** Where a block begins in the text, or goes on. */
interface Mark {
  readonly at: number;
  readonly block: Block;
}

/** Where another field than before, or none, becomes the innermost one. */
interface FieldMark {
  readonly at: number;
  readonly field: OpenField | undefined;
}

/** The last of them that is not behind an index. @param marks in the order of the text, the first at 0 */
function markAt<Each extends { readonly at: number }>(marks: readonly Each[], at: number): Each {
  let [low, high] = [0, marks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const mark = marks[low];
  if (mark === undefined) throw new Error('a part without marks');
  return mark;
}

function isParagraph({ name }: XmlElement): boolean {
  return name === 'w:p' || name === 'a:p';
}

function isLeaf({ children }: XmlElement): boolean {
  return children.every((child) => typeof child === 'string');
}

function surroundingsIn(element: XmlElement, around: Surroundings, rows: Map<XmlElement, number>): Surroundings {
  const inside = CONTAINERS.has(element.name) ? { ...around, container: element } : around;
  switch (element.name) {
    case 'mc:Fallback':
      return { ...inside, isCopy: true };
    case 'w:txbxContent':
      return { ...inside, isInTextBox: true, table: undefined, row: undefined };
    case 'w:tbl':
      return { ...inside, table: element };
    case 'w:tr': {
      const row = (around.table === undefined ? 0 : (rows.get(around.table) ?? 0)) + 1;
      if (around.table !== undefined) rows.set(around.table, row);
      return { ...inside, row };
    }
    default:
      return inside;
  }
}

function blockIn(
  { row, isInTextBox = false, container, table, isCopy }: Partial<Surroundings> & Pick<Block, 'container' | 'isCopy'>,
  index: number,
): Block {
  return { row, isInTextBox, container, table, isCopy, index, text: '' };
}

/** The place of something that is in a paragraph, for those who do not read its part. */
export function placeBeside(kind: PartKind | undefined, paragraph: XmlElement): TemplatePlace {
  const near = wordsNear(withoutTags(textOf(paragraph).slice(0, SEARCHED_FOR_WORDS)));
  return { part: partOfKind(kind), row: undefined, isInTextBox: false, near, others: 0 };
}

/** Words of the paragraph itself, or of one before it that has some, or else of one after it. */
function wordsBeside(blocks: readonly Block[], index: number): string {
  const before = blocks.slice(Math.max(0, index - PARAGRAPHS_BESIDE), index + 1).toReversed();
  for (const { text } of [...before, ...blocks.slice(index + 1, index + 1 + PARAGRAPHS_BESIDE)]) {
    const words = wordsNear(withoutTags(text));
    if (words !== '') return words;
  }
  return '';
}

function withoutTags(text: string): string {
  return text.replace(/\{[^{}]*\}/gu, ' ').replace(/[{}]/gu, ' ');
}

/** On one line, and no longer than is told. */
export function wordsNear(text: string): string {
  const line = text.slice(0, SEARCHED_FOR_WORDS).replace(/\s+/gu, ' ').trim();
  return line.length <= TEMPLATE_NEAR_MAX ? line : `${beginningOf(line, TEMPLATE_NEAR_MAX - 1).trimEnd()}…`;
}
