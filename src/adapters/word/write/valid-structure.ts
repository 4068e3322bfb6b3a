/*
 * A condition that is false, or a list that is empty, takes paragraphs and rows away. What is left must be a document
 * that Word opens: ISO/IEC 29500-1, 17.4.65 (a cell ends with a paragraph), 17.10 (headers), 17.11 (notes), 17.5.2
 * (content controls). Word calls a file that breaks these rules damaged.
 */

/** The tags of the elements that hold paragraphs, tables, rows or cells. In the parts that we write, `>` ends a tag. */
const TAG =
  /<(?<end>\/?)w:(?<name>p|tbl|tr|tc|sdt|sdtContent|hdr|ftr|footnote|endnote|txbxContent|body)(?=[ />])(?<rest>[^>]*)>/gu;

const PARAGRAPH = '<w:p/>';

/** What must have a paragraph, and what must even end with one: where a table is last, Word finds no end. */
const NEEDS_PARAGRAPH: ReadonlySet<string> = new Set(['hdr', 'ftr']);
const ENDS_WITH_PARAGRAPH: ReadonlySet<string> = new Set(['tc', 'txbxContent', 'footnote', 'endnote']);
/** What is nothing without rows, or without cells. */
const NEEDS_INNER: ReadonlySet<string> = new Set(['tbl', 'tr']);
const CONTROL: ReadonlySet<string> = new Set(['sdt', 'sdtContent']);

interface Open {
  readonly name: string;
  /** Where its first tag begins. */
  readonly start: number;
  /** The paragraph or the table that it had last. */
  last: 'p' | 'tbl' | undefined;
  /** How many rows or cells it has. */
  count: number;
  /** Whether the table that it had last is one that text flows around. */
  lastFloats: boolean;
  /** Whether it is such a table itself. */
  readonly floats: boolean;
  /** Where its inside begins. */
  readonly inside: number;
  /** Whether it is a control that has its content. */
  hasContent: boolean;
  /** Set for what cannot stay where it is. */
  isStray: boolean;
}

interface Edit {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/**
 * Puts a paragraph where Word needs one, and leaves out rows, tables and content controls with nothing in them: a control
 * without content would show a placeholder. It goes
 * through the text once.
 *
 * @param xml a part of a notat
 * @returns the same text where nothing is missing
 * @throws Error if the tags do not match
 */
export function withValidStructure(xml: string): string {
  const edits: Edit[] = [];
  const open: Open[] = [opening('', 0, 0)];
  for (const { 0: tag, index, groups } of xml.matchAll(TAG)) {
    const { name = '', rest = '' } = groups ?? {};
    const end = index + tag.length;
    if (groups?.['end'] === '/') {
      const closed = open.pop();
      const parent = open.at(-1);
      if (closed?.name !== name || parent === undefined) throw new Error(`</w:${name}> closes nothing`);
      close(closed, { parent, around: open, at: index, end, edits });
    } else {
      const parent = open.at(-1);
      if (parent === undefined) throw new Error(`<w:${name}> is outside the document`);
      const opened = opening(name, index, end, {
        floats: name === 'tbl' && floats(xml, end),
        isStray: name === 'p' && isInRun(open),
      });
      if (name === 'tbl' && parent.last === 'tbl' && !parent.lastFloats && !opened.floats) {
        edits.push({ at: index, until: index, text: PARAGRAPH });
      }
      if (!rest.endsWith('/')) {
        open.push(opened);
      } else {
        closeAtOnce(opened, tag, { parent, around: open, at: index, end, edits });
      }
    }
  }
  return withEdits(xml, edits);
}

function opening(name: string, start: number, inside: number, { floats = false, isStray = false } = {}): Open {
  const nothing = { last: undefined, count: 0, lastFloats: false, hasContent: false };
  return { ...nothing, name, start, inside, floats, isStray };
}

interface Closing {
  readonly parent: Open;
  /** The elements around it, the innermost last. */
  readonly around: readonly Open[];
  /** Where its last tag begins, and ends. */
  readonly at: number;
  readonly end: number;
  readonly edits: Edit[];
}

function close(closed: Open, closing: Closing): void {
  const { parent, at, end, edits } = closing;
  if (needsParagraph(closed, closing.around)) {
    edits.push({ at, until: at, text: PARAGRAPH });
    closed.last = 'p';
  }
  const isEmpty = (NEEDS_INNER.has(closed.name) && closed.count === 0) || (closed.name === 'sdt' && !closed.hasContent);
  if (closed.name === 'sdtContent') parent.hasContent = at - closed.inside > lengthOf(edits, closed.inside);
  if (closed.isStray || isEmpty) {
    while ((edits.at(-1)?.at ?? -1) >= closed.start) edits.pop();
    edits.push({ at: closed.start, until: end, text: '' });
    return;
  }
  tell(closed, closing.around, parent);
}

/** How much is taken out of what is behind a place. */
function lengthOf(edits: readonly Edit[], from: number): number {
  let length = 0;
  for (let index = edits.length - 1; (edits[index]?.at ?? -1) >= from; index -= 1) {
    const { at = 0, until = 0, text = '' } = edits[index] ?? {};
    length += until - at - text.length;
  }
  return length;
}

/** An element without an inside. */
function closeAtOnce(opened: Open, tag: string, closing: Closing): void {
  const { parent, around, at, end, edits } = closing;
  if (needsParagraph(opened, around)) {
    const whole = `${tag.slice(0, -2)}>${PARAGRAPH}</w:${opened.name}>`;
    edits.push({ at, until: end, text: whole });
    opened.last = 'p';
  }
  if (opened.name === 'sdtContent') parent.hasContent = opened.last !== undefined;
  const isEmpty = NEEDS_INNER.has(opened.name) || opened.name === 'sdt';
  if (opened.isStray || isEmpty) edits.push({ at, until: end, text: '' });
  else tell(opened, around, parent);
}

/** Tells the element around it what it has. A control is as if its content stood there without it. */
function tell(closed: Open, around: readonly Open[], parent: Open): void {
  if (closed.name === 'p' || closed.name === 'tbl') {
    parent.last = closed.name;
    parent.lastFloats = closed.floats;
  }
  if (closed.name === 'tr' || closed.name === 'tc') parent.count += 1;
  if (!CONTROL.has(closed.name)) return;
  if (closed.last !== undefined) {
    parent.last = closed.last;
    parent.lastFloats = closed.lastFloats;
  }
  parent.count += closed.count;
  // A control around rows or cells of which none is left.
  const place = placeOf(around);
  if (closed.name === 'sdtContent' && NEEDS_INNER.has(place) && closed.count === 0) parent.isStray = true;
}

function needsParagraph({ name, last }: Open, around: readonly Open[]): boolean {
  if (ENDS_WITH_PARAGRAPH.has(name)) return last !== 'p';
  if (last !== undefined) return false;
  const place = placeOf(around);
  return NEEDS_PARAGRAPH.has(name) || (name === 'sdtContent' && place !== 'p' && !NEEDS_INNER.has(place));
}

/** The name of what is around, controls apart. */
function placeOf(around: readonly Open[]): string {
  return around.findLast(({ name }) => !CONTROL.has(name))?.name ?? '';
}

/** Whether a paragraph would begin inside a paragraph: docxtemplater fills an empty control in a line with one. */
function isInRun(around: readonly Open[]): boolean {
  return placeOf(around) === 'p';
}

/**
 * Whether text flows around a table. It does not run together with the one before or after it: 17.4.57.
 *
 * @param from where the inside of the table begins, with its properties
 */
function floats(xml: string, from: number): boolean {
  if (!/^<w:tblPr(?:\s[^<>/]*)?>/u.test(xml.slice(from, xml.indexOf('>', from) + 1))) return false;
  return xml.slice(from, xml.indexOf('</w:tblPr>', from)).includes('<w:tblpPr');
}

/** @param edits in the order of the text, none inside another */
function withEdits(xml: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return xml;
  const pieces: string[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(xml.slice(at, edit.at), edit.text);
    at = edit.until;
  }
  pieces.push(xml.slice(at));
  return pieces.join('');
}
