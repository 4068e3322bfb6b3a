import type { Language } from '../../domain/language.js';
import type { DeclineProblem } from '../../domain/reply/decline.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';

/** *Ikke vores område*: the form, and the card after it is sent. */
export interface DeclineWords {
  readonly heading: string;
  readonly explain: string;
  readonly reason: string;
  readonly reasonPlaceholder: string;
  readonly instead: string;
  readonly nobody: string;
  readonly send: string;
  readonly cancel: string;
  readonly declinedHeading: string;
  readonly excusedHeading: string;
  from(name: string, at: Date): string;
  insteadAsked(department: string): string;
  readonly awaitsDecision: string;
  excused(name: string, at: Date): string;
  readonly answerAnyway: string;
  /** The field that keeps the text from the request card. It is not sent with the decline. */
  readonly kept: string;
  problem(problem: DeclineProblem): string;
}

export const declineWords: Readonly<Record<Language, DeclineWords>> = {
  da: {
    heading: 'Ikke vores område',
    explain: 'Sekretariatet får jeres begrundelse og tager stilling. I kan stadig svare bagefter.',
    reason: 'Hvorfor vedrører rapporten ikke jeres område?',
    reasonPlaceholder: 'En enkelt sætning er nok.',
    instead: 'Hvem skal spørges i stedet? (kan udelades)',
    nobody: 'Det ved vi ikke',
    send: 'Send til sekretariatet',
    cancel: 'Fortryd',
    declinedHeading: 'I har meldt, at rapporten ikke vedrører jer',
    excusedHeading: 'Fagområdet skal ikke svare',
    from: (name, at) => `${name}, ${danishDateTime(at)}`,
    insteadAsked: (department) => `I foreslår, at sekretariatet spørger ${department} i stedet.`,
    awaitsDecision: 'Sekretariatet har ikke taget stilling endnu.',
    excused: (name, at) => `Sekretariatet er enig: ${name}, ${danishDateTime(at)}`,
    answerAnyway: 'Svar alligevel',
    kept: 'Jeres tekst fra svarfeltet (sendes ikke med)',
    problem: (problem) =>
      problem.kind === 'cpr number instead'
        ? 'Der står et CPR-nummer eller et tal, der ligner et, hvor der skulle stå et fagområde. Vælg et af fagområderne. Intet er sendt endnu.'
        : `${danishCommentProblem(problem, 'Begrundelsen')} Intet er sendt endnu.`,
  },

  en: {
    heading: 'Not our area',
    explain: 'The secretariat gets your reason and decides. You can still reply afterwards.',
    reason: 'Why is the report outside your area?',
    reasonPlaceholder: 'A single sentence is enough.',
    instead: 'Who should be asked instead? (optional)',
    nobody: 'We do not know',
    send: 'Send to the secretariat',
    cancel: 'Cancel',
    declinedHeading: 'You have said that the report is outside your area',
    excusedHeading: 'The department need not reply',
    from: (name, at) => `${name}, ${englishDateTime(at)}`,
    insteadAsked: (department) => `You suggest that the secretariat asks ${department} instead.`,
    awaitsDecision: 'The secretariat has not decided yet.',
    excused: (name, at) => `The secretariat agrees: ${name}, ${englishDateTime(at)}`,
    answerAnyway: 'Reply anyway',
    kept: 'Your text from the reply’s field (not sent with this)',
    problem: (problem) =>
      problem.kind === 'cpr number instead'
        ? 'There is a CPR number, or a number like one, where a department should be. Choose one of the departments. Nothing has been sent yet.'
        : `${englishCommentProblem(problem, 'reason')} Nothing has been sent yet.`,
  },
};
