import assert from 'node:assert/strict';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../../../src/domain/round/deadline.js';
import {
  addWorkingDays,
  CLOSABLE_DAYS,
  CLOSED_WEEKS_MAX,
  DEFAULT_CALENDAR,
  isWorkingDay,
  type WorkCalendar,
  workingDaysBetween,
} from '../../../src/domain/round/working-days.js';
import { aLocalDate } from '../../support/builders.js';

const WEEK_MS = 7 * 24 * 3_600_000;

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

const NOTHING_CLOSED: WorkCalendar = { closedDays: [], closedWeeks: [] };
const ALL_CLOSED: WorkCalendar = {
  closedDays: CLOSABLE_DAYS,
  closedWeeks: Array.from({ length: 53 }, (_, at) => at + 1),
};

const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(aLocalDate('2000-01-01'), days));
const weekNumber = fc.integer({ min: 1, max: 53 });
const closedDays = fc.subarray([...CLOSABLE_DAYS]);
/** Every calendar that the settings allow. */
const calendar = fc.record({ closedDays, closedWeeks: fc.uniqueArray(weekNumber, { maxLength: CLOSED_WEEKS_MAX }) });

/** The week of the year that the week's Thursday is in, as ISO 8601 says it. */
function isoWeekOf(each: LocalDate): number {
  const weekday = new Date(`${each}T00:00:00Z`).getUTCDay() || 7;
  const thursday = new Date(`${addDays(each, 4 - weekday)}T00:00:00Z`);
  return Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / WEEK_MS) + 1;
}

/** The weekdays of that year on which nobody works, by this calendar. */
function closedIn(year: number, by: WorkCalendar): readonly LocalDate[] {
  return daysOf(year).filter((each) => !isWeekend(each) && !isWorkingDay(each, by));
}

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
    fc.assert(fc.property(day, calendar, (each, by) => assert.ok(!(isWeekend(each) && isWorkingDay(each, by)))));
  });

  it('is 1 May, and none of the other three days, unless the settings say something else', () => {
    // None of the four is at a weekend in 2030, nor in 2031.
    assert.deepEqual(
      CLOSABLE_DAYS.filter((each) => !isWorkingDay(aLocalDate(`2030-${each}`), DEFAULT_CALENDAR)),
      ['06-05', '12-24', '12-31'],
    );
  });

  it('is each of the four days by the calendars that do not close it', () => {
    fc.assert(
      fc.property(closedDays, fc.constantFrom(2030, 2031), (closed, year) => {
        const by = { closedDays: closed, closedWeeks: [] };
        assert.deepEqual(
          CLOSABLE_DAYS.filter((each) => !isWorkingDay(aLocalDate(`${year}-${each}`), by)),
          closed,
        );
      }),
    );
  });

  it('is never in a closed week, and every other day is as if no week were closed', () => {
    fc.assert(
      fc.property(day, calendar, (each, by) => {
        const isClosed = by.closedWeeks.includes(isoWeekOf(each));
        assert.equal(isWorkingDay(each, by), !isClosed && isWorkingDay(each, { ...by, closedWeeks: [] }));
      }),
    );
  });

  for (const [year, week, first, last] of [
    [2026, 29, '2026-07-13', '2026-07-17'],
    [2026, 30, '2026-07-20', '2026-07-24'],
    [2027, 29, '2027-07-19', '2027-07-23'],
    [2027, 42, '2027-10-18', '2027-10-22'],
    // 2026 has 53 weeks, and the last of them ends in 2027.
    [2026, 53, '2026-12-28', '2027-01-01'],
    [2027, 1, '2027-01-04', '2027-01-08'],
    // Week 1 of 2025 and of 2030 begins in the year before.
    [2025, 1, '2024-12-30', '2025-01-03'],
    [2030, 1, '2029-12-31', '2030-01-04'],
  ] as const) {
    it(`is none from ${first} to ${last} where week ${week} of ${year} is closed, and the days around are`, () => {
      const by = { closedDays: [], closedWeeks: [week] };
      const [monday, friday] = [aLocalDate(first), aLocalDate(last)];
      assert.equal(workingDaysBetween(addDays(monday, -1), friday, by), 0);
      for (const each of [0, 1, 2, 3, 4]) assert.equal(isWorkingDay(addDays(monday, each), by), false);
      for (const around of [addDays(monday, -3), addDays(friday, 3)]) {
        assert.equal(isWorkingDay(around, by), isWorkingDay(around, NOTHING_CLOSED));
      }
    });
  }

  it('is the same with and without a closed week 53, in a year that has none', () => {
    const by = { closedDays: [], closedWeeks: [53] };
    assert.deepEqual(closedIn(2028, by), closedIn(2028, NOTHING_CLOSED));
    // In 2027 it is the 1st of January, which is a Friday in week 53 of 2026.
    assert.deepEqual(closedIn(2027, by), closedIn(2027, NOTHING_CLOSED));
    assert.equal(closedIn(2032, by).length, closedIn(2032, NOTHING_CLOSED).length + 5);
  });

  it('does not depend on what a newer version of the bot has written into the calendar', () => {
    const written = {
      closedDays: ['05-04', 'fastelavn'],
      closedWeeks: [0, -1, 54, 29.5, 1e9],
    } as unknown as WorkCalendar;
    fc.assert(
      fc.property(day, fc.nat(400), (from, days) => {
        const to = addDays(from, days);
        assert.equal(isWorkingDay(from, written), isWorkingDay(from, NOTHING_CLOSED));
        assert.equal(workingDaysBetween(from, to, written), workingDaysBetween(from, to, NOTHING_CLOSED));
      }),
    );
  });
});

describe('the public holidays', () => {
  // The library lists Easter Day and Whit Sunday too, and those of the four closable days that it knows as observances.
  const library = new Holidays('DK');

  for (let year = 2024; year < 2074; year += 1) {
    it(`of ${year} are those of another list`, () => {
      const listed = library.getHolidays(year).filter(({ type }) => type === 'public');
      const days = listed.map(({ date }) => aLocalDate(date.slice(0, 10))).filter((each) => !isWeekend(each));
      assert.deepEqual(closedIn(year, NOTHING_CLOSED), [...new Set(days)].sort());
    });
  }
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

  it('are those that are left when weeks are closed', () => {
    const by = { ...DEFAULT_CALENDAR, closedWeeks: [29, 30] };
    assert.equal(workingDaysBetween(aLocalDate('2026-07-10'), aLocalDate('2026-07-27'), by), 1);
    assert.equal(workingDaysBetween(aLocalDate('2026-07-08'), aLocalDate('2026-07-15'), by), 2);
    assert.equal(workingDaysBetween(aLocalDate('2026-07-22'), aLocalDate('2026-07-28'), by), 2);
    // Week 53 has a public holiday, 1 January, which is not taken away twice.
    const atNewYear = { ...DEFAULT_CALENDAR, closedWeeks: [53] };
    assert.equal(workingDaysBetween(aLocalDate('2026-12-27'), aLocalDate('2027-01-04'), atNewYear), 1);
  });

  it('are as many as the days one after another', () => {
    fc.assert(
      fc.property(day, fc.nat(800), calendar, (from, days, by) => {
        const each = Array.from({ length: days }, (_, at) => addDays(from, at + 1));
        const count = each.filter((one) => isWorkingDay(one, by)).length;
        assert.equal(workingDaysBetween(from, addDays(from, days), by), count);
      }),
    );
  });

  it('are none when the last is not later', () => {
    fc.assert(
      fc.property(day, fc.nat(400), calendar, (each, days, by) =>
        assert.equal(workingDaysBetween(each, addDays(each, -days), by), 0),
      ),
    );
  });

  it('are those of the range’s parts together', () => {
    fc.assert(
      fc.property(day, fc.nat(4_000), fc.nat(4_000), calendar, (from, first, second, by) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        const parts = workingDaysBetween(from, middle, by) + workingDaysBetween(middle, to, by);
        assert.equal(workingDaysBetween(from, to, by), parts);
      }),
    );
  });

  it('are none where every week is closed', () => {
    assert.equal(workingDaysBetween(aLocalDate('0000-01-01'), aLocalDate('9999-12-31'), ALL_CLOSED), 0);
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
});

describe('the day so many working days away', () => {
  const count = fc.integer({ min: -200, max: 200 });
  const after = fc.integer({ min: 1, max: 200 });

  for (const [from, days, to] of [
    ['2026-11-23', 1, '2026-11-24'],
    ['2026-11-27', 1, '2026-11-30'],
    ['2026-11-27', -4, '2026-11-23'],
    // From a Saturday.
    ['2026-11-28', 1, '2026-11-30'],
    ['2026-11-28', -1, '2026-11-27'],
    // Over Easter, Christmas, and a turn of the year.
    ['2026-04-01', 1, '2026-04-07'],
    ['2026-04-07', -1, '2026-04-01'],
    ['2026-12-23', 1, '2026-12-28'],
    ['2026-12-30', 1, '2027-01-04'],
    ['2027-01-04', -3, '2026-12-28'],
    // No working day is left out.
    ['2026-11-25', 0, '2026-11-25'],
    ['2026-11-29', 0, '2026-11-27'],
    ['2026-12-26', 0, '2026-12-23'],
  ] as const) {
    it(`is ${to} for ${days} from ${from}`, () => {
      assert.equal(addWorkingDays(aLocalDate(from), days, DEFAULT_CALENDAR), to);
    });
  }

  it('is after the closed weeks, or before them', () => {
    const by = { ...DEFAULT_CALENDAR, closedWeeks: [29, 30] };
    assert.equal(addWorkingDays(aLocalDate('2026-07-10'), 1, by), '2026-07-27');
    assert.equal(addWorkingDays(aLocalDate('2026-07-15'), 2, by), '2026-07-28');
    assert.equal(addWorkingDays(aLocalDate('2026-07-27'), -1, by), '2026-07-10');
    assert.equal(addWorkingDays(aLocalDate('2026-07-15'), 0, by), '2026-07-10');
  });

  it('is a working day, by every calendar that the settings allow', () => {
    fc.assert(
      fc.property(day, count, calendar, (from, days, by) =>
        assert.ok(isWorkingDay(addWorkingDays(from, days, by), by)),
      ),
    );
  });

  it('is as many working days away as the count between the two says', () => {
    fc.assert(
      fc.property(day, after, calendar, (from, days, by) => {
        const later = addWorkingDays(from, days, by);
        const earlier = addWorkingDays(from, -days, by);
        assert.equal(workingDaysBetween(from, later, by), days);
        // The day itself counts where it is a working day.
        assert.equal(workingDaysBetween(earlier, from, by), isWorkingDay(from, by) ? days : days - 1);
      }),
    );
  });

  it('leads back from a working day to where it began', () => {
    fc.assert(
      fc.property(day, count, calendar, (from, days, by) => {
        const began = addWorkingDays(from, 0, by);
        assert.equal(addWorkingDays(addWorkingDays(began, days, by), -days, by), began);
      }),
    );
  });

  it('is never earlier for more working days, nor from a later day', () => {
    fc.assert(
      fc.property(day, fc.nat(400), count, fc.nat(400), calendar, (from, days, first, more, by) => {
        const least = addWorkingDays(from, first, by);
        assert.ok(addWorkingDays(from, first + more, by) >= least);
        assert.ok(addWorkingDays(addDays(from, days), first, by) >= least);
      }),
    );
  });

  it('is found a thousand working days away, though as many weeks are closed as may be', () => {
    const closedWeeks = Array.from({ length: CLOSED_WEEKS_MAX }, (_, at) => at * 2 + 2);
    const by = { closedDays: CLOSABLE_DAYS, closedWeeks };
    const today = aLocalDate('2026-11-25');
    assert.equal(workingDaysBetween(today, addWorkingDays(today, 1_000, by), by), 1_000);
    assert.equal(workingDaysBetween(addWorkingDays(today, -1_000, by), addDays(today, -1), by), 999);
  });

  it('is a thousand working days away at most', () => {
    const today = aLocalDate('2026-11-25');
    for (const days of [1_000, -1_000]) {
      const furthest = addWorkingDays(today, days, DEFAULT_CALENDAR);
      for (const more of [1.001, 1e9, Number.POSITIVE_INFINITY]) {
        assert.equal(addWorkingDays(today, days * more, DEFAULT_CALENDAR), furthest);
      }
    }
  });

  it('is the last day that is looked at, some ten years away, where every week is closed', () => {
    const today = aLocalDate('2026-11-25');
    assert.equal(addWorkingDays(today, 1, ALL_CLOSED), addDays(today, 3_660));
    assert.equal(addWorkingDays(today, -1, ALL_CLOSED), addDays(today, -3_660));
    assert.equal(addWorkingDays(today, 0, ALL_CLOSED), addDays(today, -3_659));
  });

  it('is not outside the years that can be written', () => {
    const [first, last] = [aLocalDate('0000-01-01'), aLocalDate('9999-12-31')];
    assert.equal(addWorkingDays(last, 5, DEFAULT_CALENDAR), last);
    assert.equal(addWorkingDays(first, -5, DEFAULT_CALENDAR), first);
    assert.equal(addWorkingDays(last, 0, NOTHING_CLOSED), last);
    assert.equal(addWorkingDays(last, -1, NOTHING_CLOSED), '9999-12-30');
  });
});
