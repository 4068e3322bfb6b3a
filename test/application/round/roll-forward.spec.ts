import assert from 'node:assert/strict';
import { createRecentTeams } from '../../../src/application/channel/recent-teams.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { earlierRounds } from '../../../src/application/round/earlier-rounds.js';
import { openRoundForm } from '../../../src/application/round/plan-round.js';
import { discardPlan, plannedRounds } from '../../../src/application/round/planned-rounds.js';
import { previewFacts } from '../../../src/application/round/preview-facts.js';
import { rollRoundForward } from '../../../src/application/round/roll-forward.js';
import { startLater } from '../../../src/application/round/start-later.js';
import { startRound } from '../../../src/application/round/start-round.js';
import type { RoundId } from '../../../src/domain/ids.js';
import { EARLIER_ROUNDS_MAX, PLANS_SHOWN } from '../../../src/domain/limits.js';
import { aRoundId, aSecretary, TENANT } from '../../support/builders.js';
import {
  aReply,
  createMunicipality,
  type Municipality,
  opened,
  planned,
  SECRETARIAT,
  typing,
} from '../municipality.js';

const BY = aSecretary();

describe('the earlier rounds', () => {
  it('are those that have been started, the newest first, and not those of another tenant', async () => {
    const municipality = await createMunicipality();
    const first = await started(municipality, 'Beretning 2024');
    const second = await started(municipality, 'Beretning 2025');
    await planned(municipality, { title: 'En plan' });
    await municipality.index.add({ roundId: aRoundId('slettet'), tenantId: TENANT, createdAt: new Date() });
    const listed = await earlierRounds(municipality, TENANT);
    assert.deepEqual(
      listed.map(({ id, title }) => [id, title]),
      [
        [second.id, 'Beretning 2025'],
        [first.id, 'Beretning 2024'],
      ],
    );
    assert.deepEqual(await earlierRounds(municipality, 'en-anden'), []);
  });

  it('are looked for among the newest rounds alone', async () => {
    const municipality = await createMunicipality(1);
    const first = await started(municipality, 'Beretning 2024');
    for (let n = 1; n < EARLIER_ROUNDS_MAX; n += 1) {
      const createdAt = new Date(municipality.clock.now().getTime() + n);
      await municipality.index.add({ roundId: aRoundId(`r${n}`), tenantId: TENANT, createdAt });
    }
    assert.equal((await earlierRounds(municipality, TENANT))[0]?.id, first.id);
    const createdAt = new Date(municipality.clock.now().getTime() + 1_000);
    await municipality.index.add({ roundId: aRoundId('en-mere'), tenantId: TENANT, createdAt });
    assert.deepEqual(await earlierRounds(municipality, TENANT), []);
  });
});

describe('rolling a round forward', () => {
  it('takes the one that was chosen, else the one of the same title, else the newest', async () => {
    const municipality = await createMunicipality();
    const oldest = await started(municipality, 'Beretning 2024');
    const other = await started(municipality, 'Klager 2025');
    const newest = await started(municipality, 'Eftersyn');
    const from = async (chosen: RoundId | undefined, title: string) =>
      (await rollRoundForward(municipality, { tenantId: TENANT, chosen, title, before: undefined })).rolled?.from.id;
    assert.equal(await from(oldest.id, 'Klager 2026'), oldest.id);
    assert.equal(await from(undefined, 'Klager 2026'), other.id);
    assert.equal(await from(undefined, ''), newest.id);
  });

  it('tells what the form had been filled in with before', async () => {
    const municipality = await createMunicipality();
    const one = await started(municipality, 'Beretning 2024');
    const other = await started(municipality, 'Klager 2025');
    const request = { tenantId: TENANT, chosen: one.id, title: '', before: other.id };
    const { rolled, before, departments } = await rollRoundForward(municipality, request);
    assert.deepEqual(
      [rolled?.from.title, before?.from.title, departments.length],
      ['Beretning 2024', 'Klager 2025', 3],
    );
  });

  it('finds nothing where there is no such round, and none of another tenant', async () => {
    const municipality = await createMunicipality();
    const request = { chosen: undefined, title: '', before: undefined };
    assert.equal((await rollRoundForward(municipality, { ...request, tenantId: TENANT })).rolled, undefined);
    const { id } = await started(municipality, 'Beretning 2024');
    const stolen = await rollRoundForward(municipality, { ...request, tenantId: 'en-anden', chosen: id });
    assert.equal(stolen.rolled, undefined);
    const { id: plan } = await planned(municipality, { title: 'En plan' });
    assert.equal(
      (await rollRoundForward(municipality, { ...request, tenantId: TENANT, chosen: plan })).rolled,
      undefined,
    );
  });
});

describe('a plan that is left', () => {
  it('is one of the newest few', async () => {
    const municipality = await createMunicipality(1);
    for (const title of ['En', 'To', 'Tre', 'Fire']) {
      municipality.clock.advance(1_000);
      await planned(municipality, { title });
    }
    assert.deepEqual(await titlesOf(municipality), ['Fire', 'Tre', 'To']);
  });

  it('is offered when a new round is planned, the newest first, until it is started', async () => {
    const municipality = await createMunicipality();
    const first = await planned(municipality, { title: 'Første' });
    municipality.clock.advance(1_000);
    const second = await planned(municipality, { title: 'Anden' });
    assert.deepEqual(await titlesOf(municipality), ['Anden', 'Første']);
    await startRound(municipality, { roundId: second.id, address: SECRETARIAT, by: BY, posted: undefined });
    assert.deepEqual(await titlesOf(municipality), ['Første']);
    assert.deepEqual(
      (await municipality.index.listPlans(TENANT)).map(({ roundId }) => roundId),
      [first.id],
    );
  });

  it(`is offered with so many others at most, the newest first (PLANS_SHOWN, ${PLANS_SHOWN})`, async () => {
    const municipality = await createMunicipality();
    const titles = Array.from({ length: PLANS_SHOWN + 1 }, (_, n) => `Plan ${n}`);
    for (const title of titles) {
      municipality.clock.advance(1_000);
      await planned(municipality, { title });
    }
    assert.deepEqual(await titlesOf(municipality), titles.toReversed().slice(0, PLANS_SHOWN));
  });

  it('is not offered once it is discarded, and does not start by itself either', async () => {
    const municipality = await createMunicipality();
    const { id: roundId } = await planned(municipality);
    const action = { roundId, address: SECRETARIAT, by: BY };
    const values = { deadline: '2026-11-10', deadlineTime: '09:00' };
    await startLater(municipality, { ...action, posted: undefined, press: 'senere', values });
    assert.deepEqual(await discardPlan(municipality, { ...action, press: 'væk' }), { kind: 'discarded' });
    assert.deepEqual(await titlesOf(municipality), []);
    assert.equal((await municipality.rounds.readRound(roundId))?.value.plan.startAt, undefined);
    const owed = await municipality.rounds.readDeliveries(roundId);
    assert.deepEqual(
      owed.map(({ state }) => state),
      ['unneeded'],
    );
    const acts = (await municipality.rounds.readAudit(roundId)).map(({ act }) => act);
    assert.deepEqual(acts, ['planned', 'start put off', 'plan discarded']);
    assert.deepEqual(await discardPlan(municipality, { ...action, press: 'væk igen' }), { kind: 'discarded' });
  });

  it('cannot be discarded once it has been started, or where it is none', async () => {
    const municipality = await createMunicipality();
    const { id: roundId } = await started(municipality, 'Beretning');
    const action = { roundId, address: SECRETARIAT, by: BY, press: 'væk' };
    assert.equal((await discardPlan(municipality, action)).kind, 'already started');
    assert.equal((await discardPlan(municipality, { ...action, roundId: aRoundId('ingen') })).kind, 'unknown round');
  });
});

describe('what the preview knows of the earlier round', () => {
  it('is its title, and what the first department replied', async () => {
    const municipality = await createMunicipality(2);
    const before = await started(municipality, 'Beretning 2025');
    await submitReply(municipality, aReply(before, 0, { answer: typing('Sidste års svar') }));
    const { previous, tried } = await factsOf(municipality, before.id);
    assert.deepEqual(previous, {
      title: 'Beretning 2025',
      reply: { title: 'Beretning 2025', content: { kind: 'text', text: 'Sidste års svar' } },
    });
    assert.equal(tried.reached + tried.notReached.length + tried.notTried.length, 2);
  });

  it('has no reply where none was given, and is nothing where there is no earlier round', async () => {
    const municipality = await createMunicipality(2);
    const before = await started(municipality, 'Beretning 2025');
    assert.deepEqual((await factsOf(municipality, before.id)).previous, { title: 'Beretning 2025', reply: undefined });
    assert.equal((await factsOf(municipality, aRoundId('slettet'))).previous, undefined);
    assert.equal((await factsOf(municipality, undefined)).previous, undefined);
  });
});

async function started(municipality: Municipality, title: string) {
  municipality.clock.advance(1_000);
  return opened(municipality, { title });
}

async function titlesOf(municipality: Municipality): Promise<readonly string[]> {
  const opening = await openRoundForm(municipality, TENANT);
  assert.ok(opening.kind === 'form');
  assert.deepEqual(await plannedRounds(municipality, TENANT), opening.plans);
  return opening.plans.map(({ plan }) => plan.ask.title);
}

async function factsOf(municipality: Municipality, previousRound: RoundId | undefined) {
  municipality.clock.advance(1_000);
  const round = await planned(municipality, { title: 'Ny' });
  const { time } = municipality;
  const recentTeams = createRecentTeams(municipality, time);
  return previewFacts({ ...municipality, recentTeams }, { ...round, plan: { ...round.plan, previousRound } });
}
