import { readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import { startNotatbot } from '../../src/main.js';
import { ADMINISTRATOR_ID, LOCAL_BOT, localConfig, newTenantId } from '../demo/stage.js';
import { startLocalTeams } from '../local-teams/local-teams.js';
import { playFlow } from './flow.js';
import { createLocalClient } from './local-client.js';
import { NoPlayground } from './playground.js';
import { type RecordedExchange, type Recorder, startRecorder } from './recorder.js';
import type { TeamsClient } from './teams-client.js';

/** A Teams that the flow can be played in. */
export interface Cast {
  readonly tenantId: string;
  readonly botId: string;
  readonly client: TeamsClient;
  /** The Entra object id of the person who writes in it, and who sets the bot up. */
  readonly administratorId: string;
  /** The origin of the files of its people. */
  readonly fileOrigin: string;
  readonly stop: () => Promise<void> | void;
}

/** The shipped template, which is sent as the municipality's own. */
const TEMPLATE = new URL('../../../templates/notat.docx', import.meta.url);

/**
 * Starts a new bot for the Teams, and plays the flow in it. If the flow fails, the error contains the bot's log.
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
      const { tenantId, botId, client, administratorId, fileOrigin } = cast;
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
        const template = { name: 'Brevpapir.docx', bytes: await readFile(TEMPLATE) };
        await playFlow(client, recorder, template, (line) => say(`  ${line}`));
        for (const lack of client.lacks) say(`  Note: ${lack}`);
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

export async function castLocalTeams({ endpoint }: Recorder): Promise<Cast> {
  const tenantId = newTenantId();
  // The Playground does not tell the tenant of whoever acts, but it has it in its roster.
  const options = { botEndpoint: endpoint, port: 0, bot: LOCAL_BOT, tenantId, tellsTenant: false };
  const teams = await startLocalTeams(options);
  return {
    tenantId,
    botId: LOCAL_BOT.id,
    client: createLocalClient(teams, LOCAL_BOT.name),
    administratorId: ADMINISTRATOR_ID,
    fileOrigin: new URL(teams.serviceUrl).origin,
    stop: () => teams.stop(),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
