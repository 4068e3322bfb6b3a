import assert from 'node:assert/strict';
import { beginSetUp } from '../../../src/application/channel/begin-set-up.js';
import { notAllowed } from '../../../src/application/rights/not-allowed.js';
import { anAddress, aPerson, aSecretariat, aTrace, TENANT } from '../../support/builders.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const ADMINISTRATOR = aPerson({ id: 'administrator' });

describe('wanting to set the bot up in a channel that is nobody’s', () => {
  let deps: Parameters<typeof beginSetUp>[0] & ReturnType<typeof createMemoryStores>;

  beforeEach(() => {
    const members = { find: async () => undefined };
    deps = { ...createMemoryStores(), members, administrators: [ADMINISTRATOR.id] };
  });

  const begin = (by = ADMINISTRATOR) => {
    const actor = { by, memberId: `29:${by.id}`, home: 'here' } as const;
    return beginSetUp(deps, { ...actor, tenantId: TENANT, address: anAddress({}, 'ny'), registered: undefined });
  };

  it('lets an administrator choose the secretariat’s channel while there is none', async () => {
    assert.deepEqual(await begin(), { kind: 'place here?' });
  });

  it('tells everyone else who may', async () => {
    assert.deepEqual(await begin(aPerson({ id: 'medarbejder' })), notAllowed({ reason: 'not administrator' }));
  });

  it('tells everyone where the secretariat is once there is one', async () => {
    await deps.channels.register(aSecretariat({ name: 'Notater' }), aTrace());
    const elsewhere = notAllowed({ reason: 'not the secretariat’s channel', channel: 'Notater' });
    for (const by of [ADMINISTRATOR, aPerson({ id: 'medarbejder' })]) assert.deepEqual(await begin(by), elsewhere);
  });
});
