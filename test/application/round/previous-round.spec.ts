import assert from 'node:assert/strict';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { planRound } from '../../../src/application/round/plan-round.js';
import { continueStart, startRound } from '../../../src/application/round/start-round.js';
import { BY_TITLE, NO_PREVIOUS_ROUND } from '../../../src/domain/round/round-form.js';
import { aNilReply, anAddress, aPerson, aRoundId, aSecretariat, aTrace } from '../../support/builders.js';
import {
  aReply,
  createMunicipality,
  departmentOf,
  formFor,
  type Municipality,
  opened,
  planned,
  ROUND_CARD,
  SECRETARIAT,
  typing,
} from '../municipality.js';

const LAST_YEAR = { title: 'Opfølgning på tilsynets årsrapport 2025' };
const THIS_YEAR = { title: 'opfølgning på  tilsynets årsrapport 2026' };

/** A round that is open before the next is planned. */
async function openedBefore(municipality: Municipality, changes: { readonly title: string }) {
  const round = await opened(municipality, changes);
  municipality.clock.advance(1_000);
  return round;
}

describe('the round before', () => {
  it('is the newest that has been started whose title differs in nothing but the year', async () => {
    const municipality = await createMunicipality();
    await openedBefore(municipality, { title: 'Opfølgning på tilsynets årsrapport 2024' });
    const newest = await openedBefore(municipality, LAST_YEAR);
    await openedBefore(municipality, { title: 'Opfølgning på klageåret 2025' });
    assert.equal((await planned(municipality, THIS_YEAR)).plan.previousRound, newest.id);
  });

  it('is none for the first of a series', async () => {
    const municipality = await createMunicipality();
    await openedBefore(municipality, { title: 'Opfølgning på klageåret 2025' });
    assert.equal((await planned(municipality, THIS_YEAR)).plan.previousRound, undefined);
  });

  it('is none for a title that is a year alone', async () => {
    const municipality = await createMunicipality();
    await openedBefore(municipality, { title: '2025' });
    assert.equal((await planned(municipality, { title: '2026' })).plan.previousRound, undefined);
  });

  it('is never one that was not started, though its start began', async () => {
    const municipality = await createMunicipality();
    const started = await openedBefore(municipality, LAST_YEAR);
    const { id, createdAt } = await planned(municipality, LAST_YEAR);
    for (const roundId of [id, aRoundId('slettet')]) {
      await municipality.index.add({ roundId, tenantId: SECRETARIAT.tenantId, createdAt });
    }
    assert.equal((await planned(municipality, THIS_YEAR)).plan.previousRound, started.id);
  });

  it('is never the round itself, when its plan is changed', async () => {
    const municipality = await createMunicipality();
    const { id, createdAt } = await planned(municipality, THIS_YEAR);
    await municipality.index.add({ roundId: id, tenantId: SECRETARIAT.tenantId, createdAt });
    const values = formFor(municipality, THIS_YEAR);
    const request = { address: SECRETARIAT, by: aPerson(), roundId: id, values, activityId: 'ret' };
    const outcome = await planRound(municipality, request);
    assert.ok(outcome.kind === 'planned');
    assert.equal(outcome.round.plan.previousRound, undefined);
  });

  it('is never another tenant’s', async () => {
    const municipality = await createMunicipality();
    const { id, createdAt } = await openedBefore(municipality, LAST_YEAR);
    const neighbour = anAddress({ tenantId: 'en-anden' }, 'deres-sekretariat');
    await municipality.channels.register(aSecretariat({ address: neighbour }), aTrace());
    const [first] = municipality.departments;
    assert.ok(first);
    await municipality.channels.register(
      { ...first, address: { ...first.address, tenantId: neighbour.tenantId } },
      aTrace(),
    );
    assert.equal((await municipality.rounds.readRound(id))?.value.createdAt.getTime(), createdAt.getTime());
    const values = formFor(municipality, { ...THIS_YEAR, departments: ['d0'] });
    const request = { address: neighbour, by: aPerson(), roundId: undefined, values, activityId: 'ny' };
    const outcome = await planRound(municipality, request);
    assert.ok(outcome.kind === 'planned');
    assert.equal(outcome.round.plan.previousRound, undefined);
  });
});

describe('the round that the secretariat chooses as last year’s', () => {
  it('is that one, whatever the titles are', async () => {
    const municipality = await createMunicipality();
    const chosen = await openedBefore(municipality, { title: 'Noget helt andet' });
    await openedBefore(municipality, LAST_YEAR);
    const round = await planned(municipality, { ...THIS_YEAR, previousRound: chosen.id });
    assert.equal(round.plan.previousRound, chosen.id);
  });

  it('is none where it chooses none', async () => {
    const municipality = await createMunicipality();
    await openedBefore(municipality, LAST_YEAR);
    const round = await planned(municipality, { ...THIS_YEAR, previousRound: NO_PREVIOUS_ROUND });
    assert.equal(round.plan.previousRound, undefined);
  });

  it('is the one of the same title where what was chosen cannot be', async () => {
    const municipality = await createMunicipality();
    const proposed = await openedBefore(municipality, LAST_YEAR);
    const { id: plan } = await planned(municipality, { title: 'En plan' });
    for (const previousRound of [BY_TITLE, 'findes-ikke', plan, 'ikke et id']) {
      const values = formFor(municipality, { ...THIS_YEAR, previousRound });
      const request = { address: SECRETARIAT, by: aPerson(), roundId: undefined, values };
      const outcome = await planRound(municipality, { ...request, activityId: previousRound });
      assert.ok(outcome.kind === 'planned');
      assert.equal(outcome.round.plan.previousRound, proposed.id);
    }
  });
});

describe('the replies of the round before', () => {
  it('are carried to the departments that gave them, as they stand when the new round starts', async () => {
    const municipality = await createMunicipality(3);
    const before = await openedBefore(municipality, LAST_YEAR);
    await submitReply(municipality, aReply(before, 0, { answer: typing('Sidste års svar') }));
    await submitReply(municipality, aReply(before, 1, { answer: { kind: 'nil', typed: 'Intet nyt.' } }));
    const round = await opened(municipality, THIS_YEAR);
    const previous = await Promise.all(
      [0, 1, 2].map(async (n) => (await departmentOf(municipality, round, n)).previous),
    );
    const { title } = LAST_YEAR;
    assert.deepEqual(previous, [
      { title, content: { kind: 'text', text: 'Sidste års svar' } },
      { title, content: aNilReply('Intet nyt.') },
      undefined,
    ]);
  });

  it('stay as they were carried, whatever is corrected afterwards', async () => {
    const municipality = await createMunicipality(1);
    const before = await openedBefore(municipality, LAST_YEAR);
    await submitReply(municipality, aReply(before, 0, { answer: typing('Sidste års svar') }));
    const round = await opened(municipality, THIS_YEAR);
    const seen = { reply: 1, draft: 0, proposal: 0 };
    await submitReply(municipality, aReply(before, 0, { answer: typing('Rettet'), seen, press: 'ret' }));
    const { content } = (await departmentOf(municipality, round)).previous ?? {};
    assert.deepEqual(content, { kind: 'text', text: 'Sidste års svar' });
  });

  it('are none where the round before is gone when the new one starts', async () => {
    const municipality = await createMunicipality(1);
    await openedBefore(municipality, LAST_YEAR);
    const round = await planned(municipality, THIS_YEAR);
    const rounds: Municipality['rounds'] = {
      ...municipality.rounds,
      readOverview: async (id) => (id === round.id ? municipality.rounds.readOverview(id) : undefined),
    };
    const request = { address: SECRETARIAT, by: aPerson(), roundId: round.id, posted: ROUND_CARD };
    assert.equal((await startRound({ ...municipality, rounds }, request)).kind, 'started');
    await continueStart({ ...municipality, rounds }, round.id);
    assert.equal((await departmentOf(municipality, round)).previous, undefined);
  });
});
