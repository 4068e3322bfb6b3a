import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';

/** The page that is shown when a link cannot give a notat. */
export interface DownloadWords {
  readonly expired: Notice;
  readonly invalid: Notice;
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
      text: 'Gå til kortet i Teams, og tryk på Nyt link, eller skriv @Notatbot notat i sekretariatets kanal.',
    },
    invalid: {
      heading: 'Linket virker ikke',
      text: 'Adressen er ikke hel, eller den er ændret. Gå til kortet i Teams, og hent notatet derfra.',
    },
    tooMany: {
      heading: 'For mange forsøg lige nu',
      text: 'Vent et minut, og følg linket igen. Er det udløbet imens, så tryk på Nyt link på kortet i Teams.',
    },
    unreadable: {
      heading: 'Notatet kan ikke læses',
      text: 'Noget af det, som filen laves af, kan ikke læses. Det hjælper ikke at prøve igen. Kontakt den it-ansvarlige, som kan se hvorfor.',
    },
    unfit: {
      heading: 'Notatet kan ikke skrives i skabelonen',
      text: 'Skabelonen ville efterlade noget i notatet, som ikke hører til der. Send Notatbot en rettet skabelon i en personlig chat, eller skriv skabelon standard dér, og lav notatet igen.',
    },
    failed: {
      heading: 'Filen kunne ikke laves lige nu',
      text: 'Vent et øjeblik, og følg linket igen. Er det udløbet imens, så tryk på Nyt link på kortet i Teams. Bliver det ved, så kontakt den it-ansvarlige.',
    },
  },

  en: {
    expired: {
      heading: 'The link has expired',
      text: 'Go to the card in Teams and press New link, or write @Notatbot notat in the secretariat’s channel.',
    },
    invalid: {
      heading: 'The link does not work',
      text: 'The address is incomplete, or has been changed. Go to the card in Teams and get the notat from there.',
    },
    tooMany: {
      heading: 'Too many attempts right now',
      text: 'Wait a minute and follow the link again. If it has expired meanwhile, press New link on the card in Teams.',
    },
    unreadable: {
      heading: 'The notat cannot be read',
      text: 'Something that the file is made of cannot be read. Trying again does not help. Contact whoever runs the bot, who can see why.',
    },
    unfit: {
      heading: 'The notat cannot be written in the template',
      text: 'The template would leave something in the notat that does not belong there. Send Notatbot a corrected template in a personal chat, or write template default there, and make the notat again.',
    },
    failed: {
      heading: 'The file could not be made right now',
      text: 'Wait a moment and follow the link again. If it has expired meanwhile, press New link on the card in Teams. If it keeps happening, contact whoever runs the bot.',
    },
  },
};
