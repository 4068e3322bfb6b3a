import { cleanLine } from '../text/clean-text.js';

/** A year, or two in a row, as titles have them, with the words that lead to it: `for året 2024`, `2024/25`, `24/25`, `’24`. */
const YEAR =
  /(?<![\p{L}\d])(?:(?:for|i|fra) )?(?:(?:året|år) )?(?:(?:19|20)\d{2}(?:(?: ?[-–—/] ?| og | til )(?:(?:19|20)?\d{2}))?|['’‘]\d{2}|(?<first>\d{2})\/(?<second>\d{2}))(?!\d)/giu;

/**
 * What rounds of one series have in common: their titles differ in nothing but the year, and how it is written.
 *
 * @returns undefined for a title with nothing but years
 */
export function seriesOf(title: string): string | undefined {
  const rest = cleanLine(title)
    .replace(YEAR, (written, first?: string, second?: string) =>
      first === undefined || (Number(first) + 1) % 100 === Number(second) ? ' ' : written,
    )
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLocaleLowerCase('da');
  return rest === '' ? undefined : rest;
}
