import { createTableChannelRegistry } from '../../../src/adapters/table/channel-registry.js';
import { createTableFileStore } from '../../../src/adapters/table/file-store.js';
import { createTableKnownTeams } from '../../../src/adapters/table/known-teams.js';
import { createTableOwnDrafts } from '../../../src/adapters/table/own-drafts.js';
import { createTablePreferences } from '../../../src/adapters/table/preferences.js';
import { createTableProcesses } from '../../../src/adapters/table/processes.js';
import { createTableRegistryAudit } from '../../../src/adapters/table/registry-audit.js';
import { createTableRoundIndex } from '../../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import { createTableSetupRequests } from '../../../src/adapters/table/setup-requests.js';
import { createTableTemplateStore } from '../../../src/adapters/table/template-store.js';
import { tableStores } from '../../application/table-stores.js';
import { describeChannelRegistry } from '../../contracts/channel-registry-contract.js';
import { describeFileStore } from '../../contracts/file-store-contract.js';
import { describeKnownTeams } from '../../contracts/known-teams-contract.js';
import { describeOwnDrafts } from '../../contracts/own-drafts-contract.js';
import { describePreferences } from '../../contracts/preferences-contract.js';
import { describeProcesses } from '../../contracts/processes-contract.js';
import { describeRegistryAudit } from '../../contracts/registry-audit-contract.js';
import { describeRegistryTraces } from '../../contracts/registry-trace-contract.js';
import { describeRoundIndex } from '../../contracts/round-index-contract.js';
import { describeRoundStore } from '../../contracts/round-store-contract.js';
import { describeSetupRequests } from '../../contracts/setup-requests-contract.js';
import { describeTemplateStore } from '../../contracts/template-store-contract.js';
import { describeUnreadableRows } from '../../contracts/unreadable-rows-contract.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import { keyOfSpoilable, spoilRow } from '../../support/spoil-row.js';

/** Whatever races here, on however busy a machine, is given the time that it takes. */
const PATIENT = { timeLimitMs: AZURITE_START_MS };

describe('Table Storage', () => {
  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });

  describeRoundStore('a table', async () => createTableRoundStore(await createFreshTable(PATIENT)));
  describeRoundIndex('a table', async () => createTableRoundIndex(await createFreshTable()));
  describeProcesses('a table', async () => createTableProcesses(await createFreshTable()));
  describeChannelRegistry('a table', async () => createTableChannelRegistry(await createFreshTable()));
  describeRegistryAudit('a table', async () => createTableRegistryAudit(await createFreshTable()));
  describeRegistryTraces('a table', async () => tableStores(await createFreshTable()));
  describeSetupRequests('a table', async () => createTableSetupRequests(await createFreshTable()));
  describeOwnDrafts('a table', async () => createTableOwnDrafts(await createFreshTable()));
  describeKnownTeams('a table', async () => createTableKnownTeams(await createFreshTable()));
  describePreferences('a table', async () => createTablePreferences(await createFreshTable()));
  describeFileStore('a table', async () => createTableFileStore(await createFreshTable()));
  describeTemplateStore('a table', async () => createTableTemplateStore(await createFreshTable()));
  describeUnreadableRows('a table', async () => {
    const table = await createFreshTable();
    return {
      ...tableStores(table),
      spoil: (row) => spoilRow(table, keyOfSpoilable(row)),
    };
  });
});
