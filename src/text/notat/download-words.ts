import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';

/** The page that is shown when a link cannot give its file: a notat, or a template. */
export interface DownloadWords {
  readonly expired: Notice;
  readonly invalid: Notice;
  /** The person who got the link may not have templates any more. Until then, the link works for whoever has it. */
  readonly notAllowed: Notice;
  /** Too many from one address; this one may be all right. */
  readonly tooMany: Notice;
  /** Rows that the document is made from cannot be read. */
  readonly unreadable: Notice;
  /** The template would leave something in the document that does not belong there. */
  readonly unfit: Notice;
  /** The document could not be made this time. */
  readonly failed: Notice;
}

export const downloadWords: Readonly<Record<Language, DownloadWords>> = {
  da: {
    expired: {
      heading: 'Linket er udløbet',
      text: 'Gå til Teams, og bed om filen igen: Tryk på Nyt link på notatets kort, eller skriv notat eller skabelon til Notatbot.',
    },
    invalid: {
      heading: 'Linket virker ikke',
      text: 'Adressen er ikke hel, eller den er ændret. Gå til kortet i Teams, og hent filen derfra.',
    },
    notAllowed: {
      heading: 'Skabelonen er kun for sekretariatet',
      text: 'Linket virker kun, så længe den, der har fået det, er sekretær. Er du sekretær, så skriv skabelon til Notatbot i din egen chat, og hent filen derfra.',
    },
    tooMany: {
      heading: 'For mange forsøg lige nu',
      text: 'Vent et minut, og følg linket igen. Er det udløbet imens, så bed om filen igen i Teams.',
    },
    unreadable: {
      heading: 'Filen kan ikke laves',
      text: 'Noget af det, som filen laves af, kan ikke læses. Det hjælper ikke at prøve igen. Er det skabelonen, så skriv skabelon til Notatbot i en personlig chat, og tag en anden i brug. Ellers kan den it-ansvarlige se hvorfor.',
    },
    unfit: {
      heading: 'Notatet kan ikke skrives i skabelonen',
      text: 'Skabelonen ville efterlade noget i notatet, som ikke hører til der. Send Notatbot en rettet skabelon i en personlig chat, eller skriv skabelon standard dér, og lav notatet igen.',
    },
    failed: {
      heading: 'Filen kunne ikke laves lige nu',
      text: 'Vent et øjeblik, og følg linket igen. Er det udløbet imens, så bed om filen igen i Teams. Bliver det ved, så kontakt den it-ansvarlige.',
    },
  },

  en: {
    expired: {
      heading: 'The link has expired',
      text: 'Go to Teams and ask for the file again: press New link on the card of the notat, or write notat or template to Notatbot.',
    },
    invalid: {
      heading: 'The link does not work',
      text: 'The address is incomplete, or has been changed. Go to the card in Teams and get the file from there.',
    },
    notAllowed: {
      heading: 'The template is for the secretariat alone',
      text: 'The link only works while the person who got it is a secretary. If you are a secretary, write template to Notatbot in your own chat, and get the file from there.',
    },
    tooMany: {
      heading: 'Too many attempts right now',
      text: 'Wait a minute and follow the link again. If it has expired meanwhile, ask for the file again in Teams.',
    },
    unreadable: {
      heading: 'The file cannot be made',
      text: 'Something that the file is made of cannot be read. Trying again does not help. If it is the template, write template to Notatbot in a personal chat, and take another one into use. Otherwise whoever runs the bot can see why.',
    },
    unfit: {
      heading: 'The notat cannot be written in the template',
      text: 'The template would leave something in the notat that does not belong there. Send Notatbot a corrected template in a personal chat, or write template default there, and make the notat again.',
    },
    failed: {
      heading: 'The file could not be made right now',
      text: 'Wait a moment and follow the link again. If it has expired meanwhile, ask for the file again in Teams. If it keeps happening, contact whoever runs the bot.',
    },
  },
};
