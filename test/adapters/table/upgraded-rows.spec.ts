import assert from 'node:assert/strict';
import {
  auditKey,
  channelKey,
  deliveryKey,
  departmentKey,
  indexKey,
  nameClaimKey,
  type RowKey,
  roundKey,
  secretariatClaimKey,
  versionKey,
} from '../../../src/adapters/table/keys.js';
import type { Properties } from '../../../src/adapters/table/row.js';
import type { Table } from '../../../src/adapters/table/table.js';
import { nameLeaders } from '../../../src/application/channel/department-settings.js';
import { nameSecretaries } from '../../../src/application/channel/name-secretaries.js';
import { placeSecretariat } from '../../../src/application/channel/place-secretariat.js';
import { registerDepartment } from '../../../src/application/channel/register-department.js';
import { unregisterChannel } from '../../../src/application/channel/unregister-channel.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { continueStart, startRound } from '../../../src/application/round/start-round.js';
import { departmentNameKey } from '../../../src/domain/channel/department-name.js';
import { operationId } from '../../../src/domain/ids.js';
import { owedAnew, requestDeliveryId } from '../../../src/domain/work/delivery.js';
import {
  aReply,
  COLLEAGUE,
  createMunicipality,
  delivered,
  type Municipality,
  requestsPosted,
} from '../../application/municipality.js';
import { tableStores } from '../../application/table-stores.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import {
  aChannelRequest,
  aDepartmentId,
  anAddress,
  anAuditLine,
  aRoundId,
  aSecretary,
  aTrace,
  START,
} from '../../support/builders.js';
import { createFixedClock, createSequentialIds } from '../../support/fakes.js';
import type { MemoryStores } from '../../support/memory-stores.js';
import { type GoldenRow, goldenRows, writtenThen } from './golden-rows.js';

/** The tenant of the golden rows. */
const TENANT = 'kommunen';
const SECRETARIAT = anAddress({ tenantId: TENANT }, 'sekretariatet');
const BOERN = anAddress({ tenantId: TENANT }, 'boern');
const NAME = 'Børn og Familie';
const THERE = anAddress({ tenantId: TENANT }, 'ny');

/** The first day of the commits that are in version 0.1, and the only one that the rows here are taken from. */
const DAY_OF_0_1 = '2026-11-23';

/** The id of the delivery of a request card, which did not stand in a lane in 0.1. */
const REQUEST_OF_0_1 = `request-${aDepartmentId()}`;

function rowOf01(kind: string, is: (properties: Properties) => boolean): Properties {
  const found = goldenRows(kind).filter(isOf01).map(propertiesOf).find(is);
  assert.ok(found, `a ${kind} of 0.1`);
  return found;
}

function isOf01({ since }: GoldenRow): boolean {
  return since.startsWith(DAY_OF_0_1);
}

function propertiesOf(row: GoldenRow): Properties {
  return 'body' in row ? writtenThen(row.body) : row.properties;
}

function says(text: string): (properties: Properties) => boolean {
  return ({ body0 }) => typeof body0 === 'string' && body0.includes(text);
}

describe('what version 0.1 stored', () => {
  let table: Table;
  let stores: MemoryStores;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    table = await createFreshTable();
    stores = tableStores(table);
    await put(channelKey(TENANT, SECRETARIAT.channelId), rowOf01('channel', says('"secretariat"')));
    await put(secretariatClaimKey(TENANT), { channelId: SECRETARIAT.channelId });
    await put(channelKey(TENANT, BOERN.channelId), rowOf01('channel', says('"heads":[{')));
    await put(nameClaimKey(TENANT, departmentNameKey(NAME)), { channelId: BOERN.channelId });
  });

  async function put(key: RowKey, properties: Properties): Promise<void> {
    assert.equal((await table.transact([{ change: 'insert', row: { key, properties } }])).kind, 'done');
  }

  function deps() {
    return { ...stores, clock: createFixedClock(), ids: createSequentialIds() };
  }

  it('is a secretariat without named secretaries, which gets them, and moves with them', async () => {
    const secretariat = await stores.channels.secretariat(TENANT);
    assert.ok(secretariat?.purpose === 'secretariat');
    assert.deepEqual([secretariat.secretaries, secretariat.name], [[], undefined]);
    const named = { ...secretariat, secretaries: [aSecretary()] };
    assert.deepEqual(await stores.channels.register(named, aTrace()), { outcome: 'registered' });
    const moved = { ...named, address: THERE, name: 'Sekretariatet' };
    assert.equal(await stores.channels.move(SECRETARIAT, moved, aTrace({ operation: operationId('flyt') })), 'moved');
    assert.deepEqual(await stores.channels.secretariat(TENANT), moved);
    assert.equal((await stores.registryAudit.read(TENANT)).length, 2);
  });

  it('is a department without deputies, which moves, and keeps its heads when it is registered again', async () => {
    const before = await stores.channels.find(BOERN);
    assert.ok(before?.purpose === 'department');
    assert.deepEqual([before.department.deputies, before.department.heads.length], [[], 1]);
    const moved = { ...before, address: THERE };
    assert.equal(await stores.channels.move(BOERN, moved, aTrace()), 'moved');
    await unregisterChannel(deps(), aChannelRequest(THERE), 'department');
    await registerDepartment(deps(), aChannelRequest(THERE), NAME, () => false);
    assert.deepEqual(await stores.channels.find(THERE), moved);
  });

  it('is a channel that was removed, of which nothing is remembered, and which is free', async () => {
    const freed = anAddress({ tenantId: TENANT }, 'fri');
    await put(
      channelKey(TENANT, freed.channelId),
      rowOf01('channel', ({ removed }) => removed === true),
    );
    assert.equal(await stores.channels.find(freed), undefined);
    assert.equal(await stores.channels.findRemoved(freed), undefined);
    const department = await stores.channels.find(BOERN);
    assert.ok(department);
    assert.equal(await stores.channels.move(BOERN, { ...department, address: freed }, aTrace()), 'moved');
    assert.deepEqual(await stores.channels.find(freed), { ...department, address: freed });
  });

  it('has no audit of registrations and no setup request', async () => {
    assert.deepEqual(await stores.registryAudit.read(TENANT), []);
    assert.equal(await stores.setupRequests.find(TENANT, BOERN.channelId), undefined);
  });

  it('is a round with the secretariat’s address of that time, and lines that do not tell where', async () => {
    const id = aRoundId();
    await put(roundKey(id), rowOf01('round', says('"state":"open"')));
    const lines = goldenRows('audit line').filter(isOf01).map(propertiesOf);
    for (const [ordinal, line] of lines.entries()) await put(auditKey(id, START, operationId('då'), ordinal), line);
    const round = await stores.rounds.readRound(id);
    assert.ok(round);
    assert.equal(round.value.secretariat.channelId, SECRETARIAT.channelId);
    const line = anAuditLine({ at: new Date(START.getTime() + 1), act: 'closed', where: THERE.channelId });
    const changes = [
      { change: 'replace round', round: { ...round.value, secretariat: THERE }, etag: round.etag },
      { change: 'insert audit line', line },
    ] as const;
    assert.equal(await stores.rounds.commit(id, operationId('luk'), changes), 'committed');
    const read = await stores.rounds.readAudit(id);
    assert.equal(read.length, lines.length + 1);
    assert.deepEqual(
      read.map(({ where }) => where).filter((where) => where !== undefined),
      [THERE.channelId],
    );
    assert.equal((await stores.rounds.readRound(id))?.value.secretariat.channelId, THERE.channelId);
  });

  it('is a delivery of a round, which is owed or not as it was, and told of where it failed', async () => {
    const id = aRoundId();
    const states = ['pending', 'claimed', 'sent', 'unneeded', 'failed'] as const;
    for (const state of states) {
      const row = rowOf01('delivery', says(`"state":"${state}"`));
      // What a search for deliveries needs was beside the body in 0.1 too.
      await put(deliveryKey(id, state), { ...row, state, dueAt: START.toISOString() });
    }
    const { deliveries } = await stores.rounds.readOwed(id, { until: START, limit: 10 });
    assert.deepEqual(new Set(deliveries.map(({ value }) => value.state)), new Set(['pending', 'claimed']));
    const failed = await stores.rounds.readDelivery(id, 'failed');
    assert.ok(failed);
    const { state, lastFailure } = failed.value;
    assert.deepEqual([state, lastFailure], ['stopped', '502']);
    const delivery = { ...owedAnew(failed.value, START), id: 'failed' };
    const change = { change: 'replace delivery', delivery, etag: failed.etag } as const;
    assert.equal(await stores.rounds.commit(id, operationId('igen'), [change]), 'committed');
    assert.equal((await stores.rounds.readOwed(id, { until: START, limit: 10 })).deliveries.length, 3);
  });

  it('is a department that is found awaited, and an index entry whose round is not quiet', async () => {
    const id = aRoundId();
    await put(departmentKey(id, aDepartmentId()), rowOf01('department', says('"reply":null')));
    await put(indexKey(id, START), rowOf01('index entry', says(id)));
    assert.equal(await stores.rounds.findAwaited(id), 'awaited');
    const [entry] = await stores.index.listActive();
    assert.ok(entry);
    await stores.index.noteQuiet(entry);
    assert.deepEqual([await stores.index.listActive(), await stores.index.list()], [[], [entry.value]]);
  });

  it('is an answer with a line in the audit, which is told once', async () => {
    const id = aRoundId();
    const line = rowOf01('audit line', says('"act":"replied"'));
    const version = rowOf01('version', says('"number":1'));
    await put(auditKey(id, START, operationId('svar'), 0), line);
    await put(versionKey(id, aDepartmentId(), 1), version);
    await put(versionKey(id, aDepartmentId('kultur'), 1), version);
    const told = await stores.rounds.readAudit(id);
    assert.deepEqual(told.map(({ departmentId }) => departmentId).sort(), [aDepartmentId(), aDepartmentId('kultur')]);
  });

  describe('is a round under way', () => {
    const id = aRoundId();
    const by = aSecretary();

    /** A process of this version, and the round, with its only department, as 0.1 left them in this state. */
    async function leftBy01(state: 'planned' | 'open') {
      await put(roundKey(id), rowOf01('round', says(`"state":"${state}"`)));
      await put(indexKey(id, START), rowOf01('index entry', says(id)));
      if (state === 'open') {
        await put(departmentKey(id, aDepartmentId()), rowOf01('department', says('"reply":null')));
        // What a search for deliveries needs was beside the body in 0.1 too.
        const beside = { state: 'pending', dueAt: START.toISOString() };
        const owed = { ...rowOf01('delivery', says('"state":"pending"')), ...beside };
        await put(deliveryKey(id, REQUEST_OF_0_1), owed);
      }
      // The stores of the municipality are not used; everything else that a process needs is.
      const municipality: Municipality = { ...(await createMunicipality(0)), ...stores };
      const round = await stores.rounds.readRound(id);
      assert.ok(round);
      return { municipality, round: round.value };
    }

    /** The secretariat gets a new channel, and then secretaries and the department deputies, who had none in 0.1. */
    async function setUpAnew(municipality: Municipality): Promise<void> {
      const request = aChannelRequest(THERE);
      assert.equal((await placeSecretariat(municipality, request, () => true)).kind, 'moved');
      assert.equal((await nameSecretaries(municipality, request, [by])).kind, 'named');
      assert.equal((await nameLeaders(municipality, aChannelRequest(BOERN), 'deputies', [COLLEAGUE])).kind, 'named');
    }

    /** Where the notats were posted, and whether each is final. */
    function notats({ messenger }: Municipality) {
      return messenger.asked.flatMap(({ address, message, replaced }) =>
        message.kind === 'notat' && replaced === undefined ? [[address.channelId, message.record.status] as const] : [],
      );
    }

    it('that is answered by a deputy, closed and opened again where the secretariat is now', async () => {
      const { municipality, round } = await leftBy01('open');
      await setUpAnew(municipality);
      await delivered(municipality);
      assert.deepEqual(requestsPosted(municipality.messenger), [BOERN.channelId]);
      assert.equal((await stores.rounds.readDelivery(id, REQUEST_OF_0_1))?.value.state, 'unneeded');
      const inLane = await stores.rounds.readDelivery(id, requestDeliveryId(aDepartmentId()));
      assert.deepEqual([inLane?.value.state, inLane?.value.owedSince], ['sent', START]);
      const answer = aReply(round, 0, { by: COLLEAGUE });
      assert.equal((await submitReply(municipality, answer)).kind, 'stored');
      await delivered(municipality);
      const closing = { roundId: id, address: THERE, by, press: 'afslut', keep: [], missing: [] };
      assert.equal((await closeRound(municipality, closing)).kind, 'closing');
      await delivered(municipality);
      assert.equal((await stores.rounds.readRound(id))?.value.state, 'closed');
      assert.deepEqual(notats(municipality), [
        [THERE.channelId, 'complete'],
        [THERE.channelId, 'final'],
      ]);
      const reopening = { roundId: id, address: THERE, by, press: 'genåbn', reason: 'En fejl.' };
      assert.equal((await reopenRound(municipality, reopening)).kind, 'reopening');
      await delivered(municipality);
      assert.equal((await stores.rounds.readRound(id))?.value.state, 'open');
    });

    it('that was planned, and is started where the secretariat is now, with the heads and deputies of now', async () => {
      const { municipality } = await leftBy01('planned');
      await setUpAnew(municipality);
      const starting = { address: THERE, by, roundId: id, posted: undefined };
      assert.equal((await startRound(municipality, starting)).kind, 'started');
      await continueStart(municipality, id);
      const department = (await stores.rounds.readDepartment(id, aDepartmentId()))?.value.department;
      assert.deepEqual([department?.heads.length, department?.deputies], [1, [COLLEAGUE]]);
    });
  });
});
