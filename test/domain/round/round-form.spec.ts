import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEADLINE_MAX_YEARS, RAW_TEXT_MAX, ROUND_FORM_MAX } from '../../../src/domain/limits.js';
import { EMPTY_HEADER, eachHeaderField } from '../../../src/domain/notat/notat-header.js';
import { refused } from '../../../src/domain/result.js';
import { DEFAULT_REMINDER_PLAN } from '../../../src/domain/round/reminder-plan.js';
import type { RoundPlan } from '../../../src/domain/round/round.js';
import {
  cprProblemsIn,
  formValuesOf,
  NO_PREVIOUS_ROUND,
  parseRoundForm,
  type RoundFormProblem,
  type RoundFormValues,
} from '../../../src/domain/round/round-form.js';
import {
  aDepartment,
  aDepartmentId,
  aLocalDate,
  anAddress,
  anAsk,
  aRegisteredDepartment,
  aRoundForm,
  START,
} from '../../support/builders.js';

const REGISTERED = ['boern', 'kultur', 'teknik'].map((id, minute) =>
  aRegisteredDepartment({
    address: anAddress({}, id),
    department: aDepartment({ id: aDepartmentId(id), name: `Fagområdet ${id}` }),
    registeredAt: new Date(START.getTime() + minute * 60_000),
  }),
);

function values(changes: Partial<RoundFormValues> = {}): RoundFormValues {
  return aRoundForm({
    title: 'Opfølgning på årsrapporten',
    report: 'Årsrapport 2026',
    reportLink: 'https://kommune.example/rapport.pdf',
    question: 'Hvad har I lært?',
    introduction: 'Byrådet har spurgt.\n\nHer er svarene.',
    previousRound: NO_PREVIOUS_ROUND,
    departments: ['boern', 'kultur'],
    ...changes,
  });
}

function planOf(changes: Partial<RoundFormValues> = {}): RoundPlan {
  const result = parseRoundForm(values(changes), REGISTERED.toReversed(), START);
  assert.ok(result.ok);
  return { ...result.value, ask: anAsk(result.value.ask), previousRound: undefined, startAt: undefined };
}

function problemsOf(changes: Partial<RoundFormValues>): readonly RoundFormProblem[] {
  const result = parseRoundForm(values(changes), REGISTERED, START);
  return result.ok ? [] : result.problem;
}

const shown = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((text) => `Å${text}`);
const maybeShown = fc.oneof(fc.constant(''), shown);
/** Words in braces would be a field that does not exist, which is a problem of its own. */
const withoutFields = (text: string) => text.replaceAll('{', '(');
const anyValues = fc.record({
  title: shown,
  report: shown,
  reportLink: fc.oneof(fc.constant(''), fc.webUrl({ validSchemes: ['https'] })),
  question: shown,
  introduction: fc.string({ maxLength: 60 }).map(withoutFields),
  deadline: fc.constantFrom('2026-11-09', '2026-12-24', '2027-02-28'),
  deadlineTime: fc.constantFrom('', '10:00', '23:59'),
  ...eachHeaderField(() => maybeShown),
  showOrigins: fc.constantFrom('true', 'false'),
  showCounts: fc.constant('true'),
  countsSentence: maybeShown.map(withoutFields),
  previousRound: fc.constant(NO_PREVIOUS_ROUND),
  remindBefore: fc.constantFrom(['3'], [], ['10', '5', '1'], ['20', '7']),
  remindOnDay: fc.constantFrom('true', 'false'),
  remindAfter: fc.constantFrom('never', '1', '2', '10'),
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

  it('has the notat’s header, cleaned, each line of it empty where nothing was typed', () => {
    const { header } = planOf({ caseNumber: ' 24/1234 ', to: 'Byrådet', regarding: 'Tilsyn\nog opfølgning' });
    const typed = { caseNumber: '24/1234', to: 'Byrådet', regarding: 'Tilsyn og opfølgning' };
    assert.deepEqual(header, { ...EMPTY_HEADER, ...typed });
    assert.deepEqual(planOf().header, EMPTY_HEADER);
  });

  it('has a page that says who answered only where that was chosen', () => {
    const chosen = ['true', 'false', '', 'True'].map((showOrigins) => planOf({ showOrigins }).showOrigins);
    assert.deepEqual(chosen, [true, false, false, false]);
  });

  it('may say by what time an answer is wanted', () => {
    assert.equal(planOf({ deadlineTime: '12:00' }).ask.deadline, '2026-11-25T12:00');
  });

  it('may ask for an answer today, until the minute has gone', () => {
    const form = values({ deadlineTime: '12:00' });
    assert.equal(parseRoundForm(form, REGISTERED, new Date('2026-11-25T11:00:59Z')).ok, true);
    assert.deepEqual(
      parseRoundForm(form, REGISTERED, new Date('2026-11-25T11:01:00Z')),
      refused([{ field: 'deadline', kind: 'in the past' }]),
    );
  });

  for (const [deadline, deadlineTime, plan] of [
    ['2026-11-25', '12:00:00', '2026-11-25T12:00'],
    ['2026-11-25', ' 9:05', '2026-11-25T09:05'],
    ['2026-11-25', '12.30', '2026-11-25T12:30'],
    ['25.11.2026', '', '2026-11-25'],
    ['25. 11. 2026', '', '2026-11-25'],
    ['1-12-2026', '12:00', '2026-12-01T12:00'],
  ] as const) {
    it(`has a deadline when the day is "${deadline}" and the time "${deadlineTime}"`, () => {
      assert.equal(planOf({ deadline, deadlineTime }).ask.deadline, plan);
    });
  }

  it('has no deadline when no day is chosen, with a time or without', () => {
    const missing = [{ field: 'deadline', kind: 'missing' }];
    for (const deadlineTime of ['', '12:00']) assert.deepEqual(problemsOf({ deadline: ' ', deadlineTime }), missing);
  });

  for (const deadline of [
    '11/25/2027 22:00:00',
    '25/11/2027',
    '20271-11-25',
    '2026-11-31',
    '31.11.2026',
    '2026-11-25T12:00',
    'om en uge',
  ]) {
    it(`tells that the day "${deadline}" cannot be read`, () => {
      assert.deepEqual(problemsOf({ deadline, deadlineTime: '12:00' }), [
        { field: 'deadline', kind: 'not read', sent: deadline },
      ]);
    });
  }

  for (const deadlineTime of ['24:00', '12:60', 'kl. 12', '12']) {
    it(`tells that the time "${deadlineTime}" cannot be read`, () => {
      assert.deepEqual(problemsOf({ deadlineTime }), [{ field: 'deadlineTime', kind: 'not read', sent: deadlineTime }]);
    });
  }

  it('names no more than the beginning of what cannot be read', () => {
    const [beginning, long] = ['2'.repeat(30), '2'.repeat(200_000)];
    assert.deepEqual(problemsOf({ deadline: long, deadlineTime: long }), [
      { field: 'deadline', kind: 'not read', sent: `${beginning}…` },
      { field: 'deadlineTime', kind: 'not read', sent: `${beginning}…` },
    ]);
    assert.deepEqual(problemsOf({ deadline: ' '.repeat(31) }), [{ field: 'deadline', kind: 'not read', sent: '…' }]);
  });

  it(`takes a deadline ${DEADLINE_MAX_YEARS} years ahead, and none later`, () => {
    const last = aLocalDate('2029-11-09');
    const tooFar = [{ field: 'deadline', kind: 'too far ahead', last }];
    assert.equal(planOf({ deadline: last, deadlineTime: '23:59' }).ask.deadline, `${last}T23:59`);
    for (const deadline of ['2029-11-10', '9999-12-31']) assert.deepEqual(problemsOf({ deadline }), tooFar);
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

  it('has texts of so many characters', () => {
    assert.deepEqual(ROUND_FORM_MAX, {
      title: 200,
      report: 200,
      reportLink: 1_000,
      question: 1_000,
      introduction: 4_000,
      countsSentence: 300,
      caseNumber: 100,
      to: 200,
      from: 200,
      regarding: 300,
      kle: 100,
    });
  });

  for (const field of Object.keys(ROUND_FORM_MAX) as (keyof typeof ROUND_FORM_MAX)[]) {
    it(`names no person by number, in ${field} either`, () => {
      const number = field === 'reportLink' ? 'https://kommune.example/311299-4321' : 'Om 311299-4321';
      assert.deepEqual(problemsOf({ [field]: number }), [{ field, kind: 'cpr number' }]);
    });
  }

  it('repeats no CPR number of what is no deadline, and finds one in what is too long', () => {
    assert.deepEqual(problemsOf({ deadline: '311299-4321' }), [{ field: 'deadline', kind: 'cpr number' }]);
    assert.deepEqual(problemsOf({ title: `Om 311299-4321${'x'.repeat(200)}` }), [
      { field: 'title', kind: 'too long', length: 214, max: 200 },
      { field: 'title', kind: 'cpr number' },
    ]);
  });

  it('has its CPR numbers found, whatever else is wrong with it', () => {
    const form = values({ title: '', question: 'Hvad med 311299-4321?', deadline: 'i går' });
    assert.deepEqual(cprProblemsIn(form), [{ field: 'question', kind: 'cpr number' }]);
  });

  it('takes ten digits that may be a CPR number where other numbers stand, and asks about them elsewhere', () => {
    assert.deepEqual(problemsOf({ caseNumber: '0707614286', reportLink: 'https://kommune.example/0707614286' }), []);
    assert.deepEqual(problemsOf({ title: 'Om 0707614286' }), [{ field: 'title', kind: 'possible cpr number' }]);
  });

  it('leaves out the sentence about the counts, or takes another, with fields that exist', () => {
    const sentences = [planOf(), planOf({ showCounts: 'false' }), planOf({ countsSentence: ' {antal svar} svar ' })];
    assert.deepEqual(
      sentences.map(({ countsSentence }) => countsSentence),
      [undefined, '', '{antal svar} svar'],
    );
    assert.deepEqual(problemsOf({ countsSentence: '{svar}', introduction: 'Senest {dato}, og { er en tuborg.' }), [
      { field: 'introduction', kind: 'unknown field', sent: 'dato' },
      { field: 'countsSentence', kind: 'unknown field', sent: 'svar' },
    ]);
    const shownAgain = formValuesOf(planOf({ showCounts: 'false' }));
    assert.deepEqual([shownAgain.showCounts, shownAgain.countsSentence], ['false', '']);
  });

  it('tells every problem at once', () => {
    const empty = { title: ' ', report: '', reportLink: 'rapport.pdf', question: '\n', deadline: '', departments: [] };
    assert.deepEqual(problemsOf({ ...empty, introduction: 'å'.repeat(4_001) }), [
      { field: 'title', kind: 'missing' },
      { field: 'report', kind: 'missing' },
      { field: 'question', kind: 'missing' },
      { field: 'introduction', kind: 'too long', length: 4_001, max: 4_000 },
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
        { field, kind: 'too long', length: ROUND_FORM_MAX[field] + 1, max: ROUND_FORM_MAX[field] },
      ]);
    });
  }

  it('refuses a text that is too long to be cleaned without looking at it', () => {
    const raw = ' '.repeat(RAW_TEXT_MAX + 1);
    assert.deepEqual(problemsOf({ introduction: raw.slice(1) }), []);
    assert.deepEqual(problemsOf({ introduction: raw, reportLink: raw }), [
      { field: 'reportLink', kind: 'too long', length: raw.length, max: ROUND_FORM_MAX.reportLink },
      { field: 'introduction', kind: 'too long', length: raw.length, max: ROUND_FORM_MAX.introduction },
    ]);
  });

  for (const reportLink of ['http://kommune.example', 'javascript:alert(1)', 'kommune.example/rapport', 'https://']) {
    it(`does not take ${reportLink} for a link to the report`, () => {
      assert.deepEqual(problemsOf({ reportLink }), [{ field: 'reportLink', kind: 'not a link' }]);
    });
  }

  it('does not take a day that has passed', () => {
    assert.deepEqual(problemsOf({ deadline: '2026-11-08' }), [{ field: 'deadline', kind: 'in the past' }]);
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
    const header = { caseNumber: '24/1234', to: 'Byrådet', from: 'Sekretariatet', regarding: 'Tilsyn', kle: '27.12' };
    assert.deepEqual(formValuesOf(planOf()), values());
    assert.deepEqual(formValuesOf(planOf({ deadlineTime: '12:00' })), values({ deadlineTime: '12:00' }));
    assert.deepEqual(
      formValuesOf(planOf({ ...header, showOrigins: 'true' })),
      values({ ...header, showOrigins: 'true' }),
    );
    assert.deepEqual(formValuesOf(planOf({ reportLink: '' })), values({ reportLink: '' }));
  });
});

describe('the plan of reminders in the round form', () => {
  it('is the chosen one', () => {
    const { reminders } = planOf({ remindBefore: ['1', '10'], remindOnDay: 'false', remindAfter: '5' });
    assert.deepEqual(reminders, { daysBefore: [10, 1], onTheDay: false, everyAfter: 5 });
  });

  it('is the usual one where the form does not ask for it, as on older cards', () => {
    const { remindBefore: _before, remindOnDay: _onDay, remindAfter: _after, ...older } = values();
    const result = parseRoundForm(older, REGISTERED, START);
    assert.ok(result.ok);
    assert.deepEqual(result.value.reminders, DEFAULT_REMINDER_PLAN);
  });

  it('is told to be out of bounds together with everything else that is wrong', () => {
    assert.deepEqual(problemsOf({ title: '', remindBefore: ['21'], remindAfter: '11' }), [
      { field: 'title', kind: 'missing' },
      { field: 'remindBefore', kind: 'out of bounds' },
      { field: 'remindAfter', kind: 'out of bounds' },
    ]);
  });
});

describe('a CPR number in the round form', () => {
  it('is found where a field begins with it', () => {
    assert.deepEqual(problemsOf({ title: '311299-4321' }), [{ field: 'title', kind: 'cpr number' }]);
  });
});
