import type { Styles } from '../file/style-chain.js';
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

/** @param sheet the part with the styles, in which the document's defaults are too; undefined where there is none */
export function hiddenStyles(styles: Styles, sheet: XmlElement | undefined): HiddenStyles {
  const defaults = sheet && elementsOf(sheet, 'w:rPrDefault')[0];
  const isHiddenByDefault = hides(childOf(defaults, 'w:rPr')) === true;
  // Thousands of runs have the same few styles.
  const known = new Map<string, boolean>();

  function hidesBy(id: string): boolean {
    const said = () => styles.chain(id).map(({ element }) => hides(childOf(element, 'w:rPr')));
    const its = known.get(id) ?? said().find((each) => each !== undefined) === true;
    known.set(id, its);
    return its;
  }

  return {
    isHidden(properties, [paragraph = styles.usual?.id ?? '', table = '']) {
      const own = hides(properties);
      if (own !== undefined) return own;
      const run = attribute(childOf(properties, 'w:rStyle'), 'w:val');
      const hiding = [paragraph, table, run].filter(hidesBy).length;
      return isHiddenByDefault || hiding % 2 === 1;
    },
  };
}

function hides(properties: XmlElement | undefined): boolean | undefined {
  const marks = [...HIDING].flatMap((name) => childOf(properties, name) ?? []);
  return marks.length === 0 ? undefined : marks.some(isOn);
}
