import type { Locator, Page } from 'playwright-core';
import type { LocalDate } from '../../src/domain/round/deadline.js';
import type { StoryCard } from './story-teams.js';

/** As its calendar names the days: in English, whatever the language of the browser. */
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The end of the address that the page sends the press of a button to. */
const INVOKE_PATH = '/_conversation/v1/invoke';

/** How often a button is pressed whose press has lost what was typed. */
const MOST_PRESSES = 3;

/** A field of a card with what is filled in. */
interface FilledField {
  isThere(): Promise<boolean>;
  fill(): Promise<void>;
  /** How it looks in the JSON that a press sends. */
  readonly sent: string;
}

/** A card in the Playground's page. */
export function playgroundCard(page: Page, card: Locator): StoryCard {
  const filled: FilledField[] = [];
  const fill = async (field: FilledField) => {
    await field.fill();
    filled.push(field);
  };
  /** @returns what the page sent to the Playground */
  const pressOnce = async (button: string) => {
    const sending = page.waitForRequest((sent) => sent.method() === 'POST' && sent.url().endsWith(INVOKE_PATH));
    await Promise.all([sending, card.getByRole('button', { name: button, exact: true }).click()]);
    return (await sending).postData() ?? '';
  };
  return {
    async says(...words) {
      await card.waitFor();
      for (const each of words) await card.getByText(each).first().waitFor();
    },
    async type(label, text) {
      const field = card.getByLabel(label, { exact: true });
      await fill({
        isThere: async () => (await field.inputValue()) === text,
        // As a person types, and over what is in the field.
        async fill() {
          await field.click();
          await page.keyboard.press('ControlOrMeta+A');
          await page.keyboard.insertText(text);
        },
        sent: JSON.stringify(text),
      });
    },
    async choose(label, day) {
      const field = card.getByLabel(label, { exact: true }).first();
      await fill({
        isThere: async () => (await field.inputValue()) !== '',
        async fill() {
          await field.click();
          const wanted = page.getByRole('gridcell', { name: nameOf(day), exact: true }).getByRole('button');
          await page.getByRole('grid').waitFor();
          // The days of the next month that are in the last row of this one are there too.
          if ((await wanted.count()) === 0) await page.getByRole('button', { name: /next month/iu }).click();
          await wanted.click();
        },
        sent: JSON.stringify(day),
      });
    },
    // The page parses a card anew whenever it draws it, and then what is typed on it is gone, even just before a press.
    async press(button) {
      for (let press = 1; press <= MOST_PRESSES; press += 1) {
        for (const field of filled) if (!(await field.isThere())) await field.fill();
        const sent = await pressOnce(button);
        if (filled.every((field) => sent.includes(field.sent))) return;
      }
      throw new Error(`“${button}” was pressed ${MOST_PRESSES} times, each time without what is typed`);
    },
  };
}

/** Such as `10, December, 2026`. */
function nameOf(day: LocalDate): string {
  return DAY.format(new Date(day)).replaceAll(' ', ', ');
}
