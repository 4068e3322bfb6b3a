import { childOf, isOn } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';

/** What makes a run hidden: ISO/IEC 29500-1, 17.3.2.41 and 17.3.2.36. */
export const HIDING: ReadonlySet<string> = new Set(['w:vanish', 'w:specVanish']);

/** Which styles hide their text. */
export interface HiddenStyles {
  /**
   * Whether a run is hidden. Its own properties come first. Otherwise hiding is a property that is turned over by each
   * style that has it (17.7.3).
   *
   * @param properties the run's own
   * @param around the ids of the styles of its paragraph and of its table, where they have one
   */
  isHidden(properties: XmlElement | undefined, around: readonly (string | undefined)[]): boolean;
}

interface Style {
  readonly basedOn: string;
  /** undefined where the style does not say. */
  readonly hides: boolean | undefined;
}

/** The longest row of styles that are based on one another, each on the next. Word itself allows eleven. */
const STYLES_IN_A_ROW_MAX = 20;

/** @param styles the part with the styles; undefined where there is none */
export function hiddenStyles(styles: XmlElement | undefined): HiddenStyles {
  const elements = styles === undefined ? [] : elementsOf(styles, 'w:style');
  const byId = new Map(elements.map((style) => [attribute(style, 'w:styleId'), readStyle(style)]));
  const usual = elements.find((style) => attribute(style, 'w:type') === 'paragraph' && isUsual(style));
  const usualId = usual === undefined ? '' : attribute(usual, 'w:styleId');
  const defaults = styles && elementsOf(styles, 'w:rPrDefault')[0];
  const isHiddenByDefault = hides(childOf(defaults, 'w:rPr')) === true;

  function hidesBy(id: string): boolean {
    let at: Style | undefined = byId.get(id);
    for (let count = 0; at !== undefined && count < STYLES_IN_A_ROW_MAX; count += 1) {
      if (at.hides !== undefined) return at.hides;
      at = byId.get(at.basedOn);
    }
    return false;
  }

  return {
    isHidden(properties, [paragraph = usualId, table = '']) {
      const own = hides(properties);
      if (own !== undefined) return own;
      const run = attribute(childOf(properties, 'w:rStyle'), 'w:val');
      const hiding = [paragraph, table, run].filter(hidesBy).length;
      return isHiddenByDefault || hiding % 2 === 1;
    },
  };
}

function isUsual(style: XmlElement): boolean {
  return /^(?:1|true|on)$/u.test(attribute(style, 'w:default'));
}

function readStyle(style: XmlElement): Style {
  return { basedOn: attribute(childOf(style, 'w:basedOn'), 'w:val'), hides: hides(childOf(style, 'w:rPr')) };
}

function hides(properties: XmlElement | undefined): boolean | undefined {
  const marks = [...HIDING].flatMap((name) => childOf(properties, name) ?? []);
  return marks.length === 0 ? undefined : marks.some(isOn);
}
