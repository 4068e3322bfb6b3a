import assert from 'node:assert/strict';
import { planRound } from '../../../src/application/round/plan-round.js';
import { cancelLaterStart, startLater } from '../../../src/application/round/start-later.js';
import { startRound } from '../../../src/application/round/start-round.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import { inLane, newDelivery, SECRETARIAT_LANE } from '../../../src/domain/work/delivery.js';
import { aPerson, aRoundId, aSecretary, START } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import {
  createMunicipality,
  delivered,
  formFor,
  type Municipality,
  planned,
  ROUND_CARD,
  requestsPosted,
  SECRETARIAT,
} from '../municipality.js';

/** A day later than every spec begins, at 9.00 in Denmark. */
const MORNING = { deadline: '2026-11-10', deadlineTime: '09:00' };
const AT = new Date('2026-11-10T08:00:00Z');
const BY = aSecretary();

describe('a round that is to start later', () => {
  it('stays planned, and owes its start at that time', async () => {
    const { municipality, round } = await putOff();
    assert.equal(round.state, 'planned');
    assert.deepEqual(round.plan.startAt, { at: AT, by: BY, posted: ROUND_CARD });
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value, round);
    const [owed, ...others] = await municipality.rounds.readDeliveries(round.id);
    assert.deepEqual([owed?.task, owed?.dueAt, others], [{ kind: 'continue round' }, AT, []]);
    assert.deepEqual(
      (await municipality.rounds.readAudit(round.id)).map(({ act, by, subject }) => [act, by?.id, subject]),
      [
        ['planned', aPerson().id, undefined],
        ['start put off', BY.id, AT.toISOString()],
      ],
    );
  });

  it('asks nobody before, and everybody then, in the name of the person who decided it', async () => {
    const { municipality, round } = await putOff();
    await delivered(municipality);
    assert.deepEqual(requestsPosted(municipality.messenger), []);
    municipality.clock.advance(AT.getTime() - START.getTime());
    await delivered(municipality);
    const started = await stateOf(municipality, round);
    assert.deepEqual([started?.state, started?.startedBy, started?.plan.startAt], ['open', BY, undefined]);
    assert.equal(requestsPosted(municipality.messenger).length, 3);
    assert.ok(municipality.messenger.asked.some(({ replaced }) => replaced?.activityId === ROUND_CARD.activityId));
  });

  it('starts late where nobody was there at the time', async () => {
    const { municipality, round } = await putOff();
    municipality.clock.advance(AT.getTime() - START.getTime() + 7_200_000);
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round))?.state, 'open');
  });

  it('stays planned where its deadline has passed before anybody was there, and its card says so', async () => {
    const { municipality, round } = await putOff();
    municipality.clock.advance(365 * 86_400_000);
    await delivered(municipality);
    const left = await stateOf(municipality, round);
    assert.deepEqual([left?.state, left?.plan.startAt], ['planned', undefined]);
    assert.deepEqual(requestsPosted(municipality.messenger), []);
    const shown = municipality.messenger.asked.find(({ replaced }) => replaced?.activityId === ROUND_CARD.activityId);
    assert.ok(shown?.message.kind === 'round card');
    assert.equal(shown.message.round.state, 'planned');
    assert.equal((await municipality.rounds.readAudit(round.id)).at(-1)?.act, 'later start cancelled');
  });

  it('shows a card of its own where the card on which it was decided is not known', async () => {
    const { municipality } = await putOff({ posted: undefined });
    municipality.clock.advance(AT.getTime() - START.getTime());
    await delivered(municipality);
    assert.ok(municipality.messenger.asked.some(({ message }) => message.kind === 'desk'));
  });

  it('waits for its time also where a process looks at it before', async () => {
    const { municipality, round } = await putOff();
    const delivery = newDelivery(inLane(SECRETARIAT_LANE, 'before'), { kind: 'continue round' }, START);
    await municipality.rounds.commit(round.id, operationId('before'), [{ change: 'insert delivery', delivery }]);
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round))?.state, 'planned');
    const waiting = (await municipality.rounds.readDelivery(round.id, delivery.id))?.value;
    assert.deepEqual([waiting?.state, waiting?.dueAt], ['pending', AT]);
  });

  it('keeps its time when its plan is changed', async () => {
    const { municipality, round } = await putOff();
    const values = formFor(municipality, { title: 'Ny titel' });
    const request = { address: SECRETARIAT, by: aPerson(), roundId: round.id, values, activityId: 'ret' };
    const outcome = await planRound(municipality, request);
    assert.ok(outcome.kind === 'planned');
    assert.deepEqual(outcome.round.plan.startAt?.at, AT);
  });

  it('takes the newest time that was decided', async () => {
    const { municipality, round } = await putOff();
    const later = { deadline: '2026-11-11', deadlineTime: '09:00' };
    await startLater(municipality, { ...aStart(round), press: 'igen', values: later });
    municipality.clock.advance(AT.getTime() - START.getTime());
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round))?.state, 'planned');
    municipality.clock.advance(86_400_000);
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round))?.state, 'open');
  });

  it('does not start by itself where it is cancelled, and that can be said twice', async () => {
    const { municipality, round } = await putOff();
    for (const press of ['fortryd', 'fortryd igen']) {
      const outcome = await cancelLaterStart(municipality, { roundId: round.id, address: SECRETARIAT, by: BY, press });
      assert.ok(outcome.kind === 'cancelled');
      assert.equal(outcome.round.plan.startAt, undefined);
    }
    municipality.clock.advance(AT.getTime() - START.getTime());
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round))?.state, 'planned');
  });

  it('can be started before, and then nothing stands in the way of what it owes', async () => {
    const { municipality, round } = await putOff();
    await startRound(municipality, { roundId: round.id, address: SECRETARIAT, by: BY, posted: ROUND_CARD });
    await delivered(municipality);
    assert.equal((await stateOf(municipality, round))?.state, 'open');
    assert.ok(municipality.messenger.asked.some(({ replaced }) => replaced?.activityId === ROUND_CARD.activityId));
  });
});

describe('what starts a round later', () => {
  it('tries again where somebody changed the plan at the same moment', async () => {
    const { municipality, round } = await putOff();
    municipality.clock.advance(AT.getTime() - START.getTime());
    let conflicts = 1;
    const rounds = interceptCommits(municipality.rounds, ({ operation, proceed }) => {
      if (conflicts === 0 || !operation.startsWith('start due')) return proceed();
      conflicts -= 1;
      return Promise.resolve('conflict');
    });
    await delivered({ ...municipality, rounds });
    assert.equal(conflicts, 0);
    municipality.clock.advance(5_000);
    await delivered({ ...municipality, rounds });
    assert.equal((await stateOf(municipality, round))?.state, 'open');
  });

  it('starts no round that is planned without a time', async () => {
    const municipality = await createMunicipality();
    const { id, createdAt } = await planned(municipality);
    await municipality.index.add({ roundId: id, tenantId: SECRETARIAT.tenantId, createdAt });
    const delivery = newDelivery(inLane(SECRETARIAT_LANE, '0-start-later'), { kind: 'continue round' }, createdAt);
    await municipality.rounds.commit(id, operationId('arrange'), [{ change: 'put delivery', delivery }]);
    await delivered(municipality);
    assert.equal((await municipality.rounds.readRound(id))?.value.state, 'planned');
    assert.deepEqual(
      (await municipality.rounds.readDeliveries(id)).map(({ state }) => state),
      ['unneeded'],
    );
  });
});

describe('a later start that cannot be', () => {
  it('is told why, and nothing is stored', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    const cases = [
      [{ deadline: '', deadlineTime: '' }, 'missing'],
      [{ deadline: '2026-11-08', deadlineTime: '09:00' }, 'in the past'],
      [{ deadline: '2026-11-10', deadlineTime: '' }, 'no time'],
      [{ deadline: '2026-11-26', deadlineTime: '09:00' }, 'after the deadline'],
    ] as const;
    for (const [values, kind] of cases) {
      const outcome = await startLater(municipality, { ...aStart(round), values });
      assert.ok(outcome.kind === 'refused');
      assert.deepEqual(
        outcome.problems.map((problem) => problem.kind),
        [kind],
      );
    }
    assert.deepEqual((await municipality.rounds.readRound(round.id))?.value, round);
  });

  it('is not that of a round that has started, or of none', async () => {
    const municipality = await createMunicipality();
    const round = await planned(municipality);
    await startRound(municipality, { roundId: round.id, address: SECRETARIAT, by: BY, posted: undefined });
    const action = { ...aStart(round), values: MORNING };
    assert.equal((await startLater(municipality, action)).kind, 'already started');
    assert.equal((await cancelLaterStart(municipality, action)).kind, 'already started');
    const unknown = { ...action, roundId: aRoundId('ingen') };
    assert.equal((await startLater(municipality, unknown)).kind, 'unknown round');
    assert.equal((await cancelLaterStart(municipality, unknown)).kind, 'unknown round');
  });
});

function aStart({ id }: Round) {
  return { roundId: id, address: SECRETARIAT, by: BY, posted: ROUND_CARD, press: 'senere', values: MORNING };
}

async function putOff(changes: { readonly posted?: undefined } = {}) {
  const municipality = await createMunicipality();
  const before = await planned(municipality);
  const outcome = await startLater(municipality, { ...aStart(before), ...changes });
  assert.ok(outcome.kind === 'starts later');
  return { municipality, round: outcome.round };
}

async function stateOf({ rounds }: Municipality, { id }: Round): Promise<Round | undefined> {
  return (await rounds.readRound(id))?.value;
}
