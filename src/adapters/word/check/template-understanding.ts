import type { TemplateUnderstanding } from '../../../domain/notat/template-understanding.js';
import { type PartKind, textOf, type WordFile } from '../file/word-parts.js';
import { attribute, elementsOf } from '../file/xml-tree.js';
import { isPicture, withoutCopies } from './pictures.js';
import type { TagReading } from './template-tag-check.js';

/** The parts that show what a letterhead has. */
const PAGES = ['document', 'header', 'footer'] as const satisfies readonly PartKind[];

/** Says what was found in a template, whatever is wrong with it. */
export function understandingOf(file: WordFile, { parts }: TagReading): TemplateUnderstanding {
  const elements = (name: string, ...kinds: readonly PartKind[]) =>
    file.partsOf(...kinds).flatMap(({ xml }) => elementsOf(withoutCopies(xml), name));
  const isDepartments = (text: string) => text.includes('{#fagområder}');
  return {
    tags: [...parts].map(([tag, its]) => ({ tag, parts: [...its] })),
    hasDepartmentRows: elements('w:tr', 'document').some((row) =>
      elementsOf(row, 'w:p').some((paragraph) => isDepartments(textOf(paragraph))),
    ),
    counts: {
      sections: elements('w:sectPr', 'document').length,
      headers: file.partsOf('header').length,
      footers: file.partsOf('footer').length,
      textBoxes: elements('w:txbxContent', ...PAGES).length,
      pictures: elements('*', ...PAGES).filter(isPicture).length,
      // Word always has two notes, which are the lines above the notes of a page, and have a type.
      notes: [...elements('w:footnote', 'footnotes'), ...elements('w:endnote', 'endnotes')].filter(
        (note) => attribute(note, 'w:type') === '',
      ).length,
    },
  };
}
