import assert from 'node:assert/strict';
import { openTable } from '../../src/adapters/table/open-table.js';
import { nameLeaders } from '../../src/application/channel/department-settings.js';
import { nudge } from '../../src/application/reply/follow-up.js';
import { submitReply } from '../../src/application/reply/submit-reply.js';
import type { Person } from '../../src/domain/person.js';
import { PRESSES_KEPT } from '../../src/domain/press.js';
import { AZURITE_START_MS, azurite, createFreshTable, newTableName } from '../support/azurite.js';
import { arranged, EVERY_PRESS } from './every-press.js';
import { aFollowUp, aPress, aReply, COLLEAGUE, departmentOf, HEAD, openRound, seenIn, typing } from './municipality.js';
import { tableStores } from './table-stores.js';

const DELIVERIES = Array.from({ length: 10 }, (_, n) => n);

describe(`a press that is delivered ${DELIVERIES.length} times`, () => {
  for (const press of EVERY_PRESS) {
    it(`at once is carried out once, and every time told as done: ${press.name}`, async () => {
      const { deliver, assertDoneOnce } = await arranged(press);
      const outcomes = await Promise.all(DELIVERIES.map(() => deliver()));
      for (const { kind } of outcomes) assert.ok(press.done.includes(kind), kind);
      await assertDoneOnce();
    });
  }
});

describe(`a press that is delivered ${DELIVERIES.length} times, over Table Storage`, () => {
  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });

  for (const press of EVERY_PRESS) {
    it(`at once is carried out once, and every time told as done: ${press.name}`, async () => {
      const { deliver, assertDoneOnce } = await arranged(press, tableStores(await createFreshTable()));
      const outcomes = await Promise.all(DELIVERIES.map(() => deliver()));
      for (const { kind } of outcomes) assert.ok(press.done.includes(kind), kind);
      await assertDoneOnce();
    });

    it(`each time to a process that has just started is carried out once: ${press.name}`, async () => {
      const tableName = newTableName();
      const table = openTable({ connectionString: await azurite() }, { tableName });
      await table.create();
      const { municipality, deliver, assertDoneOnce } = await arranged(press, tableStores(table));
      const kinds = [];
      for (const _ of DELIVERIES) {
        const restarted = tableStores(openTable({ connectionString: await azurite() }, { tableName }));
        kinds.push((await deliver({ ...municipality, ...restarted })).kind);
      }
      assert.deepEqual(kinds, [press.done[0], ...DELIVERIES.slice(1).map(() => press.done[1])]);
      await assertDoneOnce();
    });
  }
});

describe('a press that comes again when much has happened since, over Table Storage', () => {
  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });

  async function openOverTable(heads: readonly Person[] = []) {
    const { municipality, round } = await openRound(1, { stores: tableStores(await createFreshTable()), heads });
    /** What happens next happens a second later. */
    const later = () => {
      municipality.clock.advance(1_000);
      return municipality;
    };
    return { municipality, round, later };
  }

  it('is answered, and keeps the text as the draft again: someone overtaken, whose draft has been sent on', async () => {
    const { municipality, round, later } = await openOverTable();
    await submitReply(municipality, aReply(round, 0, { answer: typing('Det første.'), press: 'første' }));
    const overtaken = aReply(round, 0, { answer: typing('Det andet.'), press: 'andet', by: COLLEAGUE });
    assert.equal((await submitReply(later(), overtaken)).kind, 'overtaken');
    const seen = await seenIn(municipality, round);
    await submitReply(later(), aReply(round, 0, { answer: typing('Det andet, rettet.'), press: 'tredje', seen }));
    const again = await submitReply(later(), overtaken);
    assert.equal(again.kind, 'overtaken');
    const { reply, draft } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, draft?.text], [2, 'Det andet.']);
  });

  it('is done again: a setting, where the department has answered in between', async () => {
    const { municipality, round, later } = await openOverTable();
    const { address } = aPress(round, 0);
    const setting = { address, by: HEAD, activityId: 'chef' };
    assert.equal((await nameLeaders(municipality, setting, 'heads', [HEAD])).kind, 'named');
    await submitReply(later(), aReply(round, 0, { by: HEAD }));
    assert.equal((await nameLeaders(later(), setting, 'heads', [HEAD])).kind, 'named');
    const { reply, department } = await departmentOf(municipality, round);
    assert.deepEqual([reply?.number, department.heads], [1, [HEAD]]);
  });

  it('is judged anew, and comes to an end, when the department has forgotten it', async () => {
    const { municipality, round, later } = await openOverTable();
    const nudged = async (press: string) => (await nudge(later(), aFollowUp(round, 0, { press }))).kind;
    const kinds = [await nudged('glemt')];
    for (let n = 0; n < PRESSES_KEPT; n += 1) kinds.push(await nudged(`mind-om-${n}`));
    kinds.push(await nudged('glemt'));
    assert.deepEqual(new Set(kinds), new Set(['done']));
    assert.equal((await departmentOf(municipality, round)).presses.length, PRESSES_KEPT);
  });
});
