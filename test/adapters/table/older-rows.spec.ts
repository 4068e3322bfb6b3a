import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { z } from 'zod';
import {
  auditKey,
  channelKey,
  deliveryKey,
  departmentKey,
  filePartKey,
  indexKey,
  knownTeamKey,
  notatKey,
  ownDraftKey,
  preferenceKey,
  processKey,
  type RowKey,
  registryLineKey,
  roundKey,
  secretariatClaimKey,
  setupRequestKey,
  templateKey,
  versionKey,
} from '../../../src/adapters/table/keys.js';
import { joinText } from '../../../src/adapters/table/long-text.js';
import type { Properties } from '../../../src/adapters/table/row.js';
import { readBody, writeBody } from '../../../src/adapters/table/row-body.js';
import { examine } from '../../../src/adapters/table/row-care.js';
import {
  auditSchema,
  deliverySchema,
  notatSchema,
  registeredChannelSchema,
  roundDepartmentSchema,
  roundSchema,
  versionSchema,
} from '../../../src/adapters/table/row-schemas.js';
import type { RowKind } from '../../../src/application/ports.js';
import { operationId } from '../../../src/domain/ids.js';
import { EMPTY_HEADER } from '../../../src/domain/notat/notat-header.js';
import { DEFAULT_CALENDAR, isWorkingDay } from '../../../src/domain/round/working-days.js';
import { aDepartmentId, aLocalDate, aNotatId, aRoundId, START } from '../../support/builders.js';
import { EVERY_SHAPE } from './every-shape.js';
import { fileOf, GOLDEN_ROWS, goldenRows, writtenThen } from './golden-rows.js';

const WHO = { id: 'leder', name: 'Åse' };
const WHEN = '2026-11-09T09:00:00.000Z';
const ADDRESS = {
  tenantId: 't',
  teamId: null,
  channelId: '19:boern@thread.tacv2',
  serviceUrl: 'https://teams.example/',
};
const DEPARTMENT = { id: 'boern', name: 'Børn og Familie' };
const ASK = { title: 'Notat', report: 'Rapport', reportLink: null, question: 'Hvad?', deadline: '2026-11-25' };
const VERSION = { number: 2, content: { kind: 'nil' }, author: WHO, at: WHEN, operationId: 'reply 2' };

/** The day of the commits that are in version 0.1, and the day of the commit that gave the outbox its lanes. */
const DAY_OF_0_1 = '2026-11-23';
const DAY_OF_LANES = '2026-11-26';

/** Every kind of row, and the key of one. */
const KEYS: Readonly<Record<RowKind, RowKey>> = {
  'audit line': auditKey(aRoundId(), START, operationId('a'), 0),
  channel: channelKey('t', 'c'),
  claim: secretariatClaimKey('t'),
  delivery: deliveryKey(aRoundId(), 'request-boern'),
  department: departmentKey(aRoundId(), aDepartmentId()),
  'file part': filePartKey('t', 'e3', 0),
  'index entry': indexKey(aRoundId(), START),
  'known team': knownTeamKey('t', 'k'),
  notat: notatKey(aRoundId(), aNotatId()),
  'own draft': ownDraftKey(aRoundId(), aDepartmentId(), 'p'),
  preference: preferenceKey('t', 'p'),
  process: processKey('proces-1'),
  'registry audit line': registryLineKey('t', operationId('a'), 'refused'),
  round: roundKey(aRoundId()),
  'setup request': setupRequestKey('t', 'c'),
  template: templateKey('t', 1),
  version: versionKey(aRoundId(), aDepartmentId(), 1),
};

const KINDS = Object.keys(KEYS) as readonly RowKind[]; // Object.keys forgets what the keys are.

function whyUnreadable(kind: RowKind, properties: Properties): string | undefined {
  const examined = examine({ key: KEYS[kind], properties, etag: '1' });
  assert.equal(examined.kind, kind);
  return examined.why;
}

function bodyOf(properties: Properties): unknown {
  return JSON.parse(joinText('body', properties) ?? '');
}

/** Where in a value something is, and of what type: two values of one shape differ in what is said, not in what there is. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    return [`${path}: list`, ...new Set(value.flatMap((item) => shapeOf(item, `${path}[]`)))].sort();
  }
  if (typeof value !== 'object' || value === null) return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value)
    .flatMap(([name, part]) => shapeOf(part, `${path}.${name}`))
    .sort();
}

/** Reads a row with this in it, as version 0.1 of the bot wrote it. */
function readOlder<Value>(body: object, schema: z.ZodType<Value>): Value {
  return readBody({ key: roundKey(aRoundId()), properties: writeBody(body), etag: '1' }, schema);
}

describe('every row that any version of the bot has written', () => {
  for (const kind of KINDS) {
    for (const { since, shape, ...row } of goldenRows(kind)) {
      it(`is read: ${kind}${shape === undefined ? '' : ` (${shape})`}, ${since}`, () => {
        assert.equal(whyUnreadable(kind, 'body' in row ? writtenThen(row.body) : row.properties), undefined);
      });
    }
  }
});

describe('the golden rows', () => {
  for (const [kind, shapes] of Object.entries(EVERY_SHAPE)) {
    const golden = goldenRows(kind);
    for (const [shape, value] of Object.entries(shapes)) {
      it(`have what the bot writes today: ${kind} (${shape}). Has it changed? Add a row, and keep the one before`, () => {
        const newest = golden.findLast((row) => row.shape === shape);
        assert.ok(newest !== undefined && 'body' in newest, `no golden row of the shape ${shape}`);
        assert.deepEqual(shapeOf(newest.body), shapeOf(bodyOf(writeBody(value))));
      });
    }
  }

  it('have no kind that the bot has not', async () => {
    const files = await readdir(GOLDEN_ROWS);
    assert.deepEqual(files.sort(), KINDS.map(fileOf).sort());
  });
});

describe('a row from before a property was thought of', () => {
  const ROUND = {
    id: 'runde-1',
    state: 'open',
    plan: { ask: ASK, introduction: '', invitations: [{ department: DEPARTMENT, address: ADDRESS }] },
    secretariat: ADDRESS,
    createdBy: WHO,
    createdAt: WHEN,
    startedBy: WHO,
    startedAt: WHEN,
  };

  it('of a round has an empty header, shows no origins, follows no other round and was never closed', () => {
    const { plan, closedBy, closedAt, finals, keptFindings } = readOlder(ROUND, roundSchema);
    assert.deepEqual([plan.header, plan.showOrigins, plan.previousRound], [EMPTY_HEADER, false, undefined]);
    assert.deepEqual([plan.startAt, plan.countsSentence], [undefined, undefined]);
    assert.deepEqual([closedBy, closedAt, finals, keptFindings], [undefined, undefined, 0, []]);
    assert.deepEqual(plan.invitations[0]?.department.heads, []);
    assert.equal(plan.ask.deadline, '2026-11-25');
  });

  it('of a round, or of a department in it, has the usual calendar', () => {
    const { plan } = readOlder(ROUND, roundSchema);
    const row = { roundId: 'runde-1', department: DEPARTMENT, position: 0, address: ADDRESS, ask: ASK };
    const { ask } = readOlder(row, roundDepartmentSchema);
    assert.deepEqual([plan.ask.calendar, ask.calendar], [DEFAULT_CALENDAR, DEFAULT_CALENDAR]);
  });

  it('of a round has nothing in the fields of its header that came later', () => {
    const { plan } = readOlder({ ...ROUND, plan: { ...ROUND.plan, header: { caseNumber: '26/1' } } }, roundSchema);
    assert.deepEqual(plan.header, { ...EMPTY_HEADER, caseNumber: '26/1' });
  });

  it('of a department has no heads, has been pressed by nobody and is not locked', () => {
    const read = readOlder(
      {
        roundId: 'runde-1',
        department: DEPARTMENT,
        position: 0,
        address: ADDRESS,
        ask: ASK,
        reply: VERSION,
        undelivered: null,
      },
      roundDepartmentSchema,
    );
    assert.deepEqual([read.department.heads, read.department.language], [[], undefined]);
    assert.deepEqual([read.presses, read.isLocked], [[], false]);
    const { askedAt, previous, draft, proposal, decline, sentBack } = read;
    assert.deepEqual(new Set([askedAt, previous, draft, proposal, decline, sentBack]), new Set([undefined]));
    assert.equal(read.reply?.number, 2);
  });

  it('of a reply has no remark beside a nil reply, and was given by the department itself', () => {
    const { content, approvedBy, isOnBehalf } = readOlder(VERSION, versionSchema);
    assert.deepEqual([content.kind === 'nil' && content.remark, approvedBy, isOnBehalf], [undefined, undefined, false]);
  });

  it('of a notat has no number and no seal, is in the installation’s template, and excuses nobody', () => {
    const versions = [{ departmentId: 'boern', version: 1 }];
    const read = readOlder({ id: 'notat-1', status: 'interim', compiledAt: WHEN, versions }, notatSchema);
    assert.deepEqual([read.number, read.seal, read.template], [undefined, undefined, 0]);
    const [{ departmentId, excused, isAwaited } = {}] = read.versions;
    assert.deepEqual([departmentId, excused, isAwaited], [aDepartmentId(), undefined, false]);
  });

  it('of the audit has no reason', () => {
    const read = readOlder({ at: WHEN, by: WHO, act: 'replied', departmentId: 'boern', subject: '1' }, auditSchema);
    assert.equal(read.reason, undefined);
  });

  it('of a channel has no heads and no language of its own', () => {
    const read = readOlder(
      { purpose: 'department', address: ADDRESS, department: DEPARTMENT, registeredAt: WHEN },
      registeredChannelSchema,
    );
    assert.ok(read.purpose === 'department');
    assert.deepEqual([read.department.heads, read.department.language], [[], undefined]);
  });
});

describe('a row from before the outbox had lanes', () => {
  const deliveries = goldenRows('delivery').flatMap(({ since, ...row }) =>
    since.startsWith(DAY_OF_0_1) && 'body' in row ? [row.body] : [],
  );
  const departments = goldenRows('department').flatMap(({ since, ...row }) =>
    since < DAY_OF_LANES && 'body' in row ? [row.body] : [],
  );
  const isOf = (kind: string) => (body: object) => JSON.stringify(body).includes(`"kind":"${kind}"`);

  it('of a delivery is owed since it was due, and no try of it has come to no end', () => {
    assert.ok(deliveries.length > 0);
    for (const body of deliveries) {
      const { owedSince, dueAt, lapses } = readOlder(body, deliverySchema);
      assert.deepEqual([owedSince, lapses], [dueAt, 0]);
    }
  });

  it('of a delivery that has failed has stopped', () => {
    const failed = deliveries.filter((body) => JSON.stringify(body).includes('"state":"failed"'));
    assert.deepEqual(
      failed.map((body) => readOlder(body, deliverySchema).state),
      ['stopped'],
    );
  });

  it('of a card to be updated is a refresh of all cards, with that one, which does not make the notat complete', () => {
    const posted = { conversationId: '19:boern@thread.tacv2;messageid=1', activityId: '1' };
    const task = { kind: 'refresh cards', departmentId: aDepartmentId(), mayComplete: false, also: posted };
    assert.deepEqual(
      deliveries.filter(isOf('update card')).map((body) => readOlder(body, deliverySchema).task),
      [task],
    );
  });

  it('of a request card to be updated is a refresh of all cards, whatever card it was not to update', () => {
    const read = deliveries.filter(isOf('update request card')).map((body) => readOlder(body, deliverySchema).task);
    assert.equal(read.length, 2);
    for (const task of read) {
      assert.ok(task.kind === 'refresh cards');
      assert.deepEqual([task.departmentId, task.mayComplete, task.also], [aDepartmentId(), false, undefined]);
    }
  });

  it('of a department tells no cards and no changes, and of its trouble only what was not delivered', () => {
    const read = departments.map((body) => readOlder(body, roundDepartmentSchema));
    for (const { cards, changes } of read) assert.deepEqual([cards, changes], [undefined, 0]);
    const told = departments.map((body) => ('undelivered' in body ? (body.undelivered ?? undefined) : undefined));
    assert.ok(told.includes('403 BotNotInConversationRoster') && told.includes(undefined));
    assert.deepEqual(
      read.map(({ trouble }) => trouble),
      told.map((word) => (word === undefined ? undefined : { fate: 'stopped', what: undefined, word })),
    );
  });

  it('of a department keeps nothing of the words of before when it is written again', () => {
    for (const body of departments) {
      const read = readOlder(body, roundDepartmentSchema);
      assert.ok(!('undelivered' in read));
      assert.deepEqual(readOlder(read, roundDepartmentSchema), read);
      assert.equal(readOlder({ ...read, trouble: undefined }, roundDepartmentSchema).trouble, undefined);
    }
  });

  it('of a department tells its trouble though that was written over a row of this version', () => {
    const [body] = departments;
    const over = (trouble: object | null) => ({ ...body, trouble, undelivered: '403 BotDisabledByAdmin' });
    const stopped = { fate: 'stopped', what: undefined, word: '403 BotDisabledByAdmin' };
    assert.deepEqual(readOlder(over(null), roundDepartmentSchema).trouble, stopped);
    const newer = { fate: 'uncertain', what: 'post decline', word: '504' };
    assert.deepEqual(readOlder(over(newer), roundDepartmentSchema).trouble, newer);
  });

  it('of a round has no trouble', () => {
    for (const { since, ...row } of goldenRows('round')) {
      if (since < DAY_OF_LANES && 'body' in row) assert.equal(readOlder(row.body, roundSchema).trouble, undefined);
    }
  });

  it('of the index says nothing of whether its round is quiet, and one that says so is read as well', () => {
    const entries = goldenRows('index entry').map((row) => ('body' in row ? writtenThen(row.body) : row.properties));
    assert.deepEqual(
      entries.map(({ isQuiet }) => isQuiet),
      [undefined, true],
    );
  });
});

describe('a row whose calendar a newer version of the bot has written', () => {
  it('keeps the words that this version does not know', () => {
    const calendar = { closedDays: ['05-04', '12-24'], closedWeeks: [29, 54], closedHours: [12] };
    const row = { roundId: 'runde-1', department: DEPARTMENT, position: 0, address: ADDRESS };
    const read = readOlder({ ...row, ask: { ...ASK, calendar } }, roundDepartmentSchema);
    assert.deepEqual(read.ask.calendar, calendar);
    assert.equal(isWorkingDay(aLocalDate('2026-05-04'), read.ask.calendar), true);
    assert.equal(isWorkingDay(aLocalDate('2026-12-24'), read.ask.calendar), false);
  });
});

describe('a row that says what no version of the bot writes', () => {
  for (const deadline of ['2026-11-31', '2026-11-25T24:00', '2026-11-25T12:00:00', 20_261_125]) {
    it(`is not understood when its deadline is ${deadline}`, () => {
      const row = { roundId: 'runde-1', department: DEPARTMENT, position: 0, address: ADDRESS };
      assert.throws(() => readOlder({ ...row, ask: { ...ASK, deadline } }, roundDepartmentSchema), /ask\.deadline/u);
    });
  }

  it('is not understood when a property that has a default is something else', () => {
    const row = { roundId: 'runde-1', department: DEPARTMENT, position: 0, address: ADDRESS, ask: ASK };
    assert.throws(() => readOlder({ ...row, isLocked: 'ja' }, roundDepartmentSchema), /isLocked/u);
    assert.throws(() => readOlder({ ...row, presses: [7] }, roundDepartmentSchema), /presses\.0/u);
  });
});
