import type { Block } from '../../domain/blocks.js';
import type { NotatModel, NotatRow } from '../../domain/notat.js';
import { interimWords, noReplyWords } from '../../text/notat-words.js';
import { xmlText } from './xml-text.js';

/**
 * What a notat template can show. The names are its tags, and Danish: those who make templates in Word read
 * and write them. Every name is always there, so an unknown tag can be told from an empty one.
 */
export interface TemplateData {
  readonly titel: string;
  readonly foreløbigt: boolean;
  /** How many have answered; empty unless `foreløbigt`. */
  readonly status: string;
  readonly indledning: readonly TemplateLine[];
  readonly fagområder: readonly { readonly fagområde: string; readonly svar: readonly TemplateLine[] }[];
}

/** One paragraph. Exactly one of the four kinds is true; only a `nummereret` one has a `nummer`. */
export interface TemplateLine {
  readonly afsnit: boolean;
  readonly punkt: boolean;
  readonly nummereret: boolean;
  readonly bemærkning: boolean;
  readonly nummer: string;
  readonly tekst: string;
}

export function templateData(model: NotatModel): TemplateData {
  const interim = interimWords(model);
  return {
    titel: xmlText(model.title),
    foreløbigt: interim !== undefined,
    status: interim ?? '',
    indledning: model.introduction.flatMap(blockLines),
    fagområder: model.rows.map(({ department, answer }) => ({
      fagområde: xmlText(department),
      svar: answerLines(answer, model.deadline),
    })),
  };
}

function answerLines(answer: NotatRow['answer'], deadline: NotatModel['deadline']): readonly TemplateLine[] {
  if (answer.kind === 'reply') return answer.blocks.flatMap(blockLines);
  return [line('bemærkning', noReplyWords(answer, deadline))];
}

function blockLines(block: Block): readonly TemplateLine[] {
  switch (block.kind) {
    case 'paragraph':
      return [line('afsnit', block.text)];
    case 'bullets':
      return block.items.map((item) => line('punkt', item));
    case 'numbered':
      // The number goes in as typed, not as one of Word's own: a reference to "punkt 3" stays right, and no
      // list runs on from one department's row into the next.
      return block.items.map(({ marker, text }) => line('nummereret', text, marker));
  }
}

function line(kind: 'afsnit' | 'punkt' | 'nummereret' | 'bemærkning', tekst: string, nummer = ''): TemplateLine {
  return {
    afsnit: kind === 'afsnit',
    punkt: kind === 'punkt',
    nummereret: kind === 'nummereret',
    bemærkning: kind === 'bemærkning',
    nummer: xmlText(nummer),
    tekst: xmlText(tekst),
  };
}
