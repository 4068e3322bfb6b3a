import type Docxtemplater from 'docxtemplater';

type Part = Docxtemplater.DXT.Part;

/**
 * Removes the paragraph with the tag that closes the loop over the rows of a table. The tag must be in the last cell of
 * the row, after the loop over the lines of an answer. docxtemplater removes the tag, but it would leave the paragraph
 * as an empty line at the end of every row.
 */
export function rowEnd(): Docxtemplater.DXT.Module {
  return {
    name: 'RowEnd',
    // docxtemplater's types declare a wrong second argument: it passes these options.
    postparse(parts: Part[], options: unknown): Part[] {
      const { basePart } = options as { readonly basePart?: Part };
      if (basePart?.module !== 'loop' || !isTag(parts.at(-1), 'w:tr', 'end')) return parts;
      const cellEnd = parts.findLastIndex((part) => isTag(part, 'w:tc', 'end'));
      const start = parts.findLastIndex((part, index) => index < cellEnd && isTag(part, 'w:p', 'start'));
      const follows = start > 0 && parts[start - 1]?.type === 'placeholder';
      if (!follows || parts.slice(start, cellEnd).some(showsSomething)) return parts;
      return parts.toSpliced(start, cellEnd - start);
    },
  };
}

function isTag(part: Part | undefined, tag: string, position: 'start' | 'end'): boolean {
  return part?.type === 'tag' && part.tag === tag && part.position === position;
}

function showsSomething(part: Part): boolean {
  if (part.type === 'placeholder' || isTag(part, 'w:drawing', 'start')) return true;
  return part.type === 'content' && part.position === 'insidetag' && part.value !== '';
}
