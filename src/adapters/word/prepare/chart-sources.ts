import { contentOf, replaced, type XmlElement } from '../file/xml-tree.js';

/** The formulas that say in which cells the data of a chart were: ISO/IEC 29500-1, 21.2.2.65, and those of newer charts. */
const FORMULAS: ReadonlySet<string> = new Set(['c:f', 'cx:f', 'c15:f', 'c15:sqref']);

/** Takes out of a chart's formulas in which file its data were, with the folders, which can name a person. */
export function withoutSourceFiles(chart: XmlElement): XmlElement {
  return replaced(chart, (element) => {
    const formula = FORMULAS.has(element.name) ? contentOf(element) : '';
    // A file stands in front of the sheet, in brackets: '[2019.xlsx]Ark1'!$A$1.
    const sheet = formula.lastIndexOf('!');
    const after = 1 + Math.max(...[']', '\\', '/'].map((end) => (sheet < 0 ? -1 : formula.lastIndexOf(end, sheet))));
    if (after === 0) return undefined;
    return [{ ...element, children: [`${formula.startsWith("'") ? "'" : ''}${formula.slice(after)}`] }];
  });
}
