import { bookmarkMadeBy } from '../file/reference-fields.js';
import { attribute, contentOf, type XmlElement } from '../file/xml-tree.js';
import { contentsOfRuns, eachField, fieldsIn } from './fields.js';

/** The texts of bookmarks, by their names in small letters. Paragraphs end with a line break. */
export type Bookmarks = ReadonlyMap<string, string>;

/**
 * The bookmarks of a part that begin and end, each with what stands in it. Of two with the same name, Word uses the first.
 *
 * @param document without hidden text, or with it; deleted text is not among its texts
 */
export function bookmarksIn(document: XmlElement): Bookmarks {
  const pieces: string[] = [];
  const open = new Map<string, { readonly name: string; readonly at: number }>();
  const found = new Map<string, { readonly from: number; readonly to: number }>();
  let length = 0;
  const add = (text: string) => {
    pieces.push(text);
    length += text.length;
  };
  const visit = ({ children }: XmlElement) => {
    for (const child of children) {
      if (typeof child === 'string') continue;
      const id = attribute(child, 'w:id');
      if (child.name === 'w:bookmarkStart')
        open.set(id, { name: attribute(child, 'w:name').toLowerCase(), at: length });
      else if (child.name === 'w:bookmarkEnd') {
        const begun = open.get(id);
        if (begun !== undefined && !found.has(begun.name)) found.set(begun.name, { from: begun.at, to: length });
        open.delete(id);
      } else if (child.name === 'w:t') add(contentOf(child));
      else visit(child);
      if (child.name === 'w:p') add('\n');
    }
  };
  visit(document);
  const text = pieces.join('');
  return new Map([...found].map(([name, { from, to }]) => [name, text.slice(from, to)]));
}

/** The names, in small letters, of the bookmarks that fields of a part make. */
export function madeBookmarksIn(document: XmlElement): readonly string[] {
  return eachField(fieldsIn(contentsOfRuns(document))).flatMap(({ code }) => bookmarkMadeBy(code) ?? []);
}
