import assert from 'node:assert/strict';
import { nameSecretaries } from '../../../src/application/channel/name-secretaries.js';
import { HEADS_MAX } from '../../../src/domain/limits.js';
import type { Person } from '../../../src/domain/person.js';
import {
  aChannelRequest,
  anAddress,
  aPerson,
  aSecretariat,
  aSecretary,
  aTrace,
  START,
} from '../../support/builders.js';
import { createFixedClock } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const SECRETARIAT = aSecretariat({ name: 'Sekretariatet' });
const { tenantId } = SECRETARIAT.address;
const ONE = aPerson({ id: 'en', name: 'Ida Bech' });
const OTHER = aPerson({ id: 'to', name: 'Per Friis' });

type Deps = Awaited<ReturnType<typeof createDeps>>;

async function createDeps() {
  const deps = { ...createMemoryStores(), clock: createFixedClock() };
  await deps.channels.register(SECRETARIAT, aTrace());
  deps.clock.advance(60_000);
  return deps;
}

function name(deps: Pick<Deps, 'channels' | 'clock'>, people: readonly Person[]) {
  const activityId = people.map(({ id }) => id).join();
  return nameSecretaries(deps, aChannelRequest(SECRETARIAT.address, { activityId }), people);
}

describe('naming secretaries', () => {
  it('puts them in place of those before, each once', async () => {
    const deps = await createDeps();
    assert.deepEqual(await name(deps, [ONE, OTHER, ONE]), { kind: 'named', secretaries: [ONE, OTHER] });
    assert.deepEqual(await deps.channels.secretariat(tenantId), { ...SECRETARIAT, secretaries: [ONE, OTHER] });
  });

  it('of nobody is kept too', async () => {
    const deps = await createDeps();
    assert.deepEqual(await name(deps, []), { kind: 'named', secretaries: [] });
    assert.deepEqual((await deps.channels.secretariat(tenantId))?.secretaries, []);
  });

  it('is a line in the audit of registrations, with ids and no names', async () => {
    const deps = await createDeps();
    await name(deps, [ONE, OTHER]);
    assert.deepEqual((await deps.registryAudit.read(tenantId)).at(-1), {
      at: new Date(START.getTime() + 60_000),
      by: aSecretary(),
      act: 'secretaries named',
      where: SECRETARIAT.address.channelId,
      departmentId: undefined,
      subject: 'en to',
    });
  });

  it(`takes at most ${HEADS_MAX}`, async () => {
    const deps = await createDeps();
    const crowd = Array.from({ length: HEADS_MAX + 1 }, (_, n) => aPerson({ id: `sekretær-${n}` }));
    assert.deepEqual(await name(deps, crowd), { kind: 'too many', max: HEADS_MAX });
    assert.deepEqual(await deps.channels.secretariat(tenantId), SECRETARIAT);
    assert.equal((await name(deps, crowd.slice(1))).kind, 'named');
  });

  it('reaches the secretariat that is moved at the same moment', async () => {
    const deps = await createDeps();
    const there = { ...SECRETARIAT, address: anAddress({}, 'ny') };
    const channels = {
      ...deps.channels,
      async register(...written: Parameters<typeof deps.channels.register>) {
        await deps.channels.move(SECRETARIAT.address, there, aTrace());
        return deps.channels.register(...written);
      },
    };
    assert.equal((await name({ ...deps, channels }, [ONE])).kind, 'named');
    assert.deepEqual(await deps.channels.secretariat(tenantId), { ...there, secretaries: [ONE] });
  });

  it('is never tried without a secretariat', async () => {
    const deps = { ...createMemoryStores(), clock: createFixedClock() };
    await assert.rejects(name(deps, [ONE]), /without a secretariat/u);
  });
});
