import { longestThatFits } from './card-size.js';
import type { CardParagraph } from './paragraphs.js';

/** Our choice: more lines than this are longer than a screen, and no easier to look through than a paragraph. */
const MOST_LINES = 20;

/**
 * Names, one a line; so many that they would be a long list stand in one paragraph, and of more than a card has
 * room for, the first.
 *
 * @param fits whether the card has room for these paragraphs
 */
export function nameParagraphs(
  names: readonly string[],
  fits: (paragraphs: readonly CardParagraph[]) => boolean,
): readonly CardParagraph[] {
  if (names.length <= MOST_LINES) return names.map((text) => ({ text }));
  const joined = (shown: readonly string[]) => [
    { text: [...shown, ...(shown.length < names.length ? ['…'] : [])].join(' · ') },
  ];
  return joined(longestThatFits(names, (shown) => fits(joined(shown))));
}
