import assert from 'node:assert/strict';
import type { ChannelRegistry } from '../../src/application/ports.js';
import type { RegisteredChannel } from '../../src/domain/channel/department.js';
import {
  aDepartment,
  aDepartmentId,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  TENANT,
} from '../support/builders.js';

/** What every registry of channels keeps to. */
export function describeChannelRegistry(name: string, create: () => Promise<ChannelRegistry>): void {
  describe(`${name} as a registry of channels`, () => {
    describeRegistering(create);
    describeUniqueness(create);
    describeRemoving(create);
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
      assert.deepEqual(await registry.register(channel), { outcome: 'registered' });
      assert.deepEqual(await registry.find(channel.address), channel);
      assert.deepEqual(await registry.list(TENANT), [channel]);
    });
  }

  it('answers registered again for the same registration', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment());
    assert.deepEqual(await registry.register(aRegisteredDepartment()), { outcome: 'registered' });
    assert.equal((await registry.list(TENANT)).length, 1);
  });

  it('keeps the newest address of a channel', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment());
    const moved = aRegisteredDepartment({ address: anAddress({ serviceUrl: 'https://smba.trafficmanager.net/dk/' }) });
    assert.deepEqual(await registry.register(moved), { outcome: 'registered' });
    assert.deepEqual(await registry.find(moved.address), moved);
  });

  it('keeps the newest heads and language of a department, and none where they are taken away', async () => {
    const registry = await create();
    for (const department of [headed, { ...headed, heads: [aPerson()] }, aDepartment()]) {
      const channel = aRegisteredDepartment({ department });
      assert.deepEqual(await registry.register(channel), { outcome: 'registered' });
      assert.deepEqual(await registry.find(channel.address), channel);
    }
  });

  it('finds a channel through whatever service address it came', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment());
    const { tenantId, channelId } = anAddress();
    assert.deepEqual(await registry.find({ tenantId, channelId }), aRegisteredDepartment());
  });

  it('keeps tenants apart', async () => {
    const registry = await create();
    const ours = department('skole', 'Skole');
    const theirs = { ...ours, address: { ...ours.address, tenantId: 'anden-kommune' } };
    assert.deepEqual(await registry.register(ours), { outcome: 'registered' });
    assert.deepEqual(await registry.register(theirs), { outcome: 'registered' });
    assert.deepEqual(await registry.list(TENANT), [ours]);
    assert.deepEqual(await registry.find(theirs.address), theirs);
  });
}

function describeUniqueness(create: () => Promise<ChannelRegistry>): void {
  it('refuses a second secretariat and says which channel is', async () => {
    const registry = await create();
    await registry.register(aSecretariat());
    const second = aSecretariat({ address: anAddress({ channelId: '19:kantinen@thread.tacv2' }) });
    assert.deepEqual(await registry.register(second), { outcome: 'taken', by: aSecretariat() });
    assert.equal(await registry.find(second.address), undefined);
  });

  it('refuses a name that another channel has, however it is cased and spaced', async () => {
    const registry = await create();
    const first = department('a', 'Ældre og Sundhed');
    await registry.register(first);
    assert.deepEqual(await registry.register(department('b', 'ældre  OG sundhed')), { outcome: 'taken', by: first });
    assert.deepEqual(await registry.list(TENANT), [first]);
  });

  it('refuses a name that looks the same in another alphabet', async () => {
    const registry = await create();
    const first = department('a', 'IT');
    await registry.register(first);
    assert.deepEqual(await registry.register(department('b', 'ΙΤ')), { outcome: 'taken', by: first });
  });

  it('keeps names apart that differ only in marks that no key of a table may hold', async () => {
    const registry = await create();
    const names = ['Skole/2', 'Skole#2', 'Skole?2', 'Skole\\2', 'Skole&2', 'Skole,2'];
    for (const [n, name] of names.entries()) {
      assert.deepEqual(await registry.register(department(`k${n}`, name)), { outcome: 'registered' });
    }
    assert.equal((await registry.list(TENANT)).length, names.length);
  });

  it('keeps what a channel was when what it asks to become is taken', async () => {
    const registry = await create();
    await registry.register(department('a', 'Skole'));
    await registry.register(department('b', 'Teknik'));
    assert.equal((await registry.register(department('b', 'Skole'))).outcome, 'taken');
    assert.deepEqual(await registry.find(department('b', '').address), department('b', 'Teknik'));
    assert.equal((await registry.register(department('c', 'Teknik'))).outcome, 'taken');
  });

  it('lets a channel change the case of its own name', async () => {
    const registry = await create();
    await registry.register(department('a', 'skole'));
    assert.deepEqual(await registry.register(department('a', 'SKOLE')), { outcome: 'registered' });
    assert.deepEqual(await registry.find(anAddress({}, 'a')), department('a', 'SKOLE'));
    assert.equal((await registry.register(department('b', 'Skole'))).outcome, 'taken');
  });

  it('frees the name that a channel gives up', async () => {
    const registry = await create();
    await registry.register(department('a', 'Skole'));
    await registry.register(department('a', 'Skole og Dagtilbud'));
    assert.deepEqual(await registry.register(department('b', 'Skole')), { outcome: 'registered' });
    assert.equal((await registry.list(TENANT)).length, 2);
  });

  it('frees the secretariat when its channel becomes a department, and the other way round', async () => {
    const registry = await create();
    const channel = aSecretariat();
    await registry.register(channel);
    await registry.register(aRegisteredDepartment({ address: channel.address }));
    const next = aSecretariat({ address: anAddress({ channelId: '19:ny@thread.tacv2' }) });
    assert.deepEqual(await registry.register(next), { outcome: 'registered' });
    assert.equal((await registry.register(channel)).outcome, 'taken');
    assert.equal((await registry.find(channel.address))?.purpose, 'department');
  });
}

function describeRemoving(create: () => Promise<ChannelRegistry>): void {
  it('gives what it removed, and undefined the next time', async () => {
    const registry = await create();
    await registry.register(aRegisteredDepartment());
    assert.deepEqual(await registry.remove(anAddress()), aRegisteredDepartment());
    assert.equal(await registry.remove(anAddress()), undefined);
    assert.equal(await registry.find(anAddress()), undefined);
    assert.deepEqual(await registry.list(TENANT), []);
  });

  it('frees the name of a removed channel, for itself and for others', async () => {
    const registry = await create();
    const [a, b] = [department('a', 'Skole'), department('b', 'Skole')];
    await registry.register(a);
    await registry.remove(a.address);
    assert.deepEqual(await registry.register(b), { outcome: 'registered' });
    await registry.remove(b.address);
    assert.deepEqual(await registry.register(a), { outcome: 'registered' });
    assert.deepEqual(await registry.list(TENANT), [a]);
  });
}

function describeRaces(create: () => Promise<ChannelRegistry>): void {
  it('gives a name that many ask for at once to exactly one, and tells the others whom', async () => {
    const registry = await create();
    const channels = Array.from({ length: 8 }, (_, n) => department(`k${n}`, 'Skole'));
    const results = await Promise.all(channels.map((channel) => registry.register(channel)));
    const listed = await registry.list(TENANT);
    assert.equal(listed.length, 1);
    assert.equal(results.filter(({ outcome }) => outcome === 'registered').length, 1);
    for (const result of results) if (result.outcome === 'taken') assert.deepEqual(result.by, listed[0]);
  });

  it('leaves one registration, and one name in use, when a channel is registered twice at once', async () => {
    const registry = await create();
    const names = ['Skole', 'Dagtilbud', 'Teknik'];
    await Promise.all(names.map((name) => registry.register(department('a', name))));
    const [registered, ...rest] = await registry.list(TENANT);
    assert.ok(registered?.purpose === 'department');
    assert.deepEqual(rest, []);
    const others = await Promise.all(names.map((name, n) => registry.register(department(`b${n}`, name))));
    const taken = names.filter((_, n) => others[n]?.outcome === 'taken');
    assert.deepEqual(taken, [registered.department.name]);
  });
}

function department(channel: string, name: string): Extract<RegisteredChannel, { purpose: 'department' }> {
  return aRegisteredDepartment({
    address: anAddress({}, channel),
    department: aDepartment({ id: aDepartmentId(channel), name }),
  });
}
