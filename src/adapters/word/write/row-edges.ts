import type Docxtemplater from 'docxtemplater';

type Part = Docxtemplater.DXT.Part;

/**
 * Removes the paragraphs with nothing but the tag that opens or closes the loop over the rows of a table: the first of
 * the row's first cell and the last of its last cell, beside a loop or a condition over paragraphs. docxtemplater
 * removes the tags, but it would leave the paragraphs as empty lines in every row.
 */
export function rowEdges(): Docxtemplater.DXT.Module {
  return {
    name: 'RowEdges',
    // docxtemplater's types declare a wrong second argument: it passes these options.
    postparse(parts: Part[], options: unknown): Part[] {
      const { basePart } = options as { readonly basePart?: Part };
      if (basePart?.module !== 'loop' || !isTag(parts.at(-1), 'w:tr', 'end')) return parts;
      return withoutFirst(withoutLast(parts));
    },
  };
}

function withoutFirst(parts: Part[]): Part[] {
  const cell = parts.findIndex((part) => isTag(part, 'w:tc', 'start'));
  const start = parts.findIndex((part, index) => index > cell && isTag(part, 'w:p', 'start'));
  const end = parts.findIndex((part, index) => index > start && isTag(part, 'w:p', 'end'));
  const isBeside = parts[end + 1]?.type === 'placeholder';
  if (!isBeside || parts.slice(start, end).some(showsSomething)) return parts;
  return parts.toSpliced(start, end + 1 - start);
}

function withoutLast(parts: Part[]): Part[] {
  const cellEnd = parts.findLastIndex((part) => isTag(part, 'w:tc', 'end'));
  const start = parts.findLastIndex((part, index) => index < cellEnd && isTag(part, 'w:p', 'start'));
  const isBeside = start > 0 && parts[start - 1]?.type === 'placeholder';
  if (!isBeside || parts.slice(start, cellEnd).some(showsSomething)) return parts;
  return parts.toSpliced(start, cellEnd - start);
}

function isTag(part: Part | undefined, tag: string, position: 'start' | 'end'): boolean {
  return part?.type === 'tag' && part.tag === tag && part.position === position;
}

/** Elements that show something without text of their own: pictures old and new, symbols, fields and references to notes. */
const SHOWN =
  /<(?:w:(?:drawing|pict|object|sym|fldChar|fldSimple|footnoteReference|endnoteReference)|mc:AlternateContent)[ />]/u;

function showsSomething(part: Part): boolean {
  if (part.type === 'placeholder' || SHOWN.test(String(part.value))) return true;
  return part.type === 'content' && part.position === 'insidetag' && part.value !== '';
}
