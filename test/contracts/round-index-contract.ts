import assert from 'node:assert/strict';
import type { RoundIndex, RoundIndexEntry } from '../../src/application/ports.js';
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
  });
}

function anEntry(id: string, laterMs: number): RoundIndexEntry {
  return { roundId: aRoundId(id), tenantId: TENANT, createdAt: new Date(START.getTime() + laterMs) };
}
