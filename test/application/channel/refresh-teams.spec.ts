import assert from 'node:assert/strict';
import { atMostAtOnce } from '../../../src/application/at-most-at-once.js';
import { refreshTeams } from '../../../src/application/channel/refresh-teams.js';
import { TEAMS_ASKED_AT_ONCE } from '../../../src/domain/limits.js';
import { aKnownTeam, anAddress, aRegisteredDepartment, aSecretariat, aTrace, TENANT } from '../../support/builders.js';
import { createFixedClock, createRecordingLog } from '../../support/fakes.js';
import { createMemoryKnownTeams } from '../../support/memory-known-teams.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import { createMemoryTeamDirectory } from '../../support/memory-team-directory.js';

const TEAM = '19:skoler@thread.tacv2';
const TOLD = {
  name: 'Skoler',
  groupId: 'en-gruppe',
  channels: [{ id: '19:skole@thread.tacv2', name: 'Skole', kind: 'standard' }],
} as const;

function createDeps() {
  const { store: knownTeams, spoil } = createMemoryKnownTeams();
  return {
    ...createMemoryStores(),
    knownTeams,
    spoilTeam: spoil,
    teamDirectory: createMemoryTeamDirectory(),
    clock: createFixedClock(),
    log: createRecordingLog(),
  };
}

describe('asking Teams about the teams', () => {
  it('stores what has changed in a team that is known', async () => {
    const deps = createDeps();
    await deps.knownTeams.put(aKnownTeam({ teamId: TEAM, name: 'Skole', channels: [] }), undefined);
    deps.teamDirectory.teams.set(TEAM, TOLD);
    assert.deepEqual(await refreshTeams(deps, TENANT), { told: 1, notTold: [] });
    const team = (await deps.knownTeams.find(TENANT, TEAM))?.value;
    assert.deepEqual([team?.name, team?.channels.map(({ name }) => name)], ['Skoler', ['Skole']]);
  });

  it('finds the teams that had the bot before such things were kept, each once, by the channels that are registered', async () => {
    const deps = createDeps();
    const address = anAddress({ teamId: TEAM });
    for (const channel of [
      aRegisteredDepartment({ address }),
      aSecretariat({ address: anAddress({ teamId: TEAM }, 'sekretariatet') }),
    ])
      await deps.channels.register(channel, aTrace());
    const unknown = aRegisteredDepartment({ address: anAddress({ teamId: undefined }, 'uden-team') });
    await deps.channels.register({ ...unknown, department: { ...unknown.department, name: 'Uden' } }, aTrace());
    deps.teamDirectory.teams.set(TEAM, TOLD);
    assert.deepEqual(await refreshTeams(deps, TENANT), { told: 1, notTold: [] });
    assert.deepEqual(deps.teamDirectory.asked, [TEAM]);
    assert.deepEqual((await deps.knownTeams.find(TENANT, TEAM))?.value, {
      tenantId: TENANT,
      teamId: TEAM,
      serviceUrl: address.serviceUrl,
      name: 'Skoler',
      groupId: 'en-gruppe',
      state: 'present',
      since: deps.clock.now(),
      channels: [{ ...TOLD.channels[0], isDeleted: false }],
    });
  });

  it('keeps what is known of a team that Teams does not tell of, and says which', async () => {
    const deps = createDeps();
    const team = aKnownTeam({ teamId: TEAM });
    await deps.knownTeams.put(team, undefined);
    const { tenantId, teamId, serviceUrl } = team;
    const { told, notTold } = await refreshTeams(deps, TENANT);
    assert.deepEqual([told, notTold.map((each) => each.teamId)], [0, [teamId]]);
    assert.deepEqual(notTold[0], { ...notTold[0], tenantId, teamId, serviceUrl });
    assert.deepEqual((await deps.knownTeams.find(TENANT, TEAM))?.value, team);
  });

  it('knows that the bot is back in a team that Teams tells of, and leaves an archived one archived', async () => {
    const deps = createDeps();
    for (const [teamId, state] of [
      ['fjernet', 'bot removed'],
      ['arkiveret', 'archived'],
    ] as const) {
      await deps.knownTeams.put(aKnownTeam({ teamId, state }), undefined);
      deps.teamDirectory.teams.set(teamId, TOLD);
    }
    await refreshTeams(deps, TENANT);
    const states = (await deps.knownTeams.list(TENANT)).map(({ teamId, state }) => [teamId, state]);
    assert.deepEqual(states.toSorted(), [
      ['arkiveret', 'archived'],
      ['fjernet', 'present'],
    ]);
  });

  it('writes nothing where nothing has changed, and tries again where another process was first', async () => {
    const deps = createDeps();
    await deps.knownTeams.put(aKnownTeam({ teamId: TEAM, channels: [] }), undefined);
    deps.teamDirectory.teams.set(TEAM, TOLD);
    let puts = 0;
    const knownTeams = {
      ...deps.knownTeams,
      async put(...written: Parameters<typeof deps.knownTeams.put>) {
        puts += 1;
        return puts === 1 ? 'conflict' : deps.knownTeams.put(...written);
      },
    } as const;
    for (const _ of [1, 2]) await refreshTeams({ ...deps, knownTeams }, TENANT);
    assert.equal(puts, 2);
  });

  it(`asks about at most ${TEAMS_ASKED_AT_ONCE} at a time`, async () => {
    const deps = createDeps();
    const ids = Array.from({ length: TEAMS_ASKED_AT_ONCE * 2 + 1 }, (_, n) => `19:team${n}@thread.tacv2`);
    for (const teamId of ids) await deps.knownTeams.put(aKnownTeam({ teamId }), undefined);
    let [busy, most] = [0, 0];
    const teamDirectory = {
      async describe() {
        busy += 1;
        most = Math.max(most, busy);
        await new Promise(setImmediate);
        busy -= 1;
        return { kind: 'team', team: TOLD } as const;
      },
    };
    assert.deepEqual(await refreshTeams({ ...deps, teamDirectory }, TENANT), { told: ids.length, notTold: [] });
    assert.equal(most, TEAMS_ASKED_AT_ONCE);
  });

  it('goes on where a team’s row cannot be read', async () => {
    const deps = createDeps();
    const team = aKnownTeam({ teamId: TEAM });
    await deps.knownTeams.put(team, undefined);
    deps.spoilTeam(team);
    await deps.channels.register(aRegisteredDepartment({ address: anAddress({ teamId: TEAM }) }), aTrace());
    await deps.knownTeams.put(aKnownTeam({ teamId: 'et-andet' }), undefined);
    for (const id of [TEAM, 'et-andet']) deps.teamDirectory.teams.set(id, TOLD);
    const { told, notTold } = await refreshTeams(deps, TENANT);
    assert.deepEqual([told, notTold.map(({ teamId }) => teamId)], [1, [TEAM]]);
  });
});

describe('doing something for many things', () => {
  it('does it for at most so many at a time, and gives the results in their order', async () => {
    let [busy, most] = [0, 0];
    const results = await atMostAtOnce(3, [5, 4, 3, 2, 1, 0], async (item) => {
      busy += 1;
      most = Math.max(most, busy);
      for (let turn = 0; turn < item; turn += 1) await Promise.resolve();
      busy -= 1;
      return item * 10;
    });
    assert.deepEqual([results, most], [[50, 40, 30, 20, 10, 0], 3]);
  });

  it('gives nothing for nothing, and also what is undefined', async () => {
    assert.deepEqual(await atMostAtOnce(3, [], async () => 1), []);
    assert.deepEqual(await atMostAtOnce(3, [1], async () => undefined), [undefined]);
  });
});
