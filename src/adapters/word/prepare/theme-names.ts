import { isElement } from '../file/xml-edit.js';
import { replaced, type XmlElement } from '../file/xml-tree.js';

/*
 * Whoever saves a theme, or its colours or fonts, gives it a name, which can be a person's. A document shows the colours and
 * the fonts, and never the names.
 */

/** The end of the content type of a theme: ISO/IEC 29500-1, 14.2.7. */
export const THEME_TYPE = 'officedocument.theme+xml';

const NAMED: ReadonlySet<string> = new Set(['a:theme', 'a:clrScheme', 'a:fontScheme', 'a:fmtScheme', 'a:custClr']);
/** The family of a theme, with its name once more and its ids: [MS-ODRAWXML], themeFamily. It is in an `a:ext`. */
const FAMILY = /:themeFamily$/u;

/** Takes the names out of a theme. Most must have one, which may be empty. */
export function withoutThemeNames(theme: XmlElement): XmlElement {
  return replaced(theme, (element) => {
    if (element.name === 'a:ext' && element.children.some((child) => isElement(child) && FAMILY.test(child.name))) {
      return [];
    }
    const isNamed = NAMED.has(element.name) && (element.attributes['name'] ?? '') !== '';
    return isNamed ? [{ ...element, attributes: { ...element.attributes, name: '' } }] : undefined;
  });
}
