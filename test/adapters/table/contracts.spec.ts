import { createTableChannelRegistry } from '../../../src/adapters/table/channel-registry.js';
import { createTableRoundIndex } from '../../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import { describeChannelRegistry } from '../../contracts/channel-registry-contract.js';
import { describeRoundIndex } from '../../contracts/round-index-contract.js';
import { describeRoundStore } from '../../contracts/round-store-contract.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';

describe('Table Storage', () => {
  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });

  describeRoundStore('a table', async () => createTableRoundStore(await createFreshTable()));
  describeRoundIndex('a table', async () => createTableRoundIndex(await createFreshTable()));
  describeChannelRegistry('a table', async () => createTableChannelRegistry(await createFreshTable()));
});
