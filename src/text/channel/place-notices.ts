import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';

/** Who the bot is, and what people can do in which place. */
export interface PlaceNotices {
  /** @param channel the name of the secretariat's channel, where it is known */
  welcome(hasSecretariat: boolean, channel: string | undefined): Notice;
  welcomePersonal(): Notice;
  /** @param isRegistered whether the channel is a department's or the secretariat's */
  notUnderstood(isRegistered: boolean): Notice;
  onlyDepartments(): Notice;
}

export const placeNotices: Readonly<Record<Language, PlaceNotices>> = {
  da: {
    welcome: (hasSecretariat, channel) => ({
      heading: 'Goddag, jeg er Notatbot',
      text: `Jeg samler fagområdernes svar på et spørgsmål til ét notat. ${
        hasSecretariat
          ? `Sekretariatet ${channel === undefined ? '' : `i kanalen ${channel} `}vælger, hvilke af teamets kanaler fagområderne skal svare i.`
          : 'Der er ikke noget sekretariat endnu: En administrator skriver @Notatbot opsætning i den kanal, der skal være sekretariatets.'
      } Skriv @Notatbot hjælp for at se, hvad jeg kan.`,
    }),
    welcomePersonal: () => ({
      heading: 'Goddag, jeg er Notatbot',
      text: 'Her i chatten kan sekretariatet få notatet som Word-dokument og skifte skabelon, og du kan få besked her, når noget venter på dig. Skriv hjælp for at se hvordan. Svar på en runde gives på kortet i fagområdets kanal.',
    }),
    notUnderstood: (isRegistered) => ({
      heading: 'Det forstod jeg ikke',
      text: isRegistered
        ? 'Skriv @Notatbot hjælp for at se, hvad jeg kan her. Svar på en runde gives på kortet i fagområdets kanal.'
        : 'Kanalen er ikke tilknyttet, så her er der ingen runde at svare på. Skriv @Notatbot hjælp for at se, hvad jeg kan her.',
    }),
    onlyDepartments: () => ({
      heading: 'Det hører til i et fagområdes kanal',
      text: 'Et svars versioner vises kun i fagområdets egen kanal.',
    }),
  },

  en: {
    welcome: (hasSecretariat, channel) => ({
      heading: 'Hello, I am Notatbot',
      text: `I collect the departments’ replies to a question into one notat. ${
        hasSecretariat
          ? `The secretariat ${channel === undefined ? '' : `in the channel ${channel} `}chooses in which of the team’s channels departments reply.`
          : 'There is no secretariat yet: an administrator writes @Notatbot setup in the channel that is to be the secretariat’s.'
      } Write @Notatbot help to see what I can do.`,
    }),
    welcomePersonal: () => ({
      heading: 'Hello, I am Notatbot',
      text: 'Here in the chat the secretariat can get the notat as a Word document and change its template, and you can be told here when something is waiting for you. Write help to see how. Rounds are answered on the card in the department’s channel.',
    }),
    notUnderstood: (isRegistered) => ({
      heading: 'I did not understand that',
      text: isRegistered
        ? 'Write @Notatbot help to see what I can do here. Rounds are answered on the card in the department’s channel.'
        : 'The channel is not registered, so there is no round to reply to here. Write @Notatbot help to see what I can do here.',
    }),
    onlyDepartments: () => ({
      heading: 'That belongs in a department’s channel',
      text: 'The versions of a reply are shown in the department’s own channel only.',
    }),
  },
};
