import type { Language } from '../../domain/language.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { WrittenTextProblem } from '../../domain/text/written-text.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, englishCount } from '../number-words.js';
import { shortened, withTitle } from '../shortened.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';

/** *Spørg sekretariatet*: the department's form, the secretariat's card, and what both sides are shown of it. */
export interface QuestionWords {
  /** The button that opens the department's form, and the form's heading. */
  readonly open: string;
  readonly explain: string;
  readonly field: string;
  readonly placeholder: string;
  readonly send: string;
  readonly cancel: string;
  /** The field that keeps the text from the request card. */
  readonly kept: string;
  /** The same, for the text from the dialog with the large field. */
  readonly keptInDialog: string;
  /** Says in that dialog that the question has been sent. */
  readonly sent: string;
  problem(problem: WrittenTextProblem): string;
  /** @param open how many questions of the department wait for an answer */
  tooMany(open: number): Notice;

  /** On the department's cards: the heading over the lines, and the lines. */
  readonly heading: string;
  asked(name: string, at: Date, text: string): string;
  readonly waits: string;
  answered(name: string, at: Date, text: string): string;
  /** What another department has asked, as all see it. */
  askedByOther(text: string): string;
  answeredAll(name: string, at: Date, text: string): string;
  /** Says that there is no room for all of it. */
  readonly leftOut: string;

  /** On the secretariat's cards. */
  readonly openHeading: string;
  readonly answeredHeading: string;
  from(name: string, at: Date): string;
  readonly answerField: string;
  readonly asAllSeeIt: string;
  readonly asAllHint: string;
  readonly answer: string;
  readonly answerAll: string;
  answeredBy(name: string, at: Date, toAll: boolean): string;
  answerProblem(field: 'answer' | 'question', problem: WrittenTextProblem): string;
  /** Somebody else has answered since the card was made. */
  overtaken(name: string, at: Date): string;
  /** The field that keeps what was not sent. */
  readonly unsent: string;
  gone(): Notice;
  /** The button on the card about the department, and the one that leads back to that card. */
  readonly show: string;
  readonly back: string;
  fromDepartment(name: string, at: Date, text: string): string;
  toDepartment(name: string, at: Date, text: string): string;
  /** What a phone shows of the secretariat's card. */
  summary(department: RoundDepartment, isAnswered: boolean): string;
}

export const questionWords: Readonly<Record<Language, QuestionWords>> = {
  da: {
    open: 'Spørg sekretariatet',
    explain:
      'Sekretariatet får spørgsmålet og svarer jer her i tråden. Spørgsmålet kommer ikke med i notatet, og fristen gælder stadig.',
    field: 'Jeres spørgsmål',
    placeholder: 'En enkelt sætning er nok. Skriv ingen CPR-numre.',
    send: 'Send til sekretariatet',
    cancel: 'Fortryd',
    kept: 'Jeres tekst fra svarfeltet (gemmes som kladde)',
    keptInDialog: 'Svaret, som er ved at blive skrevet (ikke sendt)',
    sent: 'Spørgsmålet er sendt til sekretariatet, som svarer i tråden. Skriv videre på svaret her.',
    problem: (problem) => `${danishCommentProblem(problem, 'Spørgsmålet')} Intet er sendt endnu.`,
    tooMany: (open) => ({
      heading: 'Spørgsmålet er ikke sendt',
      text: `${capitalised(danishCount(open))} af jeres spørgsmål venter stadig på svar. Send det næste, når sekretariatet har svaret på et af dem.`,
    }),
    heading: 'Spørgsmål til sekretariatet',
    asked: (name, at, text) => `I har spurgt (${name}, ${danishDateTime(at)}): ${text}`,
    waits: 'Sekretariatet har ikke svaret endnu.',
    answered: (name, at, text) => `Sekretariatet har svaret (${name}, ${danishDateTime(at)}): ${text}`,
    askedByOther: (text) => `Et andet fagområde har spurgt: ${text}`,
    answeredAll: (name, at, text) => `Sekretariatet har svaret alle (${name}, ${danishDateTime(at)}): ${text}`,
    leftOut: 'Der er ikke plads til alle spørgsmål og svar på kortet.',
    openHeading: 'Et fagområde spørger',
    answeredHeading: 'Spørgsmålet er besvaret',
    from: (name, at) => `${name}, ${danishDateTime(at)}`,
    answerField: 'Svar',
    asAllSeeIt: 'Spørgsmålet, som alle ser det',
    asAllHint:
      'Feltet bruges kun, hvis du svarer alle fagområder. Fjern det, som kun vedrører ét fagområde eller en borger.',
    answer: 'Svar',
    answerAll: 'Svar alle fagområder',
    answeredBy: (name, at, toAll) =>
      `${name} har svaret ${toAll ? 'alle fagområder' : 'fagområdet'}, ${danishDateTime(at)}`,
    answerProblem: (field, problem) =>
      `${danishCommentProblem(problem, field === 'answer' ? 'Svaret' : 'Spørgsmålet')} Intet er sendt endnu.`,
    overtaken: (name, at) => `${name} har svaret i mellemtiden (${danishDateTime(at)}). Din tekst er ikke sendt.`,
    unsent: 'Din tekst (ikke sendt)',
    gone: () => ({
      heading: 'Spørgsmålet er besvaret for længe siden',
      text: 'Fagområdet har stillet nye spørgsmål siden. Din tekst er ikke sendt.',
    }),
    show: 'Svar på spørgsmål',
    back: 'Vis fagområdet',
    fromDepartment: (name, at, text) => `Spørgsmål fra ${name}, ${danishDateTime(at)}: ${text}`,
    toDepartment: (name, at, text) => `Svar fra ${name}, ${danishDateTime(at)}: ${text}`,
    summary: (department, isAnswered) =>
      summary(department, (name, title) =>
        isAnswered ? `Spørgsmål fra ${name} om ”${title}” er besvaret` : `${name} har et spørgsmål om ”${title}”`,
      ),
  },

  en: {
    open: 'Ask the secretariat',
    explain:
      'The secretariat gets the question and answers you here in the thread. The question is not in the notat, and the deadline still counts.',
    field: 'Your question',
    placeholder: 'A single sentence is enough. Do not write CPR numbers.',
    send: 'Send to the secretariat',
    cancel: 'Cancel',
    kept: 'Your text from the reply’s field (saved as a draft)',
    keptInDialog: 'The reply that is being written (not sent)',
    sent: 'The question has been sent to the secretariat, which answers in the thread. Go on with your reply here.',
    problem: (problem) => `${englishCommentProblem(problem, 'question')} Nothing has been sent yet.`,
    tooMany: (open) => ({
      heading: 'The question has not been sent',
      text: `${capitalised(englishCount(open))} of your questions are still waiting for an answer. Send the next one when the secretariat has answered one of them.`,
    }),
    heading: 'Questions to the secretariat',
    asked: (name, at, text) => `You have asked (${name}, ${englishDateTime(at)}): ${text}`,
    waits: 'The secretariat has not answered yet.',
    answered: (name, at, text) => `The secretariat has answered (${name}, ${englishDateTime(at)}): ${text}`,
    askedByOther: (text) => `Another department has asked: ${text}`,
    answeredAll: (name, at, text) => `The secretariat has answered everyone (${name}, ${englishDateTime(at)}): ${text}`,
    leftOut: 'There is no room for all questions and answers on the card.',
    openHeading: 'A department asks',
    answeredHeading: 'The question has been answered',
    from: (name, at) => `${name}, ${englishDateTime(at)}`,
    answerField: 'Answer',
    asAllSeeIt: 'The question as everyone sees it',
    asAllHint:
      'The field is used only if you answer all departments. Remove what concerns only one department, or a citizen.',
    answer: 'Answer',
    answerAll: 'Answer all departments',
    answeredBy: (name, at, toAll) =>
      `${name} has answered ${toAll ? 'all departments' : 'the department'}, ${englishDateTime(at)}`,
    answerProblem: (field, problem) => `${englishCommentProblem(problem, field)} Nothing has been sent yet.`,
    overtaken: (name, at) =>
      `${name} has answered in the meantime (${englishDateTime(at)}). Your text has not been sent.`,
    unsent: 'Your text (not sent)',
    gone: () => ({
      heading: 'The question was answered long ago',
      text: 'The department has asked new questions since. Your text has not been sent.',
    }),
    show: 'Answer a question',
    back: 'Show the department',
    fromDepartment: (name, at, text) => `Question by ${name}, ${englishDateTime(at)}: ${text}`,
    toDepartment: (name, at, text) => `Answer by ${name}, ${englishDateTime(at)}: ${text}`,
    summary: (department, isAnswered) =>
      summary(department, (name, title) =>
        isAnswered
          ? `A question of ${name} about “${title}” has been answered`
          : `${name} has a question about “${title}”`,
      ),
  },
};

/** The longest name of a department in a summary, in characters. Our choice: it leaves room for the title. */
const NAME_MAX = 40;

function summary({ department, ask }: RoundDepartment, sentence: (name: string, title: string) => string): string {
  const name = shortened(department.name, NAME_MAX);
  return withTitle(ask.title, (title) => sentence(name, title));
}
