import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import type { TellingMessage } from '../../domain/work/told.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';
import { approvalWords } from '../reply/approval-words.js';
import { requestWords } from '../reply/request-words.js';

/** The line of a card that mentions those who must act. */
export interface ToldWords {
  readonly lines: Readonly<Record<TellingMessage, (people: readonly Person[]) => string>>;
  /** Stands for a person whose name no card can show. */
  readonly unnamed: string;
}

const to = {
  da: (people: readonly Person[]) => `Til ${danishAllOf(people)}`,
  en: (people: readonly Person[]) => `To ${englishAllOf(people)}`,
} as const;

export const toldWords: Readonly<Record<Language, ToldWords>> = {
  da: {
    lines: {
      'card: asked': requestWords.da.answeredBy,
      'card: draft': requestWords.da.answeredBy,
      'card: returned': requestWords.da.answeredBy,
      'card: approval': approvalWords.da.awaits,
      'notice: nudged': to.da,
      'notice: told again': to.da,
      'notice: sent back': to.da,
      'notice: approval wanted': to.da,
      'notice: answered on behalf': to.da,
      'notice: reopened': to.da,
      'notice: deadline moved': to.da,
      'notice: time declined': to.da,
      'notice: question answered': to.da,
      'notice: answered to all': to.da,
      'notice: edit proposed': to.da,
      'question: open': (people) => `${to.da(people)}: Fagområdet venter på et svar.`,
      'decision: decline': (people) => `${to.da(people)}: Skal fagområdet svare?`,
      'decision: time request': (people) => `${to.da(people)}: Skal fagområdet have mere tid?`,
      'digest: undecided': (people) => `${to.da(people)}: Noget venter på en afgørelse eller et svar.`,
      troubles: (people) => `${to.da(people)}: Noget er ikke nået frem, som det skulle.`,
      'notat: complete': (people) => `${to.da(people)}: Læs notatet, og afslut runden for at gøre det endeligt.`,
    },
    unnamed: 'en kollega',
  },

  en: {
    lines: {
      'card: asked': requestWords.en.answeredBy,
      'card: draft': requestWords.en.answeredBy,
      'card: returned': requestWords.en.answeredBy,
      'card: approval': approvalWords.en.awaits,
      'notice: nudged': to.en,
      'notice: told again': to.en,
      'notice: sent back': to.en,
      'notice: approval wanted': to.en,
      'notice: answered on behalf': to.en,
      'notice: reopened': to.en,
      'notice: deadline moved': to.en,
      'notice: time declined': to.en,
      'notice: question answered': to.en,
      'notice: answered to all': to.en,
      'notice: edit proposed': to.en,
      'question: open': (people) => `${to.en(people)}: The department is waiting for an answer.`,
      'decision: decline': (people) => `${to.en(people)}: Must the department reply?`,
      'decision: time request': (people) => `${to.en(people)}: May the department have more time?`,
      'digest: undecided': (people) => `${to.en(people)}: Something is waiting for a decision or an answer.`,
      troubles: (people) => `${to.en(people)}: Something has not arrived as it should.`,
      'notat: complete': (people) => `${to.en(people)}: Read the notat, and close the round to make it final.`,
    },
    unnamed: 'a colleague',
  },
};
