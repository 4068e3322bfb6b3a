import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';
import { withTitle } from '../shortened.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';

/** Calling a round off: what it means, and what is said afterwards. */
export interface WithdrawalWords {
  readonly heading: string;
  /** What happens, in numbers, one sentence a line. */
  consequences(answered: number, missing: number, cards: number): readonly string[];
  readonly reason: string;
  readonly reasonPlaceholder: string;
  readonly withdraw: string;
  /** The button on other cards that shows the consequences first. */
  readonly open: string;
  reasonRefused(problem: CommentProblem): string;
  underWay(): Notice;
  /** The secretariat's card about a round that has been called off. */
  readonly calledOffHeading: string;
  calledOff(by: Person, at: Date, reason: string): readonly string[];
  /** What was answered before. @param answered how many departments had answered */
  kept(answered: number): string;
  /** There is no notat. */
  noNotat(): Notice;
  summary(title: string): string;
}

export const withdrawalWords: Readonly<Record<Language, WithdrawalWords>> = {
  da: {
    heading: 'Træk runden tilbage',
    consequences: (answered, missing, cards) => [
      `${capitalised(danishCount(cards))} kort i fagområdernes kanaler siger, at runden er trukket tilbage, og hvorfor.`,
      answered === 0
        ? 'Ingen fagområder har svaret endnu.'
        : `${capitalised(danishDepartments(answered))} har svaret. ${answered === 1 ? 'Svaret' : 'Svarene'} bliver gemt, men der kommer intet notat.`,
      ...(missing === 0
        ? []
        : [`${capitalised(danishDepartments(missing))} skal ikke svare mere og bliver ikke mindet om det.`]),
      'Det kan ikke fortrydes, men runden kan bruges som udgangspunkt for en ny.',
    ],
    reason: 'Begrundelse',
    reasonPlaceholder: 'Står på fagområdernes kort.',
    withdraw: 'Træk runden tilbage',
    open: 'Træk runden tilbage …',
    reasonRefused: (problem) => danishCommentProblem(problem, 'Begrundelsen'),
    underWay: () => ({
      heading: 'Runden bliver trukket tilbage',
      text: 'Fagområdernes kort siger det om et øjeblik. Svarene er gemt, og der kommer intet notat.',
    }),
    calledOffHeading: 'Runden er trukket tilbage',
    calledOff: (by, at, reason) => [`Trukket tilbage af ${by.name}, ${danishDateTime(at)}.`, `Begrundelse: ${reason}`],
    kept: (answered) =>
      answered === 0
        ? 'Ingen fagområder havde svaret. Der kommer intet notat.'
        : `${capitalised(danishDepartments(answered))} havde svaret. ${answered === 1 ? 'Svaret' : 'Svarene'} er gemt, og der kommer intet notat.`,
    noNotat: () => ({
      heading: 'Runden er trukket tilbage',
      text: 'Derfor er der intet notat. Svarene er gemt. Skriv @Notatbot status for at se, hvem der trak den tilbage, og hvorfor.',
    }),
    summary: (title) => withTitle(title, (shown) => `Runden ”${shown}” er trukket tilbage`),
  },

  en: {
    heading: 'Withdraw the round',
    consequences: (answered, missing, cards) => [
      `${capitalised(englishCount(cards))} ${cards === 1 ? 'card in the departments’ channels says' : 'cards in the departments’ channels say'} that the round has been withdrawn, and why.`,
      answered === 0
        ? 'No department has replied yet.'
        : `${capitalised(englishDepartments(answered))} ${answered === 1 ? 'has' : 'have'} replied. ${answered === 1 ? 'The reply is' : 'The replies are'} kept, but there will be no notat.`,
      ...(missing === 0
        ? []
        : [`${capitalised(englishDepartments(missing))} need not reply any more and will not be reminded.`]),
      'This cannot be undone, but a new round can begin from this one.',
    ],
    reason: 'Reason',
    reasonPlaceholder: 'Stands on the departments’ cards.',
    withdraw: 'Withdraw the round',
    open: 'Withdraw the round …',
    reasonRefused: (problem) => englishCommentProblem(problem, 'reason'),
    underWay: () => ({
      heading: 'The round is being withdrawn',
      text: 'The departments’ cards will say so in a moment. The replies are kept, and there will be no notat.',
    }),
    calledOffHeading: 'The round has been withdrawn',
    calledOff: (by, at, reason) => [`Withdrawn by ${by.name}, ${englishDateTime(at)}.`, `Reason: ${reason}`],
    kept: (answered) =>
      answered === 0
        ? 'No department had replied. There will be no notat.'
        : `${capitalised(englishDepartments(answered))} had replied. ${answered === 1 ? 'The reply is' : 'The replies are'} kept, and there will be no notat.`,
    noNotat: () => ({
      heading: 'The round has been withdrawn',
      text: 'So there is no notat. The replies are kept. Write @Notatbot status to see who withdrew it, and why.',
    }),
    summary: (title) => withTitle(title, (shown) => `The round “${shown}” has been withdrawn`),
  },
};
