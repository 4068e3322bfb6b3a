import assert from 'node:assert/strict';
import { addDepartment } from '../../../src/application/channel/add-department.js';
import { retireDepartment } from '../../../src/application/channel/retire-department.js';
import { departmentsIn, newChannel } from '../../../src/domain/channel/department.js';
import { DEPARTMENTS_IN_A_CHANNEL_MAX } from '../../../src/domain/limits.js';
import {
  aChannelRequest,
  aDepartment,
  aDepartmentId,
  anAddress,
  anOtherDepartment,
  aPerson,
  aRegisteredDepartment,
  aSecretariat,
  aTrace,
  placedIn,
  TENANT,
} from '../../support/builders.js';
import { createFixedClock, createSequentialIds } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const HERE = anAddress({}, 'boern');
const SECRETARIAT = anAddress({}, 'sekretariatet');
const SKOLE = aRegisteredDepartment({ address: HERE, department: aDepartment({ name: 'Skole' }) });

type Deps = ReturnType<typeof createDeps>;

function createDeps() {
  return { ...createMemoryStores(), clock: createFixedClock(), ids: createSequentialIds() };
}

async function withSkole() {
  const deps = createDeps();
  for (const channel of [aSecretariat(), SKOLE]) await deps.channels.register(channel, aTrace());
  deps.clock.advance(60_000);
  return deps;
}

const add = (deps: Deps, name: string, to = HERE) =>
  addDepartment(deps, { ...aChannelRequest(SECRETARIAT, { activityId: `tilføj ${name}` }), to, name });

const retire = (deps: Deps, id: string) =>
  retireDepartment(deps, aChannelRequest(SECRETARIAT, { activityId: `fjern ${id}` }), aDepartmentId(id));

async function namesIn({ channels }: Deps) {
  const channel = await channels.find(HERE);
  return channel === undefined ? [] : departmentsIn(channel).map(({ department }) => department.name);
}

const actsOf = async ({ registryAudit }: Deps) => (await registryAudit.read(TENANT)).map(({ act }) => act).slice(1);

describe('a department that is added to a channel', () => {
  it('answers there beside the one that does already', async () => {
    const deps = await withSkole();
    const outcome = await add(deps, ' Teknik ');
    assert.ok(outcome.kind === 'added');
    assert.deepEqual([outcome.department.department.name, outcome.department.address], ['Teknik', HERE]);
    assert.deepEqual(await namesIn(deps), ['Skole', 'Teknik']);
    assert.deepEqual(await actsOf(deps), ['department added']);
  });

  it('is the first one of a channel that has none', async () => {
    const deps = createDeps();
    const outcome = await add(deps, 'Teknik');
    assert.ok(outcome.kind === 'added');
    assert.deepEqual(await deps.channels.find(HERE), newChannel(HERE, outcome.department));
    assert.deepEqual(
      (await deps.registryAudit.read(TENANT)).map(({ act }) => act),
      ['department registered'],
    );
  });

  it('is there once, however often it is added', async () => {
    const deps = await withSkole();
    const first = await add(deps, 'Teknik');
    assert.deepEqual(await add(deps, 'TEKNIK'), first);
    assert.deepEqual(await add(deps, 'Skole'), { kind: 'added', department: placedIn(SKOLE) });
    assert.deepEqual(await namesIn(deps), ['Skole', 'Teknik']);
  });

  it('is refused under a name that is none or another channel’s, and in the secretariat’s channel', async () => {
    const deps = await withSkole();
    const other = aRegisteredDepartment({
      address: anAddress({}, 'andre'),
      department: aDepartment({ id: aDepartmentId('kultur'), name: 'Kultur' }),
    });
    await deps.channels.register(other, aTrace());
    assert.deepEqual(await add(deps, ' '), { kind: 'bad name', problem: { kind: 'missing' } });
    assert.deepEqual(await add(deps, 'KULTUR'), { kind: 'taken', by: placedIn(other) });
    assert.deepEqual(await add(deps, 'Teknik', SECRETARIAT), { kind: 'in use' });
    assert.deepEqual(await namesIn(deps), ['Skole']);
  });

  it(`is refused where ${DEPARTMENTS_IN_A_CHANNEL_MAX} answer already`, async () => {
    const deps = createDeps();
    const others = Array.from({ length: DEPARTMENTS_IN_A_CHANNEL_MAX - 1 }, (_, n) => anOtherDepartment(`Nr-${n}`));
    await deps.channels.register({ ...SKOLE, others }, aTrace());
    assert.deepEqual(await add(deps, 'Teknik'), { kind: 'too many', max: DEPARTMENTS_IN_A_CHANNEL_MAX });
  });

  it('loses nobody who is added at the same time', async () => {
    const deps = await withSkole();
    await Promise.all(['Teknik', 'Kultur', 'Fritid'].map((name) => add(deps, name)));
    assert.deepEqual((await namesIn(deps)).toSorted(), ['Fritid', 'Kultur', 'Skole', 'Teknik']);
  });
});

describe('a department that is retired', () => {
  const TEKNIK = anOtherDepartment('Teknik', { order: 3 });
  const headed = { ...TEKNIK, department: { ...TEKNIK.department, heads: [aPerson()], approval: false } };
  const shared = { ...SKOLE, others: [headed] };

  async function withBoth() {
    const deps = createDeps();
    await deps.channels.register(shared, aTrace());
    deps.clock.advance(60_000);
    return deps;
  }

  it('answers no more, and the other one of its channel stays', async () => {
    const deps = await withBoth();
    assert.deepEqual(await retire(deps, 'teknik'), {
      kind: 'retired',
      department: { ...headed, address: HERE },
      others: [placedIn(SKOLE)],
    });
    assert.deepEqual(await namesIn(deps), ['Skole']);
    const line = (await deps.registryAudit.read(TENANT)).at(-1);
    assert.deepEqual([line?.act, line?.departmentId, line?.subject], ['department retired', 'teknik', 'Teknik']);
  });

  it('may be the first of its channel', async () => {
    const deps = await withBoth();
    await retire(deps, SKOLE.department.id);
    assert.deepEqual(await namesIn(deps), ['Teknik']);
  });

  it('leaves a free channel where no other answers, and is the same again when it is added there', async () => {
    const deps = await withBoth();
    for (const id of ['teknik', SKOLE.department.id]) await retire(deps, id);
    assert.equal(await deps.channels.find(HERE), undefined);
    assert.deepEqual(await add(deps, 'teknik'), {
      kind: 'added',
      department: { ...headed, address: HERE, department: { ...headed.department, name: 'teknik' } },
    });
    assert.deepEqual(await add(deps, 'Skole'), { kind: 'added', department: placedIn(SKOLE) });
  });

  it('is the same again when it is added to its channel, where the other one answers', async () => {
    const deps = await withBoth();
    await retire(deps, 'teknik');
    assert.deepEqual(await add(deps, 'Teknik'), { kind: 'added', department: { ...headed, address: HERE } });
    assert.deepEqual(await deps.channels.find(HERE), shared);
  });

  it('is retired once: nobody has it after that', async () => {
    const deps = await withBoth();
    await retire(deps, 'teknik');
    assert.deepEqual(await retire(deps, 'teknik'), { kind: 'not registered' });
  });

  it('takes nobody with it who is added at the same time', async () => {
    const deps = await withSkole();
    await Promise.all([retire(deps, SKOLE.department.id), add(deps, 'Teknik')]);
    assert.deepEqual(await namesIn(deps), ['Teknik']);
  });
});
