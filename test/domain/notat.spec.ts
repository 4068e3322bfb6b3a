import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compileNotat, recordNotat } from '../../src/domain/notat.js';
import type { RoundOverview } from '../../src/domain/round.js';
import {
  aDepartment,
  aDepartmentId,
  aLocalDate,
  aNotatId,
  anAsk,
  anOverview,
  aPlan,
  aRound,
  aRoundDepartment,
  aVersion,
} from '../support/builders.js';

const BEFORE = new Date('2026-11-25T22:59:59.999Z');
const AFTER = new Date('2026-11-25T23:00:00.000Z');

const NIL = aVersion({ content: { kind: 'nil' } });

function overviewOf(replies: readonly (ReturnType<typeof aVersion> | undefined)[]): RoundOverview {
  return anOverview({
    departments: replies.map((reply, position) =>
      aRoundDepartment({
        department: aDepartment({ id: aDepartmentId(`d${position}`), name: `Fagområde ${position}` }),
        position,
        reply,
      }),
    ),
  });
}

const answers = fc.array(fc.constantFrom(undefined, NIL, aVersion(), aVersion({ number: 3 })), { maxLength: 20 });

describe('the notat', () => {
  it('has every department as a row, always, in the round’s order', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(BEFORE, AFTER), (replies, now) => {
        const overview = overviewOf(replies);
        assert.deepEqual(
          compileNotat(overview, now).rows.map(({ department }) => department),
          overview.departments.map(({ department }) => department.name),
        );
      }),
    );
  });

  it('gives each row what its department answered', () => {
    const written = aVersion({ content: { kind: 'text', text: 'Vi har lært:\n- at lytte' } });
    assert.deepEqual(
      compileNotat(overviewOf([written, NIL]), BEFORE).rows.map(({ answer }) => answer),
      [
        {
          kind: 'reply',
          blocks: [
            { kind: 'paragraph', text: 'Vi har lært:' },
            { kind: 'bullets', items: ['at lytte'] },
          ],
        },
        { kind: 'nil' },
      ],
    );
  });

  it('awaits an answer through the whole day of the deadline, and calls it unanswered the moment after', () => {
    const overview = overviewOf([undefined]);
    assert.deepEqual(compileNotat(overview, BEFORE).rows[0]?.answer, { kind: 'awaited' });
    assert.deepEqual(compileNotat(overview, AFTER).rows[0]?.answer, { kind: 'unanswered' });
  });

  it('does not change for the deadline once everybody has answered', () => {
    const overview = overviewOf([aVersion(), NIL]);
    assert.deepEqual(compileNotat(overview, BEFORE), compileNotat(overview, AFTER));
  });

  it('is interim while anyone is missing, and says how many have answered', () => {
    const { status, answered } = compileNotat(overviewOf([aVersion(), undefined, NIL]), AFTER);
    assert.deepEqual([status, answered], ['interim', 2]);
  });

  it('is complete when nobody is missing', () => {
    const { status, answered } = compileNotat(overviewOf([aVersion(), NIL]), BEFORE);
    assert.deepEqual([status, answered], ['complete', 2]);
  });

  it('is the same for the same replies', () => {
    fc.assert(
      fc.property(answers, (replies) =>
        assert.deepEqual(compileNotat(overviewOf(replies), AFTER), compileNotat(overviewOf(replies), AFTER)),
      ),
    );
  });

  it('carries the plan’s title, deadline and introduction', () => {
    const plan = aPlan({
      ask: anAsk({ title: 'Notat', deadline: aLocalDate('2026-12-01') }),
      introduction: 'Et.\n\nTo.',
    });
    const { title, deadline, introduction } = compileNotat(
      anOverview({ round: aRound({ state: 'open', plan }) }),
      BEFORE,
    );
    assert.deepEqual([title, deadline], ['Notat', '2026-12-01']);
    assert.deepEqual(introduction, [
      { kind: 'paragraph', text: 'Et.' },
      { kind: 'paragraph', text: 'To.' },
    ]);
  });
});

describe('the record of a notat', () => {
  it('names the version of every department’s reply, 0 for none, in the round’s order', () => {
    const record = recordNotat(aNotatId(), overviewOf([aVersion({ number: 3 }), undefined, NIL]), BEFORE);
    assert.deepEqual(record, {
      id: aNotatId(),
      status: 'interim',
      compiledAt: BEFORE,
      versions: [
        { departmentId: 'd0', version: 3 },
        { departmentId: 'd1', version: 0 },
        { departmentId: 'd2', version: 1 },
      ],
    });
  });

  it('has the same status as the notat it records', () => {
    fc.assert(
      fc.property(answers, (replies) => {
        const overview = overviewOf(replies);
        assert.equal(recordNotat(aNotatId(), overview, AFTER).status, compileNotat(overview, AFTER).status);
      }),
    );
  });
});
