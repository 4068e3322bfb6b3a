import type { Language } from '../domain/language.js';
import type { Notice } from './notice.js';

/** Notices about failures, unreadable rows, and too many messages or presses at once. */
export interface FailureNotices {
  /** Nothing of what a person has typed or chosen has been stored. */
  notStored(): Notice;
  /** Every try met a change by someone else. */
  tooManyAtOnce(): Notice;
  failed(): Notice;
  /** One person presses or writes more often than the bot carries out. Shown over a card, which keeps its text. */
  tooManyActs(): Notice;
  /** The request needs a stored row that cannot be read. */
  unreadable(what: 'channel' | 'department' | 'template' | 'template in chat' | 'other'): Notice;
  /** The same for a person who has typed a text. */
  replyUnreadable(): Notice;
  newerRoundUnreadable(): Notice;
  /** The notat was written, and must not be handed out. `left` is what is left in it, as it stands there. */
  unfitTemplate(left: string): Notice;
}

export const failureNotices: Readonly<Record<Language, FailureNotices>> = {
  da: {
    notStored: () => ({
      heading: 'Det er ikke gemt',
      text: 'Noget gik galt, og intet blev gemt. Det, du har skrevet, står her stadig. Prøv igen om lidt.',
    }),
    tooManyAtOnce: () => ({
      heading: 'Andre gemte på samme tid',
      text: 'Det, du har skrevet, er ikke gemt, fordi andre hele tiden kom først. Det står her stadig. Prøv igen om lidt.',
    }),
    failed: () => ({
      heading: 'Noget gik galt',
      text: 'Det lykkedes ikke. Prøv igen om lidt. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    tooManyActs: () => ({
      heading: 'Der kommer for mange tryk fra dig lige nu',
      text: 'Teksten står her stadig. Prøv igen om et minut.',
    }),
    unreadable: (what) => {
      switch (what) {
        case 'channel':
          return {
            heading: 'Kanalens tilknytning kan ikke læses',
            text: 'Skriv @Notatbot tilknyt sekretariatet, eller @Notatbot tilknyt og fagområdets navn, i den kanal, det drejer sig om. Hjælper det ikke, så kontakt den it-ansvarlige.',
          };
        case 'department':
          return {
            heading: 'Fagområdets oplysninger kan ikke læses',
            text: 'Intet er ændret. Kontakt den it-ansvarlige, som kan se hvorfor.',
          };
        case 'template':
          return {
            heading: 'Skabelonen kan ikke læses',
            text: 'Derfor kan filen ikke laves. Skriv skabelon til mig i en personlig chat, og tag en anden skabelon i brug, eller send den igen. Hjælper det ikke, så kontakt den it-ansvarlige.',
          };
        // Whoever is told is in the chat in which another one can be chosen.
        case 'template in chat':
          return {
            heading: 'Skabelonen kan ikke læses',
            text: 'Intet er ændret. Skriv skabelon for at tage en anden skabelon i brug, eller send skabelonen igen. Hjælper det ikke, så kontakt den it-ansvarlige.',
          };
        case 'other':
          return {
            heading: 'Noget kan ikke læses',
            text: 'Det, der skal bruges, er gemt, men kan ikke læses. Intet er ændret. Kontakt den it-ansvarlige, som kan se hvorfor.',
          };
      }
    },
    replyUnreadable: () => ({
      heading: 'Din tekst er ikke gemt',
      text: 'Fagområdets oplysninger kan ikke læses. Din tekst står stadig her: Tag en kopi af den. Kontakt sekretariatet eller den it-ansvarlige, som kan se hvorfor.',
    }),
    newerRoundUnreadable: () => ({
      heading: 'Den nyeste runde kan ikke læses',
      text: 'Her er den nyeste af dem, der kan læses. Kontakt den it-ansvarlige, som kan se hvorfor.',
    }),
    unfitTemplate: (left) => ({
      heading: 'Notatet kan ikke skrives i jeres skabelon',
      text: `Skabelonen ville efterlade noget i notatet, som ikke hører til der: ”${left}”. Derfor er det ikke udleveret. Ret skabelonen i Word, og send den til mig i den personlige chat, eller skriv skabelon standard dér.`,
    }),
  },

  en: {
    notStored: () => ({
      heading: 'It has not been stored',
      text: 'Something went wrong, and nothing was stored. What you wrote is still here. Try again in a moment.',
    }),
    tooManyAtOnce: () => ({
      heading: 'Others were saving at the same time',
      text: 'Yours has not been stored, because others came first every time. What you wrote is still here. Try again in a moment.',
    }),
    failed: () => ({
      heading: 'Something went wrong',
      text: 'It did not work. Try again in a moment. If it keeps happening, tell your IT department.',
    }),
    tooManyActs: () => ({
      heading: 'Too many presses are coming from you right now',
      text: 'The text is still here. Try again in a minute.',
    }),
    unreadable: (what) => {
      switch (what) {
        case 'channel':
          return {
            heading: 'The channel’s registration cannot be read',
            text: 'Write @Notatbot register secretariat, or @Notatbot register and the department’s name, in the channel that it is about. If that does not help, contact whoever runs the bot.',
          };
        case 'department':
          return {
            heading: 'What is stored of the department cannot be read',
            text: 'Nothing has been changed. Contact whoever runs the bot, who can see why.',
          };
        case 'template':
          return {
            heading: 'The template cannot be read',
            text: 'So the file cannot be made. Write template to me in a personal chat, and take another template into use, or send it again. If that does not help, contact whoever runs the bot.',
          };
        // Whoever is told is in the chat in which another one can be chosen.
        case 'template in chat':
          return {
            heading: 'The template cannot be read',
            text: 'Nothing has been changed. Write template to take another template into use, or send the template again. If that does not help, contact whoever runs the bot.',
          };
        case 'other':
          return {
            heading: 'Something cannot be read',
            text: 'What is needed is stored, but cannot be read. Nothing has been changed. Contact whoever runs the bot, who can see why.',
          };
      }
    },
    replyUnreadable: () => ({
      heading: 'Your text has not been stored',
      text: 'What is stored of the department cannot be read. Your text is still here: Take a copy of it. Contact the secretariat or whoever runs the bot, who can see why.',
    }),
    newerRoundUnreadable: () => ({
      heading: 'The newest round cannot be read',
      text: 'Here is the newest of those that can be. Contact whoever runs the bot, who can see why.',
    }),
    unfitTemplate: (left) => ({
      heading: 'The notat cannot be written in your template',
      text: `The template would leave something in the notat that does not belong there: “${left}”. So it was not handed out. Correct the template in Word and send it to me in the personal chat, or write template default there.`,
    }),
  },
};
