import { cleanLine } from '../text/clean-text.js';

/** A year, or two in a row, as titles have them, with the words before: `for året 2024`, `2024/25`, `24/25`, `’24`. */
const YEAR =
  /(?<![\p{L}\d])(?:(?:for|i|fra) )?(?:(?:året|år) )?(?:(?:19|20)\d{2}(?:(?: ?[-–—/] ?| og | til )(?:(?:19|20)?\d{2}))?|['’‘]\d{2}|(?<first>\d{2})\/(?<second>\d{2}))(?!\d)/giu;

/**
 * The key of the series that a round belongs to. The titles of one series differ only in the year and in how it is
 * written.
 *
 * @returns undefined for a title that holds only years
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
