import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, type LocalDate } from '../../../src/domain/round/deadline.js';
import { deadlineWarnings, sameDayYearsOn, WORKING_DAYS_WANTED } from '../../../src/domain/round/deadline-warnings.js';
import {
  addWorkingDays,
  DEFAULT_CALENDAR,
  isWorkingDay,
  workingDaysBetween,
} from '../../../src/domain/round/working-days.js';
import { aLocalDate } from '../../support/builders.js';

/** A Monday. */
const TODAY = aLocalDate('2026-11-09');
const FEW = 'few working days';

const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(aLocalDate('2025-01-01'), days));

describe('the warnings about a deadline', () => {
  it('are none for a working day that is far enough away', () => {
    assert.deepEqual(warned('2026-11-25'), []);
    assert.deepEqual(warned('2026-11-23'), []);
  });

  it('name the next working day for a weekend, a holiday and a closed day', () => {
    assert.deepEqual(warned('2026-11-28'), [{ kind: 'weekend', next: '2026-11-30' }]);
    assert.deepEqual(warned('2026-11-29'), [{ kind: 'weekend', next: '2026-11-30' }]);
    assert.deepEqual(warned('2027-03-29'), [{ kind: 'holiday', next: '2027-03-30' }]);
    assert.deepEqual(warned('2026-12-24'), [{ kind: 'closed day', next: '2026-12-28' }]);
    const closed = { closedDays: [], closedWeeks: [52] };
    assert.deepEqual(warned('2026-12-22', closed), [{ kind: 'closed day', next: '2026-12-28' }]);
  });

  it('say of a deadline on the same day that it is, and nothing of the working days that are left', () => {
    assert.deepEqual(warned('2026-11-09'), [{ kind: 'same day' }]);
    assert.deepEqual(deadlineWarnings(aLocalDate('2026-11-14'), aLocalDate('2026-11-14'), DEFAULT_CALENDAR), [
      { kind: 'weekend', next: '2026-11-16' },
      { kind: 'same day' },
    ]);
  });

  it('say of one before that it has passed, and nothing else of that day', () => {
    assert.deepEqual(warned('2026-11-08'), [{ kind: 'passed' }]);
  });

  it('count the working days where there are fewer than wanted, and name the first day that has enough', () => {
    assert.deepEqual(warned('2026-11-20'), [{ kind: FEW, days: 9, enough: '2026-11-23' }]);
    assert.deepEqual(warned('2026-11-10'), [{ kind: FEW, days: 1, enough: '2026-11-23' }]);
    assert.deepEqual(deadlineWarnings(aLocalDate('2026-11-15'), aLocalDate('2026-11-14'), DEFAULT_CALENDAR), [
      { kind: 'weekend', next: '2026-11-16' },
      { kind: FEW, days: 0, enough: '2026-11-27' },
    ]);
  });

  it('judge a deadline with a time by its day', () => {
    assert.deepEqual(
      deadlineWarnings('2026-11-28T12:00' as LocalDate, TODAY, DEFAULT_CALENDAR).map(({ kind }) => kind),
      ['weekend'],
    );
  });

  it('are none for the day that they propose', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, day) => {
        for (const warning of deadlineWarnings(day, from, DEFAULT_CALENDAR)) {
          if (warning.kind === 'same day' || warning.kind === 'passed') continue;
          const proposed = 'next' in warning ? warning.next : warning.enough;
          const enough = addWorkingDays(from, WORKING_DAYS_WANTED, DEFAULT_CALENDAR);
          const later = proposed > enough ? proposed : enough;
          assert.deepEqual(deadlineWarnings(later, from, DEFAULT_CALENDAR), []);
          assert.ok(isWorkingDay(proposed, DEFAULT_CALENDAR));
        }
      }),
    );
  });

  it('warn of few working days exactly where there are few', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, day) => {
        const isFew = day > from && workingDaysBetween(from, day, DEFAULT_CALENDAR) < WORKING_DAYS_WANTED;
        assert.equal(
          deadlineWarnings(day, from, DEFAULT_CALENDAR).some(({ kind }) => kind === FEW),
          isFew,
        );
      }),
    );
  });
});

describe('the same day some years on', () => {
  it('is the same weekday at the same time of the year', () => {
    assert.equal(sameDayYearsOn(aLocalDate('2025-11-26'), 1, DEFAULT_CALENDAR), '2026-11-25');
    assert.equal(sameDayYearsOn(aLocalDate('2025-11-26'), 2, DEFAULT_CALENDAR), '2027-11-24');
    assert.equal(sameDayYearsOn(aLocalDate('2024-02-29'), 1, DEFAULT_CALENDAR), '2025-02-27');
  });

  it('is the first working day after a holiday or a weekend', () => {
    assert.equal(sameDayYearsOn(aLocalDate('2025-12-25'), 1, DEFAULT_CALENDAR), '2026-12-28');
    assert.equal(sameDayYearsOn(aLocalDate('2025-11-29'), 1, DEFAULT_CALENDAR), '2026-11-30');
  });

  it('is always a working day in the same weeks of a later year', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 5 }), (day, years) => {
        const later = sameDayYearsOn(day, years, DEFAULT_CALENDAR);
        assert.ok(isWorkingDay(later, DEFAULT_CALENDAR));
        assert.ok(later > addDays(day, years * 365 - 5) && later < addDays(day, years * 366 + 12));
      }),
    );
  });
});

function warned(day: string, calendar = DEFAULT_CALENDAR) {
  return deadlineWarnings(aLocalDate(day), TODAY, calendar);
}
