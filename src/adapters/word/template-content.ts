import type { Element } from '@xmldom/xmldom';
import type PizZip from 'pizzip';
import type { FetchedContent, TemplateRefusal } from '../../domain/template-problem.js';
import { attribute, contentTypes, elementsOf, partsOf, readPart, type WordPart } from './word-parts.js';

/** What a relationship to another place is called in a file (the end of its type), and what it is. */
const FETCHED: Readonly<Record<string, FetchedContent>> = {
  attachedTemplate: 'template',
  image: 'picture',
  oleObject: 'object',
  package: 'object',
};

/** Relationships to a file within the file, which opens in a program of its own. */
const EMBEDDED: ReadonlySet<string> = new Set(['oleObject', 'package', 'control', 'activeXControlBinary', 'aFChunk']);

/** An ordinary link: nothing happens before a reader presses it. */
const LINK = /^(?:https?:|mailto:|#)/iu;
/** An address outside the file, whatever the relationship says of itself. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\\\\|\/\/)/iu;

/**
 * Fields that only show what is in the document, or a date. All others are refused: among them are those that fetch
 * pictures and texts (INCLUDEPICTURE), start programs (DDEAUTO) and run macros (MACROBUTTON).
 * https://support.microsoft.com/office/list-of-field-codes-in-word-1ad6d91a-55a7-4a8d-b535-cf7888659a51
 */
const SAFE_FIELDS: ReadonlySet<string> = new Set(
  (
    'PAGE NUMPAGES SECTION SECTIONPAGES DATE TIME CREATEDATE SAVEDATE PRINTDATE TITLE SUBJECT AUTHOR KEYWORDS COMMENTS ' +
    'LASTSAVEDBY FILENAME DOCPROPERTY INFO NUMWORDS NUMCHARS STYLEREF REF PAGEREF NOTEREF SEQ TOC TC XE INDEX HYPERLINK ' +
    'SYMBOL EQ QUOTE IF COMPARE = ADVANCE LISTNUM AUTONUM AUTONUMLGL AUTONUMOUT FORMTEXT FORMCHECKBOX FORMDROPDOWN'
  ).split(' '),
);

/** Everything in a Word file that would run, or be fetched, when someone opens it. */
export function contentProblems(zip: PizZip): readonly TemplateRefusal[] {
  return [...macroProblems(zip), ...relationshipProblems(zip), ...fieldProblems(zip)];
}

function macroProblems(zip: PizZip): readonly TemplateRefusal[] {
  const hasMacros =
    Object.keys(zip.files).some((name) => /vba(?:Project|Data)/iu.test(name)) ||
    contentTypes(zip).some(({ type }) => /macroEnabled|vbaProject/iu.test(type));
  return hasMacros ? [{ kind: 'macros' }] : [];
}

function relationshipProblems(zip: PizZip): readonly TemplateRefusal[] {
  const names = Object.keys(zip.files).filter((name) => name.endsWith('.rels'));
  return names.flatMap((name) => elementsOf(readPart(zip, name), 'Relationship').flatMap(relationshipProblem));
}

function relationshipProblem(relationship: Element): readonly TemplateRefusal[] {
  const type = attribute(relationship, 'Type').split('/').at(-1) ?? '';
  const target = attribute(relationship, 'Target').trim();
  const isElsewhere = attribute(relationship, 'TargetMode') === 'External' || ELSEWHERE.test(target);
  if (!isElsewhere) return EMBEDDED.has(type) ? [{ kind: 'embedded object' }] : [];
  if (type === 'hyperlink' && LINK.test(target)) return [];
  return [{ kind: 'fetched content', what: FETCHED[type] ?? 'other', target }];
}

function fieldProblems(zip: PizZip): readonly TemplateRefusal[] {
  const parts = partsOf(zip, 'document', 'header', 'footer', 'footnotes', 'endnotes', 'comments');
  const names = parts.flatMap(fieldsIn).map((code) => code.trim().split(/[\s"\\]/u)[0] ?? '');
  return names.filter((name) => !SAFE_FIELDS.has(name.toUpperCase())).map((field) => ({ kind: 'unsafe field', field }));
}

/** Every field's code. Word spreads one over as many runs as it likes, and puts fields within fields. */
function fieldsIn({ xml }: WordPart): readonly string[] {
  const codes = elementsOf(xml, 'w:fldSimple').map((field) => attribute(field, 'w:instr'));
  const open: string[] = [];
  for (const element of elementsOf(xml, '*')) {
    if (element.tagName === 'w:instrText') {
      open.push(`${open.pop() ?? ''}${element.textContent ?? ''}`);
    } else if (element.tagName === 'w:fldChar') {
      const type = attribute(element, 'w:fldCharType');
      if (type === 'begin') open.push('');
      if (type === 'end') codes.push(open.pop() ?? '');
    }
  }
  return [...codes, ...open];
}
