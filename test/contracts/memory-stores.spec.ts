import { createMemoryStores } from '../support/memory-stores.js';
import { describeChannelRegistry } from './channel-registry-contract.js';
import { describeRoundIndex } from './round-index-contract.js';
import { describeRoundStore } from './round-store-contract.js';

describeRoundStore('memory', async () => createMemoryStores().rounds);
describeRoundIndex('memory', async () => createMemoryStores().index);
describeChannelRegistry('memory', async () => createMemoryStores().channels);
