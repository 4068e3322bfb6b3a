import { azurite, SHARED_AZURITE } from './azurite.js';

/** Called by Mocha once a run, before it starts its workers, which inherit the environment. */
export async function mochaGlobalSetup(): Promise<void> {
  process.env[SHARED_AZURITE] = await azurite();
}
