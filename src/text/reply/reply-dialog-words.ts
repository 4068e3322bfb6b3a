import type { Language } from '../../domain/language.js';
import type { ReplyProblem } from '../../domain/reply/reply.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';
import { danishNumber, englishNumber } from '../number-words.js';
import { requestWords } from './request-words.js';

/** The dialog with room to write. It belongs to one person, so it says *du* where the request card says *I*. */
export interface ReplyDialogWords {
  /** The title of the window where it is not known which department it is about. */
  readonly title: string;
  titleOf(department: string): string;
  /** The button on the request card. */
  readonly open: string;
  readonly heading: string;
  readonly field: string;
  readonly saveOwn: string;
  readonly preview: string;
  readonly tryAgain: string;
  /** Says that the text in the field is kept for its person and not sent. */
  own(at: Date): string;
  /** Says that the text in the field comes from the card's field. */
  readonly fromCard: string;
  /** How much room there is. It is counted when the dialog is drawn. */
  room(length: number, max: number): string;
  previous(title: string): string;
  /** The heading over the row of the notat, and what updates it. */
  readonly row: string;
  readonly rowHint: string;
  /** Says how much of the row there is no room to show. */
  rowMore(shown: number, total: number): string;
  /** Why there is no row to show. */
  readonly noRow: string;
  problem(problem: ReplyProblem): string;
  /** What others have done since the text was begun. Their text stands below. */
  answeredSince(name: string, at: Date): string;
  proposedSince(name: string, at: Date): string;
  /** Says that the person has another draft of their own, which stands below. */
  otherOwn(at: Date): string;
  /** The same, after a press that would have overwritten it. */
  ownOvertaken(at: Date): string;
  saved(): Notice;
  /** Above what is wrong with a text that was to be kept. */
  readonly notKept: string;
  /** Says where the answer is to be seen. */
  readonly onTheCard: string;
  /** The card says how it stands. */
  seeCard(): Notice;
  /** The client has pressed the button without asking for a dialog. */
  notHere(): Notice;
}

export const replyDialogWords: Readonly<Record<Language, ReplyDialogWords>> = {
  da: {
    title: 'Skriv i stort felt',
    titleOf: (department) => `Svar fra ${department}`,
    open: 'Skriv i stort felt',
    heading: 'Svar til sekretariatet',
    field: 'Svar',
    saveOwn: 'Gem min kladde',
    preview: 'Vis rækken',
    tryAgain: 'Prøv igen',
    own: (at) => `Din kladde, ikke sendt: ${danishDateTime(at)}. Kun du kan se den.`,
    fromCard: 'Teksten kommer fra kortet og er ikke sendt.',
    room: (length, max) =>
      length === 0
        ? `Der er plads til ${danishNumber(max)} tegn.`
        : `Teksten fylder ${danishNumber(length)} af ${danishNumber(max)} tegn. Tallet er fra sidste tryk på en knap.`,
    previous: (title) => `Fagområdets svar i ”${title}”`,
    row: 'Sådan kommer rækken til at stå i notatet',
    rowHint: 'Tryk på Vis rækken for at se den med det, du har skrevet nu.',
    rowMore: (shown, total) => `Her vises ${danishNumber(shown)} af rækkens ${danishNumber(total)} afsnit.`,
    noRow: 'Skriv svaret, og tryk på Vis rækken for at se, hvordan den kommer til at stå.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'Feltet er tomt. Skriv svaret først.';
        case 'unintelligible':
          return 'Der er ingen ord i svaret. Skriv det med almindelige ord. Svaret er ikke gemt endnu.';
        default:
          return requestWords.da.problem(problem);
      }
    },
    answeredSince: (name, at) =>
      `${name} har svaret for fagområdet (${danishDateTime(at)}). Svaret står herunder og gælder, indtil du sender teksten i feltet i stedet.`,
    proposedSince: (name, at) =>
      `${name} har skrevet et svar (${danishDateTime(at)}), som afventer godkendelse. Det står herunder. Send, hvis teksten i feltet skal gælde i stedet.`,
    otherOwn: (at) =>
      `Du har også en kladde, som du gemte ${danishDateTime(at)}. Den står herunder. Gemmer du igen, kommer teksten i feltet i stedet for den.`,
    ownOvertaken: (at) =>
      `Kladden er ikke gemt: Du har gemt en anden i mellemtiden (${danishDateTime(at)}). Den står herunder. Gem igen, hvis teksten i feltet skal gælde i stedet.`,
    saved: () => ({
      heading: 'Din kladde er gemt',
      text: 'Skriv videre, eller luk vinduet, og åbn det igen fra kortet.',
    }),
    notKept: 'Kladden er ikke gemt',
    onTheCard: 'Kortet i kanalen viser det.',
    seeCard: () => ({
      heading: 'Det har ændret sig i mellemtiden',
      text: 'Kortet i kanalen viser, hvordan det står nu.',
    }),
    notHere: () => ({
      heading: 'Det store felt kan ikke åbnes her',
      text: 'Skriv i feltet på kortet i stedet. Det kan det samme, og teksten står der stadig.',
    }),
  },

  en: {
    title: 'Write in a large field',
    titleOf: (department) => `Reply from ${department}`,
    open: 'Write in a large field',
    heading: 'Reply to the secretariat',
    field: 'Reply',
    saveOwn: 'Save my draft',
    preview: 'Show the row',
    tryAgain: 'Try again',
    own: (at) => `Your draft, not sent: ${englishDateTime(at)}. Only you can see it.`,
    fromCard: 'The text comes from the card and has not been sent.',
    room: (length, max) =>
      length === 0
        ? `There is room for ${englishNumber(max)} characters.`
        : `The text takes ${englishNumber(length)} of ${englishNumber(max)} characters, counted when a button was last pressed.`,
    previous: (title) => `The department’s reply in “${title}”`,
    row: 'This is how the row will stand in the notat',
    rowHint: 'Press Show the row to see it with what you have written now.',
    rowMore: (shown, total) =>
      `${englishNumber(shown)} of the row’s ${englishNumber(total)} paragraphs are shown here.`,
    noRow: 'Write the reply and press Show the row to see how it will stand.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'The field is empty. Write the reply first.';
        case 'unintelligible':
          return 'There are no words in the reply. Write it as ordinary text. It has not been stored yet.';
        default:
          return requestWords.en.problem(problem);
      }
    },
    answeredSince: (name, at) =>
      `${name} has replied for the department (${englishDateTime(at)}). The reply is shown below and counts until you send the text in the field instead.`,
    proposedSince: (name, at) =>
      `${name} has written a reply (${englishDateTime(at)}), which awaits approval. It is shown below. Send if the text in the field is to count instead.`,
    otherOwn: (at) =>
      `You also have a draft that you saved on ${englishDateTime(at)}. It is shown below. If you save again, the text in the field takes its place.`,
    ownOvertaken: (at) =>
      `The draft has not been saved: you have saved another in the meantime (${englishDateTime(at)}). It is shown below. Save again if the text in the field is to count instead.`,
    saved: () => ({
      heading: 'Your draft has been saved',
      text: 'Write on, or close the window and open it again from the card.',
    }),
    notKept: 'The draft has not been saved',
    onTheCard: 'The card in the channel shows it.',
    seeCard: () => ({
      heading: 'It has changed in the meantime',
      text: 'The card in the channel shows how it stands now.',
    }),
    notHere: () => ({
      heading: 'The large field cannot be opened here',
      text: 'Write in the field on the card instead. It can do the same, and the text is still there.',
    }),
  },
};
