import type { Language } from '../../domain/language.js';
import type { CommentProblem } from '../../domain/reply/comment.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';

/** An edit of a department's text that the secretariat proposes: what both sides are shown of it. */
export interface EditWords {
  /** Over the edit on the department's card. */
  readonly heading: string;
  from(name: string, at: Date): string;
  /** How the changes are marked. */
  readonly legend: string;
  /** Says that the card has no room for the whole edit. */
  readonly more: string;
  readonly accept: string;
  /** The label of the field for why the department keeps its own text. */
  readonly line: string;
  readonly dismiss: string;
  /** The edit is not the one that the card showed, or there is none any more. */
  gone(): Notice;
  /** The line beside it cannot be stored. */
  lineProblem(problem: CommentProblem): Notice;
  /** The button on the secretariat's card about the department, and the form that it opens. */
  readonly open: string;
  readonly field: string;
  readonly propose: string;
  readonly onBehalf: string;
  readonly same: string;
  /** A client without dialogs has no place for the form where the channel does not see the reply. */
  needsDialog(): Notice;
  /** What a dialog says before it closes. */
  proposed(): Notice;
  /** On the secretariat's card: that the edit waits, or that the department keeps its text. */
  waits(name: string, at: Date): string;
  dismissed(name: string, at: Date, line: string): string;
}

export const editWords: Readonly<Record<Language, EditWords>> = {
  da: {
    heading: 'Sekretariatet foreslår en rettelse',
    from: (name, at) => `${name}, ${danishDateTime(at)}. Jeres egen tekst gælder, til I godkender.`,
    legend: 'Det understregede kommer til, og det gennemstregede tages ud.',
    more: 'Der er ikke plads til hele rettelsen her. Tryk på Ret svar for at se jeres tekst.',
    accept: 'Godkend rettelsen',
    line: 'Hvorfor skal teksten blive, som den er? (kan udelades)',
    dismiss: 'Behold jeres tekst',
    gone: () => ({
      heading: 'Forslaget er ikke det samme længere',
      text: 'Kortet viser om et øjeblik, hvordan det ser ud nu.',
    }),
    lineProblem: (problem) => ({ heading: 'Ikke gemt endnu', text: danishCommentProblem(problem, 'Linjen') }),
    open: 'Foreslå en rettelse',
    field: 'Fagområdets tekst, som den bør være',
    propose: 'Send forslaget',
    onBehalf: 'Ret på fagområdets vegne',
    needsDialog: () => ({
      heading: 'Rettelsen kan ikke skrives her',
      text: 'Svaret indeholder et CPR-nummer og må ikke stå, hvor hele kanalen kan læse det. Derfor rettes det i et vindue, og det kan den udgave af Teams, du bruger, ikke vise. Intet er ændret. Tryk på knappen i Teams på en computer eller i en browser, eller send svaret tilbage med en kommentar.',
    }),
    proposed: () => ({
      heading: 'Rettelsen er foreslået',
      text: 'Fagområdet ser den på sit kort og tager stilling til den.',
    }),
    same: 'Teksten er den samme som fagområdets. Ret den, før forslaget sendes.',
    waits: (name, at) => `Rettelse foreslået af ${name}, ${danishDateTime(at)}. Fagområdet har ikke svaret på den.`,
    dismissed: (name, at, line) =>
      `Fagområdet beholder sin tekst: ${name}, ${danishDateTime(at)}${line === '' ? '.' : `: ${line}`}`,
  },

  en: {
    heading: 'The secretariat suggests a correction',
    from: (name, at) => `${name}, ${englishDateTime(at)}. Your own text stands until you accept.`,
    legend: 'What is underlined is added, and what is struck out is taken away.',
    more: 'There is no room for the whole correction here. Press Correct reply to see your text.',
    accept: 'Accept the correction',
    line: 'Why should the text stay as it is? (optional)',
    dismiss: 'Keep your text',
    gone: () => ({
      heading: 'The suggestion is no longer the same',
      text: 'In a moment the card shows how it is now.',
    }),
    lineProblem: (problem) => ({ heading: 'Not stored yet', text: englishCommentProblem(problem, 'line') }),
    open: 'Suggest a correction',
    field: 'The department’s text as it should be',
    propose: 'Send the suggestion',
    onBehalf: 'Correct on the department’s behalf',
    needsDialog: () => ({
      heading: 'The correction cannot be written here',
      text: 'The reply has a CPR number in it and must not stand where the whole channel can read it. So it is corrected in a window, which the version of Teams that you use cannot show. Nothing has been changed. Press the button in Teams on a computer or in a browser, or send the reply back with a comment.',
    }),
    proposed: () => ({
      heading: 'The edit has been proposed',
      text: 'The department sees it on its card, and decides.',
    }),
    same: 'The text is the same as the department’s. Change it before you send the suggestion.',
    waits: (name, at) =>
      `Correction suggested by ${name}, ${englishDateTime(at)}. The department has not replied to it.`,
    dismissed: (name, at, line) =>
      `The department keeps its text: ${name}, ${englishDateTime(at)}${line === '' ? '.' : `: ${line}`}`,
  },
};
