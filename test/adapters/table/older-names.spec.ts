import assert from 'node:assert/strict';
import { createTableChannelRegistry } from '../../../src/adapters/table/channel-registry.js';
import { channelKey, nameClaimKey } from '../../../src/adapters/table/keys.js';
import { writeBody } from '../../../src/adapters/table/row-body.js';
import type { Table } from '../../../src/adapters/table/table.js';
import type { ChannelRegistry } from '../../../src/application/ports.js';
import type { RegisteredDepartment } from '../../../src/domain/channel/department.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import {
  aDepartment,
  aDepartmentId,
  anAddress,
  aPerson,
  aRegisteredDepartment,
  aTrace,
  TENANT,
} from '../../support/builders.js';

/** Version 0.1 took this name, with a Cyrillic letter in it, and named its claim after its lower case. */
const OLDER = { name: 'Skоle ½', nameKey: 'skоle ½' };

/** The same name as people write it today. */
const TODAY = 'Skole 1⁄2';
const KEY_OF_TODAY = 'skole 1⁄2';

describe('a department that version 0.1 registered under a name with another key', () => {
  const skole = department('skole', OLDER.name);
  let table: Table;
  let registry: ChannelRegistry;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });

  beforeEach(async () => {
    table = await createFreshTable();
    registry = createTableChannelRegistry(table);
    await registerAsOlder(skole, OLDER.nameKey);
  });

  async function registerAsOlder({ address, ...channel }: RegisteredDepartment, nameKey: string) {
    const { tenantId, channelId } = address;
    const row = { key: channelKey(tenantId, channelId), properties: writeBody({ address, ...channel }) };
    const claim = { key: nameClaimKey(tenantId, nameKey), properties: { channelId } };
    const changes = [row, claim].map((each) => ({ change: 'insert', row: each }) as const);
    assert.equal((await table.transact(changes)).kind, 'done');
  }

  const claims = async () => {
    const keys: string[] = [];
    for await (const page of table.everything()) keys.push(...page.map(({ key }) => key.rowKey));
    return keys.filter((key) => key.startsWith('name|'));
  };

  it('keeps its name from others, however they write it', async () => {
    for (const name of [OLDER.name, TODAY, TODAY.toUpperCase()]) {
      assert.deepEqual(
        await registry.register(department('anden', name), aTrace()),
        { outcome: 'taken', by: skole },
        name,
      );
    }
    assert.deepEqual(await registry.list(TENANT), [skole]);
  });

  it('keeps its name from others who write it with another dash or apostrophe', async () => {
    for (const [channel, name, today] of [
      ['pleje', 'Pleje\u2010omsorg', 'Pleje-omsorg'],
      ['unge', 'B\u2013U', 'B-U'],
      ['boern', 'Børn\u2019s', "Børn's"],
    ] as const) {
      const older = department(channel, name);
      await registerAsOlder(older, name.toLowerCase());
      for (const each of [name, today]) {
        assert.deepEqual(await registry.register(department('anden', each), aTrace()), { outcome: 'taken', by: older });
      }
    }
  });

  it('gets heads, and keeps its name from others after that', async () => {
    const headed = { ...skole, department: { ...skole.department, heads: [aPerson()] } };
    assert.deepEqual(await registry.register(headed, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(skole.address), headed);
    assert.deepEqual(await registry.register(department('anden', TODAY), aTrace()), { outcome: 'taken', by: headed });
  });

  it('gets its name in the form of today', async () => {
    assert.deepEqual(await registry.register(department('skole', TODAY), aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(skole.address), department('skole', TODAY));
    assert.equal((await registry.register(department('anden', OLDER.name), aTrace())).outcome, 'taken');
  });

  it('gets another name, and leaves its old one to others', async () => {
    assert.deepEqual(await registry.register(department('skole', 'Dagtilbud'), aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.register(department('anden', TODAY), aTrace()), { outcome: 'registered' });
    assert.equal((await claims()).length, 2);
  });

  it('is removed, and leaves its name to others', async () => {
    assert.deepEqual(await registry.remove(skole.address, aTrace()), skole);
    assert.deepEqual(await claims(), []);
    assert.deepEqual(await registry.register(department('anden', TODAY), aTrace()), { outcome: 'registered' });
  });

  it('goes on beside one whose name has become the same, and takes nothing with it when it goes', async () => {
    const twin = department('tvilling', TODAY);
    await registerAsOlder(twin, KEY_OF_TODAY);
    const headed = { ...skole, department: { ...skole.department, heads: [aPerson()] } };
    assert.deepEqual(await registry.register(headed, aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.remove(skole.address, aTrace()), headed);
    assert.deepEqual(await claims(), [nameClaimKey(TENANT, KEY_OF_TODAY).rowKey]);
    assert.deepEqual(await registry.register(department('anden', OLDER.name), aTrace()), {
      outcome: 'taken',
      by: twin,
    });
  });

  it('is renamed where its claim was lost', async () => {
    const lost = department('tabt', 'Fritid ½');
    const row = { key: channelKey(TENANT, lost.address.channelId), properties: writeBody(lost) };
    await table.transact([{ change: 'insert', row }]);
    assert.deepEqual(await registry.register(department('tabt', 'Fritid'), aTrace()), { outcome: 'registered' });
    assert.deepEqual(await registry.find(lost.address), department('tabt', 'Fritid'));
  });
});

function department(channel: string, name: string): RegisteredDepartment {
  return aRegisteredDepartment({
    address: anAddress({}, channel),
    department: aDepartment({ id: aDepartmentId(channel), name }),
  });
}
