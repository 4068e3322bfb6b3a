import type { CardParagraph } from './paragraphs.js';

/** Our choice: more lines than this are longer than a screen, and no easier to look through than a paragraph. */
const MOST_LINES = 20;

/** Names, one a line; so many that they would be a long list, or not all of them, stand in one paragraph. */
export function nameParagraphs(names: readonly string[], shown = names.length): readonly CardParagraph[] {
  if (names.length <= MOST_LINES && shown === names.length) return names.map((text) => ({ text }));
  return [{ text: [...names.slice(0, shown), ...(shown < names.length ? ['…'] : [])].join(' · ') }];
}
