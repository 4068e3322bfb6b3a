import assert from 'node:assert/strict';
import {
  MAX_CHANGES,
  type RoundChange,
  type RoundStore,
  type RowTag,
  type Stored,
} from '../../src/application/ports.js';
import type { AuditAct } from '../../src/domain/audit.js';
import { operationId } from '../../src/domain/ids.js';
import { LANE_READ_MAX } from '../../src/domain/limits.js';
import type { NotatRecord } from '../../src/domain/notat/notat.js';
import { EMPTY_HEADER } from '../../src/domain/notat/notat-header.js';
import type { Round, RoundDepartment, RoundState } from '../../src/domain/round/round.js';
import {
  type Delivery,
  type DeliveryState,
  type DeliveryTask,
  type DepartmentNotice,
  inLane,
  type Lane,
  NEVER,
  requestDeliveryId,
  SECRETARIAT_LANE,
} from '../../src/domain/work/delivery.js';
import {
  aDeadline,
  aDeadlineMove,
  aDecline,
  aDelivery,
  aDepartment,
  aDepartmentId,
  aDraft,
  aNilReply,
  aNotatId,
  aNotatRecord,
  anAcceptedDecline,
  anAnswerToAll,
  anAsk,
  anAuditLine,
  aPerson,
  aPlan,
  aPlanChange,
  aPosted,
  aProposal,
  aProposedEdit,
  aQuestion,
  aQuestionAnswer,
  aRecordedAnswer,
  aReminder,
  aReopening,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSeal,
  aSecretary,
  aSentBack,
  aTimeDecision,
  aTimeRequest,
  aVersion,
  aWithdrawn,
  START,
} from '../support/builders.js';
import { wordsOf } from '../support/words-of.js';

const ROUND = aRoundId();
const BOERN = aDepartmentId('boern');

/** One that no path leads to, so that every property is there to be kept. */
const EVERYTHING: RoundDepartment = aRoundDepartment({
  department: aDepartment({
    heads: [aPerson()],
    deputies: [aPerson({ id: 'souschef' })],
    director: aPerson({ id: 'direktør' }),
    language: 'en',
  }),
  position: 7,
  ask: anAsk({
    deadline: aDeadline('2026-11-25T12:00'),
    calendar: { closedDays: ['05-01'], closedWeeks: [29] },
    isTrial: true,
  }),
  askedAt: new Date('2026-11-09T09:00:00.123Z'),
  previous: { title: 'Opfølgning på tilsynets årsrapport 2025', content: aNilReply('Vi var lukket.') },
  reply: aVersion({ number: 3, content: aNilReply('Se sidste år.'), approvedBy: aPerson(), isOnBehalf: true }),
  draft: aDraft(),
  proposal: aProposal(),
  decline: aDecline({ instead: 'Kultur & Fritid', accepted: anAcceptedDecline() }),
  sentBack: aSentBack({ by: aSecretary() }),
  isLocked: true,
  presses: ['tryk-1', 'tryk-2'],
  trouble: { fate: 'uncertain', what: 'post request', word: '504 GatewayTimeout' },
  cards: [aPosted()],
  personally: ['chef'],
  changes: 7,
  reminders: [aReminder({ step: 'chase 3', isEscalated: true })],
  notice: { notice: 'nudged', posted: aPosted() },
  decisionCard: aPosted({ activityId: '9' }),
  deadlineMoves: [aDeadlineMove()],
  timeRequest: aTimeRequest({ decision: aTimeDecision({ line: 'Byrådet venter ikke.' }) }),
  proposedEdit: aProposedEdit({ dismissed: { line: 'Vi siger ”borger”.', by: aPerson(), at: START } }),
  final: { number: 1, at: START },
  reopenings: [aReopening()],
  questions: [aQuestion({ card: aPosted(), answer: aQuestionAnswer({ toAll: true }) })],
  answersToAll: [anAnswerToAll()],
  changed: { at: START, parts: ['title', 'question'] },
  withdrawn: aWithdrawn(),
});

const EVERY_DECISION: Round = aRound({
  state: 'closed',
  planSaved: { by: aPerson(), at: START },
  finals: 2,
  reopenings: [aReopening()],
  keptFindings: ['boern 1 blank ____'],
  closedWithout: [BOERN],
  presses: ['tryk-1'],
  deadlineMoves: [aDeadlineMove()],
  hasDuties: true,
  digest: { since: START, at: new Date('2026-11-10T07:00:00Z'), posted: aPosted() },
  desk: aPosted({ activityId: 'oversigt' }),
  answersToAll: [anAnswerToAll()],
  changes: [aPlanChange({ added: [BOERN], withdrawn: [BOERN], reason: 'Flyttet.' })],
  isFollowing: true,
  withdrawn: { by: aSecretary(), at: START, reason: 'Rapporten er trukket tilbage.' },
  trouble: { fate: 'stopped', what: 'post notat', word: '403 BotNotInConversationRoster' },
  plan: aPlan({
    ask: anAsk({
      deadline: aDeadline('2026-11-25T23:59'),
      calendar: { closedDays: ['05-01'], closedWeeks: [29, 30] },
      isTrial: true,
    }),
    header: {
      ...EMPTY_HEADER,
      caseNumber: '24/1234',
      to: 'Byrådet',
      from: 'Sekretariatet',
      regarding: 'Tilsyn',
      kle: '27.12.16',
    },
    showOrigins: true,
    startAt: { at: START, by: aPerson(), posted: aPosted() },
    countsSentence: '{antal svar} har svaret',
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
  withdrawing: true,
  withdrawn: true,
});

const ACTS = wordsOf<AuditAct>({
  planned: true,
  'plan discarded': true,
  'start put off': true,
  'later start cancelled': true,
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
  reminded: true,
  'deadline moved': true,
  'reminders changed': true,
  'time requested': true,
  'time granted': true,
  'time declined': true,
  'question asked': true,
  'question answered': true,
  'answer shared': true,
  'round changed': true,
  'department added': true,
  'department withdrawn': true,
  'round withdrawn': true,
  'settings changed': true,
  'edit proposed': true,
  'edit accepted': true,
  'edit dismissed': true,
  'own text mended': true,
  closed: true,
  reopened: true,
  'finding kept': true,
  'cpr number kept': true,
  compiled: true,
  downloaded: true,
  'sent again': true,
  arrived: true,
  resumed: true,
});

const NOTICES = wordsOf<DepartmentNotice>({
  nudged: true,
  'sent back': true,
  'approval wanted': true,
  'answered on behalf': true,
  reopened: true,
  'told again': true,
  'deadline moved': true,
  'time declined': true,
  'question answered': true,
  'answered to all': true,
  'edit proposed': true,
});

const TASKS: { readonly [Kind in DeliveryTask['kind']]: readonly Extract<DeliveryTask, { readonly kind: Kind }>[] } = {
  'post request': [{ kind: 'post request', departmentId: BOERN }],
  'refresh cards': [
    { kind: 'refresh cards', departmentId: BOERN, mayComplete: true, also: aPosted() },
    { kind: 'refresh cards', departmentId: BOERN, mayComplete: false, also: undefined },
  ],
  'post department notice': [
    ...NOTICES.map((notice) => ({ kind: 'post department notice', departmentId: BOERN, notice }) as const),
    { kind: 'post department notice', departmentId: BOERN, notice: 'told again', only: ['chef'] },
  ],
  'tell person': ([...NOTICES, 'request', 'escalated'] as const).map((notice) => ({
    kind: 'tell person',
    personId: 'chef',
    departmentId: BOERN,
    notice,
  })),
  'post decline': [{ kind: 'post decline', departmentId: BOERN }],
  'post time request': [{ kind: 'post time request', departmentId: BOERN }],
  'refresh decision card': [{ kind: 'refresh decision card', departmentId: BOERN }],
  'post question': [{ kind: 'post question', departmentId: BOERN, asked: START.getTime() }],
  'refresh questions': [{ kind: 'refresh questions', departmentId: BOERN }],
  'share answers': [{ kind: 'share answers' }],
  'follow changes': [{ kind: 'follow changes' }],
  'share final': [{ kind: 'share final' }],
  'propose edits': [{ kind: 'propose edits', by: aSecretary() }],
  'refresh notats': [{ kind: 'refresh notats' }],
  'do duties': [{ kind: 'do duties' }],
  'move deadlines': [{ kind: 'move deadlines' }],
  'post digest': [{ kind: 'post digest' }],
  'update round card': [{ kind: 'update round card', posted: aPosted() }],
  'update desk': [{ kind: 'update desk' }],
  'post round card': [{ kind: 'post round card' }],
  'post troubles': [{ kind: 'post troubles' }],
  'continue round': [{ kind: 'continue round' }],
  'compile if complete': [{ kind: 'compile if complete' }],
  'post notat': [{ kind: 'post notat', notatId: aNotatId() }],
  'post notat part': [{ kind: 'post notat part', notatId: aNotatId(), part: 2 }],
};

const DELIVERY_STATES = wordsOf<DeliveryState>({
  pending: true,
  claimed: true,
  sent: true,
  unneeded: true,
  stopped: true,
  uncertain: true,
});

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
    describeLanes(create);
    describeOwed(create);
    describeAwaited(create);
    describeAudit(create);
    describeCommit(create);
    describeTags(create);
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
    assert.deepEqual(await store.readDepartments(ROUND), []);
    assert.equal(await store.readDelivery(ROUND, requestDeliveryId(BOERN)), undefined);
    assert.deepEqual(await store.readDeliveries(ROUND), []);
    assert.deepEqual(await store.readLane(ROUND, BOERN, 'unsettled'), []);
    assert.deepEqual(await store.readOwed(ROUND, { until: START, limit: 10 }), { deliveries: [], next: undefined });
    assert.equal(await store.findAwaited(ROUND), 'none');
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
      const department = aRoundDepartment({ reply: version });
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

  it('gives a round whose plan of reminders was changed back as it was written', async () => {
    const reminders = { daysBefore: [5, 1], onTheDay: false, everyAfter: undefined, since: START };
    const round = aRound({ id: ROUND, state: 'open', plan: aPlan({ reminders }) });
    const store = await createWith(create, [{ change: 'insert round', round }]);
    assert.deepEqual((await store.readRound(ROUND))?.value, round);
  });

  it('gives deliveries of every kind back as they were written', async () => {
    const tried = { claimedBy: 'worker-1', attempts: 2, lapses: 1, lastFailure: '503' } as const;
    const deliveries = [
      aDelivery({ id: '00', ...tried, dueAt: new Date(START.getTime() + 1), owedSince: new Date(0) }),
      ...DELIVERY_STATES.map((state, n) => aDelivery({ id: `0${n + 1}`, state, dueAt: NEVER })),
      ...EVERY_TASK.map((task, n) => aDelivery({ id: `${n + 10}`, task, posted: aPosted() })),
    ];
    const store = await createWith(
      create,
      deliveries.map((delivery) => ({ change: 'insert delivery', delivery })),
    );
    assert.deepEqual(await store.readDeliveries(ROUND), deliveries);
    assert.deepEqual((await store.readDelivery(ROUND, '01'))?.value, deliveries[1]);
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
    assert.deepEqual(await store.readOverview(ROUND), { round: aRound(), departments, withdrawn: [], unreadable: [] });
  });

  it('gives the overview of a round that has no departments yet', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    assert.deepEqual(await store.readOverview(ROUND), {
      round: aRound(),
      departments: [],
      withdrawn: [],
      unreadable: [],
    });
  });

  it('gives every department of one round, and nothing else of it, with tags that a change can use', async () => {
    const departments = ['z', 'a'].map((id) =>
      aRoundDepartment({ department: aDepartment({ id: aDepartmentId(id) }) }),
    );
    const store = await createWith(create, [
      { change: 'insert round', round: aRound() },
      ...departments.map((department) => ({ change: 'insert department', department }) as const),
      insertDelivery(aDelivery()),
    ]);
    const other = { change: 'insert department', department: aRoundDepartment() } as const;
    assert.equal(await store.commit(aRoundId('runde-2'), operationId('invite'), [other]), 'committed');
    const read = await store.readDepartments(ROUND);
    assert.deepEqual(
      new Map(read.map(({ value }) => [value.department.id, value])),
      new Map(departments.map((department) => [department.department.id, department])),
    );
    const locked = read.map(
      ({ value, etag }): RoundChange => ({
        change: 'replace department',
        department: { ...value, isLocked: true },
        etag,
      }),
    );
    assert.equal(await store.commit(ROUND, operationId('lock'), locked), 'committed');
  });

  it('keeps rounds apart', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    assert.equal(await store.readRound(aRoundId('runde-10')), undefined);
    assert.equal(await store.readRound(aRoundId('runde')), undefined);
  });
}

const at = (ms: number) => new Date(START.getTime() + ms);

function describeLanes(create: () => Promise<RoundStore>): void {
  const LANES: readonly Lane[] = [
    BOERN,
    ...['boer', 'boern-og-unge', 'boern1', 'kultur'].map(aDepartmentId),
    SECRETARIAT_LANE,
  ];

  it('gives what is unfinished of each lane, and of no other, in the order of the ids', async () => {
    const deliveries = LANES.flatMap((lane) =>
      DELIVERY_STATES.toReversed().map((state, n) => aDelivery({ id: inLane(lane, `00000${n}-${state}`), state })),
    );
    const store = await createWith(create, deliveries.toReversed().map(insertDelivery));
    for (const lane of LANES) {
      const unfinished = deliveries.filter(
        ({ id, state }) => id.startsWith(`${lane}/`) && state !== 'sent' && state !== 'unneeded',
      );
      assert.deepEqual(valuesOf(await store.readLane(ROUND, lane, 'unsettled')), unfinished);
    }
    assert.deepEqual(await store.readLane(aRoundId('runde-10'), BOERN, 'unsettled'), []);
  });

  it('gives what is owed of a lane, however much else in it waits for somebody', async () => {
    const padded = (n: number) => String(n).padStart(6, '0');
    const waiting = Array.from({ length: LANE_READ_MAX }, (_, n) =>
      aDelivery({ id: inLane(BOERN, padded(n)), state: n % 2 === 0 ? 'stopped' : 'uncertain', dueAt: NEVER }),
    );
    const owed = ['pending', 'claimed', 'uncertain'].map((state, n) =>
      aDelivery({ id: inLane(BOERN, padded(LANE_READ_MAX + n)), state: state as DeliveryState }),
    );
    const store = await createWith(create, waiting.slice(0, 90).map(insertDelivery));
    await insertAll(store, [...waiting.slice(90), ...owed]);
    assert.deepEqual(valuesOf(await store.readLane(ROUND, BOERN, 'owed')), owed);
  });

  it(`gives the first ${LANE_READ_MAX} of what is unfinished (LANE_READ_MAX), whatever else the lane holds`, async () => {
    const padded = (n: number) => String(n).padStart(6, '0');
    const sent = Array.from({ length: 50 }, (_, n) => aDelivery({ id: inLane(BOERN, padded(n)), state: 'sent' }));
    const pending = Array.from({ length: LANE_READ_MAX + 1 }, (_, n) =>
      aDelivery({ id: inLane(BOERN, padded(n + sent.length)) }),
    );
    const store = await createWith(create, sent.map(insertDelivery));
    await insertAll(store, pending);
    assert.deepEqual(valuesOf(await store.readLane(ROUND, BOERN, 'unsettled')), pending.slice(0, LANE_READ_MAX));
  });

  it('gives what is in a lane with tags that a claim can use, once', async () => {
    const store = await createWith(create, [insertDelivery(aDelivery())]);
    const [seen] = await store.readLane(ROUND, BOERN, 'unsettled');
    assert.ok(seen);
    assert.equal(await store.commit(ROUND, operationId('claim', 1), claiming([seen])), 'committed');
    assert.equal(await store.commit(ROUND, operationId('claim', 2), claiming([seen])), 'conflict');
  });
}

function describeOwed(create: () => Promise<RoundStore>): void {
  it('gives what is pending, claimed or uncertain, and due, of every lane', async () => {
    const inState = (state: DeliveryState, changes: Partial<Delivery> = {}) =>
      aDelivery({ id: inLane(BOERN, `${state}-${changes.dueAt?.getTime() ?? ''}`), state, ...changes });
    const owed = [
      ...(['pending', 'claimed', 'uncertain'] as const).map((state) => inState(state)),
      inState('pending', { dueAt: at(-31_536_000_000) }),
      aDelivery({ id: inLane(SECRETARIAT_LANE, 'troubles'), task: { kind: 'post troubles' } }),
    ];
    const store = await createWith(
      create,
      [
        ...owed,
        ...DELIVERY_STATES.map((state) => inState(state, { dueAt: at(1) })),
        ...DELIVERY_STATES.map((state) => inState(state, { dueAt: NEVER })),
        ...(['sent', 'unneeded', 'stopped'] as const).map((state) => inState(state)),
      ].map(insertDelivery),
    );
    const { deliveries, next } = await store.readOwed(ROUND, { until: START, limit: 100 });
    assert.deepEqual(new Set(valuesOf(deliveries)), new Set(owed));
    assert.equal(next, undefined);
  });

  for (const count of [0, 1, 2, 3, 4, 5]) {
    it(`gives each of ${count} deliveries once, in pages of at most two`, async () => {
      const deliveries = Array.from({ length: count }, (_, n) =>
        aDelivery({ id: inLane(aDepartmentId(`d${9 + n}`), 'x') }),
      );
      const store = await createWith(create, deliveries.map(insertDelivery));
      const found = valuesOf((await owedPages(store, 2)).flat());
      assert.deepEqual(found.map(({ id }) => id).sort(), deliveries.map(({ id }) => id).sort());
    });
  }

  it('gives the next page after what has been done since, and without it', async () => {
    const store = await createWith(
      create,
      ['a', 'b', 'c', 'd'].map((rest) => insertDelivery(aDelivery({ id: inLane(BOERN, rest) }))),
    );
    const first = await store.readOwed(ROUND, { until: START, limit: 2 });
    const done = first.deliveries.map(
      ({ value, etag }): RoundChange => ({ change: 'replace delivery', delivery: { ...value, state: 'sent' }, etag }),
    );
    assert.equal(await store.commit(ROUND, operationId('sent'), done), 'committed');
    const second = await store.readOwed(ROUND, { until: START, limit: 2, after: first.next });
    assert.deepEqual(
      [...first.deliveries, ...second.deliveries].map(({ value }) => value.id),
      ['a', 'b', 'c', 'd'].map((rest) => inLane(BOERN, rest)),
    );
  });

  it('gives the next page after an id that begins another one', async () => {
    const ids = ['a', 'a-', 'a0', 'aa', 'b'].map((rest) => inLane(BOERN, rest));
    const store = await createWith(
      create,
      ids.map((id) => insertDelivery(aDelivery({ id }))),
    );
    const pages = await owedPages(store, 1);
    assert.deepEqual(
      pages.flat().map(({ value }) => value.id),
      ids,
    );
  });

  it('gives what is owed with tags that a claim can use, once', async () => {
    const store = await createWith(create, [insertDelivery(aDelivery()), insertDelivery(aDelivery({ id: 'x' }))]);
    const { deliveries } = await store.readOwed(ROUND, { until: START, limit: 10 });
    assert.equal(await store.commit(ROUND, operationId('claim', 1), claiming(deliveries)), 'committed');
    assert.equal(await store.commit(ROUND, operationId('claim', 2), claiming(deliveries)), 'conflict');
  });
}

function describeAwaited(create: () => Promise<RoundStore>): void {
  type Standing = readonly [what: string, changes: Partial<RoundDepartment>];
  const AWAITED: readonly Standing[] = [
    ['has sent nothing', {}],
    ['has a draft', { draft: aDraft() }],
    ['waits for a head', { proposal: aProposal() }],
    ['has declined', { decline: aDecline() }],
    ['got its reply back', { reply: aVersion(), sentBack: aSentBack() }],
  ];
  const NOT_AWAITED: readonly Standing[] = [
    ['has answered', { reply: aVersion() }],
    ['corrects its answer', { reply: aVersion(), proposal: aProposal() }],
    ['is excused', { decline: aDecline({ accepted: anAcceptedDecline() }) }],
  ];
  const standing = (changes: Partial<RoundDepartment>, id = 'boern') =>
    aRoundDepartment({ department: aDepartment({ id: aDepartmentId(id) }), ...changes });
  const insert = (department: RoundDepartment): RoundChange => ({ change: 'insert department', department });

  for (const [what, changes] of AWAITED) {
    it(`finds the only department among many that is awaited: one that ${what}`, async () => {
      const others = NOT_AWAITED.map(([, other], n) => insert(standing(other, `d${n}`)));
      const store = await createWith(create, [...others, insert(standing(changes, 'd1a'))]);
      assert.equal(await store.findAwaited(ROUND), 'awaited');
    });
  }

  for (const [what, changes] of NOT_AWAITED) {
    it(`finds no department that is awaited where each ${what}`, async () => {
      const store = await createWith(create, [
        { change: 'insert round', round: aRound({ state: 'open' }) },
        ...['a', 'b'].map((id) => insert(standing(changes, id))),
      ]);
      assert.equal(
        await store.commit(aRoundId('runde-10'), operationId('invite'), [insert(standing({}))]),
        'committed',
      );
      assert.equal(await store.findAwaited(ROUND), 'none');
    });
  }

  it('finds what is awaited after each change', async () => {
    const store = await createWith(create, [insert(standing({}))]);
    for (const [n, [change, found]] of (
      [
        [{ reply: aVersion() }, 'none'],
        [{ sentBack: aSentBack() }, 'awaited'],
        [{ sentBack: undefined }, 'none'],
        [{ reply: undefined }, 'awaited'],
      ] as const
    ).entries()) {
      const { value, etag } = await read(store.readDepartment(ROUND, BOERN));
      const replace: RoundChange = { change: 'replace department', department: { ...value, ...change }, etag };
      assert.equal(await store.commit(ROUND, operationId('change', n), [replace]), 'committed');
      assert.equal(await store.findAwaited(ROUND), found);
    }
  });
}

function describeAudit(create: () => Promise<RoundStore>): void {
  const HEAD = aPerson({ id: 'leder', name: 'Åse' });

  it('tells in the audit what the versions of replies tell, among the lines of its time', async () => {
    const line = anAuditLine({ act: 'nudged', at: at(2), subject: undefined });
    const store = await createWith(create, [
      { change: 'insert audit line', line },
      { change: 'insert version', departmentId: BOERN, version: aVersion({ number: 3, isOnBehalf: true, at: at(4) }) },
      { change: 'insert version', departmentId: BOERN, version: aVersion({ number: 1, at: at(1) }) },
      { change: 'insert version', departmentId: BOERN, version: aVersion({ number: 2, approvedBy: HEAD, at: at(3) }) },
    ]);
    const told = { departmentId: BOERN, by: aPerson() };
    assert.deepEqual(await store.readAudit(ROUND), [
      { ...told, act: 'replied', subject: '1', at: at(1) },
      line,
      { ...told, act: 'approved', by: HEAD, subject: '2', at: at(3) },
      { ...told, act: 'replied on behalf', subject: '3', at: at(4) },
    ]);
  });

  it('tells an answer once of which there is a line, as version 0.1 wrote it, and every other', async () => {
    const KULTUR = aDepartmentId('kultur');
    const version = aVersion({ approvedBy: HEAD, at: at(5) });
    const lines = [
      anAuditLine({ act: 'approved', by: HEAD, subject: '1', where: '19:boern@thread.tacv2' }),
      anAuditLine({ act: 'sent back', subject: '2', at: at(1) }),
    ];
    const store = await createWith(create, [
      ...lines.map((line) => ({ change: 'insert audit line', line }) as const),
      { change: 'insert version', departmentId: BOERN, version },
      { change: 'insert version', departmentId: BOERN, version: { ...version, number: 2 } },
      { change: 'insert version', departmentId: KULTUR, version },
    ]);
    const [first, second, ...rest] = await store.readAudit(ROUND);
    assert.deepEqual([first, second], lines);
    assert.deepEqual(
      new Set(rest.map(({ departmentId, subject }) => `${departmentId} ${subject}`)),
      new Set(['boern 2', 'kultur 1']),
    );
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

/** The changes of a transaction, and the tags that it told; undefined where it told none. */
async function tagged(
  store: RoundStore,
  operation: string,
  changes: readonly RoundChange[],
): Promise<readonly [outcome: string, tags: readonly RowTag[] | undefined]> {
  let tags: readonly RowTag[] | undefined;
  const outcome = await store.commit(ROUND, operationId(operation), changes, (told) => {
    tags = told;
  });
  return [outcome, tags];
}

function describeTags(create: () => Promise<RoundStore>): void {
  it('puts a delivery where there is none, and in the place of one, whatever that is', async () => {
    const store = await createWith(create, []);
    for (const [n, state] of DELIVERY_STATES.entries()) {
      const delivery = aDelivery({ state, attempts: n });
      assert.equal(
        await store.commit(ROUND, operationId('put', n), [{ change: 'put delivery', delivery }]),
        'committed',
      );
      assert.deepEqual(await store.readDeliveries(ROUND), [delivery]);
    }
  });

  it('gives a delivery that is put a new tag, so that whoever read the one before writes nothing', async () => {
    const store = await createWith(create, [insertDelivery(aDelivery())]);
    const seen = await read(store.readDelivery(ROUND, aDelivery().id));
    const change: RoundChange = { change: 'put delivery', delivery: aDelivery({ attempts: 1 }) };
    assert.equal(await store.commit(ROUND, operationId('put'), [change]), 'committed');
    assert.equal(await store.commit(ROUND, operationId('claim'), claiming([seen])), 'conflict');
    assert.deepEqual(valuesOf(await store.readLane(ROUND, BOERN, 'unsettled')), [aDelivery({ attempts: 1 })]);
  });

  it('puts nothing when another row of the commit is in the way', async () => {
    const store = await createWith(create, [{ change: 'insert round', round: aRound() }]);
    const changes: readonly RoundChange[] = [
      { change: 'put delivery', delivery: aDelivery() },
      { change: 'insert round', round: aRound() },
    ];
    assert.equal(await store.commit(ROUND, operationId('put'), changes), 'conflict');
    assert.deepEqual(await store.readDeliveries(ROUND), []);
  });

  it('tells the tag of each row that it has changed, in order, as a read would tell it', async () => {
    const [KULTUR, old, put, added] = [aDepartmentId('kultur'), 'old', 'put', 'added'];
    const kultur = aRoundDepartment({ department: aDepartment({ id: KULTUR }), reply: aVersion() });
    const store = await createWith(create, [
      { change: 'insert round', round: aRound() },
      { change: 'insert department', department: aRoundDepartment() },
      insertDelivery(aDelivery({ id: old })),
      insertDelivery(aDelivery({ id: put })),
    ]);
    const [round, boern, delivery] = await Promise.all([
      read(store.readRound(ROUND)),
      read(store.readDepartment(ROUND, BOERN)),
      read(store.readDelivery(ROUND, old)),
    ]);
    const [outcome, tags] = await tagged(store, 'mixed', [
      { change: 'put delivery', delivery: aDelivery({ id: put, state: 'uncertain' }) },
      { change: 'replace department', department: { ...boern.value, isLocked: true }, etag: boern.etag },
      { change: 'insert audit line', line: anAuditLine() },
      insertDelivery(aDelivery({ id: added, state: 'stopped' })),
      { change: 'insert version', departmentId: BOERN, version: aVersion() },
      { change: 'replace delivery', delivery: { ...delivery.value, state: 'claimed' }, etag: delivery.etag },
      { change: 'insert department', department: kultur },
      { change: 'insert notat', notat: aNotatRecord() },
      { change: 'replace round', round: aRound({ state: 'open' }), etag: round.etag },
    ]);
    const rows = await Promise.all([
      store.readDelivery(ROUND, put),
      store.readDepartment(ROUND, BOERN),
      undefined,
      store.readDelivery(ROUND, added),
      undefined,
      store.readDelivery(ROUND, old),
      store.readDepartment(ROUND, KULTUR),
      undefined,
      store.readRound(ROUND),
    ]);
    assert.deepEqual([outcome, tags?.length], ['committed', rows.length]);
    for (const [index, row] of rows.entries()) if (row !== undefined) assert.deepEqual(tags?.[index], row.etag);
  });

  it('tells tags that the next change can use without a read, again and again', async () => {
    const store = await create();
    const inserting: readonly RoundChange[] = [
      insertDelivery(aDelivery()),
      { change: 'put delivery', delivery: aDelivery({ id: 'put' }) },
      { change: 'insert department', department: aRoundDepartment() },
    ];
    let [outcome, tags] = await tagged(store, 'change 0', inserting);
    for (const number of [1, 2, 3]) {
      const [first, second, third] = tags ?? [];
      assert.ok(outcome === 'committed' && first !== undefined && second !== undefined && third !== undefined);
      [outcome, tags] = await tagged(store, `change ${number}`, [
        { change: 'replace delivery', delivery: aDelivery({ attempts: number }), etag: first },
        { change: 'replace delivery', delivery: aDelivery({ id: 'put', attempts: number }), etag: second },
        { change: 'replace department', department: aRoundDepartment({ changes: number }), etag: third },
      ]);
    }
    assert.equal(outcome, 'committed');
    assert.deepEqual(
      (await store.readDeliveries(ROUND)).map(({ attempts }) => attempts),
      [3, 3],
    );
    assert.equal((await read(store.readDepartment(ROUND, BOERN))).value.changes, 3);
  });

  it('tells no tags when it changed nothing: after a conflict, and when the operation had been committed', async () => {
    const store = await createWith(create, [{ change: 'insert department', department: aRoundDepartment() }]);
    const seen = await read(store.readDepartment(ROUND, BOERN));
    assert.equal(await store.commit(ROUND, operationId('first'), reply(seen, 1)), 'committed');
    assert.deepEqual(await tagged(store, 'first', reply(seen, 1)), ['committed', undefined]);
    assert.deepEqual(await tagged(store, 'second', reply(seen, 2)), ['conflict', undefined]);
  });
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

function insertDelivery(delivery: Delivery): RoundChange {
  return { change: 'insert delivery', delivery };
}

/** In as many commits as it takes. */
async function insertAll(store: RoundStore, deliveries: readonly Delivery[]): Promise<void> {
  for (let first = 0; first < deliveries.length; first += MAX_CHANGES) {
    const changes = deliveries.slice(first, first + MAX_CHANGES).map(insertDelivery);
    assert.equal(await store.commit(ROUND, operationId('insert', first), changes), 'committed');
  }
}

function claiming(seen: readonly Stored<Delivery>[]): readonly RoundChange[] {
  return seen.map(({ value, etag }) => ({
    change: 'replace delivery',
    delivery: { ...value, state: 'claimed' },
    etag,
  }));
}

/** Everything that is owed now, in pages of at most `limit`. */
async function owedPages(store: RoundStore, limit: number): Promise<readonly (readonly Stored<Delivery>[])[]> {
  const pages: (readonly Stored<Delivery>[])[] = [];
  for (let after: string | undefined; ; ) {
    const { deliveries, next } = await store.readOwed(ROUND, { until: START, limit, after });
    assert.ok(deliveries.length <= limit);
    pages.push(deliveries);
    if (next === undefined) return pages;
    after = next;
  }
}

function valuesOf<Value>(stored: readonly Stored<Value>[]): readonly Value[] {
  return stored.map(({ value }) => value);
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
