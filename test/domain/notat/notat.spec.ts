import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  answersIfClosed,
  compileNotat,
  compileSources,
  type NotatOpening,
  recordNotat,
  rowIfSent,
  unansweredSource,
} from '../../../src/domain/notat/notat.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { isLate } from '../../../src/domain/reply/standing.js';
import { roundAfterMove } from '../../../src/domain/round/moved-deadline.js';
import type { RoundDepartment, RoundOverview, RoundPlan } from '../../../src/domain/round/round.js';
import {
  aDeadline,
  aDeadlineMove,
  aDecline,
  aDepartment,
  aDepartmentId,
  aLocalDate,
  aNilReply,
  aNotatId,
  anAcceptedDecline,
  anAsk,
  anOverview,
  aPerson,
  aPlan,
  aRound,
  aRoundDepartment,
  aSecretary,
  aSentBack,
  aVersion,
  aWithdrawn,
} from '../../support/builders.js';

const BEFORE = new Date('2026-11-25T22:59:59.999Z');
const AFTER = new Date('2026-11-25T23:00:00.000Z');

const AWAITED = { kind: 'awaited', deadline: aLocalDate() } as const;
const NIL = aVersion({ content: aNilReply() });
const IN_NOTAT = { decline: aDecline({ accepted: anAcceptedDecline({ inNotat: true }) }) };
const LEFT_OUT = { decline: aDecline({ accepted: anAcceptedDecline({ inNotat: false }) }) };

/** A round whose departments, `Fagområde 0` and on, are as these say. */
function overviewOf(departments: readonly Partial<RoundDepartment>[], plan: Partial<RoundPlan> = {}): RoundOverview {
  const round = aRound({ state: 'open', plan: aPlan(plan) });
  return anOverview({
    round,
    departments: departments.map((changes, position) =>
      aRoundDepartment({
        ask: round.plan.ask,
        department: aDepartment({ id: aDepartmentId(`d${position}`), name: `Fagområde ${position}` }),
        position,
        ...changes,
      }),
    ),
  });
}

const answers = fc.array(
  fc.constantFrom<Partial<RoundDepartment>>(
    {},
    { reply: NIL },
    { reply: aVersion() },
    { reply: aVersion({ number: 3, at: AFTER }) },
    { reply: aVersion(), sentBack: aSentBack() },
    { decline: aDecline() },
    IN_NOTAT,
  ),
  { maxLength: 20 },
);

describe('the notat', () => {
  it('has every department as a row, always, in the round’s order', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(BEFORE, AFTER), (departments, now) => {
        const overview = overviewOf(departments);
        assert.deepEqual(
          compileNotat(overview, now).rows.map(({ department }) => department),
          overview.departments.map(({ department }) => department.name),
        );
      }),
    );
  });

  it('leaves out a department only where the secretariat has said so', () => {
    const { rows, counts } = compileNotat(overviewOf([{ reply: NIL }, LEFT_OUT, IN_NOTAT]), AFTER);
    assert.deepEqual(
      rows.map(({ department }) => department),
      ['Fagområde 0', 'Fagområde 2'],
    );
    assert.deepEqual([counts.asked, counts.notTheirs], [1, 1]);
  });

  it('gives each row what its department answered', () => {
    const written = aVersion({ content: { kind: 'text', text: 'Vi har lært:\n- at lytte' } });
    const remark = aVersion({ content: aNilReply('Vi har ingen plejehjem.') });
    assert.deepEqual(
      compileNotat(overviewOf([{ reply: written }, { reply: NIL }, { reply: remark }]), BEFORE).rows.map(
        ({ answer }) => answer,
      ),
      [
        {
          kind: 'reply',
          blocks: [
            { kind: 'paragraph', text: 'Vi har lært:' },
            { kind: 'bullets', items: ['at lytte'] },
          ],
        },
        { kind: 'nil', remark: undefined },
        { kind: 'nil', remark: 'Vi har ingen plejehjem.' },
      ],
    );
  });

  it('says of a department that it is not its area once the secretariat agrees, before and after the deadline', () => {
    for (const now of [BEFORE, AFTER]) {
      assert.deepEqual(compileNotat(overviewOf([IN_NOTAT]), now).rows[0]?.answer, { kind: 'not theirs' });
    }
    assert.deepEqual(compileNotat(overviewOf([{ decline: aDecline() }]), BEFORE).rows[0]?.answer, AWAITED);
  });

  it('gives the reply that a department has sent although it was excused', () => {
    for (const excused of [IN_NOTAT, LEFT_OUT]) {
      const overview = overviewOf([{ ...excused, reply: NIL }]);
      assert.deepEqual(compileNotat(overview, AFTER).rows[0]?.answer, NIL.content);
      assert.equal(recordNotat(aNotatId(), overview, AFTER, 0).versions[0]?.excused, undefined);
    }
  });

  it('awaits an answer through the whole day of the deadline, and calls it unanswered the moment after', () => {
    const overview = overviewOf([{}]);
    assert.deepEqual(compileNotat(overview, BEFORE).rows[0]?.answer, AWAITED);
    assert.deepEqual(compileNotat(overview, AFTER).rows[0]?.answer, { kind: 'unanswered' });
  });

  it('awaits an answer until the department’s own deadline, and names that one', () => {
    const deadline = aLocalDate('2026-12-04');
    const late = aVersion({ at: AFTER });
    const overview = overviewOf([{ ask: anAsk({ deadline }) }, {}, { ask: anAsk({ deadline }), reply: late }]);
    const { rows, counts } = compileNotat(overview, AFTER);
    assert.deepEqual(
      rows.map(({ answer, receivedLate }) => [answer.kind, receivedLate]),
      [
        ['awaited', undefined],
        ['unanswered', undefined],
        ['reply', undefined],
      ],
    );
    assert.deepEqual([rows[0]?.answer, counts.late], [{ kind: 'awaited', deadline }, 0]);
  });

  it('awaits an answer until the round’s moved deadline, also where a department has not followed yet', () => {
    const move = aDeadlineMove();
    const overview = overviewOf([{}]);
    const moved = { ...overview, round: roundAfterMove(overview.round, move) };
    assert.deepEqual(compileNotat(moved, AFTER).rows[0]?.answer, { kind: 'awaited', deadline: move.to });
    const { deadline, versions } = recordNotat(aNotatId(), moved, AFTER, 0);
    assert.deepEqual([deadline, versions[0]?.deadline], [move.to, undefined]);
  });

  it('awaits an answer through the minute of a deadline with a time', () => {
    const overview = overviewOf([{}], { ask: anAsk({ deadline: aDeadline('2026-11-25T12:00') }) });
    const answerAt = (now: string) => compileNotat(overview, new Date(now)).rows[0]?.answer;
    assert.deepEqual(answerAt('2026-11-25T11:00:59.999Z'), { ...AWAITED, deadline: '2026-11-25T12:00' });
    assert.deepEqual(answerAt('2026-11-25T11:01:00.000Z'), { kind: 'unanswered' });
  });

  it('does not change for the deadline once everybody has answered, but for its date', () => {
    const overview = overviewOf([{ reply: aVersion() }, { reply: NIL }]);
    assert.deepEqual(compileNotat(overview, BEFORE), { ...compileNotat(overview, AFTER), date: '2026-11-25' });
  });

  it('has the day in Denmark for its date', () => {
    assert.equal(compileNotat(overviewOf([]), BEFORE).date, '2026-11-25');
    assert.equal(compileNotat(overviewOf([]), AFTER).date, '2026-11-26');
  });

  it('tells when an answer came after the deadline, and of none that it came in time', () => {
    const overview = overviewOf([{ reply: aVersion({ at: BEFORE }) }, { reply: aVersion({ at: AFTER }) }, {}]);
    assert.deepEqual(
      compileNotat(overview, AFTER).rows.map(({ receivedLate }) => receivedLate),
      [undefined, AFTER, undefined],
    );
    assert.deepEqual([isLate({ at: BEFORE }, aLocalDate()), isLate({ at: AFTER }, aLocalDate())], [false, true]);
  });

  it('tells where the secretariat answered in the department’s place', () => {
    const onBehalf = aVersion({ author: aSecretary(), isOnBehalf: true });
    const { rows } = compileNotat(overviewOf([{ reply: onBehalf }, { reply: aVersion() }, {}]), BEFORE);
    assert.deepEqual(
      rows.map(({ isOnBehalf }) => isOnBehalf),
      [true, false, false],
    );
  });

  it('counts those who were asked, those who answered, with nothing to say or late, and those whose area it is not', () => {
    const { counts } = compileNotat(
      overviewOf([
        { reply: aVersion() },
        { reply: NIL },
        { reply: aVersion({ content: aNilReply('Se sidste år.'), at: AFTER }) },
        { reply: aVersion({ at: AFTER }), sentBack: aSentBack() },
        {},
        { decline: aDecline() },
        IN_NOTAT,
        LEFT_OUT,
      ]),
      AFTER,
    );
    assert.deepEqual(counts, { asked: 6, answered: 3, nil: 2, late: 1, notTheirs: 1 });
  });

  it('counts nobody twice and leaves nobody out', () => {
    fc.assert(
      fc.property(answers, (departments) => {
        const { asked, answered, nil, late, notTheirs } = compileNotat(overviewOf(departments), AFTER).counts;
        assert.equal(asked + notTheirs, departments.length);
        assert.ok(nil <= answered && late <= answered && answered <= asked);
      }),
    );
  });

  it('is interim while anyone is missing, and has no number', () => {
    const { status, number } = compileNotat(overviewOf([{ reply: aVersion() }, {}, { reply: NIL }]), AFTER);
    assert.deepEqual([status, number], ['interim', undefined]);
  });

  it('is interim while a reply that was sent back has not been given anew, and does not show it', () => {
    const overview = overviewOf([{ reply: aVersion(), sentBack: aSentBack() }]);
    const { status, rows } = compileNotat(overview, AFTER);
    assert.deepEqual([status, rows[0]?.answer.kind], ['interim', 'unanswered']);
  });

  it('is complete when nobody is missing, and has no number', () => {
    const { status, number } = compileNotat(overviewOf([{ reply: aVersion() }, { reply: NIL }, LEFT_OUT]), BEFORE);
    assert.deepEqual([status, number], ['complete', undefined]);
  });

  it('is final, with its number, when it is said to be, whoever is missing', () => {
    const kind = { status: 'final', number: 2 } as const;
    const overview = overviewOf([{ reply: aVersion() }, {}]);
    const { status, number, rows } = compileNotat(overview, AFTER, kind);
    assert.deepEqual([status, number], ['final', 2]);
    assert.deepEqual(rows, compileNotat(overview, AFTER).rows);
  });

  it('is the same for the same replies', () => {
    fc.assert(
      fc.property(answers, (departments) =>
        assert.deepEqual(compileNotat(overviewOf(departments), AFTER), compileNotat(overviewOf(departments), AFTER)),
      ),
    );
  });

  it('fills in the fields of its introduction and of its sentence about the counts', () => {
    const plan = {
      introduction: 'Om {rapport}.\n\n{antal fagområder} er spurgt.',
      countsSentence: '{antal svar} svar',
    };
    const notat = compileNotat(overviewOf([{ reply: aVersion() }, {}], plan), BEFORE);
    assert.deepEqual(notat.introduction, [
      { kind: 'paragraph', text: 'Om Tilsynets årsrapport 2026.' },
      { kind: 'paragraph', text: '2 er spurgt.' },
    ]);
    assert.equal(notat.countsSentence, '1 svar');
    const others = ['', undefined].map((countsSentence) => compileNotat(overviewOf([], { countsSentence }), BEFORE));
    assert.deepEqual(
      others.map(({ countsSentence }) => countsSentence),
      ['', undefined],
    );
  });

  it('carries the plan’s title, deadline, introduction and header', () => {
    const header = { ...EMPTY_HEADER, caseNumber: '24/1234', to: 'Byrådet', from: '', regarding: 'Tilsyn', kle: '' };
    const ask = anAsk({ title: 'Notat', deadline: aLocalDate('2026-12-01') });
    const notat = compileNotat(overviewOf([], { ask, introduction: 'Et.\n\nTo.', header }), BEFORE);
    assert.deepEqual([notat.title, notat.deadline, notat.header], ['Notat', '2026-12-01', header]);
    assert.deepEqual(notat.introduction, [
      { kind: 'paragraph', text: 'Et.' },
      { kind: 'paragraph', text: 'To.' },
    ]);
  });
});

describe('the notat’s last page', () => {
  const departments: readonly Partial<RoundDepartment>[] = [
    { reply: aVersion({ number: 2, author: aPerson({ name: 'Ulla' }), approvedBy: aPerson({ name: 'Åse' }) }) },
    {},
    { reply: aVersion({ content: aNilReply(), author: aSecretary(), isOnBehalf: true, at: AFTER }) },
    IN_NOTAT,
    LEFT_OUT,
  ];

  it('says who gave each answer, who sent it for them, and when', () => {
    const { name } = aSecretary();
    const { at } = aVersion();
    assert.deepEqual(compileNotat(overviewOf(departments, { showOrigins: true }), AFTER).origins, [
      { department: 'Fagområde 0', version: 2, author: 'Ulla', approvedBy: 'Åse', isOnBehalf: false, at },
      { department: 'Fagområde 2', version: 1, author: name, approvedBy: undefined, isOnBehalf: true, at: AFTER },
    ]);
  });

  it('is not there where the secretariat has not asked for it', () => {
    assert.deepEqual(compileNotat(overviewOf(departments, { showOrigins: false }), AFTER).origins, []);
  });
});

function openingOf({ ask: { title }, introduction, header, showOrigins, countsSentence }: RoundPlan): NotatOpening {
  return { title, introduction, header, showOrigins, countsSentence };
}

describe('what the notat would say of a department', () => {
  it('is that it has not replied, once the round is closed, also before its deadline', () => {
    const overview = overviewOf([{}, { reply: aVersion() }]);
    const [missing, replied] = [...answersIfClosed(overview, BEFORE).values()];
    assert.deepEqual(missing?.kind, 'awaited');
    assert.deepEqual(replied?.kind, 'reply');
  });

  it('is the same before the round has been started', () => {
    const { rows } = compileSources(aPlan(), [unansweredSource('Kultur')], BEFORE);
    assert.deepEqual(
      rows.map(({ department, answer }) => [department, answer.kind]),
      [['Kultur', 'awaited']],
    );
  });
});

describe('a department that was withdrawn', () => {
  it('is left out of the notat and of its counts, should it stand among the others', () => {
    const { rows, counts } = compileNotat(
      overviewOf([{ reply: aVersion() }, { reply: aVersion(), withdrawn: aWithdrawn() }]),
      BEFORE,
    );
    assert.deepEqual([rows.length, counts.asked, counts.answered], [1, 1, 1]);
  });
});

describe('the record of a notat', () => {
  it('names the version of every department’s reply, 0 for none, in the round’s order, and its template', () => {
    const overview = overviewOf([{ reply: aVersion({ number: 3 }) }, {}, { reply: NIL }]);
    assert.deepEqual(recordNotat(aNotatId(), overview, BEFORE, 7), {
      id: aNotatId(),
      status: 'interim',
      number: undefined,
      compiledAt: BEFORE,
      deadline: '2026-11-25',
      template: 7,
      isTemplateUnreadable: false,
      versions: [
        {
          departmentId: 'd0',
          version: 3,
          excused: undefined,
          isAwaited: false,
          isUnreadable: false,
          deadline: undefined,
        },
        {
          departmentId: 'd1',
          version: 0,
          excused: undefined,
          isAwaited: true,
          isUnreadable: false,
          deadline: undefined,
        },
        {
          departmentId: 'd2',
          version: 1,
          excused: undefined,
          isAwaited: false,
          isUnreadable: false,
          deadline: undefined,
        },
      ],
      seal: undefined,
      opening: openingOf(overview.round.plan),
    });
  });

  it('says whose area it is not, in the notat or left out, and who was awaited', () => {
    const sentBack = { reply: NIL, sentBack: aSentBack() };
    const { versions } = recordNotat(aNotatId(), overviewOf([IN_NOTAT, LEFT_OUT, sentBack, {}]), AFTER, 0);
    assert.deepEqual(
      versions.map(({ version, excused, isAwaited }) => [version, excused, isAwaited]),
      [
        [0, 'in notat', false],
        [0, 'left out', false],
        [0, undefined, true],
        [0, undefined, true],
      ],
    );
  });

  it('has the same status and number as the notat it records', () => {
    const kinds = fc.constantFrom(undefined, { status: 'final', number: 2 } as const);
    fc.assert(
      fc.property(answers, kinds, (departments, kind) => {
        const overview = overviewOf(departments);
        const record = recordNotat(aNotatId(), overview, AFTER, 0, kind);
        const { status, number } = compileNotat(overview, AFTER, kind);
        assert.deepEqual([record.status, record.number], [status, number]);
      }),
    );
  });
});

describe('the row of an answer that is not sent yet', () => {
  it('is the row that the notat has once the answer is sent', () => {
    const contents = [
      { kind: 'text', text: 'Vi har lært.\n- Ét\n- To' } as const,
      aNilReply(),
      aNilReply('Intet nyt.'),
    ];
    for (const content of contents) {
      for (const at of [BEFORE, AFTER]) {
        const asked = aRoundDepartment();
        const sent = { ...asked, reply: aVersion({ content, at }) };
        const [row] = compileNotat(anOverview({ departments: [sent] }), at).rows;
        assert.deepEqual(rowIfSent(asked, content, at), row);
      }
    }
  });
});
