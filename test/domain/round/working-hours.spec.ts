import assert from 'node:assert/strict';
import fc from 'fast-check';
import { danishDayOf } from '../../../src/domain/round/deadline.js';
import { DEFAULT_CALENDAR, isWorkingDay, type WorkCalendar } from '../../../src/domain/round/working-days.js';
import { isWorkingHour, nextWorkingHour } from '../../../src/domain/round/working-hours.js';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

const nextAfter = (text: string, calendar = DEFAULT_CALENDAR) =>
  nextWorkingHour(new Date(text), calendar).toISOString();

describe('the next working hour', () => {
  it('is the next full hour of a working day', () => {
    assert.equal(nextAfter('2026-11-09T09:20:00.000Z'), '2026-11-09T10:00:00.000Z');
  });

  it('is always later than now', () => {
    assert.equal(nextAfter('2026-11-09T09:00:00.000Z'), '2026-11-09T10:00:00.000Z');
  });

  it('is 8 in Denmark in the morning, in winter and in summer', () => {
    assert.equal(nextAfter('2026-11-09T03:20:00.000Z'), '2026-11-09T07:00:00.000Z');
    assert.equal(nextAfter('2026-06-09T03:20:00.000Z'), '2026-06-09T06:00:00.000Z');
  });

  it('is 15 in Denmark at the latest, and then 8 on the next working day', () => {
    assert.equal(nextAfter('2026-11-09T13:59:00.000Z'), '2026-11-09T14:00:00.000Z');
    assert.equal(nextAfter('2026-11-09T14:00:00.000Z'), '2026-11-10T07:00:00.000Z');
    assert.equal(nextAfter('2026-11-13T14:00:00.000Z'), '2026-11-16T07:00:00.000Z');
  });

  it('is after the holidays', () => {
    assert.equal(nextAfter('2026-12-23T16:00:00.000Z'), '2026-12-28T07:00:00.000Z');
    assert.equal(nextAfter('2027-03-24T16:00:00.000Z'), '2027-03-30T06:00:00.000Z');
  });

  it('is a full hour of a working day within a week, whenever it is', () => {
    const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2045-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(times, (now) => {
        const next = nextWorkingHour(now, DEFAULT_CALENDAR);
        const waitMs = next.getTime() - now.getTime();
        assert.ok(waitMs > 0 && waitMs <= WEEK_MS);
        assert.equal(next.getTime() % HOUR_MS, 0);
        assert.ok(isWorkingDay(danishDayOf(next), DEFAULT_CALENDAR));
      }),
    );
  });

  it('is after the closed weeks', () => {
    const closed: WorkCalendar = { ...DEFAULT_CALENDAR, closedWeeks: [28, 29, 30] };
    assert.equal(nextAfter('2026-07-03T13:30:00.000Z', closed), '2026-07-27T06:00:00.000Z');
    assert.equal(nextAfter('2026-07-13T06:30:00.000Z', closed), '2026-07-27T06:00:00.000Z');
    assert.equal(nextAfter('2026-07-13T06:30:00.000Z'), '2026-07-13T07:00:00.000Z');
  });

  it('is the first of the hours to come at which somebody is at work', () => {
    const times = fc.date({ min: new Date('2026-01-01'), max: new Date('2045-12-31'), noInvalidDate: true });
    const week = fc.integer({ min: 1, max: 53 });
    fc.assert(
      fc.property(times, week, (now, closed) => {
        const calendar = { ...DEFAULT_CALENDAR, closedWeeks: [closed] };
        let at = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS;
        while (!isWorkingHour(new Date(at), calendar)) at += HOUR_MS;
        assert.equal(nextWorkingHour(now, calendar).getTime(), at);
      }),
    );
  });
});

describe('a working hour', () => {
  for (const [at, is] of [
    ['2026-11-09T06:59:59.999Z', false],
    ['2026-11-09T07:00:00.000Z', true],
    ['2026-11-09T14:59:59.999Z', true],
    ['2026-11-09T15:00:00.000Z', false],
    ['2026-06-09T06:00:00.000Z', true],
    ['2026-06-09T14:00:00.000Z', false],
    ['2026-11-08T09:00:00.000Z', false],
    ['2026-12-24T09:00:00.000Z', false],
  ] as const) {
    it(`is ${is ? '' : 'not '}at ${at}`, () => {
      assert.equal(isWorkingHour(new Date(at), DEFAULT_CALENDAR), is);
    });
  }

  it('is on a day that is open by the calendar', () => {
    const open: WorkCalendar = { closedDays: [], closedWeeks: [] };
    assert.ok(isWorkingHour(new Date('2026-12-24T09:00:00.000Z'), open));
    assert.ok(!isWorkingHour(new Date('2026-11-09T09:00:00.000Z'), { ...open, closedWeeks: [46] }));
  });
});
