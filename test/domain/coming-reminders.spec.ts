import assert from 'node:assert/strict';
import { comingReminders, nextReminders, remindedIn, sparedOf } from '../../src/domain/coming-reminders.js';
import { withReminder } from '../../src/domain/reply/reminder.js';
import type { Deadline } from '../../src/domain/round/deadline.js';
import type { ReminderPlan } from '../../src/domain/round/reminder-plan.js';
import type { RoundDepartment, RoundOverview } from '../../src/domain/round/round.js';
import {
  aDecline,
  aDepartment,
  aDepartmentId,
  aLocalDate,
  anAcceptedDecline,
  anAsk,
  anOverview,
  aPlan,
  aRound,
  aRoundDepartment,
  aTimeRequest,
  aVersion,
  START,
} from '../support/builders.js';

/** The deadline of the builders is Wednesday the 25th of November. */
const USUAL: ReminderPlan = { daysBefore: [3], onTheDay: true, everyAfter: 2 };
function asked(name: string, changes: Partial<RoundDepartment> = {}): RoundDepartment {
  return aRoundDepartment({
    department: aDepartment({ id: aDepartmentId(name.replaceAll(' ', '-')), name }),
    ...changes,
  });
}

function due(deadline: Deadline, changes: Partial<RoundDepartment> = {}): Partial<RoundDepartment> {
  return { ask: anAsk({ deadline }), ...changes };
}

function overviewOf(departments: readonly RoundDepartment[], reminders = USUAL): RoundOverview {
  return anOverview({ round: aRound({ state: 'open', plan: aPlan({ reminders }) }), departments });
}

/** Each line: when, which, and to whom. */
function linesOf(overview: RoundOverview, now = START): readonly string[] {
  return comingReminders(overview, now).map(({ at, chase, departments }) => {
    const when = at === 'now' ? at : at.toISOString().slice(0, 16);
    const names = departments.map(({ department }) => department.name).join(' ');
    return `${when} ${chase} ${names}`;
  });
}

describe('the reminders that are ahead', () => {
  it('are the steps of the plan, in order, and those after the deadline are numbered', () => {
    const lines = linesOf(overviewOf([asked('a'), asked('b')]));
    assert.deepEqual(lines.slice(0, 6), [
      '2026-11-20T08:00 0 a b',
      '2026-11-25T08:00 0 a b',
      '2026-11-26T08:00 1 a b',
      '2026-11-30T08:00 2 a b',
      '2026-12-02T08:00 3 a b',
      '2026-12-04T08:00 4 a b',
    ]);
    assert.equal(lines.length, 12);
  });

  it('follow each department’s own deadline, and stand apart where they are of another kind at the same time', () => {
    const lines = linesOf(overviewOf([asked('a'), asked('b', due(aLocalDate('2026-11-26')))]));
    assert.deepEqual(lines.slice(0, 5), [
      '2026-11-20T08:00 0 a',
      '2026-11-23T08:00 0 b',
      '2026-11-25T08:00 0 a',
      '2026-11-26T08:00 0 b',
      '2026-11-26T08:00 1 a',
    ]);
  });

  it('go only to the silent', () => {
    const decline = aDecline();
    const departments = [
      asked('a'),
      asked('svaret', { reply: aVersion() }),
      asked('meldt fra', { decline }),
      asked('fritaget', { decline: { ...decline, accepted: anAcceptedDecline() } }),
      asked('mere tid', { timeRequest: aTimeRequest() }),
    ];
    assert.ok(linesOf(overviewOf(departments)).every((line) => line.endsWith(' a')));
    assert.deepEqual(
      remindedIn(overviewOf(departments)).map(({ department }) => department.name),
      ['a'],
    );
  });

  it('are none in a round that is not open, and none by a plan without any', () => {
    const round = aRound({ state: 'closed', plan: aPlan({ reminders: USUAL }) });
    assert.deepEqual(comingReminders({ ...overviewOf([asked('a')]), round }, START), []);
    const never = { daysBefore: [], onTheDay: false, everyAfter: undefined };
    assert.deepEqual(linesOf(overviewOf([asked('a')], never)), []);
  });

  it('begin with what is due and has not been sent, and number the others after it', () => {
    // The bot has been away since before the deadline.
    const lines = linesOf(overviewOf([asked('a')]), new Date('2026-11-26T09:00:00Z'));
    assert.deepEqual(lines.slice(0, 3), ['now 1 a', '2026-11-30T08:00 2 a', '2026-12-02T08:00 3 a']);
  });

  it('begin with what waits for the next working hour', () => {
    const lines = linesOf(overviewOf([asked('a')]), new Date('2026-11-26T20:00:00Z'));
    assert.deepEqual(lines.slice(0, 2), ['2026-11-27T07:00 1 a', '2026-11-30T08:00 2 a']);
  });

  it('go on from what has been sent', () => {
    const at = new Date('2026-11-26T08:00:00Z');
    const step = { step: 'chase 1', deadlineDay: aLocalDate(), at, isEscalated: false } as const;
    const reminders = withReminder([], step);
    const lines = linesOf(overviewOf([asked('a', { reminders })]), new Date('2026-11-26T09:00:00Z'));
    assert.equal(lines[0], '2026-11-30T08:00 2 a');
  });

  it('are not changed by looking at them', () => {
    const overview = overviewOf([asked('a'), asked('b')]);
    const before = structuredClone(overview);
    comingReminders(overview, START);
    assert.deepEqual(overview, before);
  });
});

describe('the next reminders', () => {
  it('are all that go at the same time, of whatever kind', () => {
    const earlier = {
      at: new Date('2026-11-25T09:00:00Z'),
      number: 1,
      step: 'on the day',
      isEscalated: false,
    } as const;
    const departments = [
      asked('a', { reminders: [{ ...earlier, deadlineDay: aLocalDate() }] }),
      asked('b', due(aLocalDate('2026-11-26'), { askedAt: new Date('2026-11-25T09:00:00Z') })),
      asked('c', due(aLocalDate('2026-12-24'))),
    ];
    const next = nextReminders(comingReminders(overviewOf(departments), new Date('2026-11-25T12:00:00Z')));
    assert.deepEqual(next?.at, new Date('2026-11-26T08:00:00Z'));
    assert.deepEqual(next.departments.map(({ department }) => department.name).toSorted(), ['a', 'b']);
  });

  it('are none where nothing goes', () => {
    assert.equal(nextReminders(comingReminders(overviewOf([asked('a', { reply: aVersion() })]), START)), undefined);
  });
});

describe('the departments that get none', () => {
  it('are told by why', () => {
    const unreadable = [{ departmentId: aDepartmentId('ulaest'), name: 'ulæst', position: 9 }];
    const departments = [
      asked('a'),
      asked('svaret', { reply: aVersion() }),
      asked('meldt fra', { decline: aDecline() }),
      asked('fritaget', { decline: aDecline({ accepted: anAcceptedDecline() }) }),
    ];
    const { answered, excused, undecided, ...others } = sparedOf({ ...overviewOf(departments), unreadable });
    const names = [answered, excused, undecided].map((group) => group.map(({ department }) => department.name));
    assert.deepEqual([names, others.unreadable], [[['svaret'], ['fritaget'], ['meldt fra']], unreadable]);
  });
});
