import assert from 'node:assert/strict';
import { moveDeadline } from '../../../src/application/reply/move-deadline.js';
import { requestTime } from '../../../src/application/reply/request-time.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { moveDeadlines } from '../../../src/application/work/handlers/move-deadlines.js';
import { startWork } from '../../../src/application/work/start-work.js';
import type { TaskDependencies } from '../../../src/application/work/task.js';
import { operationId } from '../../../src/domain/ids.js';
import { standingOf } from '../../../src/domain/reply/standing.js';
import { addDays } from '../../../src/domain/round/deadline.js';
import type { Round, RoundDepartment, RoundState } from '../../../src/domain/round/round.js';
import { aDeadlineMove, aDelivery, aLocalDate, anAddress, aSecretary, START } from '../../support/builders.js';
import { createScriptedMessenger, interceptCommits } from '../../support/fakes.js';
import {
  aFollowUp,
  aReply,
  aRoundMove,
  aTimeAsked,
  commitsOf,
  delivered,
  departmentOf,
  LATER,
  locked,
  MOVE,
  type Municipality,
  openRound,
} from '../municipality.js';

/** The overview is drawn when the changes of ten seconds have been gathered. */
const GATHERED_MS = 10_000;

const AFTER_DEADLINE_MS = 17 * 86_400_000;

async function roundOf({ rounds }: Municipality, { id }: Round): Promise<Round> {
  const round = await rounds.readRound(id);
  assert.ok(round);
  return round.value;
}

async function departmentsOf(municipality: Municipality, round: Round): Promise<readonly RoundDepartment[]> {
  return Promise.all(round.plan.invitations.map((_, index) => departmentOf(municipality, round, index)));
}

async function deadlinesOf(municipality: Municipality, round: Round): Promise<readonly string[]> {
  return (await departmentsOf(municipality, round)).map(({ ask }) => ask.deadline);
}

/** The thread notices that have been posted, each with its channel. */
function noticesIn({ messenger }: Municipality): readonly string[] {
  return messenger.asked.flatMap(({ address, message }) =>
    message.kind === 'department notice' ? [`${message.notice} ${address.channelId}`] : [],
  );
}

async function setState(municipality: Municipality, round: Round, state: RoundState): Promise<void> {
  const present = await municipality.rounds.readRound(round.id);
  assert.ok(present);
  const change = { change: 'replace round', round: { ...present.value, state }, etag: present.etag } as const;
  assert.equal(await municipality.rounds.commit(round.id, operationId('state', state), [change]), 'committed');
}

describe('moving a round’s deadline', () => {
  it('is one change: the round, a line that says why, and what is owed to the departments', async () => {
    const { municipality, round } = await openRound();
    const [commit, ...others] = await commitsOf(municipality, (deps) => moveRoundDeadline(deps, aRoundMove(round)));
    assert.deepEqual(others, []);
    const { plan, deadlineMoves } = await roundOf(municipality, round);
    assert.equal(plan.ask.deadline, LATER);
    assert.deepEqual(
      deadlineMoves.map(({ from, to, by, reason }) => [from, to, by, reason]),
      [['2026-11-25', LATER, aSecretary(), MOVE.reason]],
    );
    const lines = commit?.changes.flatMap((change) => (change.change === 'insert audit line' ? [change.line] : []));
    assert.deepEqual(
      lines?.map(({ act, subject, reason, where }) => [act, subject, reason, where]),
      [['deadline moved', `2026-11-25 ${LATER}`, MOVE.reason, aRoundMove(round).address.channelId]],
    );
    const owed = commit?.changes.flatMap((change) => (change.change === 'put delivery' ? [change.delivery.task] : []));
    assert.deepEqual(owed, [{ kind: 'move deadlines' }, { kind: 'update desk' }]);
  });

  it('gives every department the new deadline, shows it on every card, and tells only those who must act', async () => {
    const { municipality, round } = await openRound(3);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 1));
    await requestTime(municipality, aTimeAsked(round, 2, { until: addDays(LATER, 7) }));
    await delivered(municipality);
    const before = municipality.messenger.asked.length;
    await moveRoundDeadline(municipality, aRoundMove(round));
    await delivered(municipality);
    assert.deepEqual(await deadlinesOf(municipality, round), [LATER, LATER, LATER]);
    assert.deepEqual(noticesIn(municipality), [`deadline moved ${anAddress({}, 'd0').channelId}`]);
    const shown = municipality.messenger.asked
      .slice(before)
      .flatMap(({ replaced, message }) =>
        replaced !== undefined && message.kind === 'department card' ? [message.department] : [],
      );
    assert.ok(shown.every(({ ask }) => ask.deadline === LATER));
    assert.equal(new Set(shown.map(({ department }) => department.id)).size, 3);
  });

  it('shows the new deadline on the overview', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await moveRoundDeadline(municipality, aRoundMove(round));
    municipality.clock.advance(GATHERED_MS);
    await delivered(municipality);
    const cards = municipality.messenger.asked.flatMap(({ message }) =>
      message.kind === 'desk' ? [message.overview.round.plan.ask.deadline] : [],
    );
    assert.deepEqual([cards[0], cards.at(-1)], ['2026-11-25', LATER]);
  });

  it('is done once, however often the press comes', async () => {
    const { municipality, round } = await openRound(2);
    for (const _ of [1, 2]) {
      const outcome = await moveRoundDeadline(municipality, aRoundMove(round));
      assert.equal(outcome.kind, 'moved');
    }
    assert.equal((await roundOf(municipality, round)).deadlineMoves.length, 1);
  });

  it('leaves a locked department, and one with a later deadline of its own, as they are', async () => {
    const { municipality, round } = await openRound(3);
    const own = { ...MOVE, deadline: '2026-12-20' };
    assert.equal((await moveDeadline(municipality, { ...aFollowUp(round, 1), values: own })).kind, 'moved');
    await locked(municipality, round, 2);
    municipality.clock.advance(1_000);
    await moveRoundDeadline(municipality, aRoundMove(round));
    await delivered(municipality);
    assert.deepEqual(await deadlinesOf(municipality, round), [LATER, '2026-12-20', '2026-11-25']);
  });

  it('decides anew whether an answer was late', async () => {
    const { municipality, round } = await openRound(1);
    municipality.clock.advance(AFTER_DEADLINE_MS);
    await submitReply(municipality, aReply(round, 0));
    const isLate = async () => {
      const standing = standingOf(await departmentOf(municipality, round));
      return standing.kind === 'answered' && standing.isLate;
    };
    assert.equal(await isLate(), true);
    await moveRoundDeadline(municipality, aRoundMove(round));
    await delivered(municipality);
    assert.equal(await isLate(), false);
  });

  it('ends on the last of two moves, whichever the departments follow first', async () => {
    const { municipality, round } = await openRound(3);
    await moveRoundDeadline(municipality, aRoundMove(round));
    await moveRoundDeadline(
      municipality,
      aRoundMove(round, { press: 'igen', values: { ...MOVE, deadline: '2026-12-01' } }),
    );
    await delivered(municipality);
    assert.deepEqual(await deadlinesOf(municipality, round), ['2026-12-01', '2026-12-01', '2026-12-01']);
    assert.equal((await departmentOf(municipality, round)).deadlineMoves.length, 1);
    assert.equal((await roundOf(municipality, round)).deadlineMoves.length, 2);
  });

  it('reaches every department once, wherever the process that follows it is killed', async () => {
    const size = 45;
    const total = (await commitsOf((await movedRound(size)).municipality, delivered)).length;
    for (let killedAt = 1; killedAt <= total; killedAt += Math.ceil(total / 12)) {
      const { municipality, round } = await movedRound(size);
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
      for (const { ask, deadlineMoves } of await departmentsOf(municipality, round)) {
        assert.deepEqual([ask.deadline, deadlineMoves.length], [LATER, 1], `killed at ${killedAt}`);
      }
    }
  });

  it('follows a move that is made while it follows another', async () => {
    const { municipality, round } = await openRound(2);
    await moveRoundDeadline(municipality, aRoundMove(round));
    let isFirst = true;
    const rounds = interceptCommits(municipality.rounds, async (commit) => {
      if (isFirst && commit.operation.startsWith('each')) {
        isFirst = false;
        municipality.clock.advance(1_000);
        const again = aRoundMove(round, { press: 'igen', values: { ...MOVE, deadline: '2026-12-11' } });
        await moveRoundDeadline(municipality, again);
      }
      return commit.proceed();
    });
    const deps: TaskDependencies = { ...municipality, rounds, completeness: { ask: async () => undefined } };
    const task = { kind: 'move deadlines' } as const;
    const claimed = { roundId: round.id, task, delivery: aDelivery({ task }), lane: [], department: undefined };
    assert.deepEqual(await moveDeadlines(deps, claimed), { outcome: { kind: 'unneeded' } });
    assert.deepEqual(await deadlinesOf(municipality, round), ['2026-12-11', '2026-12-11']);
  });

  it('waits while the round is closed or opened, and is owed again when it is opened', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await moveRoundDeadline(municipality, aRoundMove(round));
    const missing = (await departmentsOf(municipality, round)).map(({ department }) => department.id);
    const about = { roundId: round.id, address: aRoundMove(round).address, by: aSecretary() };
    await closeRound(municipality, { ...about, press: 'luk', keep: [], missing });
    await setState(municipality, round, 'closed');
    await locked(municipality, round);
    await delivered(municipality);
    assert.deepEqual(await deadlinesOf(municipality, round), ['2026-11-25']);
    await reopenRound(municipality, { ...about, press: 'åbn', reason: 'Der mangler svar.' });
    await delivered(municipality);
    assert.deepEqual(await deadlinesOf(municipality, round), [LATER]);
  });

  for (const state of ['closing', 'closed', 'reopening'] as const) {
    it(`is not possible while the round is ${state}`, async () => {
      const { municipality, round } = await openRound(1);
      await setState(municipality, round, state);
      const outcome = await moveRoundDeadline(municipality, aRoundMove(round));
      assert.equal(outcome.kind, 'not open');
      assert.equal((await roundOf(municipality, round)).deadlineMoves.length, 0);
    });
  }

  it('is only for the secretariat of the same tenant', async () => {
    const { municipality, round } = await openRound(1);
    const address = anAddress({ tenantId: 'en-anden' }, 'sekretariatet');
    assert.deepEqual(await moveRoundDeadline(municipality, aRoundMove(round, { address })), { kind: 'unknown round' });
  });

  it('changes nothing where something is wrong with the form', async () => {
    const { municipality, round } = await openRound(1);
    const values = { ...MOVE, deadline: aLocalDate() };
    const commits = await commitsOf(municipality, async (deps) => {
      const outcome = await moveRoundDeadline(deps, aRoundMove(round, { values }));
      assert.ok(outcome.kind === 'refused');
      assert.deepEqual(outcome.problems, [{ field: 'deadline', kind: 'same' }]);
    });
    assert.deepEqual(commits, []);
  });
});

describe('a deadline that is moved again whenever the departments have followed', () => {
  it('is followed later, so that the work comes to an end', async () => {
    const { municipality, round } = await movedRound(1);
    let reads = 0;
    const rounds = {
      ...municipality.rounds,
      async readRound(id: Round['id']) {
        const present = await municipality.rounds.readRound(id);
        assert.ok(present);
        reads += 1;
        const deadlineMoves = [aDeadlineMove({ at: new Date(START.getTime() + reads * 1_000) })];
        return { ...present, value: { ...present.value, deadlineMoves } };
      },
    };
    const task = { kind: 'move deadlines' } as const;
    const claimed = { roundId: round.id, task, delivery: aDelivery({ task }), lane: [], department: undefined };
    const deps: TaskDependencies = { ...municipality, rounds, completeness: { ask: async () => undefined } };
    const { outcome } = await moveDeadlines(deps, claimed);
    assert.deepEqual(outcome, { kind: 'again', at: municipality.clock.now() });
  });
});

/** A round whose deadline has been moved, before any department has followed. */
async function movedRound(size: number) {
  const { municipality, round } = await openRound(size);
  await delivered(municipality);
  await moveRoundDeadline(municipality, aRoundMove(round));
  return { municipality, round };
}
