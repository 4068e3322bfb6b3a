import type { Language } from '../../domain/language.js';
import type { Deadline } from '../../domain/round/deadline.js';
import { danishDateTime, danishDeadline, englishDateTime, englishDeadline } from '../date-words.js';
import { danishCount, englishCount } from '../number-words.js';

/** The card that shows the secretariat how far the round is. */
export interface StatusWords {
  readonly heading: string;
  progress(answered: number, total: number): string;
  deadline(deadline: Deadline, hasPassed: boolean): string;
  readonly answered: string;
  readonly outstanding: string;
  readonly excused: string;
  answer(name: string, at: Date, isNil: boolean): string;
  readonly late: string;
  readonly onBehalf: string;
  draft(name: string, at: Date): string;
  awaitingApproval(name: string, at: Date): string;
  declined(name: string, at: Date): string;
  sentBack(name: string, at: Date): string;
  /** @param count how many questions of the department wait for an answer */
  asks(count: number): string;
  excusedBy(inNotat: boolean): string;
  /** The heading over the departments whose rows cannot be read, and what to do about them. */
  readonly unreadable: string;
  readonly unreadableExplained: string;
  /** The list of departments, and the button that shows the chosen department. */
  readonly choose: string;
  readonly show: string;
}

export const statusWords: Readonly<Record<Language, StatusWords>> = {
  da: {
    heading: 'Status',
    progress: (answered, total) =>
      total === 0
        ? 'Ingen fagområder skal svare'
        : `${answered} af ${total} ${total === 1 ? 'fagområde' : 'fagområder'} har svaret`,
    deadline: (deadline, hasPassed) => `Fristen ${hasPassed ? 'var' : 'er'} ${danishDeadline(deadline)}.`,
    answered: 'Har svaret',
    outstanding: 'Mangler at svare',
    excused: 'Skal ikke svare',
    answer: (name, at, isNil) => `${name}, ${danishDateTime(at)}${isNil ? ' (ingen bemærkninger)' : ''}`,
    late: 'modtaget efter fristen',
    onBehalf: 'svaret af sekretariatet',
    draft: (name, at) => `Kladde fra ${name}, ${danishDateTime(at)}`,
    awaitingApproval: (name, at) => `Svar fra ${name} afventer godkendelse, ${danishDateTime(at)}`,
    declined: (name, at) => `Ikke vores område ifølge ${name}, ${danishDateTime(at)}`,
    sentBack: (name, at) => `Sendt tilbage af ${name}, ${danishDateTime(at)}`,
    asks: (count) => `Venter på svar på ${count === 1 ? 'et' : danishCount(count)} spørgsmål`,
    excusedBy: (inNotat) => (inNotat ? 'Nævnes i notatet' : 'Udeladt af notatet'),
    unreadable: 'Kan ikke læses',
    unreadableExplained: 'Det kan ikke ses, om der er svaret. Bed den it-ansvarlige om at se på det.',
    choose: 'Fagområde',
    show: 'Vis fagområde',
  },

  en: {
    heading: 'Status',
    progress: (answered, total) =>
      total === 0
        ? 'No department needs to reply'
        : `${answered} of ${total} ${total === 1 ? 'department has' : 'departments have'} replied`,
    deadline: (deadline, hasPassed) => `The deadline ${hasPassed ? 'was' : 'is'} ${englishDeadline(deadline)}.`,
    answered: 'Have replied',
    outstanding: 'Yet to reply',
    excused: 'Need not reply',
    answer: (name, at, isNil) => `${name}, ${englishDateTime(at)}${isNil ? ' (no remarks)' : ''}`,
    late: 'received after the deadline',
    onBehalf: 'given by the secretariat',
    draft: (name, at) => `Draft by ${name}, ${englishDateTime(at)}`,
    awaitingApproval: (name, at) => `Reply by ${name} awaits approval, ${englishDateTime(at)}`,
    declined: (name, at) => `Not their area according to ${name}, ${englishDateTime(at)}`,
    sentBack: (name, at) => `Sent back by ${name}, ${englishDateTime(at)}`,
    asks: (count) => `Waits for an answer to ${count === 1 ? 'a question' : `${englishCount(count)} questions`}`,
    excusedBy: (inNotat) => (inNotat ? 'Mentioned in the notat' : 'Left out of the notat'),
    unreadable: 'Cannot be read',
    unreadableExplained: 'Whether there is a reply cannot be seen. Ask whoever runs the bot to look into it.',
    choose: 'Department',
    show: 'Show department',
  },
};
