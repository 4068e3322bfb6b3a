import assert from 'node:assert/strict';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import { type StandInBot, settle, startStandInBot, startTeamsFor } from './stand-in-bot.js';

describe('local Teams: whom a message mentions', () => {
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

  const heard = () => bot.heard.at(-1)?.activity;
  const mentioned = () =>
    heard()
      ?.entities?.filter(({ type }) => type === 'mention')
      .map(({ mentioned: { id }, text }) => [id, text]);

  it('is the bot, and every member it names, in their order', async () => {
    const { anne, channel } = await settle(teams);
    const karen = teams.addPerson('Karen Hansen');
    await teams.write(anne, channel, '@Notatbot chef @Karen Hansen og @Anne Jensen');
    assert.equal(heard()?.text, '<at>Notatbot</at> chef <at>Karen Hansen</at> og <at>Anne Jensen</at>');
    assert.deepEqual(mentioned(), [
      ['28:notatbot', '<at>Notatbot</at>'],
      [karen.id, '<at>Karen Hansen</at>'],
      [anne.id, '<at>Anne Jensen</at>'],
    ]);
    assert.match(
      String(heard()?.attachments?.[0]?.content),
      /itemid="0">Notatbot<.* chef .*itemid="1">Karen Hansen<.*itemid="2">Anne Jensen</u,
    );
  });

  it('is the one with the longer name, of two that fit', async () => {
    const { anne, channel } = await settle(teams);
    const long = teams.addPerson('Anne Jensen Holm');
    await teams.write(anne, channel, '@Notatbot chef @Anne Jensen Holm');
    assert.deepEqual(mentioned()?.[1], [long.id, '<at>Anne Jensen Holm</at>']);
  });

  it('is nobody who is no member, nor a name without an @', async () => {
    const { anne, channel } = await settle(teams);
    teams.addPerson('Tom Berg', { tenantId: 'nabokommunen' });
    await teams.write(anne, channel, '@Notatbot chef @Tom Berg Anne Jensen');
    assert.equal(heard()?.text, '<at>Notatbot</at> chef @Tom Berg Anne Jensen');
    assert.equal(mentioned()?.length, 1);
  });

  it('does not tell the bot of a message that mentions only others', async () => {
    const { anne, channel } = await settle(teams);
    const told = bot.heard.length;
    await teams.write(anne, channel, '@Anne Jensen, ser du på det?');
    assert.equal(bot.heard.length, told);
  });
});
