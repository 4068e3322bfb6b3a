import { deepEqual, equal } from 'node:assert/strict';
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
  consentMessage,
  fileInfoMessage,
  putFile,
  type StandInBot,
  settle,
  startStandInBot,
  TENANT,
} from './stand-in-bot.js';

const HEADING = 'Tilpas';
const NOTAT = Buffer.from('PK et notat');
const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: HEADING, style: 'heading' },
    {
      type: 'ActionSet',
      actions: [{ type: 'Action.ToggleVisibility', title: 'Flere felter', targetElements: ['more'] }],
    },
    {
      type: 'Container',
      id: 'more',
      isVisible: false,
      items: [
        { type: 'Input.Time', id: 'time', label: 'Klokkeslæt', value: '08:00' },
        { type: 'Input.Toggle', id: 'final', title: 'Kræver godkendelse', valueOn: 'ja', valueOff: 'nej' },
        {
          type: 'Input.ChoiceSet',
          id: 'language',
          label: 'Sprog',
          style: 'compact',
          value: 'da',
          choices: [
            { title: 'Dansk', value: 'da' },
            { title: 'Engelsk', value: 'en' },
          ],
        },
      ],
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Gem', verb: 'save' },
    { type: 'Action.Execute', title: 'Luk runden', verb: 'close', mode: 'secondary' },
    { type: 'Action.Execute', title: 'Slet runden', verb: 'delete', mode: 'secondary', style: 'destructive' },
  ],
};

describe('local Teams: the page in a browser', function () {
  this.timeout(BROWSER_TEST_MS);
  let browser: Browser;
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let channel: Channel;
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

  async function open(place: string, device: Device = 'desktop'): Promise<TeamsWindow> {
    shown = await openTeams(browser, teams.serviceUrl, { person: anne.name, device });
    await shown.open(place);
    return shown;
  }
  const postCard = () => callConnector(teams, 'POST', ['conversations', channel.id, 'activities'], cardMessage(CARD));
  const chatPath = () => ['conversations', teams.personalChat(anne).conversationId, 'activities'];
  const postInChat = (activity: unknown) => callConnector(teams, 'POST', chatPath(), activity);
  const heard = (name: string) =>
    teams.until(() => bot.heard.find(({ activity }) => activity.name === name)?.activity, `${name} at the bot`);

  describe('cards', () => {
    it('show and hide their parts, and send what stands in them, by keyboard alone', async () => {
      await postCard();
      const { page, card, tabTo } = await open(channel.name);
      const drawn = card(HEADING);
      const toggle = drawn.button('Flere felter');
      await tabTo(toggle);
      equal(await toggle.getAttribute('aria-expanded'), 'false');
      equal(await drawn.field('Klokkeslæt').isVisible(), false);
      await page.keyboard.press('Enter');
      await drawn.field('Klokkeslæt').waitFor();
      equal(await toggle.getAttribute('aria-expanded'), 'true');

      await tabTo(drawn.field('Klokkeslæt'));
      await page.keyboard.type('0930');
      await tabTo(drawn.field('Kræver godkendelse'));
      await page.keyboard.press('Space');
      await tabTo(drawn.field('Sprog'));
      await page.keyboard.press('ArrowDown');
      await tabTo(drawn.button('Gem'));
      await page.keyboard.press('Enter');
      const { value } = await heard('adaptiveCard/action');
      deepEqual(value.action.data, { time: '09:30', final: 'ja', language: 'en' });
      equal(bot.heard.filter(({ activity }) => activity.type === 'invoke').length, 1);
    });

    it('keep their secondary actions in a menu, moved through with the arrows', async () => {
      await postCard();
      const { page, card, tabTo } = await open(channel.name);
      const more = card(HEADING).button('Flere indstillinger');
      await tabTo(more);
      await page.keyboard.press('Enter');
      equal(await more.getAttribute('aria-expanded'), 'true');
      deepEqual(await page.getByRole('menuitem').allTextContents(), ['Luk runden', 'Slet runden']);
      await page.keyboard.press('ArrowUp');
      equal(await page.locator(':focus').textContent(), 'Slet runden');
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
      equal(await more.getAttribute('aria-expanded'), 'false');
      equal(await more.and(page.locator(':focus')).count(), 1);

      await page.keyboard.press('Space');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      equal((await heard('adaptiveCard/action')).value.action.verb, 'delete');
    });

    it('fit a phone, as does their menu', async () => {
      await postCard();
      const { page, card } = await open(channel.name, 'phone');
      const drawn = card(HEADING);
      await drawn.press('Flere felter');
      const fields = [drawn.field('Klokkeslæt'), drawn.field('Sprog'), drawn.button('Gem')];
      for (const field of fields) equal(await fitsPhone(field), true, String(field));
      await drawn.press('Flere indstillinger');
      for (const item of await page.getByRole('menuitem').all()) equal(await fitsPhone(item), true, String(item));
      await page.getByRole('menuitem', { name: 'Luk runden' }).tap();
      equal((await heard('adaptiveCard/action')).value.action.verb, 'close');
      equal(await page.evaluate('document.documentElement.scrollWidth <= innerWidth'), true);
    });
  });

  describe('mentions', () => {
    const tag = '<at>Anne Jensen</at>';
    const stranger = '<at>Kim Fremmed</at>';
    async function postMention(): Promise<void> {
      const entities = [{ type: 'mention', text: tag, mentioned: { id: anne.id, name: anne.name } }];
      const body = [
        { type: 'TextBlock', text: `Til ${tag} og ${stranger}` },
        { type: 'FactSet', facts: [{ title: 'Hoved', value: tag }] },
        { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: tag }] },
      ];
      const card = { type: 'AdaptiveCard', version: '1.5', body, msteams: { entities } };
      const path = ['conversations', channel.id, 'activities'];
      await callConnector(teams, 'POST', path, { ...cardMessage(card), summary: 'Svar i dag' });
      for (let count = 0; count < 8; count += 1) await postCard();
    }

    it('are names in texts and facts where the card names who is meant, and are as written elsewhere', async () => {
      await postMention();
      const { page } = await open(channel.name);
      await page.getByText('Til Anne Jensen og <at>Kim Fremmed</at>', { exact: true }).waitFor();
      deepEqual(await page.locator('.card .mentioned').allTextContents(), ['Anne Jensen', 'Anne Jensen']);
      await page.getByText(tag, { exact: true }).waitFor();
    });

    for (const device of ['desktop', 'phone'] as const) {
      it(`are counted by the bell, which leads to them (${device})`, async () => {
        const { page } = await open('Notatbot', device);
        await postMention();
        const bell = page.getByRole('button', { name: 'Aktivitet, 1 ulæst', exact: true });
        await bell.press('Enter');
        const line = page.getByRole('button', { name: 'Svar i dag' });
        equal(await line.and(page.locator(':focus')).count(), 1);
        equal(await fitsWindow(line), true);
        await line.press('Enter');
        await page.getByRole('heading', { name: channel.name, level: 1 }).waitFor();
        const message = page.locator('article:focus');
        await message.getByText('Til Anne Jensen').waitFor();
        await page.getByRole('button', { name: 'Aktivitet', exact: true }).waitFor();
        equal(teams.feedOf(anne)[0]?.isRead, true);
      });
    }

    it('leave the bell without a count where there are none, and Escape closes what it opens', async () => {
      const { page } = await open('Notatbot');
      const bell = page.getByRole('button', { name: 'Aktivitet', exact: true });
      await bell.press('Enter');
      await page.getByText('Ingen notifikationer endnu.').waitFor();
      await page.keyboard.press('Escape');
      equal(await bell.getAttribute('aria-expanded'), 'false');
    });
  });

  describe('files', () => {
    it('are sent from the personal chat, by keyboard alone', async () => {
      const { page, tabTo } = await open('Notatbot');
      // Asked for early: the browser must know that a choice is awaited before a key is pressed.
      const choosing = page.waitForEvent('filechooser');
      await tabTo(page.getByRole('button', { name: 'Vedhæft fil' }));
      await page.keyboard.press('Enter');
      const chooser = await choosing;
      const mimeType = 'application/octet-stream';
      await chooser.setFiles({ name: 'skabelon.docx', mimeType, buffer: NOTAT });
      await page.getByRole('button', { name: 'Fjern fil' }).waitFor();
      await tabTo(page.getByRole('button', { name: 'Send' }));
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'skabelon.docx' }).waitFor();
      deepEqual(
        teams.filesOf(anne).map(({ name, bytes }) => [name, Buffer.from(bytes)]),
        [['skabelon.docx', NOTAT]],
      );
      equal(await page.getByRole('button', { name: 'Fjern fil' }).count(), 0);
    });

    it('can be thought better of, and cannot be sent to a channel', async () => {
      const { page, open: go } = await open('Notatbot');
      const attach = page.getByRole('button', { name: 'Vedhæft fil' });
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), attach.click()]);
      await chooser.setFiles({ name: 'forkert.docx', mimeType: 'application/octet-stream', buffer: NOTAT });
      await page.getByRole('button', { name: 'Fjern fil' }).click();
      await page.getByRole('textbox', { name: 'Skriv til botten' }).fill('Hej');
      await page.keyboard.press('Enter');
      await page.getByRole('article').getByText('Hej', { exact: true }).waitFor();
      deepEqual(teams.filesOf(anne), []);
      await go(channel.name);
      equal(await attach.count(), 0);
    });

    for (const device of ['desktop', 'phone'] as const) {
      it(`are allowed, and downloaded, with what the bot has put there (${device})`, async () => {
        const { body: posted } = await postInChat(consentMessage('notat.docx', 12_800));
        const { page } = await open('Notatbot', device);
        const asked = page.getByRole('group', { name: 'Tilladelse til at sende notat.docx' });
        await asked.getByText('Notatet som Word-dokument').waitFor();
        await asked.getByText('Størrelse: 13 KB').waitFor();
        equal(await fitsWindow(asked), true);
        await asked.getByRole('button', { name: 'Tillad' }).press('Enter');
        const { value } = await heard('fileConsent/invoke');
        await putFile(value.uploadInfo.uploadUrl, NOTAT);
        await callConnector(teams, 'PUT', [...chatPath(), posted.id], fileInfoMessage(value.uploadInfo));
        const link = page.getByRole('link', { name: 'notat.docx' });
        const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
        equal(download.suggestedFilename(), 'notat.docx');
        equal(await asked.count(), 0);
      });
    }

    it('are declined, and the person is told when the bot fails', async () => {
      await postInChat(consentMessage('notat.docx', 900));
      bot.answer = () => ({ status: 500 });
      const { page } = await open('Notatbot');
      await page.getByText('Størrelse: 900 byte').waitFor();
      await page.getByRole('button', { name: 'Afvis' }).click();
      await page.getByRole('alert').getByText('Something went wrong').waitFor();
      equal((await heard('fileConsent/invoke')).value.action, 'decline');
    });
  });
});

/** Within the window's width, and large enough for a finger: 44 pixels high. */
async function fitsPhone(target: Locator): Promise<boolean> {
  const box = await target.boundingBox();
  return (await fitsWindow(target)) && box !== null && box.height >= 44;
}

async function fitsWindow(target: Locator): Promise<boolean> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  const width = target.page().viewportSize()?.width ?? 0;
  return box !== null && box.x >= 0 && box.x + box.width <= width;
}
