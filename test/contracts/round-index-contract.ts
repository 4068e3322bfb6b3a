import assert from 'node:assert/strict';
import type { RoundIndex, RoundIndexEntry, Stored } from '../../src/application/ports.js';
import { aRoundId, START, TENANT } from '../support/builders.js';

/** What every index of rounds keeps to. */
export function describeRoundIndex(name: string, create: () => Promise<RoundIndex>): void {
  describe(`${name} as an index of rounds`, () => {
    it('knows no round before one is added', async () => {
      const index = await create();
      assert.deepEqual(await index.list(), []);
    });

    it('lists the newest first, whatever order they came in', async () => {
      const index = await create();
      const entries = [anEntry('b', 0), anEntry('d', 2), anEntry('a', 1), anEntry('e', -4_000_000_000_000)];
      for (const entry of entries) await index.add(entry);
      const listed = await index.list();
      assert.deepEqual(listed, [entries[1], entries[2], entries[0], entries[3]]);
    });

    it('holds a round that is added twice once', async () => {
      const index = await create();
      await index.add(anEntry('a', 0));
      await index.add(anEntry('a', 0));
      assert.deepEqual(await index.list(), [anEntry('a', 0)]);
    });

    it('keeps rounds that were made in the same moment apart', async () => {
      const index = await create();
      await Promise.all(['b', 'a', 'c'].map((id) => index.add(anEntry(id, 0))));
      assert.deepEqual(await index.list(), [anEntry('a', 0), anEntry('b', 0), anEntry('c', 0)]);
    });

    it('counts every round as active until it is noted as quiet, the newest first', async () => {
      const index = await create();
      const entries = [anEntry('b', 0), anEntry('a', 1), anEntry('c', -1)];
      for (const entry of entries) await index.add(entry);
      const [newest, second, oldest] = await index.listActive();
      assert.ok(newest && second && oldest);
      assert.deepEqual([newest.value, second.value, oldest.value], [entries[1], entries[0], entries[2]]);
      await index.noteQuiet(second);
      assert.deepEqual(await activeIn(index), [entries[1], entries[2]]);
      assert.deepEqual(await index.list(), [entries[1], entries[0], entries[2]]);
    });

    it('counts a quiet round as active again when that is noted, and when it is noted twice', async () => {
      const index = await create();
      await index.add(anEntry('a', 0));
      for (const times of [1, 2]) {
        await index.noteQuiet(await theOnlyActive(index));
        assert.deepEqual(await index.listActive(), []);
        for (let time = 0; time < times; time += 1) await index.noteActive(anEntry('a', 0));
        assert.deepEqual(await activeIn(index), [anEntry('a', 0)]);
      }
    });

    it('leaves a quiet round quiet when it is added again', async () => {
      const index = await create();
      await index.add(anEntry('a', 0));
      await index.noteQuiet(await theOnlyActive(index));
      await index.add(anEntry('a', 0));
      assert.deepEqual(await index.listActive(), []);
    });

    it('notes nothing as quiet that has been noted as active since it was read, also where it said so already', async () => {
      const index = await create();
      await index.add(anEntry('a', 0));
      for (const _ of [1, 2]) {
        const seen = await theOnlyActive(index);
        await index.noteActive(anEntry('a', 0));
        await index.noteQuiet(seen);
        assert.deepEqual(await activeIn(index), [anEntry('a', 0)]);
      }
    });

    it('notes nothing as quiet by a tag from before it was quiet and active again', async () => {
      const index = await create();
      await index.add(anEntry('a', 0));
      const seen = await theOnlyActive(index);
      await index.noteQuiet(seen);
      await index.noteActive(anEntry('a', 0));
      await index.noteQuiet(seen);
      assert.deepEqual(await activeIn(index), [anEntry('a', 0)]);
    });

    it('keeps the plans of each tenant apart from the rounds, the newest first, until they are removed', async () => {
      const index = await create();
      const entries = [anEntry('b', 0), anEntry('a', 1), { ...anEntry('c', 2), tenantId: 'en-anden' }];
      for (const entry of [...entries, anEntry('b', 0)]) await index.addPlan(entry);
      assert.deepEqual(await index.listPlans(TENANT), [entries[1], entries[0]]);
      assert.deepEqual([await index.list(), await index.listActive()], [[], []]);
      for (const _ of [1, 2]) await index.removePlan(anEntry('a', 1));
      assert.deepEqual(await index.listPlans(TENANT), [entries[0]]);
      await index.add(anEntry('b', 0));
      assert.deepEqual([await index.list(), await index.listPlans(TENANT)], [[entries[0]], [entries[0]]]);
    });

    it('holds a round that is noted as active before it was added', async () => {
      const index = await create();
      await index.noteActive(anEntry('a', 0));
      assert.deepEqual([await index.list(), await activeIn(index)], [[anEntry('a', 0)], [anEntry('a', 0)]]);
    });
  });
}

async function activeIn(index: RoundIndex): Promise<readonly RoundIndexEntry[]> {
  return (await index.listActive()).map(({ value }) => value);
}

async function theOnlyActive(index: RoundIndex): Promise<Stored<RoundIndexEntry>> {
  const [entry, ...others] = await index.listActive();
  assert.ok(entry !== undefined && others.length === 0);
  return entry;
}

function anEntry(id: string, laterMs: number): RoundIndexEntry {
  return { roundId: aRoundId(id), tenantId: TENANT, createdAt: new Date(START.getTime() + laterMs) };
}
