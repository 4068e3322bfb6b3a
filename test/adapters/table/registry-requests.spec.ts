import assert from 'node:assert/strict';
import { channelKey, secretariatClaimKey } from '../../../src/adapters/table/keys.js';
import { openTable } from '../../../src/adapters/table/open-table.js';
import type { Properties } from '../../../src/adapters/table/row.js';
import type { Table } from '../../../src/adapters/table/table.js';
import { UnreadableRow } from '../../../src/application/ports.js';
import { tableStores } from '../../application/table-stores.js';
import { AZURITE_START_MS, azurite, newTableName } from '../../support/azurite.js';
import {
  aDepartment,
  anAddress,
  aRegisteredDepartment,
  aSecretariat,
  aSetupRequest,
  aTrace,
  TENANT,
} from '../../support/builders.js';
import { type FaultProxy, startFaultProxy } from '../../support/fault-proxy.js';
import type { MemoryStores } from '../../support/memory-stores.js';
import { CORRUPT, OF_NEWER, spoilRow } from '../../support/spoil-row.js';

const READ = 'read';
const LIST = 'list';
const WRITE = 'write';

describe('the storage requests for registrations', () => {
  let proxy: FaultProxy;
  /** The table past the proxy, for what is arranged. */
  let table: Table;
  let direct: MemoryStores;
  let stores: MemoryStores;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    proxy = await startFaultProxy(await azurite());
  });
  after(() => proxy.close());

  beforeEach(async () => {
    const tableName = newTableName();
    table = openTable({ connectionString: await azurite() }, { tableName });
    await table.create();
    direct = tableStores(table);
    stores = tableStores(openTable({ connectionString: proxy.connectionString }, { tableName }));
    await direct.channels.register(aSecretariat(), aTrace());
    await direct.channels.register(aRegisteredDepartment(), aTrace());
    proxy.reset();
  });

  /** Each request that something takes, in order. */
  async function requestsOf(doing: () => Promise<unknown>): Promise<readonly string[]> {
    proxy.reset();
    await doing();
    return proxy.requests.map(({ method, path }) => {
      if (method !== 'GET') return WRITE;
      return path.includes('$filter') ? LIST : READ;
    });
  }

  const renamed = aRegisteredDepartment({ department: aDepartment({ name: 'Dagtilbud' }) });
  const added = aRegisteredDepartment({ address: anAddress({}, 'ny'), department: aDepartment({ name: 'Skole' }) });
  const moved = aRegisteredDepartment({ address: anAddress({}, 'ny') });
  const counts: readonly (readonly [string, readonly string[], () => Promise<unknown>])[] = [
    ['finding a channel', [READ], () => stores.channels.find(anAddress())],
    ['finding what a channel was', [READ], () => stores.channels.findRemoved(anAddress())],
    ['listing the channels', [LIST], () => stores.channels.list(TENANT)],
    ['finding the secretariat', [READ, READ], () => stores.channels.secretariat(TENANT)],
    ['finding that there is no secretariat', [READ, LIST], () => stores.channels.secretariat('en-anden')],
    ['registering a channel', [READ, LIST, WRITE], () => stores.channels.register(added, aTrace())],
    ['registering it again', [READ], () => stores.channels.register(aRegisteredDepartment(), aTrace())],
    ['giving it another name', [READ, LIST, WRITE], () => stores.channels.register(renamed, aTrace())],
    ['moving a channel', [READ, READ, READ, WRITE], () => stores.channels.move(anAddress(), moved, aTrace())],
    [
      'moving what is not registered',
      [READ, READ],
      () => stores.channels.move(anAddress({}, 'ukendt'), moved, aTrace()),
    ],
    ['removing a channel', [READ, WRITE], () => stores.channels.remove(anAddress(), aTrace())],
    ['removing what is not registered', [READ], () => stores.channels.remove(added.address, aTrace())],
    ['finding a setup request', [READ], () => stores.setupRequests.find(TENANT, anAddress().channelId)],
    ['storing a setup request', [WRITE], () => stores.setupRequests.put(aSetupRequest(), undefined)],
    ['adding a line', [WRITE], () => stores.registryAudit.add(TENANT, aTrace().line, aTrace().operation)],
    ['reading the audit', [LIST], () => stores.registryAudit.read(TENANT)],
  ];
  for (const [what, requests, doing] of counts) {
    it(`are, for ${what}: ${requests.join(', ')}`, async () => {
      assert.deepEqual(await requestsOf(doing), requests);
    });
  }

  const SECRETARIAT = aSecretariat().address;

  describe('where the secretariat’s claim', () => {
    const wrong: readonly (readonly [string, Properties])[] = [
      ['is corrupt', { channelId: 7 }],
      ['names a department’s channel', { channelId: anAddress().channelId }],
      ['names a channel that is not registered', { channelId: '19:ukendt@thread.tacv2' }],
      ['is a newer version’s', { ...OF_NEWER, channelId: 7 }],
    ];
    for (const [what, properties] of wrong) {
      it(`${what}, take the list too, and find it`, async () => {
        await spoilRow(table, secretariatClaimKey(TENANT), properties);
        const requests = await requestsOf(async () => {
          assert.deepEqual(await stores.channels.secretariat(TENANT), aSecretariat());
        });
        assert.ok(requests.includes(LIST), requests.join());
      });
    }

    it('is missing, take the list, and find it', async () => {
      const claim = await table.read(secretariatClaimKey(TENANT));
      assert.ok(claim && (await table.delete(claim.key, claim.etag)));
      assert.deepEqual(await stores.channels.secretariat(TENANT), aSecretariat());
    });

    it('names a channel that cannot be read although another is the secretariat’s, find the other', async () => {
      await spoilRow(table, secretariatClaimKey(TENANT), { channelId: anAddress().channelId });
      await spoilRow(table, channelKey(TENANT, anAddress().channelId), CORRUPT);
      assert.deepEqual(await stores.channels.secretariat(TENANT), aSecretariat());
    });

    it('is a newer version’s and no channel confirms it, end with a rejection', async () => {
      await direct.channels.remove(SECRETARIAT, aTrace());
      const row = { key: secretariatClaimKey(TENANT), properties: { ...OF_NEWER } };
      await table.transact([{ change: 'insert', row }]);
      await assert.rejects(stores.channels.secretariat(TENANT), UnreadableRow);
    });
  });
});
