import type { Language } from '../../domain/language.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import type { ReplyState } from '../../domain/reply/reply-life.js';
import type { TimeRequestProblem } from '../../domain/reply/time-request.js';
import type { Deadline, LocalDate } from '../../domain/round/deadline.js';
import {
  danishByWhen,
  danishDate,
  danishDateTime,
  danishDeadline,
  danishWeekdayDate,
  englishByWhen,
  englishDate,
  englishDateTime,
  englishDeadline,
} from '../date-words.js';
import type { Notice } from '../notice.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';

/** *Bed om mere tid*: the department's form, and what both sides are shown of the request. */
export interface TimeWords {
  readonly heading: string;
  readonly explain: string;
  present(deadline: Deadline): string;
  /** Says on the form that a request waits already, and what becomes of it. */
  replaces(until: LocalDate): string;
  readonly until: string;
  readonly reason: string;
  readonly reasonPlaceholder: string;
  readonly send: string;
  readonly cancel: string;
  /** The field that keeps the text from the request card. */
  readonly kept: string;
  /** The button on the request card that opens the form. */
  readonly open: string;
  /** Says on the department's card that it has asked for more time. */
  asked(until: LocalDate): string;
  /** Says on the department's card that it does not get more time. */
  notGiven(until: LocalDate, line: string): string;
  problem(problem: TimeRequestProblem): string;
  askedAlready(until: LocalDate): Notice;
  /** Why a department cannot ask for more time. */
  tooLate(state: ReplyState): Notice;
  /** On the secretariat's card. */
  request(name: string, at: Date, until: LocalDate, reason: string): string;
  granted(name: string, at: Date, line: string): string;
  declined(name: string, at: Date, line: string): string;
  readonly line: string;
  readonly grant: string;
  readonly decline: string;
  lineProblem(problem: CommentProblem): string;
  /** The department has asked for another day since the card was made. */
  replaced(until: LocalDate): string;
  decidedAlready(isGranted: boolean, name: string, at: Date): Notice;
  /** The department no longer needs time. @param hasAnswered otherwise it has declined */
  moot(hasAnswered: boolean): Notice;
  dayPassed(until: LocalDate): Notice;
}

export const timeWords: Readonly<Record<Language, TimeWords>> = {
  da: {
    heading: 'Bed om mere tid',
    explain: 'Sekretariatet får jeres ønske og tager stilling. Indtil da gælder den nuværende frist.',
    present: danishByWhen,
    replaces: (until) =>
      `I har bedt om frist til og med ${danishWeekdayDate(until)}. Et nyt ønske træder i stedet for det.`,
    until: 'Til og med hvilken dag?',
    reason: 'Hvorfor har I brug for mere tid?',
    reasonPlaceholder: 'En enkelt sætning er nok.',
    send: 'Send til sekretariatet',
    cancel: 'Fortryd',
    kept: 'Jeres tekst fra svarfeltet (gemmes som kladde)',
    open: 'Bed om mere tid',
    asked: (until) =>
      `I har bedt om frist til og med ${danishWeekdayDate(until)}. Sekretariatet har ikke taget stilling endnu.`,
    notGiven: (until, line) =>
      ended(`Sekretariatet kan ikke give jer frist til og med ${danishWeekdayDate(until)}`, line),
    problem: (problem) => `${danishProblem(problem)} Intet er sendt endnu.`,
    askedAlready: (until) => ({
      heading: 'Det har I allerede bedt om',
      text: `I har bedt om frist til og med ${danishWeekdayDate(until)}, og sekretariatet har ikke taget stilling endnu. Vælg en anden dag, hvis ønsket skal ændres.`,
    }),
    tooLate: (state) => {
      switch (state) {
        case 'awaiting approval':
          return {
            heading: 'Et svar afventer godkendelse',
            text: 'Ønsket om mere tid er ikke sendt. Skriv til sekretariatet, hvis svaret ikke kan nå at blive godkendt.',
          };
        case 'declined':
          return {
            heading: 'Fagområdet har meldt fra',
            text: 'Ønsket om mere tid er ikke sendt. Sekretariatet tager først stilling til, om fagområdet skal svare.',
          };
        case 'excused':
          return {
            heading: 'Fagområdet skal ikke svare',
            text: 'Sekretariatet er enig i, at rapporten ikke vedrører jer. Ønsket om mere tid er ikke sendt.',
          };
        default:
          return {
            heading: 'Fagområdet har allerede svaret',
            text: 'Ønsket om mere tid er ikke sendt. Svaret kan rettes, så længe runden er åben.',
          };
      }
    },
    request: (name, at, until, reason) =>
      `Beder om frist til og med ${danishWeekdayDate(until)} (${name}, ${danishDateTime(at)}): ${reason}`,
    granted: (name, at, line) => ended(`${name} har givet mere tid, ${danishDateTime(at)}`, line),
    declined: (name, at, line) => ended(`${name} har afslået mere tid, ${danishDateTime(at)}`, line),
    line: 'Besked til fagområdet (kan udelades)',
    grant: 'Giv',
    decline: 'Afslå',
    lineProblem: (problem) => `${danishCommentProblem(problem, 'Beskeden')} Intet er sendt endnu.`,
    replaced: (until) =>
      `Fagområdet beder nu om frist til og med ${danishWeekdayDate(until)} i stedet. Intet er sendt endnu. Tryk igen, hvis det skal gælde den dag.`,
    decidedAlready: (isGranted, name, at) => ({
      heading: 'Der er allerede taget stilling',
      text: `${name} har ${isGranted ? 'givet' : 'afslået'} mere tid, ${danishDateTime(at)}. Intet er ændret.`,
    }),
    moot: (hasAnswered) =>
      hasAnswered
        ? {
            heading: 'Fagområdet har svaret',
            text: 'Ønsket om mere tid er derfor faldet bort, og fristen er ikke ændret.',
          }
        : {
            heading: 'Fagområdet har meldt fra',
            text: 'Tag først stilling til, om fagområdet skal svare. Fristen er ikke ændret.',
          },
    dayPassed: (until) => ({
      heading: 'Dagen er allerede gået',
      text: `Fagområdet bad om frist til og med ${danishWeekdayDate(until)}. Tryk på Forlæng fristen, og vælg en senere dag. Intet er ændret.`,
    }),
  },

  en: {
    heading: 'Ask for more time',
    explain: 'The secretariat gets your request and decides. Until then the present deadline counts.',
    present: englishByWhen,
    replaces: (until) =>
      `You have asked for time until the end of ${englishDeadline(until)}. A new request replaces it.`,
    until: 'Until the end of which day?',
    reason: 'Why do you need more time?',
    reasonPlaceholder: 'A single sentence is enough.',
    send: 'Send to the secretariat',
    cancel: 'Cancel',
    kept: 'Your text from the reply’s field (saved as a draft)',
    open: 'Ask for more time',
    asked: (until) =>
      `You have asked for time until the end of ${englishDeadline(until)}. The secretariat has not decided yet.`,
    notGiven: (until, line) =>
      ended(`The secretariat cannot give you time until the end of ${englishDeadline(until)}`, line),
    problem: (problem) => `${englishProblem(problem)} Nothing has been sent yet.`,
    askedAlready: (until) => ({
      heading: 'You have asked for that already',
      text: `You have asked for time until the end of ${englishDeadline(until)}, and the secretariat has not decided yet. Choose another day if the request should be changed.`,
    }),
    tooLate: (state) => {
      switch (state) {
        case 'awaiting approval':
          return {
            heading: 'A reply awaits approval',
            text: 'The request for more time has not been sent. Write to the secretariat if the reply cannot be approved in time.',
          };
        case 'declined':
          return {
            heading: 'The department has said that it is not its area',
            text: 'The request for more time has not been sent. The secretariat first decides whether the department must reply.',
          };
        case 'excused':
          return {
            heading: 'The department need not reply',
            text: 'The secretariat agrees that the report is outside your area. The request for more time has not been sent.',
          };
        default:
          return {
            heading: 'The department has already replied',
            text: 'The request for more time has not been sent. The reply can be corrected for as long as the round is open.',
          };
      }
    },
    request: (name, at, until, reason) =>
      `Asks for time until the end of ${englishDeadline(until)} (${name}, ${englishDateTime(at)}): ${reason}`,
    granted: (name, at, line) => ended(`${name} has given more time, ${englishDateTime(at)}`, line),
    declined: (name, at, line) => ended(`${name} has declined to give more time, ${englishDateTime(at)}`, line),
    line: 'Message to the department (optional)',
    grant: 'Give',
    decline: 'Decline',
    lineProblem: (problem) => `${englishCommentProblem(problem, 'message')} Nothing has been sent yet.`,
    replaced: (until) =>
      `The department now asks for time until the end of ${englishDeadline(until)} instead. Nothing has been sent yet. Press again if that day is meant.`,
    decidedAlready: (isGranted, name, at) => ({
      heading: 'It has been decided already',
      text: `${name} has ${isGranted ? 'given' : 'declined to give'} more time, ${englishDateTime(at)}. Nothing has been changed.`,
    }),
    moot: (hasAnswered) =>
      hasAnswered
        ? {
            heading: 'The department has replied',
            text: 'So it needs no more time, and the deadline has not been changed.',
          }
        : {
            heading: 'The department has said that it is not its area',
            text: 'First decide whether the department must reply. The deadline has not been changed.',
          },
    dayPassed: (until) => ({
      heading: 'The day is over already',
      text: `The department asked for time until the end of ${englishDeadline(until)}. Press Extend the deadline, and choose a later day. Nothing has been changed.`,
    }),
  },
};

/** A sentence, with what somebody wrote beside it after a colon. Both end with a mark. */
function ended(sentence: string, line: string): string {
  if (line === '') return `${sentence}.`;
  return `${sentence}: ${line}${/[.!?]$/u.test(line) ? '' : '.'}`;
}

function danishProblem(problem: TimeRequestProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Vælg den dag, I beder om at få frist til.';
    case 'not read':
      return `”${problem.sent}” kan ikke læses som en dato. Vælg en dag i kalenderen, eller skriv den for eksempel som 25.11.2026.`;
    case 'cpr number':
    case 'possible cpr number':
      return 'Der står et CPR-nummer eller et tal, der ligner et, hvor der skulle stå en dato. Vælg en dag i kalenderen.';
    case 'in the past':
      return 'Dagen ligger tilbage i tiden. Vælg en senere dag.';
    case 'not later':
      return `I har allerede frist ${danishDeadline(problem.present)}. Vælg en senere dag.`;
    case 'too far ahead':
      return `Dagen ligger for langt ude i fremtiden. Vælg en dag senest den ${danishDate(problem.last)}.`;
    case 'reason':
      return danishCommentProblem(problem.problem, 'Begrundelsen');
  }
}

function englishProblem(problem: TimeRequestProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Choose the day until which you ask for time.';
    case 'not read':
      return `“${problem.sent}” cannot be read as a date. Choose a day in the calendar, or write it as 25.11.2026, for example.`;
    case 'cpr number':
    case 'possible cpr number':
      return 'There is a CPR number, or a number like one, where a date should be. Choose a day in the calendar.';
    case 'in the past':
      return 'The day lies in the past. Choose a later day.';
    case 'not later':
      return `Your deadline is ${englishDeadline(problem.present)} already. Choose a later day.`;
    case 'too far ahead':
      return `The day lies too far ahead. Choose a day no later than ${englishDate(problem.last)}.`;
    case 'reason':
      return englishCommentProblem(problem.problem, 'reason');
  }
}
