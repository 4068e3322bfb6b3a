import { lazy } from '../domain/lazy.js';

const DANISH = ['nul', 'ét', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'] as const;
const ENGLISH = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

const danish = lazy(() => new Intl.NumberFormat('da-DK'));
const english = lazy(() => new Intl.NumberFormat('en-GB'));

/** In figures: `15.400` */
export function danishNumber(number: number): string {
  return danish().format(number);
}

/** In figures: `15,400` */
export function englishNumber(number: number): string {
  return english().format(number);
}

/** A count as it is written in a sentence: in words below ten. The Danish word for one is `én` or `ét`, by gender. */
export function danishCount(count: number, gender: 'neuter' | 'common' = 'neuter'): string {
  return count === 1 && gender === 'common' ? 'én' : (DANISH[count] ?? danishNumber(count));
}

/** As `danishCount`, in English. */
export function englishCount(count: number): string {
  return ENGLISH[count] ?? englishNumber(count);
}

/** `ét fagområde`, `12 fagområder` */
export function danishDepartments(count: number): string {
  return `${danishCount(count)} ${count === 1 ? 'fagområde' : 'fagområder'}`;
}

/** `one department`, `12 departments` */
export function englishDepartments(count: number): string {
  return `${englishCount(count)} ${count === 1 ? 'department' : 'departments'}`;
}

/** The same words with a capital letter, for the beginning of a sentence. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
