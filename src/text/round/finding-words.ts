import type { Language } from '../../domain/language.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';

/** How a department is found by its name, in a round with more departments than a list has room for. */
export interface FindingWords {
  /** The button on the overview. */
  readonly open: string;
  /** Where something that waits has no button, and the overview has no list. */
  readonly openThere: string;
  readonly heading: string;
  readonly field: string;
  readonly placeholder: string;
  readonly find: string;
  /** How many there are to choose among before anything is looked for. */
  waitingOrMissing(count: number): string;
  /** How many are called so. */
  found(count: number): string;
  /** @param shown how many of them the list has */
  notAll(shown: number): string;
}

export const findingWords: Readonly<Record<Language, FindingWords>> = {
  da: {
    open: 'Find fagområde …',
    openThere: 'Tryk på Find fagområde nedenfor for at åbne dem.',
    heading: 'Find et fagområde',
    field: 'Noget af navnet',
    placeholder: 'For eksempel: skole',
    find: 'Find',
    waitingOrMissing: (count) =>
      count === 0
        ? 'Ingen venter på jer, og ingen mangler at svare. Skriv noget af navnet for at finde et fagområde.'
        : `${capitalised(danishDepartments(count))} venter på jer eller mangler at svare. De andre finder du ved at skrive noget af navnet.`,
    found: (count) =>
      count === 0
        ? 'Intet fagområde i runden har det i navnet. Prøv med færre bogstaver.'
        : `${capitalised(danishDepartments(count))} har det i navnet.`,
    notAll: (shown) =>
      `Listen har kun plads til de første ${danishCount(shown)}. Skriv mere af navnet for at finde de andre.`,
  },

  en: {
    open: 'Find a department …',
    openThere: 'Press Find a department below to open them.',
    heading: 'Find a department',
    field: 'A part of the name',
    placeholder: 'For example: school',
    find: 'Search',
    waitingOrMissing: (count) =>
      count === 0
        ? 'Nobody waits for you, and nobody has yet to reply. Write a part of the name to find a department.'
        : `${capitalised(englishDepartments(count))} ${count === 1 ? 'waits' : 'wait'} for you or ${count === 1 ? 'has' : 'have'} not replied. You find the others by writing a part of the name.`,
    found: (count) =>
      count === 0
        ? 'No department in the round has that in its name. Try with fewer letters.'
        : `${capitalised(englishDepartments(count))} ${count === 1 ? 'has' : 'have'} that in the name.`,
    notAll: (shown) =>
      `The list has room for the first ${englishCount(shown)} only. Write more of the name to find the others.`,
  },
};
