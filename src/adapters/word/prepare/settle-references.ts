import type PizZip from 'pizzip';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { meantTag } from '../check/tag-spelling.js';
import { TEMPLATE_TAGS } from '../check/template-tags.js';
import { readWordFile, type WordFile } from '../file/word-parts.js';
import type { XmlNodes } from '../file/xml-edit.js';
import { contentOf, type XmlElement } from '../file/xml-tree.js';
import { type Bookmarks, bookmarksIn, madeBookmarksIn } from './bookmarks.js';
import { editParts } from './edit-parts.js';
import { contentsOfRuns, eachField, type Field, fieldsIn, type RunContents, withMarkedFields } from './fields.js';
import { type Places, placesIn, quoted } from './places.js';
import { withContents } from './run-contents.js';

/*
 * A field that shows what stands at a bookmark has a copy of it. What was taken out of the bookmark is in the copy still:
 * the author, a case number of long ago. Word shows the copy until somebody has the fields updated.
 */

/** The fields that show what stands at a bookmark, or where it is: ISO/IEC 29500-1, 17.16.5. */
const REFERENCE = /^\s*(?<field>REF|PAGEREF|NOTEREF|FTNREF)\s+"?(?<bookmark>[^\s"\\]+)(?<switches>.*)$/isu;
/** Shows the number of a paragraph, or where it is, and not its text. */
const OF_PLACE = /\\[nrwp]\b/iu;
/** The parts with text that can have bookmarks. */
const PAGES = ['document', 'header', 'footer', 'footnotes', 'endnotes'] as const;
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
  let bookmarks: AllBookmarks | undefined;
  editParts(
    zip,
    PAGES,
    (xml) => xml.includes('<w:instrText') && xml.includes('REF'),
    (document, kind) => {
      bookmarks ??= { before: allIn(sent, zip), after: allIn(readWordFile(zip), zip) };
      return settled(document, bookmarks, placesIn(document, kind), changes);
    },
  );
  return changes;
}

interface PartBookmarks {
  readonly texts: Bookmarks;
  /** Those that fields make. */
  readonly made: ReadonlySet<string>;
}

interface AllBookmarks {
  readonly before: PartBookmarks;
  readonly after: PartBookmarks;
}

/** @param zip with the parts that are looked at: what a template has besides may be unreadable */
function allIn(file: WordFile, zip: PizZip): PartBookmarks {
  const names = file.names.filter((name) => PAGES.some((kind) => kind === file.kindOf(name)) && name in zip.files);
  const parts = names.map((name) => withMarkedFields(file.read(name)));
  // The first of two with the same name.
  const texts = new Map(parts.toReversed().flatMap((xml) => [...bookmarksIn(xml)]));
  return { texts, made: new Set(parts.flatMap(madeBookmarksIn)) };
}

function settled(document: XmlElement, bookmarks: AllBookmarks, places: Places, changes: TemplateChange[]): XmlElement {
  const contents = contentsOfRuns(document);
  const becomes = new Map<XmlElement, XmlNodes>();
  for (const field of eachField(fieldsIn(contents))) {
    const { field: name = '', bookmark = '', switches = '' } = REFERENCE.exec(field.code)?.groups ?? {};
    const begin = contents.elements[field.begin];
    // What is in a field that is taken out goes with it.
    if (name === '' || begin === undefined || becomes.has(begin)) continue;
    const isText = name.toUpperCase() === 'REF' && !OF_PLACE.test(switches);
    const shows = shownInstead(bookmark.toLowerCase(), isText, bookmarks);
    if (shows === undefined || hasTag(field, contents)) continue;
    if (shows !== '') {
      show(shows, field, contents, becomes);
      continue;
    }
    if (!places.isCopy(begin)) {
      const text = quoted(textsOf(field, contents).map(contentOf).join(''));
      changes.push({ kind: 'field taken out', field: name.toUpperCase(), text, place: places.of(begin) });
    }
    for (const element of contents.elements.slice(field.begin, field.end + 1)) becomes.set(element, []);
  }
  return withContents(document, becomes);
}

/**
 * @param isText whether the field shows the text of the bookmark, and not where it is
 * @returns what a field with a bookmark shows in a notat; empty for one that is taken out; undefined for one that stays as
 *   it is
 */
function shownInstead(bookmark: string, isText: boolean, { before, after }: AllBookmarks): string | undefined {
  const [had, has] = [before.texts.get(bookmark), after.texts.get(bookmark)];
  if (after.made.has(bookmark)) return undefined;
  if (before.made.has(bookmark)) return '';
  // The template never had it. What the field shows is all that there is of it.
  if (had === undefined) return undefined;
  if (has === undefined) return '';
  if (!isText) return undefined;
  const isSame = had.length === has.length && had.slice(0, LINE_MAX) === has.slice(0, LINE_MAX);
  const line = has.replace(/\n$/u, '');
  if (isSame && !line.includes('{')) return undefined;
  return line.length <= LINE_MAX && !line.includes('\n') && hasOnlyTexts(line) ? line : '';
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

function hasTag({ shown, end }: Field, { braces }: RunContents): boolean {
  return (braces[end] ?? 0) > (braces[shown] ?? 0);
}

function textsOf({ shown, end }: Field, { elements }: RunContents): readonly XmlElement[] {
  return elements.slice(shown, end).filter(({ name }) => name === 'w:t');
}

/** Lets a field show a text, which looks as the first text that it showed. What showed nothing shows nothing. */
function show(text: string, field: Field, contents: RunContents, becomes: Map<XmlElement, XmlNodes>): void {
  const [first] = textsOf(field, contents);
  for (const element of contents.elements.slice(field.shown, field.end)) becomes.set(element, []);
  if (first === undefined) return;
  becomes.set(first, [{ name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text] }]);
}
