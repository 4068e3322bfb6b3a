import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { danishCount, englishCount } from '../number-words.js';

/** The answers when someone chooses a department’s heads, their deputies, its director or its language. */
export interface DepartmentSettingsWords {
  /**
   * Says whose answers need no approval now. For an empty list, nobody’s do.
   *
   * @param approval whether the answers of others need it where there are heads; they do unless that has been changed
   */
  heads(heads: readonly Person[], approval?: boolean): Notice;
  /** @param headCount how many heads the department has; without any, deputies change nothing */
  deputies(deputies: readonly Person[], headCount: number, approval?: boolean): Notice;
  /** undefined where the department has no director now. */
  director(director: Person | undefined): Notice;
  headsWanted(): Notice;
  deputiesWanted(): Notice;
  directorWanted(): Notice;
  personNotFound(name: string): Notice;
  tooManyPeople(max: number): Notice;
  language(): Notice;
  languageWanted(): Notice;
  onlyInDepartments(): Notice;
  /** Several departments answer in the channel. */
  whichDepartment(names: readonly string[]): Notice;
}

export const departmentSettingsWords: Readonly<Record<Language, DepartmentSettingsWords>> = {
  da: {
    heads: (heads, approval = true) =>
      heads.length === 0
        ? { heading: 'Alle i kanalen kan svare', text: 'Fagområdet har ingen chef, der alene svarer for det.' }
        : {
            heading: heads.length === 1 ? 'Chefen er valgt' : 'Cheferne er valgt',
            text: `${danishAllOf(heads)} svarer for fagområdet. ${approval ? 'Svar fra andre end chefer og stedfortrædere skal godkendes.' : 'Andre i kanalen kan også svare, uden at svaret skal godkendes.'}`,
          },
    deputies: (deputies, headCount, approval = true) => {
      const theHeads = headCount === 1 ? 'chefen' : 'cheferne';
      if (deputies.length === 0)
        return {
          heading: 'Der er ingen stedfortræder',
          text:
            headCount > 0 && approval
              ? `Svar fra andre end ${theHeads} skal godkendes.`
              : 'Alle i kanalen kan svare for fagområdet.',
        };
      const heading = deputies.length === 1 ? 'Stedfortræderen er valgt' : 'Stedfortræderne er valgt';
      const others = approval ? '' : ' Andre i kanalen kan også svare, uden at svaret skal godkendes.';
      const text =
        headCount > 0
          ? `${danishAllOf(deputies)} må svare for fagområdet ligesom ${theHeads}.${others}`
          : `${danishAllOf(deputies)} må svare ligesom chefen, men fagområdet har ingen chef endnu, så alle i kanalen kan svare.`;
      return { heading, text };
    },
    director: (director) =>
      director === undefined
        ? { heading: 'Der er ingen direktør', text: 'Rykkere til fagområdet nævner ingen direktør.' }
        : {
            heading: 'Direktøren er valgt',
            text: `${director.name} nævnes i rykkere til fagområdet fra den tredje.`,
          },
    directorWanted: () => ({
      heading: 'Hvem er direktør?',
      text: 'Skriv @Notatbot direktør, og nævn derefter den, der skal nævnes i rykkere fra den tredje, med @ og navn. Skriv @Notatbot direktør ingen, hvis ingen skal nævnes.',
    }),
    deputiesWanted: () => ({
      heading: 'Hvem er stedfortræder?',
      text: 'Skriv @Notatbot stedfortræder, og nævn derefter den eller dem, der må svare, når chefen er væk, med @ og navn. Skriv @Notatbot stedfortræder ingen, hvis der ikke er nogen.',
    }),
    headsWanted: () => ({
      heading: 'Hvem er chef?',
      text: 'Skriv @Notatbot chef, og nævn derefter den eller dem, der skal svare for fagområdet, med @ og navn. Skriv @Notatbot chef ingen, hvis alle i kanalen må svare.',
    }),
    personNotFound: (name) => ({
      heading: 'Personen kan ikke findes',
      text: `”${name}” er ikke i kanalens team eller hører til en anden organisation. Nævn en fra teamet med @ og navn.`,
    }),
    tooManyPeople: (max) => ({
      heading: 'Der er nævnt for mange',
      text: `Du kan højst vælge ${danishCount(max, 'common')}. Nævn færre, og prøv igen.`,
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
      text: 'Chef, stedfortræder, direktør og sprog vælges i fagområdets egen kanal. Er det denne kanal, så skriv først @Notatbot tilknyt og fagområdets navn.',
    }),
    whichDepartment: (names) => ({
      heading: 'Hvilket fagområde?',
      text: `Kanalen svarer for flere: ${danishAllOf(names.map((name) => ({ id: name, name: `”${name}”` })))}. Skriv det igen med navnet på det, du mener.`,
    }),
  },

  en: {
    heads: (heads, approval = true) =>
      heads.length === 0
        ? { heading: 'Anyone in the channel may reply', text: 'The department has no head who alone replies for it.' }
        : {
            heading: heads.length === 1 ? 'The head is chosen' : 'The heads are chosen',
            text: `${englishAllOf(heads)} ${heads.length === 1 ? 'replies' : 'reply'} for the department. ${approval ? 'Replies by others than heads and deputies need approval.' : 'Others in the channel may reply too, without approval.'}`,
          },
    deputies: (deputies, headCount, approval = true) => {
      const theHeads = headCount === 1 ? 'the head' : 'the heads';
      if (deputies.length === 0)
        return {
          heading: 'There is no deputy',
          text:
            headCount > 0 && approval
              ? `Replies by others than ${theHeads} need approval.`
              : 'Anyone in the channel may reply for the department.',
        };
      const heading = deputies.length === 1 ? 'The deputy is named' : 'The deputies are named';
      const others = approval ? '' : ' Others in the channel may reply too, without approval.';
      const text =
        headCount > 0
          ? `${englishAllOf(deputies)} may reply for the department as ${theHeads} may.${others}`
          : `${englishAllOf(deputies)} may reply as the head may, but the department has no head yet, so anyone in the channel may reply.`;
      return { heading, text };
    },
    director: (director) =>
      director === undefined
        ? { heading: 'There is no director', text: 'Reminders to the department name no director.' }
        : {
            heading: 'The director is chosen',
            text: `${director.name} is named in overdue reminders to the department from the third on.`,
          },
    directorWanted: () => ({
      heading: 'Who is the director?',
      text: 'Write @Notatbot director, and then mention the person whom overdue reminders are to name from the third on with @ and their name. Write @Notatbot director none if they are to name nobody.',
    }),
    deputiesWanted: () => ({
      heading: 'Who is the deputy?',
      text: 'Write @Notatbot deputy, and then mention those who may reply when the head is away with @ and their name. Write @Notatbot deputy none if there is nobody.',
    }),
    headsWanted: () => ({
      heading: 'Who is the head?',
      text: 'Write @Notatbot head, and then mention those who are to reply for the department with @ and their name. Write @Notatbot head none if anyone in the channel may reply.',
    }),
    personNotFound: (name) => ({
      heading: 'There is no such person',
      text: `“${name}” is not in the channel’s team, or belongs to another organisation. Mention someone in the team with @ and their name.`,
    }),
    tooManyPeople: (max) => ({
      heading: 'Too many people are mentioned',
      text: `You can choose at most ${englishCount(max)}. Mention fewer and try again.`,
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
      heading: 'That belongs in a department’s channel',
      text: 'Head, deputy, director and language are chosen in the department’s own channel. If this is it, write @Notatbot register and the department’s name first.',
    }),
    whichDepartment: (names) => ({
      heading: 'Which department?',
      text: `The channel answers for several: ${englishAllOf(names.map((name) => ({ id: name, name: `“${name}”` })))}. Write it again with the name of the one that you mean.`,
    }),
  },
};
