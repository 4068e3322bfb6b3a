import type { DepartmentFormProblem } from '../../domain/channel/department-form.js';
import type { DepartmentNameProblem } from '../../domain/channel/department-name.js';
import type { Language } from '../../domain/language.js';
import { DEPARTMENT_NAME_MAX, HEADS_MAX } from '../../domain/limits.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, danishNumber, englishCount, englishNumber } from '../number-words.js';
import { danishTooLong, englishTooLong } from '../text-problems.js';

/** How the people of a team are offered. */
export type OfferedPeople =
  | { readonly kind: 'all' }
  /** Too many for a card: nobody has been searched for yet. */
  | { readonly kind: 'search first'; readonly members: number; readonly isWhole: boolean }
  /** @param shown how many of the `found` there is room for */
  | { readonly kind: 'found'; readonly found: number; readonly shown: number }
  | { readonly kind: 'not told' };

/** The form for one department, on a card and in a dialog. */
export interface DepartmentFormWords {
  readonly edit: string;
  readonly add: string;
  readonly explain: string;
  readonly explainAdd: string;
  readonly name: string;
  readonly namePlaceholder: string;
  readonly heads: string;
  readonly deputies: string;
  readonly director: string;
  readonly nobody: string;
  readonly choosePerson: string;
  guest(name: string): string;
  left(name: string): string;
  readonly search: string;
  readonly searchPlaceholder: string;
  readonly find: string;
  offered(people: OfferedPeople): string | undefined;
  /** People of other organisations are in the team. */
  readonly foreigners: string;
  readonly approval: string;
  readonly language: string;
  readonly usualLanguage: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly channel: string;
  readonly chooseChannel: string;
  /** The present channel is in a team that the bot does not know. */
  readonly presentChannel: string;
  readonly save: string;
  readonly retire: string;
  problem(problem: DepartmentFormProblem): string;
  retireQuestion(name: string): Notice;
  readonly retireNow: string;
  readonly keep: string;
}

export const departmentFormWords: Readonly<Record<Language, DepartmentFormWords>> = {
  da: {
    edit: 'Ret fagområde',
    add: 'Tilføj fagområde',
    explain:
      'Chefer og stedfortrædere svarer for fagområdet. Er der ingen chef, kan alle i kanalen svare. Direktøren nævnes i rykkere fra den tredje.',
    explainAdd: 'Flere fagområder kan svare i den samme kanal. Chefer vælges bagefter med Ret fagområde.',
    name: 'Fagområdets navn',
    namePlaceholder: 'For eksempel Dagtilbud',
    heads: 'Chefer',
    deputies: 'Stedfortrædere',
    director: 'Direktør',
    nobody: 'Ingen',
    choosePerson: 'Vælg blandt teamets medlemmer',
    guest: (name) => `${name} (gæst)`,
    left: (name) => `${name} (ikke længere i teamet)`,
    search: 'Søg efter navn i teamet',
    searchPlaceholder: 'En del af navnet',
    find: 'Søg',
    offered: (people) => {
      switch (people.kind) {
        case 'all':
          return undefined;
        case 'search first':
          return `Teamet har ${people.isWhole ? '' : 'over '}${danishNumber(people.members)} medlemmer. Søg efter et navn, så kan personen vælges ovenfor. Det, der er valgt, bliver stående.`;
        case 'found':
          return danishFound(people.found, people.shown);
        case 'not told':
          return 'Teamets medlemmer kan ikke hentes lige nu. Resten kan rettes; tryk på Søg for at hente dem igen.';
      }
    },
    foreigners: 'Personer fra andre organisationer kan ikke vælges.',
    approval: 'Svar fra andre end chefer og stedfortrædere skal godkendes',
    language: 'Sprog på fagområdets kort',
    usualLanguage: 'Som i sekretariatet',
    languages: { da: 'Dansk', en: 'Engelsk' },
    channel: 'Kanal',
    chooseChannel: 'Vælg en kanal',
    presentChannel: 'Den nuværende kanal',
    save: 'Gem',
    retire: 'Nedlæg …',
    problem: (problem) => {
      switch (problem.kind) {
        case 'bad name':
          return danishNameProblem(problem.problem);
        case 'name taken':
          return `Fagområdet ”${problem.name}” findes allerede, eller navnene ser ens ud. Vælg et andet navn.`;
        case 'too many heads':
          return `Der kan højst være ${danishCount(HEADS_MAX, 'common')} chefer.`;
        case 'too many deputies':
          return `Der kan højst være ${danishCount(HEADS_MAX, 'common')} stedfortrædere.`;
        case 'not in the team':
          return 'En af de valgte er ikke i kanalens team eller hører til en anden organisation. Vælg en anden, eller få personen føjet til teamet.';
        case 'no channel':
          return 'Vælg den kanal, hvor fagområdet skal svare.';
        case 'channel gone':
          return 'Kanalen kan ikke nås nu. Vælg en anden.';
        case 'channel full':
          return 'Der er ikke plads til flere fagområder i kanalen. Vælg en anden.';
        case 'secretariat’s channel':
          return 'Kanalen er sekretariatets. Vælg en anden.';
        case 'not moved':
          return 'Resten er gemt, men fagområdet bliver i sin kanal, fordi den valgte allerede er tilknyttet. Vælg en kanal, der ikke er.';
      }
    },
    retireQuestion: (name) => ({
      heading: 'Skal fagområdet nedlægges?',
      text: `”${name}” bliver ikke spurgt i nye runder. Runder, der er i gang, fortsætter i kanalen. Fagområdet kan tilføjes igen med det samme navn i den samme kanal og får så sine chefer tilbage.`,
    }),
    retireNow: 'Nedlæg fagområdet',
    keep: 'Behold fagområdet',
  },

  en: {
    edit: 'Change department',
    add: 'Add department',
    explain:
      'Heads and deputies reply for the department. Without a head, anyone in the channel may reply. Overdue reminders name the director from the third on.',
    explainAdd:
      'Several departments can answer in the same channel. Heads are chosen afterwards with Change department.',
    name: 'The department’s name',
    namePlaceholder: 'For instance Daycare',
    heads: 'Heads',
    deputies: 'Deputies',
    director: 'Director',
    nobody: 'Nobody',
    choosePerson: 'Choose among the team’s members',
    guest: (name) => `${name} (guest)`,
    left: (name) => `${name} (no longer in the team)`,
    search: 'Search the team for a name',
    searchPlaceholder: 'A part of the name',
    find: 'Search',
    offered: (people) => {
      switch (people.kind) {
        case 'all':
          return undefined;
        case 'search first':
          return `The team has ${people.isWhole ? '' : 'more than '}${englishNumber(people.members)} members. Search for a name to choose the person above. Whoever is chosen stays chosen.`;
        case 'found':
          return englishFound(people.found, people.shown);
        case 'not told':
          return 'The team’s members cannot be fetched just now. The rest can be changed; press Search to fetch them again.';
      }
    },
    foreigners: 'People of other organisations cannot be chosen.',
    approval: 'Replies by others than heads and deputies need approval',
    language: 'Language of the department’s cards',
    usualLanguage: 'As in the secretariat',
    languages: { da: 'Danish', en: 'English' },
    channel: 'Channel',
    chooseChannel: 'Choose a channel',
    presentChannel: 'The present channel',
    save: 'Save',
    retire: 'Retire …',
    problem: (problem) => {
      switch (problem.kind) {
        case 'bad name':
          return englishNameProblem(problem.problem);
        case 'name taken':
          return `There is a department called “${problem.name}” already, or the names look the same. Choose another name.`;
        case 'too many heads':
          return `There can be at most ${englishCount(HEADS_MAX)} heads.`;
        case 'too many deputies':
          return `There can be at most ${englishCount(HEADS_MAX)} deputies.`;
        case 'not in the team':
          return 'Somebody chosen is not in the channel’s team, or belongs to another organisation. Choose someone else, or have the person added to the team.';
        case 'no channel':
          return 'Choose the channel in which the department is to answer.';
        case 'channel gone':
          return 'The channel cannot be reached now. Choose another one.';
        case 'channel full':
          return 'There is no room for another department in the channel. Choose another one.';
        case 'secretariat’s channel':
          return 'The channel is the secretariat’s. Choose another one.';
        case 'not moved':
          return 'The rest is saved, but the department stays in its channel, because the one chosen is registered already. Choose one that is not.';
      }
    },
    retireQuestion: (name) => ({
      heading: 'Is the department to be retired?',
      text: `“${name}” will not be asked in new rounds. Rounds under way go on in the channel. The department can be added again with the same name in the same channel, and then gets its heads back.`,
    }),
    retireNow: 'Retire the department',
    keep: 'Keep the department',
  },
};

function danishFound(found: number, shown: number): string {
  if (found === 0) return 'Ingen i teamet passer til søgningen.';
  const fit = `${capitalised(danishCount(found, 'common'))} ${found === 1 ? 'person' : 'personer'} passer til søgningen`;
  return shown < found
    ? `${fit}, og der er kun plads til ${danishNumber(shown)}. Skriv mere af navnet.`
    : `${fit} og kan vælges ovenfor.`;
}

function englishFound(found: number, shown: number): string {
  if (found === 0) return 'Nobody in the team matches the search.';
  const fit = `${capitalised(englishCount(found))} ${found === 1 ? 'person matches' : 'people match'} the search`;
  return shown < found
    ? `${fit}, and there is room for only ${englishNumber(shown)}. Write more of the name.`
    : `${fit} and can be chosen above.`;
}

function danishNameProblem(problem: DepartmentNameProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'Fagområdets navn mangler.';
    case 'too long':
      return danishTooLong('Fagområdets navn', { length: problem.length, max: DEPARTMENT_NAME_MAX });
    case 'bad character':
      return `Tegnet ${problem.character} kan ikke stå i et fagområdes navn. Skriv navnet uden det.`;
    case 'mixed scripts':
      return `Tegnet ”${problem.character}” hører til et andet alfabet end resten af navnet. Skriv tegnet igen.`;
    case 'cpr number':
      return 'Der står et CPR-nummer eller et tal, der ligner et, i navnet. Skriv navnet uden tallet.';
  }
}

function englishNameProblem(problem: DepartmentNameProblem): string {
  switch (problem.kind) {
    case 'missing':
      return 'The department’s name is missing.';
    case 'too long':
      return englishTooLong('The department’s name', { length: problem.length, max: DEPARTMENT_NAME_MAX });
    case 'bad character':
      return `A department’s name cannot hold the character ${problem.character}. Write it without.`;
    case 'mixed scripts':
      return `The character “${problem.character}” is from another alphabet than the rest of the name. Type it again.`;
    case 'cpr number':
      return 'There is a CPR number, or a number like one, in the name. Write the name without the number.';
  }
}
