import assert from 'node:assert/strict';
import { compileRecorded } from '../../../src/application/notat/recorded-notat.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { type ChangeRoundRequest, changeRound, openChange } from '../../../src/application/round/change-round.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import { followChanges } from '../../../src/application/work/handlers/follow-changes.js';
import { startWork } from '../../../src/application/work/start-work.js';
import type { TaskDependencies } from '../../../src/application/work/task.js';
import { type DepartmentId, operationId } from '../../../src/domain/ids.js';
import { standingOf } from '../../../src/domain/reply/standing.js';
import { type ChangeValues, changeValuesOf } from '../../../src/domain/round/changed-round.js';
import { progressOf } from '../../../src/domain/round/progress.js';
import type { Round, RoundDepartment, RoundState } from '../../../src/domain/round/round.js';
import { DESK_GATHERED_MS } from '../../../src/domain/work/delivery.js';
import {
  aDelivery,
  aDepartment,
  aDepartmentId,
  anAddress,
  aPerson,
  aPlanChange,
  aRegisteredDepartment,
  aSecretary,
  aTrace,
  START,
} from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import {
  answeredByAll,
  aPress,
  aReply,
  aRoundMove,
  commitsOf,
  delivered,
  departmentOf,
  HEAD,
  LATER,
  type Municipality,
  notatsPosted,
  opened,
  openRound,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';

const REASON = 'Opgaven er flyttet til Kultur.';
const NEW = aDepartmentId('ny');

async function roundOf({ rounds }: Municipality, { id }: Round): Promise<Round> {
  const round = await rounds.readRound(id);
  assert.ok(round);
  return round.value;
}

async function change(
  municipality: Municipality,
  { id }: Round,
  values: Partial<ChangeValues>,
  request: Partial<ChangeRoundRequest> = {},
) {
  const round = await municipality.rounds.readRound(id);
  assert.ok(round);
  return changeRound(municipality, {
    roundId: id,
    address: SECRETARIAT,
    by: aSecretary(),
    press: `ret-${Object.keys(values).join('-')}`,
    values: { ...changeValuesOf(round.value.plan), ...values },
    changeSeen: round.value.changes.at(-1)?.at.getTime() ?? 0,
    ...request,
  });
}

/** A department that is registered after the round was started. */
async function register({ channels }: Municipality, id: DepartmentId = NEW): Promise<void> {
  const department = aRegisteredDepartment({
    address: anAddress({}, id),
    department: aDepartment({ id, name: `Fagområde ${id}` }),
    registeredAt: new Date(START.getTime() + 999 * 60_000),
  });
  assert.equal(
    (await channels.register(department, aTrace({ operation: operationId('tilknyt', id) }))).outcome,
    'registered',
  );
}

function withNew(round: Round): readonly DepartmentId[] {
  return [...idsOf(round), NEW];
}

function idsOf({ plan }: Round): readonly DepartmentId[] {
  return plan.invitations.map(({ department }) => department.id);
}

async function stored(municipality: Municipality, round: Round, id: DepartmentId): Promise<RoundDepartment> {
  const found = await municipality.rounds.readDepartment(round.id, id);
  assert.ok(found, `${id} has no row`);
  return found.value;
}

async function overview({ rounds }: Municipality, { id }: Round) {
  const found = await rounds.readOverview(id);
  assert.ok(found);
  return found;
}

/** The departments that the messenger has shown cards of, since a point. */
function cardsSince({ messenger }: Municipality, from: number): readonly RoundDepartment[] {
  return messenger.asked
    .slice(from)
    .flatMap(({ message }) => (message.kind === 'department card' ? [message.department] : []));
}

describe('changing a round that has been sent', () => {
  it('is one change: the round, a line for each part with the old and the new words, and what is owed', async () => {
    const { municipality, round } = await openRound();
    const [commit, ...others] = await commitsOf(municipality, (deps) =>
      change({ ...municipality, ...deps }, round, { title: 'Ny titel', question: 'Hvad har I lært?' }),
    );
    assert.deepEqual(others, []);
    const lines = commit?.changes.flatMap((each) => (each.change === 'insert audit line' ? [each.line] : []));
    const { title, question } = round.plan.ask;
    assert.deepEqual(
      lines?.map(({ act, subject, before, after, by, where }) => [act, subject, before, after, by, where]),
      [
        ['round changed', 'title', title, 'Ny titel', aSecretary(), SECRETARIAT.channelId],
        ['round changed', 'question', question, 'Hvad har I lært?', aSecretary(), SECRETARIAT.channelId],
      ],
    );
    const owed = commit?.changes.flatMap((each) => (each.change === 'put delivery' ? [each.delivery.task] : []));
    assert.deepEqual(owed, [{ kind: 'follow changes' }, { kind: 'update desk' }]);
  });

  it('says who was taken out and who was added, before any of them has followed', async () => {
    const { municipality, round } = await changedRound(2);
    const line = (await municipality.rounds.readAudit(round.id)).find(({ subject }) => subject === 'departments');
    const { choices } = await openForm(municipality, round);
    const nameOf = (id: unknown) => choices.find(({ department }) => department.id === id)?.department.name;
    const [out] = idsOf(round);
    const [added] = withNew(round).slice(-1);
    assert.deepEqual(
      [line?.act, line?.before, line?.after, line?.reason, line?.by],
      ['round changed', nameOf(out), nameOf(added), REASON, aSecretary()],
    );
  });

  it('shows the form filled in with what stands', async () => {
    const { municipality, round } = await openRound(2);
    await register(municipality);
    const outcome = await openChange(municipality, { roundId: round.id, address: SECRETARIAT });
    assert.ok(outcome.kind === 'form');
    assert.deepEqual(outcome.values, changeValuesOf(round.plan));
    assert.deepEqual(
      outcome.choices.map(({ department }) => department.id),
      withNew(round),
    );
  });

  it('shows the new words on every card, and asks nobody again who has answered', async () => {
    const { municipality, round } = await openRound(3);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 1));
    await delivered(municipality);
    const from = municipality.messenger.asked.length;
    municipality.clock.advance(1_000);
    const outcome = await change(municipality, round, { question: 'Hvad har I lært?' });
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.counts, { changed: 3, answered: 1, added: 0, withdrawn: 0 });
    await delivered(municipality);
    const shown = cardsSince(municipality, from);
    assert.equal(new Set(shown.map(({ department }) => department.id)).size, 3);
    assert.ok(shown.every(({ ask, changed }) => ask.question === 'Hvad har I lært?' && changed !== undefined));
    assert.equal(standingOf(await departmentOf(municipality, round, 1)).kind, 'answered');
    assert.ok(municipality.messenger.asked.slice(from).every(({ message }) => message.kind !== 'department notice'));
    assert.equal((await roundOf(municipality, round)).isFollowing, false);
  });

  it('leaves every card alone where only the notat changes, and shows its new title on the card of the round', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    const from = municipality.messenger.asked.length;
    const outcome = await change(municipality, round, { introduction: 'Ny indledning.', to: 'Byrådet' });
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.counts, { changed: 0, answered: 0, added: 0, withdrawn: 0 });
    municipality.clock.advance(DESK_GATHERED_MS);
    await delivered(municipality);
    assert.deepEqual(cardsSince(municipality, from), []);
    const after = municipality.messenger.asked.slice(from).map(({ message }) => message.kind);
    assert.deepEqual(after, ['desk']);
  });

  it('is done once, however often the press comes', async () => {
    const { municipality, round } = await openRound(1);
    const values = { ...changeValuesOf(round.plan), title: 'Ny titel' };
    for (const _ of [1, 2])
      assert.equal((await change(municipality, round, values, { changeSeen: 0 })).kind, 'changed');
    assert.equal((await roundOf(municipality, round)).changes.length, 1);
  });

  it('writes nothing where nothing is changed, or where something is wrong', async () => {
    const { municipality, round } = await openRound(1);
    const commits = await commitsOf(municipality, async (deps) => {
      const all = { ...municipality, ...deps };
      assert.equal((await change(all, round, {})).kind, 'unchanged');
      const refused = await change(all, round, { title: '', departments: [] });
      assert.ok(refused.kind === 'refused');
      assert.deepEqual(
        refused.problems.map(({ field }) => field),
        ['title', 'departments', 'reason'],
      );
      assert.equal(refused.values.title, '');
    });
    assert.deepEqual(commits, []);
  });

  it('tells what somebody else has changed since the form was shown, and keeps what was typed', async () => {
    const { municipality, round } = await openRound(1);
    await change(municipality, round, { question: 'Deres?' }, { by: aPerson({ id: 'anden', name: 'Mette' }) });
    const outcome = await change(municipality, round, { title: 'Min titel' }, { changeSeen: 0 });
    assert.ok(outcome.kind === 'overtaken');
    assert.deepEqual(
      outcome.since.map(({ by, parts }) => [by.name, parts]),
      [['Mette', ['question']]],
    );
    assert.deepEqual([outcome.values.title, outcome.round.plan.ask.question], ['Min titel', 'Deres?']);
    assert.equal((await roundOf(municipality, round)).plan.ask.title, round.plan.ask.title);
  });

  it('of two people at the same moment lets one be first, and tells the other', async () => {
    const { municipality, round } = await openRound(1);
    let isFirst = true;
    const rounds = interceptCommits(municipality.rounds, async (commit) => {
      if (isFirst) {
        isFirst = false;
        await change(municipality, round, { question: 'Den anden?' });
      }
      return commit.proceed();
    });
    const outcome = await change({ ...municipality, rounds }, round, { title: 'Min titel' });
    assert.equal(outcome.kind, 'overtaken');
  });

  for (const state of ['closing', 'closed', 'reopening', 'withdrawing', 'withdrawn'] as const) {
    it(`is not possible while the round is ${state}`, async () => {
      const { municipality, round } = await openRound(1);
      await setState(municipality, round, state);
      assert.equal((await change(municipality, round, { title: 'Ny titel' })).kind, 'not open');
      assert.equal((await openChange(municipality, { roundId: round.id, address: SECRETARIAT })).kind, 'not open');
    });
  }

  it('is only for the secretariat of the same tenant', async () => {
    const { municipality, round } = await openRound(1);
    const address = anAddress({ tenantId: 'en-anden' }, 'sekretariatet');
    assert.deepEqual(await change(municipality, round, {}, { address }), { kind: 'unknown round' });
    assert.deepEqual(await openChange(municipality, { roundId: round.id, address }), { kind: 'unknown round' });
  });
});

describe('a department that is added to a round', () => {
  it('is asked with its present settings, and the audit says who added it', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await register(municipality);
    const outcome = await change(municipality, round, { departments: withNew(round) });
    assert.ok(outcome.kind === 'changed');
    assert.equal(outcome.counts.added, 1);
    // Its head is named before the row is written.
    const heads = aRegisteredDepartment({
      address: anAddress({}, NEW),
      department: aDepartment({ id: NEW, name: `Fagområde ${NEW}`, heads: [HEAD] }),
    });
    await municipality.channels.register(heads, aTrace({ operation: operationId('chef') }));
    await delivered(municipality);
    const added = await stored(municipality, round, NEW);
    assert.deepEqual([added.position, added.department.heads], [1, [HEAD]]);
    assert.ok(requestsPosted(municipality.messenger).includes(anAddress({}, NEW).channelId));
    const lines = (await municipality.rounds.readAudit(round.id)).filter(({ act }) => act === 'department added');
    assert.deepEqual(
      lines.map(({ by, departmentId }) => [by, departmentId]),
      [[aSecretary(), NEW]],
    );
  });

  it('is shown its reply of the earlier round', async () => {
    const municipality = (await openRound(2)).municipality;
    const [first] = (await municipality.index.list()).map(({ roundId }) => roundId);
    assert.ok(first);
    const before = (await municipality.rounds.readRound(first))?.value;
    assert.ok(before);
    await delivered(municipality);
    await submitReply(municipality, aReply(before, 1));
    const { departments } = municipality;
    municipality.clock.advance(60_000);
    const round = await opened(municipality, {
      departments: departments.slice(0, 1).map((each) => each.department.id),
    });
    await delivered(municipality);
    await change(municipality, round, { departments: departments.map((each) => each.department.id) });
    await delivered(municipality);
    const added = await stored(municipality, round, aDepartmentId('d1'));
    assert.equal(added.previous?.title, before.plan.ask.title);
  });

  it('is missing at once: the round is not complete, nor closed, before it is asked', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    await register(municipality);
    await change(municipality, round, { departments: withNew(round) });
    assert.deepEqual((await overview(municipality, round)).unreadable, []);
    const close = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press: 'luk', keep: [], missing: [] };
    assert.equal((await closeRound(municipality, close)).kind, 'changing');
    await delivered(municipality);
    assert.deepEqual(notatsPosted(municipality.messenger), []);
    assert.equal(progressOf(await overview(municipality, round)).outstanding.length, 1);
  });

  it('gets the deadline that was moved meanwhile', async () => {
    const { municipality, round } = await openRound(1);
    await register(municipality);
    await change(municipality, round, { departments: withNew(round) });
    await moveRoundDeadline(municipality, aRoundMove(round));
    await delivered(municipality);
    assert.equal((await stored(municipality, round, NEW)).ask.deadline, LATER);
  });

  it('is left alone where its row is there and cannot be read, and the others are asked', async () => {
    const stores = createMemoryStores();
    const { municipality, round } = await openRound(1, { stores });
    await register(municipality);
    const other = aDepartmentId('anden');
    await register(municipality, other);
    const department = { ...(await departmentOf(municipality, round)), department: aDepartment({ id: NEW }) };
    await municipality.rounds.commit(round.id, operationId('ny'), [{ change: 'insert department', department }]);
    await stores.spoil({ kind: 'department', roundId: round.id, departmentId: NEW });
    await change(municipality, round, { departments: [...idsOf(round), NEW, other] });
    await delivered(municipality);
    assert.equal((await stored(municipality, round, other)).position, 1);
    assert.deepEqual(
      (await overview(municipality, round)).unreadable.map(({ departmentId }) => departmentId),
      [NEW],
    );
  });
});

describe('a department that is withdrawn from a round', () => {
  it('is locked with the reason, keeps its answer, and counts nowhere', async () => {
    const { municipality, round } = await openRound(3);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 1));
    await delivered(municipality);
    const [d0, d1, d2] = idsOf(round);
    assert.ok(d0 && d1 && d2);
    const from = municipality.messenger.asked.length;
    await change(municipality, round, { departments: [d0, d2], reason: REASON });
    await delivered(municipality);
    const gone = await stored(municipality, round, d1);
    assert.deepEqual([gone.isLocked, gone.withdrawn?.reason, gone.reply?.number], [true, REASON, 1]);
    assert.deepEqual(
      cardsSince(municipality, from).map(({ department }) => department.id),
      [d1],
    );
    const { asked, outstanding } = progressOf(await overview(municipality, round));
    assert.deepEqual([asked, outstanding.length], [2, 2]);
    const late = await submitReply(municipality, aReply(round, 1, { press: 'for sent' }));
    assert.equal(late.kind, 'locked');
    const lines = (await municipality.rounds.readAudit(round.id)).filter(({ act }) => act === 'department withdrawn');
    assert.deepEqual(
      lines.map(({ departmentId, reason }) => [departmentId, reason]),
      [[d1, REASON]],
    );
  });

  it('was the last that was missing, so the notat is complete', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    await delivered(municipality);
    assert.deepEqual(notatsPosted(municipality.messenger), []);
    await change(municipality, round, { departments: idsOf(round).slice(0, 1), reason: REASON });
    await delivered(municipality);
    const [notat] = notatsPosted(municipality.messenger);
    assert.deepEqual(
      notat?.notat.rows.map(({ department }) => department),
      ['Fagområde 0'],
    );
    assert.equal(notat?.record.status, 'complete');
  });

  it('has its own request taken back before it was posted', async () => {
    const { municipality, round } = await openRound(2);
    await change(municipality, round, { departments: idsOf(round).slice(0, 1), reason: REASON });
    const task = { kind: 'follow changes' } as const;
    const claimed = { roundId: round.id, task, delivery: aDelivery({ task }), lane: [], department: undefined };
    await followChanges({ ...municipality, completeness: { ask: async () => undefined } }, claimed);
    await delivered(municipality);
    assert.deepEqual(requestsPosted(municipality.messenger), [anAddress({}, 'd0').channelId]);
  });

  it('can be added again: it is told, and what it had written is there', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await change(municipality, round, { departments: idsOf(round).slice(0, 1), reason: REASON });
    await delivered(municipality);
    await moveRoundDeadline(municipality, aRoundMove(round));
    await delivered(municipality);
    const from = municipality.messenger.asked.length;
    await change(municipality, round, { departments: idsOf(round) }, { press: 'igen' });
    await delivered(municipality);
    const again = await stored(municipality, round, aDepartmentId('d1'));
    assert.deepEqual([again.withdrawn, again.isLocked, again.ask.deadline], [undefined, false, LATER]);
    const notices = municipality.messenger.asked
      .slice(from)
      .flatMap(({ message }) => (message.kind === 'department notice' ? [message.notice] : []));
    assert.deepEqual(notices, ['told again', 'deadline moved'].slice(0, notices.length));
    assert.ok(notices.length > 0);
  });

  it('takes its decline with it', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await declineReply(municipality, { ...aPress(round, 1), reason: 'Ikke os.', instead: '' });
    await change(municipality, round, { departments: idsOf(round).slice(0, 1), reason: REASON });
    await delivered(municipality);
    const { outstanding, excused } = progressOf(await overview(municipality, round));
    assert.deepEqual([outstanding.length, excused.length], [1, 0]);
  });
});

describe('a notat that was recorded before a change', () => {
  it('is made again as it was, and the one after it has the change', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await answeredByAll(municipality, round);
    await delivered(municipality);
    municipality.clock.advance(1_000);
    await change(municipality, round, { title: 'Ny titel', departments: idsOf(round).slice(1), reason: REASON });
    await delivered(municipality);
    const [before, after] = notatsPosted(municipality.messenger);
    assert.ok(before && after);
    assert.deepEqual([before.notat.title, before.notat.rows.length], [round.plan.ask.title, 2]);
    assert.deepEqual([after.notat.title, after.notat.rows.length], ['Ny titel', 1]);
    const again = await compileRecorded(municipality.rounds, await overview(municipality, round), before.record);
    assert.deepEqual(again, before.notat);
  });
});

describe('departments that follow a change', () => {
  it('all do, once, wherever the process that lets them is killed', async () => {
    const size = 20;
    // The first commits are those of the departments that follow, and the claims before them.
    for (let killedAt = 1; killedAt <= 16; killedAt += 1) {
      const { municipality, round } = await changedRound(size);
      let commits = 0;
      const rounds = interceptCommits(municipality.rounds, (commit) => {
        commits += 1;
        if (commits === killedAt) throw new Error('killed');
        return commits > killedAt ? new Promise(() => undefined) : commit.proceed();
      });
      const killed = startWork({ ...municipality, rounds, worker: 'dræbt' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      void killed.stop(0);
      // Whoever takes over waits a moment before the next try.
      for (const ms of [10 * 60_000, 10_000]) {
        municipality.clock.advance(ms);
        await delivered({ ...municipality, messenger: createScriptedMessenger() });
      }
      const { departments, withdrawn, unreadable, round: after } = await overview(municipality, round);
      const said = `killed at ${killedAt}`;
      assert.deepEqual([departments.length, withdrawn.length, unreadable.length], [size, 1, 0], said);
      assert.ok(departments.every(({ ask }) => ask.question === 'Hvad har I lært?'));
      assert.equal(after.isFollowing, false, said);
      const acts = (await municipality.rounds.readAudit(round.id)).map(({ act }) => act);
      for (const act of ['department added', 'department withdrawn'] as const) {
        assert.equal(acts.filter((each) => each === act).length, 1, `${act} ${said}`);
      }
    }
  });

  it('follow a change that is made while they follow another', async () => {
    const { municipality, round } = await openRound(2);
    await change(municipality, round, { question: 'Det første?' });
    let isFirst = true;
    const rounds = interceptCommits(municipality.rounds, async (commit) => {
      if (isFirst && commit.operation.startsWith('each')) {
        isFirst = false;
        await change(municipality, round, { title: 'Den anden' });
      }
      return commit.proceed();
    });
    assert.deepEqual(await followed({ ...municipality, rounds }, round), { outcome: { kind: 'unneeded' } });
    for (const index of [0, 1]) {
      const { ask } = await departmentOf(municipality, round, index);
      assert.deepEqual([ask.question, ask.title], ['Det første?', 'Den anden']);
    }
  });

  it('are many at once, also those that are added', async () => {
    const { municipality, round } = await openRound(1);
    const added = Array.from({ length: 101 }, (_, n) => aDepartmentId(`n${n}`));
    for (const id of added) await register(municipality, id);
    await change(municipality, round, { departments: [...idsOf(round), ...added] });
    assert.deepEqual(await followed(municipality, round), { outcome: { kind: 'unneeded' } });
    const { departments } = await overview(municipality, round);
    assert.deepEqual(
      departments.map(({ position }) => position),
      Array.from({ length: 102 }, (_, n) => n),
    );
    // One line names a hundred of them.
    const line = (await municipality.rounds.readAudit(round.id)).find(({ subject }) => subject === 'departments');
    const named = line?.after?.split(' · ');
    assert.deepEqual([named?.length, named?.at(-1)], [101, '…']);
  });

  it('have nothing to follow in a round that is closed, or that was followed already', async () => {
    const { municipality, round } = await openRound(1);
    assert.deepEqual(await followed(municipality, round), { outcome: { kind: 'unneeded' } });
    await change(municipality, round, { title: 'Ny titel' });
    await setState(municipality, round, 'closed');
    assert.deepEqual(await followed(municipality, round), { outcome: { kind: 'unneeded' } });
  });

  it('are left for later where the round changes again whenever they have followed', async () => {
    const { municipality, round } = await openRound(1);
    await change(municipality, round, { title: 'Ny titel' });
    const rounds = interceptCommits(municipality.rounds, async (commit) =>
      commit.operation.startsWith('followed') ? 'conflict' : commit.proceed(),
    );
    const { outcome } = await followed({ ...municipality, rounds }, round);
    assert.deepEqual(outcome, { kind: 'again', at: municipality.clock.now() });
  });
});

async function followed(municipality: Municipality, round: Round) {
  const task = { kind: 'follow changes' } as const;
  const claimed = { roundId: round.id, task, delivery: aDelivery({ task }), lane: [], department: undefined };
  const deps: TaskDependencies = { ...municipality, completeness: { ask: async () => undefined } };
  return followChanges(deps, claimed);
}

async function setState(municipality: Municipality, round: Round, state: RoundState): Promise<void> {
  const present = await municipality.rounds.readRound(round.id);
  assert.ok(present);
  const changed = { ...present.value, state, changes: [...present.value.changes, aPlanChange()] };
  const replace = { change: 'replace round', round: changed, etag: present.etag } as const;
  assert.equal(await municipality.rounds.commit(round.id, operationId('state', state), [replace]), 'committed');
}

async function openForm(municipality: Municipality, round: Round) {
  const outcome = await openChange(municipality, { roundId: round.id, address: SECRETARIAT });
  assert.ok(outcome.kind === 'form');
  return outcome;
}

/** A round in which a word was changed, a department added and another withdrawn, before any has followed. */
async function changedRound(size: number) {
  const { municipality, round } = await openRound(size);
  await delivered(municipality);
  await register(municipality);
  const departments = withNew(round).slice(1);
  await change(municipality, round, { question: 'Hvad har I lært?', departments, reason: REASON });
  return { municipality, round };
}
