import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../../../src/domain/round/deadline.js';
import { DEFAULT_CALENDAR, isWorkingDay, workingDaysBetween } from '../../../src/domain/round/working-days.js';
import { aLocalDate } from '../../support/builders.js';

/**
 * From the almanac of the University of Copenhagen: Maundy Thursday, Good Friday, Easter Day, Easter Monday, Ascension
 * Day, Whit Sunday and Whit Monday; and the days that are the same every year.
 */
const HOLIDAYS: Readonly<Record<number, readonly string[]>> = {
  2025: [
    '2025-01-01',
    '2025-04-17',
    '2025-04-18',
    '2025-04-20',
    '2025-04-21',
    '2025-05-29',
    '2025-06-05',
    '2025-06-08',
    '2025-06-09',
    '2025-12-24',
    '2025-12-25',
    '2025-12-26',
    '2025-12-31',
  ],
  2026: [
    '2026-01-01',
    '2026-04-02',
    '2026-04-03',
    '2026-04-05',
    '2026-04-06',
    '2026-05-14',
    '2026-05-24',
    '2026-05-25',
    '2026-06-05',
    '2026-12-24',
    '2026-12-25',
    '2026-12-26',
    '2026-12-31',
  ],
  2027: [
    '2027-01-01',
    '2027-03-25',
    '2027-03-26',
    '2027-03-28',
    '2027-03-29',
    '2027-05-06',
    '2027-05-16',
    '2027-05-17',
    '2027-06-05',
    '2027-12-24',
    '2027-12-25',
    '2027-12-26',
    '2027-12-31',
  ],
  // Whit Monday is Constitution Day.
  2028: [
    '2028-01-01',
    '2028-04-13',
    '2028-04-14',
    '2028-04-16',
    '2028-04-17',
    '2028-05-25',
    '2028-06-04',
    '2028-06-05',
    '2028-12-24',
    '2028-12-25',
    '2028-12-26',
    '2028-12-31',
  ],
  // Easter Day is on the first of a month.
  2029: [
    '2029-01-01',
    '2029-03-29',
    '2029-03-30',
    '2029-04-01',
    '2029-04-02',
    '2029-05-10',
    '2029-05-20',
    '2029-05-21',
    '2029-06-05',
    '2029-12-24',
    '2029-12-25',
    '2029-12-26',
    '2029-12-31',
  ],
};

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(aLocalDate('2000-01-01'), days));

function isWeekend(each: LocalDate): boolean {
  return [0, 6].includes(new Date(`${each}T00:00:00Z`).getUTCDay());
}

function daysOf(year: number): readonly LocalDate[] {
  const first = aLocalDate(`${year}-01-01`);
  return Array.from({ length: 366 }, (_, days) => addDays(first, days)).filter((each) => each.startsWith(`${year}`));
}

describe('a working day', () => {
  for (const [year, holidays] of Object.entries(HOLIDAYS)) {
    it(`is every day of ${year} but weekends and holidays`, () => {
      assert.deepEqual(
        daysOf(Number(year)).filter((each) => !isWorkingDay(each, DEFAULT_CALENDAR)),
        daysOf(Number(year)).filter((each) => isWeekend(each) || holidays.includes(each)),
      );
    });

    for (const holiday of holidays) {
      it(`is not ${holiday}`, () => {
        assert.equal(isWorkingDay(aLocalDate(holiday), DEFAULT_CALENDAR), false);
      });
    }
  }

  for (const bededag of ['2025-05-16', '2026-05-01', '2027-04-23', '2028-05-12']) {
    it(`is ${bededag}, which was store bededag until 2023`, () => {
      assert.equal(isWorkingDay(aLocalDate(bededag), DEFAULT_CALENDAR), true);
    });
  }

  for (const monday of ['2008-03-24', '2038-04-26', '2049-04-19', '2076-04-20']) {
    it(`is not Easter Monday in a year when Easter is as early or late as it can be: ${monday}`, () => {
      assert.equal(isWorkingDay(aLocalDate(monday), DEFAULT_CALENDAR), false);
      assert.equal(isWorkingDay(addDays(aLocalDate(monday), -7), DEFAULT_CALENDAR), true);
    });
  }

  it('is never on a weekend', () => {
    fc.assert(fc.property(day, (each) => assert.ok(!(isWeekend(each) && isWorkingDay(each, DEFAULT_CALENDAR)))));
  });
});

describe('the working days between two days', () => {
  it('are counted from the day after the first, to the last and with it', () => {
    const [monday, friday] = [aLocalDate('2026-11-23'), aLocalDate('2026-11-27')];
    assert.equal(workingDaysBetween(monday, friday, DEFAULT_CALENDAR), 4);
    assert.equal(workingDaysBetween(monday, aLocalDate('2026-12-03'), DEFAULT_CALENDAR), 8);
  });

  it('are those of a Christmas with its holidays left out', () => {
    assert.equal(workingDaysBetween(aLocalDate('2026-12-22'), aLocalDate('2027-01-04'), DEFAULT_CALENDAR), 5);
  });

  it('are none when the last is not later', () => {
    fc.assert(
      fc.property(day, fc.nat(400), (each, days) =>
        assert.equal(workingDaysBetween(each, addDays(each, -days), DEFAULT_CALENDAR), 0),
      ),
    );
  });

  it('are those of the range’s parts together', () => {
    fc.assert(
      fc.property(day, fc.nat(400), fc.nat(400), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        assert.equal(
          workingDaysBetween(from, to, DEFAULT_CALENDAR),
          workingDaysBetween(from, middle, DEFAULT_CALENDAR) + workingDaysBetween(middle, to, DEFAULT_CALENDAR),
        );
      }),
    );
  });

  it('are counted to the last day there is, which a round stored earlier may have as its deadline', () => {
    const today = aLocalDate('2026-11-25');
    const [last, before] = [aLocalDate('9999-12-31'), aLocalDate('9999-12-30')];
    // 31 December is no working day; 30 December 9999 is a Thursday.
    assert.equal(
      workingDaysBetween(today, last, DEFAULT_CALENDAR),
      workingDaysBetween(today, before, DEFAULT_CALENDAR),
    );
    assert.equal(workingDaysBetween(addDays(before, -1), last, DEFAULT_CALENDAR), 1);
    assert.ok(
      workingDaysBetween(aLocalDate('0000-01-01'), last, DEFAULT_CALENDAR) >
        workingDaysBetween(today, last, DEFAULT_CALENDAR),
    );
  });

  it('are one from the day before a working day, and none from the day before another', () => {
    fc.assert(
      fc.property(day, (each) =>
        assert.equal(
          workingDaysBetween(addDays(each, -1), each, DEFAULT_CALENDAR),
          isWorkingDay(each, DEFAULT_CALENDAR) ? 1 : 0,
        ),
      ),
    );
  });
});
