import assert from 'node:assert/strict';
import { unregisterChannel } from '../../../src/application/channel/unregister-channel.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import {
  aChannelRequest,
  anAddress,
  aRegisteredDepartment,
  aSecretariat,
  aSecretary,
  aTrace,
  START,
} from '../../support/builders.js';
import { createFixedClock } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import { aReply, openRound } from '../municipality.js';

const BOERN = anAddress();
const DEPARTMENT = aRegisteredDepartment({ address: BOERN });
const SECRETARIAT = aSecretariat();

/** A minute after a secretariat and a department have been registered. */
async function createDeps() {
  const deps = { ...createMemoryStores(), clock: createFixedClock() };
  for (const channel of [SECRETARIAT, DEPARTMENT]) await deps.channels.register(channel, aTrace());
  deps.clock.advance(60_000);
  return deps;
}

const LATER = new Date(START.getTime() + 60_000);

describe('unregistering a channel', () => {
  it('tells what it was, and makes it and its name free', async () => {
    const deps = await createDeps();
    const outcome = await unregisterChannel(deps, aChannelRequest(BOERN), 'department');
    assert.deepEqual(outcome, { kind: 'unregistered', was: DEPARTMENT });
    const other = { ...DEPARTMENT, address: anAddress({}, 'kultur') };
    assert.deepEqual(await deps.channels.register(other, aTrace()), { outcome: 'registered' });
    assert.equal(await deps.channels.find(BOERN), undefined);
  });

  it('is a line in the audit of registrations, once', async () => {
    const deps = await createDeps();
    for (const [address, as] of [
      [BOERN, 'department'],
      [BOERN, 'department'],
      [SECRETARIAT.address, 'secretariat'],
    ] as const) {
      await unregisterChannel(deps, aChannelRequest(address), as);
    }
    const line = { at: LATER, by: aSecretary() };
    const { id, name } = DEPARTMENT.department;
    assert.deepEqual((await deps.registryAudit.read(BOERN.tenantId)).slice(1), [
      { ...line, act: 'department unregistered', where: BOERN.channelId, departmentId: id, subject: name },
      {
        ...line,
        act: 'secretariat unregistered',
        where: SECRETARIAT.address.channelId,
        departmentId: undefined,
        subject: undefined,
      },
    ]);
  });

  it('as a department’s leaves the secretariat’s alone, and the reverse', async () => {
    const deps = await createDeps();
    for (const [channel, as] of [
      [SECRETARIAT, 'department'],
      [DEPARTMENT, 'secretariat'],
    ] as const) {
      const outcome = await unregisterChannel(deps, aChannelRequest(channel.address), as);
      assert.deepEqual(outcome, { kind: 'in use', by: channel });
      assert.deepEqual(await deps.channels.find(channel.address), channel);
    }
    assert.equal((await deps.registryAudit.read(BOERN.tenantId)).length, 1);
  });

  it('tells nothing of a channel that was nothing', async () => {
    const deps = await createDeps();
    const free = anAddress({}, 'kultur');
    assert.deepEqual(await unregisterChannel(deps, aChannelRequest(free), 'department'), { kind: 'not registered' });
  });

  it('tells nothing of a channel that someone else makes free at the same moment', async () => {
    const deps = await createDeps();
    const channels = {
      ...deps.channels,
      async remove(...removed: Parameters<typeof deps.channels.remove>) {
        await deps.channels.remove(...removed);
        return deps.channels.remove(...removed);
      },
    };
    const outcome = await unregisterChannel({ ...deps, channels }, aChannelRequest(BOERN), 'department');
    assert.deepEqual(outcome, { kind: 'not registered' });
  });

  it('makes a channel free that cannot be read, and the audit tells that nobody knows what it was', async () => {
    const deps = await createDeps();
    await deps.spoil({ kind: 'channel', address: BOERN });
    const outcome = await unregisterChannel(deps, aChannelRequest(BOERN), 'department');
    assert.deepEqual(outcome, { kind: 'unregistered', was: 'unreadable' });
    assert.deepEqual((await deps.registryAudit.read(BOERN.tenantId)).at(-1), {
      at: LATER,
      by: aSecretary(),
      act: 'unreadable unregistered',
      where: BOERN.channelId,
      departmentId: undefined,
      subject: undefined,
    });
  });

  it('does not stop a round that has asked the channel', async () => {
    const { municipality, round } = await openRound(1);
    const request = aReply(round, 0);
    await unregisterChannel(municipality, aChannelRequest(request.address), 'department');
    assert.equal((await submitReply(municipality, request)).kind, 'stored');
  });
});
