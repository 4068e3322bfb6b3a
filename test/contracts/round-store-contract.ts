import assert from 'node:assert/strict';
import { MAX_CHANGES, type RoundChange, type RoundStore, type Stored } from '../../src/application/ports.js';
import type { AuditAct } from '../../src/domain/audit.js';
import { operationId } from '../../src/domain/ids.js';
import type { NotatRecord } from '../../src/domain/notat/notat.js';
import { EMPTY_HEADER } from '../../src/domain/notat/notat-header.js';
import type { Round, RoundDepartment, RoundState } from '../../src/domain/round/round.js';
import type { DeliveryState, DeliveryTask, DepartmentNotice } from '../../src/domain/work/delivery.js';
import {
  aDeadline,
  aDecline,
  aDelivery,
  aDepartment,
  aDepartmentId,
  aDraft,
  aNilReply,
  aNotatId,
  aNotatRecord,
  anAcceptedDecline,
  anAsk,
  anAuditLine,
  aPerson,
  aPlan,
  aPosted,
  aProposal,
  aRecordedAnswer,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSeal,
  aSecretary,
  aSentBack,
  aVersion,
  START,
} from '../support/builders.js';
import { wordsOf } from '../support/words-of.js';

const ROUND = aRoundId();
const BOERN = aDepartmentId('boern');

/** One that no path leads to, so that every property is there to be kept. */
const EVERYTHING: RoundDepartment = aRoundDepartment({
  department: aDepartment({ heads: [aPerson()], deputies: [aPerson({ id: 'souschef' })], language: 'en' }),
  position: 7,
  ask: anAsk({ deadline: aDeadline('2026-11-25T12:00') }),
  askedAt: new Date('2026-11-09T09:00:00.123Z'),
  previous: { title: 'Opfølgning på tilsynets årsrapport 2025', content: aNilReply('Vi var lukket.') },
  reply: aVersion({ number: 3, content: aNilReply('Se sidste år.'), approvedBy: aPerson(), isOnBehalf: true }),
  draft: aDraft(),
  proposal: aProposal(),
  decline: aDecline({ instead: 'Kultur & Fritid', accepted: anAcceptedDecline() }),
  sentBack: aSentBack({ by: aSecretary() }),
  isLocked: true,
  presses: ['tryk-1', 'tryk-2'],
  undelivered: '403 BotNotInConversationRoster',
});

const EVERY_DECISION: Round = aRound({
  state: 'closed',
  finals: 2,
  keptFindings: ['boern 1 blank ____'],
  closedWithout: [BOERN],
  plan: aPlan({
    ask: anAsk({ deadline: aDeadline('2026-11-25T23:59') }),
    header: {
      ...EMPTY_HEADER,
      caseNumber: '24/1234',
      to: 'Byrådet',
      from: 'Sekretariatet',
      regarding: 'Tilsyn',
      kle: '27.12.16',
    },
    showOrigins: true,
    previousRound: aRoundId('runde-0'),
    invitations: [{ department: EVERYTHING.department, address: EVERYTHING.address }],
  }),
});

const ROUND_STATES = wordsOf<RoundState>({
  planned: true,
  starting: true,
  open: true,
  closing: true,
  closed: true,
  reopening: true,
});

const ACTS = wordsOf<AuditAct>({
  planned: true,
  confirmed: true,
  started: true,
  'draft saved': true,
  proposed: true,
  replied: true,
  approved: true,
  'replied on behalf': true,
  declined: true,
  'decline accepted': true,
  'sent back': true,
  nudged: true,
  'settings changed': true,
  closed: true,
  reopened: true,
  'finding kept': true,
  'cpr number kept': true,
  compiled: true,
  downloaded: true,
});

const NOTICES = wordsOf<DepartmentNotice>({
  nudged: true,
  'sent back': true,
  'approval wanted': true,
  'answered on behalf': true,
  'decline accepted': true,
  reopened: true,
});

const TASKS: { readonly [Kind in DeliveryTask['kind']]: readonly Extract<DeliveryTask, { readonly kind: Kind }>[] } = {
  'post request': [{ kind: 'post request', departmentId: BOERN }],
  'update card': [{ kind: 'update card', departmentId: BOERN, posted: aPosted() }],
  'update request card': [
    { kind: 'update request card', departmentId: BOERN, unless: aPosted() },
    { kind: 'update request card', departmentId: BOERN, unless: undefined },
  ],
  'post department notice': NOTICES.map((notice) => ({ kind: 'post department notice', departmentId: BOERN, notice })),
  'post decline': [{ kind: 'post decline', departmentId: BOERN }],
  'update round card': [{ kind: 'update round card', posted: aPosted() }],
  'compile if complete': [{ kind: 'compile if complete' }],
  'post notat': [{ kind: 'post notat', notatId: aNotatId() }],
  'post notat part': [{ kind: 'post notat part', notatId: aNotatId(), part: 2 }],
};

const EVERY_TASK: readonly DeliveryTask[] = Object.values(TASKS).flat();

const NOTATS: readonly NotatRecord[] = [
  aNotatRecord({ status: 'interim' }),
  aNotatRecord({ status: 'complete' }),
  aNotatRecord({
    status: 'final',
    number: 2,
    template: 3,
    seal: aSeal({ at: new Date(START.getTime() + 1) }),
    versions: [
      aRecordedAnswer({ version: 3, isAwaited: true }),
      aRecordedAnswer({ departmentId: aDepartmentId('kultur'), version: 0, excused: 'in notat' }),
      aRecordedAnswer({ departmentId: aDepartmentId('teknik'), version: 0, excused: 'left out' }),
    ],
  }),
];

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
    assert.deepEqual(await store.readNotats(ROUND), []);
    assert.equal(await store.readDelivery(ROUND, 'request boern'), undefined);
    assert.deepEqual(await store.readDeliveries(ROUND), []);
    assert.deepEqual(await store.readDueDeliveries(ROUND, START, 10), []);
    assert.deepEqual(await store.readAudit(ROUND), []);
  });

  for (const round of [
    ...ROUND_STATES.map((state) => aRound({ state })),
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
    ['no remarks', aNilReply()],
    ['no remarks, and a sentence', aNilReply('Vi har ingen plejehjem.')],
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

  it('gives a department that has everything back as it was written', async () => {
    assert.deepEqual(unsetIn(EVERYTHING), []);
    const store = await createWith(create, [{ change: 'insert department', department: EVERYTHING }]);
    assert.deepEqual((await store.readDepartment(ROUND, BOERN))?.value, EVERYTHING);
  });

  it('gives a round that has everything back as it was written', async () => {
    assert.deepEqual(unsetIn(EVERY_DECISION), []);
    const store = await createWith(create, [{ change: 'insert round', round: EVERY_DECISION }]);
    assert.deepEqual((await store.readRound(ROUND))?.value, EVERY_DECISION);
  });

  it('gives deliveries of every kind back as they were written', async () => {
    const tried = { state: 'claimed', claimedBy: 'worker-1', attempts: 2, lastFailure: '503' } as const;
    const deliveries = [
      aDelivery({ id: '00', ...tried }),
      ...EVERY_TASK.map((task, n) => aDelivery({ id: `${n + 10}`, task, posted: aPosted() })),
    ];
    const store = await createWith(
      create,
      deliveries.map((delivery) => ({ change: 'insert delivery', delivery })),
    );
    assert.deepEqual(await store.readDeliveries(ROUND), deliveries);
    assert.deepEqual((await store.readDelivery(ROUND, '10'))?.value, deliveries[1]);
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

  for (const notat of NOTATS) {
    it(`gives a notat that is ${notat.status} back as it was written`, async () => {
      const store = await createWith(create, [{ change: 'insert notat', notat }]);
      assert.deepEqual(await store.readNotat(ROUND, notat.id), notat);
    });
  }

  it('gives every notat of one round, and of no other', async () => {
    const notats = ['a', 'b', 'c'].map((id, number) => aNotatRecord({ id: aNotatId(id), status: 'final', number }));
    const store = await createWith(
      create,
      notats.map((notat) => ({ change: 'insert notat', notat })),
    );
    const other = { change: 'insert notat', notat: aNotatRecord() } as const;
    await store.commit(aRoundId('runde-2'), operationId('compile'), [other]);
    const read = await store.readNotats(ROUND);
    assert.deepEqual(
      read.toSorted((one, another) => (one.number ?? 0) - (another.number ?? 0)),
      notats,
    );
  });

  it('gives audit lines of every act back as they were written', async () => {
    const lines = ACTS.map((act) =>
      anAuditLine({ act, reason: 'Borgeren har selv bedt om det.', where: '19:boern@thread.tacv2' }),
    );
    const store = await createWith(
      create,
      lines.map((line) => ({ change: 'insert audit line', line })),
    );
    assert.deepEqual(await store.readAudit(ROUND), lines);
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
    assert.deepEqual(await store.readOverview(ROUND), { round: aRound(), departments, unreadable: [] });
  });

  it('gives the overview of a round that has no departments yet', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    assert.deepEqual(await store.readOverview(ROUND), { round: aRound(), departments: [], unreadable: [] });
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

/** Where in a value something is undefined, false or empty. */
function unsetIn(value: unknown, path = ''): readonly string[] {
  if (value instanceof Date) return [];
  if (value === undefined || value === '' || value === false) return [path];
  if (value === null || typeof value !== 'object') return [];
  const parts = Object.entries(value);
  return parts.length === 0 ? [path] : parts.flatMap(([name, part]) => unsetIn(part, `${path}.${name}`));
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
