import { childOf } from './xml-edit.js';
import { attribute, elementsOf, type XmlElement } from './xml-tree.js';

/**
 * How many styles are followed, each based on the next. Our choice: ISO/IEC 29500-1, 17.7.4.3, has no limit, and people's
 * templates have rows of three or four. It also ends a row of styles that are based on one another in a ring.
 */
export const STYLES_IN_A_ROW_MAX = 20;

/** A style of a document: ISO/IEC 29500-1, 17.7.4.17. */
export interface Style {
  /** What paragraphs, runs and tables name it by; often in the language of the Word that wrote it. */
  readonly id: string;
  /** What people see; for Word's own styles it is English in every Word. */
  readonly name: string;
  /** `paragraph`, which is also that of a style that does not say, `character`, `table` or `numbering`. */
  readonly type: string;
  readonly element: XmlElement;
}

export interface Styles {
  readonly all: readonly Style[];
  /** The style of paragraphs that name none: the last of those that say so. */
  readonly usual: Style | undefined;
  /** A style, the one that it is based on, and so on; empty for an id that no style has. */
  chain(id: string): readonly Style[];
}

/** @param sheet the part with the styles; undefined where there is none */
export function readStyles(sheet: XmlElement | undefined): Styles {
  const all = sheet === undefined ? [] : elementsOf(sheet, 'w:style').map(readStyle);
  const byId = new Map(all.map((style) => [style.id, style]));
  const isUsual = ({ type, element }: Style) =>
    type === 'paragraph' && /^(?:1|true|on)$/u.test(attribute(element, 'w:default'));
  return {
    all,
    usual: all.findLast(isUsual),
    chain(id) {
      const found: Style[] = [];
      let next = byId.get(id);
      while (next !== undefined && found.length < STYLES_IN_A_ROW_MAX) {
        found.push(next);
        const base = byId.get(namedBy(next.element, 'w:basedOn'));
        // A style inherits only from one of its own kind.
        next = base?.type === next.type ? base : undefined;
      }
      return found;
    },
  };
}

function readStyle(element: XmlElement): Style {
  return {
    id: attribute(element, 'w:styleId'),
    name: namedBy(element, 'w:name'),
    type: attribute(element, 'w:type') || 'paragraph',
    element,
  };
}

function namedBy(style: XmlElement, name: string): string {
  return attribute(childOf(style, name), 'w:val');
}
