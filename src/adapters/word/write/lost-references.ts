import { readStyles } from '../file/style-chain.js';
import { styleNamedBy, type UsedStyles, usedStyles } from '../file/used-styles.js';
import type { WordFile } from '../file/word-parts.js';
import { fieldsIn, textsIn, withoutPieces } from './written-fields.js';

/*
 * A field can show what stands at a bookmark, or the nearest text with a style. A notat can be without it, because a
 * condition is false or because it was taken out. Then Word shows an error instead, in bold, as soon as it updates the
 * field. So the field becomes the text that it shows, or goes.
 */

/** The fields that show what stands at a bookmark: ISO/IEC 29500-1, 17.16.5. SET makes one. */
const BOOKMARK_FIELD = /^(?<field>REF|PAGEREF|NOTEREF|FTNREF|SET)\s+"?(?<bookmark>[^\s"\\]+)/iu;
/** The beginnings and ends of bookmarks, and what can be in them: a text that is not empty, a picture, a note. */
const CONTENT =
  /<w:bookmark(?<which>Start|End)\b(?<rest>[^>]*)>|(?<note><w:(?:footnote|endnote)Reference\b)|<w:t(?: [^>]*)?>(?=[^<])|<(?:w:sym|w:drawing|w:pict|m:t)[ />]/gu;
const ID = / w:id="(?<value>[^"]*)"/u;
const NAME = / w:name="(?<value>[^"]*)"/u;

/** What the fields of a notat can show. */
export interface Referable {
  /** Whether a field, by its code, shows what the notat does not have. */
  isLost(code: string): boolean;
}

/**
 * @param parts all parts of the notat that show text, as they are written
 * @param document the one that is the document
 */
export function referableIn(file: WordFile, parts: readonly string[], document: string): Referable {
  const bookmarks = new Map(parts.flatMap((xml) => [...bookmarksIn(xml)]));
  for (const xml of parts) {
    for (const { code } of fieldsIn(xml).ended) {
      const { field = '', bookmark } = BOOKMARK_FIELD.exec(code)?.groups ?? {};
      if (field.toUpperCase() === 'SET') bookmarks.set(lower(bookmark), { hasText: true, hasNote: false });
    }
  }
  let styles: UsedStyles | undefined;
  return {
    isLost(code) {
      const { field = '', bookmark } = BOOKMARK_FIELD.exec(code)?.groups ?? {};
      if (bookmark !== undefined) {
        const shown = isOfPlace(code) ? 'PAGEREF' : field.toUpperCase();
        return !shows(shown, bookmarks.get(bookmark.toLowerCase()));
      }
      const style = styleNamedBy(code);
      if (style === undefined) return false;
      styles ??= usedStyles(readStyles(file.partsOf('styles')[0]?.xml), document);
      return styles.isUnused(style);
    },
  };
}

interface Bookmark {
  readonly hasText: boolean;
  readonly hasNote: boolean;
}

/** Whether a field shows the number of the paragraph that a bookmark is in, or where it is, and not its text. */
function isOfPlace(code: string): boolean {
  return /^\s*REF\b/iu.test(code) && /\\[nrwp]\b/iu.test(code);
}

/** A page can be that of an empty bookmark. A text and a note must be there. */
function shows(field: string, bookmark: Bookmark | undefined): boolean {
  if (bookmark === undefined || field === 'PAGEREF') return bookmark !== undefined;
  return field === 'NOTEREF' || field === 'FTNREF' ? bookmark.hasNote : bookmark.hasText;
}

/** The bookmarks of a part, by their names in small letters. One that does not end may have anything in it. */
function bookmarksIn(xml: string): ReadonlyMap<string, Bookmark> {
  const found = new Map<string, Bookmark>();
  const open = new Map<string, { readonly name: string; readonly texts: number; readonly notes: number }>();
  let [texts, notes] = [0, 0];
  for (const { groups } of xml.matchAll(CONTENT)) {
    const { which, rest = '', note } = groups ?? {};
    if (note !== undefined) notes += 1;
    if (which === undefined) {
      texts += 1;
      continue;
    }
    const id = ID.exec(rest)?.groups?.['value'] ?? '';
    const begun = open.get(id);
    if (which === 'Start') {
      const name = lower(NAME.exec(rest)?.groups?.['value']);
      open.set(id, { name, texts, notes });
      found.set(name, { hasText: true, hasNote: true });
    } else if (begun !== undefined) {
      found.set(begun.name, { hasText: texts > begun.texts, hasNote: notes > begun.notes });
      open.delete(id);
    }
  }
  return found;
}

function lower(text: string | undefined): string {
  return (text ?? '').toLowerCase();
}

/** The parts of a file that have fields of this kind are few, and a notat can be long. */
export function mayRefer(xml: string): boolean {
  return xml.includes('<w:instrText') && xml.includes('REF');
}

/**
 * @param isOnEachPage whether the part is a page header or footer. Word updates a text with a style there by itself, and so
 *   nobody has seen what such a field shows: it goes with the field
 * @returns the same text where no field is lost
 */
export function withoutLostReferences(xml: string, { isLost }: Referable, isOnEachPage: boolean): string {
  const lost = fieldsIn(xml).ended.filter(({ code }) => isLost(code));
  const unseen = isOnEachPage ? lost.filter(({ code }) => styleNamedBy(code) !== undefined) : [];
  return withoutPieces(xml, [...lost.flatMap(({ pieces }) => pieces), ...textsIn(xml, unseen)]);
}
