import { type BulletMark, type ListMark, type NumberMark, readListLine } from './list-line.js';

/** How a text is laid out: what the notat, the receipt and the Markdown all draw from. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  /** Numbers stay as they were typed (`1.`, `2)`), so that a reference to one stays right. */
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
  /** Rows of cells, as many in each; an empty cell is an empty text, and stays in its column. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface NumberedItem {
  readonly marker: string;
  readonly text: string;
}

/** A row of a table where there is no room for a table: its cells on one line, each in its place. */
export function rowLine(cells: readonly string[]): string {
  return cells.join(' | ');
}

/** A line of the text, with what it looks like by itself. */
interface Line {
  /** Without the space around it; empty for an empty line. */
  readonly text: string;
  /** In characters, a tab as four. */
  readonly indent: number;
  /** Its cells, if it stands in a table. */
  readonly cells: readonly string[] | undefined;
  readonly mark: ListMark | undefined;
}

/** A line of a list with those that it goes on over; without a mark, a line of its own between two numbers. */
interface Item {
  readonly mark: ListMark | undefined;
  readonly indent: number;
  /** The first line as it was typed. */
  readonly typed: string;
  /** The lines' words, the first without its mark; all but the first may be added to. */
  readonly lines: string[];
  readonly isAfterGap: boolean;
}

/** How many words a line must have to be more than a heading. Our choice. */
const HEADING_WORDS = 4;

/**
 * Reads cleaned text as blocks: each line a paragraph, neighbouring list lines one list with the lines that they go on
 * over, lines with tabs a table, empty lines only separators. Every word stays, once and in order. What only looks
 * like a list stays paragraphs: a single number, dates, numbers that do not ascend, and a single dash after other
 * text, which is a signature or a remark. Takes time in proportion to the text.
 */
export function toBlocks(text: string): readonly Block[] {
  const lines = linesOf(text);
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; ) {
    const line = lines[index];
    if (line?.cells !== undefined) {
      const rows = takeRows(lines, index);
      blocks.push({ kind: 'table', rows: squared(rows) });
      index += rows.length;
    } else if (line?.mark !== undefined) {
      const { items, end } = takeList(lines, index);
      blocks.push(...listBlocks(items, isLed(lines, index)));
      index = end;
    } else {
      if (line !== undefined && line.text !== '') blocks.push({ kind: 'paragraph', text: spaced(line.text) });
      index += 1;
    }
  }
  return blocks;
}

function linesOf(text: string): readonly Line[] {
  const typed = text.split('\n');
  const inTable = tableLines(typed);
  return typed.map((line, index) => {
    const isRow = inTable.has(index);
    const hasMore = typed[index + 1]?.trim() !== '' && index + 1 < typed.length;
    return {
      text: line.trim(),
      indent: line.slice(0, line.length - line.trimStart().length).replaceAll('\t', '    ').length,
      cells: isRow ? line.split('\t').map((cell) => cell.trim()) : undefined,
      mark: isRow ? undefined : readListLine(line.trim(), hasMore),
    };
  });
}

/**
 * The lines that are a table's rows: all with a tab among neighbours of which two have one between words, or one has
 * two. A list line's tab stands after its mark.
 */
function tableLines(lines: readonly string[]): ReadonlySet<number> {
  const rows = new Set<number>();
  let withTabs: number[] = [];
  let tabs = 0;
  for (const [index, line] of [...lines, ''].entries()) {
    if (line.trim() === '') {
      if (withTabs.length > 1 ? tabs > 0 : tabs > 1) for (const each of withTabs) rows.add(each);
      withTabs = [];
      tabs = 0;
    } else if (line.includes('\t') && !isListWithTab(line)) {
      withTabs.push(index);
      tabs += line.trim().split('\t').length - 1;
    }
  }
  return rows;
}

/** Whether a line's only tab stands after a list's mark. */
function isListWithTab(line: string): boolean {
  const mark = readListLine(line.trim(), false);
  return mark !== undefined && !mark.text.includes('\t') && line.trimStart().split('\t').length === 2;
}

function takeRows(lines: readonly Line[], from: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let cells = lines[from]?.cells; cells !== undefined; cells = lines[from + rows.length]?.cells) rows.push(cells);
  return rows;
}

/** As many cells in each row, but for those at the end that are empty in all. */
function squared(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths = rows.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1);
  const width = widths.reduce((widest, each) => Math.max(widest, each), 0);
  return rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

/** The list that begins at a line, and the line after it. */
function takeList(lines: readonly Line[], from: number): { readonly items: readonly Item[]; readonly end: number } {
  const items: Item[] = [];
  const numbers = countNumbers();
  let isAfterGap = false;
  let end = from;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    const last = items.at(-1);
    if (line === undefined || line.cells !== undefined) break;
    if (line.text === '') {
      isAfterGap = true;
      continue;
    }
    const { mark, text, indent } = line;
    const isNumberNext = !isAfterGap && isNextNumber(lines[index + 1], numbers);
    if (mark !== undefined) {
      if (mark.kind === 'number' && !numbers.goOn(mark) && last !== undefined) break;
      items.push({ mark, indent, typed: text, lines: [mark.text], isAfterGap });
    } else if (last !== undefined && !isAfterGap && goesOn(last, line, isNumberNext)) {
      last.lines.push(text);
    } else if (isNumberNext && last?.mark?.kind === 'number') {
      items.push({ mark, indent, typed: text, lines: [text], isAfterGap });
    } else {
      break;
    }
    isAfterGap = false;
    end = index + 1;
  }
  return { items, end };
}

/** Whether an item goes on over the next line: an indented one, or one that is no sentence of its own. */
function goesOn({ mark, indent, lines }: Item, line: Line, isNumberNext: boolean): boolean {
  const last = lines.at(-1) ?? '';
  if (mark === undefined) return false;
  if (last === '' || line.indent > indent + 1) return true;
  const isWhole = /[.!?:…]["”’)]*$/u.test(last);
  if (/^\p{Ll}/u.test(line.text) && !isWhole) return true;
  const isHeading = lines.length === 1 && !isWhole && !/[,;]$/u.test(last) && last.split(' ').length <= HEADING_WORDS;
  return mark.kind === 'number' && isNumberNext && !isHeading && !/:$/u.test(line.text) && !/:$/u.test(last);
}

function isNextNumber(next: Line | undefined, numbers: NumberCount): boolean {
  return next?.mark?.kind === 'number' && numbers.isNext(next.mark);
}

interface NumberCount {
  /** Whether a number goes on from those before it. */
  isNext(mark: NumberMark): boolean;
  /** The same, and counts it. */
  goOn(mark: NumberMark): boolean;
}

/** Follows a list's numbers, in each of the ways of writing them that it uses: `1.`, `a)`, `1.1`. */
function countNumbers(): NumberCount {
  const last = new Map<string, readonly number[]>();
  let before: NumberMark | undefined;
  const isNext = (mark: NumberMark): boolean => {
    const present = last.get(mark.style);
    if (present !== undefined && isAfter(present, mark.numbers)) return true;
    // A list within an item begins at its first number, and once more in the next item.
    return mark.numbers.at(-1) === 1 && before?.style !== mark.style;
  };
  return {
    isNext,
    goOn(mark) {
      const isFirst = before === undefined && mark.style === 'digits';
      if (!isFirst && !isNext(mark)) return false;
      last.set(mark.style, mark.numbers);
      before = mark;
      return true;
    },
  };
}

/** Single numbers need only ascend, since one may have been taken out; those like `1.1` follow each other. */
function isAfter(present: readonly number[], numbers: readonly number[]): boolean {
  const place = numbers.findIndex((number, index) => number !== present[index]);
  const [one = 0, other = 0] = [present[place], numbers[place]];
  if (place === -1) return false;
  if (numbers.length === 1 && present.length === 1) return other > one;
  return other === one + 1 && numbers.slice(place + 1).every((number) => number === 1);
}

/** Whether what stands before a line says that a list follows: nothing does, or a line that ends with a colon. */
function isLed(lines: readonly Line[], from: number): boolean {
  let index = from - 1;
  while (index >= 0 && lines[index]?.text === '') index -= 1;
  return index < 0 || /:$/u.test(lines[index]?.text ?? '');
}

/** @param isListLed as `isLed` */
function listBlocks(items: readonly Item[], isListLed: boolean): readonly Block[] {
  const hasNumbers = items.filter(({ mark }) => mark?.kind === 'number').length > 1;
  const blocks: Block[] = [];
  /** The list that the next item may join. */
  let bullets: string[] | undefined;
  let numbered: NumberedItem[] | undefined;
  for (const { mark, typed, lines, isAfterGap } of items) {
    const isList =
      mark?.kind === 'bullet' ? items.length > 1 || isBulletAlone(mark, isListLed) : mark !== undefined && hasNumbers;
    if (!isList || isAfterGap || mark?.kind !== 'bullet') bullets = undefined;
    if (!isList || isAfterGap || mark?.kind !== 'number') numbered = undefined;
    if (mark === undefined || !isList) {
      blocks.push(...[typed, ...lines.slice(1)].map((line): Block => ({ kind: 'paragraph', text: spaced(line) })));
      continue;
    }
    const text = spaced(lines.join(' ').trim());
    if (text === '') continue;
    if (mark.kind === 'bullet') {
      if (bullets === undefined) {
        bullets = [];
        blocks.push({ kind: 'bullets', items: bullets });
      }
      bullets.push(text);
    } else {
      if (numbered === undefined) {
        numbered = [];
        blocks.push({ kind: 'numbered', items: numbered });
      }
      numbered.push({ marker: mark.marker, text });
    }
  }
  return blocks;
}

/** A single dash is a signature or a remark, a minus before a figure, or a letter, unless a list was to follow. */
function isBulletAlone({ isDash, marker, text }: BulletMark, isListLed: boolean): boolean {
  return !isDash || (isListLed && !/^\d/u.test(text) && !/\p{L}/u.test(marker));
}

/** A tab that parts no cells is a space. */
function spaced(text: string): string {
  return text.replaceAll('\t', ' ');
}
