import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { childOf, isElement, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, replaced, type XmlElement } from '../file/xml-tree.js';
import { type Places, quoted } from './places.js';

/*
 * The field MACROBUTTON shows a text, such as "[Klik her og skriv navn]", and runs a macro when somebody presses it. Old
 * letterheads have it to show where to write, most often with the name of a macro that there never was.
 */

/** The field, the name of its macro, and one space. What follows is what it shows. */
const BEFORE_TEXT = /^\s*MACROBUTTON(?:\s+\S+)?\s?/iu;

export interface WithoutMacroButtons {
  readonly document: XmlElement;
  readonly changes: readonly TemplateChange[];
}

/** Makes ordinary text of what these fields show. */
export function withoutMacroButtons(document: XmlElement, places: Places): WithoutMacroButtons {
  const changes: TemplateChange[] = [];
  const becomes = new Map<XmlElement, XmlNodes>();
  const tell = (text: string, element: XmlElement) =>
    void changes.push({ kind: 'macro button', text: quoted(text), place: places.of(element) });
  for (const { marks, code, result } of fieldsIn(document)) {
    const written = code.map(contentOf).join('');
    const before = BEFORE_TEXT.exec(written)?.[0].length;
    const [first] = marks;
    if (before === undefined || first === undefined) continue;
    // A program that writes a result shows it, and not the text in the code.
    let left = result === '' ? before : written.length;
    tell(result || written.slice(before), first);
    for (const mark of marks) becomes.set(mark, []);
    for (const piece of code) {
      const its = contentOf(piece);
      becomes.set(piece, its.length > left ? [textOf(its.slice(left))] : []);
      left = Math.max(0, left - its.length);
    }
  }
  return { document: replaced(document, (element) => becomes.get(element) ?? ofSimpleField(element, tell)), changes };
}

interface Field {
  readonly marks: XmlElement[];
  readonly code: XmlElement[];
  /** What is shown instead of the code; empty for most of these fields. */
  result: string;
  isShown: boolean;
}

/** The fields that end. What a field inside another shows belongs to the inner one alone. */
function fieldsIn(document: XmlElement): readonly Field[] {
  const ended: Field[] = [];
  const open: Field[] = [];
  for (const element of elementsOf(document, 'w:r').flatMap(({ children }) => children.filter(isElement))) {
    const type = element.name === 'w:fldChar' ? attribute(element, 'w:fldCharType') : undefined;
    if (type === 'begin') open.push({ marks: [], code: [], result: '', isShown: false });
    const field = open.at(-1);
    if (field === undefined) continue;
    if (type !== undefined) field.marks.push(element);
    if (type === 'separate') field.isShown = true;
    if (element.name === 'w:instrText') field.code.push(element);
    if (element.name === 'w:t' && field.isShown) field.result += contentOf(element);
    if (type === 'end') ended.push(...open.splice(-1));
  }
  return ended;
}

function ofSimpleField(element: XmlElement, tell: (text: string, element: XmlElement) => void): XmlNodes | undefined {
  if (element.name !== 'w:fldSimple') return undefined;
  const code = attribute(element, 'w:instr');
  const before = BEFORE_TEXT.exec(code)?.[0].length;
  if (before === undefined) return undefined;
  const result = elementsOf(element, 'w:t').map(contentOf).join('');
  tell(result || code.slice(before), element);
  if (result !== '') return element.children;
  const properties = childOf(childOf(element, 'w:r'), 'w:rPr');
  const text = textOf(code.slice(before));
  return [{ name: 'w:r', attributes: {}, children: properties === undefined ? [text] : [properties, text] }];
}

function textOf(text: string): XmlElement {
  return { name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text] };
}
