import type { Styles } from './style-chain.js';
import { childOf } from './xml-edit.js';
import { attribute } from './xml-tree.js';

const USED = /<w:[pr]Style\b[^>]*\bw:val="(?<id>[^"]*)"/gu;

/** Which styles the text of a document has. */
export interface UsedStyles {
  /**
   * Whether no text has the style that a field names. A name that no style has may be that of one of Word's own, in
   * another language, and so it is not unused.
   */
  isUnused(name: string): boolean;
}

/**
 * A document can have thousands of styles, and thousands of fields that name one: each is looked at once. A style of
 * paragraphs and the style of characters that it is linked to are one to those who use them, and so each of them is used
 * where the other is.
 *
 * @param document as it is written
 */
export function usedStyles({ all, usual }: Pick<Styles, 'all' | 'usual'>, document: string): UsedStyles {
  const named = new Set([...document.matchAll(USED)].map(({ groups }) => groups?.['id'] ?? ''));
  const used = new Map<string, boolean>();
  for (const style of all) {
    const linked = attribute(childOf(style.element, 'w:link'), 'w:val');
    const isUsed = named.has(style.id) || style === usual || (linked !== '' && named.has(linked));
    for (const name of [style.name, style.id].map(letters)) used.set(name, isUsed || used.get(name) === true);
  }
  return {
    // Word finds a style by its name in the language of the Word, by the number of a heading, or by its own English name.
    isUnused(name) {
      const names = [name, name.replace(/^(?:overskrift )?(?=[1-9]$)/iu, 'heading ')];
      const found = names.map((each) => used.get(letters(each)));
      return found.includes(false) && !found.includes(true);
    },
  };
}

/** As Word makes the id of a style of its name: without spaces and without the letters that are not English. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, '');
}
