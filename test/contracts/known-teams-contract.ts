import assert from 'node:assert/strict';
import type { KnownTeams, RowTag } from '../../src/application/ports.js';
import { aKnownTeam, TENANT } from '../support/builders.js';

const TEAM = aKnownTeam();
const { teamId } = TEAM;

/** What every store of the teams that have the bot keeps to. */
export function describeKnownTeams(name: string, create: () => Promise<KnownTeams>): void {
  describe(`${name} as a store of the teams that have the bot`, () => {
    let teams: KnownTeams;
    beforeEach(async () => {
      teams = await create();
    });

    /** Stores a team for the first time. @returns the tag for a change of it */
    async function stored(team = TEAM): Promise<RowTag> {
      assert.equal(await teams.put(team, undefined), 'stored');
      const found = await teams.find(team.tenantId, team.teamId);
      assert.deepEqual(found?.value, team);
      return found.etag;
    }

    it('knows none to begin with', async () => {
      assert.equal(await teams.find(TENANT, teamId), undefined);
      assert.deepEqual(await teams.list(TENANT), []);
    });

    it('gives a team back as it was stored', async () => {
      await stored(aKnownTeam({ name: undefined, groupId: undefined, state: 'archived', channels: [] }));
    });

    it('lists the teams of one tenant', async () => {
      const other = aKnownTeam({ teamId: '19:kultur@thread.tacv2', name: 'Kultur/Fritid #1' });
      for (const team of [TEAM, other, aKnownTeam({ tenantId: 'en-anden' })]) await stored(team);
      const listed = (await teams.list(TENANT)).toSorted((one, two) => two.teamId.localeCompare(one.teamId));
      assert.deepEqual(listed, [TEAM, other]);
    });

    it('replaces a team that is as it was read', async () => {
      const etag = await stored();
      const now = { ...TEAM, state: 'archived' } as const;
      assert.equal(await teams.put(now, etag), 'stored');
      assert.deepEqual((await teams.find(TENANT, teamId))?.value, now);
    });

    it('tells that the same team is there already, so that one of two who find out the same knows that it is second', async () => {
      const etag = await stored();
      assert.equal(await teams.put(TEAM, undefined), 'same');
      const now = { ...TEAM, state: 'archived' } as const;
      assert.equal(await teams.put(now, etag), 'stored');
      assert.equal(await teams.put(now, etag), 'same');
    });

    it('changes nothing that has changed since it was read', async () => {
      const etag = await stored();
      const now = { ...TEAM, state: 'deleted' } as const;
      assert.equal(await teams.put(now, etag), 'stored');
      for (const tag of [etag, undefined]) {
        assert.equal(await teams.put({ ...TEAM, state: 'archived' }, tag), 'conflict');
      }
      assert.deepEqual((await teams.find(TENANT, teamId))?.value, now);
    });
  });
}
