import type { NotatModel, NotatRow } from '../../../domain/notat/notat.js';
import type { TemplateLineKind } from '../../../domain/notat/template-problem.js';
import { type Block, rowLine } from '../../../domain/text/blocks.js';
import { danishDate } from '../../../text/date-words.js';
import {
  answerNotes,
  documentTypeWords,
  noReplyWords,
  originCells,
  statusWords,
} from '../../../text/notat/notat-words.js';
import { eachHeaderTag, type TagMeaning, type TEMPLATE_TAGS } from '../check/template-tags.js';
import { xmlText } from '../file/xml-text.js';

/** The values of the tags: a text for a text, a boolean for a condition, and a list of groups of values for a loop. */
type Filled<Meaning extends TagMeaning> = Meaning extends 'text'
  ? string
  : Meaning extends 'condition'
    ? boolean
    : readonly { readonly [Tag in keyof Meaning]: Meaning[Tag] extends TagMeaning ? Filled<Meaning[Tag]> : never }[];

/** The data of a template. Every name is always present, so an unknown tag is not confused with an empty one. */
export type TemplateData = { readonly [Tag in keyof typeof TEMPLATE_TAGS]: Filled<(typeof TEMPLATE_TAGS)[Tag]> };

/** One paragraph. Exactly one of the four kinds is true; only a `nummereret` one has a `nummer`. */
export type TemplateLine = Readonly<Record<TemplateLineKind, boolean>> & {
  readonly nummer: string;
  readonly tekst: string;
};

export function templateData(model: NotatModel): TemplateData {
  const { header, number, status, isTrial } = model;
  return {
    titel: xmlText(model.title),
    dokumenttype: documentTypeWords(model),
    notatnummer: number === undefined ? '' : String(number),
    dato: danishDate(model.date),
    ...eachHeaderTag((_, field) => xmlText(header[field])),
    // It names departments where the notat says what has changed.
    status: xmlText(statusWords(model)),
    // A trial is even less than an interim notat, and its status must be as plain.
    foreløbigt: status === 'interim' || isTrial,
    endeligt: status === 'final',
    indledning: model.introduction.flatMap(blockLines),
    fagområder: model.rows.map((row) => ({
      fagområde: xmlText(row.department),
      fortsat: false,
      svar: rowLines(row, model),
    })),
    oprindelsesside: model.origins.length > 0,
    oprindelser: model.origins.map((origin) => {
      const [fagområde, svaretaf, godkendtaf, modtaget, version] = originCells(origin);
      return {
        fagområde: xmlText(fagområde),
        svaretaf: xmlText(svaretaf),
        godkendtaf: xmlText(godkendtaf),
        modtaget,
        version,
      };
    }),
  };
}

/** Makes a line of the given kind. */
export function templateLine(kind: TemplateLineKind, tekst: string, nummer = ''): TemplateLine {
  return {
    afsnit: kind === 'afsnit',
    punkt: kind === 'punkt',
    nummereret: kind === 'nummereret',
    bemærkning: kind === 'bemærkning',
    nummer: xmlText(nummer),
    tekst: xmlText(tekst),
  };
}

function rowLines(row: NotatRow, model: NotatModel): readonly TemplateLine[] {
  const notes = answerNotes(row).map((note) => templateLine('bemærkning', note));
  return [...answerLines(row.answer, model), ...notes];
}

function answerLines(answer: NotatRow['answer'], model: NotatModel): readonly TemplateLine[] {
  if (answer.kind === 'reply') return answer.blocks.flatMap(blockLines);
  const words = templateLine('bemærkning', noReplyWords(answer, model));
  const remark = answer.kind === 'nil' ? answer.remark : undefined;
  return remark === undefined ? [words] : [words, templateLine('afsnit', remark)];
}

function blockLines(block: Block): readonly TemplateLine[] {
  switch (block.kind) {
    case 'paragraph':
      return [templateLine('afsnit', block.text)];
    case 'bullets':
      return block.items.map((item) => templateLine('punkt', item));
    case 'numbered':
      // The number is text as typed, and not numbered by Word. So a reference to "punkt 3" stays correct, and the
      // numbers do not continue from one department's row to the next.
      return block.items.map(({ marker, text }) => templateLine('nummereret', text, marker));
    case 'table':
      // The loop over lines in a template has no table, so each row of the table is a paragraph with all its cells.
      return block.rows.map((cells) => templateLine('afsnit', rowLine(cells)));
  }
}
