import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import type { Card } from '../../src/cards/render.js';
import { hostConfigOf } from '../local-teams/page/host-config.js';

/** The widths, in pixels, that Teams gives a card in a channel on a computer and on a phone. */
const WIDTHS = { desktop: 600, phone: 340 } as const;
/** The style sheet of the local Teams, so that the pictures look like its page. */
const STYLES = new URL('../../../dev/local-teams/page/page.css', import.meta.url);

/** The width of the page around a card, in pixels. The styles for a phone depend on it. */
const PAGE_WIDTHS = { desktop: 1200, phone: 390 } as const;
const THEMES = ['light', 'dark'] as const;
const MARGIN = 16;

/** How cards are drawn: in which language, with which theme, and on which device. */
interface View {
  readonly lang: string;
  readonly theme: (typeof THEMES)[number];
  readonly device: keyof typeof WIDTHS;
}

/** All views of a card in one language. */
export function viewsIn(lang: string): readonly View[] {
  const devices = Object.keys(WIDTHS) as (keyof typeof WIDTHS)[];
  return THEMES.flatMap((theme) => devices.map((device) => ({ lang, theme, device })));
}

/** The name of the file for a card in a state. */
export function pictureName(state: string, { lang, theme, device }: View): string {
  return `${state.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-')}.${lang}.${theme}.${device}.png`;
}

/** Draws each card to the file that is given with it. */
export async function drawCards(
  browser: Browser,
  view: View,
  cards: Iterable<readonly [file: URL, card: Card]>,
): Promise<void> {
  await onCardPage(browser, view, async (page, draw) => {
    for (const [file, card] of cards) {
      await draw(card);
      await page.locator('#frame').screenshot({ path: fileURLToPath(file) });
    }
  });
}

/** Opens a page for one card at a time, and closes it afterwards. @param use gets the page, and what draws a card on it */
export async function onCardPage(
  browser: Browser,
  { lang, theme, device }: View,
  use: (page: Page, draw: (card: Card) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  const width = WIDTHS[device];
  const context = await browser.newContext({
    locale: lang === 'da' ? 'da-DK' : 'en-GB',
    viewport: { width: PAGE_WIDTHS[device], height: 800 },
  });
  try {
    const page = await context.newPage();
    await page.setContent(pageFor(lang, theme, width));
    await page.addStyleTag({ path: fileURLToPath(STYLES) });
    await page.addScriptTag({ path: renderer });
    await use(page, (card) => page.evaluate(drawing(card, hostConfigOf(theme))));
  } finally {
    await context.close();
  }
}

function pageFor(lang: string, theme: string, width: number): string {
  return `<!doctype html>
<html lang="${lang}" data-theme="${theme}">
<title>Notatbot</title>
<body style="container: app / inline-size">
<main id="frame" style="box-sizing: content-box; width: ${width}px; padding: 8px ${MARGIN}px 16px; background: var(--raised)">
<div class="card" id="card"></div>
</main>
</body>
</html>`;
}

/** The tags of the people whom a card mentions. */
function tagsOn(card: Card): readonly string[] {
  const { msteams } = card as { readonly msteams?: { readonly entities: readonly { readonly text: string }[] } };
  return (msteams?.entities ?? []).map(({ text }) => text);
}

/** A script that draws the card on the page, with names where Teams shows mentions. */
function drawing(card: Card, hostConfig: object): string {
  return `(() => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(${JSON.stringify(hostConfig)});
    card.parse(${JSON.stringify(card)});
    const drawn = card.render();
    for (const tag of ${JSON.stringify(tagsOn(card))}) {
      const texts = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        const at = text.data.indexOf(tag);
        if (at < 0) continue;
        const after = text.splitText(at);
        after.data = after.data.slice(tag.length);
        const name = document.createElement('span');
        name.className = 'mentioned';
        name.textContent = tag.replace(/<\\/?at>/g, '');
        after.before(name);
        break;
      }
    }
    document.getElementById('card').replaceChildren(drawn);
  })()`;
}
