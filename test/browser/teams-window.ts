import { deepEqual } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** More than there are places for the focus in the page. */
const TABS_MAX = 100;

export type Device = 'desktop' | 'phone';

const DEVICES: Readonly<Record<Device, BrowserContextOptions>> = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true },
};

/** The local Teams' page as someone has it open: what they see has the names that they read, or hear. */
export interface TeamsWindow {
  readonly page: Page;
  /** What has been done so far, a gesture at a time. */
  readonly gestures: readonly string[];
  /** Becomes someone else, in the same place. */
  be(person: string): Promise<void>;
  /** Opens a channel; on a phone by way of the drawer. */
  open(channel: string): Promise<void>;
  /** Writes a new post to the bot in the open channel. */
  command(text: string): Promise<void>;
  /** A channel in the list. */
  place(channel: string): Locator;
  /** The field for a new post in the open channel. */
  newPost(): Locator;
  /** Presses Tab until the focus is here. */
  tabTo(target: Locator): Promise<void>;
  /** The newest card in the open channel with this heading. */
  card(heading: string): ShownCard;
  /** The open dialog. */
  dialog(): ShownDialog;
  /** Turns switches of the developer panel on, and closes the panel. */
  switchOn(...labels: readonly string[]): Promise<void>;
  /** @returns the file that comes when the link on the card is pressed */
  download(card: ShownCard, link: string): Promise<Uint8Array>;
  /** Rejects when a script of the page has failed meanwhile. */
  close(): Promise<void>;
}

/** A card as it is drawn. Every call waits for what it is about. */
export interface ShownCard {
  says(...parts: readonly (string | RegExp)[]): Promise<void>;
  /** What the client says beside the card. */
  isNoted(text: string): Promise<void>;
  /** The bot has changed the message for everyone. */
  isEdited(): Promise<void>;
  field(label: string): Locator;
  type(label: string, text: string): Promise<void>;
  /** What stands in a field just now. */
  typed(label: string): Promise<string>;
  setChoice(choice: string, isChosen: boolean): Promise<void>;
  button(name: string): Locator;
  press(button: string): Promise<void>;
}

/** A dialog as it is drawn. */
export interface ShownDialog extends Omit<ShownCard, 'isEdited'> {
  hasTitle(title: string): Promise<void>;
  close(): Promise<void>;
  /** A click beside it, which closes it on clients that lose dialogs by accident. */
  clickBeside(): Promise<void>;
  /** It is gone, whoever closed it. */
  isClosed(): Promise<void>;
}

export async function openTeams(
  browser: Browser,
  address: string,
  { person, device = 'desktop' }: { readonly person: string; readonly device?: Device },
): Promise<TeamsWindow> {
  const context = await browser.newContext({ ...DEVICES[device], locale: 'da-DK', acceptDownloads: true });
  // Whatever is waited for, Mocha's own limit ends it.
  context.setDefaultTimeout(0);
  const page = await context.newPage();
  const failures: string[] = [];
  page.on('pageerror', ({ message }) => failures.push(message));
  const gestures: string[] = [];
  const places = page.getByRole('navigation', { name: 'Teams og kanaler' });
  const menu = page.getByRole('button', { name: 'Teams og kanaler' });

  async function touch(target: Locator, gesture: string): Promise<void> {
    await (device === 'phone' ? target.tap() : target.click());
    gestures.push(gesture);
  }

  function cardIn(message: Locator, card = message.locator('.card')): ShownCard {
    const field = (label: string) => card.getByLabel(label, { exact: true });
    const button = (name: string) =>
      card.getByRole('button', { name, exact: true }).or(card.getByRole('link', { name, exact: true }));
    return {
      async says(...parts) {
        for (const part of parts) await card.getByText(part).first().waitFor();
      },
      isNoted: (text) => message.locator('.note').getByText(text).waitFor(),
      isEdited: () => message.getByText('Redigeret', { exact: true }).waitFor(),
      field,
      async type(label, text) {
        await field(label).fill(text);
        gestures.push(`type in ${label}`);
      },
      typed: (label) => field(label).inputValue(),
      async setChoice(choice, isChosen) {
        await card.getByRole('checkbox', { name: choice }).setChecked(isChosen);
        gestures.push(`choose ${choice}`);
      },
      button,
      press: (name) => touch(button(name), `press ${name}`),
    };
  }

  const newPost = () => page.locator('#foot').getByRole('textbox', { name: 'Nyt indlæg' });
  const place = (channel: string) =>
    places.getByRole('button').filter({ has: page.getByText(channel, { exact: true }) });

  const shown: TeamsWindow = {
    page,
    gestures,
    async be(name) {
      const people = page.getByRole('combobox', { name: 'Hvem er du?' });
      const id = await people.locator(`option[data-name="${name}"]`).getAttribute('value');
      await people.selectOption(id);
      gestures.push(`be ${name}`);
    },
    async open(channel) {
      if (await menu.isVisible()) await touch(menu, 'open the list');
      await touch(place(channel), `open ${channel}`);
      await page.getByRole('heading', { name: channel, level: 1, exact: true }).waitFor();
    },
    async command(text) {
      await newPost().fill(`@Notatbot ${text}`);
      await touch(page.locator('#foot').getByRole('button', { name: 'Send' }), `write ${text}`);
    },
    place,
    newPost,
    async tabTo(target) {
      await target.waitFor();
      const focused = target.and(page.locator(':focus'));
      for (let tabs = 0; (await focused.count()) === 0; tabs += 1) {
        if (tabs > TABS_MAX) throw new Error(`Tab does not lead to ${target}`);
        await page.keyboard.press('Tab');
      }
    },
    card(heading) {
      const named = page.getByRole('heading', { name: heading, exact: true });
      return cardIn(page.getByRole('article').filter({ has: named }).last());
    },
    dialog() {
      const element = page.getByRole('dialog');
      const { isEdited: _edited, ...card } = cardIn(element, element);
      return {
        ...card,
        hasTitle: (title) => element.getByRole('heading', { name: title, exact: true, level: 2 }).waitFor(),
        close: () => touch(element.getByRole('button', { name: 'Luk dialogen' }), 'close the dialog'),
        clickBeside: () => page.mouse.click(2, 2),
        isClosed: () => element.waitFor({ state: 'detached' }),
      };
    },
    async switchOn(...labels) {
      await touch(page.getByRole('button', { name: 'Udvikler', exact: true }), 'open the panel');
      for (const label of labels) {
        await Promise.all([
          page.waitForResponse(/\/local\/(?:hurts|install)$/u),
          touch(page.getByRole('checkbox', { name: label }), `switch on ${label}`),
        ]);
      }
      await touch(page.getByRole('button', { name: 'Luk udvikler' }), 'close the panel');
    },
    async download(card, link) {
      const [file] = await Promise.all([context.waitForEvent('download'), card.press(link)]);
      return readFile(await file.path());
    },
    async close() {
      await context.close();
      deepEqual(failures, []);
    },
  };

  await page.goto(`${address}?${new URLSearchParams({ person })}`);
  await page.locator('#place-name').filter({ hasText: /./u }).waitFor();
  return shown;
}
