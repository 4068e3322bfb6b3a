import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';
import { danishNumber, englishNumber } from '../number-words.js';

/** Why no round can be started, answered or shown. */
export interface RoundNotices {
  notAskedYet(): Notice;
  /** Every round that asks the department is closed. */
  noOpenRound(): Notice;
  noDepartments(): Notice;
  /** There are more departments than the round form has room for. */
  tooManyDepartments(count: number, max: number): Notice;
  noRound(): Notice;
  unknownRound(): Notice;
  /** Beside a pressed card, where what it opens is a message below it, in a thread or in a person's own chat. */
  sentBelow(isInChat: boolean): Notice;
  unknownNotat(): Notice;
}

export const roundNotices: Readonly<Record<Language, RoundNotices>> = {
  da: {
    notAskedYet: () => ({
      heading: 'Fagområdet er ikke spurgt endnu',
      text: 'Kortet kommer her i kanalen, når sekretariatet starter en runde.',
    }),
    noOpenRound: () => ({
      heading: 'Der er ingen åben runde',
      text: 'De runder, I er blevet spurgt i, er afsluttet. Kortet kommer her i kanalen, når sekretariatet starter en ny. Intet er gemt.',
    }),
    noDepartments: () => ({
      heading: 'Der er ingen fagområder endnu',
      text: 'Skriv @Notatbot tilknyt og fagområdets navn i hvert fagområdes kanal, og prøv så igen.',
    }),
    tooManyDepartments: (count, max) => ({
      heading: 'Der er for mange fagområder',
      text: `${danishNumber(count)} fagområder er tilknyttet, og formularen har plads til ${danishNumber(max)}. Skriv @Notatbot frakobl i kanalerne hos dem, der ikke skal spørges denne gang, og skriv så @Notatbot ny runde igen. Når runden er startet, kan de tilknyttes igen.`,
    }),
    noRound: () => ({
      heading: 'Der er ingen runde endnu',
      text: 'Skriv @Notatbot ny runde for at spørge fagområderne.',
    }),
    sentBelow: (isInChat) => ({
      heading: `Se nederst i ${isInChat ? 'chatten' : 'tråden'}`,
      text: 'Det, du har bedt om, står dér i en besked for sig.',
    }),
    unknownRound: () => ({
      heading: 'Runden findes ikke',
      text: 'Kortet hører ikke til en runde fra denne kanal. Skriv @Notatbot ny runde for at begynde forfra.',
    }),
    unknownNotat: () => ({
      heading: 'Notatet findes ikke',
      text: 'Skriv @Notatbot notat for at få det, som det ser ud nu.',
    }),
  },

  en: {
    notAskedYet: () => ({
      heading: 'The department has not been asked yet',
      text: 'The card comes here in the channel when the secretariat starts a round.',
    }),
    noOpenRound: () => ({
      heading: 'There is no open round',
      text: 'The rounds in which you were asked are closed. The card comes here in the channel when the secretariat starts a new one. Nothing has been stored.',
    }),
    noDepartments: () => ({
      heading: 'There are no departments yet',
      text: 'Write @Notatbot register and the department’s name in each department’s channel, then try again.',
    }),
    tooManyDepartments: (count, max) => ({
      heading: 'There are too many departments',
      text: `${englishNumber(count)} departments are registered, and the form has room for ${englishNumber(max)}. Write @Notatbot unregister in the channels of those that are not to be asked this time, and then write @Notatbot new round again. Once the round has started, they can be registered again.`,
    }),
    noRound: () => ({ heading: 'There is no round yet', text: 'Write @Notatbot new round to ask the departments.' }),
    sentBelow: (isInChat) => ({
      heading: `See the bottom of the ${isInChat ? 'chat' : 'thread'}`,
      text: 'What you asked for is there, in a message of its own.',
    }),
    unknownRound: () => ({
      heading: 'There is no such round',
      text: 'The card does not belong to a round of this channel. Write @Notatbot new round to begin again.',
    }),
    unknownNotat: () => ({ heading: 'There is no such notat', text: 'Write @Notatbot notat to get it as it stands.' }),
  },
};
