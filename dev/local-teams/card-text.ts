import { type Card, partsOf } from './card-actions.js';

/** The texts and labels that a person reads on a card, from top to bottom, with one line for each. */
export function cardText(card: Card): string {
  return [...partsOf(card)].flatMap(linesOf).join('\n');
}

function linesOf(part: Card): readonly string[] {
  if (part['type'] === 'TextBlock') return [String(part['text'])];
  if (part['type'] === 'RichTextBlock' && Array.isArray(part['inlines'])) {
    return [part['inlines'].map((run: Card) => String(run['text'])).join('')];
  }
  return String(part['type']).startsWith('Input.') ? [String(part['label'])] : [];
}
