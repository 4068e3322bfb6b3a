import assert from 'node:assert/strict';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { openRounds } from '../../../src/application/round/open-rounds.js';
import { TENANT } from '../../support/builders.js';
import { aReply, createMunicipality, opened, planned } from '../municipality.js';

describe('the open rounds', () => {
  it('are counted for the tenant, without those that have not started', async () => {
    const municipality = await createMunicipality();
    await planned(municipality);
    assert.equal(await openRounds(municipality, TENANT), 0);
    await opened(municipality);
    assert.equal(await openRounds(municipality, TENANT), 1);
    assert.equal(await openRounds(municipality, 'en-anden-kommune'), 0);
  });

  it('are counted for a department as long as they wait for its answer', async () => {
    const municipality = await createMunicipality(2);
    const round = await opened(municipality);
    const [first, second] = round.plan.invitations.map(({ department }) => department.id);
    await submitReply(municipality, aReply(round, 1));
    assert.equal(await openRounds(municipality, TENANT, first), 1);
    assert.equal(await openRounds(municipality, TENANT, second), 0);
  });
});
