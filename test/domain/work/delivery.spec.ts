import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CLAIM_MS,
  claim,
  type Delivery,
  type DeliveryOutcome,
  isDue,
  MAX_ATTEMPTS,
  newDelivery,
  settle,
} from '../../../src/domain/work/delivery.js';
import { aDelivery, aPosted, START } from '../../support/builders.js';

const later = (ms: number) => new Date(START.getTime() + ms);
const minutes = (count: number) => count * 60_000;

const outcome = fc.oneof(
  fc.constant<DeliveryOutcome>({ kind: 'sent', posted: aPosted() }),
  fc.constant<DeliveryOutcome>({ kind: 'unneeded' }),
  fc.constant<DeliveryOutcome>({ kind: 'refused', reason: '403' }),
  fc.constant<DeliveryOutcome>({ kind: 'uncertain', reason: 'connection lost' }),
  fc
    .option(fc.integer({ min: 0, max: minutes(30) }), { nil: undefined })
    .map((waitMs): DeliveryOutcome => ({ kind: 'try again', reason: '429', waitMs })),
);
const jitter = fc.double({ min: 0, max: 1, noNaN: true });

/** How long a delivery that has been tried so many times waits for the next, in milliseconds. */
function waitAfter(attempts: number, share: number, waitMs?: number): number {
  const settled = settle(
    aDelivery({ state: 'claimed', attempts }),
    { kind: 'try again', reason: '503', waitMs },
    START,
    share,
  );
  return settled.dueAt.getTime() - START.getTime();
}

describe('a delivery', () => {
  it('is due as soon as it is owed', () => {
    assert.ok(isDue(newDelivery('request', { kind: 'compile if complete' }, START), START));
  });

  it('is not due before its time', () => {
    assert.ok(!isDue(aDelivery({ dueAt: later(1) }), START));
    assert.ok(isDue(aDelivery({ dueAt: later(1) }), later(1)));
  });

  it('once claimed is nobody else’s until the claim lapses', () => {
    const claimed = claim(aDelivery(), 'worker-1', START);
    assert.equal(claimed.claimedBy, 'worker-1');
    assert.ok(!isDue(claimed, later(CLAIM_MS - 1)));
    assert.ok(isDue(claimed, later(CLAIM_MS)));
  });

  it('counts a try when it is claimed, so that one that kills its worker is counted too', () => {
    assert.equal(claim(claim(aDelivery(), 'worker-1', START), 'worker-2', later(CLAIM_MS)).attempts, 2);
  });

  it('remembers where it ended up', () => {
    const sent = settle(claim(aDelivery(), 'worker-1', START), { kind: 'sent', posted: aPosted() }, START, 0);
    assert.deepEqual([sent.state, sent.posted, sent.claimedBy], ['sent', aPosted(), undefined]);
  });

  it('that is not needed any more is settled as such', () => {
    assert.equal(settle(claim(aDelivery(), 'worker-1', START), { kind: 'unneeded' }, START, 0).state, 'unneeded');
  });

  it('that is refused has failed at once, and says why', () => {
    const failed = settle(claim(aDelivery(), 'worker-1', START), { kind: 'refused', reason: '403' }, START, 0);
    assert.deepEqual([failed.state, failed.lastFailure, failed.claimedBy], ['failed', '403', undefined]);
  });

  for (const kind of ['try again', 'uncertain'] as const) {
    it(`whose try ended in "${kind}" is free to be tried later, by anyone`, () => {
      const failure: DeliveryOutcome =
        kind === 'uncertain' ? { kind, reason: 'lost' } : { kind, reason: 'lost', waitMs: undefined };
      const pending = settle(claim(aDelivery(), 'worker-1', START), failure, START, 0);
      assert.deepEqual([pending.state, pending.lastFailure, pending.claimedBy], ['pending', 'lost', undefined]);
      assert.ok(!isDue(pending, START));
      assert.ok(isDue(pending, later(2_000)));
    });

    it(`whose ${MAX_ATTEMPTS} tries all ended in "${kind}" is given up`, () => {
      const failure: DeliveryOutcome =
        kind === 'uncertain' ? { kind, reason: 'lost' } : { kind, reason: 'lost', waitMs: undefined };
      const last = aDelivery({ state: 'claimed', attempts: MAX_ATTEMPTS });
      assert.equal(settle({ ...last, attempts: MAX_ATTEMPTS - 1 }, failure, START, 0).state, 'pending');
      assert.equal(settle(last, failure, START, 0).state, 'failed');
    });
  }

  it('ends after a bounded number of tries, whatever happens, and once settled is never due again', () => {
    const tries = fc.array(fc.tuple(outcome, jitter), { minLength: MAX_ATTEMPTS, maxLength: MAX_ATTEMPTS });
    fc.assert(
      fc.property(tries, (script) => {
        let delivery: Delivery = aDelivery();
        for (const [result, share] of script) {
          if (!isDue(delivery, delivery.dueAt)) break;
          delivery = settle(claim(delivery, 'worker-1', delivery.dueAt), result, delivery.dueAt, share);
        }
        assert.ok(delivery.attempts <= MAX_ATTEMPTS);
        assert.ok(['sent', 'unneeded', 'failed'].includes(delivery.state));
        assert.ok(!isDue(delivery, new Date(8.64e15)));
      }),
    );
  });
});

describe('the wait between tries', () => {
  it('grows with every try', () => {
    for (let attempts = 1; attempts < 9; attempts += 1) {
      assert.equal(waitAfter(attempts + 1, 0), 2 * waitAfter(attempts, 0));
    }
  });

  it('is from one second to a quarter of an hour, whatever the jitter', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000 }), jitter, (attempts, share) => {
        const wait = waitAfter(attempts, share);
        assert.ok(wait >= 1_000 && wait <= minutes(15));
      }),
    );
  });

  it('is never shorter than what the service asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MAX_ATTEMPTS }),
        jitter,
        fc.nat({ max: minutes(60) }),
        (attempts, share, asked) => assert.ok(waitAfter(attempts, share, asked) >= asked),
      ),
    );
    assert.equal(waitAfter(1, 0, 30_000), 30_000);
  });

  it('is half as long at most jitter, which spreads tries that failed together', () => {
    assert.equal(waitAfter(5, 1), waitAfter(5, 0) / 2);
  });

  it('lets the last try come about an hour after the first', () => {
    let sum = 0;
    for (let attempts = 1; attempts < MAX_ATTEMPTS; attempts += 1) sum += waitAfter(attempts, 0);
    assert.ok(sum > minutes(50) && sum < minutes(70), `${sum / minutes(1)} minutes`);
  });
});
