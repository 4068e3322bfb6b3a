import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  BEFORE_MAX,
  DAYS_BEFORE_MAX,
  DEFAULT_REMINDER_PLAN,
  EVERY_AFTER_MAX,
  isSamePlan,
  parseReminderPlan,
  planName,
  type ReminderPlan,
  type ReminderPlanProblem,
  type ReminderPlanValues,
  reminderPlanValues,
} from '../../../src/domain/round/reminder-plan.js';

function planOf(values: ReminderPlanValues): ReminderPlan {
  const result = parseReminderPlan(values);
  assert.ok(result.ok);
  return result.value;
}

function problemsOf(values: ReminderPlanValues): readonly ReminderPlanProblem[] {
  const result = parseReminderPlan(values);
  return result.ok ? [] : result.problem;
}

const BEFORE: ReminderPlanProblem = { field: 'remindBefore', kind: 'out of bounds' };
const AFTER: ReminderPlanProblem = { field: 'remindAfter', kind: 'out of bounds' };

const plans: fc.Arbitrary<ReminderPlan> = fc.record({
  daysBefore: fc
    .uniqueArray(fc.integer({ min: 1, max: DAYS_BEFORE_MAX }), { maxLength: BEFORE_MAX })
    .map((days) => days.sort((one, other) => other - one)),
  onTheDay: fc.boolean(),
  everyAfter: fc.option(fc.integer({ min: 1, max: EVERY_AFTER_MAX }), { nil: undefined }),
});

describe('a plan of reminders', () => {
  it('is the usual one where nothing was asked', () => {
    assert.deepEqual(planOf({}), DEFAULT_REMINDER_PLAN);
  });

  it('is as usual in each part that was not asked for', () => {
    assert.deepEqual(planOf({ remindBefore: [] }), { ...DEFAULT_REMINDER_PLAN, daysBefore: [] });
    assert.deepEqual(planOf({ remindOnDay: 'false' }), { ...DEFAULT_REMINDER_PLAN, onTheDay: false });
    assert.deepEqual(planOf({ remindAfter: 'never' }), { ...DEFAULT_REMINDER_PLAN, everyAfter: undefined });
  });

  it('has each number of days once, the largest first', () => {
    assert.deepEqual(planOf({ remindBefore: ['1', '10', '3', '10'] }).daysBefore, [10, 3, 1]);
  });

  it('may have as much as the bounds allow, and no more', () => {
    const most = Array.from({ length: BEFORE_MAX }, (_, n) => String(DAYS_BEFORE_MAX - n));
    assert.equal(planOf({ remindBefore: most, remindAfter: String(EVERY_AFTER_MAX) }).daysBefore.length, BEFORE_MAX);
    assert.deepEqual(problemsOf({ remindBefore: [...most, '1'] }), [BEFORE]);
    assert.deepEqual(problemsOf({ remindBefore: [String(DAYS_BEFORE_MAX + 1)] }), [BEFORE]);
    assert.deepEqual(problemsOf({ remindAfter: String(EVERY_AFTER_MAX + 1) }), [AFTER]);
  });

  for (const days of ['0', '-1', '1.5', '', ' 3', '3 ', '1e1', '003', 'tre', '٣', '9'.repeat(400)]) {
    it(`has no reminder ${JSON.stringify(days.slice(0, 10))} days before or after`, () => {
      assert.deepEqual(problemsOf({ remindBefore: ['3', days], remindAfter: days }), [BEFORE, AFTER]);
    });
  }

  it('is the same when its fields are sent unchanged', () => {
    fc.assert(fc.property(plans, (plan) => assert.deepEqual(planOf(reminderPlanValues(plan)), { ...plan })));
  });

  it('has a name that no other has', () => {
    fc.assert(
      fc.property(plans, plans, (one, other) => {
        const areSame = JSON.stringify(reminderPlanValues(one)) === JSON.stringify(reminderPlanValues(other));
        assert.equal(isSamePlan(one, other), areSame);
        assert.equal(planName(one) === planName(other), areSame);
      }),
    );
  });

  it('sends the same whenever it was made', () => {
    assert.ok(isSamePlan({ ...DEFAULT_REMINDER_PLAN, since: new Date(0) }, DEFAULT_REMINDER_PLAN));
  });
});
