import type PizZip from 'pizzip';
import {
  ELEMENT_MAX_ATTRIBUTES,
  TEMPLATE_MAX_ATTRIBUTES,
  TEMPLATE_MAX_DEPTH,
  TEMPLATE_MAX_PARTS,
  TEMPLATE_PROBLEMS_MAX,
  TEMPLATE_QUOTE_MAX,
} from '../../domain/limits.js';
import { isTemplateWarning, type TemplateLoop, type TemplateProblem } from '../../domain/notat/template-problem.js';
import { accessibilityProblems } from './accessibility.js';
import { openTemplate } from './open-template.js';
import { contentProblems } from './template-content.js';
import { probeTemplate } from './template-probe.js';
import { readTags, type TagReading, usedTag } from './template-tag-check.js';
import { PartTooComplex, readWordFile, UnreadablePart, type WordFile } from './word-parts.js';
import { elementsOf } from './xml-tree.js';

/** The tags without which a notat is none, and the loop that each stands in. */
const REQUIRED: readonly (readonly [tag: string, loop: TemplateLoop | undefined])[] = [
  ['titel', undefined],
  ['status', undefined],
  ['indledning', undefined],
  ['fagområder', undefined],
  ['fagområde', 'fagområder'],
  ['svar', 'fagområder'],
  ['nummer', 'indledning'],
  ['tekst', 'indledning'],
  ['nummer', 'svar'],
  ['tekst', 'svar'],
];
const TABLE_TAGS: ReadonlySet<string> = new Set(['fagområder', 'fagområde', 'svar']);

/**
 * Judges a municipality's own Word template: what hinders its use, and what it is only warned of
 * (`isTemplateWarning`). Every problem is told at once, as far as anyone would read; only what cannot be opened or read,
 * or is more than is read, ends the search. Takes long for some: see `createWordThreads`.
 *
 * @returns empty for a template that is as good as the one that is shipped
 */
export function checkTemplate(template: Uint8Array): readonly TemplateProblem[] {
  const opened = openTemplate(template);
  if (!opened.ok) return [opened.problem];
  try {
    return told(problemsOf(opened.value));
  } catch (error) {
    return told([endOfSearch(error)]);
  }
}

function endOfSearch(error: unknown): TemplateProblem {
  if (error instanceof UnreadablePart) return { kind: 'unreadable part', part: error.part };
  // The stack, a list or a text grew larger than there can be.
  if (error instanceof RangeError) return { kind: 'too heavy' };
  if (!(error instanceof PartTooComplex)) throw error;
  const { what, part } = error;
  switch (what) {
    case 'depth':
      return { kind: 'too complex', what, part, max: TEMPLATE_MAX_DEPTH };
    case 'attributes':
      return { kind: 'too complex', what, part, max: ELEMENT_MAX_ATTRIBUTES };
    case 'all attributes':
      return {
        kind: 'too many',
        what: 'attributes',
        count: TEMPLATE_MAX_ATTRIBUTES + 1,
        max: TEMPLATE_MAX_ATTRIBUTES,
      };
  }
}

function problemsOf(zip: PizZip): readonly TemplateProblem[] {
  const file = readWordFile(zip);
  const listed = elementsOf(file.read('[Content_Types].xml'), '*').length;
  if (listed > TEMPLATE_MAX_PARTS) return [{ kind: 'too many', what: 'parts', count: listed, max: TEMPLATE_MAX_PARTS }];
  const type = documentType(file);
  if (type === undefined) return [{ kind: 'not a document' }];
  const content: readonly TemplateProblem[] = [
    // Word's own templates would keep their type in a file named .docx, which Word then refuses to open.
    ...(type === 'template' ? [{ kind: 'word template' } as const] : []),
    ...contentProblems(file),
  ];
  const tags = readTags(file);
  const hasTooMany = tags.problems.some(({ kind }) => kind === 'too many');
  const accessibility = accessibilityProblems(file, (table) => table.includes('{fagområde}'));
  const refusals = [...content, ...tags.problems, ...(hasTooMany ? [] : missingTags(tags))];
  // Only a template without mistakes can be filled; then, what is left out is told tag by tag.
  return refusals.length > 0 ? [...refusals, ...accessibility] : [...probeTemplate(zip), ...accessibility];
}

/** Whether Word opens the file as a document (.docx, .docm) or as a template (.dotx, .dotm), if at all. */
function documentType(file: WordFile): 'document' | 'template' | undefined {
  const types = [...file.contentTypes().values()];
  if (types.some((type) => /\.document\.(?:main|macroEnabled\.main)\+xml$/u.test(type))) return 'document';
  return types.some((type) => /\.template\.(?:main|macroEnabledTemplate\.main)\+xml$/u.test(type))
    ? 'template'
    : undefined;
}

function missingTags({ used, problems }: TagReading): readonly TemplateProblem[] {
  const misspelt = problems.flatMap((problem) => (problem.kind === 'unknown tag' ? (problem.nearest ?? []) : []));
  const missing = REQUIRED.filter(([tag, loop]) => !used.has(usedTag(tag, loop)) && !misspelt.includes(tag));
  const hasNoTable = missing.filter(([tag]) => TABLE_TAGS.has(tag)).length === TABLE_TAGS.size;
  if (hasNoTable) return [{ kind: 'table missing' }];
  return missing.map(([tag, loop]) => ({ kind: 'tag missing', tag, loop }));
}

/** Each problem once, what hinders first; and of what would be too much to read only the beginning. */
function told(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  const each = [...new Map(problems.map(shortened).map((problem) => [JSON.stringify(problem), problem])).values()];
  const refusals = each.filter((problem) => !isTemplateWarning(problem));
  const left = refusals.length - TEMPLATE_PROBLEMS_MAX;
  return [
    ...refusals.slice(0, TEMPLATE_PROBLEMS_MAX),
    ...(left > 0 ? [{ kind: 'more problems', count: left } as const] : []),
    ...each.filter(isTemplateWarning),
  ];
}

function shortened(problem: TemplateProblem): TemplateProblem {
  const short = Object.entries(problem).map(([key, value]) => [key, typeof value === 'string' ? quoted(value) : value]);
  // The same keys, with texts that are shorter; the kinds and names among them are not as long.
  return Object.fromEntries(short) as TemplateProblem;
}

/** Never half of a surrogate pair. */
function quoted(text: string): string {
  return text.length <= TEMPLATE_QUOTE_MAX
    ? text
    : `${text.slice(0, TEMPLATE_QUOTE_MAX - 1).replace(/\p{Surrogate}$/u, '')}…`;
}
