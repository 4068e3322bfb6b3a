import { deepEqual } from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import type { Channel, Person } from '../../dev/local-teams/directory.js';
import type { LocalTeams } from '../../dev/local-teams/local-teams.js';
import { startTeamsWithPage } from '../../dev/local-teams/teams-page.js';
import {
  callConnector,
  cardMessage,
  continues,
  message,
  type StandInBot,
  settle,
  startStandInBot,
  TENANT,
} from '../../dev/test/local-teams/stand-in-bot.js';
import { PATIENT } from '../support/patience.js';
import { partOfSweep } from '../support/sweep.js';
import { findings } from './accessibility.js';
import { BROWSER_TEST_MS, shareBrowser } from './shared-browser.js';

const CHOICES = [
  { title: 'Ja', value: 'ja' },
  { title: 'Nej', value: 'nej' },
];
/** Each kind of field and of button that a card can have here. */
const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Spørgsmål', style: 'heading' },
    { type: 'Input.Text', id: 'svar', label: 'Jeres svar', isMultiline: true, placeholder: 'Skriv her' },
    { type: 'Input.Date', id: 'frist', label: 'Frist' },
    { type: 'Input.Time', id: 'tid', label: 'Klokkeslæt' },
    { type: 'Input.ChoiceSet', id: 'en', label: 'En', style: 'expanded', choices: CHOICES },
    { type: 'Input.ChoiceSet', id: 'flere', label: 'Flere', isMultiSelect: true, choices: CHOICES },
    { type: 'Input.ChoiceSet', id: 'liste', label: 'Liste', style: 'compact', choices: CHOICES },
    { type: 'Input.Toggle', id: 'final', title: 'Endeligt', label: 'Status' },
    { type: 'FactSet', facts: [{ title: 'Frist', value: 'den 1. december' }] },
    { type: 'Container', style: 'attention', items: [{ type: 'TextBlock', text: 'Svaret er tomt' }] },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Send', style: 'positive', data: {} },
    { type: 'Action.Submit', title: 'Slet', style: 'destructive', data: {} },
    { type: 'Action.Submit', title: 'Skriv i stort felt', data: { msteams: { type: 'task/fetch' } } },
    { type: 'Action.Submit', title: 'Andet', mode: 'secondary', data: {} },
  ],
};

const VIEWPORTS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 780 } } as const;

/** A run tries one of them, and `npm run check:sweeps` all. */
const TRIED = partOfSweep(
  [
    { device: 'desktop', theme: 'light' },
    { device: 'phone', theme: 'dark' },
    { device: 'desktop', theme: 'dark' },
    { device: 'phone', theme: 'light' },
  ] as const,
  1,
);

describe('axe finds nothing on the page of the local Teams', function () {
  this.timeout(BROWSER_TEST_MS);
  let browser: Browser;
  let bot: StandInBot;
  let teams: LocalTeams;
  let anne: Person;
  let channel: Channel;

  before(async function () {
    browser = await shareBrowser(this);
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
    const path = ['conversations', channel.id, 'activities'];
    const tag = `<at>${anne.name}</at>`;
    const entities = [{ type: 'mention', text: tag, mentioned: { id: anne.id, name: anne.name } }];
    const targeted = { ...message(`${tag}, svaret er ikke gemt`), entities, recipient: { id: anne.id } };
    await callConnector(teams, 'POST', path, cardMessage(CARD));
    await callConnector(teams, 'POST', path, targeted, '?isTargetedActivity=true');
    await teams.write(anne, channel, '@Notatbot hjælp');
    bot.answer = () => continues({ ...CARD, actions: CARD.actions.slice(0, 2) });
  });
  after(async () => {
    await teams?.stop();
    await bot?.stop();
  });

  for (const { device, theme } of TRIED) {
    it(`on a ${device} in the ${theme} theme, whatever is open`, async () => {
      const context = await browser.newContext({ viewport: VIEWPORTS[device], reducedMotion: 'reduce' });
      const page = await context.newPage();
      try {
        const query = new URLSearchParams({ person: anne.name, channel: channel.name, theme });
        await page.goto(`${teams.serviceUrl}?${query}`);
        await page.getByText('Kun du kan se denne besked').waitFor();
        deepEqual(await findings(page), []);
        for (const open of [feed, list, developer, menu, dialog, chat]) {
          const close = await open(page);
          deepEqual(await findings(page), [], open.name);
          await close();
        }
      } finally {
        await context.close();
      }
    });
  }

  type Close = () => Promise<void>;
  const byEscape =
    (page: Page): Close =>
    () =>
      page.keyboard.press('Escape');

  async function feed(page: Page): Promise<Close> {
    await page.getByRole('button', { name: /^Aktivitet/u }).click();
    await page.getByRole('heading', { name: 'Aktivitet' }).waitFor();
    return byEscape(page);
  }
  /** On a desktop, the list of places is always there. */
  async function list(page: Page): Promise<Close> {
    const button = page.getByRole('button', { name: 'Teams og kanaler' });
    if (await button.isVisible()) await button.click();
    return byEscape(page);
  }
  async function developer(page: Page): Promise<Close> {
    await page.getByRole('button', { name: 'Udvikler', exact: true }).click();
    await page.locator('.traffic summary').first().click();
    return () => page.getByRole('button', { name: 'Luk udvikler' }).click();
  }
  async function menu(page: Page): Promise<Close> {
    await page.getByRole('button', { name: 'Flere indstillinger' }).click();
    await page.getByRole('menuitem', { name: 'Andet' }).waitFor();
    return byEscape(page);
  }
  async function dialog(page: Page): Promise<Close> {
    await page.getByRole('button', { name: 'Skriv i stort felt' }).click();
    await page.getByRole('dialog').waitFor();
    return byEscape(page);
  }
  async function chat(page: Page): Promise<Close> {
    await list(page);
    await page.getByRole('navigation').getByRole('button', { name: 'Notatbot' }).click();
    await page.getByRole('heading', { name: 'Notatbot', level: 1 }).waitFor();
    return async () => undefined;
  }
});
