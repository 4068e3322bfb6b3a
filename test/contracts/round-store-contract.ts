import assert from 'node:assert/strict';
import { MAX_CHANGES, type RoundChange, type RoundStore, type Stored } from '../../src/application/ports.js';
import type { DeliveryState } from '../../src/domain/delivery.js';
import { operationId } from '../../src/domain/ids.js';
import type { RoundDepartment } from '../../src/domain/round.js';
import {
  aDelivery,
  aDepartment,
  aDepartmentId,
  aNotatId,
  aNotatRecord,
  anAsk,
  anAuditLine,
  aPerson,
  aPlan,
  aPosted,
  aRound,
  aRoundDepartment,
  aRoundId,
  aVersion,
  START,
} from '../support/builders.js';

const ROUND = aRoundId();
const BOERN = aDepartmentId('boern');

/** What every store of rounds keeps to. */
export function describeRoundStore(name: string, create: () => Promise<RoundStore>): void {
  describe(`${name} as a store of rounds`, () => {
    describeReading(create);
    describeDue(create);
    describeCommit(create);
    describeRepeating(create);
  });
}

function describeReading(create: () => Promise<RoundStore>): void {
  it('gives undefined, or nothing, for what does not exist', async () => {
    const store = await create();
    assert.equal(await store.readRound(ROUND), undefined);
    assert.equal(await store.readDepartment(ROUND, BOERN), undefined);
    assert.equal(await store.readOverview(ROUND), undefined);
    assert.equal(await store.readVersion(ROUND, BOERN, 1), undefined);
    assert.deepEqual(await store.readVersions(ROUND, BOERN), []);
    assert.equal(await store.readNotat(ROUND, aNotatId()), undefined);
    assert.equal(await store.readDelivery(ROUND, 'request boern'), undefined);
    assert.deepEqual(await store.readDeliveries(ROUND), []);
    assert.deepEqual(await store.readDueDeliveries(ROUND, START, 10), []);
    assert.deepEqual(await store.readAudit(ROUND), []);
  });

  for (const round of [
    aRound(),
    aRound({ state: 'starting' }),
    aRound({ state: 'open' }),
    aRound({ plan: aPlan({ ask: anAsk({ reportLink: undefined }), introduction: '', invitations: [] }) }),
  ]) {
    it(`gives a round (${round.state}, ${round.plan.invitations.length} invited) back as it was written`, async () => {
      const store = await createWith(create, [{ change: 'insert round', round }]);
      assert.deepEqual((await store.readRound(ROUND))?.value, round);
    });
  }

  for (const [text, content] of [
    ['a text', { kind: 'text', text: 'Æ "ø" \\ å\n\n- 🍎\t\u0000\u202e' }],
    ['a surrogate without its partner', { kind: 'text', text: 'x\ud83d' }],
    ['no remarks', { kind: 'nil' }],
  ] as const) {
    it(`gives a reply that is ${text} back as it was written`, async () => {
      const version = aVersion({ content });
      const department = aRoundDepartment({ reply: version, undelivered: '403 BotNotInConversationRoster' });
      const store = await createWith(create, [
        { change: 'insert department', department },
        { change: 'insert version', departmentId: BOERN, version },
      ]);
      assert.deepEqual((await store.readDepartment(ROUND, BOERN))?.value, department);
      assert.deepEqual(await store.readVersion(ROUND, BOERN, 1), version);
    });
  }

  it('gives deliveries of every kind back as they were written', async () => {
    const deliveries = [
      aDelivery({ id: 'a', state: 'claimed', claimedBy: 'worker-1', attempts: 2, lastFailure: '503' }),
      aDelivery({ id: 'b', task: { kind: 'update card', departmentId: BOERN, posted: aPosted() }, posted: aPosted() }),
      aDelivery({ id: 'c', task: { kind: 'compile if complete' } }),
      aDelivery({ id: 'd', task: { kind: 'post notat', notatId: aNotatId() } }),
    ];
    const store = await createWith(
      create,
      deliveries.map((delivery) => ({ change: 'insert delivery', delivery })),
    );
    assert.deepEqual(await store.readDeliveries(ROUND), deliveries);
    assert.deepEqual((await store.readDelivery(ROUND, 'b'))?.value, deliveries[1]);
  });

  it('gives deliveries in the order of their ids', async () => {
    const ids = ['b', 'a b', 'a', 'ø', 'a-b', 'B', 'a/b'];
    const store = await createWith(
      create,
      ids.map((id) => ({ change: 'insert delivery', delivery: aDelivery({ id }) })),
    );
    const read = await store.readDeliveries(ROUND);
    assert.deepEqual(
      read.map(({ id }) => id),
      ['B', 'a', 'a b', 'a-b', 'a/b', 'b', 'ø'],
    );
  });

  it('gives a notat back as it was written', async () => {
    const notat = aNotatRecord({ status: 'complete' });
    const store = await createWith(create, [{ change: 'insert notat', notat }]);
    assert.deepEqual(await store.readNotat(ROUND, notat.id), notat);
  });

  it('gives the audit lines oldest first, those of one moment in the order written', async () => {
    const later = anAuditLine({ at: new Date(START.getTime() + 1) });
    const first = anAuditLine({ by: undefined, act: 'compiled', departmentId: undefined, subject: undefined });
    const second = anAuditLine({ act: 'started' });
    const store = await createWith(
      create,
      [later, first, second].map((line) => ({ change: 'insert audit line', line })),
    );
    assert.deepEqual(await store.readAudit(ROUND), [first, second, later]);
  });

  it('gives the versions of one department only, oldest first', async () => {
    const versions = Array.from({ length: 11 }, (_, index) => aVersion({ number: index + 1 }));
    const store = await createWith(create, [
      ...[...versions]
        .reverse()
        .map((version) => ({ change: 'insert version', departmentId: BOERN, version }) as const),
      { change: 'insert version', departmentId: aDepartmentId('boern-og-unge'), version: aVersion() },
    ]);
    assert.deepEqual(await store.readVersions(ROUND, BOERN), versions);
  });

  it('gives the overview in the notat order, whatever else the round holds', async () => {
    const departments = ['z', 'a', 'm'].map((id, position) =>
      aRoundDepartment({ department: aDepartment({ id: aDepartmentId(id) }), position }),
    );
    const store = await createWith(create, [
      { change: 'insert round', round: aRound() },
      ...departments.toReversed().map((department) => ({ change: 'insert department', department }) as const),
      { change: 'insert version', departmentId: BOERN, version: aVersion() },
      { change: 'insert delivery', delivery: aDelivery() },
      { change: 'insert notat', notat: aNotatRecord() },
      { change: 'insert audit line', line: anAuditLine() },
    ]);
    assert.deepEqual(await store.readOverview(ROUND), { round: aRound(), departments });
  });

  it('gives the overview of a round that has no departments yet', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    assert.deepEqual(await store.readOverview(ROUND), { round: aRound(), departments: [] });
  });

  it('keeps rounds apart', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    assert.equal(await store.readRound(aRoundId('runde-10')), undefined);
    assert.equal(await store.readRound(aRoundId('runde')), undefined);
  });
}

function describeDue(create: () => Promise<RoundStore>): void {
  const at = (ms: number) => new Date(START.getTime() + ms);

  it('gives what is due and still owed, those due longest first', async () => {
    const states: readonly DeliveryState[] = ['pending', 'claimed', 'sent', 'unneeded', 'failed'];
    const store = await createWith(create, [
      ...states.map((state, n) => insertDelivery(aDelivery({ id: `past ${state}`, state, dueAt: at(-n) }))),
      insertDelivery(aDelivery({ id: 'now', dueAt: START })),
      insertDelivery(aDelivery({ id: 'later', dueAt: at(1) })),
      insertDelivery(aDelivery({ id: 'last year', dueAt: at(-31_536_000_000) })),
    ]);
    const due = await store.readDueDeliveries(ROUND, START, 10);
    assert.deepEqual(
      due.map(({ value }) => value.id),
      ['last year', 'past claimed', 'now', 'past pending'],
    );
  });

  it('gives no more than the limit, and with etags that a claim can use', async () => {
    const store = await createWith(
      create,
      [3, 1, 2].map((n) => insertDelivery(aDelivery({ id: `${n}`, dueAt: at(n) }))),
    );
    const [first, second, ...rest] = await store.readDueDeliveries(ROUND, at(5), 2);
    assert.deepEqual([first?.value.id, second?.value.id, rest.length], ['1', '2', 0]);
    const change: RoundChange = {
      change: 'replace delivery',
      delivery: aDelivery({ id: '1' }),
      etag: first?.etag ?? '',
    };
    assert.equal(await store.commit(ROUND, operationId('claim'), [change]), 'committed');
  });
}

function describeCommit(create: () => Promise<RoundStore>): void {
  it('replaces a row whose etag is the newest, and gives it a new one', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    const before = await read(store.readRound(ROUND));
    const round = aRound({ state: 'open' });
    const change: RoundChange = { change: 'replace round', round, etag: before.etag };
    assert.equal(await store.commit(ROUND, operationId('open'), [change]), 'committed');
    const after = await read(store.readRound(ROUND));
    assert.deepEqual(after.value, round);
    assert.notEqual(after.etag, before.etag);
  });

  it('answers conflict, and writes nothing, when a row to replace has changed', async () => {
    const store = await createWith(create, [{ change: 'insert department', department: aRoundDepartment() }]);
    const seen = await read(store.readDepartment(ROUND, BOERN));
    assert.equal(await store.commit(ROUND, operationId('first'), reply(seen, 1)), 'committed');
    assert.equal(await store.commit(ROUND, operationId('second'), reply(seen, 2)), 'conflict');
    assert.deepEqual((await store.readVersions(ROUND, BOERN)).length, 1);
    assert.equal((await read(store.readDepartment(ROUND, BOERN))).value.reply?.number, 1);
  });

  it('answers conflict, and writes nothing, when a row to insert exists', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    const result = await store.commit(ROUND, operationId('again'), [
      { change: 'insert audit line', line: anAuditLine() },
      { change: 'insert round', round: aRound({ state: 'open' }) },
    ]);
    assert.equal(result, 'conflict');
    assert.deepEqual((await read(store.readRound(ROUND))).value.state, 'planned');
    assert.deepEqual(await store.readAudit(ROUND), []);
  });

  it('answers conflict when a row to replace is not there', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    const { etag } = await read(store.readRound(ROUND));
    const change: RoundChange = { change: 'replace delivery', delivery: aDelivery(), etag };
    assert.equal(await store.commit(ROUND, operationId('claim'), [change]), 'conflict');
  });

  it('commits nothing at all as well', async () => {
    const store = await create();
    assert.equal(await store.commit(ROUND, operationId('nothing'), []), 'committed');
  });

  it(`takes ${MAX_CHANGES} changes at once and refuses one more`, async () => {
    const store = await create();
    const changes = Array.from({ length: MAX_CHANGES + 1 }, (_, n) => insertDelivery(aDelivery({ id: `${n}` })));
    await assert.rejects(store.commit(ROUND, operationId('many'), changes), RangeError);
    assert.deepEqual(await store.readDeliveries(ROUND), []);
    assert.equal(await store.commit(ROUND, operationId('many'), changes.slice(1)), 'committed');
    assert.equal((await store.readDeliveries(ROUND)).length, MAX_CHANGES);
  });

  it('refuses to change one row twice', async () => {
    const store = await create();
    const changes = [insertDelivery(aDelivery()), insertDelivery(aDelivery({ attempts: 1 }))];
    await assert.rejects(store.commit(ROUND, operationId('twice'), changes), RangeError);
  });

  it('refuses a row that no table could hold, with nothing written and nothing of it told', async () => {
    const store = await create();
    const introduction = 'hemmeligt '.repeat(60_000);
    const changes: readonly RoundChange[] = [
      { change: 'insert audit line', line: anAuditLine() },
      { change: 'insert round', round: aRound({ plan: aPlan({ introduction }) }) },
    ];
    const refusal = (error: unknown) => error instanceof RangeError && !error.message.includes('hemmeligt');
    await assert.rejects(store.commit(ROUND, operationId('large'), changes), refusal);
    assert.deepEqual(await store.readAudit(ROUND), []);
  });

  it('lets exactly one of two that race for the same row win', async () => {
    const store = await createWith(create, [{ change: 'insert department', department: aRoundDepartment() }]);
    const seen = await read(store.readDepartment(ROUND, BOERN));
    const results = await Promise.all(
      ['one', 'two'].map((who) => store.commit(ROUND, operationId(who), reply(seen, 1, who))),
    );
    assert.deepEqual(results.sort(), ['committed', 'conflict']);
  });

  it('keeps each of 50 replies that race as a version of its own, the last one ruling', async () => {
    const store = await createWith(create, [{ change: 'insert department', department: aRoundDepartment() }]);
    const authors = Array.from({ length: 50 }, (_, n) => `leder-${n}`);
    await Promise.all(authors.map((author) => replyUntilCommitted(store, author)));
    const versions = await store.readVersions(ROUND, BOERN);
    assert.deepEqual(
      versions.map(({ number }) => number),
      authors.map((_, n) => n + 1),
    );
    assert.deepEqual(new Set(versions.map(({ author }) => author.id)), new Set(authors));
    assert.deepEqual((await read(store.readDepartment(ROUND, BOERN))).value.reply, versions.at(-1));
  }).timeout(120_000);
}

function describeRepeating(create: () => Promise<RoundStore>): void {
  it('answers committed again when the same operation is repeated, and writes nothing more', async () => {
    const store = await createWith(create, [{ change: 'insert department', department: aRoundDepartment() }]);
    const seen = await read(store.readDepartment(ROUND, BOERN));
    const operation = operationId('reply');
    assert.equal(await store.commit(ROUND, operation, reply(seen, 1)), 'committed');
    assert.equal(await store.commit(ROUND, operation, reply(seen, 1)), 'committed');
    assert.equal((await store.readVersions(ROUND, BOERN)).length, 1);
    assert.equal((await store.readAudit(ROUND)).length, 1);
  });

  it('answers committed again even after someone else has changed the row', async () => {
    const store = await createWith(create, [{ change: 'insert department', department: aRoundDepartment() }]);
    const seen = await read(store.readDepartment(ROUND, BOERN));
    const first = operationId('first');
    assert.equal(await store.commit(ROUND, first, reply(seen, 1)), 'committed');
    const next = await read(store.readDepartment(ROUND, BOERN));
    assert.equal(await store.commit(ROUND, operationId('second'), reply(next, 2)), 'committed');
    assert.equal(await store.commit(ROUND, first, reply(seen, 1)), 'committed');
    assert.equal((await store.readVersions(ROUND, BOERN)).length, 2);
  });

  it('knows an operation again when only its time is another', async () => {
    const store = await create();
    const operation = operationId('planned');
    const changesAt = (at: Date): readonly RoundChange[] => [
      { change: 'insert round', round: aRound({ createdAt: at }) },
      { change: 'insert audit line', line: anAuditLine({ at }) },
    ];
    assert.equal(await store.commit(ROUND, operation, changesAt(START)), 'committed');
    assert.equal(await store.commit(ROUND, operation, changesAt(new Date(0))), 'committed');
    assert.equal((await store.readAudit(ROUND)).length, 1);
  });
}

function insertDelivery(delivery: ReturnType<typeof aDelivery>): RoundChange {
  return { change: 'insert delivery', delivery };
}

/** All that one reply writes. */
function reply(seen: Stored<RoundDepartment>, number: number, author = 'leder'): readonly RoundChange[] {
  const version = aVersion({ number, author: aPerson({ id: author }) });
  return [
    { change: 'insert audit line', line: anAuditLine({ subject: `${number}` }) },
    { change: 'replace department', department: { ...seen.value, reply: version }, etag: seen.etag },
    { change: 'insert version', departmentId: seen.value.department.id, version },
    { change: 'insert delivery', delivery: aDelivery({ id: `update ${number}` }) },
  ];
}

async function replyUntilCommitted(store: RoundStore, author: string): Promise<void> {
  for (let isDone = false; !isDone; ) {
    const seen = await read(store.readDepartment(ROUND, BOERN));
    const number = (seen.value.reply?.number ?? 0) + 1;
    isDone = (await store.commit(ROUND, operationId('reply', author), reply(seen, number, author))) === 'committed';
  }
}

async function createWith(create: () => Promise<RoundStore>, changes: readonly RoundChange[]): Promise<RoundStore> {
  const store = await create();
  assert.equal(await store.commit(ROUND, operationId('arrange'), changes), 'committed');
  return store;
}

async function read<Value>(reading: Promise<Value | undefined>): Promise<Value> {
  const value = await reading;
  assert.ok(value !== undefined);
  return value;
}
