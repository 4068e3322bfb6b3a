import assert from 'node:assert/strict';
import {
  changeDepartmentSetup,
  type DepartmentSetup,
} from '../../../src/application/channel/change-department-setup.js';
import { registerDepartment } from '../../../src/application/channel/register-department.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { HEADS_MAX } from '../../../src/domain/limits.js';
import {
  aChannelRequest,
  aDepartmentId,
  anAddress,
  anOtherDepartment,
  aPerson,
  aTrace,
  placedIn,
  TENANT,
} from '../../support/builders.js';
import {
  aReply,
  COLLEAGUE,
  createMunicipality,
  HEAD,
  type Municipality,
  openRound,
  SECRETARIAT,
} from '../municipality.js';

const HERE = anAddress({}, 'd0');
const FREE = anAddress({}, 'ledig');

/** As the first department is, with these changes. */
function change(municipality: Municipality, changes: Partial<DepartmentSetup>) {
  const [first] = municipality.departments;
  assert.ok(first);
  const { id: departmentId, ...settings } = first.department;
  const request = aChannelRequest(SECRETARIAT, { activityId: JSON.stringify(changes) });
  return changeDepartmentSetup(municipality, { ...request, setup: { departmentId, ...settings, ...changes } });
}

const acts = async ({ registryAudit }: Municipality) =>
  (await registryAudit.read(TENANT)).map(({ act, subject }) => `${act}: ${subject}`).slice(1);

const ALL = {
  name: 'Skole',
  heads: [HEAD],
  deputies: [COLLEAGUE],
  director: aPerson({ id: 'direktoer' }),
  language: 'en',
  approval: false,
} as const;

describe('what is set for a department', () => {
  it('changes at once, with a line in the audit for each setting', async () => {
    const municipality = await createMunicipality(1);
    const outcome = await change(municipality, ALL);
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.department.department, { id: 'd0', ...ALL });
    assert.deepEqual(placedIn(await municipality.channels.find(HERE)), outcome.department);
    assert.deepEqual((await acts(municipality)).toSorted(), [
      'approval set: not needed',
      'department renamed: Skole',
      'deputies named: kollega',
      'director named: direktoer',
      'heads named: chef',
      'language set: en',
    ]);
  });

  it('is not written where it is so already', async () => {
    const municipality = await createMunicipality(1);
    await change(municipality, ALL);
    const before = await acts(municipality);
    const outcome = await change(municipality, ALL);
    assert.deepEqual(outcome.kind === 'changed' && outcome.acts, []);
    assert.deepEqual(await acts(municipality), before);
  });

  it('goes back to nothing', async () => {
    const municipality = await createMunicipality(1);
    await change(municipality, ALL);
    const outcome = await change(municipality, {});
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.department, placedIn(municipality.departments[0]));
    assert.ok((await acts(municipality)).includes('language set: default'));
    assert.ok((await acts(municipality)).includes('approval set: needed'));
  });

  it('counts in a round that is under way: an answer waits for the head no more', async () => {
    const { municipality, round } = await openRound(1, { heads: [HEAD] });
    const waiting = await submitReply(municipality, aReply(round, 0, { by: COLLEAGUE }));
    assert.equal(waiting.kind, 'proposed');
    await change(municipality, { heads: [HEAD], approval: false });
    const stored = await municipality.rounds.readDepartment(round.id, aDepartmentId('d0'));
    assert.deepEqual([stored?.value.department.heads, stored?.value.department.approval], [[HEAD], false]);
    const again = aReply(round, 0, { by: COLLEAGUE, press: 'igen' });
    assert.notEqual((await submitReply(municipality, again)).kind, 'proposed');
  });

  it('is refused under a name that is none, or that another department has, there or elsewhere', async () => {
    const municipality = await createMunicipality(2);
    const [first, second] = municipality.departments;
    assert.ok(first && second);
    const shared = { ...first, others: [anOtherDepartment('Teknik')] };
    await municipality.channels.register(shared, aTrace());
    assert.deepEqual(await change(municipality, { name: ' ' }), { kind: 'bad name', problem: { kind: 'missing' } });
    assert.deepEqual(await change(municipality, { name: 'FAGOMRÅDE 1' }), { kind: 'taken', by: placedIn(second) });
    const teknik = { ...anOtherDepartment('Teknik'), address: HERE };
    assert.deepEqual(await change(municipality, { name: 'TEKNIK' }), { kind: 'taken', by: teknik });
    assert.deepEqual(await municipality.channels.find(HERE), shared);
  });

  it('is refused for more people than may be, and for a department that is not there', async () => {
    const municipality = await createMunicipality(1);
    const many = Array.from({ length: HEADS_MAX + 1 }, (_, n) => aPerson({ id: `p${n}` }));
    for (const who of ['heads', 'deputies'] as const) {
      assert.deepEqual(await change(municipality, { [who]: many }), { kind: 'too many', who, max: HEADS_MAX });
    }
    const gone = await change(municipality, { departmentId: aDepartmentId('vaek') });
    assert.deepEqual(gone, { kind: 'not registered' });
  });

  it('keeps what someone else changes at the same time', async () => {
    const municipality = await createMunicipality(1);
    const named = registerDepartment(municipality, aChannelRequest(HERE), 'Kultur', () => true);
    const set = change(municipality, { name: 'Kultur', heads: [HEAD] });
    await Promise.all([named, set]);
    const { department } = placedIn(await municipality.channels.find(HERE));
    assert.deepEqual([department.name, department.heads], ['Kultur', [HEAD]]);
  });
});

describe('another channel for a department', () => {
  it('is taken with all that is set, and the old one is free', async () => {
    const municipality = await createMunicipality(1);
    const outcome = await change(municipality, { name: 'Skole', channel: FREE });
    assert.ok(outcome.kind === 'changed');
    assert.deepEqual(outcome.acts, ['department renamed', 'department moved']);
    assert.deepEqual(placedIn(await municipality.channels.find(FREE)), outcome.department);
    assert.equal(await municipality.channels.find(HERE), undefined);
  });

  it('is no change where it is the same', async () => {
    const municipality = await createMunicipality(1);
    const outcome = await change(municipality, { channel: HERE });
    assert.deepEqual(outcome.kind === 'changed' && outcome.acts, []);
  });

  it('is refused where something is registered there, and the rest is stored', async () => {
    const municipality = await createMunicipality(2);
    const outcome = await change(municipality, { name: 'Skole', channel: anAddress({}, 'd1') });
    const department = placedIn(await municipality.channels.find(HERE));
    assert.deepEqual(outcome, { kind: 'channel in use', department });
    assert.equal(department.department.name, 'Skole');
  });
});
