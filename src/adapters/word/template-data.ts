import type { NotatModel, NotatRow } from '../../domain/notat/notat.js';
import type { TemplateLineKind } from '../../domain/notat/template-problem.js';
import { type Block, rowLine } from '../../domain/text/blocks.js';
import { danishDate } from '../../text/date-words.js';
import {
  answerNotes,
  documentTypeWords,
  noReplyWords,
  originCells,
  statusWords,
} from '../../text/notat/notat-words.js';
import { eachHeaderTag, type TagMeaning, type TEMPLATE_TAGS } from './template-tags.js';
import { xmlText } from './xml-text.js';

/** What fills the tags: texts that XML can hold, truths, and a list of the same for each loop. */
type Filled<Meaning extends TagMeaning> = Meaning extends 'text'
  ? string
  : Meaning extends 'condition'
    ? boolean
    : readonly { readonly [Tag in keyof Meaning]: Meaning[Tag] extends TagMeaning ? Filled<Meaning[Tag]> : never }[];

/** What a notat template can show. Every name is always there, so an unknown tag can be told from an empty one. */
export type TemplateData = { readonly [Tag in keyof typeof TEMPLATE_TAGS]: Filled<(typeof TEMPLATE_TAGS)[Tag]> };

/** One paragraph. Exactly one of the four kinds is true; only a `nummereret` one has a `nummer`. */
export type TemplateLine = Readonly<Record<TemplateLineKind, boolean>> & {
  readonly nummer: string;
  readonly tekst: string;
};

export function templateData(model: NotatModel): TemplateData {
  const { header, number, status } = model;
  return {
    titel: xmlText(model.title),
    dokumenttype: documentTypeWords(model),
    notatnummer: number === undefined ? '' : String(number),
    dato: danishDate(model.date),
    ...eachHeaderTag((_, field) => xmlText(header[field])),
    status: statusWords(model),
    foreløbigt: status === 'interim',
    endeligt: status === 'final',
    indledning: model.introduction.flatMap(blockLines),
    fagområder: model.rows.map((row) => ({ fagområde: xmlText(row.department), svar: rowLines(row, model) })),
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

/** A line of the given kind. */
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
      // The number goes in as typed, not as one of Word's own: a reference to "punkt 3" stays right, and no
      // list runs on from one department's row into the next.
      return block.items.map(({ marker, text }) => templateLine('nummereret', text, marker));
    case 'table':
      // A template's loop over lines has no table in it, so each row is a paragraph with its cells in their places.
      return block.rows.map((cells) => templateLine('afsnit', rowLine(cells)));
  }
}
