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
  /** The first text with the style that a field names; undefined where none is known. */
  textOf(name: string): string | undefined;
}

/** The field that shows the nearest text with a style: ISO/IEC 29500-1, 17.16.5.59. */
const STYLE_FIELD = /^\s*STYLEREF\s+(?:"(?<quoted>[^"]*)"|(?<plain>[^\s"\\]+))/iu;

/** The style that a field names by its code; undefined for another field. */
export function styleNamedBy(code: string): string | undefined {
  const { quoted, plain } = STYLE_FIELD.exec(code)?.groups ?? {};
  return quoted ?? plain;
}

/**
 * A document can have thousands of styles, and thousands of fields that name one: each is looked at once. A style of
 * paragraphs and the style of characters that it is linked to are one to those who use them, and so each of them is used
 * where the other is.
 *
 * @param document as it is written
 * @param texts the first text with each style, by its id
 */
export function usedStyles(
  { all, usual }: Pick<Styles, 'all' | 'usual'>,
  document: string,
  texts: ReadonlyMap<string, string> = new Map(),
): UsedStyles {
  const named = new Set([...document.matchAll(USED)].map(({ groups }) => groups?.['id'] ?? ''));
  const used = new Map<string, boolean>();
  const shown = new Map<string, string>();
  for (const style of all) {
    const linked = attribute(childOf(style.element, 'w:link'), 'w:val');
    const isUsed = named.has(style.id) || style === usual || (linked !== '' && named.has(linked));
    const text = texts.get(style.id) ?? texts.get(linked);
    for (const name of [style.name, style.id].map(letters)) {
      used.set(name, isUsed || used.get(name) === true);
      if (text !== undefined && !shown.has(name)) shown.set(name, text);
    }
  }
  return {
    isUnused(name) {
      const found = namesOf(name).map((each) => used.get(each));
      return found.includes(false) && !found.includes(true);
    },
    textOf: (name) => namesOf(name).flatMap((each) => shown.get(each) ?? [])[0],
  };
}

/** Word finds a style by its name in the language of the Word, by the number of a heading, or by its own English name. */
function namesOf(name: string): readonly string[] {
  return [name, name.replace(/^(?:overskrift )?(?=[1-9]$)/iu, 'heading ')].map(letters);
}

/** As Word makes the id of a style of its name: without spaces and without the letters that are not English. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, '');
}
