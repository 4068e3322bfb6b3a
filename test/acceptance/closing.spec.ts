import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import type { Card } from '../../dev/local-teams/card-actions.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';

const CALL = 'Borgerne kan ringe på 12 34 56 78, når de er i tvivl.';
const MENDED = 'Borgerne kan ringe til os, når de er i tvivl.';

describe('closing a round over HTTP', () => {
  let stage: Stage;
  let round: OpenRound;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage();
    round = await openRound(stage.teams, ['Socialområdet', 'Skoleområdet']);
  });
  afterEach(async () => stage.stop());

  async function send(index: number, reply: string, button: string = da.request.send): Promise<void> {
    const department = round.asked[index];
    ok(department);
    const { card } = await stage.teams.press(department.head, department.request, button, { reply });
    match(read(card), new RegExp(`^${da.receipt.heading}`, 'u'));
  }

  /** Waits for a card in the secretariat's channel. */
  async function given(heading: string): Promise<Message> {
    const { teams } = stage;
    return teams.until(
      () =>
        teams
          .threads(round.town.secretariat)
          .flatMap(({ messages }) => messages)
          .find(({ card }) => read(card).startsWith(heading)),
      heading,
    );
  }

  async function pressed(message: Message, button: string, typed: Record<string, string> = {}): Promise<string> {
    const { card, toast } = await stage.teams.press(round.town.secretary, message, button, typed);
    return toast ?? read(card);
  }

  async function fileOn(card: Card | undefined): Promise<Uint8Array> {
    const link = /http[^"]+\/notat\/[\w.-]+/u.exec(JSON.stringify(card))?.[0];
    ok(link);
    const response = await fetch(link);
    equal(response.status, 200);
    return new Uint8Array(await response.arrayBuffer());
  }

  async function complete(): Promise<Message> {
    await send(0, CALL);
    await send(1, 'Vi har skrevet vores breve om, så de er lette at forstå.');
    return given(da.notat.completeHeading);
  }

  it('names who is missing first, and closes without them when the secretariat will', async () => {
    await send(1, 'Vi har skrevet vores breve om, så de er lette at forstå.');
    await stage.teams.write(round.town.secretary, round.town.secretariat, '@Notatbot notat');
    const notat = await given(da.notat.interimHeading);
    const check = await pressed(notat, da.notat.close);
    match(check, /^Før runden afsluttes[\s\S]*Ét fagområde mangler\nSocialområdet/u);
    match(await pressed(notat, da.closing.close), new RegExp(`^${da.closing.underWay().heading}`, 'u'));
    const final = await given(da.notat.finalHeading(1));
    const { rows } = await readNotat(await fileOn(final.card));
    deepEqual(
      rows.map(({ department }) => department),
      ['Socialområdet', 'Skoleområdet'],
    );
  });

  it('asks about what was found, seals the notat, and refuses every answer from then on', async () => {
    const notat = await complete();
    match(await pressed(notat, da.notat.close), /12 34 56 78[\s\S]*Ligner et telefonnummer/u);
    match(await pressed(notat, da.closing.close, { 'finding-0': 'mend' }), /^Før runden afsluttes/u);
    match(
      await pressed(notat, da.closing.close, { 'finding-0': 'keep' }),
      new RegExp(`^${da.closing.underWay().heading}`, 'u'),
    );
    const final = await given(da.notat.finalHeading(1));
    match(read(final.card), /Afsluttet af Karen Lund/u);
    match(read(final.card), /Afsluttet af Karen Lund/u);
    const [social] = round.asked;
    ok(social);
    await stage.teams.until(() => read(social.request.card).includes(da.receipt.locked), 'the closed card');
    ok(!stage.log.some((line) => line.includes('12 34 56 78')));
  });

  it('opens again for a reason, and the next notat says what changed, while the first stays byte for byte', async () => {
    const notat = await complete();
    await pressed(notat, da.notat.close);
    await pressed(notat, da.closing.close, { 'finding-0': 'keep' });
    const first = await given(da.notat.finalHeading(1));
    const sealed = await fileOn(first.card);
    const [social] = round.asked;
    ok(social);
    await stage.teams.until(() => read(social.request.card).includes(da.receipt.locked), 'the closed card');

    match(await pressed(first, da.notat.reopen, { reason: '' }), /Begrundelsen/u);
    match(
      await pressed(first, da.notat.reopen, { reason: 'Telefonnummeret skal ud.' }),
      new RegExp(`^${da.closing.reopening().heading}`, 'u'),
    );
    await stage.teams.until(() => !read(social.request.card).includes(da.receipt.locked), 'the receipt again');
    await stage.teams.press(social.head, social.request, da.receipt.correct);
    await send(0, MENDED);

    await stage.teams.write(round.town.secretary, round.town.secretariat, '@Notatbot notat');
    const { teams } = stage;
    const again = await teams.until(
      () =>
        teams
          .threads(round.town.secretariat)
          .flatMap(({ messages }) => messages)
          .findLast(({ card }) => read(card).startsWith(da.notat.completeHeading) && read(card).includes(MENDED)),
      'the notat with the correction',
    );
    await pressed(again, da.notat.close);
    await pressed(again, da.closing.close);
    const second = await given(da.notat.finalHeading(2));
    notEqual(Buffer.from(await fileOn(second.card)).toString('hex'), Buffer.from(sealed).toString('hex'));
    const { card } = await teams.press(round.town.secretary, first, da.notat.renewLink);
    deepEqual(await fileOn(card), sealed);
  });
});
