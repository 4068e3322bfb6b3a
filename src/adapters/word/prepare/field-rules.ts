import { fieldName } from '../check/safe-fields.js';
import { leadsToFile } from './file-links.js';
import { propertyOfField, type ShownInstead, type ShownProperty } from './shown-properties.js';

/** What becomes of a field in a notat that Word, or somebody else's program, would fill in. */
export interface FieldRule {
  /** The name of the field, or of the property that it shows. */
  readonly name: string;
  readonly instead: ShownInstead;
  /** Whether it shows the day or the hour of something. */
  readonly isTime?: boolean;
  /** As what it is told; undefined where nothing that anybody sees is changed. */
  readonly told: 'property' | 'taken out' | 'list' | 'made text' | 'link' | undefined;
}

/**
 * Fields of a mail merge. A notat is merged with nothing, so that they would show their names, or whoever the letter was
 * for when they were last tried.
 */
const MERGED = 'MERGEFIELD MERGEREC MERGESEQ MERGEBARCODE NEXT NEXTIF SKIPIF ADDRESSBLOCK GREETINGLINE';
/**
 * Fields that can only be updated with what no notat has: an answer of whoever opens it, building blocks, a list of
 * sources. What they show is in the file.
 */
const MADE_TEXT = 'FILLIN AUTOTEXT AUTOTEXTLIST GLOSSARY CITATION BIBLIOGRAPHY';
/** Fields in which other programs keep their own data, and which Word does not show as anything but what is in them. */
const UNSAID = 'ADDIN SHAPE';
/** Fields that show nothing, but ask whoever opens the file, or keep what an old program needed. */
const TAKEN_OUT = 'ASK PRIVATE';

/**
 * Lists that Word makes of the document's headings, captions, words and sources, with their pages. What they show is true
 * of the template alone, and Word asks whoever opens a file before it updates them.
 */
const LISTS = 'TOC TOA INDEX';

const RULES: ReadonlyMap<string, Omit<FieldRule, 'name'>> = new Map(
  (
    [
      [MERGED, { instead: 'nothing', told: 'taken out' }],
      [TAKEN_OUT, { instead: 'nothing', told: 'taken out' }],
      [LISTS, { instead: 'nothing', told: 'list' }],
      [MADE_TEXT, { instead: 'text', told: 'made text' }],
      [UNSAID, { instead: 'text', told: undefined }],
    ] as const
  ).flatMap(([names, rule]) => names.split(' ').map((name) => [name, rule] as const)),
);

/** The number of pages, as a property. Of all properties, it alone is true of any file that Word opens. */
const PAGES = /^\s*(?:DOCPROPERTY|INFO)\s+(?:"\s*(?:Num)?Pages\s*"|(?:Num)?Pages(?![^\s\\]))/iu;

/** The code of the field that Word has for a number of pages, in place of one that shows the property; undefined for another. */
export function pagesInstead(code: string): string | undefined {
  return PAGES.test(code) ? code.replace(PAGES, ' NUMPAGES') : undefined;
}

/** @returns undefined for a field that stays, or that the check refuses */
export function ruleOfField(code: string): FieldRule | undefined {
  if (pagesInstead(code) !== undefined) return undefined;
  const property = propertyOfField(code);
  if (property !== undefined) return { ...property, told: toldAs(property) };
  const name = fieldName(code);
  if (name === 'HYPERLINK') return leadsToFile(code) ? { name, instead: 'text', told: 'link' } : undefined;
  const rule = RULES.get(name);
  return rule && { name, ...rule };
}

/** The municipality's own name and address are text as they were. A year can be another one than the notat's. */
function toldAs({ instead, isTime }: ShownProperty): FieldRule['told'] {
  if (instead !== 'text') return 'property';
  return isTime ? 'made text' : undefined;
}
