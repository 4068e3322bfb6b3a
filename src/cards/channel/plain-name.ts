import { literalText } from '../literal-text.js';

/** Marks that clients of Teams read as markup in the title of a choice. A department's name never has one of them. */
const MARKUP = /[[\]<>*_`~|{}$]/gu;

/**
 * The name of a channel or a team for the title of a choice, where some clients read Markdown. Teams allows marks in
 * these names that a department's name may not have. They are left out: people recognise the name without them.
 */
export function plainName(name: string): string {
  return literalText(name.replace(MARKUP, ' ').replace(/ +/gu, ' ').trim());
}
