import assert from 'node:assert/strict';
import { grantSetup } from '../../../src/application/channel/decide-setup.js';
import { nameLeaders, setLanguage } from '../../../src/application/channel/department-settings.js';
import { requestSetup } from '../../../src/application/channel/request-setup.js';
import { unregisterChannel } from '../../../src/application/channel/unregister-channel.js';
import { offerDraft } from '../../../src/application/reply/offer-draft.js';
import { showVersions } from '../../../src/application/reply/show-versions.js';
import { findAskedRounds } from '../../../src/application/round/which-round.js';
import { departmentIn, departmentsIn } from '../../../src/domain/channel/department.js';
import { type DepartmentId, operationId } from '../../../src/domain/ids.js';
import {
  aChannelRequest,
  aDepartment,
  aDepartmentId,
  anAddress,
  anOtherDepartment,
  aRegisteredDepartment,
  aSecretariat,
  aTrace,
  TENANT,
} from '../../support/builders.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import { createMunicipality, delivered, HEAD, type Municipality, opened, SECRETARIAT } from '../municipality.js';

const HERE = anAddress({}, 'faelles');
const SHARED = aRegisteredDepartment({
  address: HERE,
  department: aDepartment({ id: aDepartmentId('skole'), name: 'Skole' }),
  others: [anOtherDepartment('Teknik')],
});
const BOTH = departmentsIn(SHARED);
const WHICH = { kind: 'which department?', departments: BOTH };
const TEKNIK = aDepartmentId('teknik');

async function createDeps() {
  const stores = createMemoryStores();
  const municipality = await createMunicipality(0, { stores });
  await municipality.channels.register(SHARED, aTrace());
  return { ...stores, ...municipality };
}

const request = (departmentId?: DepartmentId, activityId = 'besked') =>
  aChannelRequest(HERE, { departmentId, activityId });

async function now({ channels }: Municipality, id: DepartmentId) {
  return departmentIn(await channels.find(HERE), id)?.department;
}

describe('in a channel of several departments', () => {
  it('a setting waits until it is said for which one', async () => {
    const deps = await createDeps();
    assert.deepEqual(await nameLeaders(deps, request(), 'heads', [HEAD]), WHICH);
    assert.deepEqual(await setLanguage(deps, { ...request(), language: 'en' }), WHICH);
    assert.deepEqual(await nameLeaders(deps, request(aDepartmentId('vaek')), 'heads', [HEAD]), WHICH);
    assert.deepEqual(await deps.channels.find(HERE), SHARED);
  });

  it('a setting is that of the one that is named, also in the rounds under way', async () => {
    const deps = await createDeps();
    const round = await opened(deps, { departments: ['skole', 'teknik'] });
    assert.equal((await nameLeaders(deps, request(TEKNIK), 'heads', [HEAD])).kind, 'named');
    assert.equal((await setLanguage(deps, { ...request(TEKNIK, 'sprog'), language: 'en' })).kind, 'set');
    const asked = await deps.rounds.readDepartment(round.id, TEKNIK);
    for (const department of [await now(deps, TEKNIK), asked?.value.department]) {
      assert.deepEqual([department?.heads, department?.language], [[HEAD], 'en']);
    }
    assert.deepEqual((await now(deps, aDepartmentId('skole')))?.heads, []);
  });

  it('nothing is unregistered until it is said which one, and then that one alone', async () => {
    const deps = await createDeps();
    assert.deepEqual(await unregisterChannel(deps, request(), 'department'), WHICH);
    const outcome = await unregisterChannel(deps, request(TEKNIK), 'department');
    assert.deepEqual(outcome, { kind: 'retired', department: BOTH[1], others: [BOTH[0]] });
  });

  it('a wish is about the one that is named, and is granted for that one', async () => {
    const deps = await createDeps();
    const wanted = { kind: 'heads', people: [HEAD] } as const;
    assert.deepEqual(await requestSetup(deps, request(), wanted, aSecretariat()), WHICH);
    assert.equal((await requestSetup(deps, request(TEKNIK), wanted, aSecretariat())).kind, 'asked');
    const asked = (await deps.setupRequests.find(TENANT, HERE.channelId))?.value;
    assert.deepEqual(asked?.about, { departmentId: TEKNIK, name: 'Teknik' });
    const about = { requestId: asked?.id ?? '', channelId: HERE.channelId };
    assert.equal((await grantSetup(deps, aChannelRequest(SECRETARIAT), about)).kind, 'granted');
    assert.deepEqual((await now(deps, TEKNIK))?.heads, [HEAD]);
    const answer = deps.messenger.asked.find(({ message }) => message.kind === 'setup answer');
    assert.deepEqual(answer?.message.kind === 'setup answer' && answer.message.language, undefined);
  });

  it('a wish for a new name needs to say whose, unless it is another way to write the name of one', async () => {
    const deps = await createDeps();
    const wish = (name: string, id?: DepartmentId) =>
      requestSetup(deps, request(id, name), { kind: 'name', name }, aSecretariat());
    assert.deepEqual(await wish('Kultur'), WHICH);
    assert.deepEqual(await wish('Teknik'), { kind: 'registered', department: BOTH[1] });
    assert.deepEqual(await wish('Skole', TEKNIK), { kind: 'taken', by: BOTH[0] });
    assert.equal((await wish('TEKNIK')).kind, 'asked');
  });
});

describe('a message in a channel of several departments', () => {
  const asked = (deps: Municipality, thread?: string, departmentId?: DepartmentId) =>
    findAskedRounds(deps, { address: HERE, thread, departmentId });

  async function whose(deps: Municipality, thread?: string, departmentId?: DepartmentId) {
    const found = await asked(deps, thread, departmentId);
    return found?.kind === 'asked' ? (found.ofThread ?? found.newestOpen ?? found.newest)?.department.id : found;
  }

  it('is about none where none has been asked', async () => {
    const found = await asked(await createDeps());
    assert.deepEqual(found, { kind: 'asked', ofThread: undefined, newest: undefined, newestOpen: undefined });
  });

  it('is about the only one that has been asked', async () => {
    const deps = await createDeps();
    await opened(deps, { departments: ['teknik'] });
    assert.equal(await whose(deps), 'teknik');
  });

  it('may be about any that is asked, so it is asked which, unless the message names one', async () => {
    const deps = await createDeps();
    await opened(deps, { departments: ['skole', 'teknik'] });
    assert.deepEqual(await asked(deps), WHICH);
    assert.deepEqual(await offerDraft(deps, { address: HERE, thread: undefined }, 'Vi svarer.'), WHICH);
    assert.deepEqual(await showVersions(deps, { address: HERE, thread: undefined }), WHICH);
    assert.equal(await whose(deps, undefined, TEKNIK), 'teknik');
  });

  it('is about the one whose card began its thread, whatever the message names', async () => {
    const deps = await createDeps();
    const round = await opened(deps, { departments: ['skole', 'teknik'] });
    await delivered(deps);
    for (const { department } of BOTH) {
      const stored = await deps.rounds.readDepartment(round.id, department.id);
      const thread = stored?.value.cards?.[0]?.conversationId;
      assert.ok(thread);
      assert.equal(await whose(deps, thread, TEKNIK), department.id);
    }
  });

  it('is about the one that still can answer, where the others’ rounds are closed', async () => {
    const deps = await createDeps();
    const { id } = await opened(deps, { departments: ['skole'] });
    const stored = await deps.rounds.readDepartment(id, aDepartmentId('skole'));
    assert.ok(stored);
    const { etag, value } = stored;
    const department = { ...value, isLocked: true };
    await deps.rounds.commit(id, operationId('luk'), [{ change: 'replace department', department, etag }]);
    assert.equal(await whose(deps), 'skole');
    deps.clock.advance(1_000);
    await opened(deps, { departments: ['teknik'] });
    assert.equal(await whose(deps), 'teknik');
  });
});
