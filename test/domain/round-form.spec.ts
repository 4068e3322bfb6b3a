import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { RoundPlan } from '../../src/domain/round.js';
import {
  formValuesOf,
  parseRoundForm,
  ROUND_FORM_MAX,
  type RoundFormProblem,
  type RoundFormValues,
} from '../../src/domain/round-form.js';
import { aDepartment, aDepartmentId, anAddress, aRegisteredDepartment, START } from '../support/builders.js';

const REGISTERED = ['boern', 'kultur', 'teknik'].map((id, minute) =>
  aRegisteredDepartment({
    address: anAddress({}, id),
    department: aDepartment({ id: aDepartmentId(id), name: `Fagområdet ${id}` }),
    registeredAt: new Date(START.getTime() + minute * 60_000),
  }),
);

function values(changes: Partial<RoundFormValues> = {}): RoundFormValues {
  return {
    title: 'Opfølgning på årsrapporten',
    report: 'Årsrapport 2026',
    reportLink: 'https://kommune.example/rapport.pdf',
    question: 'Hvad har I lært?',
    introduction: 'Byrådet har spurgt.\n\nHer er svarene.',
    deadline: '2026-11-25',
    departments: ['boern', 'kultur'],
    ...changes,
  };
}

function planOf(changes: Partial<RoundFormValues> = {}): RoundPlan {
  const result = parseRoundForm(values(changes), REGISTERED.toReversed(), START);
  assert.ok(result.ok);
  return result.value;
}

function problemsOf(changes: Partial<RoundFormValues>): readonly RoundFormProblem[] {
  const result = parseRoundForm(values(changes), REGISTERED, START);
  return result.ok ? [] : result.problem;
}

const shown = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => `Å${text}`);
const anyValues = fc.record({
  title: shown,
  report: shown,
  reportLink: fc.oneof(fc.constant(''), fc.webUrl({ validSchemes: ['https'] })),
  question: shown,
  introduction: fc.string({ maxLength: 60 }),
  deadline: fc.constantFrom('2026-11-09', '2026-12-24', '2027-02-28'),
  departments: fc.shuffledSubarray(['boern', 'kultur', 'teknik'], { minLength: 1 }),
});

describe('a round form', () => {
  it('becomes a plan, its texts cleaned', () => {
    const plan = planOf({ title: ' Opfølgning\r\npå  rapporten ', question: 'Hvad\r\nhar I lært? ' });
    assert.equal(plan.ask.title, 'Opfølgning på rapporten');
    assert.equal(plan.ask.question, 'Hvad\nhar I lært?');
    assert.equal(plan.ask.reportLink, 'https://kommune.example/rapport.pdf');
    assert.equal(plan.ask.deadline, '2026-11-25');
    assert.equal(plan.introduction, 'Byrådet har spurgt.\n\nHer er svarene.');
  });

  it('invites the departments in the order they were registered in, not the order they were chosen in', () => {
    const { invitations } = planOf({ departments: ['teknik', 'boern'] });
    assert.deepEqual(
      invitations,
      [REGISTERED[0], REGISTERED[2]].map((each) => ({ department: each?.department, address: each?.address })),
    );
  });

  it('invites a department that was chosen twice once', () => {
    assert.equal(planOf({ departments: ['boern', 'boern'] }).invitations.length, 1);
  });

  it('may leave out the link and the introduction', () => {
    const plan = planOf({ reportLink: ' ', introduction: '' });
    assert.deepEqual([plan.ask.reportLink, plan.introduction], [undefined, '']);
  });

  it('may ask for an answer today, until midnight in Denmark', () => {
    assert.equal(parseRoundForm(values(), REGISTERED, new Date('2026-11-25T22:59:59Z')).ok, true);
    assert.equal(parseRoundForm(values(), REGISTERED, new Date('2026-11-25T23:00:00Z')).ok, false);
  });

  it('tells every problem at once', () => {
    const empty = { title: ' ', report: '', reportLink: 'rapport.pdf', question: '\n', deadline: '', departments: [] };
    assert.deepEqual(problemsOf({ ...empty, introduction: 'å'.repeat(4_001) }), [
      { field: 'title', kind: 'missing' },
      { field: 'report', kind: 'missing' },
      { field: 'question', kind: 'missing' },
      { field: 'introduction', kind: 'too long', max: 4_000 },
      { field: 'reportLink', kind: 'not a link' },
      { field: 'deadline', kind: 'missing' },
      { field: 'departments', kind: 'missing' },
    ]);
  });

  for (const field of Object.keys(ROUND_FORM_MAX) as (keyof typeof ROUND_FORM_MAX)[]) {
    it(`takes a ${field} as long as its limit, and no longer`, () => {
      const start = field === 'reportLink' ? 'https://kommune.example/' : '';
      const longest = start.padEnd(ROUND_FORM_MAX[field], 'å');
      assert.deepEqual(problemsOf({ [field]: longest }), []);
      assert.deepEqual(problemsOf({ [field]: `${longest}å` }), [
        { field, kind: 'too long', max: ROUND_FORM_MAX[field] },
      ]);
    });
  }

  for (const reportLink of ['http://kommune.example', 'javascript:alert(1)', 'kommune.example/rapport', 'https://']) {
    it(`does not take ${reportLink} for a link to the report`, () => {
      assert.deepEqual(problemsOf({ reportLink }), [{ field: 'reportLink', kind: 'not a link' }]);
    });
  }

  it('does not take a day that has passed', () => {
    assert.deepEqual(problemsOf({ deadline: '2026-11-08' }), [{ field: 'deadline', kind: 'in the past' }]);
  });

  it('does not take a day that does not exist', () => {
    assert.deepEqual(problemsOf({ deadline: '2026-11-31' }), [{ field: 'deadline', kind: 'missing' }]);
  });

  it('does not take a department that is not registered any more', () => {
    assert.deepEqual(problemsOf({ departments: ['boern', 'nedlagt'] }), [
      { field: 'departments', kind: 'unknown department' },
    ]);
  });

  it('filled in from a plan gives that plan again', () => {
    fc.assert(
      fc.property(anyValues, (typed) => {
        const plan = planOf(typed);
        assert.deepEqual(planOf(formValuesOf(plan)), plan);
      }),
    );
  });

  it('filled in from its own plan shows what was typed, when that was clean', () => {
    assert.deepEqual(formValuesOf(planOf()), values());
    assert.deepEqual(formValuesOf(planOf({ reportLink: '' })), values({ reportLink: '' }));
  });
});
