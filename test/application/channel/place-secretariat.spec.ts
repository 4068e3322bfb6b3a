import assert from 'node:assert/strict';
import { placeSecretariat } from '../../../src/application/channel/place-secretariat.js';
import { unregisterChannel } from '../../../src/application/channel/unregister-channel.js';
import { UnreadableRow } from '../../../src/application/ports.js';
import type { ChannelAddress } from '../../../src/domain/channel/channel.js';
import {
  aChannelRequest,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  aSecretary,
  aTrace,
  START,
} from '../../support/builders.js';
import { createFixedClock, createScriptedMessenger, refusedWith } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const OLD = anAddress({}, 'sekretariatet');
const NEW = anAddress({}, 'raadhuset');
const ADMINISTRATOR = aPerson({ id: 'administrator', name: 'Kim Holst' });

type Deps = ReturnType<typeof createDeps>;

function createDeps() {
  return {
    ...createMemoryStores(),
    clock: createFixedClock(),
    messenger: createScriptedMessenger(),
    channelNames: { nameOf: async ({ channelId }: ChannelAddress) => `kanalen ${channelId}` },
  };
}

const BEFORE = aSecretariat({ address: OLD, name: `kanalen ${OLD.channelId}` });
const MOVED = { ...BEFORE, address: NEW, name: `kanalen ${NEW.channelId}` };

/** With a secretariat that has a secretary by name, for a minute already. */
async function withSecretariat(deps: Deps = createDeps()): Promise<Deps> {
  await deps.channels.register(BEFORE, aTrace());
  deps.clock.advance(60_000);
  return deps;
}

function place(deps: Deps, address: ChannelAddress, isMeant = false) {
  const request = aChannelRequest(address, { by: ADMINISTRATOR, activityId: `${address.channelId} ${isMeant}` });
  return placeSecretariat(deps, request, () => isMeant);
}

async function lastLine({ registryAudit }: Deps) {
  return (await registryAudit.read(OLD.tenantId)).at(-1);
}

describe('placing the secretariat', () => {
  it('gives a channel to the tenant’s first secretariat, with the channel’s name and nobody named', async () => {
    const deps = createDeps();
    const secretariat = aSecretariat({ address: OLD, secretaries: [], name: `kanalen ${OLD.channelId}` });
    assert.deepEqual(await place(deps, OLD), { kind: 'placed', secretariat });
    assert.deepEqual(await deps.channels.secretariat(OLD.tenantId), secretariat);
    assert.deepEqual(await lastLine(deps), {
      at: START,
      by: ADMINISTRATOR,
      act: 'secretariat registered',
      where: OLD.channelId,
      departmentId: undefined,
      subject: undefined,
    });
  });

  it('in its own channel again changes nothing, and asks nothing', async () => {
    const deps = await withSecretariat();
    for (const isMeant of [false, true]) {
      assert.deepEqual(await place(deps, OLD, isMeant), { kind: 'placed', secretariat: BEFORE });
    }
    assert.equal((await deps.registryAudit.read(OLD.tenantId)).length, 1);
    assert.deepEqual(deps.messenger.asked, []);
  });

  it('keeps the present name of its channel', async () => {
    const deps = await withSecretariat();
    const renamed = { ...deps, channelNames: { nameOf: async () => 'Et nyt navn' } };
    assert.deepEqual(await place(renamed, OLD), {
      kind: 'placed',
      secretariat: { ...BEFORE, name: 'Et nyt navn' },
    });
  });

  it('is refused in a department’s channel, whether meant or not', async () => {
    const deps = await withSecretariat();
    const department = aRegisteredDepartment({ address: NEW });
    await deps.channels.register(department, aTrace());
    for (const isMeant of [false, true]) {
      assert.deepEqual(await place(deps, NEW, isMeant), { kind: 'in use', by: department });
    }
    assert.deepEqual(await deps.channels.secretariat(OLD.tenantId), BEFORE);
  });

  it('is no matter of another tenant’s secretariat', async () => {
    const deps = await withSecretariat();
    const other = anAddress({ tenantId: 'en-anden-kommune' }, 'deres');
    assert.equal((await place(deps, other)).kind, 'placed');
    assert.deepEqual(await deps.channels.secretariat(OLD.tenantId), BEFORE);
  });

  it('again in a channel that it was removed from keeps the secretaries who were named', async () => {
    const deps = await withSecretariat();
    await unregisterChannel(deps, aChannelRequest(OLD), 'secretariat');
    assert.deepEqual(await place(deps, OLD), { kind: 'placed', secretariat: BEFORE });
  });

  it('in a channel that was a department’s, or of which nobody can read what it was, begins with nobody named', async () => {
    const wasDepartment = createDeps();
    await wasDepartment.channels.register(aRegisteredDepartment({ address: OLD }), aTrace());
    await unregisterChannel(wasDepartment, aChannelRequest(OLD), 'department');
    const spoilt = await withSecretariat();
    await spoilt.spoil({ kind: 'channel', address: OLD });
    for (const deps of [wasDepartment, spoilt]) {
      const outcome = await place(deps, OLD);
      assert.ok(outcome.kind === 'placed');
      assert.deepEqual(outcome.secretariat.secretaries, []);
    }
  });

  it('elsewhere is not done while it cannot be read what would be moved', async () => {
    const deps = await withSecretariat();
    await deps.spoil({ kind: 'channel', address: OLD });
    for (const isMeant of [false, true]) await assert.rejects(place(deps, NEW, isMeant), UnreadableRow);
    assert.equal(await deps.channels.find(NEW), undefined);
  });
});

describe('moving the secretariat', () => {
  it('is asked about first, and nothing changes until it is meant', async () => {
    const deps = await withSecretariat();
    assert.deepEqual(await place(deps, NEW), { kind: 'move?', from: BEFORE });
    assert.deepEqual(await deps.channels.secretariat(OLD.tenantId), BEFORE);
    assert.equal((await deps.registryAudit.read(OLD.tenantId)).length, 1);
    assert.deepEqual(deps.messenger.asked, []);
  });

  it('takes its secretaries along, and makes the old channel free', async () => {
    const deps = await withSecretariat();
    assert.deepEqual(await place(deps, NEW, true), { kind: 'moved', secretariat: MOVED, isTold: true });
    assert.deepEqual(await deps.channels.secretariat(OLD.tenantId), MOVED);
    assert.equal(await deps.channels.find(OLD), undefined);
    assert.deepEqual(await lastLine(deps), {
      at: new Date(START.getTime() + 60_000),
      by: ADMINISTRATOR,
      act: 'secretariat moved',
      where: NEW.channelId,
      departmentId: undefined,
      subject: undefined,
    });
  });

  it('is told in the old channel', async () => {
    const deps = await withSecretariat();
    await place(deps, NEW, true);
    assert.deepEqual(deps.messenger.asked, [
      { address: OLD, replaced: undefined, message: { kind: 'secretariat moved', to: MOVED.name } },
    ]);
  });

  it('is done also when the old channel cannot be told, and says so', async () => {
    const messenger = createScriptedMessenger(() => refusedWith(403));
    const deps = await withSecretariat({ ...createDeps(), messenger });
    assert.deepEqual(await place(deps, NEW, true), { kind: 'moved', secretariat: MOVED, isTold: false });
    assert.deepEqual(await deps.channels.secretariat(OLD.tenantId), MOVED);
  });

  it('is done once when the press is delivered again', async () => {
    const deps = await withSecretariat();
    await place(deps, NEW, true);
    assert.deepEqual(await place(deps, NEW, true), { kind: 'placed', secretariat: MOVED });
    assert.equal(deps.messenger.asked.length, 1);
    assert.equal((await deps.registryAudit.read(OLD.tenantId)).length, 2);
  });
});

describe('two administrators who place the secretariat at once', () => {
  it('leave one secretariat, and the second is asked whether to move the first’s', async () => {
    const deps = createDeps();
    const outcomes = await Promise.all([place(deps, OLD), place(deps, NEW)]);
    const present = await deps.channels.secretariat(OLD.tenantId);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['move?', 'placed']);
    assert.deepEqual(
      outcomes.find(({ kind }) => kind === 'move?'),
      { kind: 'move?', from: present },
    );
  });

  it('move it once, and the second is asked about where the first has moved it', async () => {
    const deps = await withSecretariat();
    const [one, other] = [anAddress({}, 'et'), anAddress({}, 'andet')];
    const outcomes = await Promise.all([place(deps, one, true), place(deps, other, true)]);
    const present = await deps.channels.secretariat(OLD.tenantId);
    assert.deepEqual(outcomes.map(({ kind }) => kind).sort(), ['move?', 'moved']);
    assert.deepEqual(
      outcomes.find(({ kind }) => kind === 'move?'),
      { kind: 'move?', from: present },
    );
    assert.deepEqual(present?.secretaries, [aSecretary()]);
    assert.equal(deps.messenger.asked.length, 1);
  });

  it('do not take a channel that becomes a department’s at the same moment', async () => {
    const deps = createDeps();
    const department = aRegisteredDepartment({ address: NEW });
    const channels = { ...deps.channels, register: async () => ({ outcome: 'taken', by: department }) as const };
    assert.deepEqual(await place({ ...deps, channels }, NEW), { kind: 'in use', by: department });
  });
});
