import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createPace, type Pace } from '../../../src/application/work/pace.js';
import type { Share } from '../../../src/domain/work/pace.js';

/**
 * What Teams allows for one conversation, and for an app in a tenant: so many messages in so many milliseconds
 * (learn.microsoft.com, "Optimize your bot with rate limiting in Teams", 2026-10-08).
 */
const CONVERSATION_LIMITS = [
  { ms: 1_000, most: 7 },
  { ms: 2_000, most: 8 },
  { ms: 30_000, most: 60 },
  { ms: 3_600_000, most: 1_800 },
] as const;
const APP_LIMIT = { ms: 1_000, most: 50 } as const;
const RATE = 40;

const ALONE: Share = { kind: 'shared', between: 1 };
const GUEST: Share = { kind: 'guest' };

/** Time that a spec sets. Nothing here waits. */
function createSetTime() {
  let elapsedMs = 0;
  return {
    elapsed: () => elapsedMs,
    wait: () => Promise.reject(new Error('nothing waits')),
    pass(ms: number) {
      elapsedMs += ms;
    },
  };
}

/** The most messages in any window of so many milliseconds. @param sentMs when they were sent, in order */
function mostWithin(sentMs: readonly number[], ms: number): number {
  let [most, first] = [0, 0];
  for (const [last, atMs] of sentMs.entries()) {
    while ((sentMs[first] ?? atMs) <= atMs - ms) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

function assertWithinLimits(sent: ReadonlyMap<string, readonly number[]>): void {
  for (const sentMs of sent.values()) {
    for (const { ms, most } of CONVERSATION_LIMITS)
      assert.ok(mostWithin(sentMs, ms) <= most, `more than ${most} in ${ms}`);
  }
  const all = [...sent.values()].flat().sort((one, other) => one - other);
  assert.ok(mostWithin(all, APP_LIMIT.ms) <= APP_LIMIT.most, `more than ${APP_LIMIT.most} in all`);
}

/** Processes with these shares, and what they send when they are asked to and are admitted. */
function createSenders(shares: readonly Share[]) {
  const time = createSetTime();
  const paces: readonly Pace[] = shares.map((share) => createPace(time, RATE, () => share));
  const sent = new Map<string, number[]>();
  return {
    time,
    sent,
    /** @returns whether it was sent */
    send(process: number, conversation: string): boolean {
      const pace = paces[process % paces.length];
      if (pace === undefined || pace.waitFor(conversation) > 0 || pace.take() > 0) return false;
      pace.count(conversation);
      sent.set(conversation, [...(sent.get(conversation) ?? []), time.elapsed()]);
      return true;
    },
  };
}

const sharesOf = (count: number): readonly Share[] => [
  ...Array.from({ length: count }, () => ({ kind: 'shared', between: count }) as const),
  GUEST,
];

describe('what the processes of a bot send', () => {
  const wishes = fc.array(
    fc.record({
      process: fc.nat(4),
      conversation: fc.nat(2),
      afterMs: fc.oneof(fc.constant(0), fc.nat(300), fc.nat(5_000)),
    }),
    { maxLength: 1_500, size: 'max' },
  );

  for (const count of [1, 2, 4]) {
    it(`keeps within every window of Teams, whatever ${count} of them and a newcomer want to send`, () => {
      fc.assert(
        fc.property(wishes, (script) => {
          const { time, sent, send } = createSenders(sharesOf(count));
          for (const { process, conversation, afterMs } of script) {
            time.pass(afterMs);
            send(process, `samtale-${conversation}`);
          }
          assertWithinLimits(sent);
        }),
        { numRuns: 60 },
      );
    });

    it(`keeps within every window for two hours in which ${count} of them and a newcomer send all that they may`, () => {
      const { time, sent, send } = createSenders(sharesOf(count));
      for (let step = 0; step < 2 * 3_600 * 4; step += 1) {
        time.pass(250);
        for (let process = 0; process <= count; process += 1) send(process, 'sekretariatet');
      }
      assertWithinLimits(sent);
      assert.ok((sent.get('sekretariatet')?.length ?? 0) > 2_400);
    });

    it(`is at most 50 messages a second in all, of ${count} of them and a newcomer with many conversations`, () => {
      const { time, sent, send } = createSenders(sharesOf(count));
      for (let step = 0; step < 2_000; step += 1) {
        // Now and then nobody has sent anything for a moment.
        time.pass(step % 400 === 0 ? 2_000 : 5);
        for (let process = 0; process <= count; process += 1) send(process, `samtale-${(step * 5 + process) % 997}`);
      }
      assertWithinLimits(sent);
      assert.ok([...sent.values()].flat().length > 10 * 30);
    });
  }
});

describe('the pace of a process', () => {
  function aPace(share: Share = ALONE) {
    const time = createSetTime();
    return { time, pace: createPace(time, RATE, () => share) };
  }

  it('lets the next message wait as long as it must, and no longer', () => {
    const { time, pace } = aPace();
    assert.equal(pace.take(), 0);
    const waitMs = pace.take();
    assert.equal(waitMs, 25);
    time.pass(waitMs);
    assert.equal(pace.take(), 0);
  });

  it('does not count leave that is given back', () => {
    const { pace } = aPace();
    assert.equal(pace.take(), 0);
    pace.giveBack();
    assert.equal(pace.take(), 0);
  });

  it('makes a conversation wait that has had all that fits in one of its windows, and no other', () => {
    const { time, pace } = aPace();
    for (let sent = 0; sent < 6; sent += 1) {
      assert.equal(pace.waitFor('en'), 0);
      pace.count('en');
      time.pass(100);
    }
    assert.equal(pace.waitFor('en'), 400);
    assert.equal(pace.waitFor('to'), 0);
  });

  it('counts answers to people, which leave the less for everything else, for a second at most', () => {
    const { time, pace } = aPace();
    for (let answers = 0; answers < 500; answers += 1) pace.countAnswer('en');
    assert.ok(pace.waitFor('en') > 0);
    const waitMs = pace.take();
    assert.ok(waitMs > 0 && waitMs <= 1_025);
    time.pass(waitMs);
    assert.equal(pace.take(), 0);
  });

  it('forgets a conversation to which nothing has been sent for an hour', () => {
    const { time, pace } = aPace();
    pace.count('en');
    time.pass(3_600_001);
    pace.count('to');
    assert.equal(pace.waitFor('en'), 0);
    pace.count('to');
    assert.equal(pace.waitFor('to'), 0);
  });
});

describe('a conversation that Teams refuses', () => {
  it('is left alone as long as Teams asks for, and the others are not', () => {
    const time = createSetTime();
    const pace = createPace(time, RATE, () => ALONE);
    pace.refused('en', 30_000);
    assert.deepEqual([pace.waitFor('en'), pace.waitFor('to'), pace.take()], [30_000, 0, 0]);
    time.pass(30_000);
    assert.equal(pace.waitFor('en'), 0);
  });

  it('is not left alone for less than it was asked before', () => {
    const pace = createPace(createSetTime(), RATE, () => ALONE);
    pace.refused('en', 30_000);
    pace.refused('en', 1_000);
    assert.equal(pace.waitFor('en'), 30_000);
  });

  it('means that all wait where three are refused within two seconds', () => {
    const time = createSetTime();
    const pace = createPace(time, RATE, () => ALONE);
    for (const conversation of ['en', 'to', 'tre']) {
      assert.equal(pace.take(), 0);
      pace.refused(conversation, 5_000);
      time.pass(999);
    }
    assert.equal(pace.take(), 5_000 - 999);
    time.pass(5_000 - 999);
    assert.equal(pace.take(), 0);
  });

  it('means nothing for all where one is refused three times, or three over a longer time', () => {
    const time = createSetTime();
    const pace = createPace(time, RATE, () => ALONE);
    for (let refusals = 0; refusals < 3; refusals += 1) pace.refused('en', 5_000);
    assert.equal(pace.take(), 0);
    for (const conversation of ['to', 'tre', 'fire']) {
      time.pass(1_500);
      pace.refused(conversation, 5_000);
    }
    assert.equal(pace.take(), 0);
  });
});
