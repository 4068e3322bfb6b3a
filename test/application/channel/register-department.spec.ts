import assert from 'node:assert/strict';
import { nameLeaders, setLanguage } from '../../../src/application/channel/department-settings.js';
import { type IsMeant, registerDepartment } from '../../../src/application/channel/register-department.js';
import { unregisterChannel } from '../../../src/application/channel/unregister-channel.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { departmentsIn, newChannel } from '../../../src/domain/channel/department.js';
import {
  aChannelRequest,
  aDepartment,
  aDepartmentId,
  anAddress,
  anOtherDepartment,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  aSecretary,
  aTrace,
  placedIn,
  START,
} from '../../support/builders.js';
import { createFixedClock, createSequentialIds } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import {
  aReply,
  COLLEAGUE,
  createMunicipality,
  delivered,
  HEAD,
  opened,
  openRound,
  requestsPosted,
} from '../municipality.js';

const BOERN = anAddress({}, 'boern');
const KULTUR = anAddress({}, 'kultur');

type Deps = ReturnType<typeof createDeps>;

function createDeps() {
  return { ...createMemoryStores(), clock: createFixedClock(), ids: createSequentialIds() };
}

/** Whether someone who has not said that they mean it, or has, registers a department. */
async function register(deps: Deps, name: string, address = BOERN, isMeant = false) {
  return registerDepartment(deps, aChannelRequest(address, { activityId: `${name} ${isMeant}` }), name, () => isMeant);
}

/** The acts in the audit of registrations, oldest first. */
async function actsOf({ registryAudit }: Pick<Deps, 'registryAudit'>, tenantId = BOERN.tenantId) {
  return (await registryAudit.read(tenantId)).map(({ act }) => act);
}

describe('registering a department', () => {
  it('gives the channel to a department with an id of its own, from now on', async () => {
    const deps = createDeps();
    const outcome = await register(deps, '  Børn og  Familie ');
    const department = aRegisteredDepartment({
      address: BOERN,
      department: aDepartment({ id: aDepartmentId('id-1'), name: 'Børn og Familie' }),
    });
    assert.deepEqual(outcome, { kind: 'registered', department: placedIn(department) });
    assert.deepEqual(await deps.channels.find(BOERN), department);
    assert.deepEqual(await deps.registryAudit.read(BOERN.tenantId), [
      {
        at: START,
        by: aSecretary(),
        act: 'department registered',
        where: BOERN.channelId,
        departmentId: 'id-1',
        subject: 'Børn og Familie',
      },
    ]);
  });

  it('again with the same name changes nothing', async () => {
    const deps = createDeps();
    await register(deps, 'Børn');
    const before = await deps.channels.find(BOERN);
    deps.clock.advance(60_000);
    assert.deepEqual(await register(deps, 'Børn', BOERN, true), { kind: 'registered', department: placedIn(before) });
    assert.deepEqual(await deps.channels.find(BOERN), before);
    assert.deepEqual(await actsOf(deps), ['department registered']);
  });

  it('is refused in the secretariat’s channel, whether meant or not', async () => {
    const deps = createDeps();
    const secretariat = aSecretariat({ address: BOERN });
    await deps.channels.register(secretariat, aTrace());
    for (const isMeant of [false, true]) {
      assert.deepEqual(await register(deps, 'Børn', BOERN, isMeant), { kind: 'in use', by: secretariat });
    }
  });

  it('is refused when the name is no name', async () => {
    assert.deepEqual(await register(createDeps(), ' '), { kind: 'bad name', problem: { kind: 'missing' } });
  });

  it('is no matter of another tenant’s names', async () => {
    const deps = createDeps();
    await register(deps, 'Børn');
    const outcome = await register(deps, 'Børn', anAddress({ tenantId: 'en-anden-kommune' }, 'b'));
    assert.equal(outcome.kind, 'registered');
  });
});

describe('a department’s new name', () => {
  it('is asked about first, and nothing changes until it is meant', async () => {
    const deps = createDeps();
    await register(deps, 'Børn');
    const present = await deps.channels.find(BOERN);
    deps.clock.advance(60_000);
    assert.deepEqual(await register(deps, ' Børn og Unge'), {
      kind: 'rename?',
      present: placedIn(present),
      name: 'Børn og Unge',
    });
    assert.deepEqual(await deps.channels.find(BOERN), present);
    assert.deepEqual(await actsOf(deps), ['department registered']);
  });

  it('leaves it its id, its heads, its deputies, its language and its place in the order', async () => {
    const deps = createDeps();
    const present = aRegisteredDepartment({
      address: BOERN,
      department: aDepartment({ heads: [HEAD], deputies: [COLLEAGUE], language: 'en' }),
    });
    await deps.channels.register(present, aTrace());
    deps.clock.advance(60_000);
    const department = { ...present, department: { ...present.department, name: 'Børn og Unge' } };
    assert.deepEqual(await register(deps, 'Børn og Unge', BOERN, true), {
      kind: 'renamed',
      department: placedIn(department),
    });
    assert.deepEqual(await deps.channels.find(BOERN), department);
    assert.deepEqual((await deps.registryAudit.read(BOERN.tenantId)).at(-1), {
      at: new Date(START.getTime() + 60_000),
      by: aSecretary(),
      act: 'department renamed',
      where: BOERN.channelId,
      departmentId: present.department.id,
      subject: 'Børn og Unge',
    });
  });

  it('is refused when another channel’s department has it, also when it is meant', async () => {
    const deps = createDeps();
    await register(deps, 'Børn');
    await register(deps, 'Kultur', KULTUR);
    const by = await deps.channels.find(BOERN);
    assert.deepEqual(await register(deps, 'BØRN', KULTUR, true), { kind: 'taken', by: placedIn(by) });
    assert.deepEqual(await actsOf(deps), ['department registered', 'department registered']);
  });
});

describe('a department whose name is registered from another channel', () => {
  const present = aRegisteredDepartment({
    address: BOERN,
    department: aDepartment({ heads: [HEAD], deputies: [COLLEAGUE], language: 'en' }),
  });

  async function departmentInBoern() {
    const deps = createDeps();
    await deps.channels.register(present, aTrace());
    deps.clock.advance(60_000);
    return deps;
  }

  it('is not moved until that is meant, however the name is written', async () => {
    const deps = await departmentInBoern();
    assert.deepEqual(await register(deps, 'BØRN  og familie', KULTUR), { kind: 'move?', present: placedIn(present) });
    assert.deepEqual([await deps.channels.find(BOERN), await deps.channels.find(KULTUR)], [present, undefined]);
    assert.equal((await actsOf(deps)).length, 1);
  });

  it('keeps everything but its channel when it is moved', async () => {
    const deps = await departmentInBoern();
    const department = { ...present, address: KULTUR };
    assert.deepEqual(await register(deps, 'BØRN  og familie', KULTUR, true), {
      kind: 'moved',
      department: placedIn(department),
    });
    assert.deepEqual([await deps.channels.find(BOERN), await deps.channels.find(KULTUR)], [undefined, department]);
    assert.deepEqual((await deps.registryAudit.read(BOERN.tenantId)).at(-1), {
      at: new Date(START.getTime() + 60_000),
      by: aSecretary(),
      act: 'department moved',
      where: KULTUR.channelId,
      departmentId: present.department.id,
      subject: present.department.name,
    });
  });

  it('leaves a channel that another department can have', async () => {
    const deps = await departmentInBoern();
    await register(deps, present.department.name, KULTUR, true);
    const outcome = await register(deps, 'Skole');
    assert.ok(outcome.kind === 'registered');
    assert.equal(outcome.department.department.id, 'id-2');
  });

  it('is asked about anew when someone else has moved it in the meantime', async () => {
    const deps = await departmentInBoern();
    const elsewhere = { ...present, address: anAddress({}, 'skole') };
    const channels = {
      ...deps.channels,
      async move(...written: Parameters<typeof deps.channels.move>) {
        await deps.channels.move(BOERN, elsewhere, aTrace());
        return deps.channels.move(...written);
      },
    };
    const outcome = await register({ ...deps, channels }, present.department.name, KULTUR, true);
    assert.deepEqual(outcome, { kind: 'move?', present: placedIn(elsewhere) });
  });

  it('goes on with an open round in the channel that the round has asked', async () => {
    const { municipality, round } = await openRound(1);
    const [department] = municipality.departments;
    assert.ok(department);
    const request = aChannelRequest(KULTUR);
    const { name } = department.department;
    assert.equal((await registerDepartment(municipality, request, name, () => true)).kind, 'moved');
    await delivered(municipality);
    assert.deepEqual(requestsPosted(municipality.messenger), [department.address.channelId]);
    assert.equal((await submitReply(municipality, aReply(round, 0))).kind, 'stored');
    const elsewhere = aReply(round, 0, { address: KULTUR, press: 'andet' });
    assert.equal((await submitReply(municipality, elsewhere)).kind, 'not allowed');
  });

  it('takes part in the rounds under way with the heads and the language that it gets in its new channel', async () => {
    const { municipality, round } = await openRound(1);
    const [department] = municipality.departments;
    assert.ok(department);
    await registerDepartment(municipality, aChannelRequest(KULTUR), department.department.name, () => true);
    await nameLeaders(municipality, aChannelRequest(KULTUR), 'heads', [HEAD]);
    await setLanguage(municipality, { ...aChannelRequest(KULTUR, { activityId: 'sprog' }), language: 'en' });
    const stored = await municipality.rounds.readDepartment(round.id, department.department.id);
    assert.deepEqual([stored?.value.department.heads, stored?.value.department.language], [[HEAD], 'en']);
  });
});

describe('a department whose channel has been unregistered', () => {
  const department = aDepartment({ heads: [aPerson()], deputies: [aSecretary()], language: 'en' });
  const channel = aRegisteredDepartment({ address: BOERN, department });

  async function unregistered() {
    const deps = createDeps();
    await deps.channels.register(channel, aTrace());
    await unregisterChannel(deps, aChannelRequest(BOERN), 'department');
    return deps;
  }

  it('is the same again under its name, however that is written: its id, heads, deputies, language and place', async () => {
    const deps = await unregistered();
    deps.clock.advance(60_000);
    const name = department.name.toUpperCase();
    const again = { ...channel, department: { ...department, name } };
    assert.deepEqual(await register(deps, name), { kind: 'registered', department: placedIn(again) });
    assert.deepEqual(await deps.channels.find(BOERN), again);
    assert.equal((await actsOf(deps)).at(-1), 'department registered');
  });

  it('is not brought back by another name, nor by another channel', async () => {
    const deps = await unregistered();
    for (const [address, name] of [
      [BOERN, 'Skole'],
      [KULTUR, department.name],
    ] as const) {
      const outcome = await register(deps, name, address);
      assert.ok(outcome.kind === 'registered');
      const found = outcome.department.department;
      assert.notEqual(found.id, department.id);
      assert.deepEqual([found.heads, found.deputies], [[], []]);
    }
  });

  it('is a new one where the channel was the secretariat’s in between, or where it cannot be read what it was', async () => {
    const deps = await unregistered();
    await deps.channels.register(aSecretariat({ address: BOERN }), aTrace());
    await unregisterChannel(deps, aChannelRequest(BOERN), 'secretariat');
    const spoilt = await unregistered();
    await spoilt.spoil({ kind: 'channel', address: BOERN });
    for (const each of [deps, spoilt]) {
      const outcome = await register(each, department.name);
      assert.ok(outcome.kind === 'registered');
      assert.equal(outcome.department.department.id, 'id-1');
    }
  });
});

describe('a name that is said in a channel of several departments', () => {
  const shared = aRegisteredDepartment({
    address: BOERN,
    department: aDepartment({ id: aDepartmentId('skole'), name: 'Skole' }),
    others: [anOtherDepartment('Teknik')],
  });
  const [skole, teknik] = departmentsIn(shared);
  assert.ok(skole && teknik);

  async function inShared() {
    const deps = createDeps();
    await deps.channels.register(shared, aTrace());
    return deps;
  }
  const asked = (deps: Deps, name: string, isMeant: IsMeant = () => false) =>
    registerDepartment(deps, aChannelRequest(BOERN, { activityId: name }), name, isMeant);

  it('changes nothing where one of them has it', async () => {
    const deps = await inShared();
    assert.deepEqual(await asked(deps, 'Teknik'), { kind: 'registered', department: teknik });
    assert.deepEqual(await deps.channels.find(BOERN), shared);
  });

  it('may be another way to write the name of one of them, and is asked about', async () => {
    assert.deepEqual(await asked(await inShared(), 'TEKNIK'), { kind: 'rename?', present: teknik, name: 'TEKNIK' });
  });

  it('may be meant for any of them, and nothing changes until it is said for which', async () => {
    const deps = await inShared();
    assert.deepEqual(await asked(deps, 'Kultur'), { kind: 'which department?', departments: [skole, teknik] });
    assert.deepEqual(await deps.channels.find(BOERN), shared);
    const renamed = { ...teknik, department: { ...teknik.department, name: 'Kultur' } };
    const outcome = await asked(deps, 'Kultur', ({ department }) => department.id === 'teknik');
    assert.deepEqual(outcome, { kind: 'renamed', department: renamed });
    const channel = await deps.channels.find(BOERN);
    assert.deepEqual(channel && departmentsIn(channel), [skole, renamed]);
  });

  it('is refused for one where another of them has it', async () => {
    const outcome = await asked(await inShared(), 'SKOLE', ({ department }) => department.id === 'teknik');
    assert.deepEqual(outcome, { kind: 'taken', by: skole });
  });

  it('moves one of them to another channel, and leaves the other', async () => {
    const deps = await inShared();
    const outcome = await register(deps, 'teknik', KULTUR, true);
    assert.deepEqual(outcome, { kind: 'moved', department: { ...teknik, address: KULTUR } });
    assert.deepEqual(await deps.channels.find(BOERN), newChannel(BOERN, skole));
    assert.deepEqual(await deps.channels.find(KULTUR), newChannel(KULTUR, teknik));
  });

  it('is that of one of them again after the channel was unregistered, and the other is remembered still', async () => {
    const deps = await inShared();
    await deps.channels.remove(BOERN, aTrace());
    assert.deepEqual(await register(deps, 'Teknik'), { kind: 'registered', department: teknik });
    const { address: _, ...remembered } = skole;
    assert.deepEqual(await deps.channels.find(BOERN), newChannel(BOERN, teknik, [remembered]));
  });

  it('brings all of them back, as the newest round asked them, where the channel cannot be read', async () => {
    const stores = createMemoryStores();
    const municipality = await createMunicipality(1, { stores });
    await municipality.channels.register(shared, aTrace());
    await opened(municipality, { departments: ['skole', 'teknik'] });
    await stores.spoil({ kind: 'channel', address: BOERN });
    const outcome = await registerDepartment(municipality, aChannelRequest(BOERN), 'Teknik', () => false);
    assert.equal(outcome.kind, 'registered');
    const channel = await municipality.channels.find(BOERN);
    assert.deepEqual(channel && departmentsIn(channel).map(({ department }) => department.name), ['Skole', 'Teknik']);
  });
});
