import type { FetchedContent, TemplateRefusal } from '../../../domain/notat/template-problem.js';
import type { WordFile, WordPart } from '../file/word-parts.js';
import { attribute, contentOf, elementsOf, type XmlElement } from '../file/xml-tree.js';

/** The relationships to content outside the file: the last part of the relationship type, and what it fetches. */
const FETCHED: Readonly<Record<string, FetchedContent>> = {
  attachedTemplate: 'template',
  image: 'picture',
  oleObject: 'object',
  package: 'object',
};

/** The relationships to a file inside the file, which another program can open. */
const EMBEDDED: ReadonlySet<string> = new Set(['oleObject', 'package', 'control', 'activeXControlBinary', 'aFChunk']);

/** The address of an ordinary link. It is safe, because nothing happens until a reader clicks it. */
const LINK = /^(?:https?:|mailto:|#)/iu;
/** An address outside the file, also where the relationship does not say that it is external. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\\\\|\/\/)/iu;

/**
 * Fields that only show what is in the document, or a date. All others are refused. Some of them fetch pictures or
 * texts (INCLUDEPICTURE), start programs (DDEAUTO) or run macros (MACROBUTTON).
 * https://support.microsoft.com/office/list-of-field-codes-in-word-1ad6d91a-55a7-4a8d-b535-cf7888659a51
 */
const SAFE_FIELDS: ReadonlySet<string> = new Set(
  (
    'PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE TITLE SUBJECT AUTHOR KEYWORDS COMMENTS ' +
    'LASTSAVEDBY FILENAME DOCPROPERTY INFO NUMWORDS NUMCHARS STYLEREF REF PAGEREF NOTEREF SEQ TOC TC XE INDEX HYPERLINK ' +
    'SYMBOL EQ QUOTE IF COMPARE = ADVANCE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT FORMTEXT FORMCHECKBOX FORMDROPDOWN'
  ).split(' '),
);

/** Finds everything in a Word file that would run or be fetched when someone opens the file. */
export function contentProblems(file: WordFile): readonly TemplateRefusal[] {
  return [...macroProblems(file), ...relationshipProblems(file), ...fieldProblems(file)];
}

function macroProblems(file: WordFile): readonly TemplateRefusal[] {
  const hasMacros =
    file.names.some((name) => /vba(?:Project|Data)/iu.test(name)) ||
    [...file.contentTypes().values()].some((type) => /macroEnabled|vbaProject/iu.test(type));
  return hasMacros ? [{ kind: 'macros' }] : [];
}

function relationshipProblems(file: WordFile): readonly TemplateRefusal[] {
  const names = file.names.filter((name) => name.endsWith('.rels'));
  return names.flatMap((name) => elementsOf(file.read(name), 'Relationship').flatMap(relationshipProblem));
}

function relationshipProblem(relationship: XmlElement): readonly TemplateRefusal[] {
  const type = attribute(relationship, 'Type').split('/').at(-1) ?? '';
  const target = attribute(relationship, 'Target').trim();
  const isElsewhere = attribute(relationship, 'TargetMode') === 'External' || ELSEWHERE.test(target);
  if (!isElsewhere) return EMBEDDED.has(type) ? [{ kind: 'embedded object' }] : [];
  if (type === 'hyperlink' && LINK.test(target)) return [];
  return [{ kind: 'fetched content', what: FETCHED[type] ?? 'other', target }];
}

function fieldProblems(file: WordFile): readonly TemplateRefusal[] {
  const parts = file.partsOf('document', 'header', 'footer', 'footnotes', 'endnotes', 'comments');
  const names = parts.flatMap(fieldsIn).map((code) => /^[^\s"\\]*/u.exec(code.trim())?.[0] ?? '');
  return names.filter((name) => !SAFE_FIELDS.has(name.toUpperCase())).map((field) => ({ kind: 'unsafe field', field }));
}

/** The code of every field. Word can split one code over several runs, and can put fields inside fields. */
function fieldsIn({ xml }: WordPart): readonly string[] {
  const codes = elementsOf(xml, 'w:fldSimple').map((field) => attribute(field, 'w:instr'));
  const open: string[] = [];
  for (const element of elementsOf(xml, '*')) {
    if (element.name === 'w:instrText') {
      open.push(`${open.pop() ?? ''}${contentOf(element)}`);
    } else if (element.name === 'w:fldChar') {
      const type = attribute(element, 'w:fldCharType');
      if (type === 'begin') open.push('');
      if (type === 'end') codes.push(open.pop() ?? '');
    }
  }
  return [...codes, ...open];
}
