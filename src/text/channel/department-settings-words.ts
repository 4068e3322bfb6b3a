import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import { danishAllOf, danishAnyOf, englishAllOf, englishAnyOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { danishCount, englishCount } from '../number-words.js';

/** The answers when someone chooses a department’s heads or its language. */
export interface DepartmentSettingsWords {
  /** Says who alone may answer now, or, for an empty list, that anyone in the channel may. */
  heads(heads: readonly Person[]): Notice;
  headsWanted(): Notice;
  headNotFound(name: string): Notice;
  tooManyHeads(max: number): Notice;
  /** Says that only the present heads may change who they are. */
  onlyHeadsAppoint(heads: readonly Person[]): Notice;
  language(): Notice;
  languageWanted(): Notice;
  onlyInDepartments(): Notice;
}

export const departmentSettingsWords: Readonly<Record<Language, DepartmentSettingsWords>> = {
  da: {
    heads: (heads) =>
      heads.length === 0
        ? { heading: 'Alle i kanalen kan svare', text: 'Fagområdet har ingen chef, der alene svarer for det.' }
        : {
            heading: heads.length === 1 ? 'Chefen er valgt' : 'Cheferne er valgt',
            text: `${danishAllOf(heads)} svarer for fagområdet. Svar fra andre skal godkendes.`,
          },
    headsWanted: () => ({
      heading: 'Hvem er chef?',
      text: 'Skriv @Notatbot chef, og nævn derefter den eller dem, der skal svare for fagområdet, med @ og navn. Skriv @Notatbot chef ingen, hvis alle i kanalen må svare.',
    }),
    headNotFound: (name) => ({
      heading: 'Personen kan ikke findes',
      text: `”${name}” er ikke en person, der kan svare i kanalen. Nævn en fra teamet med @ og navn.`,
    }),
    tooManyHeads: (max) => ({
      heading: 'Der er for mange chefer',
      text: `Et fagområde kan højst have ${danishCount(max, 'common')}. Nævn færre, og prøv igen.`,
    }),
    onlyHeadsAppoint: (heads) => ({
      heading: 'Det kan kun fagområdets chef ændre',
      text: `Bed ${danishAnyOf(heads)} om at skrive det.`,
    }),
    language: () => ({
      heading: 'Kanalens kort bliver på dansk',
      text: 'Det gælder fra nu af. Kort, der allerede er sendt, skifter sprog, næste gang de ændrer sig.',
    }),
    languageWanted: () => ({
      heading: 'Hvilket sprog?',
      text: 'Skriv @Notatbot sprog dansk eller @Notatbot sprog engelsk.',
    }),
    onlyInDepartments: () => ({
      heading: 'Det hører til i et fagområdes kanal',
      text: 'Chef og sprog vælges i fagområdets egen kanal. Er det denne kanal, så skriv først @Notatbot tilknyt og fagområdets navn.',
    }),
  },

  en: {
    heads: (heads) =>
      heads.length === 0
        ? { heading: 'Anyone in the channel may reply', text: 'The department has no head who alone replies for it.' }
        : {
            heading: heads.length === 1 ? 'The head is chosen' : 'The heads are chosen',
            text: `${englishAllOf(heads)} ${heads.length === 1 ? 'replies' : 'reply'} for the department. Replies by others need approval.`,
          },
    headsWanted: () => ({
      heading: 'Who is the head?',
      text: 'Write @Notatbot head, and then mention those who are to reply for the department with @ and their name. Write @Notatbot head none if anyone in the channel may reply.',
    }),
    headNotFound: (name) => ({
      heading: 'There is no such person',
      text: `“${name}” is not someone who can reply in the channel. Mention someone in the team with @ and their name.`,
    }),
    tooManyHeads: (max) => ({
      heading: 'There are too many heads',
      text: `A department may have at most ${englishCount(max)}. Mention fewer and try again.`,
    }),
    onlyHeadsAppoint: (heads) => ({
      heading: 'Only the department’s head can change that',
      text: `Ask ${englishAnyOf(heads)} to write it.`,
    }),
    language: () => ({
      heading: 'The channel’s cards will be in English',
      text: 'From now on. Cards already sent change language the next time something in them changes.',
    }),
    languageWanted: () => ({
      heading: 'Which language?',
      text: 'Write @Notatbot language english or @Notatbot language danish.',
    }),
    onlyInDepartments: () => ({
      heading: 'That is done in a department’s channel',
      text: 'Head and language are chosen in the department’s own channel. If this is it, write @Notatbot register and the department’s name first.',
    }),
  },
};
