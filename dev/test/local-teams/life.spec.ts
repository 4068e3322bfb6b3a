import assert from 'node:assert/strict';
import type { Channel, Person, Team } from '../../local-teams/directory.js';
import { type LocalTeams, startLocalTeams } from '../../local-teams/local-teams.js';
import {
  callConnector,
  message,
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from './stand-in-bot.js';

describe('local Teams: what happens to teams and channels', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let team: Team;
  let channel: Channel;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ anne, team, channel } = await settle(teams));
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const heard = () => bot.heard.at(-1)?.activity;
  const post = () => callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], message('Hej'));
  const listed = async () =>
    (await callConnector(teams, 'GET', ['teams', team.id, 'conversations'])).body.conversations as readonly object[];

  it('is told to the bot about a channel in the documented shape', async () => {
    await teams.renameChannel(channel, 'Social', anne);
    assert.equal(heard()?.type, 'conversationUpdate');
    assert.equal(heard()?.conversation?.id, team.id);
    assert.deepEqual(heard()?.channelData, {
      team: { id: team.id, name: 'Rådhuset', aadGroupId: team.aadGroupId },
      tenant: { id: TENANT },
      eventType: 'channelRenamed',
      channel: { id: channel.id, name: 'Social', type: 'standard' },
    });
  });

  it('is told to the bot about a team in the documented shape', async () => {
    await teams.renameTeam(team, 'Byhuset', anne);
    assert.deepEqual(heard()?.channelData, {
      team: { id: team.id, name: 'Byhuset', aadGroupId: team.aadGroupId },
      tenant: { id: TENANT },
      eventType: 'teamRenamed',
    });
  });

  it('takes a deleted channel from the list, and refuses messages to it, until it is restored', async () => {
    await teams.deleteChannel(channel, anne);
    assert.deepEqual(await listed(), [{ id: team.id, name: null, type: 'standard' }]);
    assert.equal((await post()).status, 404);
    await teams.restoreChannel(channel, anne);
    assert.equal((await listed()).length, 2);
    assert.equal((await post()).status, 201);
  });

  it('lists a new channel with its kind', async () => {
    const created = await teams.createChannel(team, 'Udvalg', anne, 'private');
    assert.deepEqual((await listed()).at(-1), { id: created.id, name: 'Udvalg', type: 'private' });
  });

  it('refuses messages to an archived team, and everything about a deleted one', async () => {
    await teams.archiveTeam(team, anne);
    assert.equal((await post()).status, 403);
    assert.equal((await listed()).length, 2);
    await teams.unarchiveTeam(team, anne);
    assert.equal((await post()).status, 201);
    await teams.deleteTeam(team, anne);
    assert.equal((await post()).status, 404);
    await teams.restoreTeam(team, anne);
    assert.equal((await post()).status, 201);
  });

  it('tells of an upgrade as an older version that goes and a newer one that comes', async () => {
    await teams.upgradeBot(team, anne);
    assert.deepEqual(
      bot.heard.slice(-2).map(({ activity: { type, action } }) => [type, action]),
      [
        ['installationUpdate', 'remove-upgrade'],
        ['installationUpdate', 'add-upgrade'],
      ],
    );
  });

  it('is not told where the bot is not installed', async () => {
    await teams.removeBot(team, anne);
    const { length } = bot.heard;
    assert.deepEqual(await teams.archiveTeam(team, anne), []);
    assert.equal(bot.heard.length, length);
  });

  it('is saved', async () => {
    const hidden = await teams.createChannel(team, 'Udvalg', anne, 'shared');
    await teams.deleteChannel(hidden, anne);
    await teams.archiveTeam(team, anne);
    const saved = JSON.parse(JSON.stringify(teams.save()));
    const bots = { id: '28:notatbot', name: 'Notatbot' };
    const again = await startLocalTeams({ botEndpoint: bot.endpoint, port: 0, bot: bots, tenantId: TENANT, saved });
    assert.deepEqual(again.save().directory, teams.save().directory);
    await again.stop();
  });
});
