import assert from 'node:assert/strict';
import { openDepartmentForm } from '../../../src/application/channel/open-department-form.js';
import { retireDepartment } from '../../../src/application/channel/retire-department.js';
import {
  type DepartmentFormRequest,
  saveDepartmentForm,
} from '../../../src/application/channel/save-department-form.js';
import { departmentIn } from '../../../src/domain/channel/department.js';
import type { DepartmentFormProblem } from '../../../src/domain/channel/department-form.js';
import { DEPARTMENTS_IN_A_CHANNEL_MAX, HEADS_MAX } from '../../../src/domain/limits.js';
import {
  aChannelRequest,
  aDepartmentId,
  aKnownTeam,
  aMember,
  anAddress,
  aPerson,
  TENANT,
} from '../../support/builders.js';
import { createMunicipality, type Municipality, SECRETARIAT } from '../municipality.js';

const TEAM = aKnownTeam({
  channels: ['d0', 'd1', 'fri', 'sekretariatet'].map((name) => ({
    id: anAddress({}, name).channelId,
    name,
    kind: 'standard',
    isDeleted: false,
  })),
});
const FREE = anAddress({}, 'fri').channelId;
const KAREN = aPerson({ id: 'karen', name: 'Karen Holm' });
const GUEST = aPerson({ id: 'gaest', name: 'Jonas Bech' });
const FOREIGNER = aPerson({ id: 'fremmed', name: 'Kim Fremmed' });
const FORMER = aPerson({ id: 'forhenvaerende', name: 'Bo Friis' });

describe('the form for a department', () => {
  let municipality: Municipality;

  beforeEach(async () => {
    municipality = await createMunicipality(2, { heads: [FORMER] });
    await municipality.knownTeams.put(TEAM, undefined);
    const members = [
      { ...aMember(KAREN), memberId: '29:karen' },
      { ...aMember(GUEST, { isGuest: true }), memberId: '29:gaest' },
      { ...aMember(FOREIGNER, { isForeign: true }), memberId: '29:fremmed' },
    ];
    municipality.teamDirectory.teams.set(TEAM.teamId, { name: TEAM.name, groupId: undefined, channels: [], members });
  });

  const aForm = (changes: Partial<DepartmentFormRequest> = {}): DepartmentFormRequest => ({
    ...aChannelRequest(SECRETARIAT, { activityId: 'gem' }),
    departmentId: aDepartmentId('d0'),
    name: 'Dagtilbud',
    heads: [],
    deputies: [],
    director: undefined,
    approval: true,
    language: undefined,
    channelId: anAddress({}, 'd0').channelId,
    ...changes,
  });
  const save = (changes: Partial<DepartmentFormRequest> = {}) => saveDepartmentForm(municipality, aForm(changes));

  async function stored(channel = 'd0', id = 'd0') {
    return departmentIn(await municipality.channels.find(anAddress({}, channel)), aDepartmentId(id))?.department;
  }

  async function assertRefused(changes: Partial<DepartmentFormRequest>, ...problems: readonly DepartmentFormProblem[]) {
    const outcome = await save(changes);
    assert.ok(outcome.kind === 'problems', outcome.kind);
    assert.deepEqual(outcome.problems, problems);
  }

  it('stores all that it says, with people of the team and its guests', async () => {
    const people = { heads: ['karen', 'gaest'], deputies: ['karen'], director: 'gaest' };
    assert.deepEqual(await save({ ...people, approval: false, language: 'en' }), { kind: 'saved', name: 'Dagtilbud' });
    const { name, heads, deputies, director, approval, language } = (await stored()) ?? {};
    assert.deepEqual([name, heads, deputies, director], ['Dagtilbud', [KAREN, GUEST], [KAREN], GUEST]);
    assert.deepEqual([approval, language], [false, 'en']);
  });

  it('keeps those who have left the team as long as nobody takes them out, also while Teams tells nobody', async () => {
    municipality.teamDirectory.membersOf = () => Promise.reject(new Error('no answer'));
    assert.equal((await save({ heads: [FORMER.id] })).kind, 'saved');
    assert.deepEqual((await stored())?.heads, [FORMER]);
    assert.deepEqual(
      municipality.log.entries.map(({ event }) => event),
      ['team roster not told'],
    );
  });

  it('names nobody of another organisation or outside the team, and says whom there are too many of', async () => {
    for (const id of [FOREIGNER.id, 'ukendt']) await assertRefused({ heads: [id] }, { kind: 'not in the team' });
    const many = Array.from({ length: HEADS_MAX + 1 }, () => 'karen');
    await assertRefused({ heads: many, deputies: many }, { kind: 'too many heads' }, { kind: 'too many deputies' });
    assert.equal((await stored())?.name, 'Fagområde 0');
  });

  it('moves the department to a channel that is free, and says so where it is not', async () => {
    assert.equal((await save({ channelId: FREE })).kind, 'saved');
    assert.equal((await stored('fri'))?.name, 'Dagtilbud');
    await assertRefused({ channelId: anAddress({}, 'd1').channelId }, { kind: 'not moved' });
    assert.equal((await stored('fri'))?.name, 'Dagtilbud');
  });

  it('is not stored in a channel that the bot cannot write in', async () => {
    await assertRefused({ channelId: '' }, { kind: 'no channel' });
    await assertRefused({ channelId: '19:ukendt@thread.tacv2' }, { kind: 'channel gone' });
  });

  it('is not stored under a name that cannot be, or that another department has', async () => {
    await assertRefused({ name: ' ' }, { kind: 'bad name', problem: { kind: 'missing' } });
    await assertRefused({ name: 'fagområde 1' }, { kind: 'name taken', name: 'Fagområde 1' });
  });

  it('is of no use for a department that somebody has retired', async () => {
    await retireDepartment(municipality, aChannelRequest(SECRETARIAT, { activityId: 'imens' }), aDepartmentId('d0'));
    assert.deepEqual(await save(), { kind: 'gone' });
    assert.deepEqual(await openDepartmentForm(municipality, TENANT, aDepartmentId('d0')), { kind: 'gone' });
  });

  describe('that is to be added', () => {
    const add = (changes: Partial<DepartmentFormRequest> = {}) => save({ departmentId: undefined, ...changes });
    const refused = (changes: Partial<DepartmentFormRequest>, problem: DepartmentFormProblem) =>
      assertRefused({ departmentId: undefined, ...changes }, problem);

    it('answers in the chosen channel, which may have others', async () => {
      assert.deepEqual(await add({ name: 'Sundhedspleje' }), { kind: 'added', name: 'Sundhedspleje' });
      const channel = await municipality.channels.find(anAddress({}, 'd0'));
      assert.ok(channel?.purpose === 'department');
      assert.deepEqual(
        channel.others.map(({ department }) => department.name),
        ['Sundhedspleje'],
      );
    });

    it('asks nobody who is in the team', async () => {
      const { asked } = municipality.teamDirectory;
      assert.equal((await openDepartmentForm(municipality, TENANT, undefined)).kind, 'form');
      assert.deepEqual(asked, []);
    });

    it('is refused where the name or the channel cannot be', async () => {
      await refused({ name: '' }, { kind: 'bad name', problem: { kind: 'missing' } });
      await refused({ name: 'Fagområde 1' }, { kind: 'name taken', name: 'Fagområde 1' });
      await refused({ channelId: SECRETARIAT.channelId }, { kind: 'secretariat’s channel' });
      for (let number = 1; number < DEPARTMENTS_IN_A_CHANNEL_MAX; number += 1) {
        await saveDepartmentForm(
          municipality,
          aForm({ departmentId: undefined, name: `Afdeling ${number}`, activityId: `tilføj ${number}` }),
        );
      }
      await refused({ name: 'En til' }, { kind: 'channel full' });
    });
  });
});
