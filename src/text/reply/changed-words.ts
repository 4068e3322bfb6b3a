import type { Language } from '../../domain/language.js';
import type { ConcernedPart, SeenChange, Withdrawn } from '../../domain/round/plan-change.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';

/** What a department's card says when the secretariat has changed the round, or has withdrawn the department. */
export interface ChangedWords {
  /** On a card with the field for the answer, which shows the new words. */
  line(change: SeenChange): string;
  /** On a receipt. The department is not asked again. */
  afterAnswer(change: SeenChange): string;
  /** Stands before the new words of the question on a receipt. */
  readonly newQuestion: string;
  /** Where a round is withdrawn, or the department alone. */
  withdrawnHeading(scope: Withdrawn['scope']): string;
  withdrawn(withdrawn: Withdrawn): string;
  reason(reason: string): string;
  /** Says what becomes of the department's reply, or of a draft. */
  kept(isReply: boolean): string;
  /** For the secretariat: why the department is not asked any more. */
  fact(withdrawn: Withdrawn): string;
  readonly state: string;
}

const PARTS: Readonly<Record<Language, Readonly<Record<ConcernedPart, string>>>> = {
  da: { question: 'spørgsmålet', report: 'rapportens navn', reportLink: 'linket til rapporten', title: 'titlen' },
  en: {
    question: 'the question',
    report: 'the report’s name',
    reportLink: 'the link to the report',
    title: 'the title',
  },
};

function partsIn(language: Language, { parts }: SeenChange): string {
  const names = parts.map((part) => ({ name: PARTS[language][part] }));
  return language === 'da' ? danishAllOf(names) : englishAllOf(names);
}

export const changedWords: Readonly<Record<Language, ChangedWords>> = {
  da: {
    line: (change) => `Rettet af sekretariatet ${danishDateTime(change.at)}: ${partsIn('da', change)}.`,
    afterAnswer: (change) =>
      `Efter jeres svar har sekretariatet rettet ${partsIn('da', change)} (${danishDateTime(change.at)}). Jeres svar gælder stadig. Passer det ikke mere, så tryk på Ret svar.`,
    newQuestion: 'Spørgsmålet er nu:',
    withdrawnHeading: (scope) => (scope === 'round' ? 'Runden er trukket tilbage' : 'I skal ikke svare'),
    withdrawn: ({ scope, by, at }) =>
      scope === 'round'
        ? `${by.name} fra sekretariatet har trukket runden tilbage ${danishDateTime(at)}. I skal ikke gøre mere.`
        : `${by.name} fra sekretariatet har taget jer ud af runden ${danishDateTime(at)}. I skal ikke gøre mere.`,
    reason: (reason) => `Begrundelse: ${reason}`,
    kept: (isReply) =>
      isReply ? 'Jeres svar er gemt, men kommer ikke i et notat.' : 'Jeres kladde er gemt, men bliver ikke sendt.',
    fact: ({ scope, by, at, reason }) =>
      `${scope === 'round' ? 'Runden er trukket tilbage' : 'Taget ud af runden'} af ${by.name}, ${danishDateTime(at)}: ${reason}`,
    state: 'Skal ikke svare mere',
  },

  en: {
    line: (change) => `Changed by the secretariat, ${englishDateTime(change.at)}: ${partsIn('en', change)}.`,
    afterAnswer: (change) =>
      `Since your reply, the secretariat has changed ${partsIn('en', change)} (${englishDateTime(change.at)}). Your reply still counts. If it is no longer right, press Correct reply.`,
    newQuestion: 'The question is now:',
    withdrawnHeading: (scope) => (scope === 'round' ? 'The round has been withdrawn' : 'You need not reply'),
    withdrawn: ({ scope, by, at }) =>
      scope === 'round'
        ? `${by.name} of the secretariat has withdrawn the round, ${englishDateTime(at)}. You need do nothing more.`
        : `${by.name} of the secretariat has taken you out of the round, ${englishDateTime(at)}. You need do nothing more.`,
    reason: (reason) => `Reason: ${reason}`,
    kept: (isReply) =>
      isReply ? 'Your reply is kept, but will be in no notat.' : 'Your draft is kept, but will not be sent.',
    fact: ({ scope, by, at, reason }) =>
      `${scope === 'round' ? 'The round was withdrawn' : 'Taken out of the round'} by ${by.name}, ${englishDateTime(at)}: ${reason}`,
    state: 'Need not reply any more',
  },
};
