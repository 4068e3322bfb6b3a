import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';

/** Who the bot is, and what people can do in which place. */
export interface PlaceNotices {
  welcome(): Notice;
  welcomePersonal(): Notice;
  /** @param isRegistered whether the channel is a department's or the secretariat's */
  notUnderstood(isRegistered: boolean): Notice;
  onlyInChannels(): Notice;
  onlyDepartments(): Notice;
}

export const placeNotices: Readonly<Record<Language, PlaceNotices>> = {
  da: {
    welcome: () => ({
      heading: 'Goddag, jeg er Notatbot',
      text: 'Jeg samler fagområdernes svar til et notat. Skriv @Notatbot tilknyt sekretariatet i sekretariatets kanal og @Notatbot tilknyt med fagområdets navn i hvert fagområdes kanal. Skriv @Notatbot hjælp for at se resten.',
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
    onlyInChannels: () => ({
      heading: 'Det gøres i en kanal',
      text: 'I din egen chat med mig kan du få notatet og skifte skabelon. Skriv @Notatbot hjælp i en kanal for at se, hvad jeg kan dér.',
    }),
    onlyDepartments: () => ({
      heading: 'Det hører til i et fagområdes kanal',
      text: 'Et svars versioner vises kun i fagområdets egen kanal.',
    }),
  },

  en: {
    welcome: () => ({
      heading: 'Hello, I am Notatbot',
      text: 'I collect the departments’ replies into a notat. Write @Notatbot register secretariat in the secretariat’s channel, and @Notatbot register with the department’s name in each department’s channel. Write @Notatbot help to see the rest.',
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
    onlyInChannels: () => ({
      heading: 'That is done in a channel',
      text: 'In your own chat with me you can get the notat and change the template. Write @Notatbot help in a channel to see what I can do there.',
    }),
    onlyDepartments: () => ({
      heading: 'That belongs in a department’s channel',
      text: 'The versions of a reply are shown in the department’s own channel only.',
    }),
  },
};
