import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Listr, type ListrTask, PRESET_TIMER } from 'listr2';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import { type RunningNotatbot, startNotatbot } from '../../src/main.js';
import { type LocalTeams, startLocalTeams } from '../local-teams/local-teams.js';
import { type EmbeddedAzurite, startEmbeddedAzurite } from './embedded-azurite.js';
import { buildMunicipality } from './municipality.js';
import { type DemoOptions, readOptions } from './options.js';
import { sentenceFor } from './problem-sentence.js';
import { EXAMPLE_ROUND, type PlayedRound, readRoundFile } from './round-file.js';
import { LOCAL_BOT, localConfig, newTenantId } from './stage.js';
import { type Story, tellStory } from './story.js';
import { prepareFolder } from './writable-folder.js';

/** How long a step may take, in milliseconds: a guard against waiting for ever, on a busy machine too. */
const STEP_LIMIT_MS = 60_000;

interface Cast {
  azurite?: EmbeddedAzurite;
  teams?: LocalTeams;
  bot?: RunningNotatbot;
  story?: Story;
  files?: readonly string[];
}

try {
  const options = readOptions(process.argv.slice(2), process.env);
  const round = await readRoundFile(options.roundFile ?? EXAMPLE_ROUND);
  await prepareFolder(options.dataFolder, { isEmptied: true });
  await prepareFolder(options.outFolder, { isEmptied: false });
  const cast: Cast = {};
  try {
    await play(options, round, cast);
  } finally {
    await cast.bot?.stop();
    await cast.teams?.stop();
    await cast.azurite?.stop();
  }
  console.log(['', 'The notat is ready:', ...(cast.files ?? []).map((file) => `  ${file}`)].join('\n'));
} catch (error) {
  console.error(`\nThe demo stopped. ${sentenceFor(error)}`);
  process.exitCode = 1;
}

async function play(options: DemoOptions, round: PlayedRound, cast: Cast): Promise<void> {
  console.log(
    [
      `Notatbot plays a whole round: “${round.title}”, ${round.replies.length} departments.`,
      'AUTHENTICATION IS OFF: bot and Teams are local, and listen on 127.0.0.1 only.',
      '',
    ].join('\n'),
  );
  await setStage(options, round, cast);
  const { story } = cast;
  if (story === undefined) throw new Error('the stage is not set');
  const steps = story.steps.map(
    (step): ListrTask => ({
      title: step.title,
      task: async (_context, task) => {
        await step.play((line) => {
          task.output = line;
        });
      },
      rendererOptions: { persistentOutput: true, outputBar: Number.POSITIVE_INFINITY },
    }),
  );
  const download: ListrTask = {
    title: 'The notat is downloaded through its link',
    task: async () => {
      cast.files = await saveNotat(story.notatLink(), options.outFolder);
    },
  };
  const timer = PRESET_TIMER;
  await new Listr([...steps, download], { rendererOptions: { timer }, fallbackRendererOptions: { timer } }).run();
}

async function setStage(options: DemoOptions, round: PlayedRound, cast: Cast): Promise<void> {
  const tenantId = newTenantId();
  cast.azurite = await startEmbeddedAzurite({
    port: options.tablePort,
    dataFolder: path.join(options.dataFolder, 'tables'),
  });
  cast.teams = await startLocalTeams({
    botEndpoint: `http://127.0.0.1:${options.botPort}/api/messages`,
    port: options.teamsPort,
    bot: LOCAL_BOT,
    tenantId,
    untilWaitsMs: STEP_LIMIT_MS,
  });
  const { connectionString } = cast.azurite;
  const { serviceUrl } = cast.teams;
  const log = createJsonLog(createWriteStream(path.join(options.dataFolder, 'notatbot.log')));
  cast.bot = await startNotatbot(localConfig({ port: options.botPort, serviceUrl, tenantId, connectionString }), log);
  const departments = round.replies.map(({ department }) => department);
  cast.story = tellStory(cast.teams, buildMunicipality(cast.teams, departments), round);
}

/** @returns the paths of the files, relative to the folder in which the demo was started */
async function saveNotat(link: string, folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const accept of ['*/*', 'text/markdown']) {
    const response = await fetch(link, { headers: { accept } });
    if (!response.ok) throw new Error(`the notat’s link was answered with ${response.status}`);
    const file = path.join(folder, fileNameIn(response.headers.get('content-disposition')));
    await writeFile(file, new Uint8Array(await response.arrayBuffer()));
    files.push(path.relative('.', file));
  }
  return files;
}

function fileNameIn(disposition: string | null): string {
  const encoded = /filename\*=UTF-8''(?<name>[^;]+)/u.exec(disposition ?? '')?.groups?.['name'];
  if (encoded === undefined) throw new Error('the notat came without a file name');
  return path.basename(decodeURIComponent(encoded));
}
