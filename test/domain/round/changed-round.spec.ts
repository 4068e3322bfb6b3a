import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { PlacedDepartment } from '../../../src/domain/channel/department.js';
import type { DepartmentId } from '../../../src/domain/ids.js';
import { shownCardOf } from '../../../src/domain/reply/shown-card.js';
import { standingOf } from '../../../src/domain/reply/standing.js';
import {
  type ChangeValues,
  changeShown,
  changesAnything,
  changeValuesOf,
  choicesFor,
  followingCounts,
  followingOf,
  isAsFilledIn,
  type ParsedChange,
  parseChange,
  roundAfterChange,
  withdrawnWithRound,
} from '../../../src/domain/round/changed-round.js';
import { concernsNotat, timeOfPlanChange, withPlanChange } from '../../../src/domain/round/plan-change.js';
import { overviewOf, type Round, type RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDepartment,
  aDepartmentId,
  aLocalDate,
  anAddress,
  anInvitation,
  aPlan,
  aPlanChange,
  aRound,
  aRoundDepartment,
  aSecretary,
  aSentBack,
  aVersion,
  aWithdrawn,
  START,
} from '../../support/builders.js';

const [A, B, C] = ['a', 'b', 'c'].map((id) => aDepartmentId(id)) as [DepartmentId, DepartmentId, DepartmentId];
const NOW = new Date(START.getTime() + 3_600_000);

function invitation(id: DepartmentId) {
  return anInvitation({ department: aDepartment({ id, name: `Fagområde ${id}` }), address: anAddress({}, id) });
}

/** Registered in this order. */
function registered(...ids: readonly DepartmentId[]): readonly PlacedDepartment[] {
  return ids.map((id, order) => ({ ...invitation(id), order, registeredAt: START, left: [] }));
}

const PLAN = aPlan({ invitations: [A, B].map(invitation) });
const ROUND = aRound({ state: 'open', plan: PLAN });

function asked(id: DepartmentId, changes: Partial<RoundDepartment> = {}): RoundDepartment {
  return aRoundDepartment({ department: aDepartment({ id }), ask: PLAN.ask, position: id === A ? 0 : 1, ...changes });
}

function parsed(changes: Partial<ChangeValues>, plan = PLAN, places = registered(A, B, C)): ParsedChange {
  const result = parseChange({ ...changeValuesOf(plan), ...changes }, plan, places);
  assert.ok(result.ok);
  return result.value;
}

function problems(changes: Partial<ChangeValues>, places = registered(A, B, C)) {
  const result = parseChange({ ...changeValuesOf(PLAN), ...changes }, PLAN, places);
  assert.ok(!result.ok);
  return result.problem;
}

function changed(changes: Partial<ChangeValues>, round: Round = ROUND, at = NOW): Round {
  return roundAfterChange(round, parsed(changes, round.plan), { by: aSecretary(), at });
}

describe('the form for changing a round', () => {
  it('filled in with what stands changes nothing', () => {
    assert.equal(changesAnything(parsed({})), false);
  });

  it('is as it was filled in until a text, a choice or the reason is another', () => {
    const filledIn = changeValuesOf(PLAN);
    const { departments: _, ...withoutChoices } = filledIn;
    assert.ok(isAsFilledIn(filledIn, PLAN) && isAsFilledIn(withoutChoices as ChangeValues, PLAN));
    for (const typed of [{ title: 'Ny' }, { reason: 'Fejl' }, { departments: [A] }, { departments: [A, C] }]) {
      assert.equal(isAsFilledIn({ ...filledIn, ...typed }, PLAN), false, JSON.stringify(typed));
    }
  });

  it('tells the old and the new words of every part that it changes', () => {
    const { edits } = parsed({
      title: 'Ny titel',
      report: 'Ny rapport',
      reportLink: '',
      question: 'Hvad har I lært?',
      introduction: 'Ny indledning.',
      to: 'Byrådet',
      showOrigins: 'true',
    });
    const { ask, introduction } = PLAN;
    assert.deepEqual(
      edits.map(({ part, before, after }) => [part, before, after]),
      [
        ['title', ask.title, 'Ny titel'],
        ['report', ask.report, 'Ny rapport'],
        ['reportLink', ask.reportLink, ''],
        ['question', ask.question, 'Hvad har I lært?'],
        ['introduction', introduction, 'Ny indledning.'],
        ['origins', 'false', 'true'],
        ['header', 'to: ', 'to: Byrådet'],
      ],
    );
  });

  it('offers the departments of the round first, also those that are registered no more, and then all others', () => {
    const offered = choicesFor(PLAN, registered(C, A));
    assert.deepEqual(
      offered.map(({ department }) => department.id),
      [A, B, C],
    );
  });

  it('adds those that are newly chosen last, and withdraws those that are chosen no more, for a reason', () => {
    const change = parsed({ departments: [B, C], reason: 'Flyttet til Kultur.' });
    assert.deepEqual(
      change.plan.invitations.map(({ department }) => department.id),
      [B, C],
    );
    assert.deepEqual([change.added, change.withdrawn, change.reason], [[C], [A], 'Flyttet til Kultur.']);
    assert.deepEqual(change.edits, []);
  });

  it('wants a reason only where a department is withdrawn', () => {
    assert.deepEqual(problems({ departments: [A] }), [
      { field: 'reason', kind: 'reason', problem: { kind: 'missing' } },
    ]);
    assert.equal(parsed({ departments: [A, B, C], reason: 'Uden betydning' }).reason, '');
  });

  it('keeps all departments where it had no room to list them', () => {
    assert.deepEqual(parsed({ departments: undefined }).withdrawn, []);
  });

  it('takes the order of the set-up if asked to, those last that are registered no more', () => {
    const { plan, edits } = parsed({ departments: [A, B, C], inSetUpOrder: 'true' }, PLAN, registered(C, B));
    assert.deepEqual(
      plan.invitations.map(({ department }) => department.id),
      [C, B, A],
    );
    assert.deepEqual(edits, [{ part: 'order', before: `${A} ${B}`, after: `${B} ${A}` }]);
  });

  it('reports every problem at once', () => {
    const found = problems({ title: ' ', question: '', reportLink: 'ftp://x', departments: ['ukendt'] });
    assert.deepEqual(
      found.map(({ field, kind }) => `${field}: ${kind}`),
      [
        'title: missing',
        'question: missing',
        'reportLink: not a link',
        'departments: unknown department',
        'reason: reason',
      ],
    );
    assert.deepEqual(problems({ departments: [], reason: 'Alle' }), [{ field: 'departments', kind: 'missing' }]);
  });
});

describe('a changed round', () => {
  it('has its new plan, and notes who has changed what', () => {
    const round = changed({ question: 'Hvad har I lært?', departments: [B, C], reason: 'Flyttet.' });
    assert.equal(round.plan.ask.question, 'Hvad har I lært?');
    assert.equal(round.isFollowing, true);
    assert.deepEqual(round.changes, [
      { by: aSecretary(), at: NOW, parts: ['question'], added: [C], withdrawn: [A], reason: 'Flyttet.' },
    ]);
  });

  it('keeps its newest twenty changes, each later than the one before', () => {
    const changes = Array.from({ length: 20 }, (_, n) => aPlanChange({ at: new Date(START.getTime() + n) }));
    const kept = withPlanChange(changes, aPlanChange({ at: NOW }));
    assert.deepEqual([kept.length, kept[0], kept.at(-1)?.at], [20, changes[1], NOW]);
    assert.deepEqual(timeOfPlanChange([], NOW), NOW);
    assert.deepEqual(timeOfPlanChange([aPlanChange({ at: NOW })], START), new Date(NOW.getTime() + 1));
  });

  it('changes the notat unless only what departments are asked has changed', () => {
    assert.equal(concernsNotat(aPlanChange({ parts: ['question', 'report', 'reportLink'] })), false);
    for (const part of ['title', 'introduction', 'header', 'origins', 'order'] as const) {
      assert.equal(concernsNotat(aPlanChange({ parts: [part] })), true, part);
    }
    assert.equal(concernsNotat(aPlanChange({ parts: [], added: [A] })), true);
    assert.equal(concernsNotat(aPlanChange({ parts: [], withdrawn: [A] })), true);
  });
});

describe('a department of a changed round', () => {
  const follow = (round: Round, department: RoundDepartment, now = NOW) => followingOf(round)(department, now);

  it('has nothing to follow in a round that was never changed', () => {
    assert.equal(follow(ROUND, asked(A)), undefined);
  });

  it('gets the new words, and its card names them', () => {
    const followed = follow(changed({ question: 'Hvad har I lært?', title: 'Ny titel' }), asked(A));
    assert.equal(followed?.kind, 'changed');
    assert.equal(followed.department.ask.question, 'Hvad har I lært?');
    assert.deepEqual(followed.department.changed, { at: NOW, parts: ['question', 'title'] });
  });

  it('keeps its own deadline', () => {
    const own = asked(A, { ask: { ...PLAN.ask, deadline: aLocalDate('2026-12-24') } });
    assert.equal(follow(changed({ title: 'Ny titel' }), own)?.department.ask.deadline, '2026-12-24');
  });

  it('is not concerned by what stands in the notat alone', () => {
    const round = changed({ introduction: 'Ny indledning.', to: 'Byrådet', showOrigins: 'true' });
    assert.equal(follow(round, asked(A)), undefined);
  });

  it('is moved without a word where only its place is another', () => {
    const round = changed({ departments: [B], reason: 'Flyttet.' });
    const followed = follow(round, asked(B));
    assert.deepEqual([followed?.kind, followed?.department.position], ['moved', 0]);
    assert.equal(followed?.department.changed, undefined);
  });

  it('names what two changes have changed, until it has answered', () => {
    const first = changed({ title: 'Ny titel' });
    const once = follow(first, asked(A))?.department ?? asked(A);
    const later = new Date(NOW.getTime() + 1_000);
    const second = changed({ question: 'Nyt?' }, first, later);
    assert.deepEqual(follow(second, once, later)?.department.changed?.parts, ['question', 'title']);
    const answered = { ...once, reply: aVersion({ at: new Date(NOW.getTime() + 500) }) };
    assert.deepEqual(follow(second, answered, later)?.department.changed?.parts, ['question']);
  });

  it('says nothing of a change that was made before it answered', () => {
    const { department } = follow(changed({ question: 'Nyt?' }), asked(A)) ?? {};
    assert.ok(department);
    assert.deepEqual(changeShown(department), department.changed);
    const before = aVersion({ at: START });
    assert.deepEqual(changeShown({ ...department, reply: before }), department.changed);
    const after = aVersion({ at: new Date(NOW.getTime() + 1) });
    assert.equal(changeShown({ ...department, reply: after }), undefined);
    assert.equal(changeShown(asked(A)), undefined);
  });

  it('is withdrawn with the reason, locked, and stands nowhere', () => {
    const round = changed({ departments: [A], reason: 'Flyttet til Kultur.' });
    const reply = aVersion();
    const followed = follow(round, asked(B, { reply }));
    assert.equal(followed?.kind, 'withdrawn');
    const { isLocked, withdrawn, reply: kept } = followed.department;
    assert.deepEqual([isLocked, kept], [true, reply]);
    assert.deepEqual(withdrawn, { scope: 'department', by: aSecretary(), at: NOW, reason: 'Flyttet til Kultur.' });
    assert.equal(standingOf(followed.department).kind, 'withdrawn');
    assert.equal(shownCardOf(followed.department).kind, 'withdrawn');
    const { departments, withdrawn: apart } = overviewOf(round, [asked(A), followed.department], []);
    assert.deepEqual([departments.length, apart.length], [1, 1]);
  });

  it('has the reason of the change that withdrew it, and not of a later one', () => {
    const round = aRound({
      state: 'open',
      plan: aPlan({ invitations: [] }),
      changes: [
        aPlanChange({ withdrawn: [A], reason: 'Den første.' }),
        aPlanChange({ withdrawn: [B], reason: 'Den anden.' }),
      ],
    });
    assert.equal(follow(round, asked(A))?.department.withdrawn?.reason, 'Den første.');
  });

  it('that no change has withdrawn stays, though it is not in the plan', () => {
    const round = aRound({ state: 'open', plan: aPlan({ invitations: [] }), changes: [aPlanChange()] });
    assert.equal(follow(round, asked(A)), undefined);
  });

  it('is asked again with the words of now, when it is added after it was withdrawn', () => {
    const gone = asked(B, { withdrawn: aWithdrawn(), isLocked: true, reply: aVersion() });
    const without = changed({ departments: [A], reason: 'Flyttet.' });
    const round = changed({ departments: [A, B], question: 'Nyt?' }, without, new Date(NOW.getTime() + 1));
    const followed = follow(round, gone);
    assert.equal(followed?.kind, 'asked again');
    const { withdrawn, isLocked, ask, reply } = followed.department;
    assert.deepEqual([withdrawn, isLocked, ask.question, reply], [undefined, false, 'Nyt?', aVersion()]);
  });

  it('of a closed round follows nothing', () => {
    assert.equal(follow(changed({ title: 'Ny titel' }), asked(A, { isLocked: true })), undefined);
  });

  it('follows once: whatever the changes, there is nothing left afterwards', () => {
    const change = fc.record({
      title: fc.constantFrom('En titel', 'En anden'),
      question: fc.constantFrom('Hvad?', 'Hvordan?'),
      departments: fc.subarray([A, B, C], { minLength: 1 }),
      inSetUpOrder: fc.constantFrom('true', 'false'),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), fc.boolean(), (changes, isAwake) => {
        let round = ROUND;
        let departments = [asked(A), asked(B)];
        changes.forEach((each, n) => {
          round = changed({ ...each, reason: 'Derfor.' }, round, new Date(NOW.getTime() + n));
          if (isAwake) departments = departments.map((one) => follow(round, one)?.department ?? one);
        });
        for (const one of departments) {
          const after = follow(round, one)?.department ?? one;
          assert.equal(follow(round, after), undefined);
          const place = round.plan.invitations.findIndex(({ department }) => department.id === one.department.id);
          assert.equal(standingOf(after).kind === 'withdrawn', place === -1);
          if (place === -1) continue;
          assert.deepEqual([after.position, after.ask], [place, { ...round.plan.ask }]);
        }
      }),
    );
  });
});

describe('what a change does, in numbers', () => {
  it('counts the cards that change, those that have answered, and those that come and go', () => {
    const round = changed({ question: 'Nyt?', departments: [A, B, C] });
    const departments = [asked(A, { reply: aVersion() }), asked(B, { reply: aVersion(), sentBack: aSentBack() })];
    const counts = followingCounts(round, departments, { added: [C], withdrawn: [] }, NOW);
    assert.deepEqual(counts, { changed: 2, answered: 1, added: 1, withdrawn: 0 });
  });
});

describe('a round that is called off', () => {
  const off = aRound({ state: 'withdrawing', plan: PLAN, withdrawn: { by: aSecretary(), at: NOW, reason: 'Aflyst.' } });

  it('withdraws every department once, with its reason', () => {
    const department = withdrawnWithRound(off, asked(A));
    assert.deepEqual(department?.withdrawn, { scope: 'round', by: aSecretary(), at: NOW, reason: 'Aflyst.' });
    assert.equal(department.isLocked, true);
    assert.equal(withdrawnWithRound(off, department), undefined);
    assert.equal(withdrawnWithRound(ROUND, asked(A)), undefined);
  });

  it('asks nobody again', () => {
    const round = { ...off, changes: [aPlanChange({ added: [A] })] };
    const gone = asked(A, { withdrawn: aWithdrawn({ scope: 'round' }), isLocked: true });
    assert.equal(followingOf(round)(gone, NOW), undefined);
  });

  it('misses none that has no row', () => {
    assert.deepEqual(overviewOf(off, [], []).unreadable, []);
  });
});

describe('a department without a row that can be read', () => {
  it('is not missing while the round is followed, and not once it was withdrawn', () => {
    const added = { ...ROUND, isFollowing: true };
    assert.deepEqual(overviewOf(added, [asked(A)], []).unreadable, []);
    assert.equal(overviewOf(ROUND, [asked(A)], []).unreadable.length, 1);
    const gone = { ...ROUND, plan: aPlan({ invitations: [] }), changes: [aPlanChange({ withdrawn: [B] })] };
    assert.deepEqual(overviewOf(gone, [], [B]).unreadable, []);
    assert.equal(overviewOf({ ...gone, changes: [] }, [], [B]).unreadable.length, 1);
  });
});
