import assert from 'node:assert/strict';
import { createTableChannelRegistry } from '../../../src/adapters/table/channel-registry.js';
import { openTable } from '../../../src/adapters/table/open-table.js';
import { createTableProcesses } from '../../../src/adapters/table/processes.js';
import { createTableRegistryAudit } from '../../../src/adapters/table/registry-audit.js';
import { createTableRoundIndex } from '../../../src/adapters/table/round-index.js';
import { createTableRoundStore } from '../../../src/adapters/table/round-store.js';
import { createTableSetupRequests } from '../../../src/adapters/table/setup-requests.js';
import type { Table } from '../../../src/adapters/table/table.js';
import type { RoundChange, RoundStore, RowTag, Stored } from '../../../src/application/ports.js';
import { operationId } from '../../../src/domain/ids.js';
import type { RoundDepartment } from '../../../src/domain/round/round.js';
import { AZURITE_START_MS, azurite, newTableName } from '../../support/azurite.js';
import {
  aDelivery,
  aDepartmentId,
  anAddress,
  anAuditLine,
  aPerson,
  aRegisteredDepartment,
  aRegistryLine,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSetupRequest,
  aTrace,
  aVersion,
  START,
  TENANT,
} from '../../support/builders.js';
import { type FaultProxy, isWrite, type SeenRequest, startFaultProxy } from '../../support/fault-proxy.js';

const ROUND = aRoundId();
const BOERN = aDepartmentId();
const ENTRY = { roundId: ROUND, tenantId: TENANT, createdAt: START };
const SECRET = 'Ordene, som ingen andre må se';

/** As many times as one write is sent: once, and two retries. */
const EVERY_TRY = 3;

/** Longer than any spec: what is not about the limit never meets it. */
const NO_LIMIT_MS = 3_600_000;

/** For what hangs, and is waited for until it has been given up. */
const SHORT_LIMIT_MS = 1_000;

describe('Table Storage behind a connection that fails', () => {
  let proxy: FaultProxy;
  let store: RoundStore;
  /** As `store`, but soon gives up. */
  let impatient: RoundStore;
  /** The same table, reached past the proxy. */
  let direct: RoundStore;
  let tableName: string;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    proxy = await startFaultProxy(await azurite());
  });
  after(() => proxy.close());
  afterEach(() => proxy.reset());

  beforeEach(async () => {
    tableName = newTableName();
    const table = faultyTable();
    await table.create();
    store = createTableRoundStore(table);
    impatient = createTableRoundStore(faultyTable(SHORT_LIMIT_MS));
    direct = createTableRoundStore(
      openTable({ connectionString: await azurite() }, { tableName, timeLimitMs: NO_LIMIT_MS }),
    );
    await direct.commit(ROUND, operationId('arrange'), [
      { change: 'insert round', round: aRound({ state: 'open' }) },
      { change: 'insert department', department: aRoundDepartment() },
      { change: 'insert delivery', delivery: aDelivery() },
    ]);
    proxy.reset();
  });

  /** The table as it is reached through the proxy. */
  function faultyTable(timeLimitMs = NO_LIMIT_MS): Table {
    return openTable({ connectionString: proxy.connectionString }, { tableName, timeLimitMs });
  }

  describe('without any fault', () => {
    it('commits in one request', async () => {
      assert.equal(await store.commit(ROUND, operationId('reply'), await aReply(direct)), 'committed');
      assert.deepEqual(methodsOf(proxy), ['POST']);
    });

    const READS: readonly (readonly [what: string, read: () => Promise<unknown>])[] = [
      ['a department', () => store.readDepartment(ROUND, BOERN)],
      ['an overview', () => store.readOverview(ROUND)],
      ['all departments', () => store.readDepartments(ROUND)],
      ['a lane', () => store.readLane(ROUND, BOERN, 'unsettled')],
      ['what is owed', () => store.readOwed(ROUND, { until: START, limit: 10 })],
      ['whether a department is awaited', () => store.findAwaited(ROUND)],
    ];
    for (const [what, read] of READS) {
      it(`reads ${what} in one request`, async () => {
        await read();
        assert.deepEqual(methodsOf(proxy), ['GET']);
      });
    }

    it('needs no read for a change of what it has just written', async () => {
      const [first, ...others] = await aReply(direct);
      assert.ok(first?.change === 'replace department');
      let tag: RowTag | undefined;
      await store.commit(ROUND, operationId('reply'), [...others, first], (tags) => {
        tag = tags.at(-1);
      });
      assert.ok(tag !== undefined);
      const locked: RoundChange = { ...first, department: { ...first.department, isLocked: true }, etag: tag };
      assert.equal(await store.commit(ROUND, operationId('lock'), [locked]), 'committed');
      assert.deepEqual(methodsOf(proxy), ['POST', 'POST']);
    });
  });

  describe('when the answer to a write is lost', () => {
    for (const times of [1, EVERY_TRY]) {
      it(`tells no tags after losing it ${times} times, though the rows are written`, async () => {
        proxy.inject('drop response', { on: isWrite, times });
        const onTags = () => assert.fail('tags were told');
        assert.equal(await store.commit(ROUND, operationId('reply'), await aReply(direct), onTags), 'committed');
      });
    }

    it('notes a round as quiet, or as active, though the answer was lost', async () => {
      const index = createTableRoundIndex(faultyTable());
      await index.add(ENTRY);
      const [seen] = await index.listActive();
      assert.ok(seen);
      proxy.inject('drop response', { on: isWrite });
      await index.noteQuiet(seen);
      assert.deepEqual(await index.listActive(), []);
      proxy.inject('drop response', { on: isWrite });
      await index.noteActive(ENTRY);
      assert.equal((await index.listActive()).length, 1);
    });

    it('tells of a process, and removes it, though the answer was lost', async () => {
      const processes = createTableProcesses(faultyTable());
      const [one, other] = ['a', 'b'].map((id) => ({ id, at: START, owing: [] }));
      assert.ok(one && other);
      proxy.inject('drop response', { on: isWrite });
      assert.deepEqual(await processes.report(one), [one]);
      proxy.inject('drop response', { on: isWrite });
      await processes.remove(one.id);
      assert.deepEqual(await processes.report(other), [other]);
    });

    for (const times of [1, EVERY_TRY]) {
      it(`answers committed, and one version is stored, after losing it ${times} times`, async () => {
        proxy.inject('drop response', { on: isWrite, times });
        assert.equal(await store.commit(ROUND, operationId('reply'), await aReply(direct)), 'committed');
        assert.equal((await direct.readVersions(ROUND, BOERN)).length, 1);
        assert.equal((await direct.readAudit(ROUND)).length, 1);
      });
    }

    it('answers committed for a single inserted row', async () => {
      proxy.inject('drop response', { on: isWrite });
      const change: RoundChange = { change: 'insert delivery', delivery: aDelivery({ id: 'new' }) };
      assert.equal(await store.commit(ROUND, operationId('insert'), [change]), 'committed');
    });

    it('answers committed for a single replaced row', async () => {
      proxy.inject('drop response', { on: isWrite });
      assert.equal(await store.commit(ROUND, operationId('claim'), await aClaim(direct)), 'committed');
    });

    it('answers committed though another reply has come in between', async () => {
      const changes = await aReply(direct);
      proxy.inject('drop response', { on: isWrite });
      proxy.inject('hang', { on: isWrite });
      const committing = store.commit(ROUND, operationId('reply'), changes);
      await proxy.hanging();
      assert.equal(await direct.commit(ROUND, operationId('other'), await aReply(direct)), 'committed');
      await proxy.release();
      assert.equal(await committing, 'committed');
      assert.equal((await direct.readVersions(ROUND, BOERN)).length, 2);
    });

    it('answers conflict when the only row it changed has been changed again, so that the caller looks', async () => {
      const changes = await aClaim(direct);
      proxy.inject('drop response', { on: isWrite });
      proxy.inject('hang', { on: isWrite });
      const committing = store.commit(ROUND, operationId('claim'), changes);
      await proxy.hanging();
      assert.equal(await direct.commit(ROUND, operationId('other claim'), await aClaim(direct)), 'committed');
      await proxy.release();
      assert.equal(await committing, 'conflict');
    });

    it('still answers conflict when it was someone else that had written', async () => {
      const changes = await aReply(direct);
      assert.equal(await direct.commit(ROUND, operationId('other'), changes), 'committed');
      proxy.inject('drop response', { on: isWrite });
      assert.equal(await store.commit(ROUND, operationId('reply'), changes), 'conflict');
    });
  });

  describe('when a request does not get through', () => {
    for (const fault of ['drop request', { status: 503 }, { status: 500 }] as const) {
      it(`tries again after ${JSON.stringify(fault)} once`, async () => {
        proxy.inject(fault);
        proxy.inject(fault, { on: isWrite });
        assert.equal((await store.readRound(ROUND))?.value.state, 'open');
        assert.equal(await store.commit(ROUND, operationId('reply'), await aReply(direct)), 'committed');
        assert.equal((await direct.readVersions(ROUND, BOERN)).length, 1);
      });

      it(`rejects, tells nothing of what was written, and has stored nothing after ${JSON.stringify(fault)} every time`, async () => {
        proxy.inject(fault, { on: isWrite, times: EVERY_TRY });
        await assert.rejects(store.commit(ROUND, operationId('reply'), await aReply(direct)), keepsSecret);
        assert.deepEqual(await direct.readVersions(ROUND, BOERN), []);
        assert.equal(proxy.requests.filter(isWrite).length, EVERY_TRY);
      });
    }

    it('rejects when the service refuses, at once', async () => {
      proxy.inject({ status: 403 }, { on: isWrite });
      await assert.rejects(store.commit(ROUND, operationId('reply'), await aReply(direct)), /403/);
      assert.deepEqual(methodsOf(proxy), ['POST']);
    });
  });

  describe('when the service hangs', () => {
    it('ends a read by the time limit', async () => {
      proxy.inject('hang');
      await assert.rejects(impatient.readDepartment(ROUND, BOERN), within(SHORT_LIMIT_MS));
      await proxy.release();
    });

    it('ends a query by the time limit', async () => {
      proxy.inject('hang');
      await assert.rejects(impatient.readOverview(ROUND), within(SHORT_LIMIT_MS));
      await proxy.release();
    });

    it('ends a write by the time limit, even when it cannot learn what became of it', async () => {
      proxy.inject('hang', { times: 2 });
      const changes = await aReply(direct);
      await assert.rejects(impatient.commit(ROUND, operationId('reply'), changes), within(SHORT_LIMIT_MS));
      await proxy.release();
    });

    it('knows a write that landed after the time limit when it is repeated', async () => {
      const changes = await aReply(direct);
      proxy.inject('hang', { on: isWrite });
      await assert.rejects(impatient.commit(ROUND, operationId('reply'), changes), within(SHORT_LIMIT_MS));
      await proxy.release();
      assert.equal(await store.commit(ROUND, operationId('reply'), changes), 'committed');
      assert.equal((await direct.readVersions(ROUND, BOERN)).length, 1);
    });
  });

  it('rejects, rather than calling rows absent or in conflict, when the table is missing', async () => {
    tableName = newTableName();
    const table = faultyTable();
    const missing = createTableRoundStore(table);
    await assert.rejects(missing.readRound(ROUND), /TableNotFound/);
    await assert.rejects(missing.readOverview(ROUND), /TableNotFound/);
    const change: RoundChange = { change: 'insert round', round: aRound() };
    await assert.rejects(missing.commit(ROUND, operationId('planned'), [change]), /TableNotFound/);
    await table.create();
    await table.create();
    assert.equal(await missing.commit(ROUND, operationId('planned'), [change]), 'committed');
  });

  describe('the registry of channels', () => {
    const channel = aRegisteredDepartment();
    const registry = () => createTableChannelRegistry(faultyTable());

    for (const times of [1, EVERY_TRY]) {
      it(`registers and removes, with one line of each, though the answer was lost ${times} times`, async () => {
        proxy.inject('drop response', { on: isWrite, times });
        assert.deepEqual(await registry().register(channel, aTrace()), { outcome: 'registered' });
        proxy.inject('drop response', { on: isWrite, times });
        const line = aRegistryLine({ act: 'department unregistered' });
        const removing = registry().remove(channel.address, aTrace({ line, operation: operationId('frakobl') }));
        assert.deepEqual(await removing, channel);
        assert.deepEqual(await registry().list(TENANT), []);
        const lines = await createTableRegistryAudit(faultyTable()).read(TENANT);
        assert.deepEqual(lines.map(({ act }) => act).sort(), ['department registered', 'department unregistered']);
      });

      it(`moves a channel once though the answer was lost ${times} times`, async () => {
        await registry().register(channel, aTrace());
        proxy.inject('drop response', { on: isWrite, times });
        const moved = { ...channel, address: anAddress({}, 'ny') };
        assert.equal(await registry().move(channel.address, moved, aTrace()), 'moved');
        assert.deepEqual(await registry().list(TENANT), [moved]);
      });

      it(`stores a setup request though the answer was lost ${times} times`, async () => {
        const requests = createTableSetupRequests(faultyTable());
        proxy.inject('drop response', { on: isWrite, times });
        assert.equal(await requests.put(aSetupRequest(), undefined), 'stored');
        const found = await requests.find(TENANT, anAddress().channelId);
        assert.ok(found);
        const next = { ...found.value, id: 'oensket-2' };
        proxy.inject('drop response', { on: isWrite, times });
        assert.equal(await requests.put(next, found.etag), 'stored');
        assert.deepEqual((await requests.find(TENANT, anAddress().channelId))?.value, next);
      });

      it(`adds one line to the audit though the answer was lost ${times} times`, async () => {
        const audit = createTableRegistryAudit(faultyTable());
        const { line, operation } = aTrace();
        proxy.inject('drop response', { on: isWrite, times });
        const adding = audit.add(TENANT, line, operation);
        // Where no answer comes at all, the caller is told, and may repeat it.
        await (times === EVERY_TRY ? assert.rejects(adding, /did not write/) : adding);
        await audit.add(TENANT, line, operation);
        assert.deepEqual(await audit.read(TENANT), [line]);
      });
    }

    it('rejects when what was written cannot be known, and takes the same registration afterwards', async () => {
      proxy.inject('drop request', { on: isWrite, times: EVERY_TRY });
      await assert.rejects(registry().register(channel, aTrace()), /did not write/);
      assert.deepEqual(await registry().register(channel, aTrace()), { outcome: 'registered' });
    });

    it('keeps the name with its new channel when a removal has been overtaken', async () => {
      await registry().register(channel, aTrace());
      proxy.inject('hang', { on: isWrite });
      const removing = registry().remove(channel.address, aTrace());
      await proxy.hanging();
      const renamed = { ...channel, department: { ...channel.department, name: 'Dagtilbud' } };
      const successor = { ...channel, address: anAddress({}, 'ny') };
      assert.deepEqual(await registry().register(renamed, aTrace()), { outcome: 'registered' });
      assert.deepEqual(await registry().register(successor, aTrace()), { outcome: 'registered' });
      await proxy.release();
      assert.deepEqual(await removing, renamed);
      assert.deepEqual(await registry().list(TENANT), [successor]);
      const third = { ...channel, address: anAddress({}, 'tredje') };
      assert.deepEqual(await registry().register(third, aTrace()), { outcome: 'taken', by: successor });
    });
  });

  it('holds a round once in the index though the answer was lost', async () => {
    const index = createTableRoundIndex(faultyTable());
    proxy.inject('drop response', { on: isWrite });
    await index.add(ENTRY);
    assert.deepEqual(await index.list(), [ENTRY]);
  });

  it('rejects where it cannot be known whether a round was noted, or a process told of itself', async () => {
    const index = createTableRoundIndex(faultyTable());
    await index.add(ENTRY);
    const [seen] = await index.listActive();
    assert.ok(seen);
    const report = { id: 'a', at: START, owing: [] };
    for (const write of [
      () => index.noteQuiet(seen),
      () => index.noteActive(ENTRY),
      () => createTableProcesses(faultyTable()).report(report),
    ]) {
      proxy.inject('drop request', { on: isWrite, times: EVERY_TRY });
      await assert.rejects(write(), /did not write/);
    }
  });
});

function methodsOf(proxy: FaultProxy): readonly string[] {
  return proxy.requests.map(({ method }: SeenRequest) => method);
}

function within(ms: number): RegExp {
  return new RegExp(`within ${ms} ms`);
}

function keepsSecret(error: unknown): boolean {
  assert.ok(error instanceof Error);
  assert.ok(!JSON.stringify([error, error.message, error.stack, error.cause]).includes(SECRET));
  return true;
}

/** All that the department's next reply writes. */
async function aReply(store: RoundStore): Promise<readonly RoundChange[]> {
  const seen: Stored<RoundDepartment> | undefined = await store.readDepartment(ROUND, BOERN);
  assert.ok(seen !== undefined);
  const number = (seen.value.reply?.number ?? 0) + 1;
  const version = aVersion({ number, content: { kind: 'text', text: SECRET }, author: aPerson() });
  return [
    { change: 'replace department', department: { ...seen.value, reply: version }, etag: seen.etag },
    { change: 'insert version', departmentId: BOERN, version },
    { change: 'insert audit line', line: anAuditLine({ subject: `${number}` }) },
  ];
}

async function aClaim(store: RoundStore): Promise<readonly RoundChange[]> {
  const seen = await store.readDelivery(ROUND, aDelivery().id);
  assert.ok(seen !== undefined);
  return [{ change: 'replace delivery', delivery: { ...seen.value, state: 'claimed' }, etag: seen.etag }];
}
