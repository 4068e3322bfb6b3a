import type PizZip from 'pizzip';
import { isTemplateWarning, type TemplateLoop, type TemplateProblem } from '../../domain/template-problem.js';
import { accessibilityProblems } from './accessibility.js';
import { openTemplate } from './open-template.js';
import { contentProblems } from './template-content.js';
import { probeTemplate } from './template-probe.js';
import { readTags, type TagReading, usedTag } from './template-tag-check.js';
import { contentTypes, UnreadablePart } from './word-parts.js';

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
 * (`isTemplateWarning`). Every problem is told at once; only what cannot be opened or read ends the search.
 *
 * @returns empty for a template that is as good as the one that is shipped
 */
export function checkTemplate(template: Uint8Array): readonly TemplateProblem[] {
  const opened = openTemplate(template);
  if (!opened.ok) return [opened.problem];
  try {
    return withoutRepeats(problemsOf(opened.value, template));
  } catch (error) {
    if (error instanceof UnreadablePart) return [{ kind: 'unreadable part', part: error.part }];
    throw error;
  }
}

function problemsOf(zip: PizZip, template: Uint8Array): readonly TemplateProblem[] {
  const type = documentType(zip);
  if (type === undefined) return [{ kind: 'not a document' }];
  const content: readonly TemplateProblem[] = [
    // Word's own templates would keep their type in a file named .docx, which Word then refuses to open.
    ...(type === 'template' ? [{ kind: 'word template' } as const] : []),
    ...contentProblems(zip),
  ];
  const tags = readTags(zip);
  const accessibility = accessibilityProblems(zip, (table) => table.includes('{fagområde}'));
  const refusals = [...content, ...tags.problems, ...missingTags(tags)];
  // Only a template without mistakes can be filled; then, what is left out is told tag by tag.
  return refusals.length > 0 ? [...refusals, ...accessibility] : [...probeTemplate(template), ...accessibility];
}

/** Whether Word opens the file as a document (.docx, .docm) or as a template (.dotx, .dotm), if at all. */
function documentType(zip: PizZip): 'document' | 'template' | undefined {
  const types = contentTypes(zip).map(({ type }) => type);
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

/** Each problem once, what hinders first. */
function withoutRepeats(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  const each = new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values();
  return [...each].toSorted((one, other) => Number(isTemplateWarning(one)) - Number(isTemplateWarning(other)));
}
