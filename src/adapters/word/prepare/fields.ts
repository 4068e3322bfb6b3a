import { isElement, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';

/*
 * Word's fields: ISO/IEC 29500-1, 17.16. A field has a code, and what it showed when it was last updated. Both can have
 * fields in them.
 */

/** What stands in the runs of a part, in order. A field is a row of it, whatever runs and paragraphs it is split over. */
export interface RunContents {
  readonly elements: readonly XmlElement[];
  /** How many texts with braces stand before each element, and in all. */
  readonly braces: readonly number[];
}

export interface Field {
  /** The code without that of fields inside it. */
  readonly code: string;
  /** The places of its marks and of its code, without those of fields inside it. */
  readonly own: readonly number[];
  readonly begin: number;
  /** Where what it shows begins; `end` for one that shows nothing. */
  readonly shown: number;
  readonly end: number;
  /** Whether a field inside it makes its name. */
  readonly isNameMade: boolean;
  readonly inCode: readonly Field[];
  readonly inShown: readonly Field[];
}

/** Writes each field that is an element of its own (`w:fldSimple`) as the others are, with a beginning and an end. */
export function withMarkedFields(document: XmlElement): XmlElement {
  return replaced(document, (element) => {
    if (element.name !== 'w:fldSimple') return undefined;
    const properties = elementsOf(element, 'w:rPr').slice(0, 1);
    const run = (child: XmlElement) => ({ name: 'w:r', attributes: {}, children: [...properties, child] });
    const mark = (type: string) => run({ name: 'w:fldChar', attributes: { 'w:fldCharType': type }, children: [] });
    const code = attribute(element, 'w:instr');
    const shown = element.children.filter((child) => !isElement(child) || child.name !== 'w:fldData');
    return [
      mark('begin'),
      run({ name: 'w:instrText', attributes: { 'xml:space': 'preserve' }, children: [code] }),
      mark('separate'),
      ...shown,
      mark('end'),
    ];
  });
}

export function contentsOfRuns(document: XmlElement): RunContents {
  const elements = elementsOf(document, 'w:r').flatMap(({ children }) =>
    children.filter((child): child is XmlElement => isElement(child) && child.name !== 'w:rPr'),
  );
  const braces = [0];
  for (const { name, children } of elements) {
    const count = name === 'w:t' && children.some((text) => !isElement(text) && text.includes('{')) ? 1 : 0;
    braces.push((braces.at(-1) ?? 0) + count);
  }
  return { elements, braces };
}

/** While a field is read. */
interface OpenField {
  code: string;
  readonly own: number[];
  readonly begin: number;
  shown: number | undefined;
  isNameMade: boolean;
  readonly inCode: Field[];
  readonly inShown: Field[];
}

/** The fields that end and are in no other, in the order in which they begin. */
export function fieldsIn({ elements }: RunContents): readonly Field[] {
  const outermost: Field[] = [];
  const open: OpenField[] = [];
  for (const [at, element] of elements.entries()) {
    const type = element.name === 'w:fldChar' ? attribute(element, 'w:fldCharType') : undefined;
    if (type === 'begin') {
      const around = open.at(-1);
      if (around !== undefined && around.shown === undefined && around.code.trim() === '') around.isNameMade = true;
      open.push({ code: '', own: [], begin: at, shown: undefined, isNameMade: false, inCode: [], inShown: [] });
    }
    const field = open.at(-1);
    if (field === undefined || (type === undefined && element.name !== 'w:instrText')) continue;
    field.own.push(at);
    if (element.name === 'w:instrText' && field.shown === undefined) field.code += contentOf(element);
    if (type === 'separate') field.shown ??= at + 1;
    if (type !== 'end') continue;
    open.pop();
    const ended: Field = { ...field, shown: field.shown ?? at, end: at };
    const around = open.at(-1);
    if (around === undefined) outermost.push(ended);
    else (around.shown === undefined ? around.inCode : around.inShown).push(ended);
  }
  // What is in a field that does not end is in none.
  outermost.push(...open.flatMap(({ inCode, inShown }) => [...inCode, ...inShown]));
  return outermost.toSorted((one, other) => one.begin - other.begin);
}

/** Fields, and all that are in them. */
export function eachField(fields: readonly Field[]): readonly Field[] {
  const found: Field[] = [];
  const visit = (field: Field) => {
    found.push(field);
    for (const inner of field.inCode) visit(inner);
    for (const inner of field.inShown) visit(inner);
  };
  for (const field of fields) visit(field);
  return found;
}

/** Whether a field shows a tag. */
export function showsTag({ shown, end }: Field, { braces }: RunContents): boolean {
  return (braces[end] ?? 0) > (braces[shown] ?? 0);
}

/** The texts that a field shows. */
export function textsOf({ shown, end }: Field, { elements }: RunContents): readonly XmlElement[] {
  return elements.slice(shown, end).filter(({ name }) => name === 'w:t');
}

/** What becomes of the code of a field that gets another one: the first piece has it, and the others go. */
export function withCode(
  { own, shown }: Field,
  { elements }: RunContents,
  code: string,
): readonly (readonly [XmlElement, XmlNodes])[] {
  const pieces = own
    .filter((at) => at < shown)
    .map((at) => elements[at])
    .filter((element): element is XmlElement => element?.name === 'w:instrText');
  return pieces.map((piece, index) => [piece, index === 0 ? [{ ...piece, children: [code] }] : []] as const);
}

export function textElement(text: string): XmlElement {
  return { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text] };
}

/** What belongs together in several runs: a field without its end would swallow what follows. */
export const FIELD_PARTS: ReadonlySet<string> = new Set(['w:fldChar', 'w:instrText']);

/** Whether no field begins before these elements and ends in them, or begins in them and ends after them. */
export function hasWholeFields(within: readonly XmlElement[]): boolean {
  let open = 0;
  for (const part of within.flatMap((element) => elementsOf(element, '*'))) {
    if (!FIELD_PARTS.has(part.name)) continue;
    const type = attribute(part, 'w:fldCharType');
    if (type === 'begin') open += 1;
    // The code of a field belongs to it too, and the mark between that and what the field shows.
    else if (open === 0) return false;
    if (type === 'end') open -= 1;
  }
  return open === 0;
}

/** Whether a run has nothing but properties. */
export function isEmptyRun({ name, children }: XmlElement): boolean {
  return name === 'w:r' && children.every((child) => isElement(child) && child.name === 'w:rPr');
}
