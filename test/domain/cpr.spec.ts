import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCprNumbers } from '../../src/domain/cpr.js';

const kindsIn = (text: string) => findCprNumbers(text).map(({ kind }) => kind);

/** Made up: the day is the 31st of a month or a day that is 60 more, and the last four digits are chosen. */
const WRITTEN: readonly (readonly [how: string, text: string])[] = [
  ['with a dash', 'Borgeren 311299-4321 har klaget.'],
  ['with a space', '311299 4321'],
  ['with a point', '311299.4321'],
  ['with a slash', '311299/4321'],
  ['with an en dash', '311299–4321'],
  ['with a dash that does not break', '311299\u20114321'],
  ['with a minus sign', '311299\u22124321'],
  ['with spaces around the dash', '311299 - 4321'],
  ['over two lines', '311299-\n4321'],
  ['in wide digits', '３１１２９９－４３２１'],
  ['as a replacement number', '911299-4321'],
  ['on a leap day', '290200-4321'],
  ['in brackets', '(311299-4321)'],
  ['beside a letter', 'CPR311299-4321x'],
];

describe('CPR numbers in a text', () => {
  for (const [how, text] of WRITTEN) {
    it(`are found ${how}`, () => assert.deepEqual(kindsIn(text), ['certain']));
  }

  it('are found whatever their last four digits are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (last) => {
        assert.deepEqual(kindsIn(`311299-${String(last).padStart(4, '0')}`), ['certain']);
      }),
    );
  });

  it('are certain without a mark when the old check digit is right, and only suspected when it is not', () => {
    assert.deepEqual(kindsIn('0707614285'), ['certain']);
    assert.deepEqual(kindsIn('0707614286'), ['possible']);
  });

  it('are all found, in the order they stand', () => {
    const text = 'Først 311299-4321, så 0707614286, og til sidst 911299 4321.';
    assert.deepEqual(kindsIn(text), ['certain', 'possible', 'certain']);
    assert.deepEqual(
      findCprNumbers(text).map(({ start }) => start),
      [6, 22, 47],
    );
  });

  const OTHERS: readonly (readonly [what: string, text: string])[] = [
    ['a number that begins with no day', '4512994321'],
    ['a 31st of a short month', '310499-4321'],
    ['a 13th month', '011399-4321'],
    ['a day 0', '000199-4321'],
    ['a longer number', '31129943210'],
    ['a number within a number', '1311299-43215'],
    ['a telephone number', '+45 31 12 99 43'],
    ['a case number', '27.00.00-K04-1-26'],
    ['a date and a year', '31.12.1999'],
    ['an amount', '3.112.994.321 kr.'],
    ['an ordinary sentence', 'I 2025 fik vi 14 henvendelser, mod 2024 i alt 18.'],
  ];
  for (const [what, text] of OTHERS) {
    it(`are not seen in ${what}`, () => assert.deepEqual(kindsIn(text), []));
  }

  it('are told by place alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const told = JSON.stringify(findCprNumbers(`${before} 311299-4321 ${after}`));
        assert.ok(!told.includes('4321'));
      }),
    );
  });
});
