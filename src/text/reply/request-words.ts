import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import type { ReplyProblem } from '../../domain/reply/reply.js';
import type { Deadline } from '../../domain/round/deadline.js';
import { danishByWhen, danishDateTime, englishByWhen, englishDateTime } from '../date-words.js';
import { danishAnyOf, englishAnyOf } from '../joined-names.js';
import { danishNumber, englishNumber } from '../number-words.js';
import { danishTooLong, englishTooLong } from '../text-problems.js';

/** The card that asks a department for its reply. */
export interface RequestWords {
  readonly heading: string;
  readonly report: string;
  readonly question: string;
  /** The deadline. For a whole day it says `til og med`. */
  deadline(deadline: Deadline): string;
  /** The number of working days from the day when the department was asked to the deadline. */
  workingDays(count: number): string;
  /** Says who should answer: the heads, or anyone in the channel. */
  answeredBy(heads: readonly Person[]): string;
  readonly field: string;
  readonly placeholder: string;
  /** Says where to write a long answer, before anyone types, and why. */
  readonly hint: string;
  /** Says what may stand in the field together with a nil reply. */
  readonly nilHint: string;
  readonly send: string;
  readonly nil: string;
  readonly saveDraft: string;
  /** Says that a text is saved as a draft and not sent. */
  draft(name: string, at: Date): string;
  draftOvertaken(name: string, at: Date): string;
  readonly readReport: string;
  readonly cancel: string;
  readonly decline: string;
  /** The card's heading where a reply can be corrected, and an explanation of what a correction does. */
  readonly correctingHeading: string;
  readonly correcting: string;
  /** The secretariat's comment when it sent the reply back. */
  sentBack(name: string, at: Date, comment: string): string;
  /** Says that the text in the field was written in the thread, and has not been sent. */
  readonly fromThread: string;
  /** The button that shows and hides the department's reply from the previous round, and the heading over it. */
  readonly showPrevious: string;
  previous(title: string): string;
  /** The field for the reason to keep a CPR number, and the button that sends the text with the number. */
  readonly cprReason: string;
  readonly keepCpr: string;
  problem(problem: ReplyProblem): string;
  overtaken(name: string, at: Date): string;
  /** Says that someone else's text has been sent for approval in the meantime. */
  proposalOvertaken(name: string, at: Date): string;
}

export const requestWords: Readonly<Record<Language, RequestWords>> = {
  da: {
    heading: 'Sekretariatet beder om svar',
    report: 'Rapport',
    question: 'Spørgsmål',
    deadline: danishByWhen,
    workingDays: (count) => `Svartid: ${count === 1 ? '1 arbejdsdag' : `${count} arbejdsdage`}`,
    answeredBy: (heads) =>
      heads.length === 0
        ? 'Alle i kanalen kan svare for fagområdet.'
        : `${danishAnyOf(heads)} svarer for fagområdet. Svar fra andre skal godkendes.`,
    field: 'Jeres svar',
    placeholder: 'Skriv svaret her. Hver linje bliver et afsnit. Begynd en linje med - for at lave en liste.',
    hint: 'Skriv i feltet, ikke i tråden. Er svaret langt, så tryk først på Skriv i stort felt. Det, I skriver på kortet, forsvinder, hvis en kollega sender imens.',
    nilHint: 'Trykker I på Ingen bemærkninger, må der stå en kort begrundelse i feltet.',
    send: 'Send svar',
    nil: 'Ingen bemærkninger',
    saveDraft: 'Gem kladde',
    draft: (name, at) => `Kladde, ikke sendt: ${name}, ${danishDateTime(at)}`,
    draftOvertaken: (name, at) =>
      `Kladden er ikke gemt: ${name} har gemt en anden i mellemtiden (${danishDateTime(at)}). Den står herunder. Gem igen, hvis teksten i feltet skal gælde i stedet.`,
    readReport: 'Læs rapporten',
    cancel: 'Fortryd',
    decline: 'Ikke vores område',
    sentBack: (name, at, comment) => `Sendt tilbage af ${name}, ${danishDateTime(at)}: ${comment}`,
    fromThread: 'Teksten kommer fra en besked i kanalen og er ikke sendt. Læs den igennem, og tryk på Send svar.',
    showPrevious: 'Vis svaret fra sidste runde',
    previous: (title) => `Jeres svar i ”${title}”`,
    cprReason: 'Hvorfor skal CPR-nummeret blive stående?',
    keepCpr: 'Send alligevel',
    correctingHeading: 'Ret jeres svar',
    correcting: 'Ret svaret, og send det igen. Indtil da gælder det nuværende.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'Feltet er tomt. Skriv jeres svar, eller tryk på Ingen bemærkninger.';
        case 'too long':
          return `${danishTooLong('Svaret', problem)} Svaret er ikke gemt endnu.`;
        case 'unintelligible':
          return 'Der er ingen ord i svaret. Skriv det med almindelige ord, eller tryk på Ingen bemærkninger. Svaret er ikke gemt endnu.';
        case 'cpr number':
          return problem.certainty === 'certain'
            ? 'Der står et CPR-nummer i svaret, og det må ikke stå i notatet. Slet det, og send igen. Skal det blive stående, så skriv hvorfor nedenfor, og tryk på Send alligevel. Svaret er ikke gemt endnu.'
            : 'Der står et tal i svaret, som kan være et CPR-nummer. Slet det, hvis det er det. Er det noget andet, så tryk på Send alligevel. Svaret er ikke gemt endnu.';
        case 'reason missing':
          return 'Skriv, hvorfor CPR-nummeret skal blive stående, eller slet det i svaret. Svaret er ikke gemt endnu.';
        case 'reason too long':
          return `${danishTooLong('Begrundelsen', problem)} Svaret er ikke gemt endnu.`;
        case 'reason with cpr number':
          return 'Der står et CPR-nummer eller et tal, der ligner et, i begrundelsen. Skriv den uden tallet. Svaret er ikke gemt endnu.';
        case 'nil with text':
          return `I trykkede på Ingen bemærkninger, men teksten er på over ${danishNumber(problem.max)} tegn. Tryk på Send svar, eller forkort den. Intet er gemt endnu.`;
      }
    },
    overtaken: (name, at) =>
      `Svaret er ikke gemt: ${name} har svaret for fagområdet i mellemtiden (${danishDateTime(at)}). Send igen, hvis teksten i feltet skal gælde i stedet for det gemte svar herunder.`,
    proposalOvertaken: (name, at) =>
      `Svaret er ikke gemt: ${name} har skrevet et andet i mellemtiden (${danishDateTime(at)}), som afventer godkendelse. Det står herunder. Send igen, hvis teksten i feltet skal gælde i stedet.`,
  },

  en: {
    heading: 'The secretariat asks for your reply',
    report: 'Report',
    question: 'Question',
    deadline: englishByWhen,
    workingDays: (count) => `Time to reply: ${count === 1 ? '1 working day' : `${count} working days`}`,
    answeredBy: (heads) =>
      heads.length === 0
        ? 'Anyone in the channel may reply for the department.'
        : `${englishAnyOf(heads)} replies for the department. Replies by others need approval.`,
    field: 'Your reply',
    placeholder: 'Write the reply here. Each line becomes a paragraph. Begin a line with - to make a list.',
    hint: 'Write in the field, not in the thread. For a long reply, first press Write in a large field. What you write on the card disappears if a colleague sends in the meantime.',
    nilHint: 'If you press No remarks, you may write a short sentence in the field.',
    send: 'Send reply',
    nil: 'No remarks',
    saveDraft: 'Save draft',
    draft: (name, at) => `Draft, not sent: ${name}, ${englishDateTime(at)}`,
    draftOvertaken: (name, at) =>
      `The draft has not been saved: ${name} has saved another (${englishDateTime(at)}). It is shown below. Save again if the text in the field is to count instead.`,
    readReport: 'Read the report',
    cancel: 'Cancel',
    decline: 'Not our area',
    sentBack: (name, at, comment) => `Sent back by ${name}, ${englishDateTime(at)}: ${comment}`,
    fromThread:
      'The text comes from a message in the channel and has not been sent. Read it through and press Send reply.',
    showPrevious: 'Show the reply from the last round',
    previous: (title) => `Your reply in “${title}”`,
    cprReason: 'Why must the CPR number stay?',
    keepCpr: 'Send anyway',
    correctingHeading: 'Correct your reply',
    correcting: 'Correct the reply and send it again. Until then the current one counts.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'The field is empty. Write your reply, or press No remarks.';
        case 'too long':
          return `${englishTooLong('The reply', problem)} It has not been stored yet.`;
        case 'unintelligible':
          return 'There are no words in the reply. Write it as ordinary text, or press No remarks. It has not been stored yet.';
        case 'cpr number':
          return problem.certainty === 'certain'
            ? 'There is a CPR number in the reply, and it must not appear in the notat. Delete it and send again. If it must stay, say why below and press Send anyway. The reply has not been stored yet.'
            : 'There is a number in the reply that may be a CPR number. Delete it if it is. If it is something else, press Send anyway. The reply has not been stored yet.';
        case 'reason missing':
          return 'Say why the CPR number must stay, or delete it in the reply. The reply has not been stored yet.';
        case 'reason too long':
          return `${englishTooLong('The reason', problem)} The reply has not been stored yet.`;
        case 'reason with cpr number':
          return 'There is a CPR number, or a number like one, in the reason. Write it without the number. The reply has not been stored yet.';
        case 'nil with text':
          return `You pressed No remarks, but the text has more than ${englishNumber(problem.max)} characters. Press Send reply, or shorten it. Nothing has been stored yet.`;
      }
    },
    overtaken: (name, at) =>
      `The reply has not been stored: ${name} has replied for the department in the meantime (${englishDateTime(at)}). Send again if the text in the field should replace the stored reply below.`,
    proposalOvertaken: (name, at) =>
      `The reply has not been stored: ${name} has written another in the meantime (${englishDateTime(at)}), which awaits approval. It is shown below. Send again if the text in the field is to count instead.`,
  },
};
