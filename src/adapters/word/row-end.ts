import type Docxtemplater from 'docxtemplater';

type Part = Docxtemplater.DXT.Part;

/**
 * Removes the paragraph that closes the loop over a table's rows. Its tag must stand in the row's last cell, after
 * the loop over the lines of an answer; docxtemplater takes away the tag, but would leave its paragraph as an
 * empty line at the end of every row.
 */
export function rowEnd(): Docxtemplater.DXT.Module {
  return {
    name: 'RowEnd',
    // docxtemplater's types name another second argument than the options it passes.
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
