import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Browser, Locator } from 'playwright-core';
import { BROWSER_TEST_MS, shareBrowser } from '../../../test/browser/shared-browser.js';
import { type Device, openTeams, type TeamsWindow } from '../../../test/browser/teams-window.js';
import { PATIENT } from '../../../test/support/patience.js';
import type { Channel, Person } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import { startTeamsWithPage } from '../../local-teams/teams-page.js';
import {
  callConnector,
  cardMessage,
  continues,
  message,
  type StandInBot,
  settle,
  startStandInBot,
  TENANT,
} from './stand-in-bot.js';

const HEADING = 'Spørgsmål';
const OPEN = 'Skriv i stort felt';
const FIELD = 'Jeres svar';
const field = (value: string) => ({ type: 'Input.Text', id: 'svar', label: FIELD, isMultiline: true, value });
const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: HEADING, style: 'heading' }, field('')],
  actions: [{ type: 'Action.Submit', title: OPEN, data: { round: 'r1', msteams: { type: 'task/fetch' } } }],
};
const NEW_CARD = { ...CARD, body: [...CARD.body, { type: 'TextBlock', text: 'En kollega har svaret' }] };
const SEND = { type: 'Action.Submit', title: 'Send', data: { round: 'r1' } };
const IN_DIALOG = { type: 'AdaptiveCard', version: '1.5', body: [field('Halvt')], actions: [SEND] };
const PROBLEM = { ...IN_DIALOG, body: [{ type: 'TextBlock', text: 'Svaret er for kort' }, field('Halvt og mere')] };

describe('local Teams: dialogs and targeted messages in a browser', function () {
  this.timeout(BROWSER_TEST_MS);
  let browser: Browser;
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let channel: Channel;
  let posted: string;
  let shown: TeamsWindow | undefined;

  before(async function () {
    browser = await shareBrowser(this);
  });
  beforeEach(async () => {
    bot = await startStandInBot();
    const account = { id: '28:notatbot', name: 'Notatbot' };
    teams = await startTeamsWithPage({
      botEndpoint: bot.endpoint,
      port: 0,
      bot: account,
      tenantId: TENANT,
      ...PATIENT,
    });
    ({ anne, channel } = await settle(teams));
    const { body } = await callConnector(teams, 'POST', path(), cardMessage(CARD));
    posted = body.id;
    bot.answer = () => continues(IN_DIALOG);
  });
  afterEach(async () => {
    try {
      await shown?.close();
    } finally {
      shown = undefined;
      await teams.stop();
      await bot.stop();
    }
  });

  const path = (...rest: readonly string[]) => ['conversations', channel.id, 'activities', ...rest];
  const heard = () => bot.heard.at(-1)?.activity;
  async function open(device: Device = 'desktop'): Promise<TeamsWindow> {
    shown = await openTeams(browser, teams.serviceUrl, { person: anne.name, device });
    await shown.open(channel.name);
    return shown;
  }
  async function openDialog(device: Device = 'desktop') {
    const window = await open(device);
    await window.card(HEADING).press(OPEN);
    await window.dialog().hasTitle('Skriv svar');
    return window;
  }
  const hasFocus = async ({ page }: TeamsWindow, target: Locator) =>
    (await target.and(page.locator(':focus')).count()) === 1;

  describe('a dialog', () => {
    it('takes the text along, is filled in and sent by keyboard alone, and gives the focus back', async () => {
      const window = await open();
      const { page, card, tabTo, dialog } = window;
      await card(HEADING).type(FIELD, 'Halvt');
      await tabTo(card(HEADING).button(OPEN));
      await page.keyboard.press('Enter');
      await dialog().hasTitle('Skriv svar');
      deepEqual([heard()?.name, heard()?.value.data.svar], ['task/fetch', 'Halvt']);
      equal(await hasFocus(window, dialog().field(FIELD)), true);

      await page.keyboard.press('End');
      await page.keyboard.type(' og mere');
      bot.answer = () => continues(PROBLEM);
      await tabTo(dialog().button('Send'));
      await page.keyboard.press('Enter');
      await dialog().says('Svaret er for kort');
      deepEqual([heard()?.name, heard()?.value.data], ['task/submit', { round: 'r1', svar: 'Halvt og mere' }]);

      bot.answer = () => ({ status: 200 });
      await tabTo(dialog().button('Send'));
      await page.keyboard.press('Enter');
      await dialog().isClosed();
      equal(await hasFocus(window, card(HEADING).button(OPEN)), true);
    });

    it('keeps the focus inside, and Escape closes it without a word to the bot', async () => {
      const window = await openDialog();
      const { page, dialog, card } = window;
      const before = bot.heard.length;
      for (let tabs = 0; tabs < 6; tabs += 1) {
        await page.keyboard.press('Tab');
        equal(await page.locator('main :focus').count(), 0);
      }
      await dialog().type(FIELD, 'Tabt');
      await page.keyboard.press('Escape');
      await dialog().isClosed();
      equal(bot.heard.length, before);
      await card(HEADING).press(OPEN);
      equal(await dialog().typed(FIELD), 'Halvt');
    });

    it('is not touched when the card that opened it is drawn again, and gives the focus to that card', async () => {
      const { dialog, card, page } = await openDialog();
      await dialog().type(FIELD, 'Et langt svar');
      await callConnector(teams, 'PUT', path(posted), cardMessage(NEW_CARD));
      await card(HEADING).says('En kollega har svaret');
      equal(await dialog().typed(FIELD), 'Et langt svar');
      await dialog().close();
      await dialog().isClosed();
      equal(await page.locator('.card :focus').count(), 1);
    });

    it('stays with what is typed when the bot fails, and can end in a text', async () => {
      const { dialog } = await openDialog();
      await dialog().type(FIELD, 'Et langt svar');
      bot.answer = () => ({ status: 500 });
      await dialog().press('Send');
      await dialog().isNoted('Something went wrong');
      equal(await dialog().typed(FIELD), 'Et langt svar');
      bot.answer = () => ({ status: 200, body: { task: { type: 'message', value: 'Modtaget' } } });
      await dialog().press('Send');
      await dialog().says('Modtaget');
      equal(await dialog().field(FIELD).count(), 0);
    });

    it('takes a part of the window by its size', async () => {
      const { card, page } = await open();
      for (const [size, height, width] of [
        ['small', 160, 256],
        ['medium', 400, 640],
        ['large', 528, 768],
      ] as const) {
        bot.answer = () => continues(IN_DIALOG, { height: size, width: size });
        await card(HEADING).press(OPEN);
        const box = await page.getByRole('dialog').boundingBox();
        deepEqual([size, box?.height, box?.width], [size, height, width]);
        await page.keyboard.press('Escape');
      }
    });

    it('fills a phone, with targets for a finger', async () => {
      const { dialog, page } = await openDialog('phone');
      const box = await page.getByRole('dialog').boundingBox();
      const view = page.viewportSize();
      deepEqual([box?.x, box?.y, box?.width, box?.height], [0, 0, view?.width, view?.height]);
      for (const target of [dialog().button('Luk dialogen'), dialog().button('Send')]) {
        const target44 = await target.boundingBox();
        ok(target44 !== null && target44.height >= 44, String(target));
      }
    });
  });

  describe('what hurts', () => {
    it('is a dialog that a click beside it closes, and otherwise such a click does nothing', async () => {
      const { dialog, page, switchOn, card } = await openDialog();
      const before = bot.heard.length;
      await page.mouse.click(5, 400);
      equal(await page.getByRole('dialog').isVisible(), true);
      await page.keyboard.press('Escape');
      await switchOn('Dialogen lukker ved et uheld');
      await card(HEADING).press(OPEN);
      await page.getByRole('dialog').click({ position: { x: 5, y: 5 } });
      equal(await page.getByRole('dialog').isVisible(), true);
      await page.mouse.click(5, 400);
      await dialog().isClosed();
      equal(bot.heard.length, before + 1);
    });

    it('is that only the buttons at the foot of a dialog are drawn', async () => {
      const set = { type: 'ActionSet', actions: [{ ...SEND, title: 'Send midt i' }] };
      bot.answer = () => continues({ ...IN_DIALOG, body: [...IN_DIALOG.body, set] });
      const { dialog, page, switchOn, card } = await openDialog();
      equal(await dialog().button('Send midt i').count(), 1);
      await page.keyboard.press('Escape');
      await switchOn('Knapper midt i en dialog mangler');
      await card(HEADING).press(OPEN);
      await dialog().button('Send').waitFor();
      equal(await dialog().button('Send midt i').count(), 0);
    });
  });

  it('a targeted message says that only its reader sees it, takes no reply, and others do not have it', async () => {
    const bo = teams.addPerson('Bo Holm');
    const activity = { ...message('Dit svar er ikke gemt'), recipient: { id: anne.id } };
    await callConnector(teams, 'POST', path(), activity, '?isTargetedActivity=true');
    const { page, be } = await open();
    const article = page.getByRole('article').filter({ hasText: 'Dit svar er ikke gemt' });
    await article.getByText('Kun du kan se denne besked').waitFor();
    equal(await page.getByRole('textbox', { name: 'Svar i tråden' }).count(), 1);
    await be(bo.name);
    await page.getByRole('heading', { name: HEADING }).waitFor();
    equal(await article.count(), 0);
  });
});
