import assert from 'node:assert/strict';
import { COMMENT_MAX } from '../../../src/domain/limits.js';
import { openTimeRequest } from '../../../src/domain/reply/open-time-request.js';
import { afterEvent } from '../../../src/domain/reply/reply-life.js';
import { parseDecisionLine, parseTimeRequest, proposedDay } from '../../../src/domain/reply/time-request.js';
import { DEFAULT_CALENDAR } from '../../../src/domain/round/working-days.js';
import {
  aDeadline,
  aDecline,
  aDraft,
  aLocalDate,
  anAcceptedDecline,
  aProposal,
  aRoundDepartment,
  aSentBack,
  aTimeDecision,
  aTimeRequest,
  aVersion,
  START,
} from '../../support/builders.js';

const GIVEN = { until: '2026-12-04', reason: 'Vi venter på tal.' };
const CPR = 'Borgeren 010203-1234';

describe('a request for more time', () => {
  const PROBLEMS: readonly (readonly [what: string, Partial<typeof GIVEN>, object])[] = [
    ['nothing', { until: '' }, { field: 'deadline', kind: 'missing' }],
    ['what is no date', { until: 'i morgen' }, { field: 'deadline', kind: 'not read', sent: 'i morgen' }],
    ['what is a CPR number', { until: '010203-1234' }, { field: 'deadline', kind: 'cpr number' }],
    ['a day before today', { until: '2026-11-08' }, { field: 'deadline', kind: 'in the past' }],
    [
      'the day of the deadline',
      { until: '2026-11-25' },
      { field: 'deadline', kind: 'not later', present: '2026-11-25' },
    ],
    ['a day before it', { until: '2026-11-10' }, { field: 'deadline', kind: 'not later', present: '2026-11-25' }],
    ['a day too far ahead', { until: '2029-11-10' }, { field: 'deadline', kind: 'too far ahead', last: '2029-11-09' }],
    ['no reason', { reason: ' ' }, { field: 'reason', kind: 'reason', problem: { kind: 'missing' } }],
    [
      'a reason with a CPR number',
      { reason: CPR },
      { field: 'reason', kind: 'reason', problem: { kind: 'cpr number', certainty: 'certain' } },
    ],
    [
      'a reason that is too long',
      { reason: 'x'.repeat(COMMENT_MAX + 1) },
      { field: 'reason', kind: 'reason', problem: { kind: 'too long', length: COMMENT_MAX + 1, max: COMMENT_MAX } },
    ],
  ];

  for (const [what, deadline, today, proposed] of [
    ['a working week after the deadline', '2026-11-25', '2026-11-09', '2026-12-02'],
    ['a working week after today, where the deadline has passed', '2026-11-25', '2026-12-01', '2026-12-08'],
    ['working days alone', '2026-12-18', '2026-11-09', '2026-12-29'],
    ['no day, where none may lie so far ahead', '2029-11-09', '2026-11-09', ''],
    ['no day after a deadline from before there was a limit', '9999-12-31', '2026-11-09', ''],
  ] as const) {
    it(`is proposed ${what}`, () => {
      assert.equal(proposedDay(aDeadline(deadline), DEFAULT_CALENDAR, aLocalDate(today)), proposed);
    });
  }

  for (const [what, changes, problem] of PROBLEMS) {
    it(`is not for ${what}`, () => {
      const parsed = parseTimeRequest({ ...GIVEN, ...changes }, aLocalDate(), START);
      assert.deepEqual(parsed, { ok: false, problem: [problem] });
    });
  }

  it('may be for the rest of the day whose deadline has a time, and for today after the deadline', () => {
    const parse = (until: string, present: string) => parseTimeRequest({ ...GIVEN, until }, aDeadline(present), START);
    assert.deepEqual(parse('2026-11-25', '2026-11-25T12:00'), { ok: true, value: { ...GIVEN, until: '2026-11-25' } });
    assert.equal(parse('2026-11-09', '2026-11-06').ok, true);
  });

  it('waits for the secretariat as long as the department must answer', () => {
    const timeRequest = aTimeRequest();
    const waiting = [{}, { draft: aDraft() }, { proposal: aProposal() }, { reply: aVersion(), sentBack: aSentBack() }];
    for (const each of waiting) {
      assert.equal(openTimeRequest(aRoundDepartment({ timeRequest, ...each })), timeRequest);
    }
    const done = [
      { reply: aVersion() },
      { decline: aDecline() },
      { decline: aDecline({ accepted: anAcceptedDecline() }) },
      { isLocked: true },
      { timeRequest: { ...timeRequest, decision: aTimeDecision() } },
      { timeRequest: undefined },
    ];
    for (const each of done) assert.equal(openTimeRequest(aRoundDepartment({ timeRequest, ...each })), undefined);
  });

  it('is gone when the department answers, unless it has been decided', () => {
    const leftOf = (timeRequest: ReturnType<typeof aTimeRequest>) =>
      afterEvent(aRoundDepartment({ timeRequest }), { kind: 'answer', version: aVersion() })?.timeRequest;
    const decided = aTimeRequest({ decision: aTimeDecision() });
    assert.deepEqual([leftOf(aTimeRequest()), leftOf(decided)], [undefined, decided]);
  });
});

describe('what the secretariat writes beside its decision', () => {
  it('may be nothing, and is one line', () => {
    assert.deepEqual(parseDecisionLine(undefined), { ok: true, value: '' });
    assert.deepEqual(parseDecisionLine(' Brug\ntiden '), { ok: true, value: 'Brug tiden' });
  });

  it('is not longer than a comment, and holds no CPR number', () => {
    const problem = { kind: 'too long', length: COMMENT_MAX + 1, max: COMMENT_MAX };
    assert.deepEqual(parseDecisionLine('x'.repeat(COMMENT_MAX + 1)), { ok: false, problem });
    assert.deepEqual(parseDecisionLine(CPR), { ok: false, problem: { kind: 'cpr number', certainty: 'certain' } });
  });
});
