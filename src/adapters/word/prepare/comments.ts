import { TEMPLATE_NAMES_MAX } from '../../../domain/limits.js';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import type { TemplatePlace } from '../../../domain/notat/template-place.js';
import type { WordFile } from '../file/word-parts.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { ANYWHERE, type Places, quoted } from './places.js';

/** Where a comment begins, ends and is shown, in the text that it is about. */
export const COMMENT_MARKS: ReadonlySet<string> = new Set([
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:annotationRef',
]);

/** Where the first comment of a part is; undefined where it has none. */
export function firstComment(document: XmlElement, places: Places): TemplatePlace | undefined {
  const mark = elementsOf(document, '*').find(({ name }) => COMMENT_MARKS.has(name));
  return mark && places.of(mark);
}

/** @param place of the first of them, where one is in the text */
export function toldComments(file: WordFile, place: TemplatePlace | undefined): readonly TemplateChange[] {
  const comments = file.partsOf('comments').flatMap(({ xml }) => elementsOf(xml, 'w:comment'));
  if (comments.length === 0) return [];
  const authors = comments.map((comment) => quoted(attribute(comment, 'w:author'))).filter((name) => name !== '');
  const by = [...new Set(authors)].slice(0, TEMPLATE_NAMES_MAX);
  return [{ kind: 'comments', count: comments.length, by, place: place ?? ANYWHERE }];
}
