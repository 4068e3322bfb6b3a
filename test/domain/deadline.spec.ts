import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, danishDayOf, hasPassed, parseLocalDate } from '../../src/domain/deadline.js';
import { aLocalDate } from '../support/builders.js';

const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const day = instant.map(danishDayOf);

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
    fc.assert(
      fc.property(day, instant, instant, (deadline, one, other) => {
        const [earlier, later] = one < other ? [one, other] : [other, one];
        assert.ok(!hasPassed(deadline, earlier) || hasPassed(deadline, later));
      }),
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

  it('moves across months, years and both changes of the clock one day at a time', () => {
    assert.equal(addDays(aLocalDate('2026-12-31'), 1), '2027-01-01');
    assert.equal(addDays(aLocalDate('2026-03-28'), 2), '2026-03-30');
    assert.equal(addDays(aLocalDate('2026-10-26'), -2), '2026-10-24');
  });
});
