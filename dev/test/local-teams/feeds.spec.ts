import { deepEqual, equal, ok } from 'node:assert/strict';
import { PATIENT } from '../../../test/support/patience.js';
import type { Channel, Person, Team } from '../../local-teams/directory.js';
import { type LocalTeams, startLocalTeams } from '../../local-teams/local-teams.js';
import { parseSavedTeams } from '../../local-teams/saved-teams.js';
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

const KAREN = '<at>Karen Hansen</at>';
const text = (words: string) => ({ type: 'TextBlock', text: words });

describe('local Teams: the activity feed', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let karen: Person;
  let team: Team;
  let channel: Channel;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ anne, team, channel } = await settle(teams));
    karen = teams.addPerson('Karen Hansen');
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const mention = (id: string, tag = KAREN) => ({
    type: 'mention',
    text: tag,
    mentioned: { id, name: 'Karen Hansen' },
  });
  const card = (body: readonly unknown[], entities: readonly unknown[] = [mention(karen.id)]) => ({
    type: 'AdaptiveCard',
    body,
    msteams: { entities },
  });
  async function post(activity: unknown, to = channel.id): Promise<string> {
    const { status, body } = await callConnector(teams, 'POST', ['conversations', to, 'activities'], activity);
    equal(status, 201);
    return body.id;
  }
  const update = (id: string, activity: unknown) =>
    callConnector(teams, 'PUT', ['conversations', channel.id, 'activities', id], activity);
  const notified = () => teams.people.filter((person) => teams.feedOf(person).length > 0).map(({ name }) => name);
  const summaries = (person: Person) => teams.feedOf(person).map(({ summary }) => summary);

  describe('a mention on a new card', () => {
    it('notifies the person, with what a phone shows and where it leads', async () => {
      const id = await post({ ...cardMessage(card([text(`Kære ${KAREN}, svar i dag`)])), summary: 'Fristen er i dag' });
      const [item, ...more] = teams.feedOf(karen);
      deepEqual(more, []);
      ok(item !== undefined);
      equal(item.person, karen);
      equal(item.why, 'mention');
      equal(item.message?.id, id);
      equal(item.conversation, teams.threads(channel)[0]);
      equal(item.summary, 'Fristen er i dag');
      equal(item.at.getTime(), Number(id));
      equal(item.isRead, false);
      deepEqual(notified(), ['Karen Hansen']);
    });

    it('takes the connector’s id, the Entra object id and the user principal name', async () => {
      for (const id of [karen.id, karen.aadObjectId, karen.email])
        await post(cardMessage(card([text(KAREN)], [mention(id)])));
      equal(teams.feedOf(karen).length, 3);
    });

    for (const [where, part] of [
      ['a text block in a container', { type: 'Container', items: [text(`Til ${KAREN}`)] }],
      ['the title of a fact', { type: 'FactSet', facts: [{ title: KAREN, value: 'mangler' }] }],
      ['the value of a fact', { type: 'FactSet', facts: [{ title: 'Mangler', value: KAREN }] }],
    ] as const) {
      it(`counts in ${where}`, async () => {
        await post(cardMessage(card([part])));
        deepEqual(notified(), ['Karen Hansen']);
      });
    }

    for (const [where, part] of [
      ['a rich text', { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: KAREN }] }],
      ['a field', { type: 'Input.Text', id: 'svar', label: KAREN, value: KAREN }],
      ['a button', { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: KAREN }] }],
      [
        'a card that a button shows',
        { type: 'ActionSet', actions: [{ type: 'Action.ShowCard', card: { body: [text(KAREN)] } }] },
      ],
      ['what is hidden', { type: 'Container', isVisible: false, items: [text(KAREN)] }],
      ['a fallback', { type: 'Table', fallback: text(KAREN) }],
      ['a text that is not the same to the letter', text('<at>Karen hansen</at>')],
      ['a text without the tags', text('Karen Hansen')],
    ] as const) {
      it(`does not count in ${where}`, async () => {
        await post(cardMessage({ ...card([part]), fallbackText: KAREN }));
        deepEqual(notified(), []);
      });
    }

    it('is nothing without its entity, or with one that lacks something', async () => {
      const { text: _text, ...textless } = mention(karen.id);
      const { mentioned: _who, ...nobody } = mention(karen.id);
      const bare = mention(karen.id, 'Karen Hansen');
      const entities = [
        textless,
        nobody,
        bare,
        { ...mention(karen.id), type: 'clientInfo' },
        { ...mention(''), mentioned: {} },
      ];
      await post(cardMessage(card([text(KAREN)], entities)));
      await post(cardMessage({ type: 'AdaptiveCard', body: [text(KAREN)] }));
      await post({ ...cardMessage({ type: 'AdaptiveCard', body: [text(KAREN)] }), entities: [mention(karen.id)] });
      deepEqual(notified(), []);
    });

    it('notifies nobody who is not in the team', async () => {
      const stranger = teams.addPerson('Kim Fremmed', { tenantId: 'elsewhere' });
      await teams.removeMember(team, karen, anne);
      await post(cardMessage(card([text(KAREN)], [mention(karen.id), mention(stranger.id), mention('29:nobody')])));
      deepEqual(notified(), []);
    });

    it('notifies each person once, however often they are named', async () => {
      const entities = [mention(karen.id), mention(karen.email), mention(anne.id, '<at>Anne Jensen</at>')];
      await post(cardMessage(card([text(`${KAREN} ${KAREN} <at>Anne Jensen</at>`)], entities)));
      deepEqual([teams.feedOf(karen).length, teams.feedOf(anne).length], [1, 1]);
    });

    it('notifies in a reply as in a new thread', async () => {
      const { message: root } = await teams.write(anne, channel, '@Notatbot hjælp');
      await post(cardMessage(card([text(KAREN)])), root.thread.conversationId);
      equal(teams.feedOf(karen)[0]?.conversation, root.thread);
    });
  });

  describe('a mention in a text', () => {
    it('notifies if the text holds it', async () => {
      await post({ ...message(`${KAREN} mangler`), entities: [mention(karen.id)] });
      await post({ ...message('Karen Hansen mangler'), entities: [mention(karen.id)] });
      deepEqual(summaries(karen), ['Karen Hansen mangler']);
    });
  });

  it('is told of nothing by an update', async () => {
    const id = await post(cardMessage({ type: 'AdaptiveCard', body: [] }));
    equal((await update(id, cardMessage(card([text(KAREN)])))).status, 200);
    equal((await update(id, { ...message(KAREN), entities: [mention(karen.id)] })).status, 200);
    deepEqual(notified(), []);
  });

  it('is told of no post in a channel that mentions nobody', async () => {
    await post(message('Runden er begyndt'));
    await post({ ...cardMessage(card([text('Til alle')])), summary: 'Runden er begyndt' });
    deepEqual(notified(), []);
  });

  it('is told of every message of the bot in the person’s own chat, and of nobody else there', async () => {
    const chat = teams.personalChat(karen);
    await teams.write(karen, chat, 'status');
    await post(message('Hej'), chat.conversationId);
    await post(
      cardMessage(card([text('<at>Anne Jensen</at>')], [mention(anne.id, '<at>Anne Jensen</at>')])),
      chat.conversationId,
    );
    deepEqual(
      teams.feedOf(karen).map(({ why, conversation }) => [why, conversation]),
      [
        ['chat', chat],
        ['chat', chat],
      ],
    );
    deepEqual(notified(), ['Karen Hansen']);
  });

  it('shows the newest first, each by its summary, or else by what the card or the text says', async () => {
    const chat = teams.personalChat(karen).conversationId;
    const withText = card([text(`Til ${KAREN}`), text('Svar nu')]);
    await post({ ...cardMessage({ ...withText, fallbackText: 'Åbn Teams' }), summary: 'Du mangler at svare' }, chat);
    await post(cardMessage({ ...withText, fallbackText: 'Åbn Teams' }), chat);
    await post(cardMessage(withText), chat);
    await post(message('Hej'), chat);
    deepEqual(summaries(karen), ['Hej', 'Til Karen Hansen Svar nu', 'Åbn Teams', 'Du mangler at svare']);
  });

  it('is read once the person has read the channel', async () => {
    const isRead = () => teams.feedOf(karen).map((item) => item.isRead);
    await post(cardMessage(card([text(KAREN)])));
    teams.markRead(anne, channel);
    teams.markRead(karen, team.general);
    deepEqual(isRead(), [false]);
    teams.markRead(karen, channel);
    deepEqual(isRead(), [true]);
    await post(cardMessage(card([text(KAREN)])));
    deepEqual(isRead(), [false, true]);
  });

  it('keeps the line of a message that is deleted, which can be read and opens nothing', async () => {
    const id = await post({ ...message(KAREN), entities: [mention(karen.id)] });
    await callConnector(teams, 'DELETE', ['conversations', channel.id, 'activities', id]);
    teams.markRead(karen, channel);
    deepEqual(
      teams.feedOf(karen).map(({ summary, message: opened, isRead }) => [summary, opened, isRead]),
      [['Karen Hansen', undefined, true]],
    );
  });

  it('is saved with the rest', async () => {
    await post({ ...message(KAREN), entities: [mention(karen.id)] });
    await post(cardMessage(card([text(KAREN)])));
    teams.markRead(karen, channel);
    await post(message('Hej'), teams.personalChat(karen).conversationId);
    const saved = parseSavedTeams(JSON.stringify(teams.save()));
    ok(saved !== undefined);
    const account = { id: '28:notatbot', name: 'Notatbot' };
    const options = { botEndpoint: bot.endpoint, port: 0, bot: account, tenantId: TENANT };
    const again = await startLocalTeams({ ...options, saved, ...PATIENT });
    try {
      const shown = (each: LocalTeams) =>
        each
          .feedOf(karen)
          .map(({ summary, isRead, at, message: told }) => [summary, isRead, at, told?.id, told?.mentions]);
      deepEqual(shown(again), shown(teams));
      equal(shown(again).length, 3);
      const { feeds: _feeds, ...earlier } = saved;
      ok(parseSavedTeams(JSON.stringify(earlier)) !== undefined);
    } finally {
      await again.stop();
    }
  });
});
