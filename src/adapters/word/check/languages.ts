import type { TemplateWarning } from '../../../domain/notat/template-problem.js';
import { readStyles } from '../file/style-chain.js';
import { TEXT_ELEMENTS, type WordFile } from '../file/word-parts.js';
import { childOf } from '../file/xml-edit.js';
import { attribute, contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { placeBeside } from './part-reading.js';

const DANISH = /^da(?:-|$)/iu;
/** Word's mark for text that has no language, which the style below it then decides. */
const NO_LANGUAGE = 'x-none';

/**
 * The language that a screen reader reads the text in: that of its run, or else of its character style, of its
 * paragraph's style, of the style that the document uses where none is named, or of the document
 * (ISO/IEC 29500-1, 17.7.2).
 *
 * A template is reported if one of its tags is not Danish, since Danish text comes in its place. Other text may be in
 * another language on purpose, so it is reported only if there is more of it than of Danish.
 */
export function languageProblems(file: WordFile): readonly TemplateWarning[] {
  const languageOf = languagesOf(file);
  const letters = { danish: 0, other: 0 };
  let ofTag: TemplateWarning | undefined;
  let ofText: TemplateWarning | undefined;
  for (const { kind, xml } of file.partsOf('document', 'header', 'footer', 'footnotes', 'endnotes')) {
    for (const { run, style, paragraph, words } of runsOf(xml)) {
      const language = languageOf(run, style);
      if (DANISH.test(language)) {
        letters.danish += words.length;
        continue;
      }
      letters.other += words.length;
      const isTag = /[{}]/u.test(words);
      if (isTag ? ofTag !== undefined : ofText !== undefined) continue;
      const warning = {
        kind: 'not in Danish',
        language: language === '' ? undefined : language,
        place: placeBeside(kind, paragraph),
      } as const;
      if (isTag) ofTag = warning;
      else ofText = warning;
    }
  }
  const problem = ofTag ?? (letters.other > letters.danish ? ofText : undefined);
  return problem === undefined ? [] : [problem];
}

interface Run {
  readonly run: XmlElement;
  readonly paragraph: XmlElement;
  /** The style that the paragraph names; empty if it names none. */
  readonly style: string;
  readonly words: string;
}

/** The runs with text, each with the innermost paragraph around it. */
function runsOf(xml: XmlElement): readonly Run[] {
  const found: Run[] = [];
  const search = (within: XmlElement, around: Pick<Run, 'paragraph' | 'style'> | undefined) => {
    for (const child of within.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'w:r' && around !== undefined) {
        const words = child.children.map((each) =>
          typeof each !== 'string' && TEXT_ELEMENTS.has(each.name) ? contentOf(each) : '',
        );
        if (words.some((text) => text.trim() !== '')) found.push({ run: child, ...around, words: words.join('') });
      }
      search(child, child.name === 'w:p' ? { paragraph: child, style: styleOf(child) } : around);
    }
  };
  search(xml, undefined);
  return found;
}

function styleOf(paragraph: XmlElement): string {
  return attribute(childOf(childOf(paragraph, 'w:pPr'), 'w:pStyle'), 'w:val');
}

function languagesOf(file: WordFile): (run: XmlElement, style: string) => string {
  const sheet = file.partsOf('styles')[0]?.xml;
  const styles = readStyles(sheet);
  const languages = new Map(
    styles.all.map(({ id }) => [
      id,
      styles
        .chain(id)
        .map(({ element }) => languageIn(childOf(element, 'w:rPr')))
        .find((language) => language !== ''),
    ]),
  );
  const ofStyle = (id: string) => languages.get(id) ?? '';
  const defaults = sheet && elementsOf(sheet, 'w:docDefaults')[0];
  const ofDocument = languageIn(defaults && elementsOf(defaults, 'w:rPr')[0]);
  return (run, style) => {
    const own = childOf(run, 'w:rPr');
    return (
      languageIn(own) ||
      ofStyle(attribute(childOf(own, 'w:rStyle'), 'w:val')) ||
      ofStyle(style || (styles.usual?.id ?? '')) ||
      ofDocument
    );
  };
}

function languageIn(properties: XmlElement | undefined): string {
  const language = attribute(childOf(properties, 'w:lang'), 'w:val');
  return language.toLowerCase() === NO_LANGUAGE ? '' : language;
}
