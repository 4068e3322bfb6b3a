import assert from 'node:assert/strict';
import type { Team } from '../../../dev/local-teams/directory.js';
import type { LocalTeams } from '../../../dev/local-teams/local-teams.js';
import {
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from '../../../dev/test/local-teams/stand-in-bot.js';
import { ConnectorRefusal } from '../../../src/adapters/teams/connector-http-client.js';
import { createTeamDirectory } from '../../../src/adapters/teams/team-directory.js';
import { type AdapterOptions, TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import type { DescribedTeam, TeamDirectory } from '../../../src/application/ports.js';
import { CHANNEL_ID_MAX, CHANNEL_NAME_MAX, TEAM_CHANNELS_MAX, TEAM_MEMBERS_MAX } from '../../../src/domain/limits.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';

const TIME_LIMIT_MS = 50;

describe('what Teams tells of a team', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let team: Team;
  let log: RecordingLog;
  let directory: TeamDirectory;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ team } = await settle(teams));
    log = createRecordingLog();
    directory = directoryWithin();
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  function directoryWithin(options: AdapterOptions = {}): TeamDirectory {
    const adapter = new TeamsAdapter({ kind: 'unauthenticated' }, options);
    const connector = (serviceUrl: string) => adapter.connector(serviceUrl);
    const teamsConnector = (serviceUrl: string) => adapter.teamsConnector(serviceUrl);
    return createTeamDirectory({ connector, teamsConnector }, log);
  }

  const asked = () => teams.traffic.filter(({ direction }) => direction === 'from bot').length;
  const place = () => ({ tenantId: TENANT, teamId: team.id, serviceUrl: teams.serviceUrl });
  const listing = (body: unknown) => teams.faults.next({ path: /conversations$/ }, { status: 200, body });
  const telling = (body: unknown) => teams.faults.next({ path: /^\/v3\/teams\/[^/]*$/ }, { status: 200, body });

  async function described(): Promise<DescribedTeam> {
    const told = await directory.describe(place());
    assert.equal(told.kind, 'team', JSON.stringify(told));
    return told.team;
  }

  describe('its channels', () => {
    it('are listed with its name and its group, in two requests', async () => {
      assert.deepEqual(await described(), {
        name: 'Rådhuset',
        groupId: team.aadGroupId,
        channels: [
          { id: team.id, name: undefined, kind: 'standard' },
          { id: team.channels[1]?.id, name: 'Socialområdet', kind: 'standard' },
        ],
      });
      assert.equal(asked(), 2);
      assert.deepEqual(log.entries, []);
    });

    it('have a kind, which is standard where the service does not tell one that is known', async () => {
      const types = ['standard', 'private', 'shared', 'unknownFutureValue', undefined, 7];
      listing({ conversations: types.map((type, n) => ({ id: `19:${n}@thread.tacv2`, name: `Kanal ${n}`, type })) });
      assert.deepEqual(
        (await described()).channels.map(({ kind }) => kind),
        ['standard', 'private', 'shared', 'standard', 'standard', 'standard'],
      );
    });

    it('have clean names of at most `CHANNEL_NAME_MAX` characters, and so has the team', async () => {
      listing({ conversations: [{ id: '19:a@thread.tacv2', name: ` Social\u202E\n${'x'.repeat(CHANNEL_NAME_MAX)}` }] });
      telling({ name: 'y'.repeat(CHANNEL_NAME_MAX + 1) });
      const { name, channels } = await described();
      assert.equal(name, 'y'.repeat(CHANNEL_NAME_MAX));
      assert.equal(channels[0]?.name, `Social ${'x'.repeat(CHANNEL_NAME_MAX - 'Social '.length)}`);
    });

    it('are at most `TEAM_CHANNELS_MAX`, the first of the list', async () => {
      const many = Array.from({ length: TEAM_CHANNELS_MAX + 1 }, (_, n) => ({ id: `19:${n}@thread.tacv2` }));
      listing({ conversations: many });
      const { channels } = await described();
      assert.equal(channels.length, TEAM_CHANNELS_MAX);
      assert.equal(channels.at(-1)?.id, many[TEAM_CHANNELS_MAX - 1]?.id);
    });

    it('are left out where they have no id, or one that is too long', async () => {
      const wrong = [null, 7, {}, { id: 7 }, { id: 'x'.repeat(CHANNEL_ID_MAX + 1) }];
      listing({ conversations: [...wrong, { id: '19:a@thread.tacv2', name: null }] });
      assert.deepEqual((await described()).channels, [{ id: '19:a@thread.tacv2', name: undefined, kind: 'standard' }]);
    });

    it('are not told where the service refuses, with its status and code', async () => {
      const told = await directory.describe({ ...place(), teamId: '19:ukendt@thread.tacv2' });
      const failure = { kind: 'status', status: 404, code: 'ConversationNotFound', waitMs: undefined };
      assert.deepEqual(told, { kind: 'not told', failure });
      assert.deepEqual(log.entries, []);
    });

    it('are not told where the service does not answer in time', async () => {
      let answer: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        answer = resolve;
      });
      teams.faults.next({ times: 2 }, { delayUntil: held });
      const told = await directoryWithin({ timeLimitMs: TIME_LIMIT_MS }).describe(place());
      answer();
      assert.deepEqual(told, { kind: 'not told', failure: { kind: 'no answer', reason: 'TimeoutError' } });
    });

    for (const body of [{}, [], 'x']) {
      it(`are not told where the service answers ${JSON.stringify(body)}, which the log says`, async () => {
        listing(body);
        const { kind } = await directory.describe(place());
        assert.equal(kind, 'not told');
        assert.deepEqual(
          log.entries.map(({ level, event }) => [level, event]),
          [['error', 'team not described']],
        );
      });
    }
  });

  describe('its people', () => {
    it('are read in pages until the last', async () => {
      for (let n = 1; n < 600; n += 1) teams.addPerson(`Person ${n}`);
      const before = asked();
      const { members, isWhole } = await directory.membersOf(place());
      assert.equal(isWhole, true);
      assert.equal(members.length, 600);
      assert.deepEqual(members[0], {
        person: { id: teams.people[0]?.aadObjectId, name: 'Anne Jensen' },
        isGuest: false,
        isForeign: false,
        memberId: teams.people[0]?.id,
      });
      assert.equal(asked() - before, 2);
    });

    it('are at most `TEAM_MEMBERS_MAX`, and it is told that there are more', async () => {
      for (let n = 0; n < TEAM_MEMBERS_MAX; n += 1) teams.addPerson(`Person ${n}`);
      const { members, isWhole } = await directory.membersOf(place());
      assert.deepEqual([members.length, isWhole], [TEAM_MEMBERS_MAX, false]);
    });

    it('are people with an Entra id alone', async () => {
      const others = [
        null,
        {},
        { id: '29:uden-id', name: 'Uden' },
        { id: '29:a', aadObjectId: 'a', userRole: 'anonymous' },
      ];
      const members = [...others, { id: '29:b', aadObjectId: 'b', name: 'Bo Lind', tenantId: TENANT }];
      teams.faults.next({ path: /pagedmembers$/ }, { status: 200, body: { members } });
      const told = await directory.membersOf(place());
      assert.deepEqual(
        told.members.map(({ memberId }) => memberId),
        ['29:b'],
      );
    });

    it('are asked for a few times only where the pages have nobody', async () => {
      const body = { members: [], continuationToken: 'igen' };
      teams.faults.next({ path: /pagedmembers$/, times: 20 }, { status: 200, body });
      assert.deepEqual(await directory.membersOf(place()), { members: [], isWhole: false });
      assert.equal(asked(), 10);
    });

    it('are not told where the service refuses', async () => {
      await assert.rejects(
        directory.membersOf({ ...place(), teamId: '19:ukendt@thread.tacv2' }),
        (error) => error instanceof ConnectorRefusal && error.status === 404,
      );
    });
  });
});
