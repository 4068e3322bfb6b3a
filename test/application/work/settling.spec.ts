import assert from 'node:assert/strict';
import type { RoundStore } from '../../../src/application/ports.js';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { nudge } from '../../../src/application/reply/follow-up.js';
import { CLAIM_MS } from '../../../src/domain/work/delivery.js';
import { aDelivery, START } from '../../support/builders.js';
import { interceptCommits, sentAs } from '../../support/fakes.js';
import {
  aFollowUp,
  delivered,
  departmentOf,
  type Municipality,
  NOTHING_SEEN,
  openRound,
  typing,
} from '../municipality.js';
import {
  answeringFirst,
  deliveryOf,
  failingFirst,
  onlyOf,
  passes,
  put,
  refusal,
  sentTo,
  statesOf,
  until,
  whileWorking,
} from './processes.js';

const cause = new Error('The store is away.');

/** The same, and the names of the reads of single rows and lanes, in order. */
function noting(rounds: RoundStore): { readonly rounds: RoundStore; readonly reads: readonly string[] } {
  const reads: string[] = [];
  const noted: RoundStore = {
    ...rounds,
    async readLane(id, lane, which) {
      reads.push(`lane ${lane}`);
      return rounds.readLane(id, lane, which);
    },
    async readDepartment(id, department) {
      reads.push(`department ${department}`);
      return rounds.readDepartment(id, department);
    },
    async readDelivery(id, delivery) {
      reads.push(`delivery ${delivery}`);
      return rounds.readDelivery(id, delivery);
    },
  };
  return { rounds: noted, reads };
}

const isSettling = (operation: string) => operation.startsWith('settle');

describe('what came of a delivery', () => {
  it('is written with the tag of the claim, so that nothing is read for it', async () => {
    const { municipality } = await openRound(1);
    const { rounds, reads } = noting(municipality.rounds);
    await delivered({ ...municipality, rounds });
    assert.deepEqual(
      reads.filter((read) => !read.includes('secretariat')),
      ['lane d0', 'department d0'],
    );
  });

  it('is written after a read where the store did not tell the tag', async () => {
    const { municipality, round } = await openRound(1);
    const { rounds, reads } = noting({
      ...municipality.rounds,
      commit: (id, operation, changes) => municipality.rounds.commit(id, operation, changes),
    });
    await delivered({ ...municipality, rounds });
    assert.deepEqual(
      reads.filter((read) => read.startsWith('delivery d0')),
      ['delivery d0/0-request'],
    );
    assert.equal((await deliveryOf(municipality, round)).state, 'sent');
  });

  it('is written again and again until it is written, and nothing is sent twice', async () => {
    const { municipality, round } = await openRound(1);
    let failures = 0;
    const rounds = interceptCommits(municipality.rounds, async ({ operation, proceed }) => {
      if (!isSettling(operation) || failures === 4) return proceed();
      failures += 1;
      throw cause;
    });
    await whileWorking({ ...municipality, rounds }, async (work) => {
      await until(async () => {
        municipality.time.pass(60_000);
        return !(await statesOf(municipality, round)).has('claimed') && failures === 4;
      });
      await work.idle();
    });
    assert.equal(sentTo(municipality).length, 1);
    assert.deepEqual(await statesOf(municipality, round), new Set(['sent', 'unneeded']));
    const errors = municipality.log.entries.filter(({ level }) => level === 'error');
    assert.deepEqual(
      new Set(errors.map(({ event, cause: logged }) => `${event}: ${logged}`)),
      new Set([`delivery not settled: ${cause}`]),
    );
    assert.equal(errors.length, 4);
  });

  it('keeps its lane from sending more until it is written', async () => {
    const { municipality, round } = await openRound(1);
    await nudge(municipality, aFollowUp(round, 0));
    let isAway = true;
    const rounds = interceptCommits(municipality.rounds, async ({ operation, proceed }) => {
      if (isAway && isSettling(operation)) throw cause;
      return proceed();
    });
    await whileWorking({ ...municipality, rounds }, async (work) => {
      await until(() => sentTo(municipality).length === 1);
      passes(municipality, 10_000);
      assert.equal(sentTo(municipality).length, 1);
      isAway = false;
      passes(municipality, 10_000);
      await work.idle();
      assert.equal(sentTo(municipality).filter(({ replaced }) => replaced === undefined).length, 2);
    });
  });

  it('is what another process has written, where that was faster', async () => {
    const { municipality, round } = await openRound(1);
    const messenger = answeringFirst(async () => {
      await put(municipality, round, aDelivery({ id: 'd0/0-request', state: 'unneeded' }));
      return refusal(503);
    });
    await delivered({ ...municipality, messenger });
    assert.equal((await deliveryOf(municipality, round)).state, 'unneeded');
    const lost = municipality.log.entries.filter(({ event }) => event === 'delivery claim lost');
    assert.deepEqual(
      lost.map(({ fields }) => fields),
      [{ roundId: round.id, delivery: 'd0/0-request' }],
    );
  });

  it('is written without what another has changed meanwhile', async () => {
    const { municipality, round } = await openRound(1);
    let cards = 0;
    const messenger = answeringFirst(async (sending, number) => {
      if (sending.replaced !== undefined) return sentAs(sending, number);
      cards += 1;
      if (cards === 1) return refusal(403);
      // The card is on its way instead of a notice when it is asked for once more.
      await put(
        municipality,
        round,
        aDelivery({ ...(await deliveryOf(municipality, round)), state: 'pending', dueAt: START }),
      );
      return sentAs(sending, number);
    });
    const deps: Municipality = { ...municipality, messenger };
    await delivered(deps);
    const answer = { answer: typing('Vi svarer for jer.'), keepCpr: undefined, seen: NOTHING_SEEN };
    await answerOnBehalf(deps, { ...aFollowUp(round, 0), ...answer });
    await delivered(deps);
    assert.equal((await onlyOf(deps, round, 'post department notice')).state, 'sent');
    assert.equal((await deliveryOf(deps, round)).state, 'sent');
    assert.equal((await departmentOf(deps, round)).cards?.length, 1);
    assert.equal(cards, 2);
  });

  it('is not written where its department is there no more', async () => {
    const { municipality, round } = await openRound(1);
    let isGone = false;
    const messenger = failingFirst(refusal(403));
    const rounds: RoundStore = {
      ...municipality.rounds,
      readDepartment: async (id, department) =>
        isGone ? undefined : municipality.rounds.readDepartment(id, department),
      async commit(id, operation, changes, onTags) {
        // The first try meets a conflict, and then the row cannot be found.
        if (isSettling(operation) && operation.includes('d0') && !isGone) {
          isGone = true;
          return 'conflict';
        }
        return municipality.rounds.commit(id, operation, changes, onTags);
      },
    };
    await delivered({ ...municipality, messenger, rounds });
    assert.equal((await deliveryOf(municipality, round)).state, 'stopped');
    assert.equal((await departmentOf(municipality, round)).trouble, undefined);
  });

  it('is taken for uncertain after more than a day in which it could not be written', async () => {
    const { municipality, round } = await openRound(1);
    let failures = 0;
    const rounds = interceptCommits(municipality.rounds, async ({ operation, proceed }) => {
      if (!operation.startsWith('settle d0')) return proceed();
      failures += 1;
      throw cause;
    });
    await whileWorking({ ...municipality, rounds }, async (work) => {
      await until(async () => {
        passes(municipality, 60_000);
        return (await deliveryOf(municipality, round)).state === 'uncertain';
      });
      await work.idle();
    });
    assert.equal(failures, 2_000);
    assert.equal(sentTo(municipality).length, 1);
  });

  it('is left to another process when this one ends before it is written', async () => {
    const { municipality, round } = await openRound(1);
    const rounds = interceptCommits(municipality.rounds, async ({ operation, proceed }) => {
      if (isSettling(operation)) throw cause;
      return proceed();
    });
    await whileWorking({ ...municipality, rounds }, (work) =>
      until(() => sentTo(municipality).length === 1).then(() => work.stop(60_000)),
    );
    assert.equal((await deliveryOf(municipality, round)).state, 'claimed');
    municipality.clock.advance(CLAIM_MS);
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round)).state, 'uncertain');
  });
});
