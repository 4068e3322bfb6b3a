import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { startEmbeddedAzurite } from '../../dev/demo/embedded-azurite.js';
import { openTable, type TableSettings } from '../../src/adapters/table/open-table.js';
import type { Table } from '../../src/adapters/table/table.js';

/** How long to let `azurite()` take the first time it is called; a failure guard. */
export const AZURITE_START_MS = 60_000;

/** The environment's setting that names the Azurite of the whole run, where there is one. */
export const SHARED_AZURITE = 'NOTATBOT_TEST_AZURITE';

let starting: Promise<string> | undefined;

/**
 * The connection string of the one Azurite that all tests of a run share. Where nobody has started it for the run,
 * whoever asks first starts one for this process. It ends with the process that started it. Each test takes a table of
 * its own.
 */
export function azurite(): Promise<string> {
  const shared = process.env[SHARED_AZURITE];
  starting ??= shared === undefined ? start() : Promise.resolve(shared);
  return starting;
}

export function newTableName(): string {
  return `t${randomUUID().replaceAll('-', '')}`;
}

/** A new, empty table. */
export async function createFreshTable(settings: TableSettings = {}, connectionString?: string): Promise<Table> {
  const table = openTable(
    { connectionString: connectionString ?? (await azurite()) },
    { tableName: newTableName(), ...settings },
  );
  await table.create();
  return table;
}

/** A port is free until someone else takes it between the look and the start; then another is tried. */
async function start(): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await startEmbeddedAzurite({ port: await freePort() })).connectionString;
    } catch (cause) {
      if (!isPortTaken(cause) || tries === 5) throw cause;
    }
  }
}

/**
 * A port of 127.0.0.1 that nothing listens on just now. It lies below those that systems give out by themselves, so that no
 * other spec's server or connection gets it before it is used, and above 10080, which no client may fetch from.
 */
export async function freePort(): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    const port = randomInt(10_100, 30_000);
    const server = createServer().listen(port, '127.0.0.1');
    try {
      await once(server, 'listening');
      server.close();
      await once(server, 'close');
      return port;
    } catch (cause) {
      if (!isPortTaken(cause) || tries === 50) throw cause;
    }
  }
}

function isPortTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}
