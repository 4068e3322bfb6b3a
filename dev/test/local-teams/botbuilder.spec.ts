import assert from 'node:assert/strict';
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import type { Channel, Person, Team } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import { type StandInBot, settle, startStandInBot, startTeamsFor, TENANT } from './stand-in-bot.js';

/** The wire format is right when Microsoft's own client can talk to it. */
describe('local Teams: driven by the Bot Framework SDK', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let team: Team;
  let channel: Channel;
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ anne, team, channel } = await settle(teams));
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  async function inTurn(conversationId: string, act: (context: TurnContext) => Promise<void>): Promise<void> {
    const reference = {
      bot: { id: '28:notatbot', name: 'Notatbot' },
      channelId: 'msteams',
      serviceUrl: teams.serviceUrl,
      conversation: { id: conversationId, isGroup: true, conversationType: 'channel', tenantId: TENANT, name: '' },
    } satisfies Partial<ConversationReference>;
    await adapter.continueConversationAsync('', reference, act);
  }

  async function createThread(text: string): Promise<string> {
    let conversationId: string | undefined;
    const parameters = {
      isGroup: true,
      channelData: { channel: { id: channel.id } },
      activity: MessageFactory.text(text),
      bot: { id: '28:notatbot', name: 'Notatbot' },
      tenantId: TENANT,
    };
    // The SDK's type asks for members and a topic, which a thread in a channel has none of.
    const asTyped = parameters as unknown as Parameters<typeof adapter.createConversationAsync>[4];
    await adapter.createConversationAsync('', 'msteams', teams.serviceUrl, '', asTyped, async (context) => {
      conversationId = context.activity.conversation.id;
    });
    assert.ok(conversationId !== undefined);
    return conversationId;
  }

  it('creates a thread, replies in it, updates the reply and deletes it', async () => {
    const conversationId = await createThread('Først');
    const [thread] = teams.threads(channel);
    assert.equal(conversationId, thread?.conversationId);

    let replyId: string | undefined;
    await inTurn(conversationId, async (context) => {
      const card = CardFactory.adaptiveCard({ type: 'AdaptiveCard', body: [] });
      replyId = (await context.sendActivity(MessageFactory.attachment(card)))?.id;
    });
    const reply = thread?.messages[1];
    assert.equal(reply?.id, replyId);
    assert.deepEqual(reply?.card, { type: 'AdaptiveCard', body: [] });

    await inTurn(conversationId, async (context) => {
      await context.updateActivity({ ...MessageFactory.text('Rettet'), id: String(replyId) });
    });
    assert.deepEqual([reply?.text, reply?.card, reply?.edits], ['Rettet', undefined, 1]);

    await inTurn(conversationId, async (context) => context.deleteActivity(String(replyId)));
    assert.deepEqual(
      thread?.messages.map(({ text }) => text),
      ['Først'],
    );
  });

  it('gives the SDK an error with its status and code', async () => {
    const conversationId = await createThread('Først');
    await teams.removeBot(team, anne);
    await inTurn(conversationId, async (context) => {
      await assert.rejects(context.sendActivity('Hej'), { statusCode: 403, code: 'BotNotInConversationRoster' });
    });
  });

  it('answers what TeamsInfo asks', async () => {
    await inTurn(channel.id, async (context) => {
      const details = await TeamsInfo.getTeamDetails(context, team.id);
      assert.equal(details.name, 'Rådhuset');
      assert.equal(details.aadGroupId, team.aadGroupId);

      const channels = await TeamsInfo.getTeamChannels(context, team.id);
      const listed = channels.map(({ id, name }) => [id, name ?? null]);
      assert.deepEqual(listed, [
        [team.id, null],
        [channel.id, 'Socialområdet'],
      ]);

      const page = await TeamsInfo.getPagedTeamMembers(context, team.id, 50);
      assert.deepEqual(
        page.members.map(({ name }) => name),
        ['Anne Jensen'],
      );
      assert.equal(page.continuationToken, undefined);

      const member = await TeamsInfo.getTeamMember(context, team.id, anne.id);
      assert.equal(member.aadObjectId, anne.aadObjectId);
      assert.equal(member.userRole, 'user');
    });
  });

  it('hears what a person writes as the activity that the SDK reads', async () => {
    await teams.write(anne, channel, '@Notatbot tilknyt Socialområdet');
    const wire = bot.heard.at(-1)?.activity;
    const { id, conversation } = wire ?? {};
    assert.equal(conversation?.id, `${channel.id};messageid=${id}`);
    await inTurn(conversation?.id ?? '', async (context) => {
      await context.sendActivity({ type: 'message', text: 'Tilknyttet', replyToId: String(id) });
    });
    assert.deepEqual(
      teams.threads(channel).map(({ messages }) => messages.map(({ text }) => text)),
      [['@Notatbot tilknyt Socialområdet', 'Tilknyttet']],
    );
  });
});
