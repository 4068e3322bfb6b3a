import type { TemplateListKind, TemplateWarning } from '../../../domain/notat/template-problem.js';
import { readStyles, type Style } from '../file/style-chain.js';
import { textOf, type WordFile } from '../file/word-parts.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';

const LISTS: readonly TemplateListKind[] = ['punkt', 'nummereret'];

/** What a paragraph or a style says of headings and lists; empty texts where it says nothing. */
interface Properties {
  /** The outline level, from 0; 9 is body text. */
  readonly outline: string;
  /** The number of the list; 0 for none. */
  readonly list: string;
}

interface StyledParagraph extends Properties {
  readonly text: string;
}

/** What screen readers miss of the headings and the lists of a template. */
export function headingAndListProblems(file: WordFile): readonly TemplateWarning[] {
  const paragraphs = paragraphsOf(file);
  return [...headingLevelProblems(paragraphs), ...listProblems(paragraphs)];
}

/**
 * Where the headings go more than one level down at once. A person who jumps from heading to heading must think that
 * one is missing. https://www.w3.org/WAI/tutorials/page-structure/headings/
 *
 * @returns the first such place, or nothing
 */
function headingLevelProblems(paragraphs: readonly StyledParagraph[]): readonly TemplateWarning[] {
  const levels = paragraphs.flatMap((paragraph) => headingLevel(paragraph) ?? []);
  const at = levels.findIndex((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
  return at < 0 ? [] : [{ kind: 'heading level skipped', from: levels[at - 1] ?? 0, to: levels[at] ?? 0 }];
}

/** The kinds of line that a template shows as a list, but not as one that Word and a screen reader know. */
function listProblems(paragraphs: readonly StyledParagraph[]): readonly TemplateWarning[] {
  return LISTS.filter((kind) => linesOfKind(paragraphs, kind).some((line) => !isInList(line))).map((line) => ({
    kind: 'list not marked',
    line,
  }));
}

/** The paragraphs that show the text of a line of this kind. */
function linesOfKind(paragraphs: readonly StyledParagraph[], kind: TemplateListKind): readonly StyledParagraph[] {
  let isOpen = false;
  return paragraphs.filter(({ text }) => {
    if (text.includes('{#')) isOpen = text.includes(`{#${kind}}`);
    const isLine = isOpen && text.includes('{tekst}');
    if (text.includes(`{/${kind}}`)) isOpen = false;
    return isLine;
  });
}

function isInList({ list }: Properties): boolean {
  return list !== '' && list !== '0';
}

/** From 1, as Word shows it; undefined for a paragraph that is no heading. */
function headingLevel({ outline }: Properties): number | undefined {
  return /^[0-8]$/u.test(outline) ? Number(outline) + 1 : undefined;
}

/** The paragraphs of the document, with what their styles say where they say nothing themselves. */
function paragraphsOf(file: WordFile): readonly StyledParagraph[] {
  const styles = readStyles(file.partsOf('styles')[0]?.xml);
  const said = new Map(styles.all.map(({ id }) => [id, styles.chain(id).map(propertiesOfStyle)]));
  const paragraphs = file.partsOf('document').flatMap(({ xml }) => elementsOf(xml, 'w:p'));
  return paragraphs.map((paragraph) => {
    const own = readProperties(paragraph);
    const inherited = said.get(attribute(elementsOf(paragraph, 'w:pStyle')[0], 'w:val')) ?? [];
    const nearest = (name: keyof Properties) => [own, ...inherited].find((each) => each[name] !== '')?.[name] ?? '';
    return { text: textOf(paragraph).replaceAll(/\s/gu, ''), outline: nearest('outline'), list: nearest('list') };
  });
}

function propertiesOfStyle({ name, element }: Style): Properties {
  const { outline, list } = readProperties(element);
  const level = /^heading (?<level>[1-9])$/iu.exec(name)?.groups?.['level'];
  return { outline: outline === '' && level !== undefined ? String(Number(level) - 1) : outline, list };
}

function readProperties(element: XmlElement): Properties {
  const value = (name: string) => attribute(elementsOf(element, name)[0], 'w:val');
  return { outline: value('w:outlineLvl'), list: value('w:numId') };
}
