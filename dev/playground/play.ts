import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import { startNotatbot } from '../../src/main.js';
import { ADMINISTRATOR_ID, LOCAL_BOT, localConfig, newTenantId } from '../demo/stage.js';
import { type LocalTeams, startLocalTeams } from '../local-teams/local-teams.js';
import { playFlow } from './flow.js';
import { createLocalClient } from './local-client.js';
import { createLocalStory } from './local-story.js';
import { buildLocalTown, type LocalTown } from './local-town.js';
import { NoPlayground } from './playground.js';
import { type RecordedExchange, type Recorder, startRecorder } from './recorder.js';
import { playStory } from './story.js';
import type { StoryTeams } from './story-teams.js';
import type { TeamsClient } from './teams-client.js';

/** A Teams that something can be played in. */
export interface Cast {
  readonly tenantId: string;
  readonly botId: string;
  /** Plays it, and says each step. */
  play(say: (line: string) => void): Promise<void>;
  /** The Entra object id of the person who writes in it, and who sets the bot up. */
  readonly administratorId: string;
  /** The origin of the files of its people. */
  readonly fileOrigin: string;
  readonly stop: () => Promise<void> | void;
}

/** The shipped template, which is sent as the municipality's own. */
const TEMPLATE = new URL('../../../templates/notat.docx', import.meta.url);

/**
 * Starts a new bot for the Teams, and plays in it. If that fails, the error contains the bot's log.
 *
 * @returns the HTTP traffic between the Teams and the bot
 */
export async function playIn(
  name: string,
  storage: { readonly connectionString: string; readonly tableName: string },
  castFor: (recorder: Recorder) => Promise<Cast>,
  say: (line: string) => void,
): Promise<readonly RecordedExchange[]> {
  const recorder = await startRecorder();
  const log: string[] = [];
  try {
    const cast = await castFor(recorder);
    try {
      const { tenantId, botId, administratorId, fileOrigin } = cast;
      const settings = localConfig({ ...storage, port: 0, serviceUrl: recorder.origin, tenantId });
      const identity = { kind: 'unauthenticated' as const, botId };
      const bot = await startNotatbot(
        {
          ...settings,
          identity,
          administrators: [administratorId],
          tableName: storage.tableName,
          fileOrigins: [fileOrigin],
        },
        createJsonLog(new Writable({ write: (chunk, _, done) => done(void log.push(String(chunk))) })),
      );
      recorder.pointAt(`http://127.0.0.1:${bot.port}/api/messages`);
      try {
        say(`\nIn the ${name}:`);
        await cast.play((line) => say(`  ${line}`));
      } finally {
        await bot.stop();
      }
    } finally {
      await cast.stop();
    }
  } catch (error) {
    if (error instanceof NoPlayground) throw error;
    throw new Error(`In the ${name}: ${messageOf(error)}\nThe bot logged:\n${log.join('')}`, { cause: error });
  } finally {
    await recorder.stop();
  }
  return recorder.exchanges;
}

/** Plays the flow, over HTTP. */
export function flowIn(client: TeamsClient, recorder: Recorder): Cast['play'] {
  return async (say) => {
    const template = { name: 'Brevpapir.docx', bytes: await readFile(TEMPLATE) };
    await playFlow(client, recorder, template, say);
    for (const lack of client.lacks) say(`Note: ${lack}`);
  };
}

/** Plays the story, as one person sees it. */
export function storyIn(teams: StoryTeams): Cast['play'] {
  return (say) => playStory(teams, say);
}

export function castFlowLocally(recorder: Recorder): Promise<Cast> {
  return castLocalTeams(recorder, (teams, town) => flowIn(createLocalClient(teams, town, LOCAL_BOT.name), recorder));
}

export function castStoryLocally(recorder: Recorder): Promise<Cast> {
  return castLocalTeams(recorder, (teams, town) => storyIn(createLocalStory(teams, town, LOCAL_BOT.name)));
}

async function castLocalTeams(
  { endpoint }: Recorder,
  playWith: (teams: LocalTeams, town: LocalTown) => Cast['play'],
): Promise<Cast> {
  const tenantId = newTenantId();
  // The Playground does not tell the tenant of whoever acts, but it has it in its roster.
  const options = { botEndpoint: endpoint, port: 0, bot: LOCAL_BOT, tenantId, tellsTenant: false };
  const teams = await startLocalTeams(options);
  return {
    tenantId,
    botId: LOCAL_BOT.id,
    play: playWith(teams, buildLocalTown(teams)),
    administratorId: ADMINISTRATOR_ID,
    fileOrigin: new URL(teams.serviceUrl).origin,
    stop: () => teams.stop(),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
