import { type Block, rowLine } from '../../src/domain/text/blocks.js';

/** What stands in the notat: each line a paragraph, an item of a list or a row of a table. @param gap after a list's number */
export function blockLines(block: Block, gap = '\t'): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text];
    case 'bullets':
      return block.items;
    case 'numbered':
      return block.items.map(({ marker, text }) => `${marker}${gap}${text}`);
    case 'table':
      return block.rows.map(rowLine);
  }
}
