import assert from 'node:assert/strict';
import type { z } from 'zod';
import { roundKey } from '../../../src/adapters/table/keys.js';
import { readBody, writeBody } from '../../../src/adapters/table/row-body.js';
import {
  auditSchema,
  notatSchema,
  registeredChannelSchema,
  roundDepartmentSchema,
  roundSchema,
  versionSchema,
} from '../../../src/adapters/table/schemas.js';
import { EMPTY_HEADER } from '../../../src/domain/notat-header.js';
import { aDepartmentId, aRoundId } from '../../support/builders.js';

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

/** Reads a row with this in it, as version 0.1 of the bot wrote it. */
function readOlder<Value>(body: object, schema: z.ZodType<Value>): Value {
  return readBody({ key: roundKey(aRoundId()), properties: writeBody(body), etag: '1' }, schema);
}

describe('a row from before a property was thought of', () => {
  it('of a round has an empty header, shows no origins, follows no other round and was never closed', () => {
    const { plan, closedBy, closedAt, finals, keptFindings } = readOlder(
      {
        id: 'runde-1',
        state: 'open',
        plan: { ask: ASK, introduction: '', invitations: [{ department: DEPARTMENT, address: ADDRESS }] },
        secretariat: ADDRESS,
        createdBy: WHO,
        createdAt: WHEN,
        startedBy: WHO,
        startedAt: WHEN,
      },
      roundSchema,
    );
    assert.deepEqual([plan.header, plan.showOrigins, plan.previousRound], [EMPTY_HEADER, false, undefined]);
    assert.deepEqual([closedBy, closedAt, finals, keptFindings], [undefined, undefined, 0, []]);
    assert.deepEqual(plan.invitations[0]?.department.heads, []);
    assert.equal(plan.ask.deadline, '2026-11-25');
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
