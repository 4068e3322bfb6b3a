import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { partsOf } from './past-in.js';

/*
 * What Word calls a damaged file, and Microsoft's schemas let through: ISO/IEC 29500-1 says it in words. A table of
 * rules, each of which looks at every element of one name.
 */

interface Rule {
  readonly name: string;
  readonly of: string;
  readonly isBroken: (element: Element) => boolean;
}

const BLOCKS: ReadonlySet<string> = new Set(['w:p', 'w:tbl']);
/** What stands beside blocks and is none: marks, and what counts as its content. */
const AROUND: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

export const RULES: readonly Rule[] = [
  ...['w:tc', 'w:txbxContent', 'w:footnote', 'w:endnote'].map((of) => ({
    name: `${of} ends with a paragraph`,
    of,
    isBroken: (element: Element) => blocksOf(element).at(-1) !== 'w:p',
  })),
  ...['w:hdr', 'w:ftr', 'w:body'].map((of) => ({
    name: `${of} has a paragraph or a table`,
    of,
    isBroken: (element: Element) => blocksOf(element).length === 0,
  })),
  {
    name: 'a content control around paragraphs has one',
    of: 'w:sdtContent',
    isBroken: (element) => !isIn(element, ['w:p', 'w:tr', 'w:tbl']) && blocksOf(element).length === 0,
  },
  {
    name: 'a content control around rows or cells has one',
    of: 'w:sdtContent',
    isBroken: (element) =>
      isIn(element, ['w:tr', 'w:tbl']) &&
      !['w:tr', 'w:tc'].some((inner) => element.getElementsByTagName(inner).length > 0),
  },
  {
    name: 'a content control has content',
    of: 'w:sdt',
    isBroken: (control) =>
      !childrenOf(control).some(({ tagName, childNodes }) => tagName === 'w:sdtContent' && childNodes.length > 0),
  },
  { name: 'a table has rows', of: 'w:tbl', isBroken: (table) => table.getElementsByTagName('w:tr').length === 0 },
  { name: 'a row has cells', of: 'w:tr', isBroken: (row) => row.getElementsByTagName('w:tc').length === 0 },
  {
    name: 'a table does not run into the one before',
    of: 'w:tbl',
    isBroken: (table) => {
      const before = elementBefore(table);
      return before?.tagName === 'w:tbl' && !floats(before) && !floats(table);
    },
  },
  {
    name: 'a paragraph is in no other paragraph, but for a text box',
    of: 'w:p',
    isBroken: (paragraph) => isIn(paragraph, ['w:p']),
  },
  {
    name: 'a field that begins ends, and the other way round',
    of: '*',
    isBroken: (element) => element.parentNode?.nodeType === 9 && hasPartOfField(element),
  },
];

/** The parts that hold paragraphs. */
const TEXT_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/u;

/** The rules that a file breaks, each with the part. */
export function structureProblems(file: Uint8Array): readonly string[] {
  return [...partsOf(file)]
    .filter(([name]) => TEXT_PART.test(name))
    .flatMap(([name, xml]) => structureProblemsIn(xml).map((problem) => `${name}: ${problem}`));
}

/** The rules that one part breaks. */
export function structureProblemsIn(xml: string): readonly string[] {
  const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
  return RULES.filter(({ of, isBroken }) => [...document.getElementsByTagName(of)].some(isBroken)).map(
    ({ name }) => name,
  );
}

/** Whether it has a mark or a code that belongs to no whole field. */
function hasPartOfField(part: Element): boolean {
  // Whether each field that is open shows something by now.
  const open: boolean[] = [];
  for (const { tagName, attributes } of part.getElementsByTagName('*')) {
    if (tagName !== 'w:fldChar' && tagName !== 'w:instrText') continue;
    const type = attributes.getNamedItem('w:fldCharType')?.value;
    if (type === 'begin') open.push(false);
    else if (open.length === 0 || (type === 'separate' && open.at(-1) === true)) return true;
    else if (type === 'end') open.pop();
    else if (type === 'separate') open[open.length - 1] = true;
  }
  return open.length > 0;
}

/** The names of the paragraphs and tables in an element, without those in one of its tables or text boxes. */
function blocksOf(element: Element): readonly string[] {
  return childrenOf(element).flatMap((child) => {
    if (BLOCKS.has(child.tagName)) return [child.tagName];
    return AROUND.has(child.tagName) ? blocksOf(child) : [];
  });
}

function childrenOf(element: Element): readonly Element[] {
  return [...element.childNodes].filter((child): child is Element => child.nodeType === 1);
}

/** Whether the nearest element around that holds text is one of these; controls do not count. */
function isIn(element: Element, names: readonly string[]): boolean {
  const holders = [
    'w:p',
    'w:tr',
    'w:tbl',
    'w:tc',
    'w:txbxContent',
    'w:body',
    'w:hdr',
    'w:ftr',
    'w:footnote',
    'w:endnote',
  ];
  for (let at = element.parentNode; at !== null && at.nodeType === 1; at = at.parentNode) {
    const { tagName } = at as Element;
    if (holders.includes(tagName)) return names.includes(tagName);
  }
  return false;
}

function elementBefore(element: Element): Element | undefined {
  for (let at = element.previousSibling; at !== null; at = at.previousSibling) {
    if (at.nodeType === 1) return at as Element;
  }
  return undefined;
}

function floats(table: Element): boolean {
  const properties = [...table.childNodes].find(({ nodeName }) => nodeName === 'w:tblPr');
  return [...(properties?.childNodes ?? [])].some(({ nodeName }) => nodeName === 'w:tblpPr');
}
