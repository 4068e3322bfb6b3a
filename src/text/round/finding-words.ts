import type { Language } from '../../domain/language.js';
import type { RoundState } from '../../domain/round/round.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';

/** How a department is found by its name, in a round with more departments than a list has room for. */
export interface FindingWords {
  /** The button on the overview. */
  readonly open: string;
  /** The way back to the search, on the card about the one that was found. */
  readonly another: string;
  /** Where something that waits has no button, and the overview has no list. */
  readonly openThere: string;
  readonly heading: string;
  readonly field: string;
  readonly placeholder: string;
  readonly find: string;
  /** How many there are to choose among before anything is looked for. */
  waitingOrMissing(count: number): string;
  /** The same in a round that is not open: nobody waits, and some may not have answered. */
  missing(count: number): string;
  /** That the round is not open; undefined where it is. */
  state(state: RoundState): string | undefined;
  /** Those whose rows cannot be read, so that nothing can be shown of them. @param count of all, also of those not named */
  unreadable(names: readonly string[], count: number): string;
  /** How many are called so. */
  found(count: number): string;
  /** @param shown how many of them the list has */
  notAll(shown: number): string;
}

export const findingWords: Readonly<Record<Language, FindingWords>> = {
  da: {
    open: 'Find fagområde …',
    another: 'Find et andet fagområde',
    openThere: 'Tryk på Find fagområde nedenfor for at åbne dem.',
    heading: 'Find et fagområde',
    field: 'Noget af navnet',
    placeholder: 'For eksempel: skole',
    find: 'Find',
    waitingOrMissing: (count) =>
      count === 0
        ? 'Ingen venter på jer, og ingen mangler at svare. Skriv noget af navnet for at finde et fagområde.'
        : `${capitalised(danishDepartments(count))} venter på jer eller mangler at svare. De andre finder du ved at skrive noget af navnet.`,
    missing: (count) =>
      count === 0
        ? 'Skriv noget af navnet for at finde et fagområde.'
        : `${capitalised(danishDepartments(count))} har ikke svaret. De andre finder du ved at skrive noget af navnet.`,
    state: (state) => {
      switch (state) {
        case 'closing':
          return 'Runden er ved at blive afsluttet.';
        case 'closed':
          return 'Runden er afsluttet.';
        case 'reopening':
          return 'Runden er ved at blive åbnet igen.';
        case 'withdrawing':
        case 'withdrawn':
          return 'Runden er trukket tilbage.';
        default:
          return undefined;
      }
    },
    unreadable: (names, count) =>
      `Kan ikke læses: ${danishNames(names, count)}. Det kan ikke ses, om der er svaret. Bed den it-ansvarlige om at se på det.`,
    found: (count) =>
      count === 0
        ? 'Intet fagområde i runden har det i navnet. Prøv med færre bogstaver.'
        : `${capitalised(danishDepartments(count))} har det i navnet.`,
    notAll: (shown) =>
      `Listen har kun plads til de første ${danishCount(shown)}. Skriv mere af navnet for at finde de andre.`,
  },

  en: {
    open: 'Find a department …',
    another: 'Find another department',
    openThere: 'Press Find a department below to open them.',
    heading: 'Find a department',
    field: 'A part of the name',
    placeholder: 'For example: school',
    find: 'Search',
    waitingOrMissing: (count) =>
      count === 0
        ? 'Nobody waits for you, and nobody has yet to reply. Write a part of the name to find a department.'
        : `${capitalised(englishDepartments(count))} ${count === 1 ? 'waits' : 'wait'} for you or ${count === 1 ? 'has' : 'have'} not replied. You find the others by writing a part of the name.`,
    missing: (count) =>
      count === 0
        ? 'Write a part of the name to find a department.'
        : `${capitalised(englishDepartments(count))} ${count === 1 ? 'has' : 'have'} not replied. You find the others by writing a part of the name.`,
    state: (state) => {
      switch (state) {
        case 'closing':
          return 'The round is being closed.';
        case 'closed':
          return 'The round is closed.';
        case 'reopening':
          return 'The round is being reopened.';
        case 'withdrawing':
        case 'withdrawn':
          return 'The round has been withdrawn.';
        default:
          return undefined;
      }
    },
    unreadable: (names, count) =>
      `Cannot be read: ${englishNames(names, count)}. Whether there is a reply cannot be seen. Ask whoever runs the bot to look into it.`,
    found: (count) =>
      count === 0
        ? 'No department in the round has that in its name. Try with fewer letters.'
        : `${capitalised(englishDepartments(count))} ${count === 1 ? 'has' : 'have'} that in the name.`,
    notAll: (shown) =>
      `The list has room for the first ${englishCount(shown)} only. Write more of the name to find the others.`,
  },
};

function danishNames(names: readonly string[], count: number): string {
  const others = count - names.length;
  return [...names, ...(others > 0 ? [`og ${danishDepartments(others)} til`] : [])].join(' · ');
}

function englishNames(names: readonly string[], count: number): string {
  const others = count - names.length;
  return [...names, ...(others > 0 ? [`and ${englishDepartments(others)} more`] : [])].join(' · ');
}
