import type { Language } from '../../domain/language.js';
import { type Deadline, dayOf } from '../../domain/round/deadline.js';
import { danishDate, danishDeadline, englishDate, englishDeadline } from '../date-words.js';
import { capitalised, danishDepartments, englishDepartments } from '../number-words.js';
import { withTitle } from '../shortened.js';

/** The preview that the secretariat checks before it starts a round. */
export interface RoundPreviewWords {
  readonly heading: string;
  recipients(count: number): string;
  readonly card: string;
  readonly reminders: string;
  readonly introduction: string;
  readonly noIntroduction: string;
  /** The heading over the fields at the notat's top. */
  readonly header: string;
  /** Says that the departments are shown their replies from an earlier round. */
  readonly previous: string;
  readonly nothingSent: string;
  readonly start: string;
  readonly edit: string;
}

export const roundPreviewWords: Readonly<Record<Language, RoundPreviewWords>> = {
  da: {
    heading: 'Sådan ser runden ud',
    recipients: (count) => `Sendes til ${danishDepartments(count)}`,
    card: 'Fagområderne ser',
    reminders: 'Til dem, der ikke svarer',
    introduction: 'Notatets indledning',
    noIntroduction: 'Notatet får ingen indledning.',
    header: 'Notatets hoved og sidste side',
    previous: 'Fagområderne kan se deres svar fra sidste runde på kortet.',
    nothingSent: 'Intet er sendt endnu.',
    start: 'Start runden',
    edit: 'Ret',
  },

  en: {
    heading: 'This is the round',
    recipients: (count) => `Sent to ${englishDepartments(count)}`,
    card: 'The departments see',
    reminders: 'To those who do not reply',
    introduction: 'The notat’s introduction',
    noIntroduction: 'The notat has no introduction.',
    header: 'The notat’s header and last page',
    previous: 'The departments can see their replies from the last round on the card.',
    nothingSent: 'Nothing has been sent yet.',
    start: 'Start the round',
    edit: 'Change',
  },
};

/** Says that the round has started, and what happens next. */
export interface RoundStartedWords {
  readonly heading: string;
  text(departments: number, deadline: Deadline): string;
  readonly next: string;
  summary(title: string, deadline: Deadline): string;
}

export const roundStartedWords: Readonly<Record<Language, RoundStartedWords>> = {
  da: {
    heading: 'Runden er startet',
    text: (departments, deadline) =>
      `${capitalised(danishDepartments(departments))} får kortet i ${departments === 1 ? 'sin kanal' : 'deres kanaler'} nu. Fristen er ${danishDeadline(deadline)}.`,
    next: 'Når alle har svaret, kommer notatet her af sig selv. Afslut runden for at gøre det endeligt.',
    summary: (title, deadline) =>
      withTitle(title, (short) => `Runden ”${short}” er startet. Fristen er den ${danishDate(dayOf(deadline))}`),
  },

  en: {
    heading: 'The round has started',
    text: (count, deadline) =>
      `${capitalised(englishDepartments(count))} ${count === 1 ? 'gets the card in its channel' : 'get the card in their channels'} now. The deadline is ${englishDeadline(deadline)}.`,
    next: 'When all have replied, the notat comes here by itself. Close the round to make it final.',
    summary: (title, deadline) =>
      withTitle(title, (short) => `The round “${short}” has started. The deadline is ${englishDate(dayOf(deadline))}`),
  },
};
