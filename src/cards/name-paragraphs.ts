import type { CardParagraph } from './paragraphs.js';

/** Our choice: more lines than this are longer than a screen, and are not easier to read than a paragraph. */
const MOST_LINES = 20;

/** Names with one on each line. A long list, or one that is not shown whole, is a single paragraph. */
export function nameParagraphs(names: readonly string[], shown = names.length): readonly CardParagraph[] {
  if (names.length <= MOST_LINES && shown === names.length) return names.map((text) => ({ text }));
  return [{ text: [...names.slice(0, shown), ...(shown < names.length ? ['…'] : [])].join(' · ') }];
}
