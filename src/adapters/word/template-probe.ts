import type { TemplateLineKind, TemplateLoop, TemplateProblem } from '../../domain/template-problem.js';
import { openTemplate } from './open-template.js';
import { renderTemplate } from './render-template.js';
import { type TemplateData, type TemplateLine, templateLine } from './template-data.js';
import { elementsOf, partsOf, textOf } from './word-parts.js';

const INTRODUCTION_KINDS: readonly TemplateLineKind[] = ['afsnit', 'punkt', 'nummereret'];
const ANSWER_KINDS: readonly TemplateLineKind[] = [...INTRODUCTION_KINDS, 'bemærkning'];
/** What a letterhead may say in its own way, or not at all; whoever uploads it is told. */
const MAY_BE_LEFT_OUT = ['dokumenttype', 'dato', 'sagsnummer', 'til', 'fra', 'vedrørende', 'kle'] as const;

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
  sagsnummer: mark('sagsnummer'),
  til: mark('til'),
  fra: mark('fra'),
  vedrørende: mark('vedrørende'),
  kle: mark('kle'),
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

/**
 * Tries a template on an interim and a final notat that have everything: nothing that a department has written may
 * be left out, and no interim notat may pass for a final one.
 *
 * @param template one that can be opened
 */
export function probeTemplate(template: Uint8Array): readonly TemplateProblem[] {
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
    ];
  } catch (error) {
    return [{ kind: 'cannot be filled', reason: error instanceof Error ? error.message : String(error) }];
  }
}

function shownWith(template: Uint8Array, data: TemplateData): { readonly text: string; readonly title: string } {
  // Filling a template changes it, so each notat gets one of its own.
  const opened = openTemplate(template);
  if (!opened.ok) throw new Error(opened.problem.kind);
  const zip = renderTemplate(opened.value, data).getZip();
  const titles = partsOf(zip, 'properties').flatMap(({ xml }) => elementsOf(xml, 'dc:title'));
  return {
    text: partsOf(zip, 'document', 'header', 'footer')
      .map(({ xml }) => textOf(xml))
      .join('\n'),
    title: titles.map(({ textContent }) => textContent ?? '').join(''),
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
