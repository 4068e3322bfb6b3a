import assert from 'node:assert/strict';
import { type Deadline, type LocalDate, parseDeadline } from '../../src/domain/round/deadline.js';
import {
  danishDate,
  danishDateTime,
  danishDeadline,
  danishTime,
  danishWeekdayDate,
} from '../../src/text/date-words.js';

describe('Danish dates', () => {
  const day = '2026-12-03' as LocalDate;

  it('name the day without a leading zero and the month in lower case', () => {
    assert.equal(danishDate(day), '3. december 2026');
    assert.equal(danishDate('2026-05-31' as LocalDate), '31. maj 2026');
  });

  it('name the weekday', () => {
    assert.equal(danishWeekdayDate(day), 'torsdag den 3. december 2026');
    assert.equal(danishWeekdayDate('2027-02-27' as LocalDate), 'lørdag den 27. februar 2027');
  });

  it('give a deadline’s time if it has one, without a leading zero', () => {
    const deadline = (text: string): Deadline => parseDeadline(text) ?? day;
    assert.equal(danishDeadline(day), 'torsdag den 3. december 2026');
    assert.equal(danishDeadline(deadline('2026-12-03T12:00')), 'torsdag den 3. december 2026 kl. 12.00');
    assert.equal(danishDeadline(deadline('2026-12-03T09:05')), 'torsdag den 3. december 2026 kl. 9.05');
    assert.equal(danishDeadline(deadline('2026-12-03T00:00')), 'torsdag den 3. december 2026 kl. 0.00');
  });

  it('give the time in Denmark, in winter and in summer', () => {
    assert.equal(danishTime(new Date('2026-12-03T16:30:00Z')), '17.30');
    assert.equal(danishTime(new Date('2026-07-01T07:05:00Z')), '9.05');
  });

  it('write midnight as 0.00', () => {
    assert.equal(danishTime(new Date('2026-12-02T23:00:00Z')), '0.00');
  });

  it('give day and time together, both as Danish clocks show them', () => {
    assert.equal(danishDateTime(new Date('2026-12-03T16:30:00Z')), 'den 3. december 2026 kl. 17.30');
    assert.equal(danishDateTime(new Date('2026-12-31T23:15:00Z')), 'den 1. januar 2027 kl. 0.15');
  });
});
