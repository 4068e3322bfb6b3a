import { deepEqual } from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { onCardPage, viewsIn } from '../../dev/pictures/card-pictures.js';
import { picturedRound } from '../../dev/pictures/pictured-round.js';
import type { Card } from '../../src/cards/render.js';
import { da, en } from '../../src/text/messages.js';
import { everyCard } from '../cards/every-card.js';
import { partOfSweep } from '../support/sweep.js';
import { findings } from './accessibility.js';
import { BROWSER_TEST_MS, shareBrowser } from './shared-browser.js';

/** A run tries one view and some of its cards, and `npm run check:sweeps` all. */
const VIEWS = partOfSweep(
  [da, en].flatMap((messages) => viewsIn(messages.lang).map((view) => ({ messages, view }))),
  1,
);
const CARDS_TRIED = 6;

/** Rules about a whole page. A card is a part of one, where its heading comes below the page's own. */
const OF_A_PAGE: ReadonlySet<string> = new Set(['page-has-heading-one', 'heading-order', 'region']);

describe('axe finds nothing on the cards and dialogs of the bot', function () {
  // Every card takes a second or two, and the whole has more than two hundred of them in each view.
  this.timeout(BROWSER_TEST_MS * 15);
  let browser: Browser;
  let every: (messages: typeof da) => readonly (readonly [string, Card])[];

  before(async function () {
    browser = await shareBrowser(this);
    const round = await picturedRound();
    every = (messages) => [...everyCard(messages, round)];
  });

  for (const { messages, view } of VIEWS) {
    it(`in ${view.lang}, on a ${view.device} in the ${view.theme} theme`, async () => {
      const found: string[] = [];
      await onCardPage(browser, view, async (page, draw) => {
        for (const [state, card] of partOfSweep(every(messages), CARDS_TRIED)) {
          await draw(card);
          for (const { rule, element, what } of await findings(page)) {
            if (!OF_A_PAGE.has(rule)) found.push(`${state}: ${rule}: ${element} ${what}`);
          }
        }
      });
      deepEqual(found, []);
    });
  }
});
