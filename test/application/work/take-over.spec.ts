import assert from 'node:assert/strict';
import { nudge } from '../../../src/application/reply/follow-up.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { CLAIM_MS, DUTIES_DELIVERY_ID, inLane, SECRETARIAT_LANE } from '../../../src/domain/work/delivery.js';
import { interceptCommits, sentAs } from '../../support/fakes.js';
import { aFollowUp, aReply, delivered, departmentOf, openRound, requestsPosted } from '../municipality.js';
import {
  abandoned,
  answeringFirst,
  createGate,
  deliveryOf,
  onlyOf,
  passes,
  REQUEST,
  refusal,
  sentTo,
  turns,
  until,
  whileWorking,
} from './processes.js';

const DAY_MS = 24 * 3_600_000;

describe('a claim whose process has ended', () => {
  it('is left alone until it ends', async () => {
    const { municipality, round } = await openRound(1);
    await abandoned(municipality, round);
    municipality.clock.advance(CLAIM_MS - 1);
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round)).state, 'claimed');
  });

  it('makes a post uncertain, which is a trouble of the department', async () => {
    const { municipality, round } = await openRound(1);
    await abandoned(municipality, round);
    municipality.clock.advance(CLAIM_MS);
    await delivered(municipality);
    assert.deepEqual(sentTo(municipality), []);
    const trouble = { fate: 'uncertain', what: 'post request', word: 'the process ended' };
    assert.deepEqual((await departmentOf(municipality, round)).trouble, trouble);
    assert.ok(municipality.log.entries.some(({ event }) => event === 'delivery taken over'));
  });

  it('makes an edit be tried again', async () => {
    const { municipality, round } = await openRound(1);
    const started = inLane(SECRETARIAT_LANE, 'started');
    await abandoned(municipality, round, started);
    municipality.clock.advance(CLAIM_MS);
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round, started)).state, 'pending');
    municipality.clock.advance(2_000);
    await delivered(municipality);
    assert.equal((await deliveryOf(municipality, round, started)).state, 'sent');
  });

  it('stops what has ended five processes', async () => {
    const { municipality, round } = await openRound(1);
    await abandoned(municipality, round, REQUEST, 4);
    municipality.clock.advance(CLAIM_MS);
    await delivered(municipality);
    const { state, lastFailure } = await deliveryOf(municipality, round);
    assert.deepEqual([state, lastFailure], ['stopped', 'no try came to an end']);
  });
});

describe('a claim of which the answer was lost', () => {
  it('is made again by the same process, and nothing is uncertain: nothing had been sent', async () => {
    const { municipality, round } = await openRound(1);
    let isLost = false;
    const rounds = interceptCommits(municipality.rounds, async ({ operation, proceed }) => {
      const result = await proceed();
      if (isLost || !operation.startsWith('claim d0')) return result;
      isLost = true;
      throw new Error('The answer was lost.');
    });
    await whileWorking({ ...municipality, rounds }, async (work) => {
      await work.idle();
      assert.deepEqual(sentTo(municipality), []);
      passes(municipality, 1_000);
      await work.idle();
    });
    const { state, attempts } = await deliveryOf(municipality, round);
    assert.deepEqual([state, attempts], ['sent', 2]);
    assert.equal(sentTo(municipality).length, 1);
  });
});

describe('a process that was taken for ended', () => {
  /** Another process takes over while this one is sending the first department its request; this is what it gets. */
  async function overtaken(answer: Parameters<typeof answeringFirst>[0], meanwhile = async () => {}) {
    const { municipality, round } = await openRound(1);
    let isFirst = true;
    const messenger = answeringFirst(async (sending, number) => {
      if (!isFirst) return sentAs(sending, number);
      isFirst = false;
      municipality.clock.advance(CLAIM_MS);
      await delivered({ ...municipality, messenger, worker: 'worker-2' });
      await meanwhile();
      return answer(sending, number);
    });
    const deps = { ...municipality, messenger };
    await delivered(deps);
    return { municipality: deps, round };
  }

  it('has the last word on a message that was certainly sent', async () => {
    const { municipality, round } = await overtaken(sentAs);
    const { state, lastFailure, posted } = await deliveryOf(municipality, round);
    assert.deepEqual([state, lastFailure], ['sent', undefined]);
    const { trouble, cards } = await departmentOf(municipality, round);
    assert.deepEqual([trouble, cards], [undefined, [posted]]);
    municipality.clock.advance(DAY_MS);
    await delivered(municipality);
    assert.equal(sentTo(municipality).length, 1);
  });

  it('has no word on a message that was not', async () => {
    const { municipality, round } = await overtaken(() => refusal(403));
    const { state, lastFailure } = await deliveryOf(municipality, round);
    assert.deepEqual([state, lastFailure], ['uncertain', 'the process ended']);
    assert.ok(municipality.log.entries.some(({ event }) => event === 'delivery claim lost'));
  });

  it('does not undo its own later try either, which a slow one has outlived', async () => {
    const [slow, later] = [createGate(), createGate()];
    const { municipality, round } = await openRound(1);
    let tries = 0;
    const messenger = answeringFirst(async (sending, number) => {
      tries += 1;
      await (tries === 1 ? slow : later).opened;
      return tries === 1 ? refusal(403) : sentAs(sending, number);
    });
    const deps = { ...municipality, messenger };
    await whileWorking(deps, async (first) => {
      await until(() => tries === 1);
      municipality.clock.advance(CLAIM_MS);
      await delivered(deps);
      municipality.clock.advance(DAY_MS);
      await whileWorking(deps, async (second) => {
        await until(() => tries === 2);
        slow.open();
        await turns();
        later.open();
        await second.idle();
        await first.idle();
      });
    });
    const { state, attempts } = await deliveryOf(municipality, round);
    assert.deepEqual([state, attempts], ['sent', 2]);
  });
});

describe('a process that ends', () => {
  /** The round is shown as started, and two departments get their requests and are reminded. */
  const COMMITS = 14;

  for (let fatal = 1; fatal <= COMMITS; fatal += 1) {
    it(`at commit ${fatal} of ${COMMITS} leaves nothing undone for good`, async () => {
      const { municipality, round } = await openRound(2);
      await nudge(municipality, aFollowUp(round, 0));
      await nudge(municipality, aFollowUp(round, 1));
      let commits = 0;
      const rounds = interceptCommits(municipality.rounds, async ({ proceed }) => {
        commits += 1;
        if (commits >= fatal) throw new Error('The process has ended.');
        return proceed();
      });
      await whileWorking({ ...municipality, rounds }, async () => {
        await until(() => commits >= fatal);
        await turns();
      });
      for (const waitMs of [CLAIM_MS, 2_000, DAY_MS, DAY_MS]) {
        municipality.clock.advance(waitMs);
        await delivered({ ...municipality, worker: 'worker-2' });
      }
      assert.equal(new Set(requestsPosted(municipality.messenger)).size, 2);
      const owed = await municipality.rounds.readDeliveries(round.id);
      const left = owed.filter(
        ({ state, id, task }) =>
          state !== 'sent' && state !== 'unneeded' && id !== DUTIES_DELIVERY_ID && task.kind !== 'update desk',
      );
      // Only a message that may have arrived is left to the secretariat.
      assert.ok(left.every(({ state, task }) => state === 'uncertain' && task.kind === 'post department notice'));
    });
  }

  it('in the middle of a refreshing leaves it to another', async () => {
    const { municipality, round } = await openRound(1);
    await delivered(municipality);
    await submitReply(municipality, aReply(round, 0));
    const { id } = await onlyOf(municipality, round, 'refresh cards');
    await abandoned(municipality, round, id);
    for (const waitMs of [CLAIM_MS, 2_000]) {
      municipality.clock.advance(waitMs);
      await delivered(municipality);
    }
    assert.equal((await deliveryOf(municipality, round, id)).state, 'sent');
  });
});
