import type { Language } from '../../domain/language.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import type { AwaitedWhy, Standing } from '../../domain/reply/standing.js';
import { dayOf, type LocalDate } from '../../domain/round/deadline.js';
import type { Withdrawn } from '../../domain/round/plan-change.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Decision } from '../../domain/work/told.js';
import { danishDate, danishDateTime, englishDate, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';
import { danishCount, englishCount } from '../number-words.js';
import { shortened, withTitle } from '../shortened.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';
import { changedWords } from './changed-words.js';

/** What the secretariat sends from the card: an answer on the department's behalf, a comment, or an edit of its text. */
export type SentFromCard = 'answer' | 'comment' | 'edit';

/** The secretariat's card about one department. */
export interface FollowUpWords {
  readonly heading: string;
  state(standing: Standing): string;
  draft(name: string, at: Date): string;
  proposal(name: string, at: Date): string;
  sentBack(name: string, at: Date, comment: string): string;
  declined(name: string, at: Date, reason: string): string;
  instead(department: string): string;
  accepted(inNotat: boolean, name: string, at: Date): string;
  /** How often a department that has not answered has been reminded, and when last. */
  reminded(count: number, last: Date): string;
  readonly sendBack: string;
  /** Like `sendBack`, for a department that says that the report is outside its area. */
  readonly askAnyway: string;
  readonly comment: string;
  readonly commentPlaceholder: string;
  readonly sendBackNow: string;
  /** In the place of a reply with a CPR number, where the whole channel would see it. */
  readonly notForChannel: string;
  readonly answer: string;
  readonly answerField: string;
  readonly answerNow: string;
  readonly answerNil: string;
  readonly nudge: string;
  readonly nudged: string;
  /** Like `nudged`, where the card itself had not reached the channel. */
  readonly requestAgain: string;
  readonly acceptInNotat: string;
  readonly acceptLeftOut: string;
  readonly cancel: string;
  problem(problem: CommentProblem): string;
  /** What was sent was not stored, because the department has answered meanwhile. Its answer stands below the words. */
  readonly overtaken: Readonly<Record<SentFromCard, (name: string, at: Date) => string>>;
  /** Nothing about the department can be changed any more. What was typed stays where it is. */
  locked(withdrawn: Withdrawn | undefined): Notice;
  /** In the place of a card with a CPR number in its reply, where the client could show it to the whole channel alone. */
  onlyForAll(): Notice;
  /** What a phone shows: which department it is about, and what the secretariat must decide about it. */
  readonly summary: Readonly<Record<Decision, (department: RoundDepartment) => string>>;
}

const AWAITED_WHY: Readonly<Record<Language, Readonly<Record<AwaitedWhy, string>>>> = {
  da: {
    asked: 'Har ikke svaret',
    draft: 'Har en kladde, men har ikke svaret',
    'awaiting approval': 'Afventer godkendelse i fagområdet',
    declined: 'Har meldt fra: ikke vores område',
    returned: 'Sendt tilbage, afventer nyt svar',
  },
  en: {
    asked: 'Has not replied',
    draft: 'Has a draft, but has not replied',
    'awaiting approval': 'Awaits approval in the department',
    declined: 'Says it is not their area',
    returned: 'Sent back, awaits a new reply',
  },
};

export const followUpWords: Readonly<Record<Language, FollowUpWords>> = {
  da: {
    heading: 'Fagområdets svar',
    state: (standing) => {
      switch (standing.kind) {
        case 'answered':
          return standing.correction === undefined
            ? 'Har svaret'
            : 'Har svaret. En rettelse afventer godkendelse i fagområdet';
        case 'excused':
          return 'Skal ikke svare';
        case 'withdrawn':
          return 'Skal ikke svare mere';
        case 'awaited':
          return AWAITED_WHY.da[standing.why];
      }
    },
    draft: (name, at) => `Kladde fra ${name}, ${danishDateTime(at)}. Den er ikke sendt.`,
    proposal: (name, at) => `Et svar fra ${name}, ${danishDateTime(at)}, afventer godkendelse.`,
    sentBack: (name, at, comment) => `Sendt tilbage af ${name}, ${danishDateTime(at)}: ${comment}`,
    declined: (name, at, reason) => `Ikke vores område ifølge ${name}, ${danishDateTime(at)}: ${reason}`,
    instead: (department) => `Foreslår i stedet: ${department}`,
    accepted: (inNotat, name, at) =>
      `Godkendt af ${name}, ${danishDateTime(at)}. ${inNotat ? 'Notatet skriver, at rapporten ikke vedrører fagområdet.' : 'Fagområdet er udeladt af notatet.'}`,
    reminded: (count, last) =>
      count === 1
        ? `Påmindet én gang, ${danishDateTime(last)}.`
        : `Påmindet ${danishCount(count)} gange, senest ${danishDateTime(last)}.`,
    sendBack: 'Send tilbage',
    askAnyway: 'Bed om svar alligevel',
    comment: 'Kommentar til fagområdet',
    commentPlaceholder: 'Skriv, hvad I mangler.',
    sendBackNow: 'Send kommentaren',
    notForChannel:
      'Svaret indeholder et CPR-nummer og står ikke her, hvor hele kanalen kan læse med. Vælg fagområdet på oversigten for at læse det.',
    answer: 'Svar for fagområdet',
    answerField: 'Svar på fagområdets vegne',
    answerNow: 'Send svar',
    answerNil: 'Ingen bemærkninger',
    nudge: 'Send påmindelse',
    nudged: 'Påmindelsen er på vej til fagområdets kanal.',
    requestAgain: 'Kortet er på vej til fagområdets kanal igen.',
    acceptInNotat: 'Godkend, og skriv det i notatet',
    acceptLeftOut: 'Godkend, og udelad fagområdet',
    cancel: 'Fortryd',
    problem: (problem) => `${danishCommentProblem(problem, 'Kommentaren')} Intet er sendt endnu.`,
    overtaken: {
      answer: (name, at) =>
        `Svaret er ikke gemt: ${name} har svaret i mellemtiden (${danishDateTime(at)}). Send igen, hvis teksten i feltet skal gælde i stedet for det gemte svar herunder.`,
      comment: (name, at) =>
        `Kommentaren er ikke sendt: ${name} har svaret i mellemtiden (${danishDateTime(at)}). Læs det nye svar herunder. Send igen, hvis kommentaren også gælder det.`,
      edit: (name, at) =>
        `Forslaget er ikke sendt: ${name} har svaret i mellemtiden (${danishDateTime(at)}). Læs det nye svar herunder. Send igen, hvis du foreslår, at teksten i feltet træder i stedet for det.`,
    },
    locked: (withdrawn) => ({
      heading: withdrawn === undefined ? 'Runden er afsluttet' : changedWords.da.withdrawnHeading(withdrawn.scope),
      text:
        withdrawn === undefined
          ? 'Intet er gemt. Skal noget ændres, så åbn runden igen på notatets kort.'
          : 'Fagområdet spørges ikke længere. Intet er gemt.',
    }),
    onlyForAll: () => ({
      heading: 'Svaret kan ikke vises her',
      text: 'Det indeholder et CPR-nummer, og her ville hele kanalen kunne læse det. Intet er ændret. Åbn det i Teams på en computer eller i en browser.',
    }),
    summary: {
      decline: (department) =>
        summary(
          department,
          danishDate,
          (name, title, by) => `Afgør, om ${name} skal svare på ”${title}” (frist den ${by})`,
        ),
      'time request': (department) =>
        summary(
          department,
          danishDate,
          (name, title, by) => `Afgør, om ${name} skal have mere tid til ”${title}” (frist den ${by})`,
        ),
      made: ({ department }) => `Fagområdets svar: ${department.name}`,
    },
  },

  en: {
    heading: 'The department’s reply',
    state: (standing) => {
      switch (standing.kind) {
        case 'answered':
          return standing.correction === undefined
            ? 'Has replied'
            : 'Has replied. A correction awaits approval in the department';
        case 'excused':
          return 'Need not reply';
        case 'withdrawn':
          return 'Need not reply any more';
        case 'awaited':
          return AWAITED_WHY.en[standing.why];
      }
    },
    draft: (name, at) => `Draft by ${name}, ${englishDateTime(at)}. It has not been sent.`,
    proposal: (name, at) => `A reply by ${name}, ${englishDateTime(at)}, awaits approval.`,
    sentBack: (name, at, comment) => `Sent back by ${name}, ${englishDateTime(at)}: ${comment}`,
    declined: (name, at, reason) => `Not their area according to ${name}, ${englishDateTime(at)}: ${reason}`,
    instead: (department) => `Suggests instead: ${department}`,
    accepted: (inNotat, name, at) =>
      `Accepted by ${name}, ${englishDateTime(at)}. ${inNotat ? 'The notat says that the report is outside its area.' : 'The department is left out of the notat.'}`,
    reminded: (count, last) =>
      count === 1
        ? `Reminded once, ${englishDateTime(last)}.`
        : `Reminded ${englishCount(count)} times, last ${englishDateTime(last)}.`,
    sendBack: 'Send back',
    askAnyway: 'Ask anyway',
    comment: 'Comment to the department',
    commentPlaceholder: 'Say what is missing.',
    sendBackNow: 'Send the comment',
    notForChannel:
      'The reply has a CPR number in it and does not stand here, where the whole channel can read it. Choose the department on the overview to read it.',
    answer: 'Reply for the department',
    answerField: 'Reply on the department’s behalf',
    answerNow: 'Send reply',
    answerNil: 'No remarks',
    nudge: 'Send a reminder',
    nudged: 'The reminder is on its way to the department’s channel.',
    requestAgain: 'The card is on its way to the department’s channel again.',
    acceptInNotat: 'Accept, and say so in the notat',
    acceptLeftOut: 'Accept, and leave it out',
    cancel: 'Cancel',
    problem: (problem) => `${englishCommentProblem(problem, 'comment')} Nothing has been sent yet.`,
    overtaken: {
      answer: (name, at) =>
        `The reply has not been stored: ${name} has replied in the meantime (${englishDateTime(at)}). Send again if the text in the field should replace the stored reply below.`,
      comment: (name, at) =>
        `The comment has not been sent: ${name} has replied in the meantime (${englishDateTime(at)}). Read the new reply below. Send again if the comment is about that one too.`,
      edit: (name, at) =>
        `The suggestion has not been sent: ${name} has replied in the meantime (${englishDateTime(at)}). Read the new reply below. Send again if you suggest that the text in the field takes its place.`,
    },
    locked: (withdrawn) => ({
      heading: withdrawn === undefined ? 'The round is closed' : changedWords.en.withdrawnHeading(withdrawn.scope),
      text:
        withdrawn === undefined
          ? 'Nothing has been stored. If something must be changed, reopen the round on the notat’s card.'
          : 'The department is no longer asked. Nothing has been stored.',
    }),
    onlyForAll: () => ({
      heading: 'The reply cannot be shown here',
      text: 'It has a CPR number in it, and the whole channel could read it here. Nothing has been changed. Open it in Teams on a computer or in a browser.',
    }),
    summary: {
      decline: (department) =>
        summary(
          department,
          englishDate,
          (name, title, by) => `Decide whether ${name} must reply to “${title}” (deadline ${by})`,
        ),
      'time request': (department) =>
        summary(
          department,
          englishDate,
          (name, title, by) => `Decide whether ${name} gets more time for “${title}” (deadline ${by})`,
        ),
      made: ({ department }) => `The department’s reply: ${department.name}`,
    },
  },
};

/** The longest name of a department in a summary, in characters. Our choice: it leaves room for the title. */
const NAME_MAX = 40;

function summary(
  { department, ask }: RoundDepartment,
  dateOf: (day: LocalDate) => string,
  sentence: (name: string, title: string, by: string) => string,
): string {
  const name = shortened(department.name, NAME_MAX);
  return withTitle(ask.title, (title) => sentence(name, title, dateOf(dayOf(ask.deadline))));
}
