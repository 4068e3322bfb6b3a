import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';

/** The bot's personal chat with one person. */
export interface PersonalWords {
  /** The description of the notat's file, where Teams asks whether to save it. */
  readonly notatFile: string;
  notUnderstood(): Notice;
  noRound(): Notice;
  onlyWord(): Notice;
  oneFile(): Notice;
  notFetched(): Notice;
  uploadFailed(): Notice;
  unknownFile(): Notice;
  /** The person did not want the file where Teams would put it. */
  declined(): Notice;
  /** The same, with a link instead. @param minutes how long the link holds */
  declinedWithLink(url: string, minutes: number): Notice;
  /** The link that was asked for. @param fileIs as in `TemplateWords` */
  link(fileIs: string, url: string, minutes: number): Notice;
}

export const personalWords: Readonly<Record<Language, PersonalWords>> = {
  da: {
    notatFile: 'Notatet som Word-dokument. Kan du ikke gemme filen, så afvis den. Så får du et link i stedet.',
    notUnderstood: () => ({
      heading: 'Det forstod jeg ikke',
      text: 'Her i chatten kan du få notatet, skifte skabelon og vælge, hvor du får besked. Skriv hjælp for at se hvordan. Svar på en runde gives på kortet i fagområdets kanal.',
    }),
    noRound: () => ({
      heading: 'Der er ingen runde endnu',
      text: 'Skriv @Notatbot ny runde i sekretariatets kanal for at spørge fagområderne.',
    }),
    onlyWord: () => ({
      heading: 'Det er ikke et Word-dokument (.docx)',
      text: 'Her i chatten kan du sende en skabelon til notatet. Intet er ændret. Åbn filen i Word, gem den som Word-dokument (.docx), og send den igen. Mangler du en at begynde med, så skriv skabelon.',
    }),
    oneFile: () => ({
      heading: 'Send én fil ad gangen',
      text: 'Intet er ændret. Send kun den skabelon, der skal bruges.',
    }),
    notFetched: () => ({
      heading: 'Filen kunne ikke hentes',
      text: 'Intet er ændret. Send filen igen om lidt. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    uploadFailed: () => ({
      heading: 'Filen blev ikke gemt',
      text: 'Den kunne ikke lægges i dine filer. Intet er gået tabt: Tryk igen på kortet, eller afvis filen for at få et link i stedet.',
    }),
    unknownFile: () => ({
      heading: 'Filen findes ikke',
      text: 'Kortet hører ikke til en fil, jeg kan give dig. Skriv notat for at få notatet, som det ser ud nu, eller skabelon for at få skabelonen.',
    }),
    declined: () => ({
      heading: 'Filen er ikke gemt',
      text: 'Skriv notat, når du vil have notatet, eller skabelon, når du vil have skabelonen.',
    }),
    declinedWithLink: (url, minutes) => ({
      heading: 'Filen er ikke gemt',
      text: `Vil du have den alligevel, kan du hente den her. Linket virker i ${minutes} minutter. Skriv notat eller skabelon, når du vil have filen igen.`,
      link: { title: 'Hent filen', url },
    }),
    link: (fileIs, url, minutes) => ({
      heading: 'Hent filen med et link',
      text: `${fileIs}.\nLinket åbner i din browser og virker i ${minutes} minutter. Det er dit eget: Send det ikke videre.`,
      link: { title: 'Hent filen', url },
    }),
  },

  en: {
    notatFile: 'The notat as a Word document. If you cannot save the file, decline it, and you get a link instead.',
    notUnderstood: () => ({
      heading: 'I did not understand that',
      text: 'In this chat you can get the notat, change the template and choose where you are told of things. Write help to see how. Replies to a round are given on the card in the department’s channel.',
    }),
    noRound: () => ({
      heading: 'There is no round yet',
      text: 'Write @Notatbot new round in the secretariat’s channel to ask the departments.',
    }),
    onlyWord: () => ({
      heading: 'That is not a Word document (.docx)',
      text: 'In this chat you can send a template for the notat. Nothing has changed. Open the file in Word, save it as a Word document (.docx), and send it again. If you need one to begin with, write template.',
    }),
    oneFile: () => ({
      heading: 'Send one file at a time',
      text: 'Nothing has changed. Send only the template that is to be used.',
    }),
    notFetched: () => ({
      heading: 'The file could not be fetched',
      text: 'Nothing has changed. Send the file again in a moment. If it keeps happening, tell your IT department.',
    }),
    uploadFailed: () => ({
      heading: 'The file was not saved',
      text: 'It could not be put among your files. Nothing is lost: press the card again, or decline the file to get a link instead.',
    }),
    unknownFile: () => ({
      heading: 'There is no such file',
      text: 'The card does not belong to a file that I can give you. Write notat to get the notat as it stands now, or template to get the template.',
    }),
    declined: () => ({
      heading: 'The file has not been saved',
      text: 'Write notat when you want the notat, or template when you want the template.',
    }),
    declinedWithLink: (url, minutes) => ({
      heading: 'The file has not been saved',
      text: `If you want it all the same, you can get it here. The link works for ${minutes} minutes. Write notat or template when you want the file again.`,
      link: { title: 'Get the file', url },
    }),
    link: (fileIs, url, minutes) => ({
      heading: 'Get the file with a link',
      text: `${fileIs}.\nThe link opens in your browser, and works for ${minutes} minutes. It is your own: do not pass it on.`,
      link: { title: 'Get the file', url },
    }),
  },
};
