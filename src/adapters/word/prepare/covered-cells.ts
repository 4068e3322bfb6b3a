import { childOf, isElement } from '../file/xml-edit.js';
import { attribute, type XmlElement } from '../file/xml-tree.js';

/** What can stand around rows and cells: ISO/IEC 29500-1, 17.5. */
const AROUND: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml']);

/**
 * The cells of a table that the cell above covers, because they are merged with it (17.4.84). Nothing shows what stands in
 * them. Word leaves them empty, and other programs do not always.
 */
export function coveredCells(table: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  let above: ReadonlySet<number> = new Set();
  for (const row of inside(table, 'w:tr')) {
    const merged = new Set<number>();
    let column = count(childOf(childOf(row, 'w:trPr'), 'w:gridBefore'), 0);
    for (const cell of inside(row, 'w:tc')) {
      const properties = childOf(cell, 'w:tcPr');
      const merge = childOf(properties, 'w:vMerge');
      if (merge !== undefined) merged.add(column);
      if (merge !== undefined && attribute(merge, 'w:val') !== 'restart' && above.has(column)) found.push(cell);
      column += count(childOf(properties, 'w:gridSpan'), 1);
    }
    above = merged;
  }
  return found;
}

/** The rows of a table, or the cells of a row, without those of tables in it. */
function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.name === name) return [child];
    return AROUND.has(child.name) ? inside(child, name) : [];
  });
}

function count(property: XmlElement | undefined, otherwise: number): number {
  const written = Number(attribute(property, 'w:val') || otherwise);
  return Number.isSafeInteger(written) ? written : otherwise;
}
