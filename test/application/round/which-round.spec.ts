import assert from 'node:assert/strict';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { currentRound } from '../../../src/application/round/which-round.js';
import { anAddress, aRoundId, aSecretariat, aTrace, TENANT } from '../../support/builders.js';
import { aReply, createMunicipality, opened, planned, SECRETARIAT } from '../municipality.js';

describe('the status', () => {
  it('shows every department of the round, and what each has answered', async () => {
    const municipality = await createMunicipality(2);
    const round = await opened(municipality);
    await submitReply(municipality, aReply(round, 1));
    const status = await currentRound(municipality, TENANT);
    assert.equal(status.kind, 'round');
    assert.deepEqual(status.overview.round, round);
    assert.deepEqual(
      status.overview.departments.map(({ reply }) => reply?.number),
      [undefined, 1],
    );
  });

  it('asks which round is meant where several are open, the newest first', async () => {
    const municipality = await createMunicipality();
    const older = await opened(municipality);
    municipality.clock.advance(1_000);
    const newest = await opened(municipality);
    const status = await currentRound(municipality, TENANT);
    assert.ok(status.kind === 'which round?');
    assert.deepEqual(
      status.open.map(({ id }) => id),
      [newest.id, older.id],
    );
  });

  it('is of the round that was chosen', async () => {
    const municipality = await createMunicipality();
    const older = await opened(municipality);
    municipality.clock.advance(1_000);
    await opened(municipality);
    const status = await currentRound(municipality, TENANT, older.id);
    assert.ok(status.kind === 'round');
    assert.equal(status.overview.round.id, older.id);
  });

  it('is not of a chosen round that has not started, or that is another tenant’s', async () => {
    const municipality = await createMunicipality();
    const started = await opened(municipality);
    const { id } = await planned(municipality);
    assert.deepEqual(await currentRound(municipality, TENANT, id), { kind: 'no round' });
    assert.deepEqual(await currentRound(municipality, 'en-anden-kommune', started.id), { kind: 'no round' });
    assert.deepEqual(await currentRound(municipality, TENANT, aRoundId('ukendt')), { kind: 'no round' });
  });

  it('knows no round before one has started', async () => {
    const municipality = await createMunicipality();
    await planned(municipality);
    assert.deepEqual(await currentRound(municipality, TENANT), { kind: 'no round' });
  });

  it('passes over a round that was never confirmed, and other tenants’ rounds', async () => {
    const municipality = await createMunicipality();
    const current = await opened(municipality);
    municipality.clock.advance(1_000);
    const { id, createdAt } = await planned(municipality);
    await municipality.index.add({ roundId: id, tenantId: SECRETARIAT.tenantId, createdAt });
    await municipality.index.add({ roundId: aRoundId('others'), tenantId: 'another', createdAt });
    const status = await currentRound(municipality, TENANT);
    assert.equal(status.kind, 'round');
    assert.equal(status.overview.round.id, current.id);
  });

  it('shows a secretariat nothing of another tenant’s round', async () => {
    const municipality = await createMunicipality();
    await opened(municipality);
    const neighbour = anAddress({ tenantId: 'en-anden-kommune' }, 'deres-sekretariat');
    await municipality.channels.register(aSecretariat({ address: neighbour }), aTrace());
    assert.deepEqual(await currentRound(municipality, neighbour.tenantId), { kind: 'no round' });
  });
});
