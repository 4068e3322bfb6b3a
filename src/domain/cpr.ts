/**
 * A Danish personal identification number (CPR number) in a text, or what may be one. Where it stands, never
 * what it is, so that a finding can be logged and stored.
 */
export interface CprFinding {
  /**
   * `certain`: written as CPR numbers are (`010203-1234`), or with the check digit that they had before 2007.
   * `possible`: ten digits in a row that begin with a date; invoice numbers do that too.
   */
  readonly kind: 'certain' | 'possible';
  /** In UTF-16 units of the text in NFKC, where digits of any width are one unit. */
  readonly start: number;
}

/**
 * Six digits that begin with a day, a mark or none between, four digits, and no digit on either side. The mark
 * is at most a space, a point, a slash or a dash of any kind, with spaces around it.
 */
const NUMBER = /(?<!\d)(?<day>\d{2})(?<month>\d{2})\d{2}(?<mark>\s?[-./\u00AD\u2010-\u2015\u2212]?\s?)\d{4}(?!\d)/gu;

/** Replacement numbers, which authorities give to those without a CPR number, have a day that is 60 more. */
const REPLACEMENT = 60;

/** Each digit's weight in the check that CPR numbers passed until 2007 (cpr.dk, "modulus 11-kontrol"). */
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Every CPR number in a text, whatever century, and whether or not it passes the check digit: since 2007 numbers
 * are given out that do not, so the check can raise a suspicion to certainty but never dismiss one.
 */
export function findCprNumbers(text: string): readonly CprFinding[] {
  return [...text.normalize('NFKC').matchAll(NUMBER)]
    .filter(({ groups }) => isDay(Number(groups?.['day']), Number(groups?.['month'])))
    .map((match) => ({
      kind: match.groups?.['mark'] !== '' || hasCheckDigit(match[0]) ? 'certain' : 'possible',
      start: match.index,
    }));
}

function isDay(written: number, month: number): boolean {
  const day = written > REPLACEMENT ? written - REPLACEMENT : written;
  // The year's two digits do not say which century, so the 29th of February is always a day.
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function hasCheckDigit(digits: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return sum % 11 === 0;
}
