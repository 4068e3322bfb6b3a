import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { meantTag } from '../check/tag-spelling.js';
import { TEMPLATE_TAGS } from '../check/template-tags.js';
import { mayRefer, type Reference, referenceIn } from '../file/reference-fields.js';
import { readStyles } from '../file/style-chain.js';
import { styleNamedBy, type UsedStyles, usedStyles } from '../file/used-styles.js';
import { isOnEachPage, PAGE_PARTS, type PartKind, readWordFile, type WordFile } from '../file/word-parts.js';
import { childOf, type XmlNodes } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { type Bookmarks, bookmarksIn, madeBookmarksIn } from './bookmarks.js';
import { editParts } from './edit-parts.js';
import {
  contentsOfRuns,
  eachField,
  type Field,
  fieldsIn,
  type RunContents,
  showsTag,
  textElement,
  textsOf,
  withMarkedFields,
} from './fields.js';
import { type Places, placesIn, quoted } from './places.js';
import { withContents } from './run-contents.js';

/*
 * A field that shows what stands at a bookmark has a copy of it. What was taken out of the bookmark is in the copy still:
 * the author, a case number of long ago. Word shows the copy until somebody has the fields updated. A field that shows the
 * nearest text with a style has a copy of that.
 */

/** Shows where a text with a style is, or the number of its paragraph, and not the text. */
const NOT_TEXT = /\\[nrwpt]\b/iu;
/** How long a text is that a field is given, in characters. Our choice: a line. What is longer is taken out. */
const LINE_MAX = 200;

/**
 * Takes out the fields that show what was taken out of the template, and lets those that show a tag show it filled.
 *
 * @param sent the template as it was sent
 * @param zip the same without its past; its parts are rewritten
 */
export function settleReferences(sent: WordFile, zip: PizZip): readonly TemplateChange[] {
  const changes: TemplateChange[] = [];
  let referred: Referred | undefined;
  editParts(zip, PAGE_PARTS, mayRefer, (document, kind) => {
    referred ??= referredIn(sent, zip);
    return settled(document, kind, referred, placesIn(document, kind), changes);
  });
  return changes;
}

interface PartBookmarks {
  readonly texts: Bookmarks;
  /** Those that fields make. */
  readonly made: ReadonlySet<string>;
}

/** What fields can refer to. */
interface Referred {
  readonly before: PartBookmarks;
  readonly after: PartBookmarks;
  /** The styles of the document, as it is now. */
  readonly styles: UsedStyles;
}

function referredIn(sent: WordFile, zip: PizZip): Referred {
  const file = readWordFile(zip);
  const [document] = file.partsOf('document');
  const [sheet] = file.partsOf('styles');
  return {
    before: allIn(sent, zip),
    after: allIn(file, zip),
    styles: usedStyles(
      readStyles(sheet?.xml),
      document === undefined ? '' : file.textOf(document.name),
      document && styledTextsIn(document.xml),
    ),
  };
}

/** The first text that is not empty with each style that is named, by its id. No more of it than a field is given. */
function styledTextsIn(document: XmlElement): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const element of elementsOf(document, '*')) {
    const isParagraph = element.name === 'w:p';
    if (!isParagraph && element.name !== 'w:r') continue;
    const properties = childOf(element, isParagraph ? 'w:pPr' : 'w:rPr');
    const style = attribute(childOf(properties, isParagraph ? 'w:pStyle' : 'w:rStyle'), 'w:val');
    if (style === '' || found.has(style)) continue;
    const text = elementsOf(element, 'w:t').map(contentOf).join('');
    if (text.trim() !== '') found.set(style, text.slice(0, LINE_MAX + 1));
  }
  return found;
}

/** @param zip with the parts that are looked at: what a template has besides may be unreadable */
function allIn(file: WordFile, zip: PizZip): PartBookmarks {
  const names = file.names.filter((name) => PAGE_PARTS.some((kind) => kind === file.kindOf(name)) && name in zip.files);
  const parts = names.map((name) => withMarkedFields(file.read(name)));
  // The first of two with the same name.
  const texts = new Map(parts.toReversed().flatMap((xml) => [...bookmarksIn(xml)]));
  return { texts, made: new Set(parts.flatMap(madeBookmarksIn)) };
}

function settled(
  document: XmlElement,
  kind: PartKind,
  referred: Referred,
  places: Places,
  changes: TemplateChange[],
): XmlElement {
  const contents = contentsOfRuns(document);
  const becomes = new Map<XmlElement, XmlNodes>();
  for (const field of eachField(fieldsIn(contents))) {
    const { name, shows } = referenceOf(field.code, kind, referred) ?? { name: '', shows: undefined };
    const begin = contents.elements[field.begin];
    // What is in a field that is taken out goes with it.
    if (name === '' || begin === undefined || becomes.has(begin)) continue;
    if (shows === undefined || showsTag(field, contents)) continue;
    if (shows !== 'nothing') {
      show(shows.text, field, contents, becomes);
      continue;
    }
    if (!places.isCopy(begin)) {
      const text = quoted(textsOf(field, contents).map(contentOf).join(''));
      changes.push({ kind: 'field taken out', field: name, text, place: places.of(begin) });
    }
    for (const element of contents.elements.slice(field.begin, field.end + 1)) becomes.set(element, []);
  }
  return withContents(document, becomes);
}

/** What a field that refers to something shows in a notat; undefined for one that stays as it is. */
type Shows = { readonly text: string } | 'nothing' | undefined;

/** @returns undefined for a field that refers to nothing; otherwise its name, and what it shows in a notat */
function referenceOf(
  code: string,
  kind: PartKind,
  referred: Referred,
): { readonly name: string; readonly shows: Shows } | undefined {
  const style = styleNamedBy(code);
  if (style !== undefined) return { name: 'STYLEREF', shows: styledInstead(style, code, kind, referred) };
  const reference = referenceIn(code);
  return reference && { name: reference.field, shows: shownInstead(reference, referred) };
}

/**
 * In a page header or footer, Word shows the nearest text with a style by itself, and not what it had there when the file
 * was saved: so that goes. Elsewhere, Word shows what it had.
 */
function styledInstead(style: string, code: string, kind: PartKind, { styles }: Referred): Shows {
  const onEachPage = isOnEachPage(kind);
  if (onEachPage && styles.isUnused(style)) return 'nothing';
  if (NOT_TEXT.test(code)) return undefined;
  const text = styles.textOf(style)?.trim() ?? '';
  const isLine = text.length <= LINE_MAX && hasOnlyTexts(text);
  if (onEachPage) return { text: isLine ? text : '' };
  if (!text.includes('{')) return undefined;
  return isLine ? { text } : 'nothing';
}

function shownInstead({ bookmark, isText }: Reference, { before, after }: Referred): Shows {
  const [had, has] = [before.texts.get(bookmark), after.texts.get(bookmark)];
  if (after.made.has(bookmark)) return undefined;
  if (before.made.has(bookmark)) return 'nothing';
  // The template never had it. What the field shows is all that there is of it.
  if (had === undefined) return undefined;
  if (has === undefined) return 'nothing';
  if (!isText) return undefined;
  const isSame = had.length === has.length && had.slice(0, LINE_MAX) === has.slice(0, LINE_MAX);
  const text = has.replace(/\n$/u, '');
  if (isSame && !text.includes('{')) return undefined;
  const isLine = text.length <= LINE_MAX && !text.includes('\n') && hasOnlyTexts(text);
  return isLine && text !== '' ? { text } : 'nothing';
}

/** Whether all tags in a text can stand anywhere: they are texts, and belong to no loop. */
function hasOnlyTexts(text: string): boolean {
  const rest = text.replace(/\{(?<tag>[^{}]*)\}/gu, (tag: string, name: string) => {
    const meant = meantTag(name) ?? '';
    const meaning = Object.hasOwn(TEMPLATE_TAGS, meant) && Reflect.get(TEMPLATE_TAGS, meant);
    return meaning === 'text' ? '' : tag;
  });
  return !/[{}]/u.test(rest);
}

/** Lets a field show a text, which looks as the first text that it showed. What showed nothing shows nothing. */
function show(text: string, field: Field, contents: RunContents, becomes: Map<XmlElement, XmlNodes>): void {
  const [first] = textsOf(field, contents);
  for (const element of contents.elements.slice(field.shown, field.end)) becomes.set(element, []);
  if (first === undefined) return;
  becomes.set(first, [textElement(text)]);
}
