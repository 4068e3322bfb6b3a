import assert from 'node:assert/strict';
import type { RoundChange } from '../../../src/application/ports.js';
import { tellOutbox } from '../../../src/application/work/telling-rounds.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Delivery } from '../../../src/domain/work/delivery.js';
import { aDelivery, aRound, aRoundDepartment } from '../../support/builders.js';
import { interceptCommits } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';

const ROUND = aRound({ state: 'open' });

/** Writes through a store that tells, and returns what it has told, in order. */
async function told(...commits: readonly (readonly RoundChange[])[]): Promise<readonly string[]> {
  const heard: string[] = [];
  const rounds = tellOutbox(createMemoryStores().rounds, () => ({
    outbox: {
      owe: (_, lane, { id }) => void heard.push(`owed in ${lane}: ${id}`),
      noteOpen: () => void heard.push('open'),
    },
    lookAt: () => void heard.push('look'),
  }));
  for (const [number, changes] of commits.entries())
    await rounds.commit(ROUND.id, operationId('write', number), changes);
  return heard;
}

const inserted = (changes: Partial<Delivery>): RoundChange => ({
  change: 'insert delivery',
  delivery: aDelivery(changes),
});

describe('a process that writes', () => {
  it('is told of what is newly owed', async () => {
    assert.deepEqual(await told([inserted({})]), ['owed in boern: boern/0-request']);
    const again = { change: 'put delivery', delivery: aDelivery() } as const;
    assert.deepEqual(await told([again]), ['owed in boern: boern/0-request']);
  });

  it('is not told of what it does itself: a claim, what is settled, what is tried again', async () => {
    assert.deepEqual(await told([inserted({ state: 'claimed', attempts: 1 })]), []);
    assert.deepEqual(await told([inserted({ state: 'sent', attempts: 1 })]), []);
    assert.deepEqual(await told([inserted({ attempts: 1 })]), []);
  });

  it('is not told of what could not be written', async () => {
    assert.deepEqual((await told([inserted({})], [inserted({})])).length, 1);
  });

  it('looks for what it owes where it does not know whether that was written, and not for what it does itself', async () => {
    const heard: string[] = [];
    const silent = interceptCommits(createMemoryStores().rounds, async () => {
      throw new Error('The store did not answer.');
    });
    const outbox = { owe: () => void heard.push('owed'), noteOpen: () => void heard.push('open') };
    const rounds = tellOutbox(silent, () => ({ outbox, lookAt: (id) => void heard.push(`look at ${id}`) }));
    await assert.rejects(rounds.commit(ROUND.id, operationId('write'), [inserted({})]));
    await assert.rejects(rounds.commit(ROUND.id, operationId('settle'), [inserted({ state: 'sent', attempts: 1 })]));
    assert.deepEqual(heard, [`look at ${ROUND.id}`]);
  });

  it('is told nothing while the rows of a round are being written, and to look when it is opened', async () => {
    const starting = aRound({ state: 'starting' });
    const asked = [{ change: 'insert department', department: aRoundDepartment() }, inserted({})] as const;
    const open = { change: 'replace round', round: ROUND, etag: 'memory-1' } as const;
    assert.deepEqual(await told([{ change: 'insert round', round: starting }], asked, [open]), ['look']);
  });

  it('is told that a round is open in which a department is changed', async () => {
    const department = aRoundDepartment();
    const replaced = { change: 'replace department', department, etag: 'memory-1' } as const;
    assert.deepEqual(await told([{ change: 'insert department', department }], [replaced]), ['open']);
  });
});
