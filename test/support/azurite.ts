import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { startEmbeddedAzurite } from '../../dev/demo/embedded-azurite.js';
import { openTable, type TableSettings } from '../../src/adapters/table/open-table.js';
import type { Table } from '../../src/adapters/table/table.js';

/** How long to let `azurite()` take the first time it is called; a failure guard. */
export const AZURITE_START_MS = 60_000;

let starting: Promise<string> | undefined;

/**
 * The connection string of the one Azurite that all tests of this process share, started by whoever asks first.
 * It ends with the process. Each test takes a table of its own.
 */
export function azurite(): Promise<string> {
  starting ??= start();
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

/** A port of 127.0.0.1 that nothing listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server without a port.');
  return address.port;
}

function isPortTaken(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
}
