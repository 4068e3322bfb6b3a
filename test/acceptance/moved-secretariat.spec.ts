import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel } from '../../dev/local-teams/directory.js';
import { da } from '../../src/text/messages.js';
import { tableStores } from '../application/table-stores.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { newestOfBot, type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { asStored } from './a-town.js';
import { say, shown } from './speaking.js';

/** The channel as people look for it: with its team. */
const NEW = 'Byrådssekretariatet (Rådhuset)';
const REPLY = 'Vi har skrevet vores breve om.';
const { setup, rights, notat, closing } = da;

/** Each step goes on from the one before, as in a round. */
describe('the secretariat moves in the middle of a round', () => {
  let stage: Stage;
  let round: OpenRound;
  let there: Channel;
  /** The cards that were in the old channel. */
  let oldStatus: Message;
  let oldNotat: Message;
  let question: Message;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, ['Socialområdet', 'Skoleområdet']);
    there = stage.teams.addChannel(round.town.team, 'Byrådssekretariatet');
    oldStatus = await inOld('status');
    oldNotat = await inOld('notat');
  });
  after(async () => stage.stop());

  const inOld = (text: string) => say(stage.teams, round.town.secretary, round.town.secretariat, text);
  const inNew = (text: string) => say(stage.teams, round.town.secretary, there, text);

  const press = async (message: Message, verb: string, typed: Record<string, string> = {}) =>
    shown(await stage.teams.press(round.town.secretary, message, { verb }, typed));

  const secretariat = () => tableStores(stage.table).channels.secretariat(round.town.secretary.tenantId);

  async function answer(index: number): Promise<void> {
    const asked = round.asked[index];
    ok(asked);
    await stage.teams.press(asked.head, asked.request, { verb: 'reply.send' }, { reply: REPLY });
  }

  /** Waits for a card in the new channel. */
  function given(heading: string): Promise<Message> {
    const look = () =>
      stage.teams
        .threads(there)
        .flatMap(({ messages }) => messages)
        .find(({ card }) => read(card).startsWith(heading));
    return stage.teams.until(look, heading);
  }

  it('only an administrator moves it, and is asked first: nothing has changed', async () => {
    const [asked] = round.asked;
    ok(asked);
    const refused = await say(stage.teams, asked.head, there, 'tilknyt sekretariatet');
    ok(read(refused.card).startsWith(rights.notAdministrator().heading));
    question = await inNew('tilknyt sekretariatet');
    const { heading, text } = setup.moveSecretariatQuestion('Sekretariatet (Rådhuset)');
    const said = read(question.card);
    ok(said.startsWith(heading) && said.includes(text), said);
    equal((await secretariat())?.address.channelId, round.town.secretariat.id);
  });

  it('when the administrator means it, the new channel is the secretariat’s, and the old one is told where', async () => {
    const moved = await press(question, 'setup.move-secretariat');
    const { heading, text } = setup.secretariatMoved(true);
    ok(moved.startsWith(heading) && moved.includes(text), moved);
    const told = newestOfBot(stage.teams, round.town.secretariat);
    const away = setup.movedAway(NEW);
    ok(read(told.card).startsWith(away.heading) && read(told.card).includes(away.text), read(told.card));
    equal((await secretariat())?.address.channelId, there.id);
    const lines = await tableStores(stage.table).registryAudit.read(round.town.secretary.tenantId);
    const line = lines.find(({ act }) => act === 'secretariat moved');
    deepEqual([line?.by, line?.where], [asStored(round.town.secretary), there.id]);
  });

  it('the old channel’s cards and commands say where it is, after a restart too', async () => {
    await stage.restart();
    const { heading, text } = rights.notSecretariatsChannel(NEW, false);
    for (const [card, verb] of [
      [oldStatus, 'department.show'],
      [oldNotat, 'round.prepare-closing'],
      [oldNotat, 'notat.renew'],
    ] as const) {
      equal(await press(card, verb), `${heading}. ${text}`, verb);
    }
    for (const command of ['status', 'notat', 'ny runde', 'afslut']) {
      const said = read((await inOld(command)).card);
      ok(said.startsWith(heading) && said.includes(text), `${command}: ${said}`);
    }
  });

  it('status, follow-ups and notat work in the new channel', async () => {
    await answer(0);
    const status = await inNew('status');
    ok(read(status.card).includes(da.status.progress(1, 2)), read(status.card));
    const followedUp = await press(status, 'department.show');
    ok(followedUp.startsWith(da.followUp.heading), followedUp);
    const interim = await inNew('notat');
    ok(read(interim.card).startsWith(notat.interimHeading), read(interim.card));
  });

  it('the notat after the last answer and the final notat come to the new channel', async () => {
    await answer(1);
    const complete = await given(notat.completeHeading);
    const check = await press(complete, 'round.prepare-closing');
    ok(check.startsWith(closing.heading), check);
    const underWay = await press(complete, 'round.close');
    ok(underWay.startsWith(closing.underWay().heading), underWay);
    await given(notat.finalHeading(1));
    const left = stage.teams.threads(round.town.secretariat).flatMap(({ messages }) => messages);
    ok(!left.some(({ card }) => read(card).startsWith(notat.completeHeading)));
  });
});
