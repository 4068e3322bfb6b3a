import assert from 'node:assert/strict';
import { deskOf, waitingOrMissing } from '../../../src/domain/round/desk.js';
import type { RoundDepartment, RoundOverview } from '../../../src/domain/round/round.js';
import {
  aDecline,
  aDepartment,
  aDepartmentId,
  anAcceptedDecline,
  anOverview,
  aPlan,
  aProposal,
  aQuestion,
  aReminder,
  aRound,
  aRoundDepartment,
  aTimeRequest,
  aVersion,
  START,
} from '../../support/builders.js';

/** The deadline of the builders is the whole of Wednesday the 25th of November, and `START` Monday the 9th. */
const NOW = START;
const STOPPED = { fate: 'stopped', what: 'post request', word: '403' } as const;
const UNCERTAIN = { fate: 'uncertain', what: 'post department notice', word: '504' } as const;

function asked(name: string, changes: Partial<RoundDepartment> = {}): RoundDepartment {
  return aRoundDepartment({ department: aDepartment({ id: aDepartmentId(name), name }), ...changes });
}

function open(...departments: readonly RoundDepartment[]): RoundOverview {
  return anOverview({ round: aRound({ state: 'open' }), departments });
}

function needs(overview: RoundOverview, now = NOW): readonly string[] {
  return deskOf(overview, now).needs.map(({ kind, department }) => {
    const name = 'department' in department ? department.department.name : department.departmentId;
    return `${kind}: ${name}`;
  });
}

describe('what a round needs of the secretariat', () => {
  it('is nothing while all are silent, have answered, or are excused', () => {
    const excused = aDecline({ accepted: anAcceptedDecline() });
    assert.deepEqual(needs(open(asked('a'), asked('b', { reply: aVersion() }), asked('c', { decline: excused }))), []);
  });

  it('is what waits for a decision first, then what has not arrived, then what others must do', () => {
    const unreadable = [{ departmentId: aDepartmentId('ulaest'), name: undefined, position: 9 }];
    const overview = open(
      asked('a', { proposal: aProposal({ at: new Date('2026-11-05T09:00:00Z') }) }),
      asked('b', { trouble: UNCERTAIN }),
      asked('c', { trouble: STOPPED }),
      asked('d', { questions: [aQuestion()] }),
      asked('e', { timeRequest: aTimeRequest() }),
      asked('f', { decline: aDecline() }),
    );
    assert.deepEqual(needs({ ...overview, unreadable }), [
      'decline: f',
      'time request: e',
      'question: d',
      'undelivered: c',
      'uncertain: b',
      'unreadable: ulaest',
      'approval: a',
    ]);
  });

  it('is everything that one department waits for', () => {
    const department = asked('a', { decline: aDecline(), questions: [aQuestion()], trouble: STOPPED });
    assert.deepEqual(needs(open(department)), ['decline: a', 'question: a', 'undelivered: a']);
  });

  it('is an approval that has waited for two working days, also of a correction', () => {
    const friday = aProposal({ at: new Date('2026-11-06T09:00:00Z') });
    const overview = open(asked('a', { proposal: friday }), asked('b', { proposal: friday, reply: aVersion() }));
    assert.deepEqual(needs(overview, new Date('2026-11-09T09:00:00Z')), []);
    assert.deepEqual(needs(overview, new Date('2026-11-10T09:00:00Z')), ['approval: a', 'approval: b']);
    const [first] = deskOf(overview, new Date('2026-11-12T09:00:00Z')).needs;
    assert.deepEqual(first?.kind === 'approval' && first.workingDays, 4);
  });

  it('is only what has not arrived once the round is closed', () => {
    const locked = { isLocked: true, decline: aDecline(), questions: [aQuestion()], trouble: STOPPED };
    const department = asked('a', { ...locked, proposal: aProposal({ at: new Date('2026-11-01T09:00:00Z') }) });
    assert.deepEqual(needs(anOverview({ round: aRound({ state: 'closed' }), departments: [department] })), [
      'undelivered: a',
    ]);
  });
});

describe('the time that a round has left', () => {
  const at = (time: string) => deskOf(open(asked('a')), new Date(time)).time;

  it('is counted in working days', () => {
    assert.deepEqual(at('2026-11-09T09:00:00Z'), { hasPassed: false, workingDays: 12 });
    assert.deepEqual(at('2026-11-25T09:00:00Z'), { hasPassed: false, workingDays: 0 });
  });

  it('is counted from the deadline once that has passed', () => {
    assert.deepEqual(at('2026-11-26T12:00:00Z'), { hasPassed: true, workingDays: 1 });
    assert.deepEqual(at('2026-11-30T12:00:00Z'), { hasPassed: true, workingDays: 3 });
  });
});

describe('the silent departments of a round', () => {
  const plan = aPlan({ reminders: { daysBefore: [3], onTheDay: true, everyAfter: 2 } });
  const round = aRound({ state: 'open', plan });

  it('have their last and their next reminder', () => {
    const reminder = aReminder();
    const departments = [asked('a', { reminders: [reminder] }), asked('b'), asked('c', { reply: aVersion() })];
    const { silent } = deskOf(anOverview({ round, departments }), NOW);
    const next = new Date('2026-11-20T08:00:00Z');
    assert.deepEqual(
      silent.map(({ department, ...rest }) => [department.department.name, rest]),
      [
        ['a', { isWaiting: false, last: reminder, next }],
        ['b', { isWaiting: false, last: undefined, next }],
      ],
    );
  });

  it('have no next one while they wait for the secretariat, or when the round is closed', () => {
    const waiting = asked('a', { decline: aDecline() });
    const of = (overview: RoundOverview) =>
      deskOf(overview, NOW).silent.map(({ isWaiting, next }) => [isWaiting, next]);
    assert.deepEqual(of(anOverview({ round, departments: [waiting] })), [[true, undefined]]);
    const closed = anOverview({ round: { ...round, state: 'closed' }, departments: [asked('a', { isLocked: true })] });
    assert.deepEqual(of(closed), [[false, undefined]]);
  });
});

describe('the departments to choose from where there is not room for all', () => {
  it('are those that wait for the secretariat, and then the others that are missing, each once', () => {
    const overview = open(
      asked('a'),
      asked('b', { reply: aVersion() }),
      asked('c', { reply: aVersion(), trouble: STOPPED }),
      asked('d', { questions: [aQuestion()] }),
    );
    assert.deepEqual(
      waitingOrMissing(deskOf(overview, NOW)).map(({ department }) => department.name),
      ['d', 'c', 'a'],
    );
  });
});
