import type { Language } from '../../domain/language.js';
import type { Deadline } from '../../domain/round/deadline.js';
import type { TimeLeft } from '../../domain/round/desk.js';
import type { RoundState } from '../../domain/round/round.js';
import { danishDateTime, danishDeadline, englishDateTime, englishDeadline } from '../date-words.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';
import { withTitle } from '../shortened.js';

/** The desk, from which the secretariat runs a round. */
export interface DeskWords {
  /** The heading over what waits for the secretariat. */
  readonly needs: string;
  asksForTime(until: Deadline): string;
  approvalWaits(name: string, workingDays: number): string;
  /** The buttons beside what waits. */
  readonly decide: string;
  readonly open: string;
  /** Where what waits has no buttons of its own. */
  readonly choose: string;
  timeLeft(time: TimeLeft): string;
  /** The words for a department that waits for the secretariat, among those that are missing. */
  readonly waitsForYou: string;
  /** @param count how many times it has been reminded */
  reminded(count: number, at: Date): string;
  readonly notReminded: string;
  next(at: Date | 'now'): string;
  readonly noneComing: string;
  ownDeadline(deadline: Deadline): string;
  version(number: number): string;
  /** The heading over the departments of one team, with how many they are. */
  team(name: string | undefined, count: number): string;
  /** The button that shows and hides the departments that have answered, where they are many. */
  showAnswered(count: number): string;
  /** The buttons. */
  readonly back: string;
  /** Takes the message away that a person has opened. */
  readonly closeMessage: string;
  /** Where the message cannot be taken away. */
  messageClosed(): Notice;
  /** To somebody else than the person who has opened it. */
  messageStays(): Notice;
  /** Where the message is none that somebody has opened. */
  messageNotClosed(): Notice;
  readonly remindAll: string;
  readonly notat: string;
  readonly close: string;
  readonly moveDeadline: string;
  /** What a phone shows of the desk. */
  summary(title: string, answered: number, total: number): string;
  readonly remindingAll: RemindingAllWords;
  readonly list: RoundListWords;
}

/** What the secretariat sees before it has all reminded who are missing, and after. */
export interface RemindingAllWords {
  readonly heading: string;
  readonly nobodyHeading: string;
  willBeReminded(count: number): string;
  wereReminded(count: number): string;
  /** Headings over the names of those who are not reminded, and what becomes of them. */
  readonly today: string;
  readonly waiting: string;
  readonly withoutCard: string;
  readonly unreadable: string;
  send(count: number): string;
}

/** The list of rounds. */
export interface RoundListWords {
  readonly openHeading: string;
  readonly heading: string;
  readonly none: string;
  readonly noneFound: string;
  state(state: RoundState, deadline: Deadline): string;
  closed(at: Date, finals: number): string;
  progress(answered: number, total: number, needs: number): string;
  /** The title of a round in the list. @param number its place among them */
  round(number: number, title: string): string;
  open(number: number): string;
  fetchNotat(number: number): string;
  readonly search: string;
  readonly searchPlaceholder: string;
  readonly find: string;
  readonly older: string;
  readonly newest: string;
  /** @param looked how many rounds were looked at, where there are more */
  notAll(looked: number): string;
}

const daDays = (count: number) => `${danishCount(count, 'common')} ${count === 1 ? 'arbejdsdag' : 'arbejdsdage'}`;
const enDays = (count: number) => `${englishCount(count)} working ${count === 1 ? 'day' : 'days'}`;

export const deskWords: Readonly<Record<Language, DeskWords>> = {
  da: {
    needs: 'Kræver jeres stillingtagen',
    asksForTime: (until) => `Beder om mere tid: til ${danishDeadline(until)}`,
    approvalWaits: (name, days) => `Svar fra ${name} har ventet på godkendelse i ${daDays(days)}`,
    decide: 'Tag stilling',
    open: 'Åbn',
    choose: 'Vælg fagområdet på listen nedenfor for at åbne det.',
    timeLeft: ({ hasPassed, workingDays }) => {
      if (hasPassed)
        return workingDays === 0 ? 'Den er overskredet.' : `Den er overskredet med ${daDays(workingDays)}.`;
      if (workingDays === 0) return 'Det er sidste arbejdsdag.';
      return workingDays === 1 ? 'Der er én arbejdsdag til.' : `Der er ${daDays(workingDays)} til.`;
    },
    waitsForYou: 'Venter på jer',
    reminded: (count, at) =>
      count === 1
        ? `Påmindet ${danishDateTime(at)}`
        : `Påmindet ${danishCount(count)} gange, senest ${danishDateTime(at)}`,
    notReminded: 'Ikke påmindet endnu',
    next: (at) => (at === 'now' ? 'næste påmindelse sendes nu' : `næste påmindelse ${danishDateTime(at)}`),
    noneComing: 'ingen flere påmindelser',
    ownDeadline: (deadline) => `Har egen frist: ${danishDeadline(deadline)}`,
    version: (number) => `version ${number}`,
    team: (name, count) => `${name ?? 'Andre teams'} (${danishCount(count)})`,
    showAnswered: (count) => `Vis eller skjul de ${danishCount(count)}, der har svaret`,
    back: 'Tilbage til oversigten',
    closeMessage: 'Luk',
    messageClosed: () => ({ heading: 'Lukket', text: 'I kan fortsætte fra oversigten.' }),
    messageStays: () => ({
      heading: 'Lukket hos dig',
      text: 'Den, der har åbnet kortet, kan stadig skrive i det.',
    }),
    messageNotClosed: () => ({
      heading: 'Beskeden bliver stående',
      text: 'Den hører til runden og kan ikke lukkes.',
    }),
    remindAll: 'Mind alle, der mangler',
    notat: 'Notat',
    close: 'Afslut runden …',
    moveDeadline: 'Flyt fristen',
    summary: (title, answered, total) =>
      withTitle(title, (short) => `Runden ”${short}”: ${answered} af ${total} har svaret`),
    remindingAll: {
      heading: 'Mind alle, der mangler',
      nobodyHeading: 'Ingen bliver mindet om det nu',
      willBeReminded: (count) => `${capitalised(danishDepartments(count))} får en påmindelse nu`,
      wereReminded: (count) =>
        count === 0
          ? 'Ingen er blevet mindet om det.'
          : `${capitalised(danishDepartments(count))} er blevet mindet om det.`,
      today: 'Er allerede blevet mindet om det i dag',
      waiting: 'Venter på jeres stillingtagen, og får ingen påmindelse',
      withoutCard: 'Har ikke fået kortet. Åbn fagområdet for at sende det igen',
      unreadable: 'Kan ikke læses',
      send: (count) => `Send ${count === 1 ? 'én påmindelse' : `${danishCount(count)} påmindelser`}`,
    },
    list: {
      openHeading: 'Åbne runder',
      heading: 'Runder',
      none: 'Der er ingen runder endnu. Skriv ny runde for at starte en.',
      noneFound: 'Ingen runder har de ord i titlen.',
      state: (state, deadline) => {
        switch (state) {
          case 'planned':
            return `Planlagt, frist ${danishDeadline(deadline)}`;
          case 'closing':
            return `Ved at blive afsluttet, frist ${danishDeadline(deadline)}`;
          case 'reopening':
            return `Ved at blive åbnet igen, frist ${danishDeadline(deadline)}`;
          case 'starting':
            return `Ved at starte, frist ${danishDeadline(deadline)}`;
          case 'withdrawing':
            return 'Ved at blive trukket tilbage';
          case 'withdrawn':
            return 'Trukket tilbage';
          default:
            return `Åben, frist ${danishDeadline(deadline)}`;
        }
      },
      closed: (at, finals) => `Afsluttet ${danishDateTime(at)}${finals > 1 ? `, endeligt notat nr. ${finals}` : ''}`,
      progress: (answered, total, needs) =>
        [
          `${answered} af ${total} har svaret`,
          ...(needs === 0 ? [] : [`${danishCount(needs)} ${needs === 1 ? 'sag' : 'sager'} venter på jer`]),
        ].join(', '),
      round: (number, title) => `${number}. ${title}`,
      open: (number) => `Åbn runde ${number}`,
      fetchNotat: (number) => `Hent notatet fra runde ${number}`,
      search: 'Søg i rundernes titler',
      searchPlaceholder: 'Fx 2024',
      find: 'Søg',
      older: 'Ældre runder',
      newest: 'Nyeste runder',
      notAll: (looked) => `Der er søgt i de ${danishCount(looked)} nyeste runder.`,
    },
  },

  en: {
    needs: 'Needs your decision',
    asksForTime: (until) => `Asks for more time: until ${englishDeadline(until)}`,
    approvalWaits: (name, days) => `The reply by ${name} has waited for approval for ${enDays(days)}`,
    decide: 'Decide',
    open: 'Open',
    choose: 'Choose the department in the list below to open it.',
    timeLeft: ({ hasPassed, workingDays }) => {
      if (hasPassed) return workingDays === 0 ? 'It has passed.' : `It passed ${enDays(workingDays)} ago.`;
      return workingDays === 0
        ? 'This is the last working day.'
        : `There ${workingDays === 1 ? 'is' : 'are'} ${enDays(workingDays)} left.`;
    },
    waitsForYou: 'Waits for you',
    reminded: (count, at) =>
      count === 1
        ? `Reminded ${englishDateTime(at)}`
        : `Reminded ${englishCount(count)} times, last ${englishDateTime(at)}`,
    notReminded: 'Not reminded yet',
    next: (at) => (at === 'now' ? 'the next reminder is being sent' : `next reminder ${englishDateTime(at)}`),
    noneComing: 'no more reminders',
    ownDeadline: (deadline) => `Has a deadline of its own: ${englishDeadline(deadline)}`,
    version: (number) => `version ${number}`,
    team: (name, count) => `${name ?? 'Other teams'} (${englishCount(count)})`,
    showAnswered: (count) => `Show or hide the ${englishCount(count)} who have replied`,
    back: 'Back to the overview',
    closeMessage: 'Close',
    messageClosed: () => ({ heading: 'Closed', text: 'You can go on from the overview.' }),
    messageStays: () => ({
      heading: 'Closed for you',
      text: 'The person who opened the card can still write in it.',
    }),
    messageNotClosed: () => ({
      heading: 'The message stays',
      text: 'It belongs to the round and cannot be closed.',
    }),
    remindAll: 'Remind all who are missing',
    notat: 'Notat',
    close: 'Close the round …',
    moveDeadline: 'Move the deadline',
    summary: (title, answered, total) =>
      withTitle(title, (short) => `The round “${short}”: ${answered} of ${total} have replied`),
    remindingAll: {
      heading: 'Remind all who are missing',
      nobodyHeading: 'Nobody is reminded now',
      willBeReminded: (count) =>
        `${capitalised(englishDepartments(count))} ${count === 1 ? 'gets' : 'get'} a reminder now`,
      wereReminded: (count) =>
        count === 0
          ? 'Nobody has been reminded.'
          : `${capitalised(englishDepartments(count))} ${count === 1 ? 'has' : 'have'} been reminded.`,
      today: 'Have been reminded today already',
      waiting: 'Wait for your decision, and get no reminder',
      withoutCard: 'Have not got the card. Open the department to send it again',
      unreadable: 'Cannot be read',
      send: (count) => `Send ${count === 1 ? 'one reminder' : `${englishCount(count)} reminders`}`,
    },
    list: {
      openHeading: 'Open rounds',
      heading: 'Rounds',
      none: 'There are no rounds yet. Write new round to start one.',
      noneFound: 'No round has those words in its title.',
      state: (state, deadline) => {
        switch (state) {
          case 'planned':
            return `Planned, deadline ${englishDeadline(deadline)}`;
          case 'closing':
            return `Being closed, deadline ${englishDeadline(deadline)}`;
          case 'reopening':
            return `Being reopened, deadline ${englishDeadline(deadline)}`;
          case 'starting':
            return `Being started, deadline ${englishDeadline(deadline)}`;
          case 'withdrawing':
            return 'Being withdrawn';
          case 'withdrawn':
            return 'Withdrawn';
          default:
            return `Open, deadline ${englishDeadline(deadline)}`;
        }
      },
      closed: (at, finals) => `Closed ${englishDateTime(at)}${finals > 1 ? `, final notat no. ${finals}` : ''}`,
      progress: (answered, total, needs) =>
        [
          `${answered} of ${total} have replied`,
          ...(needs === 0 ? [] : [`${englishCount(needs)} ${needs === 1 ? 'matter waits' : 'matters wait'} for you`]),
        ].join(', '),
      round: (number, title) => `${number}: ${title}`,
      open: (number) => `Open round ${number}`,
      fetchNotat: (number) => `Fetch the notat of round ${number}`,
      search: 'Search the titles of the rounds',
      searchPlaceholder: 'Such as 2024',
      find: 'Search',
      older: 'Older rounds',
      newest: 'Newest rounds',
      notAll: (looked) => `The ${englishCount(looked)} newest rounds were searched.`,
    },
  },
};
