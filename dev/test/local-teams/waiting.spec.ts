import assert from 'node:assert/strict';
import type { Channel, Person } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import type { Exchange } from '../../local-teams/traffic.js';
import {
  callConnector,
  cardMessage,
  message,
  type StandInBot,
  settle,
  startStandInBot,
  startTeamsFor,
} from './stand-in-bot.js';

describe('local Teams: waiting and watching', () => {
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let channel: Channel;

  beforeEach(async () => {
    bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    ({ anne, channel } = await settle(teams));
  });
  afterEach(async () => {
    await teams.stop();
    await bot.stop();
  });

  const post = (activity: unknown) =>
    callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], activity);

  it('gives a value that is already there', async () => {
    assert.equal(await teams.until(() => 0, 'nothing'), 0);
  });

  it('looks again when something changes, and only then', async () => {
    let looks = 0;
    const awaited = teams.until(() => {
      looks += 1;
      return teams.threads(channel)[1];
    }, 'a second thread');
    assert.equal(looks, 1);
    await post(message('Først'));
    assert.equal(looks, 2);
    await post(message('Anden'));
    assert.equal((await awaited).messages[0]?.text, 'Anden');
    await post(message('Tredje'));
    assert.equal(looks, 3);
  });

  it('notices what a person writes and what one person is shown', async () => {
    const written = teams.until(() => teams.threads(channel)[0]?.messages[0], 'a message');
    await teams.write(anne, channel, 'Hej');
    assert.equal((await written).text, 'Hej');

    const { body } = await post(
      cardMessage({ type: 'AdaptiveCard', actions: [{ type: 'Action.Execute', title: 'Ok' }] }),
    );
    const posted = await teams.until(
      () =>
        teams
          .threads(channel)
          .flatMap(({ messages }) => messages)
          .find(({ id }) => id === body.id),
      'the card',
    );
    bot.answer = () => ({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
    });
    const shown = teams.until(() => teams.cardSeenBy(anne, posted)?.['actions'] === undefined, 'the receipt');
    await teams.press(anne, posted, 'Ok');
    assert.equal(await shown, true);
  });

  it('gives up with what was awaited and what the conversations hold', async () => {
    const card = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Svar ønskes' }] };
    const { body } = await post(cardMessage(card));
    await callConnector(teams, 'PUT', ['conversations', channel.id, 'activities', body.id], cardMessage(card));
    await teams.write(anne, channel, 'Hej');
    await teams.write(anne, teams.personalChat(anne), 'hjælp');
    await assert.rejects(
      teams.until(() => undefined, 'the notat', { withinMs: 1 }),
      {
        message: [
          '1 ms passed while waiting for the notat',
          'The conversations hold:',
          '  Rådhuset / Socialområdet: bot [card “Svar ønskes”] (edited 1×)',
          '  Rådhuset / Socialområdet: Anne Jensen “Hej”',
          '  Anne Jensen: Anne Jensen “hjælp”',
        ].join('\n'),
      },
    );
  });

  it('passes on what the look throws', async () => {
    const awaited = teams.until(() => {
      if (teams.threads(channel).length > 0) throw new Error('too many');
      return undefined;
    }, 'silence');
    const failed = assert.rejects(awaited, { message: 'too many' });
    await post(message('Hej'));
    await failed;
  });

  it('logs every exchange in both directions, and tells listeners until they leave', async () => {
    const seen: Exchange[] = [];
    const leave = teams.onTraffic((exchange) => seen.push(exchange));
    const { body } = await post(message('Hej'));
    await teams.write(anne, channel, '@Notatbot status');
    leave();
    await post(message('Igen'));
    assert.deepEqual(
      seen.map(({ direction, method, path, status, activity }) => [direction, method, path, status, activity?.text]),
      [
        ['from bot', 'POST', `/v3/conversations/${channel.id}/activities`, 201, 'Hej'],
        ['to bot', 'POST', '/api/messages', 200, '<at>Notatbot</at> status'],
      ],
    );
    assert.deepEqual(seen[0]?.body, body);
    assert.deepEqual(teams.traffic.slice(-3, -1), seen);
  });

  it('rejects what still waits when it stops, and stops only once', async () => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const told = new Promise<void>((resolve) => {
      bot.answer = async () => {
        resolve();
        await gate;
        return { status: 200 };
      };
    });
    const awaited = assert.rejects(
      teams.until(() => undefined, 'the notat'),
      /the local Teams stopped while waiting for the notat/u,
    );
    const unanswered = assert.rejects(
      teams.write(anne, channel, '@Notatbot status'),
      /does not answer at .*: the local Teams stopped/u,
    );
    await told;
    await Promise.all([teams.stop(), teams.stop(), awaited, unanswered]);
    letGo();
  });
});
