import { createTableChannelRegistry } from '../../src/adapters/table/channel-registry.js';
import { createTableKnownTeams } from '../../src/adapters/table/known-teams.js';
import { createTableOwnDrafts } from '../../src/adapters/table/own-drafts.js';
import { createTablePreferences } from '../../src/adapters/table/preferences.js';
import { createTableProcesses } from '../../src/adapters/table/processes.js';
import { createTableRegistryAudit } from '../../src/adapters/table/registry-audit.js';
import { createTableRoundIndex } from '../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../src/adapters/table/round-store.js';
import { createTableSetupRequests } from '../../src/adapters/table/setup-requests.js';
import type { Table } from '../../src/adapters/table/table.js';
import type { MemoryStores } from '../support/memory-stores.js';

/** The stores of one process over a table. Another process over the same table has others. */
export function tableStores(table: Table): MemoryStores {
  return {
    rounds: createTableRoundStore(table),
    processes: createTableProcesses(table),
    index: createTableRoundIndex(table),
    channels: createTableChannelRegistry(table),
    registryAudit: createTableRegistryAudit(table),
    setupRequests: createTableSetupRequests(table),
    knownTeams: createTableKnownTeams(table),
    preferences: createTablePreferences(table),
    ownDrafts: createTableOwnDrafts(table),
  };
}
