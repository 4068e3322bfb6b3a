import type { Language } from '../../domain/language.js';

/** What can be written to the bot. */
export interface HelpWords {
  readonly heading: string;
  readonly intro: string;
  /** What can be written, and what that does. */
  readonly commands: readonly { readonly command: string; readonly does: string }[];
  readonly departments: string;
}

export const helpWords: Readonly<Record<Language, HelpWords>> = {
  da: {
    heading: 'Det kan Notatbot',
    intro: 'Notatbot spørger fagområderne, samler svarene og skriver notatet. Skriv @Notatbot og en af disse:',
    commands: [
      { command: 'tilknyt Socialområdet', does: 'knytter kanalen til et fagområde (skriv fagområdets eget navn)' },
      { command: 'tilknyt sekretariatet', does: 'knytter kanalen til sekretariatet' },
      {
        command: 'chef @navn',
        does: 'vælger, hvem der må sende fagområdets svar; nævn gerne flere (i et fagområdes kanal)',
      },
      { command: 'sprog engelsk', does: 'skriver kanalens kort på engelsk (i et fagområdes kanal)' },
      { command: 'sprog dansk', does: 'skriver dem på dansk igen (i et fagområdes kanal)' },
      { command: 'frakobl', does: 'kobler kanalen fra' },
      {
        command: 'ny runde',
        does: 'planlægger en runde; intet sendes, før du trykker på Start runden (kun i sekretariatets kanal)',
      },
      { command: 'status', does: 'viser, hvem der har svaret (kun i sekretariatets kanal)' },
      { command: 'notat', does: 'giver notatet, som det ser ud nu (kun i sekretariatets kanal)' },
      {
        command: 'afslut',
        does: 'afslutter runden, så notatet bliver endeligt; først ser du, hvem der mangler (kun i sekretariatets kanal)',
      },
      { command: 'versioner', does: 'viser svarets versioner, og hvad der er ændret (i et fagområdes kanal)' },
      { command: 'hjælp', does: 'viser denne oversigt' },
    ],
    departments: 'Fagområder svarer i feltet på det kort, de får i deres kanal, ikke i tråden.',
  },

  en: {
    heading: 'What Notatbot can do',
    intro:
      'Notatbot asks the departments, collects their replies and writes the notat. Write @Notatbot and one of these:',
    commands: [
      {
        command: 'register Social Services',
        does: 'gives the channel to a department (write the department’s own name)',
      },
      { command: 'register secretariat', does: 'gives the channel to the secretariat' },
      {
        command: 'head @name',
        does: 'chooses who may send the department’s reply; you may mention several (in a department’s channel)',
      },
      { command: 'language english', does: 'writes the channel’s cards in English (in a department’s channel)' },
      { command: 'language danish', does: 'writes them in Danish again (in a department’s channel)' },
      { command: 'unregister', does: 'unregisters the channel' },
      {
        command: 'new round',
        does: 'plans a round; nothing is sent before you press Start the round (only in the secretariat’s channel)',
      },
      { command: 'status', does: 'shows who has replied (only in the secretariat’s channel)' },
      { command: 'notat', does: 'gives the notat as it stands (only in the secretariat’s channel)' },
      {
        command: 'close',
        does: 'closes the round, so that the notat is final; first you see who is missing (only in the secretariat’s channel)',
      },
      { command: 'versions', does: 'shows the reply’s versions and what changed (in a department’s channel)' },
      { command: 'help', does: 'shows this list' },
    ],
    departments: 'Departments reply in the field on the card they get in their channel, not in the thread.',
  },
};
