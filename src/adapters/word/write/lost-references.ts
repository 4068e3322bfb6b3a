import { bookmarkMadeBy, type Reference, referenceIn } from '../file/reference-fields.js';
import { readStyles } from '../file/style-chain.js';
import { styleNamedBy, type UsedStyles, usedStyles } from '../file/used-styles.js';
import type { WordFile } from '../file/word-parts.js';
import { fieldsIn, textsIn, withoutPieces } from './written-fields.js';

/*
 * A field can show what stands at a bookmark, or the nearest text with a style. A notat can be without it, because a
 * condition is false or because it was taken out. Then Word shows an error instead, in bold, as soon as it updates the
 * field. So the field becomes the text that it shows, or goes.
 */

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
      const made = bookmarkMadeBy(code);
      if (made !== undefined) bookmarks.set(made, { hasText: true, hasNote: false });
    }
  }
  let styles: UsedStyles | undefined;
  return {
    isLost(code) {
      const reference = referenceIn(code);
      if (reference !== undefined) return !shows(reference, bookmarks.get(reference.bookmark));
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

/** A page, or the number of a paragraph, can be that of an empty bookmark. A text and a note must be there. */
function shows({ field, isText }: Reference, bookmark: Bookmark | undefined): boolean {
  if (field === 'NOTEREF' || field === 'FTNREF') return bookmark?.hasNote === true;
  return isText ? bookmark?.hasText === true : bookmark !== undefined;
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
