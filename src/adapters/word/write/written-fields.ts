/*
 * The fields of a part as it is written. A field is a row of marks and pieces of code, in whatever runs and paragraphs they
 * are: ISO/IEC 29500-1, 17.16.18.
 */

/** A mark of a field, or a piece of its code. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

export interface WrittenField {
  /** Without that of the fields in it. */
  readonly code: string;
  /** In the order of the text. */
  readonly pieces: readonly Piece[];
}

export interface WrittenFields {
  /** The fields that end, without those inside them. */
  readonly ended: readonly WrittenField[];
  /** What belongs to no field, or to one that does not end. */
  readonly stray: readonly Piece[];
}

/** In the parts that we write, `>` ends a tag. */
const TAG = /<w:(?<name>fldChar|instrText)(?=[ />])(?<rest>[^>]*)>/gu;
const TYPE = /w:fldCharType="(?<type>\w+)"/u;

export function fieldsIn(xml: string): WrittenFields {
  const ended: WrittenField[] = [];
  const stray: Piece[] = [];
  const open: { code: string; readonly pieces: Piece[]; isShown: boolean }[] = [];
  for (const { 0: tag, index, groups } of xml.matchAll(TAG)) {
    const { name = '', rest = '' } = groups ?? {};
    const inside = index + tag.length;
    const end = rest.endsWith('/') ? inside : xml.indexOf(`</w:${name}>`, inside);
    if (end < 0) break;
    const piece = { from: index, to: end === inside ? end : end + `</w:${name}>`.length };
    const type = TYPE.exec(rest)?.groups?.['type'];
    if (type === 'begin') open.push({ code: '', pieces: [], isShown: false });
    const field = open.at(-1);
    if (field === undefined || (type === 'separate' && field.isShown)) {
      stray.push(piece);
      continue;
    }
    field.pieces.push(piece);
    if (name === 'instrText' && !field.isShown) field.code += xml.slice(inside, end);
    if (type === 'separate') field.isShown = true;
    if (type !== 'end') continue;
    open.pop();
    ended.push({ pieces: field.pieces, code: field.code.trim() });
  }
  return { ended, stray: [...stray, ...open.flatMap(({ pieces }) => pieces)] };
}

/**
 * Takes out the marks of fields that have lost their beginning or their end. A condition that is false takes a whole
 * paragraph or row with it, also where such a mark is in it; and Word would let the field go on to the end of the notat.
 *
 * @returns the same text where all fields are whole
 */
export function withWholeFields(xml: string): string {
  return xml.includes('<w:fldChar') || xml.includes('<w:instrText') ? withoutPieces(xml, fieldsIn(xml).stray) : xml;
}

const TEXT = /<w:t(?: [^>]*)?(?<!\/)>[^<]*<\/w:t>/gu;

/** The texts that fields show. What is in several of them is there once. */
export function textsIn(xml: string, fields: readonly WrittenField[]): readonly Piece[] {
  const found: Piece[] = [];
  let until = 0;
  const spans = fields.map(({ pieces }) => ({ from: pieces[0]?.from ?? 0, to: pieces.at(-1)?.to ?? 0 }));
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    const start = Math.max(from, until);
    for (const { 0: text, index } of xml.slice(start, to).matchAll(TEXT)) {
      found.push({ from: start + index, to: start + index + text.length });
    }
    until = Math.max(until, to);
  }
  return found;
}

/** @param pieces none inside another, in any order */
export function withoutPieces(xml: string, pieces: readonly Piece[]): string {
  let at = 0;
  const kept: string[] = [];
  for (const { from, to } of pieces.toSorted((one, other) => one.from - other.from)) {
    kept.push(xml.slice(at, from));
    at = to;
  }
  return kept.length === 0 ? xml : [...kept, xml.slice(at)].join('');
}
