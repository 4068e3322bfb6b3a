import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Channel, Person, Team } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import {
  callConnector,
  cardMessage,
  message,
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
  TENANT,
} from './stand-in-bot.js';

describe('local Teams: the Bot Connector', () => {
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

  const call = (method: string, path: readonly string[], body?: unknown, query?: string) =>
    callConnector(teams, method, path, body, query);
  const failure = async (method: string, path: readonly string[], body?: unknown) => {
    const answer = await call(method, path, body);
    return [answer.status, answer.body.error.code];
  };
  const texts = () => teams.threads(channel).map(({ messages }) => messages.map(({ text }) => text));
  const toChannel = (activity: unknown) => ({ isGroup: true, channelData: { channel: { id: channel.id } }, activity });

  const toPerson = (id: string) => ({ isGroup: false, members: [{ id }], tenantId: TENANT });

  describe('POST /v3/conversations', () => {
    it('starts a thread in a channel', async () => {
      const activity = { ...cardMessage({ type: 'AdaptiveCard' }), summary: 'Nyt' };
      const { status, body } = await call('POST', ['conversations'], toChannel(activity));
      assert.equal(status, 201);
      assert.deepEqual(body, { id: `${channel.id};messageid=${body.activityId}`, activityId: body.activityId });
      const [thread] = teams.threads(channel);
      assert.equal(thread?.rootId, body.activityId);
      assert.equal(thread?.conversationId, body.id);
      const [posted] = thread?.messages ?? [];
      assert.equal(posted?.from, 'bot');
      assert.equal(posted.summary, 'Nyt');
      assert.deepEqual(posted.card, { type: 'AdaptiveCard' });
    });

    it('opens the one personal chat with a member, named by either id', async () => {
      const first = await call('POST', ['conversations'], toPerson(anne.id));
      const activity = message('Hej');
      const { tenantId, ...untold } = toPerson(anne.aadObjectId);
      const named = { ...untold, channelData: { tenant: { id: tenantId } }, activity };
      const second = await call('POST', ['conversations'], named);
      assert.equal(first.status, 201);
      assert.equal(first.body.id, teams.personalChat(anne).conversationId);
      assert.equal(second.body.id, first.body.id);
      assert.equal(teams.personalChat(anne).messages[0]?.id, second.body.activityId);
    });

    it('opens no chat under a user principal name, for several people, or without the tenant', async () => {
      const bo = teams.addPerson('Bo Holm');
      const { tenantId: _tenant, ...tenantless } = toPerson(anne.id);
      for (const wanted of [
        toPerson(anne.email),
        { ...toPerson(anne.id), isGroup: true },
        { ...toPerson(anne.id), members: [{ id: anne.id }, { id: bo.id }] },
        { ...toPerson(anne.id), tenantId: 'elsewhere' },
        tenantless,
      ]) {
        assert.deepEqual(await failure('POST', ['conversations'], wanted), [400, 'BadSyntax']);
      }
      assert.deepEqual(teams.personalChat(anne).messages, []);
    });

    it('opens a chat only with who is in a team that has the bot, or has written to it', async () => {
      const stranger = teams.addPerson('Kim Fremmed', { tenantId: 'elsewhere' });
      const open = async (person: Person) => (await call('POST', ['conversations'], toPerson(person.id))).status;
      const refused = [403, 'BotNotInConversationRoster'];
      assert.deepEqual(await failure('POST', ['conversations'], toPerson(stranger.id)), refused);
      assert.equal(await open(anne), 201);
      await teams.removeMember(team, anne, anne);
      assert.deepEqual(await failure('POST', ['conversations'], toPerson(anne.id)), refused);
      await teams.addMember(team, anne, anne);
      await teams.removeBot(team, anne);
      assert.deepEqual(await failure('POST', ['conversations'], toPerson(anne.id)), refused);
      await teams.write(anne, teams.personalChat(anne), 'Hej');
      assert.equal(await open(anne), 201);
    });

    it('refuses a thread without an activity, and anything for nobody', async () => {
      assert.deepEqual(await failure('POST', ['conversations'], toChannel(undefined)), [400, 'BadSyntax']);
      assert.deepEqual(await failure('POST', ['conversations'], toPerson('29:x')), [400, 'BadSyntax']);
      assert.deepEqual(await failure('POST', ['conversations']), [400, 'BadSyntax']);
      const nowhere = { channelData: { channel: { id: '19:x@thread.tacv2' } }, activity: message('x') };
      assert.deepEqual(await failure('POST', ['conversations'], nowhere), [404, 'ConversationNotFound']);
    });
  });

  describe('POST …/activities', () => {
    it('replies in a thread, and starts one in a channel', async () => {
      const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
      const reply = await call('POST', ['conversations', thread.id, 'activities'], message('Svar'));
      assert.equal(reply.status, 201);
      assert.equal(teams.threads(channel)[0]?.messages[1]?.id, reply.body.id);
      await call('POST', ['conversations', channel.id, 'activities'], message('Anden'));
      assert.deepEqual(texts(), [['Først', 'Svar'], ['Anden']]);
    });

    it('writes in a personal chat that was opened before', async () => {
      const { body: chat } = await call('POST', ['conversations'], toPerson(anne.id));
      const { status, body } = await call(
        'POST',
        ['conversations', chat.id, 'activities'],
        message('Din frist nærmer sig'),
      );
      assert.equal(status, 201);
      const [written] = teams.personalChat(anne).messages;
      assert.deepEqual([written?.id, written?.from, written?.text], [body.id, 'bot', 'Din frist nærmer sig']);
    });

    it('refuses to write to a person who has blocked the bot, until they let it again', async () => {
      const { body: chat } = await call('POST', ['conversations'], toPerson(anne.id));
      const path = ['conversations', chat.id, 'activities'];
      const { body: before } = await call('POST', path, message('Før'));
      for (const code of ['ConversationBlockedByUser', 'MessageWritesBlocked'] as const) {
        teams.blockBot(anne, code);
        assert.deepEqual(await failure('POST', path, message('Imens')), [403, code]);
        assert.deepEqual(await failure('POST', [...path, before.id], message('Imens')), [403, code]);
        const withActivity = { ...toPerson(anne.id), activity: message('Imens') };
        assert.deepEqual(await failure('POST', ['conversations'], withActivity), [403, code]);
      }
      assert.equal(teams.blocksBot(anne), true);
      assert.equal((await call('POST', ['conversations'], toPerson(anne.id))).body.id, chat.id);
      assert.equal((await call('POST', ['conversations', channel.id, 'activities'], message('Til alle'))).status, 201);
      assert.equal((await call('PUT', [...path, before.id], message('Rettet'))).status, 200);
      teams.unblockBot(anne);
      assert.equal((await call('POST', path, message('Efter'))).status, 201);
      const written = teams.personalChat(anne).messages.map(({ text }) => text);
      assert.deepEqual(written, ['Rettet', 'Efter']);
      assert.equal(teams.feedOf(anne).length, 2);
    });

    it('adds to a thread whose first message is deleted', async () => {
      const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
      await call('POST', ['conversations', thread.id, 'activities'], message('Svar'));
      await call('DELETE', ['conversations', thread.id, 'activities', thread.activityId]);
      assert.equal((await call('POST', ['conversations', thread.id, 'activities'], message('Notits'))).status, 201);
      assert.deepEqual(texts(), [['Svar', 'Notits']]);
    });

    it('takes an indication of typing, and shows nothing', async () => {
      const answer = await call('POST', ['conversations', channel.id, 'activities'], { type: 'typing' });
      assert.equal(answer.status, 201);
      assert.deepEqual(texts(), []);
    });

    it('refuses what is no message', async () => {
      const path = ['conversations', channel.id, 'activities'];
      assert.deepEqual(await failure('POST', path, { type: 'event' }), [400, 'BadArgument']);
      assert.deepEqual(await failure('POST', path, { type: 'message' }), [400, 'BadSyntax']);
      assert.deepEqual(await failure('POST', path, cardMessage('no card')), [400, 'BadSyntax']);
    });

    it('knows neither channels nor threads that are not there', async () => {
      const path = (id: string) => ['conversations', id, 'activities'];
      assert.deepEqual(await failure('POST', path('19:x@thread.tacv2'), message('x')), [404, 'ConversationNotFound']);
      const thread = `${channel.id};messageid=1`;
      assert.deepEqual(await failure('POST', path(thread), message('x')), [404, 'ConversationNotFound']);
    });
  });

  describe('POST …/activities/:id', () => {
    it('replies in the thread, even to an activity nobody knows', async () => {
      const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
      const known = ['conversations', thread.id, 'activities', thread.activityId];
      const unknown = ['conversations', thread.id, 'activities', '1d3f4d4e'];
      assert.equal((await call('POST', known, message('Et'))).status, 201);
      assert.equal((await call('POST', unknown, message('To'))).status, 201);
      assert.deepEqual(texts(), [['Først', 'Et', 'To']]);
    });

    it('in a channel as a whole, needs a message that is there', async () => {
      const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
      const path = (id: string) => ['conversations', channel.id, 'activities', id];
      assert.equal((await call('POST', path(thread.activityId), message('Et'))).status, 201);
      const unknown = await failure('POST', path('1d3f4d4e'), message('To'));
      assert.deepEqual(unknown, [404, 'ActivityNotFoundInConversation']);
      assert.deepEqual(texts(), [['Først', 'Et']]);
    });
  });

  describe('PUT and DELETE …/activities/:id', () => {
    it('update and delete the bot’s own message', async () => {
      const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
      const path = ['conversations', thread.id, 'activities', thread.activityId];
      const updated = await call('PUT', path, message('Rettet'));
      assert.equal(updated.status, 200);
      assert.deepEqual(updated.body, { id: thread.activityId });
      assert.deepEqual(texts(), [['Rettet']]);
      assert.equal(teams.threads(channel)[0]?.messages[0]?.edits, 1);
      assert.equal((await call('DELETE', path)).status, 200);
      assert.deepEqual(texts(), []);
      assert.deepEqual(await failure('PUT', path, message('x')), [404, 'ActivityNotFoundInConversation']);
    });

    it('delete a reply for everyone, and leave the rest of its thread', async () => {
      const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
      const path = ['conversations', thread.id, 'activities'];
      const { body: reply } = await call('POST', path, message('Svar'));
      await call('POST', path, message('Videre'));
      assert.equal(teams.unread(anne, channel), 3);
      assert.equal((await call('DELETE', [...path, reply.id])).status, 200);
      assert.deepEqual(texts(), [['Først', 'Videre']]);
      assert.equal(teams.unread(anne, channel), 2);
      assert.equal(JSON.stringify(teams.save()).includes('Svar'), false);
    });

    it('delete in a personal chat as well', async () => {
      const path = ['conversations', teams.personalChat(anne).conversationId, 'activities'];
      const { body: posted } = await call('POST', path, message('Hej'));
      assert.equal((await call('DELETE', [...path, posted.id])).status, 200);
      assert.deepEqual(teams.personalChat(anne).messages, []);
    });

    it('do not find what was never there, or is deleted already', async () => {
      const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
      const path = ['conversations', thread.id, 'activities'];
      const missing = [404, 'ActivityNotFoundInConversation'];
      assert.deepEqual(await failure('DELETE', [...path, '1']), missing);
      await call('DELETE', [...path, thread.activityId]);
      assert.deepEqual(await failure('DELETE', [...path, thread.activityId]), missing);
      assert.deepEqual(await failure('PUT', [...path, thread.activityId], message('x')), missing);
      const nowhere = ['conversations', '19:x@thread.tacv2', 'activities', '1'];
      assert.deepEqual(await failure('DELETE', nowhere), [404, 'ConversationNotFound']);
    });

    it('leave nothing to press on a deleted card', async () => {
      const action = { type: 'Action.Execute', title: 'Send', verb: 'send' };
      const card = cardMessage({ type: 'AdaptiveCard', actions: [action] });
      const { body: thread } = await call('POST', ['conversations'], toChannel(card));
      const [posted] = teams.threads(channel)[0]?.messages ?? [];
      assert.ok(posted !== undefined);
      await call('DELETE', ['conversations', thread.id, 'activities', thread.activityId]);
      await assert.rejects(teams.press(anne, posted, 'Send'), /is deleted/u);
    });

    it('refuse a message of someone else', async () => {
      const { message: written } = await teams.write(anne, channel, 'Mit');
      const path = ['conversations', written.thread.conversationId, 'activities', written.id];
      assert.deepEqual(await failure('PUT', path, message('x')), [403, 'NotEnoughPermissions']);
      assert.deepEqual(await failure('DELETE', path), [403, 'NotEnoughPermissions']);
      assert.deepEqual(texts(), [['Mit']]);
    });

    it('do not find a message by another thread, or by its conversation’s id', async () => {
      const { body: one } = await call('POST', ['conversations'], toChannel(message('Et')));
      const { body: two } = await call('POST', ['conversations'], toChannel(message('To')));
      const missing = [404, 'ActivityNotFoundInConversation'];
      const crossed = ['conversations', two.id, 'activities', one.activityId];
      assert.deepEqual(await failure('PUT', crossed, message('x')), missing);
      assert.deepEqual(await failure('PUT', ['conversations', one.id, 'activities', one.id], message('x')), missing);
    });

    it('find a message by its channel as a whole', async () => {
      const { body: one } = await call('POST', ['conversations'], toChannel(message('Et')));
      const path = (id: string) => ['conversations', id, 'activities', one.activityId];
      assert.equal((await call('PUT', path(channel.id), message('Rettet'))).status, 200);
      const missing = [404, 'ActivityNotFoundInConversation'];
      assert.deepEqual(await failure('PUT', path(team.general.id), message('x')), missing);
    });
  });

  describe('rosters', () => {
    it('list the tenant’s people and its guests, and no one from elsewhere', async () => {
      teams.addPerson('Gry Gæst', { tenantId: 'elsewhere', isGuest: true });
      teams.addPerson('Kim Fremmed', { tenantId: 'elsewhere' });
      const { status, body } = await call('GET', ['conversations', channel.id, 'members']);
      assert.equal(status, 200);
      assert.deepEqual(body[0], {
        id: anne.id,
        name: 'Anne Jensen',
        objectId: anne.aadObjectId,
        aadObjectId: anne.aadObjectId,
        givenName: 'Anne',
        surname: 'Jensen',
        email: 'anne.jensen@kommune.example',
        userPrincipalName: 'anne.jensen@kommune.example',
        tenantId: TENANT,
        userRole: 'user',
      });
      const roles = body.map(({ name, userRole }: { name: string; userRole: string }) => [name, userRole]);
      assert.deepEqual(roles, [
        ['Anne Jensen', 'user'],
        ['Gry Gæst', 'guest'],
      ]);
    });

    it('give one member by either id', async () => {
      const stranger = teams.addPerson('Kim Fremmed', { tenantId: 'elsewhere' });
      const path = (id: string) => ['conversations', channel.id, 'members', id];
      assert.equal((await call('GET', path(anne.id))).body.name, 'Anne Jensen');
      assert.equal((await call('GET', path(anne.aadObjectId))).body.name, 'Anne Jensen');
      assert.deepEqual(await failure('GET', path(stranger.id)), [404, 'MemberNotFoundInConversation']);
    });

    it('hold only the person in a personal chat', async () => {
      teams.addPerson('Bo Holm');
      const { body } = await call('GET', ['conversations', teams.personalChat(anne).conversationId, 'members']);
      assert.deepEqual(
        body.map(({ name }: { name: string }) => name),
        ['Anne Jensen'],
      );
    });

    it('page through everyone once, whatever page size is asked for', async () => {
      for (let count = 1; count < 620; count += 1) teams.addPerson(`Person ${count}`);
      const path = ['conversations', channel.id, 'pagedmembers'];
      await fc.assert(
        fc.asyncProperty(fc.option(fc.integer({ min: 0, max: 700 }), { nil: undefined }), async (asked) => {
          const size = Math.min(Math.max(asked ?? 200, 50), 500);
          const sizes: number[] = [];
          const seen = new Set<string>();
          for (let token: string | undefined = ''; token !== undefined; ) {
            const query = new URLSearchParams();
            if (asked !== undefined) query.set('pageSize', String(asked));
            if (token !== '') query.set('continuationToken', token);
            const { body } = await call('GET', path, undefined, `?${query}`);
            sizes.push(body.members.length);
            for (const { id } of body.members) seen.add(id);
            token = body.continuationToken;
          }
          assert.equal(seen.size, 620);
          assert.equal(
            sizes.reduce((sum, each) => sum + each),
            620,
          );
          assert.ok(sizes.slice(0, -1).every((each) => each === size));
        }),
        { numRuns: 15 },
      );
    });

    it('refuse a token they did not give', async () => {
      const query = '?continuationToken=bm9uc2Vuc2U';
      assert.equal((await call('GET', ['conversations', channel.id, 'pagedmembers'], undefined, query)).status, 400);
    });
  });

  describe('teams', () => {
    it('are described', async () => {
      const { body } = await call('GET', ['teams', team.id]);
      assert.deepEqual(body, {
        id: team.id,
        name: 'Rådhuset',
        aadGroupId: team.aadGroupId,
        type: 'standard',
        tenantId: TENANT,
        channelCount: 2,
        memberCount: 1,
      });
    });

    it('list their channels, General by the team’s id and without a name', async () => {
      const { body } = await call('GET', ['teams', team.id, 'conversations']);
      assert.deepEqual(body, {
        conversations: [
          { id: team.id, name: null, type: 'standard' },
          { id: channel.id, name: 'Socialområdet', type: 'standard' },
        ],
      });
      assert.equal(team.general.id, team.id);
    });

    it('that are unknown are not found', async () => {
      assert.deepEqual(await failure('GET', ['teams', '19:x@thread.tacv2']), [404, 'ConversationNotFound']);
    });
  });

  it('refuses everything in a team that the bot is not in', async () => {
    const { body: thread } = await call('POST', ['conversations'], toChannel(message('Først')));
    await teams.removeBot(team, anne);
    const refused = [403, 'BotNotInConversationRoster'];
    assert.deepEqual(await failure('POST', ['conversations'], toChannel(message('x'))), refused);
    assert.deepEqual(await failure('POST', ['conversations', thread.id, 'activities'], message('x')), refused);
    const posted = ['conversations', thread.id, 'activities', thread.activityId];
    assert.deepEqual(await failure('PUT', posted, message('x')), refused);
    assert.deepEqual(await failure('GET', ['conversations', channel.id, 'members']), refused);
    assert.deepEqual(await failure('GET', ['teams', team.id]), refused);
    assert.deepEqual(texts(), [['Først']]);
    await teams.installBot(team, anne);
    assert.equal((await call('POST', ['conversations', thread.id, 'activities'], message('x'))).status, 201);
  });

  it('takes a body of 100 KB counted as UTF-16, and nothing above', async () => {
    const room = 51_200 - JSON.stringify(message('')).length;
    const path = ['conversations', channel.id, 'activities'];
    assert.equal((await call('POST', path, message('å'.repeat(room)))).status, 201);
    assert.deepEqual(await failure('POST', path, message('å'.repeat(room + 1))), [413, 'MessageSizeTooBig']);
    assert.deepEqual(await failure('POST', path, message('x'.repeat(2_000_000))), [413, 'MessageSizeTooBig']);
  });

  it('takes plain JSON only', async () => {
    const url = `${teams.serviceUrl}v3/conversations`;
    const status = async (headers: Record<string, string>, body: string) =>
      (await fetch(url, { method: 'POST', headers, body })).status;
    assert.equal(await status({ 'content-type': 'text/plain' }, '{}'), 415);
    assert.equal(await status({ 'content-type': 'application/json', 'content-encoding': 'gzip' }, 'x'), 415);
    assert.equal(await status({ 'content-type': 'application/json' }, '{'), 400);
  });

  it('knows no other operations', async () => {
    assert.deepEqual(await failure('GET', ['conversations']), [404, 'NotFound']);
    assert.deepEqual(await failure('PATCH', ['teams', team.id], {}), [404, 'NotFound']);
    assert.equal((await fetch(`${teams.serviceUrl}v3/%E0%A4%A`)).status, 400);
  });
});
