import type { Language } from '../domain/language.js';
import type { Notice } from './notice.js';
import { danishNumber, englishNumber } from './number-words.js';

/** Why the bot could not handle something that came in, with one sentence for each cause: docs/refusals.md. */
export interface RefusalWords {
  aBot(): Notice;
  unknownPerson(): Notice;
  personOfAnotherTenant(): Notice;
  groupChat(): Notice;
  unknownPlace(): Notice;
  noTenant(): Notice;
  noActivityId(): Notice;
  pressNotRead(): Notice;
  fileLost(): Notice;
  messageTooLong(length: number, max: number): Notice;
  /** Files that came with a message; the rest of the message is handled. */
  filesNotRead(): Notice;
  /** The same in the secretariat's channel, where a file may be a template. */
  templateNotRead(): Notice;
}

export const refusalWords: Readonly<Record<Language, RefusalWords>> = {
  da: {
    aBot: () => ({
      heading: 'Jeg svarer ikke andre bots',
      text: 'Jeg kan kun hjælpe mennesker, der er logget på Teams. Intet er gemt. Det siger jeg kun denne ene gang.',
    }),
    unknownPerson: () => ({
      heading: 'Jeg kan ikke se, hvem du er',
      text: 'Jeg kan kun hjælpe dem, der er logget på Teams med en konto i organisationen, og altså ikke gæster uden konto. Intet er gemt. Bed en kollega i kanalen om at gøre det.',
    }),
    personOfAnotherTenant: () => ({
      heading: 'Du er her fra en anden organisation',
      text: 'Jeg kan kun tage imod noget fra dem, der har en konto i den organisation, som teamet hører til, eller er inviteret som gæst i den. Intet er gemt. Bed en af dem om at gøre det.',
    }),
    groupChat: () => ({
      heading: 'Jeg hører til i kanaler',
      text: 'Det her er en gruppechat, og her kan jeg ikke hjælpe. Intet er gemt. Skriv til mig i sekretariatets eller et fagområdes kanal.',
    }),
    unknownPlace: () => ({
      heading: 'Jeg kan ikke se, hvor du skriver fra',
      text: 'Teams fortæller ikke, hvilken kanal eller chat det kom fra. Intet er gemt. Prøv igen i kanalen. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    noTenant: () => ({
      heading: 'Jeg kan ikke se, hvilken organisation det kommer fra',
      text: 'Det fortæller Teams ikke. Intet er gemt. Prøv igen. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    noActivityId: () => ({
      heading: 'Det kom ikke helt frem',
      text: 'Noget af det, Teams skulle sende, mangler. Intet er gemt. Send det igen.',
    }),
    pressNotRead: () => ({
      heading: 'Dit tryk kom ikke frem',
      text: 'Kortet sendte ikke det, det skulle. Intet er gemt; din tekst står stadig i feltet. Tryk igen. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    fileLost: () => ({
      heading: 'Der kom ingen fil',
      text: 'Beskeden var tom, da den nåede frem. Var det en fil, så giv den et kort navn uden særlige tegn, og send den igen. Intet er ændret.',
    }),
    messageTooLong: (length, max) => ({
      heading: 'Beskeden er for lang',
      text: `Den er på ${danishNumber(length)} tegn, og jeg kan højst læse ${danishNumber(max)} ad gangen. Intet er gemt. Forkort den, eller skriv svaret i feltet på kortet.`,
    }),
    filesNotRead: () => ({
      heading: 'Filen kom ikke med',
      text: 'Jeg kan kun tage imod tekst her, så filer og billeder i beskeden er ikke med i svaret. Skriv det vigtigste som tekst, eller send filen til sekretariatet.',
    }),
    templateNotRead: () => ({
      heading: 'Filen kom ikke med',
      text: 'I en kanal kan jeg kun tage imod tekst. Er det en skabelon til notatet, så send den i din egen chat med mig.',
    }),
  },

  en: {
    aBot: () => ({
      heading: 'I do not answer other bots',
      text: 'I can only help people who are signed in to Teams. Nothing has been stored. I say this only once.',
    }),
    unknownPerson: () => ({
      heading: 'I cannot see who you are',
      text: 'I can only help those who are signed in to Teams with an account of the organisation, so not guests without an account. Nothing has been stored. Ask a colleague in the channel to do it.',
    }),
    personOfAnotherTenant: () => ({
      heading: 'You are here from another organisation',
      text: 'I can only take something from people who have an account in the organisation that the team belongs to, or are invited to it as guests. Nothing has been stored. Ask one of them to do it.',
    }),
    groupChat: () => ({
      heading: 'I belong in channels',
      text: 'This is a group chat, and I cannot help here. Nothing has been stored. Write to me in the secretariat’s or a department’s channel.',
    }),
    unknownPlace: () => ({
      heading: 'I cannot see where you write from',
      text: 'Teams does not say which channel or chat this came from. Nothing has been stored. Try again in the channel. If it keeps happening, tell your IT department.',
    }),
    noTenant: () => ({
      heading: 'I cannot see which organisation this comes from',
      text: 'Teams does not say. Nothing has been stored. Try again. If it keeps happening, tell your IT department.',
    }),
    noActivityId: () => ({
      heading: 'This did not arrive whole',
      text: 'Something that Teams should have sent is missing. Nothing has been stored. Send it again.',
    }),
    pressNotRead: () => ({
      heading: 'Your press did not arrive',
      text: 'The card did not send what it should. Nothing has been stored; your text is still in the field. Press again. If it keeps happening, tell your IT department.',
    }),
    fileLost: () => ({
      heading: 'No file arrived',
      text: 'The message was empty when it arrived. If it was a file, give it a short name without special characters and send it again. Nothing has been changed.',
    }),
    messageTooLong: (length, max) => ({
      heading: 'The message is too long',
      text: `It has ${englishNumber(length)} characters, and I can read at most ${englishNumber(max)} at a time. Nothing has been stored. Shorten it, or write the reply in the field on the card.`,
    }),
    filesNotRead: () => ({
      heading: 'The file did not come along',
      text: 'I can only take text here, so files and pictures in the message are not in the reply. Write what matters as text, or send the file to the secretariat.',
    }),
    templateNotRead: () => ({
      heading: 'The file did not come along',
      text: 'I can only take text in a channel. If it is a template for the notat, send it in your own chat with me.',
    }),
  },
};
