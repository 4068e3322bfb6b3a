import assert from 'node:assert/strict';
import type { NotatRecord, RecordedAnswer } from '../../../src/domain/notat/notat.js';
import { announcedBefore, changesBetween, comparedWith, newerThan } from '../../../src/domain/notat/notat-changes.js';
import { aDepartmentId, aNotatId, aNotatRecord, aRecordedAnswer, START } from '../../support/builders.js';

function recordOf(answers: Readonly<Record<string, Partial<RecordedAnswer>>>): NotatRecord {
  const versions = Object.entries(answers).map(([id, changes]) =>
    aRecordedAnswer({ departmentId: aDepartmentId(id), version: 0, ...changes }),
  );
  return aNotatRecord({ versions });
}

describe('what is different in a later notat', () => {
  it('is nothing where it is made of the same', () => {
    const record = recordOf({ boern: { version: 2 }, kultur: { excused: 'in notat' }, teknik: {} });
    assert.deepEqual(changesBetween(record, record), []);
  });

  it('is each answer that is new, changed or excused, in the round’s order', () => {
    const earlier = recordOf({ a: {}, b: { version: 1 }, c: {}, d: { excused: 'in notat' }, e: { version: 4 } });
    const later = recordOf({
      a: { version: 1 },
      b: { version: 3 },
      c: { excused: 'left out' },
      d: { excused: 'left out' },
      e: { version: 4 },
    });
    assert.deepEqual(changesBetween(earlier, later), [
      { departmentId: 'a', kind: 'new' },
      { departmentId: 'b', kind: 'changed' },
      { departmentId: 'c', kind: 'excused' },
      { departmentId: 'd', kind: 'excused' },
    ]);
  });

  it('is that an answer, or an excuse, is no more, since it was sent back', () => {
    const earlier = recordOf({ a: { version: 1 }, b: { excused: 'in notat' }, c: { excused: 'left out' } });
    const later = recordOf({ a: { isAwaited: true }, b: { isAwaited: true }, c: { isAwaited: true } });
    assert.deepEqual(
      changesBetween(earlier, later).map(({ kind }) => kind),
      ['missing', 'missing', 'missing'],
    );
  });

  it('is a new answer of a department that has answered although it was excused', () => {
    const earlier = recordOf({ boern: { excused: 'in notat' } });
    assert.deepEqual(changesBetween(earlier, recordOf({ boern: { version: 1 } })), [
      { departmentId: 'boern', kind: 'new' },
    ]);
  });

  it('is a new answer of a department that the earlier one did not know', () => {
    assert.deepEqual(changesBetween(recordOf({}), recordOf({ boern: { version: 1 }, kultur: {} })), [
      { departmentId: 'boern', kind: 'new' },
    ]);
  });
});

describe('the notat that the secretariat was given before', () => {
  const made = (id: string, ms: number, status: NotatRecord['status']) =>
    aNotatRecord({ id: aNotatId(id), status, compiledAt: new Date(START.getTime() + ms) });
  const record = made('nu', 10, 'final');

  it('is the newest complete or final one, whatever order they come in', () => {
    const [oldest, newest] = [made('a', 1, 'final'), made('b', 5, 'complete')];
    assert.equal(announcedBefore(record, [oldest, newest, record]), newest);
    assert.equal(announcedBefore(record, [newest, record, oldest]), newest);
  });

  it('is no interim one, none made later, and not the notat itself', () => {
    assert.equal(announcedBefore(record, [made('a', 1, 'interim'), made('b', 11, 'final'), record]), undefined);
  });

  it('is none for the first', () => {
    assert.equal(announcedBefore(record, []), undefined);
  });
});

describe('a department that the round no longer asks', () => {
  it('comes last among the changes', () => {
    const earlier = recordOf({ a: { version: 1 }, b: { version: 1 } });
    assert.deepEqual(changesBetween(earlier, recordOf({ b: { version: 2 } })), [
      { departmentId: 'b', kind: 'changed' },
      { departmentId: 'a', kind: 'withdrawn' },
    ]);
  });
});

describe('the notat that another is compared with, and the one that is newer', () => {
  const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000);
  const complete = aNotatRecord({ id: aNotatId('complete'), status: 'complete', compiledAt: at(1) });
  const first = aNotatRecord({ id: aNotatId('final-1'), status: 'final', number: 1, compiledAt: at(2) });
  const again = aNotatRecord({ id: aNotatId('complete-2'), status: 'complete', compiledAt: at(3) });
  const second = aNotatRecord({ id: aNotatId('final-2'), status: 'final', number: 2, compiledAt: at(4) });
  const interim = aNotatRecord({ id: aNotatId('interim'), compiledAt: at(0) });
  const all = [interim, complete, first, again, second];

  it('is the final one before, for a final notat, and otherwise the newest that was announced', () => {
    assert.deepEqual(
      all.map((record) => comparedWith(record, all)?.id),
      [undefined, undefined, 'complete', 'final-1', 'final-1'],
    );
  });

  it('is the newest that was announced; a final one is overtaken by a final one alone', () => {
    assert.deepEqual(
      all.map((record) => newerThan(record, all)?.id),
      ['final-2', 'final-2', 'final-2', 'final-2', undefined],
    );
    assert.deepEqual(
      [first, again].map((record) => newerThan(record, [interim, complete, first, again])?.id),
      [undefined, undefined],
    );
  });
});
