import type { TemplateChange } from '../../../domain/notat/template-change.js';
import type { TemplatePlace } from '../../../domain/notat/template-place.js';
import { fieldName, isSafeField } from '../check/safe-fields.js';
import type { Styles } from '../file/style-chain.js';
import { childOf, isElement, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { type FieldRule, pagesInstead, ruleOfField } from './field-rules.js';
import { contentsOfRuns, type Field, fieldsIn, type RunContents, showsTag, textElement, withCode } from './fields.js';
import { cleanedLinkCode } from './link-codes.js';
import { isOnPages, shownOnPages } from './page-conditions.js';
import { type Places, quoted } from './places.js';
import { withContents } from './run-contents.js';
import { withoutLook } from './run-styles.js';

/*
 * What a field shows is stored in the document, and it is what was true of the template. Word and other programs show it
 * until somebody has the fields updated. Then Word would show what is true of the notat, or an error where that is
 * nothing.
 */

interface Settling {
  readonly contents: RunContents;
  /** The names of bookmarks in small letters. */
  readonly bookmarks: ReadonlySet<string>;
  readonly places: Places;
  readonly becomes: Map<XmlElement, XmlNodes>;
  /** What was the text of a link, and should not look like one; all that is before this place is among it already. */
  readonly unlinked: Set<XmlElement>;
  unlinkedUntil: number;
  /** What was in lists that were taken out, whose paragraphs go with them. */
  readonly listed: Set<XmlElement>;
  readonly changes: TemplateChange[];
}

/**
 * Takes out the fields that show the template's past or what no notat has, or makes them show the notat's. A field whose
 * code such a field is a part of becomes the text that it shows.
 *
 * @param document without `w:fldSimple`
 * @param bookmarks their names in small letters
 */
export function withSettledFields(
  document: XmlElement,
  { styles, bookmarks }: { readonly styles: Styles; readonly bookmarks: ReadonlySet<string> },
  places: Places,
): { readonly document: XmlElement; readonly changes: readonly TemplateChange[] } {
  const settling: Settling = {
    contents: contentsOfRuns(document),
    bookmarks,
    places,
    becomes: new Map(),
    unlinked: new Set(),
    unlinkedUntil: 0,
    listed: new Set(),
    changes: [],
  };
  for (const field of fieldsIn(settling.contents)) settle(field, settling);
  return { document: edited(document, settling, styles), changes: settling.changes };
}

function settle(field: Field, settling: Settling): void {
  // The check refuses a field that another one names, and one that is not safe, as they stand.
  if (field.isNameMade) return;
  const name = fieldName(field.code);
  const rule = ruleOf(field, settling);
  if (rule === undefined && name !== '' && !isSafeField(name)) return;
  settlePages(field, settling);
  const causes = rule === undefined ? field.inCode.flatMap((inner) => rulesIn(inner, settling)) : [];
  if (name === LIST) settleList(field, settling);
  else if (name === TEXT) settleFormText(field, settling);
  else if (name === BUTTON) settleButton(field, settling);
  else if (isBookmark(field, settling)) settleBookmark(field, settling);
  else if (rule !== undefined) settleBy(rule, field, settling);
  else if (isOnPages(field, settling.contents, causes)) settleOnPages(causes, field, settling);
  else if (causes.length > 0) settleMade(name, causes, field, settling);
  else {
    if (name === LINK) {
      for (const [element, after] of cleanedLinkCode(field, settling.contents)) settling.becomes.set(element, after);
    }
    for (const inner of field.inShown) settle(inner, settling);
  }
}

function ruleOf(field: Field, settling: Settling): FieldRule | undefined {
  const rule = field.isNameMade ? undefined : ruleOfField(field.code);
  const name = fieldName(field.code);
  if (name === BUTTON) return { name, instead: 'text', told: undefined };
  return rule === undefined && isBookmark(field, settling) ? { name, instead: 'text', told: 'made text' } : rule;
}

/** Whether a field has the name of a bookmark for its own. It shows what is there, as REF does. */
function isBookmark({ code, isNameMade }: Field, { bookmarks }: Settling): boolean {
  const name = fieldName(code);
  const isOther = isNameMade || isSafeField(name) || ruleOfField(code) !== undefined || name === BUTTON;
  return !isOther && bookmarks.has(name.toLowerCase());
}

/** Such a field becomes the REF that it is short for, and what is true of that is true of it (`settleReferences`). */
function settleBookmark(field: Field, settling: Settling): void {
  const { contents, becomes } = settling;
  const at = field.own.find((each) => contents.elements[each]?.name === 'w:instrText');
  const code = at === undefined ? undefined : contents.elements[at];
  if (at === undefined || code === undefined) return;
  put(contents, becomes, at, [{ ...code, children: [` REF ${contentOf(code).trimStart()}`] }]);
  for (const inner of field.inShown) settle(inner, settling);
}

/** The rules of a field and of all that are in it, each with its field. */
function rulesIn(field: Field, settling: Settling): readonly Cause[] {
  const rule = ruleOf(field, settling);
  const inner = [...field.inCode, ...field.inShown].flatMap((each) => rulesIn(each, settling));
  return rule === undefined ? inner : [{ rule, field }, ...inner];
}

interface Cause {
  readonly rule: FieldRule;
  readonly field: Field;
}

function settleBy(rule: FieldRule, field: Field, settling: Settling): void {
  if (rule.instead !== 'text' && (rule.told === 'list' || !showsTag(field, settling.contents))) {
    takeOut(rule, field, settling);
    return;
  }
  const text = shownText(field, settling);
  if (rule.instead === 'text') tell(rule, field, text, settling);
  makeText(field, settling);
}

/** A number of pages as a property becomes one that Word updates while it lays out the pages. Nobody sees a difference. */
function settlePages(field: Field, { contents, becomes }: Settling): void {
  const instead = pagesInstead(field.code);
  if (instead === undefined) return;
  for (const [piece, after] of withCode(field, contents, instead)) becomes.set(piece, after);
}

/**
 * A list of an old form: ISO/IEC 29500-1, 17.16.9. It becomes what was chosen, as it is shown, and the rest of the list goes,
 * which can be everybody's names. That is not told, because nothing that anybody sees is changed; but where nobody has
 * chosen, it can be an invitation to choose, and is told.
 */
const LIST = 'FORMDROPDOWN';

function settleList(field: Field, settling: Settling): void {
  const { contents, becomes } = settling;
  const begin = contents.elements[field.begin];
  const list = begin && elementsOf(begin, 'w:ddList')[0];
  const chosen = attribute(childOf(list, 'w:result') ?? childOf(list, 'w:default'), 'w:val');
  const entry = list && elementsOf(list, 'w:listEntry')[Number(chosen)];
  const isShown = shownText(field, settling) !== '';
  if (entry !== undefined && childOf(list, 'w:result') === undefined) {
    tell({ name: LIST, instead: 'text', told: 'made text' }, field, attribute(entry, 'w:val'), settling);
  }
  makeText(field, settling);
  if (entry !== undefined && !isShown) put(contents, becomes, field.begin, [textElement(attribute(entry, 'w:val'))]);
}

/**
 * A text of an old form. What it shows until somebody writes there is taken out: the text that it begins with, or only spaces.
 * What somebody has written stays, and is told, because it can be an invitation to write.
 */
const TEXT = 'FORMTEXT';

function settleFormText(field: Field, settling: Settling): void {
  const begin = settling.contents.elements[field.begin];
  const initial = onOneLine(
    attribute(begin && elementsOf(begin, 'w:textInput').map((input) => childOf(input, 'w:default'))[0], 'w:val'),
  );
  const text = shownText(field, settling);
  if (showsTag(field, settling.contents)) makeText(field, settling);
  else if (text === '' || text === initial)
    takeOut({ name: TEXT, instead: 'nothing', told: 'taken out' }, field, settling);
  else {
    tell({ name: TEXT, instead: 'text', told: 'made text' }, field, text, settling);
    makeText(field, settling);
  }
}

/**
 * A field that shows a text, such as "[Klik her og skriv navn]", and runs a macro when somebody presses it. Old letterheads
 * have it to show where to write, most often with the name of a macro that there never was. The text is in its code, and
 * stays.
 */
const BUTTON = 'MACROBUTTON';
/** The field, the name of its macro, and one space. What follows is what it shows. */
const BEFORE_TEXT = /^\s*MACROBUTTON(?:\s+\S+)?\s?/iu;

function settleButton(field: Field, settling: Settling): void {
  const { contents, places, becomes, changes } = settling;
  const before = BEFORE_TEXT.exec(field.code)?.[0].length ?? 0;
  // A program that writes a result shows it, and not the text in the code.
  const result = shownText(field, settling);
  const begin = contents.elements[field.begin];
  if (begin !== undefined && !places.isCopy(begin)) {
    changes.push({ kind: 'macro button', text: quoted(result || field.code.slice(before)), place: places.of(begin) });
  }
  let left = result === '' ? before : field.code.length;
  for (const at of field.own) {
    const element = contents.elements[at];
    const text = element?.name === 'w:instrText' && at < field.shown ? contentOf(element) : '';
    put(contents, becomes, at, text.length > left ? [textElement(text.slice(left))] : []);
    left = Math.max(0, left - text.length);
  }
  for (const inner of [...field.inCode, ...field.inShown]) settle(inner, settling);
}

const LINK = 'HYPERLINK';
/** Fields whose result nobody sees: a bookmark has it. */
const UNSEEN: ReadonlySet<string> = new Set(['SET']);
const CONDITIONS: ReadonlySet<string> = new Set(['IF', 'COMPARE']);

/**
 * A field with another one in its code that must go, such as `IF { AUTHOR } = "Jens" "a" "b"`. It becomes what it shows,
 * unless that is not its own words: then it is what the other field showed.
 */
function settleMade(name: string, causes: readonly Cause[], field: Field, settling: Settling): void {
  const text = shownText(field, settling);
  if (UNSEEN.has(name)) {
    takeOut({ name, instead: 'nothing', told: 'taken out' }, field, settling);
    return;
  }
  const [first] = causes.filter(({ rule }) => rule.instead !== 'text');
  const isRead = field.end - field.shown <= SHOWN_READ;
  const isOwn = isRead && (text === '' || onOneLine(field.code).includes(text));
  if (first !== undefined && !isOwn && !showsTag(field, settling.contents)) {
    const isSame = causes.length === 1 && shownText(first.field, settling) === text;
    takeOut(isSame ? first.rule : { ...first.rule, instead: 'nothing' }, field, settling);
    return;
  }
  // What a condition on the time shows was true when the template was last opened.
  if (CONDITIONS.has(name) && causes.some(({ rule }) => rule.isTime === true) && !showsTag(field, settling.contents)) {
    takeOut({ name, instead: 'nothing', told: 'taken out' }, field, settling);
    return;
  }
  tell({ name, instead: 'text', told: 'made text' }, field, text, settling);
  makeText(field, settling);
}

function settleOnPages(causes: readonly Cause[], field: Field, settling: Settling): void {
  for (const cause of causes) tell(cause.rule, cause.field, '', settling);
  const titles = causes.map((cause) => cause.field);
  for (const [element, after] of shownOnPages(field, settling.contents, titles)) settling.becomes.set(element, after);
  for (const inner of field.inShown) settle(inner, settling);
}

function takeOut(rule: FieldRule, field: Field, settling: Settling): void {
  const { contents, becomes } = settling;
  tell(rule, field, shownText(field, settling), settling);
  for (let at = field.begin; at <= field.end; at += 1) put(contents, becomes, at, []);
  if (rule.told === 'list') {
    for (const element of contents.elements.slice(field.begin, field.end + 1)) settling.listed.add(element);
  }
  if (typeof rule.instead === 'string') return;
  // The tag looks as what it stands for: the first text that the field shows.
  let at = field.shown;
  while (at < field.end && contents.elements[at]?.name !== 'w:t') at += 1;
  put(contents, becomes, at < field.end ? at : field.begin, [tagText(rule.instead.tag)]);
}

/** Takes out the marks and the code, with all that is in it, and settles the fields in what is shown. */
function makeText(field: Field, settling: Settling): void {
  const { contents, becomes, unlinked } = settling;
  for (let at = field.begin; at < field.shown; at += 1) put(contents, becomes, at, []);
  for (const at of field.own) put(contents, becomes, at, []);
  if (fieldName(field.code) === LINK) {
    const from = Math.max(field.shown, settling.unlinkedUntil);
    for (const element of contents.elements.slice(from, field.end)) unlinked.add(element);
    settling.unlinkedUntil = Math.max(field.end, settling.unlinkedUntil);
  }
  for (const inner of field.inShown) settle(inner, settling);
}

function put({ elements }: RunContents, becomes: Map<XmlElement, XmlNodes>, at: number, instead: XmlNodes): void {
  const element = elements[at];
  if (element !== undefined) becomes.set(element, instead);
}

/** How much of what a field shows is read, in elements of runs. Our choice: a field with more shows a page and not a text. */
const SHOWN_READ = 500;

function shownText({ shown, end }: Field, { contents: { elements } }: Settling): string {
  const texts = elements.slice(shown, Math.min(end, shown + SHOWN_READ)).filter(({ name }) => name === 'w:t');
  return onOneLine(texts.map(contentOf).join(''));
}

function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function tell(rule: FieldRule, field: Field, shown: string, { contents, places, changes }: Settling): void {
  const element = contents.elements[field.begin];
  if (element === undefined || rule.told === undefined || places.isCopy(element)) return;
  if (rule.told === 'list') {
    const listed = new Set(contents.elements.slice(field.begin, field.end));
    changes.push(listChange(rule.name, field, places.of(element, listed)));
  } else changes.push(changeOf(rule, quoted(shown), places.of(element)));
}

/** A table of contents with the switch `\c` or `\a` has captions: ISO/IEC 29500-1, 17.16.5.68. */
function listChange(name: string, { code }: Field, place: TemplatePlace): TemplateChange {
  const ofName = name === 'TOA' ? 'authorities' : 'contents';
  const list = name === 'INDEX' ? 'index' : name === 'TOC' && /\\[ac]\b/iu.test(code) ? 'captions' : ofName;
  return { kind: 'list taken out', list, place };
}

function changeOf({ name, instead, told }: FieldRule, text: string, place: TemplatePlace): TemplateChange {
  switch (told) {
    case 'property': {
      const shows = typeof instead === 'string' ? undefined : instead.tag;
      return { kind: 'property shown', property: quoted(name), shows, place };
    }
    case 'taken out':
      return { kind: 'field taken out', field: name, text, place };
    case 'link':
      return { kind: 'link to file', text, place };
    default:
      return { kind: 'field made text', field: name, text, place };
  }
}

export function tagText(tag: string): XmlElement {
  return { name: 'w:t', attributes: {}, children: [`{${tag}}`] };
}

/** What was the text of a link does not look like one any more. */
function edited(document: XmlElement, { becomes, unlinked, listed }: Settling, styles: Styles): XmlElement {
  return withContents(document, becomes, (child, inner) => {
    if (listed.size > 0 && isOfList(child, listed)) return [];
    const wasLink = child.name === 'w:r' && child.children.some((each) => isElement(each) && unlinked.has(each));
    return [wasLink ? withoutLook(inner, 'link', styles) : inner];
  });
}

/**
 * Whether a paragraph has nothing but what is in a list that is taken out; or is the control that Word puts around a list
 * and its heading. What other texts refer to stays, and so does the end of a section.
 */
function isOfList(element: XmlElement, listed: ReadonlySet<XmlElement>): boolean {
  const isControl = element.name === 'w:sdt' && childOf(childOf(element, 'w:sdtPr'), 'w:docPartObj') !== undefined;
  if (element.name !== 'w:p' && !isControl) return false;
  const { elements } = contentsOfRuns(element);
  if (!(isControl ? elements.some((each) => listed.has(each)) : elements.length > 0)) return false;
  const isOther = (each: XmlElement) => !listed.has(each) && (!isControl || contentOf(each).includes('{'));
  return !elements.some(isOther) && !elementsOf(element, '*').some(({ name }) => STAYS.has(name));
}

const STAYS: ReadonlySet<string> = new Set(['w:sectPr', 'w:bookmarkStart', 'w:bookmarkEnd']);
