import { type BulletMark, type ListMark, type NumberMark, readListLine } from './list-line.js';

/** The layout of a text. The notat, the receipt and the Markdown are all rendered from it. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  /** Numbers stay as they were typed (`1.`, `2)`), so that a reference to a number stays correct. */
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] }
  /** Rows with equally many cells. An empty cell is an empty text and keeps its column. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface NumberedItem {
  readonly marker: string;
  readonly text: string;
}

/** A row of a table as one line, for places without room for a table. The cells keep their order. */
export function rowLine(cells: readonly string[]): string {
  return cells.join(' | ');
}

/** A line of the text, with what it looks like when it is read alone. */
interface Line {
  /** Without the spaces around it; empty for an empty line. */
  readonly text: string;
  /** In characters; a tab counts as four. */
  readonly indent: number;
  /** The cells of the line, if it is a row of a table. */
  readonly cells: readonly string[] | undefined;
  readonly mark: ListMark | undefined;
}

/** An item of a list with its continuation lines. An item without a mark is a single line between two numbers. */
interface Item {
  readonly mark: ListMark | undefined;
  readonly indent: number;
  /** The first line as it was typed. */
  readonly typed: string;
  /** The words of each line, the first without its mark. More lines may be added. */
  readonly lines: string[];
  readonly isAfterGap: boolean;
}

/** A line with fewer words than this may be a heading. Our choice. */
const HEADING_WORDS = 4;

/**
 * Divides cleaned text into blocks. Each line is a paragraph; neighbouring list lines and their continuation lines are
 * one list; lines with tabs are a table; empty lines only separate. Every word stays, once and in its order. Lines that
 * only look like a list stay paragraphs: a single number, dates, numbers that do not ascend, and a single dash after
 * other text, which is a signature or a remark. The time is linear in the length of the text.
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
 * The indexes of the lines that are rows of a table. Within lines without an empty line between them, every line with a
 * tab is a row if there are at least two such lines and a tab between words in one of them, or if one line has two tabs
 * between words. The tab after the mark of a list line does not count.
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

/** Whether the only tab of a line stands after the mark of a list. */
function isListWithTab(line: string): boolean {
  const mark = readListLine(line.trim(), false);
  return mark !== undefined && !mark.text.includes('\t') && line.trimStart().split('\t').length === 2;
}

function takeRows(lines: readonly Line[], from: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (let cells = lines[from]?.cells; cells !== undefined; cells = lines[from + rows.length]?.cells) rows.push(cells);
  return rows;
}

/** Gives every row the same number of cells, without the columns at the end that are empty in all rows. */
function squared(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const widths = rows.map((cells) => cells.findLastIndex((cell) => cell !== '') + 1);
  const width = widths.reduce((widest, each) => Math.max(widest, each), 0);
  return rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

/** The list that begins at a line, and the index of the line after it. */
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

/** Whether the next line continues an item: it is indented, or does not look like a sentence of its own. */
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
  /** Whether a number continues the numbers before it. */
  isNext(mark: NumberMark): boolean;
  /** The same; if it does, the number is also counted. */
  goOn(mark: NumberMark): boolean;
}

/** Follows the numbers of a list, separately for each style that the list uses: `1.`, `a)`, `1.1`. */
function countNumbers(): NumberCount {
  const last = new Map<string, readonly number[]>();
  let before: NumberMark | undefined;
  const isNext = (mark: NumberMark): boolean => {
    const present = last.get(mark.style);
    if (present !== undefined && isAfter(present, mark.numbers)) return true;
    // A list within an item begins at its first number, and begins again in the next item.
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

/** Single numbers need only ascend: someone may have deleted one. Numbers like `1.1` must follow without a gap. */
function isAfter(present: readonly number[], numbers: readonly number[]): boolean {
  const place = numbers.findIndex((number, index) => number !== present[index]);
  const [one = 0, other = 0] = [present[place], numbers[place]];
  if (place === -1) return false;
  if (numbers.length === 1 && present.length === 1) return other > one;
  return other === one + 1 && numbers.slice(place + 1).every((number) => number === 1);
}

/** Whether a list is expected at a line: nothing stands before the line, or a line that ends with a colon. */
function isLed(lines: readonly Line[], from: number): boolean {
  let index = from - 1;
  while (index >= 0 && lines[index]?.text === '') index -= 1;
  return index < 0 || /:$/u.test(lines[index]?.text ?? '');
}

/** @param isListLed the result of `isLed` for the first item */
function listBlocks(items: readonly Item[], isListLed: boolean): readonly Block[] {
  const hasNumbers = items.filter(({ mark }) => mark?.kind === 'number').length > 1;
  const blocks: Block[] = [];
  /** The lists that the next item may join. */
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

/**
 * Whether a single bullet is a list. A dash is not, if it is a minus before a figure or a letter, or if no list is
 * expected: then it is a signature or a remark.
 */
function isBulletAlone({ isDash, marker, text }: BulletMark, isListLed: boolean): boolean {
  return !isDash || (isListLed && !/^\d/u.test(text) && !/\p{L}/u.test(marker));
}

/** A tab that does not separate cells becomes a space. */
function spaced(text: string): string {
  return text.replaceAll('\t', ' ');
}
