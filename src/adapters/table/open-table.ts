import type { TableServiceClientOptions } from '@azure/data-tables';
import type { Log } from '../../application/ports.js';
import { managedIdentity, TableClient } from './azure-sdk.js';
import { createTable, type Table } from './table.js';
import { createUnreadableRows } from './unreadable-rows.js';

/** How the bot reaches the storage account: with a key, or with the identity that Azure gave the bot. */
export type TableAccount =
  | { readonly connectionString: string }
  | {
      /** `https://<account>.table.core.windows.net` */
      readonly endpoint: string;
      /** The client id of a user-assigned identity; undefined for the system-assigned identity. */
      readonly managedIdentityClientId: string | undefined;
    };

export interface TableSettings {
  readonly tableName?: string;
  /** The time limit for one request with its retries, in milliseconds. */
  readonly timeLimitMs?: number;
  /** Each row that cannot be understood is logged here, once. */
  readonly log?: Log;
  readonly additionalPolicies?: NonNullable<TableServiceClientOptions['additionalPolicies']>;
}

const DEFAULT_TABLE_NAME = 'notatbot';

/**
 * Our choice: a person who has pressed a button waits about ten seconds before Teams reports a failure. An answer needs
 * a read, a write and, at worst, one more read that shows what became of the write.
 */
const DEFAULT_TIME_LIMIT_MS = 3_000;

/** Enough retries for a dropped connection or a service that is busy for a moment, and well within the time limit. */
const RETRIES = { maxRetries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 400 };

/** Opens the bot's table without sending anything. Call `create` before anything else. */
export function openTable(account: TableAccount, settings: TableSettings = {}): Table {
  const options: TableServiceClientOptions = {
    retryOptions: RETRIES,
    ...(settings.additionalPolicies === undefined ? {} : { additionalPolicies: settings.additionalPolicies }),
  };
  const client = createClient(account, settings.tableName ?? DEFAULT_TABLE_NAME, options);
  return createTable(client, settings.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS, createUnreadableRows(settings.log));
}

function createClient(account: TableAccount, tableName: string, options: TableServiceClientOptions) {
  if ('connectionString' in account) {
    const allowInsecureConnection = isLoopback(account.connectionString);
    return TableClient.fromConnectionString(account.connectionString, tableName, {
      ...options,
      allowInsecureConnection,
    });
  }
  const credential = managedIdentity(account.managedIdentityClientId);
  return new TableClient(account.endpoint, tableName, credential, options);
}

/** Whether a connection string points to an emulator on this machine. Only an emulator may be reached without TLS. */
function isLoopback(connectionString: string): boolean {
  return /(?:^|;)\s*TableEndpoint=http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/i.test(connectionString);
}
