import mammoth from 'mammoth';
import type { Card } from '../local-teams/card-actions.js';
import { cardText } from '../local-teams/card-text.js';

/** The lines of a Word file, as another program reads them. */
export async function linesOfWordFile(file: Uint8Array): Promise<readonly string[]> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(file) });
  return linesIn(value);
}

/** The lines that a person reads on a card. */
export function linesOfCard(card: Card | undefined): readonly string[] {
  return card === undefined ? [] : linesIn(cardText(card));
}

function linesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
