import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import type { Channel, Person, Team } from '../../local-teams/directory.js';
import { TARGETED_REFUSED } from '../../local-teams/faults.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import {
  callConnector,
  cardMessage,
  message,
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
} from './stand-in-bot.js';

const CARD = {
  type: 'AdaptiveCard',
  actions: [{ type: 'Action.Execute', title: 'Forstået', verb: 'ok' }],
};
const HOUR_MS = 60 * 60 * 1000;
const TARGETED = '?isTargetedActivity=true';

describe('local Teams: targeted messages', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let bo: Person;
  let team: Team;
  let channel: Channel;
  let thread: string;
  /** How far the clock of Teams is ahead. */
  let ahead: number;

  beforeEach(async () => {
    ahead = 0;
    bot = await startStandInBot();
    teams = await startTeamsFor(bot, { now: () => Date.now() + ahead });
    ({ anne, team, channel } = await settle(teams));
    bo = teams.addPerson('Bo Holm');
    const { message: root } = await teams.write(anne, channel, '@Notatbot hjælp');
    thread = root.thread.conversationId;
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const path = (...rest: readonly string[]) => ['conversations', thread, 'activities', ...rest];
  const targeted = (method: string, at: readonly string[], body?: unknown) =>
    callConnector(teams, method, at, body, TARGETED);
  const only = (person: Person, activity: object = message('Ikke gemt')) => ({
    ...activity,
    recipient: { id: person.id, name: person.name },
  });
  const seenBy = (person: Person) =>
    teams.threads(channel).flatMap((each) => teams.messagesSeenBy(person, each).map(({ text }) => text));
  async function post(person: Person, activity?: object): Promise<string> {
    const { status, body } = await targeted('POST', path(), only(person, activity));
    equal(status, 201);
    return body.id;
  }
  const failure = async (method: string, at: readonly string[], body?: unknown, query = TARGETED) => {
    const answer = await callConnector(teams, method, at, body, query);
    return [answer.status, answer.body?.error.code];
  };

  it('are seen by one member alone, and counted as unread for that member alone', async () => {
    teams.markRead(bo, channel);
    await post(anne);
    deepEqual([seenBy(anne), seenBy(bo)], [['@Notatbot hjælp', 'Ikke gemt'], ['@Notatbot hjælp']]);
    deepEqual([teams.unread(anne, channel), teams.unread(bo, channel)], [1, 0]);
    equal(teams.threads(channel)[0]?.messages[1]?.onlyFor, anne);
  });

  it('can begin a thread, where nobody can reply', async () => {
    await targeted('POST', ['conversations', channel.id, 'activities'], only(anne));
    deepEqual(seenBy(bo), ['@Notatbot hjælp']);
    const [, started] = teams.threads(channel);
    ok(started !== undefined);
    await rejects(teams.write(anne, started, 'Hvorfor?'), /nobody can reply to a targeted message/u);
  });

  it('are pressed by that member alone', async () => {
    const id = await post(anne, cardMessage(CARD));
    const shown = teams.threads(channel)[0]?.messages.find((each) => each.id === id);
    ok(shown !== undefined);
    bot.answer = () => ({ status: 200, body: { type: 'application/vnd.microsoft.activity.message', value: 'Godt' } });
    equal((await teams.press(anne, shown, 'Forstået')).toast, 'Godt');
    await rejects(teams.press(bo, shown, 'Forstået'), /is not shown to Bo Holm/u);
  });

  it('notify that member where they mention them, and nobody else whom they mention', async () => {
    const [forAnne, forBo] = [anne, bo].map(({ id, name }) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id, name },
    }));
    await post(anne, { ...message(`${forAnne?.text} og ${forBo?.text}`), entities: [forAnne, forBo] });
    await post(anne);
    deepEqual([teams.feedOf(anne).length, teams.feedOf(bo).length], [1, 0]);
  });

  it('are changed and deleted only as what they are, without naming anyone', async () => {
    const id = await post(anne);
    equal((await targeted('PUT', path(id), message('Rettet'))).status, 200);
    deepEqual(seenBy(anne).at(-1), 'Rettet');
    const gone = [404, 'ActivityNotFoundInConversation'];
    deepEqual(await failure('PUT', path(id), message('Rettet'), ''), gone);
    deepEqual(await failure('PUT', path(id), only(bo)), [400, 'BadArgument']);
    deepEqual(await failure('DELETE', path(id), undefined, ''), gone);
    equal((await targeted('DELETE', path(id))).status, 200);
    deepEqual(seenBy(anne), ['@Notatbot hjælp']);

    const { body: forAll } = await callConnector(teams, 'POST', path(), message('Til alle'));
    deepEqual(await failure('PUT', path(forAll.id), message('Rettet')), gone);
  });

  it('are gone after a day, from the client and for the bot', async () => {
    const tag = `<at>${anne.name}</at>`;
    const entities = [{ type: 'mention', text: tag, mentioned: { id: anne.id, name: anne.name } }];
    const id = await post(anne, { ...message(tag), entities });
    ahead = 23 * HOUR_MS;
    equal((await targeted('PUT', path(id), message('Stadig her'))).status, 200);
    ahead = 24 * HOUR_MS + 1;
    deepEqual(seenBy(anne), ['@Notatbot hjælp']);
    for (const method of ['PUT', 'DELETE'] as const) {
      const body = method === 'PUT' ? message('For sent') : undefined;
      deepEqual(await failure(method, path(id), body), [404, 'ActivityNotFoundInConversation']);
    }
    equal(teams.feedOf(anne)[0]?.message, undefined);
  });

  it('are refused without a recipient, for who is no member, and where all is private anyway', async () => {
    const stranger = teams.addPerson('Kim Fremmed', { tenantId: 'elsewhere' });
    const chat = ['conversations', teams.personalChat(anne).conversationId, 'activities'];
    await teams.removeMember(team, bo, anne);
    const start = { channelData: { channel: { id: channel.id } }, activity: only(anne) };
    for (const [at, body] of [
      [path(), message('Til hvem?')],
      [path(), only(stranger)],
      [path(), only(bo)],
      [chat, only(anne)],
      [['conversations'], start],
    ] as const) {
      deepEqual(await failure('POST', at, body), [400, 'BadArgument']);
    }
    deepEqual(seenBy(anne), ['@Notatbot hjælp']);
  });

  it('can be refused by a plan that leaves other messages alone, until it is taken back', async () => {
    const takeBack = teams.faults.next({ isTargeted: true, times: Number.POSITIVE_INFINITY }, TARGETED_REFUSED);
    const refused = [403, 'THREADACCESSDENIED-209'];
    deepEqual(await failure('POST', path(), only(anne)), refused);
    equal((await callConnector(teams, 'POST', path(), message('Til alle'))).status, 201);
    deepEqual(await failure('POST', path(), only(anne)), refused);
    takeBack();
    equal(teams.faults.pending, 0);
    await post(anne);
  });

  it('are named with their reader when something else was awaited', async () => {
    await post(anne);
    const awaited = teams.until(() => false, 'Godot', { withinMs: 1 });
    await rejects(awaited, ({ message: words }: Error) => {
      match(words, /bot “Ikke gemt” \(only for Anne Jensen\)/u);
      return true;
    });
  });
});
