import { createMemoryFiles, createMemoryTemplates } from '../support/memory-files.js';
import { createMemoryStores } from '../support/memory-stores.js';
import { describeChannelRegistry } from './channel-registry-contract.js';
import { describeFileStore } from './file-store-contract.js';
import { describeRegistryAudit } from './registry-audit-contract.js';
import { describeRoundIndex } from './round-index-contract.js';
import { describeRoundStore } from './round-store-contract.js';
import { describeTemplateStore } from './template-store-contract.js';
import { describeUnreadableRows } from './unreadable-rows-contract.js';

describeRoundStore('memory', async () => createMemoryStores().rounds);
describeRoundIndex('memory', async () => createMemoryStores().index);
describeChannelRegistry('memory', async () => createMemoryStores().channels);
describeRegistryAudit('memory', async () => createMemoryStores().registryAudit);
describeFileStore('memory', async () => createMemoryFiles());
describeTemplateStore('memory', async () => createMemoryTemplates());
describeUnreadableRows('memory', async () => createMemoryStores());
