import assert from 'node:assert/strict';
import fc from 'fast-check';
import { danishHourOf, danishInstant } from '../../../src/domain/round/danish-time.js';
import { parseLocalDate } from '../../../src/domain/round/deadline.js';
import { aLocalDate } from '../../support/builders.js';

const HOUR_MS = 3_600_000;

const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The day and the hour on Denmark's clocks at a full hour. */
function shownAt(instant: Date) {
  const [day, time = ''] = CLOCK.format(instant).split(' ');
  assert.match(time, /:00:00$/u);
  const date = parseLocalDate(day);
  assert.ok(date !== undefined);
  return { day: date, hour: Number(time.slice(0, 2)) };
}

describe('the instant of an hour in Denmark', () => {
  for (const [day, hour, instant, what] of [
    ['2026-11-25', 8, '2026-11-25T07:00:00.000Z', 'in winter'],
    ['2026-07-01', 8, '2026-07-01T06:00:00.000Z', 'in summer'],
    ['2026-07-01', 0, '2026-06-30T22:00:00.000Z', 'at midnight'],
    ['2026-12-31', 23, '2026-12-31T22:00:00.000Z', 'at the end of a year'],
    ['2026-03-29', 1, '2026-03-29T00:00:00.000Z', 'before summer time begins'],
    ['2026-03-29', 2, '2026-03-29T01:00:00.000Z', 'for the hour that is skipped, when the clocks show 3'],
    ['2026-03-29', 3, '2026-03-29T01:00:00.000Z', 'when summer time begins'],
    ['2026-03-29', 8, '2026-03-29T06:00:00.000Z', 'on the day when summer time begins'],
    ['2026-10-25', 1, '2026-10-24T23:00:00.000Z', 'before summer time ends'],
    ['2026-10-25', 2, '2026-10-25T00:00:00.000Z', 'for the hour that comes twice, the first time'],
    ['2026-10-25', 3, '2026-10-25T02:00:00.000Z', 'when summer time has ended'],
    ['2026-10-25', 8, '2026-10-25T07:00:00.000Z', 'on the day when summer time ends'],
    ['1975-07-01', 8, '1975-07-01T07:00:00.000Z', 'in a year without summer time'],
  ] as const) {
    it(`is found ${what}`, () => {
      assert.equal(danishInstant(aLocalDate(day), hour).toISOString(), instant);
    });
  }

  for (let year = 2024; year <= 2031; year += 1) {
    it(`is the first at which the clocks show that hour, for every hour of ${year}`, () => {
      const twice: string[] = [];
      let before = '';
      for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += HOUR_MS) {
        const { day, hour } = shownAt(new Date(at));
        const isAgain = `${day} ${hour}` === before;
        if (isAgain) twice.push(before);
        before = `${day} ${hour}`;
        assert.equal(danishHourOf(new Date(at)), hour);
        assert.equal(danishInstant(day, hour).getTime(), isAgain ? at - HOUR_MS : at, before);
      }
      assert.equal(twice.length, 1);
    });
  }

  it('is the one at which the clocks show that hour or the next, on every day of any year since 1900', () => {
    const anyDay = fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-30'), noInvalidDate: true });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 23 }), (date, hour) => {
        const day = aLocalDate(date.toISOString().slice(0, 10));
        const shown = shownAt(danishInstant(day, hour));
        assert.equal(shown.day, day);
        assert.ok(shown.hour === hour || (shown.hour === hour + 1 && isSkipped(day, hour)));
      }),
    );
  });
});

/** Whether no instant of that day shows the hour. */
function isSkipped(day: string, hour: number): boolean {
  const around = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS;
  return [-3, -2, -1, 0].every((hours) => {
    const shown = shownAt(new Date(around + hours * HOUR_MS));
    return shown.day !== day || shown.hour !== hour;
  });
}
