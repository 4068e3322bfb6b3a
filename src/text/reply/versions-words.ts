import type { Language } from '../../domain/language.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishCount, englishCount } from '../number-words.js';

/** The card with all versions of one reply. */
export interface VersionsWords {
  readonly heading: string;
  /** How changes are marked. */
  readonly legend: string;
  readonly none: string;
  by(number: number, name: string, at: Date): string;
  /** Says how many earlier versions the card has no room for. */
  more(versions: number): string;
}

export const versionsWords: Readonly<Record<Language, VersionsWords>> = {
  da: {
    heading: 'Versioner af svaret',
    legend: 'Det understregede er kommet til siden versionen før, og det gennemstregede er taget ud.',
    none: 'Fagområdet har ikke svaret endnu.',
    by: (version, name, at) => `Version ${version}: ${name}, ${danishDateTime(at)}`,
    more: (versions) =>
      versions === 1
        ? 'Der er ikke plads til den første version her.'
        : `Der er ikke plads til de første ${danishCount(versions, 'common')} versioner her.`,
  },

  en: {
    heading: 'Versions of the reply',
    legend: 'What is underlined came since the version before, and what is struck out was taken away.',
    none: 'The department has not replied yet.',
    by: (version, name, at) => `Version ${version}: ${name}, ${englishDateTime(at)}`,
    more: (versions) =>
      versions === 1
        ? 'There is no room for the first version here.'
        : `There is no room for the first ${englishCount(versions)} versions here.`,
  },
};
