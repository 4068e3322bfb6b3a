import { Writable } from 'node:stream';
import { LOCAL_BOT, localConfig, newTenantId } from '../../dev/demo/stage.js';
import { type LocalTeams, startLocalTeams } from '../../dev/local-teams/local-teams.js';
import { startTeamsWithPage } from '../../dev/local-teams/teams-page.js';
import { createJsonLog } from '../../src/adapters/system/json-log.js';
import { openTable } from '../../src/adapters/table/open-table.js';
import type { Table } from '../../src/adapters/table/table.js';
import type { Config } from '../../src/config.js';
import { type RunningNotatbot, startNotatbot } from '../../src/main.js';
import { azurite, freePort, newTableName } from './azurite.js';
import { PATIENT } from './patience.js';

/** The real bot, on a real table service and the local Teams, as a test sets them. */
export interface Stage {
  readonly teams: LocalTeams;
  /** Where the bot takes activities. */
  readonly endpoint: string;
  /** The bot's table, reached past whatever stands between the bot and it. */
  readonly table: Table;
  /** What the bot has logged so far, a line an event. */
  readonly log: readonly string[];
  /** Resolves when the bot has delivered everything that is due. */
  idle(): Promise<void>;
  /** Ends the bot and starts it again with the same settings. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface StageOptions {
  /** What differs from a demo's settings. */
  readonly config?: Partial<Config>;
  /** Where the table service is reached; straight when left out. */
  readonly connectionString?: string;
  /** Whether activities name the tenant of whoever sent them; they do unless a test says otherwise. */
  readonly tellsTenant?: boolean;
  /** Whether the local Teams has its web page, at `teams.serviceUrl`. */
  readonly hasPage?: boolean;
}

export async function setStage({
  config,
  connectionString,
  tellsTenant = true,
  hasPage = false,
}: StageOptions = {}): Promise<Stage> {
  const tenantId = newTenantId();
  const startTeams = hasPage ? startTeamsWithPage : startLocalTeams;
  const common = { botEndpoint: 'http://127.0.0.1:1/', port: 0, bot: LOCAL_BOT, tenantId, tellsTenant };
  const teams = await startTeams({ ...common, ...PATIENT });
  const log: string[] = [];
  const settings: Config = {
    ...localConfig({
      port: await freePort(),
      serviceUrl: teams.serviceUrl,
      tenantId,
      connectionString: connectionString ?? (await azurite()),
    }),
    tableName: newTableName(),
    // Specs press faster than any person.
    personActsAMinute: Number.MAX_SAFE_INTEGER,
    ...config,
  };
  const endpoint = `http://127.0.0.1:${settings.port}/api/messages`;
  const start = async () => {
    const bot = await startNotatbot(settings, createJsonLog(into(log)));
    teams.pointAt(endpoint);
    return bot;
  };
  let bot: RunningNotatbot = await start();
  return {
    teams,
    endpoint,
    table: openTable({ connectionString: await azurite() }, { tableName: settings.tableName }),
    log,
    idle: () => bot.idle(),
    restart: async () => {
      await bot.stop();
      bot = await start();
    },
    stop: async () => {
      await bot.stop();
      await teams.stop();
    },
  };
}

function into(lines: string[]): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
}
