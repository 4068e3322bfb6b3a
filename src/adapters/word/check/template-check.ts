import {
  ELEMENT_MAX_ATTRIBUTES,
  TEMPLATE_CHANGES_MAX,
  TEMPLATE_MAX_ATTRIBUTES,
  TEMPLATE_MAX_DEPTH,
  TEMPLATE_PROBLEMS_MAX,
  TEMPLATE_QUOTE_MAX,
} from '../../../domain/limits.js';
import { weightiestChanges } from '../../../domain/notat/template-change.js';
import {
  isTemplateWarning,
  type TemplateLoop,
  type TemplateProblem,
  type TemplateRefusal,
  type TemplateVerdict,
} from '../../../domain/notat/template-problem.js';
import { openTemplate } from '../file/open-template.js';
import { shortened } from '../file/shortened.js';
import {
  PartTooComplex,
  PartWithForeignPrefix,
  readWordFile,
  UnreadablePart,
  type WordFile,
} from '../file/word-parts.js';
import { type PreparedTemplate, prepareTemplate } from '../prepare/prepare-template.js';
import { accessibilityProblems } from './accessibility.js';
import { readParts } from './part-reading.js';
import { contentProblems } from './template-content.js';
import { probeTemplate } from './template-probe.js';
import { readTags, type TagReading, usedTag } from './template-tag-check.js';
import { understandingOf } from './template-understanding.js';

/** The tags that every template must have, and the loop that each belongs to. */
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
 * Checks a municipality's own Word template, as the bot prepares it before each use. The problems are refusals, which
 * prevent its use, and warnings (`isTemplateWarning`). The ten weightiest refusals are returned together, with the number
 * of the others (`TEMPLATE_PROBLEMS_MAX`). The check ends early only where the file cannot be opened or read, or is above
 * a limit. It can take long, so `createWordWork` runs it in a thread.
 */
export function judgeTemplate(template: Uint8Array): TemplateVerdict {
  const opened = openTemplate(template);
  if (!opened.ok) return { problems: [opened.problem], changes: [], understood: undefined };
  try {
    const prepared = prepareTemplate(opened.value);
    return { ...verdictOn(prepared), changes: weightiestChanges(prepared.changes, TEMPLATE_CHANGES_MAX) };
  } catch (error) {
    return { problems: told([endOfSearch(error)]), changes: [], understood: undefined };
  }
}

/** The problems alone: see `judgeTemplate`. */
export function checkTemplate(template: Uint8Array): readonly TemplateProblem[] {
  return judgeTemplate(template).problems;
}

function endOfSearch(error: unknown): TemplateProblem {
  if (error instanceof UnreadablePart) return { kind: 'unreadable part', part: error.part };
  if (error instanceof PartWithForeignPrefix) return { kind: 'foreign prefix', part: error.part, prefix: error.prefix };
  // The stack, an array or a string became larger than JavaScript allows.
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

function verdictOn({ zip, refusals: before }: PreparedTemplate): Omit<TemplateVerdict, 'changes'> {
  const file = readWordFile(zip);
  if (before.some(({ kind }) => kind === 'too many' || kind === 'not a document')) {
    return { problems: before, understood: undefined };
  }
  if (!isDocument(file)) return { problems: [{ kind: 'not a document' }], understood: undefined };
  const readings = readParts(file);
  const content = contentProblems(file, readings);
  const tags = readTags(file, readings);
  const hasTooMany = tags.problems.some(({ kind }) => kind === 'too many');
  const accessibility = accessibilityProblems(file, (table) => table.includes('{fagområde}'));
  const refusals = [...before, ...content, ...tags.problems, ...(hasTooMany ? [] : missingTags(tags))];
  // Only a template without refusals can be filled. Filling it shows which tags its notats leave out.
  const problems = refusals.length > 0 ? refusals : probeTemplate(zip, tags.opened);
  return { problems: told([...problems, ...accessibility]), understood: understandingOf(file, tags) };
}

/** Whether Word opens the file as a document: also one with macros, which is refused for them. */
function isDocument(file: WordFile): boolean {
  return [...file.contentTypes().values()].some((type) =>
    /\.(?:document\.(?:main|macroEnabled\.main)|template\.macroEnabledTemplate\.main)\+xml$/u.test(type),
  );
}

function missingTags({ used, problems }: TagReading): readonly TemplateProblem[] {
  const misspelt = problems.flatMap((problem) => (problem.kind === 'unknown tag' ? (problem.nearest ?? []) : []));
  const missing = REQUIRED.filter(([tag, loop]) => !used.has(usedTag(tag, loop)) && !misspelt.includes(tag));
  const hasNoTable = missing.filter(([tag]) => TABLE_TAGS.has(tag)).length === TABLE_TAGS.size;
  if (hasNoTable) return [{ kind: 'table missing' }];
  return missing.map(([tag, loop]) => ({ kind: 'tag missing', tag, loop }));
}

/** The lowest number is the weightiest: what must be corrected before the rest can be judged comes first. */
const WEIGHTS: Readonly<Record<TemplateRefusal['kind'], number>> = {
  'not a document': 0,
  'unreadable part': 1,
  'foreign prefix': 1,
  'too large': 2,
  'too large unpacked': 3,
  'too heavy': 4,
  'too many': 5,
  'too complex': 6,
  'tracked changes': 7,
  macros: 8,
  'embedded object': 9,
  'fetched content': 10,
  'unsafe field': 11,
  'table missing': 12,
  'tag missing': 13,
  'line missing': 14,
  'unknown tag': 15,
  'unclosed loop': 16,
  'unopened loop': 17,
  'loop across places': 18,
  'loop in loop': 19,
  'markup tag': 20,
  'misplaced tag': 21,
  'not a text': 22,
  'stray brace': 23,
  'long tag': 24,
  'tag not filled': 25,
  'lines run together': 26,
  'department too large': 27,
  'not clean': 28,
  'cannot be filled': 28,
  'more problems': 29,
};

/** Each problem once, the weightiest first. Long lists and long texts are shortened to what a person would read. */
function told(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  const each = [...new Map(problems.map(withShortTexts).map((problem) => [JSON.stringify(problem), problem])).values()];
  const refusals = each
    .filter((problem): problem is TemplateRefusal => !isTemplateWarning(problem))
    .toSorted((one, other) => WEIGHTS[one.kind] - WEIGHTS[other.kind]);
  const left = refusals.length - TEMPLATE_PROBLEMS_MAX;
  return [
    ...refusals.slice(0, TEMPLATE_PROBLEMS_MAX),
    ...(left > 0 ? [{ kind: 'more problems', count: left } as const] : []),
    ...each.filter(isTemplateWarning),
  ];
}

function withShortTexts(problem: TemplateProblem): TemplateProblem {
  const short = Object.entries(problem).map(([key, value]) => [
    key,
    typeof value === 'string' ? shortened(value, TEMPLATE_QUOTE_MAX) : value,
  ]);
  // The keys are the same, and only long texts are shortened. Kinds and names are never that long.
  return Object.fromEntries(short) as TemplateProblem;
}
