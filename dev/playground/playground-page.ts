import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { playgroundCard } from './playground-card.js';
import type { StoryTeams } from './story-teams.js';
import type { Place } from './teams-client.js';

/** The names of the places in the Playground's list. Its channels are those of its built-in configuration. */
const PLACES: Readonly<Record<Place, string>> = {
  General: 'My Team - General',
  'other channel': 'My Team - Announcements',
  'personal chat': 'Personal Chat',
};

/** What the page says in place of a file that the bot offers. */
const NO_FILE = 'File Consent Card is not supported yet';

/** What its page does not show as Teams does, in the words of the report. */
const LACKS = [
  'The button of a dialog does nothing in the page: its script fails with “Cannot add property msTeams…”, and nothing is sent. This was seen by hand, once, and is not played.',
  'In place of a file that the bot offers, the page says that it cannot show the card.',
  'Mentions in a card are plain words, and all presses are one person’s, so that no head can approve.',
  'Cards are about 440 pixels wide, so that three buttons of the request take two rows, and the fourth is behind “…”.',
  'The words of the page are English, and the bot is added to a place when that place is opened for the first time.',
] as const;

/** The time limit for each thing that is waited for in the page, in milliseconds. */
const PAGE_LIMIT_MS = 30_000;

export interface PlaygroundPage extends StoryTeams {
  /** Rejects when a script of the page has failed meanwhile. */
  close(): Promise<void>;
}

/**
 * Opens the Playground's own page.
 *
 * @param address of the Playground
 * @param pictures the folder for the pictures. What is in it is deleted.
 */
export async function openPlaygroundPage(
  browser: Browser,
  { address, botName, headName }: { readonly address: string; readonly botName: string; readonly headName: string },
  pictures: string,
): Promise<PlaygroundPage> {
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  // In a narrower window the list of places is outside of it.
  const context = await browser.newContext({ viewport: { width: 1400, height: 1300 }, locale: 'da-DK' });
  // A guard against hanging, for a machine that is busy.
  context.setDefaultTimeout(PAGE_LIMIT_MS);
  // The page is served from this machine. What it asks for elsewhere, such as fonts, it does without.
  await context.route(
    ({ origin }) => origin !== new URL(address).origin,
    (route) => route.abort(),
  );
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  let opened: Place = 'personal chat';
  let taken = 0;

  /** Chooses the mention from the list that the page shows, as the text alone is no mention. */
  async function mention(name: string): Promise<void> {
    await page.keyboard.type(`@${name}`);
    await page.getByRole('menuitem', { name }).click();
  }

  async function takePicture(name: string): Promise<void> {
    taken += 1;
    const file = `${String(taken).padStart(2, '0')}-${name.replaceAll(/[^a-z]+/gu, '-')}.png`;
    await page.screenshot({ path: path.join(pictures, file) });
  }

  return {
    botName,
    headName,
    greetsPersonally: true,
    lacks: LACKS,
    // The page installs the bot in a place when the place is opened for the first time, and opens the chat by itself.
    async install() {
      await page.goto(address, { waitUntil: 'commit' });
      await page.getByRole('button', { name: 'Hide log panel' }).click();
    },
    async open(place) {
      opened = place;
      await page.getByRole('treeitem', { name: PLACES[place] }).click();
    },
    async write(text) {
      if (opened === 'personal chat') {
        await page.getByRole('textbox').last().click();
        await page.keyboard.type(text);
        await page.getByRole('button', { name: 'Send Message' }).click();
        return;
      }
      const post = page.getByRole('button', { name: 'Post', exact: true });
      await page.getByRole('group').filter({ has: post }).getByRole('textbox').click();
      await mention(botName);
      const [before = '', after] = text.split(`@${headName}`);
      await page.keyboard.type(` ${before}`);
      if (after !== undefined) {
        await mention(headName);
        await page.keyboard.type(after);
      }
      await post.click();
    },
    card(heading) {
      const cards = page
        .locator('.ac-adaptiveCard')
        .filter({ has: page.getByRole('heading', { name: heading, exact: true }) });
      // In a channel, the newest post is at the top, and in a chat at the bottom.
      return playgroundCard(page, opened === 'personal chat' ? cards.last() : cards.first());
    },
    seesOfferedFile: () => page.getByText(NO_FILE, { exact: true }).last().waitFor(),
    picture: takePicture,
    async close() {
      await takePicture('as it was at the end');
      await context.close();
      if (failures.length > 0) throw new Error(`the Playground’s page failed: ${failures.join('; ')}`);
    },
  };
}
