import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from '../../test/support/browser.js';
import { type EmbeddedAzurite, startEmbeddedAzurite } from '../demo/embedded-azurite.js';
import { type Comparison, compare } from './comparison.js';
import { startFileHost } from './file-host.js';
import { type Cast, castFlowLocally, castStoryLocally, flowIn, playIn, storyIn } from './play.js';
import { NoPlayground, type Playground, startPlayground } from './playground.js';
import { openPlaygroundPage } from './playground-page.js';
import type { Recorder } from './recorder.js';

/** Where the pictures of the Playground's page are put. */
const PICTURES = fileURLToPath(new URL('../../../out/playground/', import.meta.url));

/**
 * Plays one small round in Microsoft's Agents Playground and in the local Teams, over HTTP, and prints how their HTTP
 * traffic differs, and which of them is right as far as known. Then it does the same with a story that it plays in the
 * Playground's own page, if there is a browser. The exit code is 0 if all could be played, 1 if something could not,
 * and 2 if the Playground could not be fetched.
 */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

try {
  if (process.env['CI']) throw new NoPlayground('the Agents Playground is pre-release, and never a part of CI');
  const azurite = await startEmbeddedAzurite({ port: await freePort() });
  try {
    await compareFlow(azurite);
    if (findBrowser() === undefined) {
      console.log(
        '\nSkipped: the Playground’s own page. It needs Chromium, Chrome or Edge, or one in NOTATBOT_BROWSER.',
      );
    } else {
      await compareStory(azurite, await launchBrowser());
    }
  } finally {
    await azurite.stop();
  }
} catch (error) {
  if (error instanceof NoPlayground) {
    console.error(`Nothing was checked: ${error.message}.`);
    process.exitCode = 2;
  } else {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function compareFlow({ connectionString }: EmbeddedAzurite): Promise<void> {
  const play = (name: string, tableName: string, cast: (recorder: Recorder) => Promise<Cast>) =>
    playIn(name, { connectionString, tableName }, cast, console.log);
  const castFlow = (recorder: Recorder) =>
    castPlayground(recorder, async ({ client }) => ({ play: flowIn(client, recorder), stop: async () => undefined }));
  const theirs = await play('Agents Playground', 'playground', castFlow);
  const ours = await play('local Teams', 'local', castFlowLocally);
  report(compare(theirs, ours));
}

/** Closes the browser too. */
async function compareStory({ connectionString }: EmbeddedAzurite, browser: Browser): Promise<void> {
  const play = (name: string, tableName: string, cast: (recorder: Recorder) => Promise<Cast>) =>
    playIn(name, { connectionString, tableName }, cast, console.log);
  const castStory = (recorder: Recorder) =>
    castPlayground(recorder, async ({ address, botName, client: { headName } }) => {
      const page = await openPlaygroundPage(browser, { address, botName, headName }, PICTURES);
      return { play: storyIn(page), stop: () => page.close() };
    });
  try {
    const theirs = await play('page of the Agents Playground', 'page', castStory);
    console.log(`  Pictures: ${PICTURES}`);
    const ours = await play('local Teams', 'story', castStoryLocally);
    report(compare(theirs, ours));
  } finally {
    await browser.close();
  }
}

/** @param castIn what is played in the Playground, and what is stopped after it */
async function castPlayground(
  recorder: Recorder,
  castIn: (playground: Playground) => Promise<{ readonly play: Cast['play']; readonly stop: () => Promise<void> }>,
): Promise<Cast> {
  const files = await startFileHost();
  let playground: Playground | undefined;
  try {
    playground = await startPlayground(recorder, files, await freePort());
    const { play, stop: stopPlaying } = await castIn(playground);
    const { tenantId, botId, administratorId } = playground;
    const stop = async () => {
      try {
        await stopPlaying();
      } finally {
        playground?.stop();
        await files.stop();
      }
    };
    return { tenantId, botId, administratorId, play, fileOrigin: files.origin, stop };
  } catch (error) {
    playground?.stop();
    await files.stop();
    throw error;
  }
}

function report({ same, differences }: Comparison): void {
  const unjudged = differences.filter(({ verdict }) => verdict === undefined).length;
  console.log(`\nThe two look the same in ${same} fields and answers, and differ in ${differences.length} ways.`);
  console.log(`${unjudged} of these are not in known-differences.ts: find out which of the two is right.`);
  console.log('Where a page is named, it is below learn.microsoft.com/microsoftteams/platform/.\n');
  console.log('| where | what | Playground | local Teams | right |\n|---|---|---|---|---|');
  for (const { where, what, playground, local, verdict } of differences) {
    const right = verdict === undefined ? '**unknown**' : `${verdict.right}: ${verdict.because}`;
    const cells = [where, what, playground, local, right].map((cell) => cell.replaceAll('|', '\\|'));
    console.log(`| ${cells.join(' | ')} |`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
