import type { Language } from '../../domain/language.js';
import type { Notice } from '../notice.js';

/** Where something is done that belongs in another place than the one where it was written. */
export type Elsewhere =
  | { readonly where: 'secretariat'; readonly channel: string | undefined }
  | { readonly where: 'department' | 'personal' };

/** What is said to people whose words the bot has understood only in part. */
export interface UnderstandingWords {
  /** The heading above what may have been meant. @param count how many commands are named below it */
  didYouMean(count: number): string;
  /** What someone in a department's channel can do whose words were an answer. */
  readonly orAnAnswer: string;
  /** @param command how it is written there */
  elsewhere(place: Elsewhere, command: string): Notice;
  readonly goToSecretariat: string;
  readonly whichRound: Notice;
  /** A round that can be chosen. @param number its place among them. @param deadline in words */
  round(number: number, title: string, deadline: string): string;
  /** The button that chooses it. */
  chooseRound(number: number): string;
}

export const understandingWords: Readonly<Record<Language, UnderstandingWords>> = {
  da: {
    didYouMean: (count) => (count === 1 ? 'Mente du dette?' : 'Mente du en af disse?'),
    orAnAnswer: 'Var det et svar, så skriv det i feltet på kortet.',
    elsewhere: (place, command) => {
      switch (place.where) {
        case 'secretariat':
          return {
            heading: 'Det hører til i sekretariatets kanal',
            text: `${place.channel === undefined ? '' : `Sekretariatets kanal er ${place.channel}. `}Skriv @Notatbot ${command} dér. Intet er gjort her.`,
          };
        case 'department':
          return {
            heading: 'Det hører til i fagområdets kanal',
            text: `Skriv @Notatbot ${command} i fagområdets egen kanal. Intet er gjort her.`,
          };
        case 'personal':
          return {
            heading: 'Det hører til i din egen chat med mig',
            text: `Find Notatbot under Chat, og skriv ${command} dér. Intet er gjort her.`,
          };
      }
    },
    goToSecretariat: 'Gå til sekretariatets kanal',
    whichRound: { heading: 'Hvilken runde mener du?', text: 'Der er flere åbne runder.' },
    round: (number, title, deadline) => `Runde ${number}: ${title} – frist ${deadline}`,
    chooseRound: (number) => `Runde ${number}`,
  },

  en: {
    didYouMean: (count) => (count === 1 ? 'Did you mean this?' : 'Did you mean one of these?'),
    orAnAnswer: 'If it was a reply, write it in the field on the card.',
    elsewhere: (place, command) => {
      switch (place.where) {
        case 'secretariat':
          return {
            heading: 'That belongs in the secretariat’s channel',
            text: `${place.channel === undefined ? '' : `The secretariat’s channel is ${place.channel}. `}Write @Notatbot ${command} there. Nothing has been done here.`,
          };
        case 'department':
          return {
            heading: 'That belongs in the department’s channel',
            text: `Write @Notatbot ${command} in the department’s own channel. Nothing has been done here.`,
          };
        case 'personal':
          return {
            heading: 'That belongs in your own chat with me',
            text: `Find Notatbot under Chat, and write ${command} there. Nothing has been done here.`,
          };
      }
    },
    goToSecretariat: 'Go to the secretariat’s channel',
    whichRound: { heading: 'Which round do you mean?', text: 'There are several open rounds.' },
    round: (number, title, deadline) => `Round ${number}: ${title} – deadline ${deadline}`,
    chooseRound: (number) => `Round ${number}`,
  },
};
