import type { Styles } from '../file/style-chain.js';
import { childOf, without } from '../file/xml-edit.js';
import { attribute, replaced, type XmlElement } from '../file/xml-tree.js';

/** The look of a character style, for text that is no longer what the style is for. */
export type Look = 'placeholder' | 'link';

/**
 * Word's own names for its styles, in every language and in small letters. Their ids are often in the language of the
 * Word that wrote the file: `Pladsholdertekst`.
 */
const NAMES: Readonly<Record<Look, ReadonlySet<string>>> = {
  placeholder: new Set(['placeholder text']),
  link: new Set(['hyperlink', 'followedhyperlink']),
};

const STYLE: ReadonlySet<string> = new Set(['w:rStyle']);

/** Removes the character styles with a look, and those that are based on them, from all runs in an element. */
export function withoutLook(element: XmlElement, look: Look, styles: Styles): XmlElement {
  const has = (id: string) => id !== '' && styles.chain(id).some(({ name }) => NAMES[look].has(name.toLowerCase()));
  return replaced(element, (each) =>
    each.name === 'w:rPr' && has(attribute(childOf(each, 'w:rStyle'), 'w:val')) ? [without(each, STYLE)] : undefined,
  );
}
