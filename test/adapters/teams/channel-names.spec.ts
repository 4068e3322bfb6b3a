import assert from 'node:assert/strict';
import type { Channel, Team } from '../../../dev/local-teams/directory.js';
import type { LocalTeams } from '../../../dev/local-teams/local-teams.js';
import {
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from '../../../dev/test/local-teams/stand-in-bot.js';
import { createChannelNames } from '../../../src/adapters/teams/channel-names.js';
import { type AdapterOptions, TeamsAdapter } from '../../../src/adapters/teams/teams-adapter.js';
import type { ChannelNames } from '../../../src/application/ports.js';
import { CHANNEL_NAME_MAX } from '../../../src/domain/limits.js';
import { createRecordingLog, type RecordingLog } from '../../support/fakes.js';

const TIME_LIMIT_MS = 50;

describe('the name of a channel', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let team: Team;
  let channel: Channel;
  let log: RecordingLog;
  let names: ChannelNames;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ team, channel } = await settle(teams));
    log = createRecordingLog();
    names = namesWithin();
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  function namesWithin(options: AdapterOptions = {}): ChannelNames {
    const adapter = new TeamsAdapter({ kind: 'unauthenticated' }, options);
    return createChannelNames((serviceUrl) => adapter.teamsConnector(serviceUrl), log);
  }

  const asked = () => teams.traffic.filter(({ direction }) => direction === 'from bot').length;
  const nameOf = (channelId = channel.id, teamId: string | undefined = team.id, of = names) =>
    of.nameOf({ tenantId: TENANT, teamId, channelId, serviceUrl: teams.serviceUrl });
  const listing = (body: unknown) => teams.faults.next({ path: /conversations$/ }, { status: 200, body });
  const telling = (body: unknown) => teams.faults.next({ path: /^\/v3\/teams\/[^/]*$/ }, { status: 200, body });

  it('is its own and its team’s, in two requests', async () => {
    assert.equal(await nameOf(), 'Socialområdet (Rådhuset)');
    assert.equal(asked(), 2);
    assert.deepEqual(log.entries, []);
  });

  it('is the team’s alone for the channel that has no name', async () => {
    assert.equal(await nameOf(team.id), 'Rådhuset');
  });

  it('is its own alone where the team’s is not told', async () => {
    telling({ id: team.id });
    assert.equal(await nameOf(), 'Socialområdet');
  });

  it('is one clean line, and no longer than `CHANNEL_NAME_MAX` with the team’s as long', async () => {
    listing({ conversations: [{ id: channel.id, name: ` Social\u202E\n${'x'.repeat(CHANNEL_NAME_MAX)}` }] });
    telling({ name: 'y'.repeat(CHANNEL_NAME_MAX + 1) });
    const own = `Social ${'x'.repeat(CHANNEL_NAME_MAX - 'Social '.length)}`;
    assert.equal(await nameOf(), `${own} (${'y'.repeat(CHANNEL_NAME_MAX)})`);
  });

  it('is not known of a channel whose team is not known, and nobody is asked', async () => {
    const address = { tenantId: TENANT, teamId: undefined, channelId: channel.id, serviceUrl: teams.serviceUrl };
    assert.equal(await names.nameOf(address), undefined);
    assert.equal(asked(), 0);
  });

  it('is not known of a channel that the team’s list does not have', async () => {
    assert.equal(await nameOf('19:hemmelig@thread.tacv2'), undefined);
  });

  const BODIES: readonly unknown[] = [{}, [], 'x', { conversations: 'x' }, { conversations: [null, 7] }];
  for (const body of BODIES) {
    it(`is not known where the service answers ${JSON.stringify(body)}`, async () => {
      listing(body);
      assert.equal(await nameOf(), undefined);
    });
  }

  it('is not known where the service does not tell, which the log says', async () => {
    assert.equal(await nameOf(channel.id, '19:ukendt@thread.tacv2'), undefined);
    const refused = { level: 'warn', event: 'channel name not told', fields: { status: 404 } };
    assert.deepEqual(log.entries, [refused, refused]);
  });

  it('is not known where the service does not answer in time, which the log says', async () => {
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    teams.faults.next({ times: 2 }, { delayUntil: held });
    assert.equal(await nameOf(channel.id, team.id, namesWithin({ timeLimitMs: TIME_LIMIT_MS })), undefined);
    answer();
    assert.deepEqual(
      log.entries.map(({ level, event }) => [level, event]),
      Array(2).fill(['error', 'channel name not told']),
    );
  });
});
