import { randomBytes, randomUUID } from 'node:crypto';
import type { Config } from '../../src/config.js';
import { PERSON_ACTS_A_MINUTE } from '../../src/domain/limits.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';

/** The id and the name of the bot in the local Teams. */
export const LOCAL_BOT = { id: '28:notatbot', name: 'Notatbot' } as const;

/** The Entra object id of the one administrator in the local Teams. */
export const ADMINISTRATOR_ID = 'a0000000-0000-4000-8000-00000000000a';

/** Every run has a new tenant, so that it does not find data of an earlier run. */
export function newTenantId(): string {
  return randomUUID();
}

/** Settings for a bot in the local Teams on this machine. It has no authentication, and listens only on loopback. */
export function localConfig(local: {
  readonly port: number;
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly connectionString: string;
}): Config {
  return {
    host: '127.0.0.1',
    port: local.port,
    publicUrl: `http://127.0.0.1:${local.port}`,
    language: 'da',
    calendar: DEFAULT_CALENDAR,
    linkSecret: randomBytes(32).toString('base64'),
    previousLinkSecret: undefined,
    trustedProxies: [],
    personActsAMinute: PERSON_ACTS_A_MINUTE,
    identity: { kind: 'unauthenticated', botId: LOCAL_BOT.id },
    administrators: [ADMINISTRATOR_ID],
    tenantIds: [local.tenantId],
    serviceOrigins: [new URL(local.serviceUrl).origin],
    fileOrigins: [new URL(local.serviceUrl).origin],
    templatePath: undefined,
    storage: { kind: 'connection string', connectionString: local.connectionString },
    tableName: 'notatbot',
    targetedMessages: false,
    postsASecond: 40,
  };
}
