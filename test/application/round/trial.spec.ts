import assert from 'node:assert/strict';
import { compilePersonalNotat } from '../../../src/application/notat/personal-notat.js';
import { prepareClosing } from '../../../src/application/round/close-round.js';
import { endTrial } from '../../../src/application/round/end-trial.js';
import { findPreviousRound } from '../../../src/application/round/previous-round.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { continueStart, startRound } from '../../../src/application/round/start-round.js';
import { tryRound } from '../../../src/application/round/try-round.js';
import { currentRound, findAskedRounds } from '../../../src/application/round/which-round.js';
import { startWork } from '../../../src/application/work/start-work.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import { aNotatId, aPerson, aRoundId, TENANT } from '../../support/builders.js';
import { createMunicipality, HEAD, type Municipality, planned, ROUND_CARD, SECRETARIAT } from '../municipality.js';

const TRIAL = aRoundId('proeve');
const BY = aPerson();

describe('a trial of a round', () => {
  let municipality: Municipality;
  let round: Round;

  beforeEach(async () => {
    municipality = await createMunicipality(2, { heads: [HEAD] });
    round = await planned(municipality, { title: 'Opfølgning 2026' });
  });

  const tryIt = (changes = {}) =>
    tryRound(municipality, {
      roundId: round.id,
      address: SECRETARIAT,
      by: BY,
      trialId: TRIAL,
      titleOf: (title) => `Prøve: ${title}`,
      ...changes,
    });

  const end = (changes = {}) => endTrial(municipality, { roundId: TRIAL, address: SECRETARIAT, by: BY, ...changes });

  /** Everything that is owed is done. */
  async function deliver(): Promise<void> {
    const work = startWork(municipality);
    await work.idle();
    await work.stop(1_000);
  }

  async function stored(id = TRIAL): Promise<Round> {
    const found = await municipality.rounds.readRound(id);
    assert.ok(found);
    return found.value;
  }

  const started = async (title: string) => {
    const real = await planned(municipality, { title });
    await startRound(municipality, { roundId: real.id, address: SECRETARIAT, by: BY, posted: ROUND_CARD });
    await continueStart(municipality, real.id);
    return real.id;
  };

  const current = async () => {
    const found = await currentRound(municipality, TENANT);
    return found.kind === 'round' ? found.overview.round.id : undefined;
  };

  it('is a copy of the plan in which every card is in the secretariat’s channel, and nobody is told', async () => {
    assert.equal((await tryIt()).kind, 'trying');
    await deliver();
    const { state, plan, hasDuties } = await stored();
    assert.deepEqual(
      [state, plan.ask.title, plan.ask.isTrial, hasDuties],
      ['open', 'Prøve: Opfølgning 2026', true, false],
    );
    const departments = await municipality.rounds.readDepartments(TRIAL);
    assert.deepEqual(
      departments.map(({ value }) => [value.address.channelId, value.department.heads, value.ask.isTrial]),
      [
        [SECRETARIAT.channelId, [], true],
        [SECRETARIAT.channelId, [], true],
      ],
    );
    const kinds = (await municipality.rounds.readDeliveries(TRIAL)).map(({ task }) => task.kind);
    assert.ok(kinds.includes('post round card') && !kinds.includes('do duties'), kinds.join());
    assert.equal((await stored(round.id)).state, 'planned');
  });

  it('is started once by a press that is delivered twice', async () => {
    await tryIt();
    assert.equal((await tryIt()).kind, 'trying');
    assert.equal((await municipality.index.list()).length, 1);
  });

  it('is started only of a planned round of the tenant’s own', async () => {
    assert.equal((await tryIt({ roundId: aRoundId('ingen') })).kind, 'unknown round');
    const elsewhere = { ...SECRETARIAT, tenantId: 'en-anden' };
    assert.equal((await tryIt({ address: elsewhere })).kind, 'unknown round');
    await startRound(municipality, { roundId: round.id, address: SECRETARIAT, by: BY, posted: undefined });
    assert.equal((await tryIt()).kind, 'already started');
  });

  it('is meant where no round is open', async () => {
    await tryIt();
    await deliver();
    assert.equal(await current(), TRIAL);
    const real = await started('Noget andet');
    assert.equal(await current(), real);
  });

  it('gives nobody a file as long as there is a round, even a closed one', async () => {
    const real = await started('Noget andet');
    const present = await municipality.rounds.readRound(real);
    assert.ok(present);
    const closed: Round = { ...present.value, state: 'closed' };
    const change = { change: 'replace round', round: closed, etag: present.etag } as const;
    await municipality.rounds.commit(real, operationId('luk'), [change]);
    municipality.clock.advance(60_000);
    await tryIt();
    await continueStart(municipality, TRIAL);
    assert.equal(await current(), TRIAL);
    const request = { tenantId: TENANT, by: BY, where: 'chat' };
    const notat = await compilePersonalNotat(municipality, request, aNotatId());
    assert.equal(notat.kind === 'file' && notat.roundId, real);
  });

  it('is no department’s round, and never the round before', async () => {
    await tryIt();
    await deliver();
    const [first] = municipality.departments;
    assert.ok(first);
    const asked = await findAskedRounds(municipality, { address: first.address, thread: undefined });
    assert.deepEqual(asked, { kind: 'asked', ofThread: undefined, newest: undefined, newestOpen: undefined });
    assert.equal(await findPreviousRound(municipality, TENANT, 'Prøve: Opfølgning 2027'), undefined);
  });

  it('is not closed as a round is', async () => {
    await tryIt();
    const outcome = await prepareClosing(municipality, { roundId: TRIAL, address: SECRETARIAT });
    assert.equal(outcome.kind, 'trial');
  });

  it('ends without a final notat, and is not opened again', async () => {
    await tryIt();
    assert.equal((await end()).kind, 'still starting');
    await deliver();
    assert.equal((await end()).kind, 'ended');
    await deliver();
    const { state, finals } = await stored();
    assert.deepEqual([state, finals], ['closed', 0]);
    assert.ok((await municipality.rounds.readDepartments(TRIAL)).every(({ value }) => value.isLocked));
    assert.deepEqual(await municipality.rounds.readNotats(TRIAL), []);
    assert.equal(await current(), undefined);
    assert.equal((await end()).kind, 'ended');
    const again = { roundId: TRIAL, address: SECRETARIAT, by: BY, press: 'igen', reason: 'En fejl' };
    assert.equal((await reopenRound(municipality, again)).kind, 'unknown round');
  });

  it('is all that can be ended so: a round is not', async () => {
    assert.equal((await end({ roundId: round.id })).kind, 'unknown round');
    assert.equal((await end({ roundId: aRoundId('ingen') })).kind, 'unknown round');
  });
});
