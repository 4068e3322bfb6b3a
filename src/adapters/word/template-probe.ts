import type PizZip from 'pizzip';
import { TEMPLATE_DEPARTMENT_MAX } from '../../domain/limits.js';
import type { TemplateLineKind, TemplateLoop, TemplateProblem } from '../../domain/notat/template-problem.js';
import { copyOf } from './open-template.js';
import { renderTemplate } from './render-template.js';
import { type TemplateData, type TemplateLine, templateLine } from './template-data.js';
import { eachHeaderTag } from './template-tags.js';
import { readWordFile, textOf } from './word-parts.js';
import { contentOf, elementsOf } from './xml-tree.js';

const INTRODUCTION_KINDS: readonly TemplateLineKind[] = ['afsnit', 'punkt', 'nummereret'];
const ANSWER_KINDS: readonly TemplateLineKind[] = [...INTRODUCTION_KINDS, 'bemærkning'];
/** What a letterhead may say in its own way, or not at all; whoever uploads it is told. */
const MAY_BE_LEFT_OUT = ['dokumenttype', 'dato', ...Object.keys(eachHeaderTag(() => ''))];

/** A text that is found nowhere else. */
function mark(...names: readonly string[]): string {
  return `«${names.join(' ')}»`;
}

/** A notat that has everything, with a mark in every place. */
const PROBE: TemplateData = {
  titel: mark('titel'),
  dokumenttype: mark('dokumenttype'),
  notatnummer: mark('notatnummer'),
  dato: mark('dato'),
  ...eachHeaderTag((tag) => mark(tag)),
  status: mark('status'),
  foreløbigt: true,
  endeligt: false,
  indledning: linesOf('indledning', INTRODUCTION_KINDS),
  fagområder: [{ fagområde: mark('fagområde'), svar: linesOf('svar', ANSWER_KINDS) }],
  oprindelsesside: true,
  oprindelser: [
    {
      fagområde: mark('oprindelser', 'fagområde'),
      svaretaf: mark('oprindelser', 'svaretaf'),
      godkendtaf: mark('oprindelser', 'godkendtaf'),
      modtaget: mark('oprindelser', 'modtaget'),
      version: mark('oprindelser', 'version'),
    },
  ],
};

/** What must be seen in every notat, and what it means when it is not. */
const WANTED: ReadonlyMap<string, TemplateProblem> = new Map<string, TemplateProblem>([
  [mark('titel'), { kind: 'tag missing', tag: 'titel', loop: undefined }],
  ...wantedLines('indledning', INTRODUCTION_KINDS),
  [mark('fagområde'), { kind: 'tag missing', tag: 'fagområde', loop: 'fagområder' }],
  ...wantedLines('svar', ANSWER_KINDS),
  ...MAY_BE_LEFT_OUT.map((tag) => [mark(tag), { kind: 'tag left out', tag }] as const),
  [mark('oprindelser', 'fagområde'), { kind: 'tag left out', tag: 'oprindelser' }],
]);

/** The same with another department, and nothing else. */
const WITH_ANOTHER: TemplateData = { ...PROBE, fagområder: [...PROBE.fagområder, ...PROBE.fagområder] };

/**
 * Tries a template on an interim and a final notat that have everything: nothing that a department has written may
 * be left out, no interim notat may pass for a final one, and no department may take more than there is room for.
 *
 * @param template unpacked, within every limit; it is not changed
 */
export function probeTemplate(template: PizZip): readonly TemplateProblem[] {
  try {
    const interim = shownWith(template, PROBE);
    const final = shownWith(template, { ...PROBE, foreløbigt: false, endeligt: true });
    const missing = [...WANTED].filter(([text]) => !interim.text.includes(text) || !final.text.includes(text));
    return [
      ...missing.map(([, problem]) => problem),
      ...(interim.text.includes(PROBE.status)
        ? []
        : [{ kind: 'tag missing', tag: 'status', loop: undefined } as const]),
      ...(final.title.includes(PROBE.titel) ? [] : [{ kind: 'title missing' } as const]),
      ...departmentProblems(template, interim.size),
    ];
  } catch (error) {
    return [{ kind: 'cannot be filled', reason: error instanceof Error ? error.message : String(error) }];
  }
}

/** @param size of the notat with one department: where that is small, so is what another would add */
function departmentProblems(template: PizZip, size: number): readonly TemplateProblem[] {
  if (size <= TEMPLATE_DEPARTMENT_MAX) return [];
  const added = shownWith(template, WITH_ANOTHER).size - size;
  return added > TEMPLATE_DEPARTMENT_MAX
    ? [{ kind: 'department too large', size: added, max: TEMPLATE_DEPARTMENT_MAX }]
    : [];
}

interface Shown {
  readonly text: string;
  readonly title: string;
  /** Of the XML that is filled, in bytes. */
  readonly size: number;
}

function shownWith(template: PizZip, data: TemplateData): Shown {
  // Filling a template changes it, so each notat gets one of its own.
  const zip = renderTemplate(copyOf(template), data).getZip();
  // What is repeated has its attributes again, so they are more than in the template.
  const file = readWordFile(zip, Number.POSITIVE_INFINITY);
  const titles = file.partsOf('properties').flatMap(({ xml }) => elementsOf(xml, 'dc:title'));
  const parts = file.partsOf('document', 'header', 'footer');
  return {
    text: parts.map(({ xml }) => textOf(xml)).join('\n'),
    title: titles.map(contentOf).join(''),
    size: parts.reduce((sum, { name }) => sum + (zip.file(name)?.asUint8Array().length ?? 0), 0),
  };
}

function linesOf(loop: TemplateLoop, kinds: readonly TemplateLineKind[]): readonly TemplateLine[] {
  return kinds.map((kind) => templateLine(kind, mark(loop, kind), kind === 'nummereret' ? mark(loop, 'nummer') : ''));
}

function wantedLines(
  loop: TemplateLoop,
  kinds: readonly TemplateLineKind[],
): readonly (readonly [string, TemplateProblem])[] {
  return [
    ...kinds.map((line) => [mark(loop, line), { kind: 'line missing', line, loop }] as const),
    [mark(loop, 'nummer'), { kind: 'tag missing', tag: 'nummer', loop }],
  ];
}
