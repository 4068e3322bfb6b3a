import { cleanLine } from './clean-text.js';

/** A year as titles have it. */
const YEAR = /\b(?:19|20)\d{2}\b/gu;

/**
 * What rounds of one series have in common: their titles differ in nothing but the year.
 *
 * @returns undefined for a title with nothing but years
 */
export function seriesOf(title: string): string | undefined {
  const rest = cleanLine(title.replace(YEAR, ' ')).toLocaleLowerCase('da');
  return rest === '' ? undefined : rest;
}
