import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import mammoth from 'mammoth';

/** A notat as another program reads it. */
export interface ReadNotat {
  readonly headings: readonly string[];
  /** The paragraphs before the table that are no headings. */
  readonly introduction: readonly string[];
  /**
   * The departments in the table below its header, each with its answer's paragraphs and list items. The rows of a long
   * answer are one.
   */
  readonly rows: readonly { readonly department: string; readonly paragraphs: readonly string[] }[];
}

/** Reads a .docx file with mammoth. */
export async function readNotat(file: Uint8Array): Promise<ReadNotat> {
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(file) });
  const root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(
    `<notat>${html}</notat>`,
    'text/xml',
  ).documentElement;
  if (root === null) throw new Error('the document is empty');
  const top = childrenOf(root);
  const table = top.find(({ tagName }) => tagName === 'table');
  if (table === undefined) throw new Error('the document has no table');
  return {
    headings: top.filter(({ tagName }) => /^h\d$/u.test(tagName)).map(textOf),
    introduction: top.filter(({ tagName }) => tagName === 'p').map(textOf),
    rows: rowsOf(table),
  };
}

function rowsOf(table: Element): ReadNotat['rows'] {
  const rows: { readonly department: string; readonly paragraphs: string[] }[] = [];
  for (const [name, answer] of elements(table, 'tr').map((row) => elements(row, 'td'))) {
    if (name === undefined || answer === undefined) continue;
    const department = textOf(name);
    const paragraphs = paragraphsOf(answer);
    const before = rows.at(-1);
    if (before !== undefined && department === `${before.department} (fortsat)`) before.paragraphs.push(...paragraphs);
    else rows.push({ department, paragraphs: [...paragraphs] });
  }
  return rows;
}

function paragraphsOf(cell: Element): readonly string[] {
  return childrenOf(cell).flatMap((block) =>
    block.tagName === 'ul' || block.tagName === 'ol' ? elements(block, 'li').map(textOf) : [textOf(block)],
  );
}

function childrenOf(element: Element): readonly Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
}

function elements(element: Element, name: string): readonly Element[] {
  return [...element.getElementsByTagName(name)];
}

function textOf(element: Element): string {
  return element.textContent ?? '';
}
