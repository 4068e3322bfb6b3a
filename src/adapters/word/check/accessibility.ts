import type { TemplateWarning } from '../../../domain/notat/template-problem.js';
import { textOf, type WordFile } from '../file/word-parts.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { placesIn } from '../prepare/places.js';
import { headingAndListProblems } from './headings-and-lists.js';
import { languageProblems } from './languages.js';
import { isDescribed, isPicture, withoutCopies } from './pictures.js';

/**
 * What would make a published Word file hard to read for people with disabilities. The Danish act on web accessibility
 * (webtilgængelighedsloven) requires a title, a language, headings, lists, header rows in tables, and descriptions of
 * pictures. The title is not looked for: each notat has its own (`prepare/own-properties.ts`).
 * https://digst.dk/digital-service/webtilgaengelighed/
 *
 * @param isDataTable whether a table with this text holds data. A table that is used only for layout needs no header
 * row
 */
export function accessibilityProblems(
  file: WordFile,
  isDataTable: (text: string) => boolean = () => true,
): readonly TemplateWarning[] {
  return [
    ...languageProblems(file),
    ...headingProblems(file),
    ...headingAndListProblems(file),
    ...tableProblems(file, isDataTable),
    ...pictureProblems(file),
  ];
}

/**
 * A paragraph is a heading if its style or the paragraph has an outline level: 0 is the highest, and 9 is body text.
 */
function headingProblems(file: WordFile): readonly TemplateWarning[] {
  const headingStyles = new Set(
    file
      .partsOf('styles')
      .flatMap(({ xml }) => elementsOf(xml, 'w:style'))
      .filter((style) => isHeadingStyle(style))
      .map((style) => attribute(style, 'w:styleId')),
  );
  const paragraphs = file.partsOf('document').flatMap(({ xml }) => elementsOf(xml, 'w:p'));
  const hasHeading = paragraphs.some(
    (paragraph) =>
      headingStyles.has(attribute(elementsOf(paragraph, 'w:pStyle')[0], 'w:val')) || hasHeadingLevel(paragraph),
  );
  return hasHeading ? [] : [{ kind: 'heading missing' }];
}

function isHeadingStyle(style: XmlElement): boolean {
  return (
    /^heading [1-9]$/iu.test(attribute(elementsOf(style, 'w:name')[0], 'w:val')) ||
    (attribute(style, 'w:type') === 'paragraph' && hasHeadingLevel(style))
  );
}

function hasHeadingLevel(element: XmlElement): boolean {
  return elementsOf(element, 'w:outlineLvl').some((level) => /^[0-8]$/u.test(attribute(level, 'w:val')));
}

function tableProblems(file: WordFile, isDataTable: (text: string) => boolean): readonly TemplateWarning[] {
  const tables = file.partsOf('document').flatMap(({ xml }) => elementsOf(xml, 'w:tbl'));
  const without = tables.filter((table) => isDataTable(textOf(table)) && !hasHeaderRow(table));
  return without.length === 0 ? [] : [{ kind: 'header row not marked' }];
}

function hasHeaderRow(table: XmlElement): boolean {
  const first = elementsOf(table, 'w:tr')[0];
  const mark = first && elementsOf(first, 'w:tblHeader')[0];
  return mark !== undefined && !/^(?:0|false|off)$/u.test(attribute(mark, 'w:val'));
}

/** A picture needs a description for people who cannot see it, unless it is marked in Word as decorative. */
function pictureProblems(file: WordFile): readonly TemplateWarning[] {
  const found = file.partsOf('document', 'header', 'footer', 'footnotes', 'endnotes').flatMap(({ kind, xml }) => {
    const paragraphs: XmlElement[] = [];
    const search = (within: XmlElement, paragraph: XmlElement) => {
      for (const child of within.children) {
        if (typeof child === 'string') continue;
        if (isPicture(child) && !isDescribed(child)) paragraphs.push(paragraph);
        search(child, child.name === 'w:p' ? child : paragraph);
      }
    };
    const document = withoutCopies(xml);
    search(document, document);
    return paragraphs.map((paragraph) => ({ kind, document, paragraph }));
  });
  const [first] = found;
  if (first === undefined) return [];
  const place = placesIn(first.document, first.kind).of(first.paragraph);
  return [{ kind: 'picture without description', place: { ...place, others: found.length - 1 } }];
}
