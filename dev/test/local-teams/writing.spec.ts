import assert from 'node:assert/strict';
import { type LocalTeams, startLocalTeams } from '../../local-teams/local-teams.js';
import { callConnector, type StandInBot, settle, startStandInBot, startTeamsFor, TENANT } from './stand-in-bot.js';

describe('local Teams: what the bot is told', () => {
  let bot: StandInBot;
  let teams: LocalTeams;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  it('tells of an installation in two events', async () => {
    const anne = teams.addPerson('Anne Jensen');
    const team = teams.addTeam('Rådhuset');
    assert.deepEqual(await teams.installBot(team, anne), [200, 200]);
    const [update, installation] = bot.heard.map(({ activity }) => activity);
    assert.equal(update?.type, 'conversationUpdate');
    assert.deepEqual(update.membersAdded, [{ id: '28:notatbot' }]);
    assert.deepEqual(update.channelData, {
      team: { id: team.id, name: 'Rådhuset', aadGroupId: team.aadGroupId },
      tenant: { id: TENANT },
      eventType: 'teamMemberAdded',
    });
    assert.equal(installation?.type, 'installationUpdate');
    assert.equal(installation.action, 'add');
    assert.equal(installation.channelData.settings.selectedChannel.id, team.general.id);
    assert.equal(installation.from?.aadObjectId, anne.aadObjectId);
  });

  it('tells of a removal', async () => {
    const { team, anne } = await settle(teams);
    await teams.removeBot(team, anne);
    const [update, installation] = bot.heard.slice(-2).map(({ activity }) => activity);
    assert.deepEqual(update?.membersRemoved, [{ id: '28:notatbot' }]);
    assert.equal(installation?.action, 'remove');
  });

  it('tells of a person who is removed from a team, and is in its rosters no longer until added again', async () => {
    const { team, channel, anne } = await settle(teams);
    const bo = teams.addPerson('Bo Holm');
    const roster = async () =>
      (await callConnector(teams, 'GET', ['conversations', channel.id, 'members'])).body.length;
    assert.equal(await teams.removeMember(team, bo, anne), 200);
    assert.equal(await roster(), 1);
    assert.equal(await teams.addMember(team, bo, anne), 200);
    assert.equal(await roster(), 2);
    const [removed, added] = bot.heard.slice(-2).map(({ activity }) => activity);
    assert.deepEqual(removed?.membersRemoved, [{ id: bo.id, aadObjectId: bo.aadObjectId }]);
    assert.deepEqual(added?.membersAdded, removed.membersRemoved);
    assert.deepEqual(
      [removed, added].map((update) => [update?.type, update?.channelData.eventType, update?.from?.id]),
      [
        ['conversationUpdate', 'teamMemberRemoved', anne.id],
        ['conversationUpdate', 'teamMemberAdded', anne.id],
      ],
    );
  });

  it('does not tell of a team that the bot is not in', async () => {
    const { anne } = await settle(teams);
    assert.equal(await teams.removeMember(teams.addTeam('Biblioteket'), anne, anne), undefined);
  });

  it('sends a message that mentions the bot, with one entity for each mention', async () => {
    const { anne, channel, team } = await settle(teams);
    const text = '@Notatbot tilknyt A & B, @Notatbot';
    const { message, status } = await teams.write(anne, channel, text);
    assert.equal(status, 200);
    assert.equal(message.text, text);
    const activity = bot.heard.at(-1)?.activity;
    assert.equal(activity?.text, '<at>Notatbot</at> tilknyt A & B, <at>Notatbot</at>');
    const mentions = activity.entities?.filter(({ type }) => type === 'mention');
    const mention = { type: 'mention', mentioned: { id: '28:notatbot', name: 'Notatbot' }, text: '<at>Notatbot</at>' };
    assert.deepEqual(mentions, [mention, mention]);
    assert.match(
      String(activity.attachments?.[0]?.content),
      /itemid="0">Notatbot<\/span> tilknyt A &amp; B.*itemid="1"/u,
    );
    assert.equal(activity.id, message.id);
    assert.equal(activity.serviceUrl, teams.serviceUrl);
    const { id, aadObjectId } = anne;
    assert.deepEqual(activity.from, { id, name: 'Anne Jensen', aadObjectId, tenantId: TENANT });
    assert.deepEqual(activity.conversation, {
      id: `${channel.id};messageid=${message.id}`,
      isGroup: true,
      conversationType: 'channel',
      tenantId: TENANT,
    });
    assert.deepEqual(activity.channelData, {
      teamsChannelId: channel.id,
      teamsTeamId: team.id,
      channel: { id: channel.id },
      team: { id: team.id },
      tenant: { id: TENANT },
    });
    assert.match(String(activity.localTimestamp), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/u);
  });

  it('puts a reply in the thread it answers', async () => {
    const { anne, channel } = await settle(teams);
    const { message: root } = await teams.write(anne, channel, 'Hej');
    await teams.write(anne, root.thread, '@Notatbot status');
    assert.equal(bot.heard.at(-1)?.activity.conversation?.id, `${channel.id};messageid=${root.id}`);
    assert.deepEqual(
      teams.threads(channel).map(({ messages }) => messages.map(({ text }) => text)),
      [['Hej', '@Notatbot status']],
    );
  });

  it('does not tell of a channel message without a mention', async () => {
    const { anne, channel } = await settle(teams);
    const told = bot.heard.length;
    assert.equal((await teams.write(anne, channel, 'Hvad mener I?')).status, undefined);
    assert.equal(bot.heard.length, told);
  });

  it('does not tell a bot that is not in the team', async () => {
    const { anne } = await settle(teams);
    const elsewhere = teams.addTeam('Biblioteket');
    assert.equal((await teams.write(anne, elsewhere.general, '@Notatbot hjælp')).status, undefined);
  });

  it('tells of everything in a personal chat', async () => {
    const anne = teams.addPerson('Anne Jensen');
    await teams.write(anne, teams.personalChat(anne), 'hjælp');
    const activity = bot.heard.at(-1)?.activity;
    assert.equal(activity?.text, 'hjælp');
    assert.equal(activity.conversation?.conversationType, 'personal');
    assert.equal(activity.conversation.isGroup, undefined);
    assert.deepEqual(activity.channelData, { tenant: { id: TENANT } });
  });

  it('carries the home tenant of a person from elsewhere, and the inviting tenant of a guest', async () => {
    const { channel } = await settle(teams);
    const foreigner = teams.addPerson('Kim Fremmed', { tenantId: 'elsewhere' });
    const guest = teams.addPerson('Gry Gæst', { tenantId: 'elsewhere', isGuest: true });
    await teams.write(foreigner, channel, '@Notatbot status');
    await teams.write(guest, channel, '@Notatbot status');
    const tenants = bot.heard
      .slice(-2)
      .map(({ activity }) => [
        activity.channelData.tenant.id,
        activity.from && 'tenantId' in activity.from ? activity.from.tenantId : undefined,
      ]);
    assert.deepEqual(tenants, [
      ['elsewhere', 'elsewhere'],
      [TENANT, TENANT],
    ]);
  });

  it('does not tell of the person’s tenant in a Teams that leaves it out', async () => {
    const silent = await startTeamsFor(bot, { tellsTenant: false });
    try {
      const { anne, channel } = await settle(silent);
      await silent.write(anne, channel, '@Notatbot status');
    } finally {
      await silent.stop();
    }
    const { from } = bot.heard.at(-1)?.activity ?? {};
    assert.deepEqual(Object.keys(from ?? {}), ['id', 'name', 'aadObjectId']);
  });

  it('gives messages numeric ids that only grow', async () => {
    const { anne, channel } = await settle(teams);
    const ids: number[] = [];
    for (let count = 0; count < 50; count += 1) ids.push(Number((await teams.write(anne, channel, 'Hej')).message.id));
    assert.deepEqual(
      ids,
      [...new Set(ids)].sort((one, other) => one - other),
    );
    assert.ok(ids.every((id) => id > 1_700_000_000_000));
  });

  it('reports the status of a bot that fails', async () => {
    const { anne, channel } = await settle(teams);
    bot.answer = () => ({ status: 500, body: { message: 'no' } });
    assert.equal((await teams.write(anne, channel, '@Notatbot status')).status, 500);
  });

  it('says which address does not answer, and goes to the new one when told', async () => {
    const { anne, channel } = await settle(teams);
    const gone = await startStandInBot();
    await gone.stop();
    teams.pointAt(gone.endpoint);
    await assert.rejects(teams.write(anne, channel, '@Notatbot status'), {
      message: `the bot does not answer at ${gone.endpoint}: ECONNREFUSED`,
    });
    assert.equal(teams.traffic.at(-1)?.status, undefined);
    teams.pointAt(bot.endpoint);
    assert.equal((await teams.write(anne, channel, '@Notatbot status')).status, 200);
  });

  it('sends a bearer token when it is given one to send', async () => {
    const signed = await startTeamsFor(bot, { token: async () => 'a.b.c' });
    try {
      await settle(signed);
      assert.equal(bot.heard.at(-1)?.headers.authorization, 'Bearer a.b.c');
    } finally {
      await signed.stop();
    }
    await settle(teams);
    assert.equal(bot.heard.at(-1)?.headers.authorization, undefined);
  });

  it('refuses to start on a busy port, and says which', async () => {
    const port = Number(new URL(teams.serviceUrl).port);
    await assert.rejects(
      startLocalTeams({ botEndpoint: bot.endpoint, port, bot: { id: '28:b', name: 'B' }, tenantId: TENANT }),
      { code: 'EADDRINUSE', port },
    );
  });
});
