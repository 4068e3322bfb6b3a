import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CprFinding, cprCertaintyIn, findCprNumbers } from '../../../src/domain/text/cpr.js';

const kindsIn = (text: string) => findCprNumbers(text).map(({ kind }) => kind);

/**
 * The ways in which people write one. Made up: most have the 31st of a month or a day that is 60 more, and the last
 * four digits are chosen.
 */
const ARE: readonly (readonly [kind: CprFinding['kind'], text: string])[] = [
  // The date in one.
  ['certain', 'Borgeren 311299-4321 har klaget.'],
  ['certain', '311299 4321'],
  ['certain', '010203 1234'],
  ['certain', '311299.4321'],
  ['certain', '311299/4321'],
  ['certain', '311299 ‒ 4321'],
  ['certain', '311299--4321'],
  ['certain', '311299 -4321'],
  ['certain', '311299- 4321'],
  ['certain', '311299 - 4321'],
  ['certain', '311299  4321'],
  // Every dash, and spaces that are not the ordinary one.
  ['certain', '311299‐4321'],
  ['certain', '311299\u20114321'],
  ['certain', '311299‒4321'],
  ['certain', '311299–4321'],
  ['certain', '311299—4321'],
  ['certain', '311299―4321'],
  ['certain', '311299\u22124321'],
  ['certain', '311299﹣4321'],
  ['certain', '311299－4321'],
  ['certain', '311299\u00A04321'],
  ['certain', '311299\u20094321'],
  ['certain', '311299\u202F-\u202F4321'],
  // Day, month and year apart.
  ['certain', '31 12 99 4321'],
  ['certain', '31 12 99-4321'],
  ['certain', '07 07 61-4285'],
  ['certain', '31.12.99-4321'],
  ['certain', '31.12.99 4321'],
  ['certain', '31.12.99.4321'],
  ['certain', '31. 12. 99 - 4321'],
  ['certain', '31-12-99-4321'],
  ['certain', '31-12-99 4321'],
  ['certain', '31/12/99-4321'],
  ['certain', '31/12/99 4321'],
  ['certain', '3112 99 4321'],
  ['certain', '31 1299-4321'],
  ['certain', '01 02 03 1234'],
  ['certain', '01 02 03 - 12 34'],
  ['certain', '311299-43 21'],
  ['certain', '31.12.1999-4321'],
  ['certain', '31-12-1999-4321'],
  ['certain', '31121999-4321'],
  // What nobody sees, and digits of another width.
  ['certain', '311299\u00AD-4321'],
  ['certain', '3112\u200B99-43\u200B21'],
  ['certain', '311299-\u20604321'],
  ['certain', '３１１２９９－４３２１'],
  ['certain', '３１１２９９ ４３２１'],
  ['certain', '𝟑𝟏𝟏𝟐𝟗𝟗-𝟒𝟑𝟐𝟏'],
  ['certain', '3\u03321\u03321\u03322\u03329\u03329\u0332-4321'],
  // Days and years that are easily forgotten.
  ['certain', '911299-4321'],
  ['certain', '610203-1234'],
  ['certain', '290200-4321'],
  ['certain', '010100-0001'],
  // What stands around it.
  ['certain', '(311299-4321)'],
  ['certain', 'CPR311299-4321x'],
  ['certain', 'Sagen om 311299-4321.'],
  ['certain', '"311299-4321"'],
  ['certain', 'sag 311299-4321, 3 klager'],
  ['certain', 'I 2024 311299-4321'],
  // Named as one.
  ['certain', 'CPR-nr.: 3112994321'],
  ['certain', 'cpr 0102031234'],
  ['certain', 'cpr. nr. 0102031235'],
  ['certain', 'CPR-nummer er 311299 2024'],
  ['certain', 'personnummer 3112994322'],
  ['certain', 'personnr.: 31 12 99 43 21'],
  ['certain', 'Cpr\t311299\t4321'],
  ['certain', 'cpr: 3 1 1 2 9 9 - 4 3 2 1'],
  ['certain', 'CPR 311 299 4321'],
  ['certain', 'CPR-nr. 3112 994321'],
  ['certain', 'cpr 311299-4 321'],
  ['certain', 'CPR-nr. 311299 (4321)'],
  ['certain', 'cpr 1/2-03-1234'],
  // Days and months as dates have them.
  ['certain', '31/12-99-4321'],
  ['possible', '1/2-03-1234'],
  ['possible', '1.2.03-1234'],
  ['possible', '1-2-1903-1234'],
  // What parts other numbers too.
  ['possible', '311299 (4321)'],
  ['possible', '311299(4321)'],
  ['possible', '311299 [4321]'],
  ['possible', '311299,4321'],
  ['possible', '311299;4321'],
  ['possible', '311299=4321'],
  ['possible', '311299*4321'],
  ['possible', '311299     4321'],
  ['possible', '311299-    4321'],
  ['possible', 'sag 1234, 0707614286'],
  // No hour has more than 59 minutes.
  ['certain', '280226 1475'],
  // Ten digits in one: certain only with the old check digit.
  ['certain', '0707614285'],
  ['possible', '0707614286'],
  ['possible', '311299\u200B4321'],
  ['possible', 'faktura 0707614285'],
  ['possible', 'p-nr. 1003456789'],
  // A date with what may as well be a year, a time of day or something else.
  ['possible', '150324 2024'],
  ['possible', '150324 - 2024'],
  ['possible', '150324/2024'],
  ['possible', 'sag 150324-2024'],
  ['possible', 'd. 280226 1430'],
  ['possible', 'd. 280226 1432'],
  ['possible', '280226 - 1430'],
  ['possible', 'den 28.02.26 1430'],
  ['possible', '28.02.2026 1430'],
  ['possible', 'd. 311299 4321 borgere'],
  ['possible', '311299\t4321'],
  ['possible', '311299:4321'],
  ['possible', '31 12 99 43 21'],
  ['possible', '2-311299-4321'],
  ['possible', '311299-4321-1'],
];

/** What else people write in digits. */
const ARE_NOT: readonly (readonly [what: string, text: string])[] = [
  ['a number that begins with no day', '4512994321'],
  ['a 31st of a short month', '310499-4321'],
  ['a 30th of February', '300200-4321'],
  ['a 13th month', '011399-4321'],
  ['a day 0', '000199-4321'],
  ['a month 0', '010099-4321'],
  ['a day 92', '920199-4321'],
  ['zeros in place of a number', '000000-0000'],
  ['a masked number', '311299-XXXX'],
  ['a masked number with stars', '311299-****'],
  ['a birthday', '311299'],
  ['three last digits', '311299-432'],
  ['five last digits', '311299-43210'],
  ['a longer number', '31129943210'],
  ['a number within a number', '1311299-43215'],
  ['a case and a year on the next line', 'sag 150324\n2024 gav os'],
  ['a number over two lines', '311299-\n4321'],
  ['a number over two lines of Windows', '311299\r\n4321'],
  ['a number over two lines of Word', '311299\v4321'],
  ['a number over two paragraphs', '311299\n\n4321'],
  ['a number over two lines of Unicode', '311299\u20284321'],
  ['two numbers and a word', '311299 og 4321'],
  ['two numbers and a comma', '150324, 2024'],
  ['a telephone number', '+45 31 12 99 43'],
  ['a telephone number with 00', '0045 31 12 99 43'],
  ['two telephone numbers', '21 77 21 77 / 31 12 99 43'],
  ['an EAN number', '5790001234567'],
  ['an EAN number in groups', '579 0001 234567'],
  ['a CVR number', 'CVR 29189846'],
  ['an account', 'konto 1551 0102031234'],
  ['an account with a dash', '1551-0102031234'],
  ['an IBAN', 'DK50 0040 0440 1162 43'],
  ['a card’s number', '4571 0102 0312 3456'],
  ['a case number of the classification', '27.00.00-K04-1-26'],
  ['a case number', '24/150324-2024'],
  ['a case number with letters', 'EMN-2024-01234'],
  ['a date and a year', '31.12.1999'],
  ['a date with dashes', '31-12-1999'],
  ['a date as computers write it', '2026-02-28T14:30:00'],
  ['a date and a time', '28.02.2026 kl. 14.30'],
  ['a date and a time with a point', '280226 14.30'],
  ['two dates', '01.01.24-31.12.24'],
  ['two dates with spaces', '01 01 24 - 31 12 24'],
  ['two whole dates', '01.02.2024-31.12.2024'],
  ['a range of years', '2023-2024'],
  ['years in a row', '2012 2013 2014 2015'],
  ['two short dates', 'fra 1.5.2024-3.4.2025'],
  ['hours of two days', '8-10 15-16'],
  ['a list of numbers', '31, 12, 99, 4321'],
  ['ten digits named as a number of days that there are none of', 'cpr 45 12 99 43 21'],
  ['an amount', '3.112.994.321 kr.'],
  ['an amount with øre', '311.299,4321'],
  ['six counts in a row', '10 12 14 16 18 20'],
  ['a time of a computer', '280220261430'],
  ['an identifier', '3f112994-e29b-41d4-a716-446655440000'],
  ['an ordinary sentence', 'I 2025 fik vi 14 henvendelser, mod 2024 i alt 18.'],
];

describe('CPR numbers in a text', () => {
  for (const [kind, text] of ARE) {
    it(`are found, as ${kind}, in: ${text}`, () => assert.deepEqual(kindsIn(text), [kind]));
  }

  for (const [what, text] of ARE_NOT) {
    it(`are not seen in ${what}: ${JSON.stringify(text)}`, () => assert.deepEqual(kindsIn(text), []));
  }

  it('are found whatever their last four digits are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (last) => {
        assert.deepEqual(kindsIn(`311299-${String(last).padStart(4, '0')}`), ['certain']);
      }),
    );
  });

  it('are all found, in the order they stand, from the first digit to the last', () => {
    const text = 'Først 311299-4321, så 0707614286, og til sidst 91 12 99 4321/311299-4321.';
    assert.deepEqual(kindsIn(text), ['certain', 'possible', 'certain', 'certain']);
    assert.deepEqual(
      findCprNumbers(text).map(({ start, end }) => text.slice(start, end)),
      ['311299-4321', '0707614286', '91 12 99 4321', '311299-4321'],
    );
  });

  it('are as certain in a text as the surest of them', () => {
    assert.equal(cprCertaintyIn('0707614286 og 311299-4321'), 'certain');
    assert.equal(cprCertaintyIn('0707614286'), 'possible');
    assert.equal(cprCertaintyIn('14 sager'), undefined);
  });

  it('are told by place alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const told = JSON.stringify(findCprNumbers(`${before} 311299-4321 ${after}`));
        assert.ok(!told.includes('4321'));
      }),
    );
  });
});

describe('the bounds of a CPR number', () => {
  const LAST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const two = (number: number) => String(number).padStart(2, '0');

  for (const [index, last] of LAST_DAYS.entries()) {
    it(`are the days of month ${index + 1}, as they are and for replacement numbers`, () => {
      const numbered = (day: number) => kindsIn(`${two(day)}${two(index + 1)}99-4321`);
      for (const day of [1, last, 61, 60 + last]) assert.deepEqual(numbered(day), ['certain'], String(day));
      for (const day of [0, last + 1, 60, 60 + last + 1]) assert.deepEqual(numbered(day), [], String(day));
    });
  }

  it('are the months of a year', () => {
    for (const month of ['00', '13']) assert.deepEqual(kindsIn(`15${month}99-4321`), []);
  });

  it('are the years in which anyone alive can have been born, or be born for a while', () => {
    for (const year of [1850, 2057]) assert.deepEqual(kindsIn(`3112${year}-4321`), ['certain'], String(year));
    for (const year of [1849, 2058]) assert.deepEqual(kindsIn(`3112${year}-4321`), [], String(year));
  });

  it('tell a year of four digits from the last four digits, after a date that has its century', () => {
    assert.deepEqual(kindsIn('31121999-2012'), ['possible']);
    assert.deepEqual(kindsIn('311299-2012'), ['certain']);
  });

  it('are the hours and minutes of a day, for four digits that may be a time', () => {
    for (const time of ['0000', '2355']) assert.deepEqual(kindsIn(`311299 ${time}`), ['possible'], time);
    for (const none of ['2400', '2360']) assert.deepEqual(kindsIn(`311299 ${none}`), ['certain'], none);
  });

  it('let a day and a month have one digit, and no other part', () => {
    assert.deepEqual(kindsIn('1.2.99-4321'), ['possible']);
    assert.deepEqual(kindsIn('31.12.9-4321'), []);
  });

  it('let a wide gap stand before the last four digits, and nowhere else', () => {
    assert.deepEqual(kindsIn('31 12 99     4321'), ['possible']);
    for (const text of ['31     12 99 4321', '31 12     99 4321']) assert.deepEqual(kindsIn(text), [], text);
  });

  it('are a gap of twelve characters, those that nobody sees counted in', () => {
    const apart = (unseen: number) => kindsIn(`311299${'\u00AD'.repeat(unseen)}-4321`);
    assert.deepEqual(apart(11), ['certain']);
    assert.deepEqual(apart(12), []);
  });

  it('make ten digits certain where they pass the check of cpr.dk, and no others', () => {
    const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    const sum = (digits: string) => weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
    for (let serial = 0; serial < 10_000; serial += 7) {
      const digits = `${two(1 + (serial % 28))}${two(1 + (serial % 12))}${two(serial % 100)}${String(serial).padStart(4, '0')}`;
      assert.deepEqual(kindsIn(digits), [sum(digits) % 11 === 0 ? 'certain' : 'possible'], digits);
    }
  });
});
