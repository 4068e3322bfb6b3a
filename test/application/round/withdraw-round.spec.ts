import assert from 'node:assert/strict';
import { compileNotatNow } from '../../../src/application/notat/compile-notat.js';
import { type RoundStore, UnreadableRow } from '../../../src/application/ports.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { changeRound } from '../../../src/application/round/change-round.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import { findPreviousRound } from '../../../src/application/round/previous-round.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import {
  prepareWithdrawal,
  type WithdrawRoundRequest,
  withdrawRound,
} from '../../../src/application/round/withdraw-round.js';
import { continueNow } from '../../../src/application/work/handlers/continue-round.js';
import { startWork } from '../../../src/application/work/start-work.js';
import type { DepartmentId } from '../../../src/domain/ids.js';
import { changeValuesOf } from '../../../src/domain/round/changed-round.js';
import { overviewOf, type Round, type RoundDepartment } from '../../../src/domain/round/round.js';
import { DESK_GATHERED_MS } from '../../../src/domain/work/delivery.js';
import { aDepartmentId, aNotatId, anAddress, aSecretary, TENANT } from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits } from '../../support/fakes.js';
import {
  aReply,
  aRoundMove,
  commitsOf,
  delivered,
  departmentOf,
  type Municipality,
  notatsPosted,
  openRound,
  SECRETARIAT,
} from '../municipality.js';

const REASON = 'Rapporten er trukket tilbage.';

function withdrawal({ id }: Round, changes: Partial<WithdrawRoundRequest> = {}): WithdrawRoundRequest {
  return { roundId: id, address: SECRETARIAT, by: aSecretary(), press: 'træk', reason: REASON, ...changes };
}

async function roundOf({ rounds }: Municipality, { id }: Round): Promise<Round> {
  const round = await rounds.readRound(id);
  assert.ok(round);
  return round.value;
}

async function overview({ rounds }: Municipality, { id }: Round) {
  const found = await rounds.readOverview(id);
  assert.ok(found);
  return found;
}

describe('calling a round off', () => {
  it('shows the consequences in numbers first, and does nothing', async () => {
    const { municipality, round } = await openRound(3);
    await submitReply(municipality, aReply(round, 1));
    const commits = await commitsOf(municipality, async (deps) => {
      const outcome = await prepareWithdrawal(deps, { roundId: round.id, address: SECRETARIAT });
      assert.ok(outcome.kind === 'consequences');
      assert.deepEqual([outcome.answered, outcome.missing, outcome.cards], [1, 2, 3]);
    });
    assert.deepEqual(commits, []);
  });

  it('is one change: the round, a line with the reason, and the rest that is owed', async () => {
    const { municipality, round } = await openRound();
    const [commit, ...others] = await commitsOf(municipality, (deps) => withdrawRound(deps, withdrawal(round)));
    assert.deepEqual(others, []);
    const { state, withdrawn } = await roundOf(municipality, round);
    assert.equal(state, 'withdrawing');
    assert.deepEqual(withdrawn, { by: aSecretary(), at: municipality.clock.now(), reason: REASON });
    const lines = commit?.changes.flatMap((each) => (each.change === 'insert audit line' ? [each.line] : []));
    assert.deepEqual(
      lines?.map(({ act, reason }) => [act, reason]),
      [['round withdrawn', REASON]],
    );
  });

  it('makes every card say so, keeps the answers, and makes no notat', async () => {
    const { municipality, round } = await openRound(3);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 1));
    await delivered(municipality);
    const from = municipality.messenger.asked.length;
    await withdrawRound(municipality, withdrawal(round));
    await delivered(municipality);
    assert.equal((await roundOf(municipality, round)).state, 'withdrawn');
    const shown = municipality.messenger.asked
      .slice(from)
      .flatMap(({ message }) => (message.kind === 'department card' ? [message.department] : []));
    assert.equal(shown.length, 3);
    assert.ok(shown.every(({ withdrawn, isLocked }) => withdrawn?.scope === 'round' && isLocked));
    assert.equal((await departmentOf(municipality, round, 1)).reply?.number, 1);
    assert.deepEqual(notatsPosted(municipality.messenger), []);
    municipality.clock.advance(DESK_GATHERED_MS);
    await delivered(municipality);
    const states = municipality.messenger.asked.flatMap(({ message }) =>
      message.kind === 'desk' ? [message.overview.round.state] : [],
    );
    assert.equal(states.at(-1), 'withdrawn');
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'locked');
  });

  it('ends its duties: nobody is reminded', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await withdrawRound(municipality, withdrawal(round));
    await delivered(municipality);
    municipality.clock.advance(40 * 86_400_000);
    await delivered(municipality);
    assert.ok(municipality.messenger.asked.every(({ message }) => message.kind !== 'department notice'));
  });

  it('wants a reason, and keeps what was typed', async () => {
    const { municipality, round } = await openRound(2);
    const outcome = await withdrawRound(municipality, withdrawal(round, { reason: ' ' }));
    assert.ok(outcome.kind === 'refused');
    assert.deepEqual([outcome.problem.kind, outcome.cards], ['missing', 2]);
    assert.equal((await roundOf(municipality, round)).state, 'open');
  });

  it('is refused in words where the round is closed while its reason is read', async () => {
    const { municipality, round } = await openRound(1);
    const rounds = { ...municipality.rounds, readOverview: async () => undefined };
    const outcome = await withdrawRound({ ...municipality, rounds }, withdrawal(round, { reason: '' }));
    assert.deepEqual(outcome, { kind: 'unknown round' });
  });

  it('is done once, however often the press comes, and not twice', async () => {
    const { municipality, round } = await openRound(1);
    for (const _ of [1, 2]) assert.equal((await withdrawRound(municipality, withdrawal(round))).kind, 'withdrawing');
    const again = await withdrawRound(municipality, withdrawal(round, { press: 'igen' }));
    assert.equal(again.kind, 'not open');
    const prepared = await prepareWithdrawal(municipality, { roundId: round.id, address: SECRETARIAT });
    assert.equal(prepared.kind, 'not open');
  });

  it('of two people at the same moment lets one be first', async () => {
    const { municipality, round } = await openRound(1);
    let isFirst = true;
    const rounds = interceptCommits(municipality.rounds, async (commit) => {
      if (isFirst) {
        isFirst = false;
        await withdrawRound(municipality, withdrawal(round, { press: 'den anden' }));
      }
      return commit.proceed();
    });
    assert.equal((await withdrawRound({ ...municipality, rounds }, withdrawal(round))).kind, 'not open');
  });

  it('is only for the secretariat of the same tenant', async () => {
    const { municipality, round } = await openRound(1);
    const address = anAddress({ tenantId: 'en-anden' }, 'sekretariatet');
    assert.deepEqual(await withdrawRound(municipality, withdrawal(round, { address })), { kind: 'unknown round' });
    assert.deepEqual(await prepareWithdrawal(municipality, { roundId: round.id, address }), { kind: 'unknown round' });
  });

  it('reaches every department once, wherever the process is killed', async () => {
    const size = 40;
    const total = (await commitsOf((await withdrawing(size)).municipality, delivered)).length;
    for (let killedAt = 1; killedAt <= total; killedAt += Math.ceil(total / 12)) {
      const { municipality, round } = await withdrawing(size);
      let commits = 0;
      const rounds = interceptCommits(municipality.rounds, (commit) => {
        commits += 1;
        if (commits === killedAt) throw new Error('killed');
        return commits > killedAt ? new Promise(() => undefined) : commit.proceed();
      });
      const killed = startWork({ ...municipality, rounds, worker: 'dræbt' });
      await new Promise((resolve) => setTimeout(resolve, 20));
      void killed.stop(0);
      municipality.clock.advance(10 * 60_000);
      await delivered({ ...municipality, messenger: createScriptedMessenger() });
      const { round: after, departments, withdrawn } = await overview(municipality, round);
      assert.deepEqual([after.state, departments.length, withdrawn.length], ['withdrawn', 0, size], `at ${killedAt}`);
    }
  });
});

describe('a round that has been called off', () => {
  it('has no notat, is not opened again, and is nobody’s last year', async () => {
    const { municipality, round } = await calledOff();
    const by = { tenantId: TENANT, by: aSecretary(), where: SECRETARIAT.channelId, notatId: aNotatId() };
    assert.equal((await compileNotatNow(municipality, by)).kind, 'called off');
    const about = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press: 'åbn', reason: 'Alligevel.' };
    assert.equal((await reopenRound(municipality, about)).kind, 'not closed');
    assert.equal(await findPreviousRound(municipality, TENANT, round.plan.ask.title), undefined);
  });

  it('follows nothing that was decided just before', async () => {
    const { municipality, round } = await openRound(2);
    await delivered(municipality);
    await moveRoundDeadline(municipality, aRoundMove(round));
    const values = { ...changeValuesOf((await roundOf(municipality, round)).plan), title: 'Ny titel' };
    await changeRound(municipality, { ...withdrawal(round), press: 'ret', values, changeSeen: 0 });
    await withdrawRound(municipality, withdrawal(round));
    await delivered(municipality);
    assert.equal((await overview(municipality, round)).withdrawn.length, 2);
    const left = (await municipality.rounds.readDeliveries(round.id)).filter(({ task }) => task.kind !== 'update desk');
    assert.ok(left.every(({ state }) => state !== 'pending'));
  });

  it('withdraws a department whose row could not be read, once it can be', async () => {
    const { municipality, round } = await openRound(2);
    const id = aDepartmentId('d1');
    const { rounds } = municipality;
    const spoilt: RoundStore = {
      ...rounds,
      readDepartment: async (...of) => {
        if (of[1] === id) throw new UnreadableRow('department', 'department', 'a test has spoilt it');
        return rounds.readDepartment(...of);
      },
      readDepartments: async (of) =>
        (await rounds.readDepartments(of)).filter(({ value }) => value.department.id !== id),
      readOverview: async (of) => {
        const read = await rounds.readOverview(of);
        return read && overviewOf(read.round, [...read.departments, ...read.withdrawn].filter(not(id)), [id]);
      },
    };
    const deps = { ...municipality, completeness: { ask: async () => undefined } };
    await withdrawRound(municipality, withdrawal(round));
    for (const _ of ['withdrawing', 'withdrawn']) {
      await continueNow({ ...deps, rounds: spoilt }, round.id);
      assert.deepEqual((await roundOf(municipality, round)).closedWithout, [id]);
    }
    await continueNow(deps, round.id);
    assert.deepEqual((await roundOf(municipality, round)).closedWithout, []);
    assert.equal((await departmentOf(municipality, round, 1)).withdrawn?.scope, 'round');
  });

  it('waits for a department that becomes readable while it is called off', async () => {
    const { municipality, round } = await openRound(1);
    await withdrawRound(municipality, withdrawal(round));
    const rounds = { ...municipality.rounds, readDepartments: async () => [] };
    const deps = { ...municipality, rounds, completeness: { ask: async () => undefined } };
    await continueNow(deps, round.id);
    assert.equal((await roundOf(municipality, round)).state, 'withdrawing');
  });
});

function not(id: DepartmentId) {
  return ({ department }: RoundDepartment) => department.id !== id;
}

async function withdrawing(size: number) {
  const { municipality, round } = await openRound(size);
  await delivered(municipality);
  await withdrawRound(municipality, withdrawal(round));
  return { municipality, round };
}

async function calledOff() {
  const { municipality, round } = await withdrawing(2);
  await delivered(municipality);
  return { municipality, round };
}
