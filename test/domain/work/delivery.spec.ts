import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DEFAULT_CALENDAR } from '../../../src/domain/round/working-days.js';
import { nextWorkingHour } from '../../../src/domain/round/working-hours.js';
import {
  afterLapse,
  CLAIM_MS,
  claim,
  type Delivery,
  type DeliveryOutcome,
  type DeliveryTask,
  type EndOfTry,
  isDue,
  isInLane,
  isOwed,
  isStalled,
  kindOf,
  laneOf,
  NEVER,
  newDelivery,
  owedAnew,
  requestDeliveryId,
  SECRETARIAT_LANE,
  settle,
} from '../../../src/domain/work/delivery.js';
import type { SendFailure } from '../../../src/domain/work/trouble.js';
import { aDelivery, aDepartmentId, aNotatId, aPosted, START } from '../../support/builders.js';

const later = (ms: number, than = START) => new Date(than.getTime() + ms);
const minutes = (count: number) => count * 60_000;
const days = (count: number) => count * 24 * minutes(60);

function endOfTry(changes: Partial<EndOfTry> = {}): EndOfTry {
  return { now: START, jitter: 0, calendar: DEFAULT_CALENDAR, ...changes };
}

const departmentId = aDepartmentId();
const NOTICE: DeliveryTask = { kind: 'post department notice', departmentId, notice: 'nudged' };
const REFRESH: DeliveryTask = { kind: 'refresh cards', departmentId, mayComplete: false, also: undefined };

const failed = (failure: SendFailure): DeliveryOutcome => ({ kind: 'failed', failure });
const status = (number: number, waitMs?: number): DeliveryOutcome =>
  failed({ kind: 'status', status: number, code: '', waitMs });
const LOST = failed({ kind: 'no answer', reason: 'ECONNRESET' });

const jitters = fc.double({ min: 0, max: 1, noNaN: true });

/** A delivery with this task after its first try, and what came of it. */
function triedOnce(outcome: DeliveryOutcome, task?: DeliveryTask): Delivery {
  return settle(claim(aDelivery(task && { task }), 'worker-1', START), outcome, endOfTry());
}

/** How long a delivery that has been tried so many times waits for the next, in milliseconds. */
function waitAfter(attempts: number, outcome: DeliveryOutcome, jitter = 0): number {
  const settled = settle(aDelivery({ state: 'claimed', attempts }), outcome, endOfTry({ jitter }));
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

  it('that is claimed is nobody else’s until the claim ends', () => {
    const claimed = claim(aDelivery(), 'worker-1', START);
    assert.deepEqual([claimed.claimedBy, claimed.attempts], ['worker-1', 1]);
    assert.ok(!isDue(claimed, later(CLAIM_MS - 1)));
    assert.ok(isDue(claimed, later(CLAIM_MS)));
  });

  it('that is sent remembers its message, and is owed no more', () => {
    const { state, posted, claimedBy, lastFailure } = triedOnce({ kind: 'sent', posted: aPosted() });
    assert.deepEqual([state, posted, claimedBy, lastFailure], ['sent', aPosted(), undefined, undefined]);
    assert.ok(!isOwed(triedOnce({ kind: 'sent', posted: undefined })));
  });

  it('that is not needed any more is owed no more', () => {
    assert.equal(triedOnce({ kind: 'unneeded' }).state, 'unneeded');
    assert.ok(!isOwed(triedOnce({ kind: 'unneeded' })));
  });

  it('that waits for something else waits as long as that takes, or as after a failure', () => {
    const waiting = triedOnce({ kind: 'not yet', reason: 'no secretariat', waitMs: 900_000 });
    assert.deepEqual(
      [waiting.state, waiting.lastFailure, waiting.dueAt],
      ['pending', 'no secretariat', later(900_000)],
    );
    assert.deepEqual(triedOnce({ kind: 'not yet', reason: 'later', waitMs: undefined }).dueAt, later(2_000));
  });

  it('that is stopped is never due by itself, and says why', () => {
    const stopped = triedOnce(failed({ kind: 'status', status: 403, code: 'BotNotInRoster', waitMs: undefined }));
    assert.deepEqual([stopped.state, stopped.lastFailure, stopped.dueAt], ['stopped', '403 BotNotInRoster', NEVER]);
    assert.ok(!isOwed(stopped));
    assert.ok(isStalled(stopped));
  });

  it('that is owed anew is as before its first try, except for its message and its last failure', () => {
    const stopped = { ...triedOnce(status(413)), lapses: 2, posted: aPosted() };
    const now = later(minutes(5));
    const fresh = aDelivery({ owedSince: now, dueAt: now, posted: aPosted(), lastFailure: '413' });
    assert.deepEqual(owedAnew(stopped, now), fresh);
  });

  it('that is being tried again is not stalled, and one that waits for that is', () => {
    const waiting = triedOnce(status(503));
    assert.ok(isStalled(waiting));
    assert.ok(!isStalled(claim(waiting, 'worker-1', waiting.dueAt)));
  });

  for (const task of [
    { kind: 'post request', departmentId },
    NOTICE,
    { kind: 'post decline', departmentId },
    { kind: 'post round card' },
    { kind: 'post troubles' },
    { kind: 'post notat', notatId: aNotatId() },
    { kind: 'post notat part', notatId: aNotatId(), part: 2 },
  ] as const) {
    it(`to ${task.kind} makes a new message each time`, () => assert.equal(kindOf(task), 'post'));
  }

  for (const task of [
    REFRESH,
    { kind: 'update round card', posted: aPosted() },
    { kind: 'continue round' },
    { kind: 'compile if complete' },
  ] as const) {
    it(`to ${task.kind} can be repeated`, () => assert.equal(kindOf(task), 'edit'));
  }
});

describe('an uncertain delivery', () => {
  it('of a request card is owed, and due at the next working hour', () => {
    const uncertain = triedOnce(LOST);
    assert.deepEqual([uncertain.state, uncertain.lastFailure], ['uncertain', 'ECONNRESET']);
    assert.ok(isOwed(uncertain) && isStalled(uncertain));
    assert.deepEqual(uncertain.dueAt, nextWorkingHour(START, DEFAULT_CALENDAR));
  });

  it('of a request card is due after the days on which the municipality is closed', () => {
    const calendar = { ...DEFAULT_CALENDAR, closedWeeks: [46, 47] };
    const claimed = claim(aDelivery(), 'worker-1', START);
    const dueAt = nextWorkingHour(START, calendar);
    assert.equal(dueAt.toISOString(), '2026-11-23T07:00:00.000Z');
    assert.deepEqual(settle(claimed, LOST, endOfTry({ calendar })).dueAt, dueAt);
    assert.deepEqual(afterLapse(claimed, endOfTry({ calendar })).dueAt, dueAt);
  });

  it('of anything else is not sent again', () => {
    const uncertain = triedOnce(LOST, NOTICE);
    assert.deepEqual([uncertain.state, uncertain.dueAt], ['uncertain', NEVER]);
    assert.ok(!isOwed(uncertain));
  });
});

describe('a lane', () => {
  it('is that of the department, or of the secretariat for what goes there', () => {
    assert.equal(laneOf(NOTICE), departmentId);
    assert.equal(laneOf({ kind: 'post decline', departmentId }), SECRETARIAT_LANE);
    assert.equal(laneOf({ kind: 'continue round' }), SECRETARIAT_LANE);
  });

  it('has the deliveries whose ids begin with it', () => {
    const task: DeliveryTask = { kind: 'post request', departmentId };
    assert.ok(isInLane({ id: requestDeliveryId(departmentId), task }));
    assert.ok(!isInLane({ id: `request-${departmentId}`, task }));
  });
});

describe('a delivery whose process ended during a try', () => {
  const claimed = (task: DeliveryTask, lapses = 0) => claim(aDelivery({ task, lapses }), 'worker-1', START);

  it('may have arrived, if it is a post', () => {
    const lapsed = afterLapse(claimed(NOTICE), endOfTry({ now: later(CLAIM_MS) }));
    const { state, lastFailure, claimedBy, lapses } = lapsed;
    assert.deepEqual([state, lastFailure, claimedBy, lapses], ['uncertain', 'the process ended', undefined, 1]);
  });

  it('is tried again soon, if it is an edit', () => {
    const lapsed = afterLapse(claimed(REFRESH), endOfTry({ now: later(CLAIM_MS) }));
    assert.deepEqual([lapsed.state, lapsed.claimedBy, lapsed.dueAt], ['pending', undefined, later(CLAIM_MS + 2_000)]);
  });

  it('is stopped when that has happened five times, because it may be the reason', () => {
    assert.equal(afterLapse(claimed(REFRESH, 3), endOfTry({ now: later(CLAIM_MS) })).state, 'pending');
    const stopped = afterLapse(claimed(REFRESH, 4), endOfTry({ now: later(CLAIM_MS) }));
    assert.deepEqual([stopped.state, stopped.lastFailure], ['stopped', 'no try came to an end']);
  });
});

describe('the wait between tries', () => {
  for (const [what, outcome, first, longest] of [
    ['a service that is busy', status(503), 2_000, minutes(120)],
    ['a service with a fault', status(500), 10_000, minutes(240)],
  ] as const) {
    it(`for ${what} doubles from ${first / 1_000} seconds to ${longest / minutes(60)} hours`, () => {
      assert.equal(waitAfter(1, outcome), first);
      for (let attempts = 1; waitAfter(attempts + 1, outcome) < longest; attempts += 1) {
        assert.equal(waitAfter(attempts + 1, outcome), 2 * waitAfter(attempts, outcome));
      }
      assert.equal(waitAfter(1_000, outcome), longest);
    });
  }

  it('is half as long at most jitter, which spreads tries that failed together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), jitters, (attempts, jitter) => {
        const [wait, full] = [waitAfter(attempts, status(503), jitter), waitAfter(attempts, status(503))];
        assert.ok(wait >= full / 2 && wait <= full);
      }),
    );
    assert.equal(waitAfter(5, status(503), 1), waitAfter(5, status(503)) / 2);
  });

  it('is never shorter than what the service asked for', () => {
    const asked = fc.nat({ max: minutes(24 * 60) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), jitters, asked, (attempts, jitter, waitMs) =>
        assert.ok(waitAfter(attempts, status(429, waitMs), jitter) >= waitMs),
      ),
    );
    assert.equal(waitAfter(1, status(429, 30_000)), 30_000);
  });

  it('ends after 90 days: the delivery is then stopped, with the last failure', () => {
    const claimed = aDelivery({ state: 'claimed', attempts: 1_000 });
    const onTime = settle(claimed, status(503), endOfTry({ now: later(days(90) - minutes(120)) }));
    assert.deepEqual([onTime.state, onTime.dueAt], ['pending', later(days(90))]);
    const late = settle(claimed, status(503), endOfTry({ now: later(days(90) - minutes(120) + 1) }));
    assert.deepEqual([late.state, late.lastFailure, late.dueAt], ['stopped', '503', NEVER]);
  });

  it('comes to an end whatever happens', () => {
    const failures = fc.constantFrom(status(503), status(500), LOST, status(429, minutes(60)));
    fc.assert(
      fc.property(fc.infiniteStream(failures), jitters, (script, jitter) => {
        let delivery: Delivery = aDelivery({ task: REFRESH });
        for (const outcome of script) {
          if (!isOwed(delivery)) break;
          delivery = settle(
            claim(delivery, 'worker-1', delivery.dueAt),
            outcome,
            endOfTry({ now: delivery.dueAt, jitter }),
          );
        }
        assert.equal(delivery.state, 'stopped');
        assert.ok(delivery.attempts < 5_000);
      }),
      { numRuns: 20 },
    );
  });
});
