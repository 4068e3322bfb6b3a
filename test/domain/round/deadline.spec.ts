import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEADLINE_MAX_YEARS } from '../../../src/domain/limits.js';
import {
  addDays,
  type Deadline,
  danishDayOf,
  dayOf,
  hasPassed,
  isTimeOfDay,
  lastDeadlineDay,
  parseDeadline,
  parseLocalDate,
  readDay,
  readTimeOfDay,
  timeOf,
} from '../../../src/domain/round/deadline.js';
import { aDeadline, aLocalDate } from '../../support/builders.js';

const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const day = instant.map(danishDayOf);
const time = fc.integer({ min: 0, max: 24 * 60 - 1 }).map(clockAt);
const deadlines = fc.oneof(
  day,
  fc.tuple(day, time).map(([each, clock]) => aDeadline(`${each}T${clock}`)),
);

/** The nights on which Denmark's clocks change, at 1.00 UTC: an hour is missing, or comes twice. */
const nights = fc.constantFrom('2026-03-29', '2026-10-25').chain((night) => {
  const moment = fc
    .integer({ min: -90, max: 90 })
    .map((minute) => new Date(Date.parse(`${night}T01:00Z`) + minute * 60_000));
  const clock = fc.integer({ min: 90, max: 210 }).map(clockAt);
  return fc.record({ deadline: clock.map((each) => aDeadline(`${night}T${each}`)), one: moment, other: moment });
});

/** What a clock shows so many minutes after midnight. */
function clockAt(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function staysPassed(deadline: Deadline, one: Date, other: Date): void {
  const [earlier, later] = one < other ? [one, other] : [other, one];
  assert.ok(!hasPassed(deadline, earlier) || hasPassed(deadline, later));
}

describe('a deadline', () => {
  for (const [season, deadline, lastMoment] of [
    ['in winter', '2026-11-25', '2026-11-25T22:59:59.999Z'],
    ['in summer', '2026-06-10', '2026-06-10T21:59:59.999Z'],
    ['on the eve of summer time', '2026-03-28', '2026-03-28T22:59:59.999Z'],
    ['on the day of 23 hours, when summer time begins', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['on the eve of winter time', '2026-10-24', '2026-10-24T21:59:59.999Z'],
    ['on the day of 25 hours, when summer time ends', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['on New Year’s Eve', '2026-12-31', '2026-12-31T22:59:59.999Z'],
  ] as const) {
    it(`counts in full ${season}, and has passed a moment later`, () => {
      const last = new Date(lastMoment);
      assert.equal(hasPassed(aLocalDate(deadline), last), false);
      assert.equal(hasPassed(aLocalDate(deadline), new Date(last.getTime() + 1)), true);
    });
  }

  it('once passed stays passed', () => {
    fc.assert(fc.property(deadlines, instant, instant, staysPassed));
  });

  it('once passed stays passed on the nights when the clocks change', () => {
    fc.assert(
      fc.property(nights, ({ deadline, one, other }) => staysPassed(deadline, one, other)),
      { numRuns: 2_000 },
    );
  });

  it('has not passed on its own day, and has the day after', () => {
    fc.assert(
      fc.property(instant, (now) => {
        assert.equal(hasPassed(danishDayOf(now), now), false);
        assert.equal(hasPassed(addDays(danishDayOf(now), -1), now), true);
      }),
    );
  });
});

describe('a deadline with a time', () => {
  for (const [when, deadline, lastMoment] of [
    ['in winter', '2026-11-25T12:00', '2026-11-25T11:00:59.999Z'],
    ['in summer', '2026-06-10T12:00', '2026-06-10T10:00:59.999Z'],
    ['at midnight', '2026-11-25T00:00', '2026-11-24T23:00:59.999Z'],
    ['at the end of a day, which is then the whole day', '2026-11-25T23:59', '2026-11-25T22:59:59.999Z'],
    ['in the last minute before summer time begins', '2026-03-29T01:59', '2026-03-29T00:59:59.999Z'],
    ['in the hour that is missing then, of which nothing is left', '2026-03-29T02:30', '2026-03-29T00:59:59.999Z'],
    ['in the first minute of summer time', '2026-03-29T03:00', '2026-03-29T01:00:59.999Z'],
    ['in the minute before the hour that comes twice', '2026-10-25T01:59', '2026-10-24T23:59:59.999Z'],
    ['in the first minute that comes twice, the second time', '2026-10-25T02:00', '2026-10-25T01:00:59.999Z'],
    ['in the hour that comes twice, the second time', '2026-10-25T02:30', '2026-10-25T01:30:59.999Z'],
    ['in the last minute that comes twice, the second time', '2026-10-25T02:59', '2026-10-25T01:59:59.999Z'],
    ['in the first minute of winter time alone', '2026-10-25T03:00', '2026-10-25T02:00:59.999Z'],
  ] as const) {
    it(`counts its minute in full ${when}, and has passed a moment later`, () => {
      const last = new Date(lastMoment);
      assert.equal(hasPassed(aDeadline(deadline), last), false);
      assert.equal(hasPassed(aDeadline(deadline), new Date(last.getTime() + 1)), true);
    });
  }

  it('does not pass between the two times that its minute comes', () => {
    const between = new Date('2026-10-25T00:45:00Z');
    assert.equal(hasPassed(aDeadline('2026-10-25T02:30'), between), false);
    assert.equal(hasPassed(aDeadline('2026-10-25T01:59'), between), true);
  });

  it('passes no later than its day', () => {
    fc.assert(
      fc.property(deadlines, instant, (deadline, now) =>
        assert.ok(hasPassed(deadline, now) || !hasPassed(dayOf(deadline), now)),
      ),
    );
  });

  it('is its day and its time', () => {
    fc.assert(
      fc.property(day, time, (each, clock) => {
        const deadline = aDeadline(`${each}T${clock}`);
        assert.deepEqual([dayOf(deadline), timeOf(deadline)], [each, clock]);
      }),
    );
  });

  it('need have no time', () => {
    assert.deepEqual([dayOf(aLocalDate()), timeOf(aLocalDate())], ['2026-11-25', undefined]);
  });
});

describe('a written deadline', () => {
  it('is read back as it is written', () => {
    fc.assert(fc.property(deadlines, (each) => assert.equal(parseDeadline(each), each)));
  });

  for (const value of [
    '',
    'T12:00',
    '2026-11-25T',
    '2026-11-31T12:00',
    '2026-11-25T24:00',
    '2026-11-25T12:60',
    '2026-11-25T9:00',
    '2026-11-25T12:00:00',
    '2026-11-25T12:00Z',
    '2026-11-25T12:00T12:00',
    '2026-11-25 12:00',
    '2026-11-25T12:00\n',
    '+012026-11-25',
    ['2026-11-25'],
    20_261_125,
    null,
    undefined,
  ]) {
    it(`is not ${JSON.stringify(value)}`, () => {
      assert.equal(parseDeadline(value), undefined);
    });
  }

  it('has a time that a clock shows', () => {
    for (const text of ['00:00', '09:05', '19:59', '23:59']) assert.ok(isTimeOfDay(text), text);
    for (const text of ['24:00', '12:60', '9:00', '12.00', '12:00 ', '']) assert.ok(!isTimeOfDay(text), text);
  });
});

describe('the last day that a deadline may have', () => {
  it(`is the same day ${DEADLINE_MAX_YEARS} years later`, () => {
    assert.equal(lastDeadlineDay(aLocalDate('2026-11-25')), '2029-11-25');
  });

  it('is the day before where that day does not exist', () => {
    assert.equal(lastDeadlineDay(aLocalDate('2028-02-29')), '2031-02-28');
  });

  it('is a day that can be written', () => {
    assert.equal(lastDeadlineDay(aLocalDate('9998-03-01')), '9999-03-01');
    assert.equal(lastDeadlineDay(aLocalDate('0001-01-01')), '0004-01-01');
  });
});

describe('a local date', () => {
  it('is read back as it is written', () => {
    fc.assert(fc.property(day, (each) => assert.equal(parseLocalDate(each), each)));
  });

  for (const value of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-11-31']) {
    it(`is not ${value}, a day that does not exist`, () => {
      assert.equal(parseLocalDate(value), undefined);
    });
  }

  for (const value of [
    '',
    '25-11-2026',
    '2026-11-25T00:00',
    ' 2026-11-25',
    '2026-11-25\n',
    '26-1-5',
    20_261_125,
    null,
    undefined,
  ]) {
    it(`is not ${JSON.stringify(value)}`, () => {
      assert.equal(parseLocalDate(value), undefined);
    });
  }

  it('exists on the 29th of February of a leap year', () => {
    assert.equal(parseLocalDate('2028-02-29'), '2028-02-29');
  });

  it('compares as the days do', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 2_000 }), (each, days) => assert.ok(each < addDays(each, days))),
    );
  });

  it('moved there and back is the same', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2_000, max: 2_000 }), (each, days) =>
        assert.equal(addDays(addDays(each, days), -days), each),
      ),
    );
  });

  it('never leaves the years that can be written, and so compares as the days do however far it is moved', () => {
    const [first, last] = [aLocalDate('0000-01-01'), aLocalDate('9999-12-31')];
    assert.deepEqual([addDays(last, 1), addDays(last, Number.POSITIVE_INFINITY)], [last, last]);
    assert.deepEqual([addDays(first, -1), addDays(first, Number.NEGATIVE_INFINITY)], [first, first]);
    fc.assert(
      fc.property(day, fc.integer(), (each, days) => {
        const moved = addDays(each, days);
        assert.equal(parseLocalDate(moved), moved);
        assert.ok(days < 0 ? moved <= each : moved >= each);
      }),
    );
  });

  it('moves across months, years and both changes of the clock one day at a time', () => {
    assert.equal(addDays(aLocalDate('2026-12-31'), 1), '2027-01-01');
    assert.equal(addDays(aLocalDate('2026-03-28'), 2), '2026-03-30');
    assert.equal(addDays(aLocalDate('2026-10-26'), -2), '2026-10-24');
  });
});

describe('what is read as a day or a time', () => {
  it('may have spaces around it, to forty characters in all', () => {
    const long = (text: string, length: number) => text.padStart(length);
    assert.deepEqual([readDay(long('1.2.2027', 40)), readDay(long('1.2.2027', 41))], ['2027-02-01', undefined]);
    assert.deepEqual([readTimeOfDay(long('9.30', 40)), readTimeOfDay(long('9.30', 41))], ['09:30', undefined]);
  });
});
