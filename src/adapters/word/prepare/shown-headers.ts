import { childOf, isOn } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';

/** The kinds of page that can have a header and a footer of their own: ISO/IEC 29500-1, 17.18.36. */
const PAGES = ['default', 'first', 'even'] as const;
const REFERENCES = ['w:headerReference', 'w:footerReference'] as const;

/**
 * The ids of the relationships to the headers and footers that some page shows. Word keeps those of the first page and
 * of even pages in the file when they are switched off, with what stood in them. A section without a reference has the
 * header of the section before it (17.10.1).
 *
 * @param settings the part with the settings of the document; undefined where there is none
 */
export function shownHeaders(document: XmlElement, settings: XmlElement | undefined): ReadonlySet<string> {
  const [evenPages] = settings === undefined ? [] : elementsOf(settings, 'w:evenAndOddHeaders');
  const shown = new Set<string>();
  const latest = new Map<string, string>();
  for (const section of sectionsOf(document)) {
    const isShown = { default: true, first: isOn(childOf(section, 'w:titlePg')), even: isOn(evenPages) };
    for (const name of REFERENCES) {
      for (const reference of elementsOf(section, name)) {
        latest.set(`${name} ${attribute(reference, 'w:type') || 'default'}`, attribute(reference, 'r:id'));
      }
      for (const page of PAGES) {
        const id = latest.get(`${name} ${page}`);
        if (isShown[page] && id !== undefined) shown.add(id);
      }
    }
  }
  return shown;
}

/** The sections in order, without what a tracked change says that they were before. */
function sectionsOf(document: XmlElement): readonly XmlElement[] {
  const before = new Set(elementsOf(document, 'w:sectPrChange').flatMap((change) => elementsOf(change, 'w:sectPr')));
  return elementsOf(document, 'w:sectPr').filter((section) => !before.has(section));
}
