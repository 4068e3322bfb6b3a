import assert from 'node:assert/strict';
import { registerDepartment, registerSecretariat } from '../../../src/application/channel/register-channel.js';
import { unregisterChannel } from '../../../src/application/channel/unregister-channel.js';
import { anAddress, START } from '../../support/builders.js';
import { createFixedClock, createSequentialIds } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const BOERN = anAddress({}, 'boern');
const KULTUR = anAddress({}, 'kultur');

function createDeps() {
  return { ...createMemoryStores(), clock: createFixedClock(), ids: createSequentialIds() };
}

describe('registering a department', () => {
  it('gives the channel to a department with an id of its own, from now on', async () => {
    const deps = createDeps();
    const outcome = await registerDepartment(deps, BOERN, '  Børn og  Familie ');
    const channel = {
      purpose: 'department',
      address: BOERN,
      department: { id: 'id-1', name: 'Børn og Familie', heads: [], deputies: [], language: undefined },
      registeredAt: START,
    };
    assert.deepEqual(outcome, { kind: 'registered', channel });
    assert.deepEqual(await deps.channels.find(BOERN), channel);
  });

  it('again under a new name keeps its id and its place in the order', async () => {
    const deps = createDeps();
    await registerDepartment(deps, BOERN, 'Børn');
    deps.clock.advance(60_000);
    await registerDepartment(deps, BOERN, 'Børn og Unge');
    const channel = await deps.channels.find(BOERN);
    assert.ok(channel?.purpose === 'department');
    assert.deepEqual(channel.department, {
      id: 'id-1',
      name: 'Børn og Unge',
      heads: [],
      deputies: [],
      language: undefined,
    });
    assert.deepEqual(channel.registeredAt, START);
  });

  it('is refused when another channel has that name, however it is written', async () => {
    const deps = createDeps();
    await registerDepartment(deps, BOERN, 'Børn og Unge');
    const outcome = await registerDepartment(deps, KULTUR, 'BØRN  og unge');
    assert.deepEqual(outcome, { kind: 'taken', channel: await deps.channels.find(BOERN) });
    assert.equal(await deps.channels.find(KULTUR), undefined);
  });

  it('is refused in the secretariat’s channel', async () => {
    const deps = createDeps();
    await registerSecretariat(deps, BOERN);
    const outcome = await registerDepartment(deps, BOERN, 'Børn');
    assert.deepEqual(outcome, {
      kind: 'in use',
      channel: { purpose: 'secretariat', address: BOERN, secretaries: [], name: undefined },
    });
  });

  it('is refused when the name is no name', async () => {
    assert.deepEqual(await registerDepartment(createDeps(), BOERN, ' '), {
      kind: 'bad name',
      problem: { kind: 'missing' },
    });
  });

  it('is no matter of another tenant’s names', async () => {
    const deps = createDeps();
    await registerDepartment(deps, BOERN, 'Børn');
    const outcome = await registerDepartment(deps, anAddress({ tenantId: 'en-anden-kommune' }, 'b'), 'Børn');
    assert.equal(outcome.kind, 'registered');
  });
});

describe('registering the secretariat', () => {
  it('gives the channel to the secretariat, and may be repeated', async () => {
    const deps = createDeps();
    const registered = {
      kind: 'registered',
      channel: { purpose: 'secretariat', address: BOERN, secretaries: [], name: undefined },
    };
    assert.deepEqual(await registerSecretariat(deps, BOERN), registered);
    assert.deepEqual(await registerSecretariat(deps, BOERN), registered);
  });

  it('is refused when the tenant has another', async () => {
    const deps = createDeps();
    await registerSecretariat(deps, BOERN);
    const channel = { purpose: 'secretariat', address: BOERN, secretaries: [], name: undefined };
    assert.deepEqual(await registerSecretariat(deps, KULTUR), { kind: 'taken', channel });
  });

  it('is refused in a department’s channel', async () => {
    const deps = createDeps();
    await registerDepartment(deps, BOERN, 'Børn');
    assert.deepEqual(await registerSecretariat(deps, BOERN), {
      kind: 'in use',
      channel: await deps.channels.find(BOERN),
    });
  });
});

describe('unregistering a channel', () => {
  it('tells what it was, and frees it and its name', async () => {
    const deps = createDeps();
    await registerDepartment(deps, BOERN, 'Børn');
    const before = await deps.channels.find(BOERN);
    assert.deepEqual(await unregisterChannel(deps, BOERN), before);
    assert.equal((await registerSecretariat(deps, BOERN)).kind, 'registered');
    assert.equal((await registerDepartment(deps, KULTUR, 'Børn')).kind, 'registered');
  });

  it('tells nothing of a channel that was nothing', async () => {
    assert.equal(await unregisterChannel(createDeps(), BOERN), undefined);
  });
});
