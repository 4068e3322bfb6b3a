/**
 * Draws every card in every state, and the pages of the notat, as PNG files. Only `npm run pictures` runs it.
 */
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { da, en } from '../../src/text/messages.js';
import { everyCard } from '../../test/cards/every-card.js';
import { launchBrowser } from '../../test/support/browser.js';
import { drawCards, pictureName, viewsIn } from './card-pictures.js';
import { CHOSEN } from './chosen-pictures.js';
import { drawNotatPages } from './notat-pictures.js';
import { pictureIndex } from './picture-index.js';
import { picturedRound } from './pictured-round.js';

const FOLDER = new URL('../../../docs/pictures/', import.meta.url);
const ALL = new URL('all/', FOLDER);

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
  // Without LibreOffice, the old pictures of the notat's pages are kept.
  if (pages === undefined && source.startsWith('page-')) continue;
  await copyFile(new URL(source, ALL), new URL(name, FOLDER));
}
await writeFile(new URL('index.html', ALL), pictureIndex(names));
console.log(`${names.length} pictures in docs/pictures/all. Open index.html there, and look at every one.`);
