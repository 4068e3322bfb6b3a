/** How a text is laid out: what the notat, the receipt and the Markdown all draw from. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  /** Numbers stay as they were typed (`1.`, `2)`), so that a reference to one stays right. */
  | { readonly kind: 'numbered'; readonly items: readonly NumberedItem[] };

export interface NumberedItem {
  readonly marker: string;
  readonly text: string;
}

/** `- x`, `• x`, `* x`, `– x`, `· x`, `▪ x`, `o x` as Word and mail programs paste them. */
const BULLET = /^\s*(?:[-–—*•·▪◦‣●○]|o(?=\s{2,}))\s+(?<text>\S.*)$/u;
/** `1. x` or `1) x`; at most two digits, so that a sentence that begins with a year is not a list. */
const NUMBERED = /^\s*(?<marker>\d{1,2}[.)])\s+(?<text>\S.*)$/u;

/**
 * Reads cleaned text as blocks: each line a paragraph, neighbouring list lines one list, empty lines only
 * separators. A single line that looks numbered ("3. december holder vi møde") stays a paragraph.
 */
export function toBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const paragraph of text.split(/\n\s*\n/u)) {
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    for (let index = 0; index < lines.length; ) {
      const bullets = takeWhile(lines, index, BULLET);
      const numbered = takeWhile(lines, index, NUMBERED);
      if (bullets.length > 0) {
        blocks.push({ kind: 'bullets', items: bullets.map((groups) => groups['text'] ?? '') });
        index += bullets.length;
      } else if (numbered.length > 1) {
        const items = numbered.map((groups) => ({ marker: groups['marker'] ?? '', text: groups['text'] ?? '' }));
        blocks.push({ kind: 'numbered', items });
        index += numbered.length;
      } else {
        blocks.push({ kind: 'paragraph', text: (lines[index] ?? '').trim() });
        index += 1;
      }
    }
  }
  return blocks;
}

function takeWhile(lines: readonly string[], from: number, pattern: RegExp): readonly Record<string, string>[] {
  const taken: Record<string, string>[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const groups = pattern.exec(lines[index] ?? '')?.groups;
    if (groups === undefined) break;
    taken.push(groups);
  }
  return taken;
}
