import assert from 'node:assert/strict';
import { secretariatsPlace } from '../../../src/application/channel/secretariats-place.js';
import { aKnownTeam, anAddress, aSecretariat, aTrace, TENANT } from '../../support/builders.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const TEAM = aKnownTeam();
const SECRETARIAT = aSecretariat({
  name: 'Sekretariatet',
  address: anAddress({ teamId: TEAM.teamId }, 'sekretariatet'),
});

describe('where the secretariat is', () => {
  it('is not known where there is none', async () => {
    assert.equal(await secretariatsPlace(createMemoryStores(), TENANT), undefined);
  });

  it('is a name alone while nothing tells what a link needs', async () => {
    const stores = createMemoryStores();
    await stores.channels.register(SECRETARIAT, aTrace());
    assert.deepEqual(await secretariatsPlace(stores, TENANT), { name: 'Sekretariatet', url: undefined });
  });

  it('is a link too where its team is known', async () => {
    const stores = createMemoryStores();
    await stores.channels.register(SECRETARIAT, aTrace());
    await stores.knownTeams.put(TEAM, undefined);
    const { name, url = '' } = (await secretariatsPlace(stores, TENANT)) ?? {};
    assert.equal(name, 'Sekretariatet');
    assert.ok(url.startsWith('https://teams.microsoft.com/l/channel/') && url.includes(TEAM.groupId ?? '-'), url);
  });
});
