/**
 * Draws every card in every state, and the pages of the notat, as PNG files. Only `npm run pictures` runs it.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { da, en } from '../../src/text/messages.js';
import { everyCard } from '../../test/cards/every-card.js';
import { launchBrowser } from '../../test/support/browser.js';
import { drawCards, pictureName, viewsIn } from './card-pictures.js';
import { drawNotatPages } from './notat-pictures.js';
import { pictureIndex } from './picture-index.js';
import { picturedRound } from './pictured-round.js';

const FOLDER = new URL('../../../docs/pictures/', import.meta.url);
const ALL = new URL('all/', FOLDER);

/** The pictures in README and the user guide, each with the file that it is copied from. */
const CHOSEN: Readonly<Record<string, string>> = {
  'request.png': 'request.da.light.desktop.png',
  'receipt.png': 'receipt.da.light.desktop.png',
  'status.png': 'status-of-half.da.light.desktop.png',
  'notat-card.png': 'complete-notat.da.light.desktop.png',
  'notat-page.png': 'page-complete-1.png',
  'notat-letterhead.png': 'page-letterhead-1.png',
};

await rm(ALL, { recursive: true, force: true });
await mkdir(ALL, { recursive: true });
const round = await picturedRound();
const names: string[] = [];

const browser = await launchBrowser();
try {
  for (const messages of [da, en]) {
    const cards = [...everyCard(messages, round)];
    for (const view of viewsIn(messages.lang)) {
      const files = cards.map(([state, card]) => [pictureName(state, view), card] as const);
      await drawCards(
        browser,
        view,
        files.map(([name, card]) => [new URL(name, ALL), card]),
      );
      names.push(...files.map(([name]) => name));
    }
  }
} finally {
  await browser.close();
}

const pages = await drawNotatPages(round, ALL);
if (pages === undefined) console.log('No pictures of the notat: they need LibreOffice (soffice) and pdftoppm.');
names.push(...(pages ?? []));

for (const [name, source] of Object.entries(CHOSEN)) {
  // Without LibreOffice, the old picture of the notat's page is kept.
  if (names.includes(source)) await copyFile(new URL(source, ALL), new URL(name, FOLDER));
}
await writeFile(new URL('index.html', ALL), pictureIndex(names));
console.log(`${names.length} pictures in docs/pictures/all. Open index.html there, and look at every one.`);
