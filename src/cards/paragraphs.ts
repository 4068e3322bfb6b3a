import { type Block, rowLine } from '../domain/text/blocks.js';

/** One RichTextBlock: its text is shown as it is, with no markup in it read. */
export interface CardParagraph {
  readonly text: string;
}

/**
 * The most paragraphs of a text that stands beside others in a card. A paragraph costs about 200 bytes besides
 * its words, so that a text of nothing but short lines would fill a message.
 */
export const MANY_PARAGRAPHS = 40;

/**
 * Lays blocks out for a card, where a list is lines with a mark before them, and a table's row a line.
 *
 * @param most how many paragraphs there may be; the last one takes in what is left, so that nothing is missing
 */
export function cardParagraphs(blocks: readonly Block[], most = Number.POSITIVE_INFINITY): readonly CardParagraph[] {
  const paragraphs = blocks.flatMap(linesOf);
  if (paragraphs.length <= most) return paragraphs;
  const rest = paragraphs.slice(most - 1).map(({ text }) => text);
  return [...paragraphs.slice(0, most - 1), { text: rest.join(' ') }];
}

function linesOf(block: Block): readonly CardParagraph[] {
  switch (block.kind) {
    case 'paragraph':
      return [{ text: block.text }];
    case 'bullets':
      return block.items.map((item) => ({ text: `•  ${item}` }));
    case 'numbered':
      return block.items.map(({ marker, text }) => ({ text: `${marker}  ${text}` }));
    case 'table':
      return block.rows.map((cells) => ({ text: rowLine(cells) }));
  }
}
