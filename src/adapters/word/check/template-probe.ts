import type PizZip from 'pizzip';
import { TEMPLATE_DEPARTMENT_MAX } from '../../../domain/limits.js';
import type { TemplateLineKind, TemplateLoop, TemplateProblem } from '../../../domain/notat/template-problem.js';
import { copyOf } from '../file/open-template.js';
import { readWordFile, textOf } from '../file/word-parts.js';
import { contentOf, elementsOf } from '../file/xml-tree.js';
import { renderTemplate } from '../write/render-template.js';
import { type TemplateData, type TemplateLine, templateLine } from '../write/template-data.js';
import { eachHeaderTag } from './template-tags.js';

const INTRODUCTION_KINDS: readonly TemplateLineKind[] = ['afsnit', 'punkt', 'nummereret'];
const ANSWER_KINDS: readonly TemplateLineKind[] = [...INTRODUCTION_KINDS, 'bemærkning'];
/** The tags that a template may leave out. The person who sends such a template is told about it. */
const MAY_BE_LEFT_OUT = ['dokumenttype', 'dato', ...Object.keys(eachHeaderTag(() => ''))];

/** A text that occurs nowhere else in a template. */
function mark(...names: readonly string[]): string {
  return `«${names.join(' ')}»`;
}

/** The data of a notat in which every tag is filled with a mark of its own. */
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
  fagområder: [{ fagområde: mark('fagområde'), fortsat: false, svar: linesOf('svar', ANSWER_KINDS) }],
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

/** The marks that every notat must show, and the problem with a template that does not show them. */
const WANTED: ReadonlyMap<string, TemplateProblem> = new Map<string, TemplateProblem>([
  [mark('titel'), { kind: 'tag missing', tag: 'titel', loop: undefined }],
  ...wantedLines('indledning', INTRODUCTION_KINDS),
  [mark('fagområde'), { kind: 'tag missing', tag: 'fagområde', loop: 'fagområder' }],
  ...wantedLines('svar', ANSWER_KINDS),
  ...MAY_BE_LEFT_OUT.map((tag) => [mark(tag), { kind: 'tag left out', tag }] as const),
  [mark('oprindelser', 'fagområde'), { kind: 'tag left out', tag: 'oprindelser' }],
]);

/** The same notat, whose only row goes on with an answer. */
const CONTINUED: TemplateData = { ...PROBE, fagområder: PROBE.fagområder.map((row) => ({ ...row, fortsat: true })) };

/** The same notat with one more department. */
const WITH_ANOTHER: TemplateData = { ...PROBE, fagområder: [...PROBE.fagområder, ...PROBE.fagområder] };

/**
 * Fills a template with an interim and a final notat, and with an answer that goes on from another row. The template
 * must show everything that a department has written, it must show that an interim notat is not final, and one department must not take too much room.
 *
 * @param template decompressed, and within all limits; it is not changed
 */
export function probeTemplate(template: PizZip): readonly TemplateProblem[] {
  try {
    const interim = shownWith(template, PROBE);
    const final = shownWith(template, { ...PROBE, foreløbigt: false, endeligt: true });
    const continued = shownWith(template, CONTINUED);
    const missing = [...WANTED].filter(
      ([text, { kind }]) =>
        !interim.text.includes(text) ||
        !final.text.includes(text) ||
        (kind === 'line missing' && !continued.text.includes(text)),
    );
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

/** @param size the size of the notat with one department. Another department cannot add more than this */
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
  /** The size of the filled XML, in bytes. */
  readonly size: number;
}

function shownWith(template: PizZip, data: TemplateData): Shown {
  // To fill a template changes it, so each notat gets a copy.
  const zip = renderTemplate(copyOf(template), data).getZip();
  // The loops repeat attributes, so a notat can have more of them than a template may.
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
