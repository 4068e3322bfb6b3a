import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import { type RunningNotatbot, startNotatbot } from '../../src/main.js';
import { type EmbeddedAzurite, startEmbeddedAzurite } from '../demo/embedded-azurite.js';
import { DemoProblem } from '../demo/problem.js';
import { sentenceFor } from '../demo/problem-sentence.js';
import { readRoundFile } from '../demo/round-file.js';
import { LOCAL_BOT, localConfig, newTenantId } from '../demo/stage.js';
import { tellStory } from '../demo/story.js';
import { prepareFolder } from '../demo/writable-folder.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import type { SavedTeams } from '../local-teams/saved-teams.js';
import { startTeamsWithPage } from '../local-teams/teams-page.js';
import { type DevOptions, readOptions } from './options.js';
import { keepTeamsFile, readTeamsFile, type TeamsFile } from './teams-file.js';
import { buildTown } from './town.js';

interface Cast {
  azurite?: EmbeddedAzurite;
  teams?: LocalTeams;
  bot?: RunningNotatbot;
  file?: TeamsFile;
}

const LAST_YEAR = new URL('../../../dev/town/last-year.json', import.meta.url);

const cast: Cast = {};
try {
  const options = readOptions(process.argv.slice(2), process.env);
  await start(options);
  // After one Ctrl+C, the terminal sends a signal and npm sends another. The second must not interrupt the stop.
  let isStopping = false;
  const stopOnce = () => {
    if (!isStopping) void stop();
    isStopping = true;
  };
  process.on('SIGINT', stopOnce).on('SIGTERM', stopOnce);
  console.log(
    [
      `Open ${cast.teams?.serviceUrl}`,
      `Ctrl+C stops. What happens is kept in ${path.relative('.', options.dataFolder)}; --reset forgets it.`,
    ].join('\n'),
  );
} catch (error) {
  fail(error);
  await stop();
}

async function start(options: DevOptions): Promise<void> {
  const teamsFile = path.join(options.dataFolder, 'teams.json');
  const tables = path.join(options.dataFolder, 'tables');
  const saved = options.isReset ? undefined : await readTeamsFile(teamsFile);
  requireSamePort(options, saved);
  const tenantId = saved?.tenantId ?? newTenantId();
  // The local Teams starts first. If another run uses the folder, it has the port, so this fails before it empties the
  // folder.
  const teams = await startTeamsWithPage({
    botEndpoint: `http://127.0.0.1:${options.botPort}/api/messages`,
    port: options.teamsPort,
    bot: LOCAL_BOT,
    tenantId,
    ...(saved === undefined ? {} : { saved }),
  });
  cast.teams = teams;
  await prepareFolder(options.dataFolder, { isEmptied: options.isReset });
  // If there are tables but no saved Teams, a first run was interrupted.
  if (saved === undefined) await rm(tables, { recursive: true, force: true });
  cast.azurite = await startEmbeddedAzurite({ port: options.tablePort, dataFolder: tables });
  const { connectionString } = cast.azurite;
  const log = createJsonLog(createWriteStream(path.join(options.dataFolder, 'notatbot.log'), { flags: 'a' }));
  const { serviceUrl } = teams;
  cast.bot = await startNotatbot(localConfig({ port: options.botPort, serviceUrl, tenantId, connectionString }), log);
  console.log('AUTHENTICATION IS OFF: bot and Teams are local, and listen on 127.0.0.1 only.');
  if (saved === undefined) await beginWith(teams, options);
  cast.file = await keepTeamsFile(teamsFile, teams, (error) => {
    console.error(`The local Teams could not be saved: ${sentenceFor(error)}`);
  });
}

/** The port must be the same as before, because the bot has stored the connector's address with every conversation. */
function requireSamePort({ teamsPort, dataFolder }: DevOptions, saved: SavedTeams | undefined): void {
  if (saved === undefined || new URL(saved.serviceUrl).port === String(teamsPort)) return;
  const { port } = new URL(saved.serviceUrl);
  throw new DemoProblem(
    `What is in ${path.relative('.', dataFolder)} was made with LOCAL_TEAMS_PORT=${port}: start with that, or forget it with --reset.`,
  );
}

/** Builds the town. Unless it shall be empty, the departments are registered and last year's round is played. */
async function beginWith(teams: LocalTeams, { isEmpty }: DevOptions): Promise<void> {
  const town = buildTown(teams);
  const later = teams.teams.filter((team) => isEmpty || team !== town.team);
  for (const team of later) await teams.installBot(team, town.secretary);
  if (!isEmpty) {
    console.log('First run: last year’s round is played …');
    const { steps } = tellStory(teams, town, await readRoundFile(LAST_YEAR));
    for (const { play } of steps) await play(() => undefined);
  }
  for (const person of teams.people) {
    const channels = teams.teams.flatMap((team) => team.channels);
    for (const place of [teams.personalChat(person), ...channels]) teams.markRead(person, place);
  }
}

/**
 * The bot is stopped first, so that its last writes are saved. If one part fails to stop, the others are still stopped.
 */
async function stop(): Promise<void> {
  const ends = [() => cast.bot?.stop(), () => cast.file?.close(), () => cast.teams?.stop(), () => cast.azurite?.stop()];
  for (const end of ends) {
    try {
      await end();
    } catch (error) {
      fail(error);
    }
  }
}

function fail(error: unknown): void {
  console.error(sentenceFor(error));
  process.exitCode = 1;
}
