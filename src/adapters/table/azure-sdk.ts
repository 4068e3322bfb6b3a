import { createRequire } from 'node:module';
import type { ManagedIdentityCredential } from '@azure/identity';

/**
 * Loads the SDK of the table service as CommonJS modules. The Bot Framework SDK loads most of the same packages as
 * CommonJS modules. With `import`, Node would load them a second time as ES modules: more than 300 files at each start.
 */
const require = createRequire(import.meta.url);

export const { odata, RestError, TableClient } = require('@azure/data-tables') as typeof import('@azure/data-tables');

/**
 * The identity that Azure gave the bot. Its package is loaded here, because a bot that has a key does not need it.
 *
 * @param clientId the client id of a user-assigned identity; undefined for the system-assigned identity
 */
export function managedIdentity(clientId: string | undefined): ManagedIdentityCredential {
  const identity = require('@azure/identity') as typeof import('@azure/identity');
  return new identity.ManagedIdentityCredential(clientId === undefined ? {} : { clientId });
}
