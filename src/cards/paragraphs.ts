import { type Block, rowLine } from '../domain/text/blocks.js';

/** The text of one RichTextBlock. Teams shows it as it is, and reads no Markdown in it. */
export interface CardParagraph {
  readonly text: string;
}

/**
 * The most paragraphs of one text on a card that has several texts. A paragraph takes about 200 bytes besides its
 * words, so a text of many short lines would fill the message.
 */
export const MANY_PARAGRAPHS = 40;

/**
 * Lays blocks out for a card. An item of a list is a line with a mark before it, and a row of a table is a line.
 *
 * @param most the most paragraphs. The last one holds all the text that is left, so that nothing is missing
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
