import type { DepartmentNameProblem } from '../../domain/channel/department-name.js';
import type { Language } from '../../domain/language.js';
import { DEPARTMENT_NAME_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { danishTooLong, englishTooLong } from '../text-problems.js';

/** The answers when someone registers or unregisters a channel. */
export interface RegistrationWords {
  /** Says who can start rounds now: the secretaries, or everyone in the team as long as nobody is named. */
  secretariat(secretaries: readonly Person[]): Notice;
  /** Says that anyone in the channel may answer, where the department has no heads. */
  department(name: string, hasHeads: boolean): Notice;
  departmentTaken(name: string): Notice;
  /** The channel has other people than its team. */
  limited(to: 'private' | 'shared'): Notice;
  inUseBySecretariat(): Notice;
  inUseByDepartment(name: string): Notice;
  badName(problem: DepartmentNameProblem): Notice;
  /** Without a name, the channel belonged to the secretariat. */
  removed(name: string | undefined): Notice;
  removedUnreadable(): Notice;
  notRegistered(): Notice;
}

export const registrationWords: Readonly<Record<Language, RegistrationWords>> = {
  da: {
    secretariat: (secretaries) => ({
      heading: 'Kanalen er nu sekretariatets',
      text: [
        'Skriv @Notatbot opsætning her for at tilknytte fagområderne, og derefter @Notatbot ny runde.',
        secretaries.length === 0
          ? 'Alle i teamet undtagen gæster kan starte runder, indtil nogen er valgt med @Notatbot sekretær @Navn.'
          : `${danishAllOf(secretaries)} kan starte runder.`,
      ].join(' '),
    }),
    department: (name, hasHeads) => ({
      heading: 'Kanalen er tilknyttet',
      text: `Fagområdet ”${name}” får sine kort her.${hasHeads ? '' : ' Alle i kanalen kan svare, indtil der er valgt en chef.'} Skriv @Notatbot frakobl, hvis det er en fejl.`,
    }),
    limited: (to) => ({
      heading: 'Kanalen kan ikke tilknyttes',
      text:
        to === 'private'
          ? 'Det er en privat kanal. Den har andre medlemmer end teamet, og jeg kan ikke love at kunne skrive i den. Brug en almindelig kanal i teamet.'
          : 'Det er en delt kanal. I den kan folk fra andre organisationer læse med. Brug en almindelig kanal i teamet.',
    }),
    departmentTaken: (name) => ({
      heading: 'Fagområdet har allerede en kanal',
      text: `”${name}” er tilknyttet en anden kanal. Skriv @Notatbot frakobl i den kanal først, eller brug et andet navn her.`,
    }),
    inUseBySecretariat: () => ({
      heading: 'Kanalen er sekretariatets',
      text: 'Et fagområde skal have sin egen kanal. Skal det være denne kanal, skal en administrator først skrive @Notatbot frakobl her.',
    }),
    inUseByDepartment: (name) => ({
      heading: 'Kanalen er et fagområdes',
      text: `Kanalen er tilknyttet ”${name}”. Skriv @Notatbot frakobl her først, hvis den skal være sekretariatets.`,
    }),
    badName: (problem) => {
      switch (problem.kind) {
        case 'missing':
          return {
            heading: 'Hvad skal kanalen tilknyttes?',
            text: 'Skriv fagområdets navn efter tilknyt, for eksempel @Notatbot tilknyt Socialområdet.',
          };
        case 'too long':
          return {
            heading: 'Navnet er for langt',
            text: danishTooLong('Fagområdets navn', { length: problem.length, max: DEPARTMENT_NAME_MAX }),
          };
        case 'bad character':
          return {
            heading: 'Navnet kan ikke bruges',
            text: `Tegnet ${problem.character} kan ikke stå i et fagområdes navn. Skriv navnet uden det.`,
          };
        case 'mixed scripts':
          return {
            heading: 'Navnet kan ikke bruges',
            text: `Tegnet ”${problem.character}” hører til et andet alfabet end resten af navnet, selv om bogstaverne kan se ens ud. Skriv tegnet igen, så hele navnet er skrevet med samme alfabet.`,
          };
        case 'cpr number':
          return {
            heading: 'Navnet kan ikke bruges',
            text: 'Der står et CPR-nummer eller et tal, der ligner et, i navnet. Skriv fagområdets navn uden tallet.',
          };
      }
    },
    removed: (name) => ({
      heading: 'Tilknytningen er ophævet',
      text:
        name === undefined
          ? 'Kanalen er ikke længere sekretariatets.'
          : `Kanalen er ikke længere tilknyttet ”${name}”. Runder, der allerede er i gang, fortsætter her.`,
    }),
    removedUnreadable: () => ({
      heading: 'Tilknytningen er ophævet',
      text: 'Det kunne ikke læses, hvad kanalen var tilknyttet. Nu kan den tilknyttes igen.',
    }),
    notRegistered: () => ({ heading: 'Kanalen var ikke tilknyttet', text: 'Der er ikke noget at ophæve.' }),
  },

  en: {
    secretariat: (secretaries) => ({
      heading: 'The channel is now the secretariat’s',
      text: [
        'Write @Notatbot setup here to register the departments, and then @Notatbot new round.',
        secretaries.length === 0
          ? 'Everyone in the team except guests can start rounds, until someone is named with @Notatbot secretary @Name.'
          : `${englishAllOf(secretaries)} can start rounds.`,
      ].join(' '),
    }),
    department: (name, hasHeads) => ({
      heading: 'The channel is registered',
      text: `The department “${name}” gets its cards here.${hasHeads ? '' : ' Anyone in the channel may reply until a head is chosen.'} Write @Notatbot unregister if that is a mistake.`,
    }),
    limited: (to) => ({
      heading: 'The channel cannot be registered',
      text:
        to === 'private'
          ? 'It is a private channel. It has other members than the team, and I cannot promise that I can write in it. Use a standard channel of the team.'
          : 'It is a shared channel, where people of other organisations may read. Use a standard channel of the team.',
    }),
    departmentTaken: (name) => ({
      heading: 'The department already has a channel',
      text: `“${name}” is registered in another channel. Write @Notatbot unregister in that channel first, or use another name here.`,
    }),
    inUseBySecretariat: () => ({
      heading: 'The channel is the secretariat’s',
      text: 'A department needs a channel of its own. If it is to be this one, an administrator must write @Notatbot unregister here first.',
    }),
    inUseByDepartment: (name) => ({
      heading: 'The channel is a department’s',
      text: `The channel is registered for “${name}”. Write @Notatbot unregister here first if it is to be the secretariat’s.`,
    }),
    badName: (problem) => {
      switch (problem.kind) {
        case 'missing':
          return {
            heading: 'Whose channel is it?',
            text: 'Write the department’s name after register, for example @Notatbot register Social Services.',
          };
        case 'too long':
          return {
            heading: 'The name is too long',
            text: englishTooLong('The department’s name', { length: problem.length, max: DEPARTMENT_NAME_MAX }),
          };
        case 'bad character':
          return {
            heading: 'The name cannot be used',
            text: `A department’s name cannot hold the character ${problem.character}. Write it without.`,
          };
        case 'mixed scripts':
          return {
            heading: 'The name cannot be used',
            text: `The character “${problem.character}” is from another alphabet than the rest of the name, although it may look the same. Type it again, so that the whole name is in one alphabet.`,
          };
        case 'cpr number':
          return {
            heading: 'The name cannot be used',
            text: 'There is a CPR number, or a number like one, in the name. Write the department’s name without the number.',
          };
      }
    },
    removed: (name) => ({
      heading: 'The registration is undone',
      text:
        name === undefined
          ? 'The channel is no longer the secretariat’s.'
          : `The channel is no longer registered for “${name}”. Rounds under way go on here.`,
    }),
    removedUnreadable: () => ({
      heading: 'The registration is undone',
      text: 'What the channel was registered as could not be read. It can be registered again now.',
    }),
    notRegistered: () => ({ heading: 'The channel was not registered', text: 'There is nothing to undo.' }),
  },
};
