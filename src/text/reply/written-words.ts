import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';
import { withTitle } from '../shortened.js';

/** The card that asks what a message in a department's channel is. It says nothing that can become untrue. */
export interface WrittenWords {
  readonly heading: string;
  readonly explain: string;
  /** The name of the field that carries the text. Clients do not draw it. */
  readonly field: string;
  readonly use: string;
  readonly ask: string;
  readonly dismiss: string;
  /** What a phone shows of the card. */
  summary(title: string): string;
  /** Stands in the place of the card once the message has become a question. */
  asked(): Notice;
  /** Stands in the place of the card where it cannot be taken away. */
  dismissed(): Notice;
  /** Why the text of a message is shown to nobody. */
  cprInMessage(): Notice;
}

export const writtenWords: Readonly<Record<Language, WrittenWords>> = {
  da: {
    heading: 'Er det et svar?',
    explain: 'Beskeden bliver ikke sendt af sig selv.',
    field: 'Beskeden',
    use: 'Brug som svar',
    ask: 'Spørg sekretariatet',
    dismiss: 'Det er ikke et svar',
    summary: (title) => withTitle(title, (short) => `Er beskeden et svar på ”${short}”?`),
    asked: () => ({
      heading: 'Spørgsmålet er sendt',
      text: 'Sekretariatet har fået beskeden. Spørgsmålet og svaret står på fagområdets kort.',
    }),
    dismissed: () => ({ heading: 'Kortet er lukket', text: 'Svar gives på fagområdets eget kort.' }),
    cprInMessage: () => ({
      heading: 'Der står vist et CPR-nummer i beskeden',
      text: 'Den rummer et CPR-nummer eller et tal, der ligner et. Intet er gemt. Slet beskeden, og skriv svaret uden tallet i feltet på fagområdets kort.',
    }),
  },

  en: {
    heading: 'Is that a reply?',
    explain: 'The message is not sent by itself.',
    field: 'The message',
    use: 'Use as reply',
    ask: 'Ask the secretariat',
    dismiss: 'It is not a reply',
    summary: (title) => withTitle(title, (short) => `Is the message a reply to “${short}”?`),
    asked: () => ({
      heading: 'The question has been sent',
      text: 'The secretariat has got the message. The question and its answer are on the department’s card.',
    }),
    dismissed: () => ({ heading: 'The card is closed', text: 'Replies are given on the department’s own card.' }),
    cprInMessage: () => ({
      heading: 'There seems to be a CPR number in the message',
      text: 'It holds a CPR number, or a number like one. Nothing has been stored. Delete the message, and write the reply without the number in the field on the department’s card.',
    }),
  },
};
