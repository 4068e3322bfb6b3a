import assert from 'node:assert/strict';
import type { ChannelRegistry } from '../../src/application/ports.js';
import type { RegisteredChannel } from '../../src/domain/channel/department.js';
import { DEPARTMENTS_IN_A_CHANNEL_MAX } from '../../src/domain/limits.js';
import {
  aDepartment,
  aDepartmentId,
  anAddress,
  anOtherDepartment,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  aTrace,
  TENANT,
} from '../support/builders.js';

/** What every registry of channels keeps to. */
export function describeChannelRegistry(name: string, create: () => Promise<ChannelRegistry>): void {
  describe(`${name} as a registry of channels`, () => {
    describeRegistering(create);
    describeUniqueness(create);
    describeSharing(create);
    describeRemoving(create);
    describeRemembering(create);
    describeMoving(create);
    describeRaces(create);
  });
}

function describeRegistering(create: () => Promise<ChannelRegistry>): void {
  it('knows no channel before one is registered', async () => {
    const registry = await create();
    assert.equal(await registry.find(anAddress()), undefined);
    assert.deepEqual(await registry.list(TENANT), []);
  });

  const headed = aDepartment({
    heads: [aPerson()],
    deputies: [aPerson({ id: 'souschef', name: 'Ib Ø' })],
    language: 'en',
  });
  for (const [what, channel] of [
    ['a secretariat', aSecretariat({ name: 'Sekretariatet' })],
    ['a department', aRegisteredDepartment()],
    ['a department with heads and a language', aRegisteredDepartment({ department: headed })],
  ] as const) {
    it(`gives the channel of ${what} back as it was registered`, async () => {
      const registry = await create();
      assert.deepEqual(await registry.register(channel, aTrace()), { outcome: 'registered' });
      assert.deepEqual(await registry.find(channel.address), channel);
      assert.deepEqual(await registry.list(TENANT), [channel]);
    });
  }

  it('answers registered again for the same registration', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment(), aTrace());
    assert.deepEqual(await registry.register(aRegisteredDepartment(), aTrace()), { outcome: 'registered' });
    assert.equal((await registry.list(TENANT)).length, 1);
  });

  it('keeps the newest address of a channel', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment(), aTrace());
    const moved = aRegisteredDepartment({ address: anAddress({ serviceUrl: 'https://smba.trafficmanager.net/dk/' }) });
    assert.deepEqual(await registry.register(moved, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(moved.address), moved);
  });

  it('keeps the newest heads and language of a department, and none where they are taken away', async () => {
    const registry = await create();
    for (const department of [headed, { ...headed, heads: [aPerson()] }, aDepartment()]) {
      const channel = aRegisteredDepartment({ department });
      assert.deepEqual(await registry.register(channel, aTrace()), { outcome: 'registered' });
      assert.deepEqual(await registry.find(channel.address), channel);
    }
  });

  it('finds a channel through whatever service address it came', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment(), aTrace());
    const { tenantId, channelId } = anAddress();
    assert.deepEqual(await registry.find({ tenantId, channelId }), aRegisteredDepartment());
  });

  it('keeps tenants apart', async () => {
    const registry = await create();
    const ours = department('skole', 'Skole');
    const theirs = { ...ours, address: { ...ours.address, tenantId: 'anden-kommune' } };
    assert.deepEqual(await registry.register(ours, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.register(theirs, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.list(TENANT), [ours]);
    assert.deepEqual(await registry.find(theirs.address), theirs);
  });
}

function describeUniqueness(create: () => Promise<ChannelRegistry>): void {
  it('refuses a second secretariat and says which channel is', async () => {
    const registry = await create();
    await registry.register(aSecretariat(), aTrace());
    const second = aSecretariat({ address: anAddress({ channelId: '19:kantinen@thread.tacv2' }) });
    assert.deepEqual(await registry.register(second, aTrace()), { outcome: 'taken', by: aSecretariat() });
    assert.equal(await registry.find(second.address), undefined);
  });

  it('refuses a name that another channel has, however it is cased and spaced', async () => {
    const registry = await create();
    const first = department('a', 'Ældre og Sundhed');
    await registry.register(first, aTrace());
    assert.deepEqual(await registry.register(department('b', 'ældre  OG sundhed'), aTrace()), {
      outcome: 'taken',
      by: first,
    });
    assert.deepEqual(await registry.list(TENANT), [first]);
  });

  it('refuses a name that looks the same in another alphabet', async () => {
    const registry = await create();
    const first = department('a', 'IT');
    await registry.register(first, aTrace());
    assert.deepEqual(await registry.register(department('b', 'ΙΤ'), aTrace()), { outcome: 'taken', by: first });
  });

  it('keeps names apart that differ only in marks that no key of a table may hold', async () => {
    const registry = await create();
    const names = ['Skole/2', 'Skole#2', 'Skole?2', 'Skole\\2', 'Skole&2', 'Skole,2'];
    for (const [n, name] of names.entries()) {
      assert.deepEqual(await registry.register(department(`k${n}`, name), aTrace()), { outcome: 'registered' });
    }
    assert.equal((await registry.list(TENANT)).length, names.length);
  });

  it('keeps what a channel was when what it asks to become is taken', async () => {
    const registry = await create();
    await registry.register(department('a', 'Skole'), aTrace());
    await registry.register(department('b', 'Teknik'), aTrace());
    assert.equal((await registry.register(department('b', 'Skole'), aTrace())).outcome, 'taken');
    assert.deepEqual(await registry.find(department('b', '').address), department('b', 'Teknik'));
    assert.equal((await registry.register(department('c', 'Teknik'), aTrace())).outcome, 'taken');
  });

  it('lets a channel change the case of its own name', async () => {
    const registry = await create();
    await registry.register(department('a', 'skole'), aTrace());
    assert.deepEqual(await registry.register(department('a', 'SKOLE'), aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(anAddress({}, 'a')), department('a', 'SKOLE'));
    assert.equal((await registry.register(department('b', 'Skole'), aTrace())).outcome, 'taken');
  });

  it('frees the name that a channel gives up', async () => {
    const registry = await create();
    await registry.register(department('a', 'Skole'), aTrace());
    await registry.register(department('a', 'Skole og Dagtilbud'), aTrace());
    assert.deepEqual(await registry.register(department('b', 'Skole'), aTrace()), { outcome: 'registered' });
    assert.equal((await registry.list(TENANT)).length, 2);
  });

  it('frees the secretariat when its channel becomes a department, and the other way round', async () => {
    const registry = await create();
    const channel = aSecretariat();
    await registry.register(channel, aTrace());
    await registry.register(aRegisteredDepartment({ address: channel.address }), aTrace());
    const next = aSecretariat({ address: anAddress({ channelId: '19:ny@thread.tacv2' }) });
    assert.deepEqual(await registry.register(next, aTrace()), { outcome: 'registered' });
    assert.equal((await registry.register(channel, aTrace())).outcome, 'taken');
    assert.equal((await registry.find(channel.address))?.purpose, 'department');
  });
}

/** Channels that have more than one department. */
function describeSharing(create: () => Promise<ChannelRegistry>): void {
  const { address: there, ...skole } = department('a', 'Skole');
  const headed = aDepartment({ id: aDepartmentId('teknik'), name: 'Teknik', heads: [aPerson()], approval: false });
  const teknik = anOtherDepartment('Teknik', { department: headed, order: 2.5, left: ['væk'] });
  const kultur = anOtherDepartment('Kultur');
  const shared = { ...skole, address: there, order: 1, others: [teknik, kultur] };

  it('gives a channel with several departments back as it was registered, and again', async () => {
    const registry = await create();
    for (const _ of [1, 2]) assert.deepEqual(await registry.register(shared, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(there), shared);
    assert.deepEqual(await registry.list(TENANT), [shared]);
  });

  it('keeps the name of each from other channels, also from one that has several itself', async () => {
    const registry = await create();
    await registry.register(shared, aTrace());
    for (const name of ['skole', 'TEKNIK', 'Kultur']) {
      const alone = department('b', name);
      assert.deepEqual(await registry.register(alone, aTrace()), { outcome: 'taken', by: shared });
      const beside = { ...department('b', 'Fritid'), others: [{ ...teknik, department: alone.department }] };
      assert.deepEqual(await registry.register(beside, aTrace()), { outcome: 'taken', by: shared });
    }
    assert.deepEqual(await registry.register(department('c', 'Fritid'), aTrace()), { outcome: 'registered' });
  });

  it('frees the name of one that goes, and keeps those of the others', async () => {
    const registry = await create();
    await registry.register(shared, aTrace());
    const fewer = { ...shared, others: [kultur], retired: [teknik] };
    assert.deepEqual(await registry.register(fewer, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(there), fewer);
    assert.deepEqual(await registry.register(department('b', 'Teknik'), aTrace()), { outcome: 'registered' });
    assert.equal((await registry.register(department('c', 'Kultur'), aTrace())).outcome, 'taken');
    assert.deepEqual(await registry.register(shared, aTrace()), { outcome: 'taken', by: department('b', 'Teknik') });
  });

  it('lets two exchange their names', async () => {
    const registry = await create();
    await registry.register(shared, aTrace());
    const exchanged = {
      ...shared,
      department: { ...shared.department, name: 'Teknik' },
      others: [{ ...teknik, department: { ...teknik.department, name: 'Skole' } }, kultur],
    };
    assert.deepEqual(await registry.register(exchanged, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(there), exchanged);
  });

  it('frees the names of all, and remembers them, when the channel is removed', async () => {
    const registry = await create();
    await registry.register(shared, aTrace());
    assert.deepEqual(await registry.remove(there, aTrace()), shared);
    assert.deepEqual(await registry.findRemoved(there), shared);
    for (const name of ['Skole', 'Teknik', 'Kultur']) {
      assert.deepEqual(await registry.register(department(`ny-${name}`, name), aTrace()), { outcome: 'registered' });
    }
  });

  for (const [which, moving, staying] of [
    ['the first', skole, { ...shared, ...teknik, others: [kultur] }],
    ['another', kultur, { ...shared, others: [teknik] }],
  ] as const) {
    it(`moves ${which} of several to another channel, and leaves the others where they are`, async () => {
      const registry = await create();
      await registry.register(shared, aTrace());
      const moved = { ...department('ny', ''), ...moving, order: moving === skole ? 1 : moving.order };
      const to = anAddress({}, 'ny');
      for (const _ of [1, 2]) {
        assert.equal(
          await registry.move(there, { ...department('ny', ''), department: moving.department }, aTrace()),
          'moved',
        );
      }
      assert.deepEqual(await registry.find(there), staying);
      assert.deepEqual(await registry.find(to), { ...moved, address: to });
      const [name] = [moving.department.name];
      assert.equal((await registry.register(department('c', name), aTrace())).outcome, 'taken');
    });
  }

  it('has room for twenty that all get new names at once', async () => {
    const registry = await create();
    const named = (before: string) => ({
      ...skole,
      address: there,
      others: Array.from({ length: DEPARTMENTS_IN_A_CHANNEL_MAX - 1 }, (_, n) => ({
        ...teknik,
        department: { ...teknik.department, id: aDepartmentId(`n${n}`), name: `${before} ${n}` },
      })),
    });
    for (const channel of [named('Skole'), named('Plads')]) {
      assert.deepEqual(await registry.register(channel, aTrace()), { outcome: 'registered' });
      assert.deepEqual(await registry.list(TENANT), [channel]);
    }
  });

  it('gives each of two names to one of the channels that ask for both at once', async () => {
    const registry = await create();
    const channels = Array.from({ length: 6 }, (_, n) => ({
      ...department(`k${n}`, n % 2 === 0 ? 'Teknik' : 'Kultur'),
      others: [{ ...(n % 2 === 0 ? kultur : teknik), left: [] }],
    }));
    const results = await Promise.all(channels.map((channel) => registry.register(channel, aTrace())));
    const listed = await registry.list(TENANT);
    assert.equal(listed.length, 1);
    assert.deepEqual(
      results.flatMap((result) => ('by' in result ? [result.by] : [])),
      Array(5).fill(listed[0]),
    );
  });
}

function describeRemoving(create: () => Promise<ChannelRegistry>): void {
  it('gives what it removed, and undefined the next time', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment(), aTrace());
    assert.deepEqual(await registry.remove(anAddress(), aTrace()), aRegisteredDepartment());
    assert.equal(await registry.remove(anAddress(), aTrace()), undefined);
    assert.equal(await registry.find(anAddress()), undefined);
    assert.deepEqual(await registry.list(TENANT), []);
  });

  it('removes nothing that has been changed since it was read', async () => {
    const registry = await create();
    const [skole, renamed] = [department('a', 'Skole'), department('a', 'Dagtilbud')];
    await registry.register(renamed, aTrace());
    assert.equal(await registry.remove(skole.address, aTrace(), { present: skole }), 'changed');
    assert.deepEqual(await registry.find(skole.address), renamed);
    assert.deepEqual(await registry.remove(skole.address, aTrace(), { present: renamed }), renamed);
  });

  it('frees the name of a removed channel, for itself and for others', async () => {
    const registry = await create();
    const [a, b] = [department('a', 'Skole'), department('b', 'Skole')];
    await registry.register(a, aTrace());
    await registry.remove(a.address, aTrace());
    assert.deepEqual(await registry.register(b, aTrace()), { outcome: 'registered' });
    await registry.remove(b.address, aTrace());
    assert.deepEqual(await registry.register(a, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.list(TENANT), [a]);
  });
}

function describeRemembering(create: () => Promise<ChannelRegistry>): void {
  it('lists what the channels were that are registered no more', async () => {
    const registry = await create();
    const [a, b, c] = [department('a', 'Skole'), department('b', 'Teknik'), department('c', 'Kultur')];
    for (const channel of [a, b, c]) await registry.register(channel, aTrace());
    assert.deepEqual(await registry.listRemoved(TENANT), []);
    for (const { address } of [a, b]) await registry.remove(address, aTrace());
    await registry.register(b, aTrace());
    assert.deepEqual(await registry.listRemoved(TENANT), [a]);
  });

  it('remembers what a removed channel was, and lists it no more', async () => {
    const registry = await create();
    for (const channel of [aSecretariat(), department('a', 'Skole')]) {
      await registry.register(channel, aTrace());
      await registry.remove(channel.address, aTrace());
      assert.deepEqual(await registry.findRemoved(channel.address), channel);
    }
    assert.deepEqual(await registry.list(TENANT), []);
  });

  it('remembers nothing of a channel that was never registered, or is registered', async () => {
    const registry = await create();
    assert.equal(await registry.findRemoved(anAddress()), undefined);
    await registry.register(aRegisteredDepartment(), aTrace());
    assert.equal(await registry.findRemoved(anAddress()), undefined);
    await registry.remove(anAddress(), aTrace());
    await registry.register(aRegisteredDepartment(), aTrace());
    assert.equal(await registry.findRemoved(anAddress()), undefined);
    assert.deepEqual(await registry.find(anAddress()), aRegisteredDepartment());
  });

  it('remembers what the channel was last', async () => {
    const registry = await create();
    for (const name of ['Skole', 'Dagtilbud']) {
      await registry.register(department('a', name), aTrace());
      await registry.remove(anAddress({}, 'a'), aTrace());
    }
    assert.deepEqual(await registry.findRemoved(anAddress({}, 'a')), department('a', 'Dagtilbud'));
  });
}

function describeMoving(create: () => Promise<ChannelRegistry>): void {
  const there = anAddress({}, 'ny');
  const secretariat = aSecretariat({ name: 'Sekretariatet' });
  const skole = department('a', 'Skole');
  const headed = {
    ...skole,
    department: { ...skole.department, heads: [aPerson()], deputies: [aPerson({ id: 'b' })] },
  };

  for (const [what, channel, moved] of [
    ['the secretariat', secretariat, { ...secretariat, address: there, name: 'Byrådssekretariatet' }],
    ['a department', headed, { ...headed, address: there }],
  ] as const) {
    it(`moves ${what} to another channel, and frees the old one`, async () => {
      const registry = await create();
      await registry.register(channel, aTrace());
      assert.equal(await registry.move(channel.address, moved, aTrace()), 'moved');
      assert.deepEqual(await registry.list(TENANT), [moved]);
      assert.equal(await registry.find(channel.address), undefined);
      assert.deepEqual(await registry.register(channel, aTrace()), { outcome: 'taken', by: moved });
    });
  }

  it('finds the secretariat where it has moved to', async () => {
    const registry = await create();
    await registry.register(secretariat, aTrace());
    const moved = { ...secretariat, address: there };
    await registry.move(secretariat.address, moved, aTrace());
    assert.deepEqual(await registry.secretariat(TENANT), moved);
  });

  it('answers moved again for the same move', async () => {
    const registry = await create();
    await registry.register(headed, aTrace());
    for (const _ of [1, 2]) {
      assert.equal(await registry.move(headed.address, { ...headed, address: there }, aTrace()), 'moved');
    }
    assert.equal((await registry.list(TENANT)).length, 1);
  });

  it('keeps what has been changed since the move was wanted', async () => {
    const registry = await create();
    await registry.register(headed, aTrace());
    const renamed = { ...headed, department: { ...headed.department, name: 'Skole og Dagtilbud', heads: [] } };
    await registry.register(renamed, aTrace());
    assert.equal(await registry.move(headed.address, { ...headed, address: there }, aTrace()), 'moved');
    assert.deepEqual(await registry.list(TENANT), [{ ...renamed, address: there }]);
  });

  it('may move back', async () => {
    const registry = await create();
    await registry.register(headed, aTrace());
    await registry.move(headed.address, { ...headed, address: there }, aTrace());
    assert.equal(await registry.move(there, headed, aTrace()), 'moved');
    assert.deepEqual(await registry.list(TENANT), [headed]);
  });

  it('does not remember in the old channel what is now in another', async () => {
    const registry = await create();
    await registry.register(headed, aTrace());
    await registry.move(headed.address, { ...headed, address: there }, aTrace());
    assert.equal(await registry.findRemoved(headed.address), undefined);
  });

  it('changes nothing where the channel is not registered as that any more', async () => {
    const registry = await create();
    const moved = { ...headed, address: there };
    assert.equal(await registry.move(headed.address, moved, aTrace()), 'changed');
    await registry.register(department('a', 'Skole', 'en-anden'), aTrace());
    assert.equal(await registry.move(headed.address, moved, aTrace()), 'changed');
    assert.equal(await registry.move(headed.address, aSecretariat({ address: there }), aTrace()), 'changed');
    assert.deepEqual(await registry.list(TENANT), [department('a', 'Skole', 'en-anden')]);
  });

  it('changes nothing where the other channel is registered as something', async () => {
    const registry = await create();
    const other = department('ny', 'Teknik');
    for (const channel of [headed, other]) await registry.register(channel, aTrace());
    assert.equal(await registry.move(headed.address, { ...headed, address: other.address }, aTrace()), 'changed');
    assert.deepEqual(await registry.find(headed.address), headed);
    assert.deepEqual(await registry.find(other.address), other);
  });

  it('moves one department to a channel that two are moved to at once', async () => {
    const registry = await create();
    const both = [department('a', 'Skole'), department('b', 'Teknik')];
    for (const channel of both) await registry.register(channel, aTrace());
    const outcomes = await Promise.all(
      both.map((channel) => registry.move(channel.address, { ...channel, address: there }, aTrace())),
    );
    assert.deepEqual(outcomes.toSorted(), ['changed', 'moved']);
    assert.equal((await registry.list(TENANT)).length, 2);
  });
}

function describeRaces(create: () => Promise<ChannelRegistry>): void {
  it('gives a name that many ask for at once to exactly one, and tells the others whom', async () => {
    const registry = await create();
    const channels = Array.from({ length: 8 }, (_, n) => department(`k${n}`, 'Skole'));
    const results = await Promise.all(channels.map((channel) => registry.register(channel, aTrace())));
    const listed = await registry.list(TENANT);
    assert.equal(listed.length, 1);
    assert.equal(results.filter(({ outcome }) => outcome === 'registered').length, 1);
    for (const result of results) if (result.outcome === 'taken') assert.deepEqual(result.by, listed[0]);
  });

  it('leaves one registration, and one name in use, when a channel is registered twice at once', async () => {
    const registry = await create();
    const names = ['Skole', 'Dagtilbud', 'Teknik'];
    await Promise.all(names.map((name) => registry.register(department('a', name), aTrace())));
    const [registered, ...rest] = await registry.list(TENANT);
    assert.ok(registered?.purpose === 'department');
    assert.deepEqual(rest, []);
    const others = await Promise.all(names.map((name, n) => registry.register(department(`b${n}`, name), aTrace())));
    const taken = names.filter((_, n) => others[n]?.outcome === 'taken');
    assert.deepEqual(taken, [registered.department.name]);
  });
}

function department(
  channel: string,
  name: string,
  id = channel,
): Extract<RegisteredChannel, { purpose: 'department' }> {
  return aRegisteredDepartment({
    address: anAddress({}, channel),
    department: aDepartment({ id: aDepartmentId(id), name }),
  });
}
