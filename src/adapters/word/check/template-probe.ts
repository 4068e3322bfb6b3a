import type PizZip from 'pizzip';
import { TEMPLATE_DEPARTMENT_MAX } from '../../../domain/limits.js';
import type { TemplatePlace } from '../../../domain/notat/template-place.js';
import type { TemplateLineKind, TemplateProblem } from '../../../domain/notat/template-problem.js';
import { copyOf } from '../file/open-template.js';
import { PartTooComplex, readWordFile, TEXT_ELEMENTS, textOf, UnreadablePart } from '../file/word-parts.js';
import { contentOf, type XmlElement } from '../file/xml-tree.js';
import { NotFilled, renderTemplate } from '../write/render-template.js';
import { type TemplateData, type TemplateLine, templateLine } from '../write/template-data.js';
import { eachHeaderTag } from './template-tags.js';
import { type VisibleTag, visibleTags } from './visible-tags.js';

const INTRODUCTION_KINDS: readonly TemplateLineKind[] = ['afsnit', 'punkt', 'nummereret'];
const ANSWER_KINDS: readonly TemplateLineKind[] = [...INTRODUCTION_KINDS, 'bemærkning'];
/** The tags that a template may leave out. The person who sends such a template is told about it. */
const MAY_BE_LEFT_OUT = ['dokumenttype', 'dato', ...Object.keys(eachHeaderTag(() => ''))];

/** A text that occurs nowhere else in a template. */
function mark(...names: readonly (string | number)[]): string {
  return `«${names.join(' ')}»`;
}

/** The data of a notat in which every tag is filled with a mark of its own. There are two lines of each kind. */
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
  fagområder: [1, 2].map((department) => ({
    fagområde: mark('fagområde', department),
    fortsat: false,
    svar: linesOf(`svar ${department}`, ANSWER_KINDS),
  })),
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
  ...wantedLines('indledning', 'indledning', INTRODUCTION_KINDS),
  [mark('fagområde', 1), { kind: 'tag missing', tag: 'fagområde', loop: 'fagområder' }],
  ...wantedLines('svar 1', 'svar', ANSWER_KINDS),
  ...MAY_BE_LEFT_OUT.map((tag) => [mark(tag), { kind: 'tag left out', tag }] as const),
  [mark('oprindelser', 'fagområde'), { kind: 'tag left out', tag: 'oprindelser' }],
]);

/** The same notat, whose rows go on with an answer. */
const CONTINUED: TemplateData = { ...PROBE, fagområder: PROBE.fagområder.map((row) => ({ ...row, fortsat: true })) };

/** The texts whose lines must each be a paragraph, with their marks. */
const SEPARATE = [
  { loop: 'indledning', marks: /«indledning [^»]*»/gu },
  { loop: 'svar', marks: /«svar [^»]*»/gu },
  { loop: 'fagområder', marks: /«fagområde [^»]*»/gu },
] as const;

/** The same notat with one department less. */
const WITH_ONE: TemplateData = { ...PROBE, fagområder: PROBE.fagområder.slice(0, 1) };

/**
 * Fills a template with an interim and a final notat, and with answers that go on from another row. The template must
 * show everything that a department has written, each line as a paragraph of its own, and no tag; it must show that an
 * interim notat is not final; and one department must not take too much room.
 *
 * @param template prepared, and within all limits; it is not changed
 * @param opened where each loop or condition is opened
 */
export function probeTemplate(
  template: PizZip,
  opened: ReadonlyMap<string, TemplatePlace>,
): readonly TemplateProblem[] {
  try {
    const interim = shownWith(template, PROBE);
    const final = shownWith(template, { ...PROBE, foreløbigt: false, endeligt: true });
    // Only a template with this condition shows them in another way.
    const continued = opened.has('fortsat') ? shownWith(template, CONTINUED) : interim;
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
      ...interim.visible.map(({ tag }) => ({ kind: 'tag not filled', tag, place: SOMEWHERE }) as const),
      ...lineProblems(interim.paragraphs),
      ...departmentProblems(template, interim.size),
    ];
  } catch (error) {
    return unfillable(error, opened);
  }
}

/** The place of a tag that only a written notat shows. */
const SOMEWHERE: TemplatePlace = { part: 'setting', row: undefined, isInTextBox: false, near: '', others: 0 };
/** What docxtemplater calls a loop that begins in one place and ends in another. */
const ACROSS: ReadonlySet<string> = new Set([
  'loop_position_invalid',
  'unbalanced_loop_tags',
  'no_xml_tag_found_at_left',
  'no_xml_tag_found_at_right',
  'closing_tag_does_not_match_opening_tag',
]);

/** @throws the error, if it does not come from filling the template */
function unfillable(error: unknown, opened: ReadonlyMap<string, TemplatePlace>): readonly TemplateProblem[] {
  // The loops of a template can make XML that cannot be read, or that is nested too deep.
  if (error instanceof UnreadablePart || error instanceof PartTooComplex) return [{ kind: 'cannot be filled' }];
  if (!(error instanceof NotFilled)) throw error;
  return error.faults.map(({ id, tag }) => {
    const place = tag === undefined ? undefined : opened.get(tag);
    return ACROSS.has(id) && tag !== undefined && place !== undefined
      ? { kind: 'loop across places', tag, place }
      : { kind: 'cannot be filled' };
  });
}

/** @param size the size of the notat with two departments. One of them cannot add more than this */
function departmentProblems(template: PizZip, size: number): readonly TemplateProblem[] {
  if (size <= TEMPLATE_DEPARTMENT_MAX) return [];
  const added = size - shownWith(template, WITH_ONE).size;
  return added > TEMPLATE_DEPARTMENT_MAX
    ? [{ kind: 'department too large', size: added, max: TEMPLATE_DEPARTMENT_MAX }]
    : [];
}

/** Finds lines that stand in one paragraph, and lines with empty paragraphs between them. */
function lineProblems(paragraphs: Shown['paragraphs']): readonly TemplateProblem[] {
  return SEPARATE.flatMap(({ loop, marks }): readonly TemplateProblem[] => {
    const withLines = paragraphs.flatMap(({ text }, index) => {
      const lines = new Set(text.match(marks)).size;
      return lines === 0 ? [] : [{ index, lines }];
    });
    if (withLines.some(({ lines }) => lines > 1)) return [{ kind: 'lines run together', loop }];
    const isApart = withLines.some(({ index }, number) => {
      const next = withLines[number + 1]?.index ?? index;
      const between = paragraphs.slice(index + 1, next);
      const container = paragraphs[index]?.container;
      return between.length > 0 && between.every((each) => each.container === container && each.text.trim() === '');
    });
    return isApart && loop !== 'fagområder' ? [{ kind: 'empty lines', loop }] : [];
  });
}

interface Shown {
  readonly text: string;
  /** Every paragraph, without those of a text box in it, and what it lies in: the page, a cell, a text box. */
  readonly paragraphs: readonly { readonly text: string; readonly container: XmlElement }[];
  readonly visible: readonly VisibleTag[];
  /** The size of the filled XML, in bytes. */
  readonly size: number;
}

function shownWith(template: PizZip, data: TemplateData): Shown {
  // To fill a template changes it, so each notat gets a copy.
  const zip = renderTemplate(copyOf(template), data).getZip();
  // The loops repeat attributes, so a notat can have more of them than a template may.
  const file = readWordFile(zip, Number.POSITIVE_INFINITY);
  const parts = file.partsOf('document', 'header', 'footer');
  return {
    text: parts.map(({ xml }) => textOf(xml)).join('\n'),
    paragraphs: parts.flatMap(({ xml }) => paragraphsOf(xml)),
    visible: visibleTags(zip),
    size: parts.reduce((sum, { name }) => sum + (zip.files[name]?.asUint8Array().length ?? 0), 0),
  };
}

function paragraphsOf(xml: XmlElement): Shown['paragraphs'] {
  const found: { text: string; readonly container: XmlElement }[] = [];
  const search = (within: XmlElement, paragraph: { text: string } | undefined) => {
    for (const child of within.children) {
      if (typeof child === 'string') continue;
      if (paragraph !== undefined && TEXT_ELEMENTS.has(child.name)) paragraph.text += contentOf(child);
      const inner = child.name === 'w:p' ? { text: '', container: within } : undefined;
      if (inner !== undefined) found.push(inner);
      search(child, inner ?? paragraph);
    }
  };
  search(xml, undefined);
  return found;
}

/** Two lines of each kind. */
function linesOf(text: string, kinds: readonly TemplateLineKind[]): readonly TemplateLine[] {
  return kinds.flatMap((kind) =>
    [1, 2].map((line) =>
      templateLine(kind, mark(text, kind, line), kind === 'nummereret' ? mark('nummer', text, line) : ''),
    ),
  );
}

function wantedLines(
  text: string,
  loop: 'indledning' | 'svar',
  kinds: readonly TemplateLineKind[],
): readonly (readonly [string, TemplateProblem])[] {
  return [
    ...kinds.map((line) => [mark(text, line, 1), { kind: 'line missing', line, loop }] as const),
    [mark('nummer', text, 1), { kind: 'tag missing', tag: 'nummer', loop }],
  ];
}
