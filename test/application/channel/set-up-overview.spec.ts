import assert from 'node:assert/strict';
import { setUpOverview } from '../../../src/application/channel/set-up-overview.js';
import {
  aDepartment,
  aDepartmentId,
  aKnownTeam,
  anAddress,
  anOtherDepartment,
  aRegisteredDepartment,
  aSecretariat,
  aTrace,
  placedIn,
  TENANT,
} from '../../support/builders.js';
import { createMemoryKnownTeams } from '../../support/memory-known-teams.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const TEAM = '19:skoleteam@thread.tacv2';
const channel = (id: string, name: string) => ({ id, name, kind: 'standard', isDeleted: false }) as const;
const inTeam = (channelId: string) => anAddress({ teamId: TEAM, channelId });

async function createDeps() {
  const { store: knownTeams } = createMemoryKnownTeams();
  return { ...createMemoryStores(), knownTeams };
}

describe('the overview of the set-up', () => {
  it('is empty, and says that there is no secretariat, before anything is set up', async () => {
    assert.deepEqual(await setUpOverview(await createDeps(), TENANT), {
      secretariat: undefined,
      departments: [],
      unbound: [],
      wrong: [{ kind: 'no secretariat' }],
      teams: [],
    });
  });

  it('has the departments in the notat’s order, where they are, and why they cannot be reached', async () => {
    const deps = await createDeps();
    const secretariat = aSecretariat({ address: anAddress({ teamId: undefined }, 'sekretariatet') });
    const shared = aRegisteredDepartment({
      address: inTeam('skole'),
      order: 2,
      others: [anOtherDepartment('Teknik', { order: 1 })],
    });
    for (const each of [secretariat, shared]) await deps.channels.register(each, aTrace());
    const team = aKnownTeam({ teamId: TEAM, name: 'Skoler', state: 'archived', channels: [channel('skole', 'Skole')] });
    await deps.knownTeams.put(team, undefined);
    const overview = await setUpOverview(deps, TENANT);
    assert.deepEqual(overview.secretariat, secretariat);
    assert.deepEqual(
      overview.departments.map(({ department, ...at }) => [
        department.name,
        at.channelName,
        at.teamName,
        at.whyNotReached,
      ]),
      [
        ['Teknik', 'Skole', 'Skoler', 'archived'],
        [shared.department.name, 'Skole', 'Skoler', 'archived'],
      ],
    );
    assert.deepEqual(
      overview.wrong.map(({ kind }) => kind),
      ['department not reached', 'department not reached'],
    );
    assert.deepEqual(overview.teams, [team]);
  });

  it('does not know the names of a channel in a team that is not known', async () => {
    const deps = await createDeps();
    await deps.channels.register(aRegisteredDepartment(), aTrace());
    const [department] = (await setUpOverview(deps, TENANT)).departments;
    assert.deepEqual(department, {
      ...placedIn(aRegisteredDepartment()),
      whyNotReached: undefined,
      channelName: undefined,
      teamName: undefined,
    });
  });

  it('has each channel in which nobody answers, with a name that is free, the teams in order of their names', async () => {
    const deps = await createDeps();
    const registered = aRegisteredDepartment({
      address: inTeam('skole'),
      department: aDepartment({ name: 'Skole' }),
    });
    await deps.channels.register(registered, aTrace());
    const [first, second] = [
      aKnownTeam({
        teamId: TEAM,
        name: 'Velfærd',
        channels: [
          channel('skole', 'Skole'),
          channel('skole2', 'SKOLE'),
          channel('teknik', 'Teknik'),
          channel('teknik2', 'Kanalen til teknik'),
          { ...channel('lukket', 'Ledelse'), kind: 'private' },
          { ...channel('slettet', 'Slettet'), isDeleted: true },
        ],
      }),
      aKnownTeam({ teamId: '19:b@thread.tacv2', name: 'Anlæg', channels: [channel('vej', 'Vej')] }),
    ];
    const others = [
      aKnownTeam({ teamId: '19:c@thread.tacv2', state: 'bot removed', channels: [channel('x', 'Kultur')] }),
      aKnownTeam({ teamId: '19:d@thread.tacv2', name: undefined, channels: [channel('y', 'Fritid')] }),
    ];
    for (const team of [first, second, ...others]) await deps.knownTeams.put(team, undefined);
    const { unbound } = await setUpOverview(deps, TENANT);
    assert.deepEqual(
      unbound.map(({ address, teamName, kind, proposal }) => [address.channelId, teamName, kind, proposal]),
      [
        ['y', undefined, 'standard', 'Fritid'],
        ['vej', 'Anlæg', 'standard', 'Vej'],
        ['skole2', 'Velfærd', 'standard', undefined],
        ['teknik', 'Velfærd', 'standard', 'Teknik'],
        ['teknik2', 'Velfærd', 'standard', undefined],
        ['lukket', 'Velfærd', 'private', undefined],
      ],
    );
    assert.deepEqual(unbound[1]?.address, {
      tenantId: TENANT,
      teamId: second.teamId,
      channelId: 'vej',
      serviceUrl: second.serviceUrl,
    });
  });

  it('proposes the name that the channel’s department had, as it was written then', async () => {
    const deps = await createDeps();
    const was = aRegisteredDepartment({
      address: inTeam('boern'),
      department: aDepartment({ id: aDepartmentId('boern'), name: 'Børn og Unge' }),
    });
    await deps.channels.register(was, aTrace());
    await deps.channels.remove(was.address, aTrace());
    const team = aKnownTeam({ teamId: TEAM, channels: [channel('boern', 'boern & unge')] });
    await deps.knownTeams.put(team, undefined);
    const { unbound } = await setUpOverview(deps, TENANT);
    assert.deepEqual(
      unbound.map(({ proposal }) => proposal),
      ['Børn og Unge'],
    );
  });
});
