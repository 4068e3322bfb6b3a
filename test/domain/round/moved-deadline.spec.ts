import assert from 'node:assert/strict';
import fc from 'fast-check';
import { COMMENT_MAX } from '../../../src/domain/limits.js';
import { addDays, type Deadline, isLater } from '../../../src/domain/round/deadline.js';
import { type DeadlineMove, timeOfMove, withMove } from '../../../src/domain/round/deadline-move.js';
import { afterMove, moveWithRound, parseMove, roundAfterMove } from '../../../src/domain/round/moved-deadline.js';
import type { Round, RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDeadline,
  aDeadlineMove,
  aLocalDate,
  aRound,
  aRoundDepartment,
  aTimeDecision,
  aTimeRequest,
  START,
} from '../../support/builders.js';

const DAY = aLocalDate();
const LATER = aLocalDate('2026-12-04');
const GIVEN = { deadline: '2026-12-04', deadlineTime: '', reason: 'Mødet er flyttet.' };

describe('the form for moving a deadline', () => {
  const PROBLEMS: readonly (readonly [what: string, Partial<typeof GIVEN>, readonly object[]])[] = [
    ['no day', { deadline: ' ' }, [{ field: 'deadline', kind: 'missing' }]],
    [
      'a day that does not exist',
      { deadline: '31.11.2026' },
      [{ field: 'deadline', kind: 'not read', sent: '31.11.2026' }],
    ],
    [
      'a time that no clock shows',
      { deadlineTime: '25:00' },
      [{ field: 'deadlineTime', kind: 'not read', sent: '25:00' }],
    ],
    ['yesterday', { deadline: '2026-11-08' }, [{ field: 'deadline', kind: 'in the past' }]],
    ['the present deadline', { deadline: DAY }, [{ field: 'deadline', kind: 'same' }]],
    [
      'a day too far ahead',
      { deadline: '2029-11-10' },
      [{ field: 'deadline', kind: 'too far ahead', last: '2029-11-09' }],
    ],
    ['no reason', { reason: '' }, [{ field: 'reason', kind: 'reason', problem: { kind: 'missing' } }]],
    [
      'a reason that is too long',
      { reason: 'x'.repeat(COMMENT_MAX + 1) },
      [{ field: 'reason', kind: 'reason', problem: { kind: 'too long', length: COMMENT_MAX + 1, max: COMMENT_MAX } }],
    ],
    [
      'a reason with a CPR number',
      { reason: 'Borgeren 010203-1234' },
      [{ field: 'reason', kind: 'reason', problem: { kind: 'cpr number', certainty: 'certain' } }],
    ],
    [
      'nothing at all',
      { deadline: '', reason: '' },
      [
        { field: 'deadline', kind: 'missing' },
        { field: 'reason', kind: 'reason', problem: { kind: 'missing' } },
      ],
    ],
  ];

  for (const [what, changes, problems] of PROBLEMS) {
    it(`does not take ${what}`, () => {
      assert.deepEqual(parseMove({ ...GIVEN, ...changes }, DAY, START), { ok: false, problem: problems });
    });
  }

  it('takes a later day, an earlier one, and another time of the same day', () => {
    for (const [deadline, deadlineTime, to] of [
      ['2026-12-04', '', '2026-12-04'],
      ['2026-11-09', '', '2026-11-09'],
      ['2026-11-25', '12:00', '2026-11-25T12:00'],
    ] as const) {
      const parsed = parseMove({ ...GIVEN, deadline, deadlineTime }, DAY, START);
      assert.deepEqual(parsed, { ok: true, value: { to, reason: GIVEN.reason } });
    }
  });
});

describe('whether a deadline is later than another', () => {
  it('is so of a whole day beside any of its minutes, and of a later minute', () => {
    const minute = aDeadline('2026-11-25T23:59');
    assert.deepEqual([isLater(DAY, minute), isLater(minute, DAY)], [true, false]);
    assert.deepEqual([isLater(minute, aDeadline()), isLater(aDeadline(), minute)], [true, false]);
    assert.deepEqual([isLater(LATER, DAY), isLater(DAY, DAY)], [true, false]);
  });
});

/** The round after its deadline has been moved, `hours` after its start. */
function movedRound(round: Round, to: Deadline, hours: number): Round {
  const at = new Date(START.getTime() + hours * 3_600_000);
  return roundAfterMove(round, aDeadlineMove({ from: round.plan.ask.deadline, to, at }));
}

/** The department after its own deadline has been moved. */
function movedAlone(department: RoundDepartment, to: Deadline, hours: number): RoundDepartment {
  const at = new Date(START.getTime() + hours * 3_600_000);
  return afterMove(department, aDeadlineMove({ from: department.ask.deadline, to, at, scope: 'department' }));
}

function following(round: Round, department: RoundDepartment): RoundDepartment {
  const move = moveWithRound(round, department);
  return move === undefined ? department : afterMove(department, move);
}

describe('a department whose round’s deadline is moved', () => {
  const round = aRound({ state: 'open' });
  const department = aRoundDepartment();

  it('gets the round’s deadline, and keeps the old one beside it', () => {
    const moved = following(movedRound(round, LATER, 1), department);
    assert.equal(moved.ask.deadline, LATER);
    assert.deepEqual(
      moved.deadlineMoves.map(({ from, to, scope }) => [from, to, scope]),
      [[DAY, LATER, 'round']],
    );
  });

  it('has nothing to follow before the first move, when it has followed, or once it is locked', () => {
    const moved = movedRound(round, LATER, 1);
    assert.equal(moveWithRound(round, department), undefined);
    assert.equal(moveWithRound(moved, following(moved, department)), undefined);
    assert.equal(moveWithRound(moved, { ...department, isLocked: true }), undefined);
  });

  it('keeps a later deadline of its own, also when the round’s comes back to before it', () => {
    const own = movedAlone(department, aLocalDate('2026-12-10'), 1);
    const once = movedRound(round, LATER, 2);
    assert.equal(following(once, own).ask.deadline, '2026-12-10');
    const further = movedRound(once, aLocalDate('2026-12-20'), 3);
    const followed = following(further, own);
    assert.equal(followed.ask.deadline, '2026-12-20');
    assert.equal(following(movedRound(further, LATER, 4), followed).ask.deadline, '2026-12-10');
  });

  it('follows the round past an earlier deadline of its own, but not one that was decided after the round’s move', () => {
    const moved = movedRound(round, LATER, 2);
    assert.equal(following(moved, movedAlone(department, aLocalDate('2026-11-20'), 1)).ask.deadline, LATER);
    assert.equal(following(moved, movedAlone(department, aLocalDate('2026-11-20'), 3)).ask.deadline, '2026-11-20');
  });

  it('does not follow a move that another has replaced since it was read', () => {
    const stale = movedRound(round, aLocalDate('2026-12-10'), 1);
    const newest = movedRound(stale, LATER, 2);
    const followed = following(newest, department);
    assert.equal(moveWithRound(stale, followed), undefined);
  });

  it('ends on the round’s deadline or on a later one of its own, whatever is moved and in which order it follows', () => {
    const step = fc.record({ days: fc.integer({ min: -5, max: 20 }), who: fc.constantFrom('round', 'own', 'follow') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let [present, its]: [Round, RoundDepartment] = [round, department];
        let lastOwn: Deadline | undefined;
        let isOwnLast = false;
        steps.forEach(({ days, who }, hours) => {
          const to = addDays(DAY, days);
          if (who === 'round') [present, isOwnLast] = [movedRound(present, to, hours), false];
          if (who === 'own') [its, lastOwn, isOwnLast] = [movedAlone(its, to, hours), to, true];
          if (who === 'follow') its = following(present, its);
        });
        its = following(present, its);
        const { deadline } = present.plan.ask;
        const isKept = lastOwn !== undefined && (isOwnLast || isLater(lastOwn, deadline));
        assert.equal(its.ask.deadline, isKept ? lastOwn : deadline);
        assert.equal(moveWithRound(present, its), undefined);
      }),
    );
  });
});

describe('a move', () => {
  const timeRequest = aTimeRequest({ until: LATER });

  it('gives the time that was asked for if it is late enough, and only then', () => {
    const asking = aRoundDepartment({ timeRequest });
    const decision = ({ timeRequest: after }: RoundDepartment) => after?.decision;
    const { by, at } = aDeadlineMove();
    assert.deepEqual(decision(afterMove(asking, aDeadlineMove())), { isGranted: true, line: '', by, at });
    assert.equal(decision(afterMove(asking, aDeadlineMove({ to: aDeadline('2026-12-04T12:00') }))), undefined);
    const declined = aTimeDecision({ isGranted: false });
    const decided = aRoundDepartment({ timeRequest: { ...timeRequest, decision: declined } });
    assert.deepEqual(decision(afterMove(decided, aDeadlineMove())), declined);
    assert.equal(afterMove(aRoundDepartment(), aDeadlineMove()).timeRequest, undefined);
  });

  it('is later than the one before it, though a clock may be behind', () => {
    const before = aDeadlineMove();
    assert.deepEqual(timeOfMove([before], START), new Date(START.getTime() + 1));
    const now = new Date(START.getTime() + 5);
    assert.deepEqual([timeOfMove([before], now), timeOfMove([], now)], [now, now]);
  });

  it('pushes the oldest of twenty out of the row', () => {
    const moves = Array.from({ length: 20 }, (_, n) => aDeadlineMove({ reason: String(n) }));
    const kept = moves.reduce<readonly DeadlineMove[]>(withMove, []);
    assert.deepEqual(
      withMove(kept, aDeadlineMove({ reason: '20' }))
        .map(({ reason }) => reason)
        .slice(0, 2),
      ['1', '2'],
    );
    assert.equal(withMove(kept, aDeadlineMove()).length, 20);
  });
});
