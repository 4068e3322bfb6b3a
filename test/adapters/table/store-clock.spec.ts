import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createStoreClock, type StoreClock } from '../../../src/adapters/table/store-clock.js';
import { AZURITE_START_MS, azurite, createFreshTable } from '../../support/azurite.js';
import { START } from '../../support/builders.js';
import { createFixedClock, createSteppedTime, type FixedClock, type SteppedTime } from '../../support/fakes.js';

/** The `Date` header has no more than whole seconds. */
const HEADER_STEP_MS = 1_000;

/** When the time that passes here began, by the clock of the service. */
const BEGINNING_MS = Date.parse('2031-05-06T07:08:09.876Z');

type Exchange = Parameters<StoreClock['policy']['policy']['sendRequest']>;

/** One request to the service, and the time that it took to get there and back. */
interface Trip {
  readonly pauseMs: number;
  readonly thereMs: number;
  readonly backMs: number;
}

describe('the clock of the store', () => {
  let time: SteppedTime;
  let machine: FixedClock;
  let clock: StoreClock;

  beforeEach(() => {
    time = createSteppedTime();
    machine = createFixedClock();
    clock = createStoreClock(time, machine);
  });

  const trueMs = () => BEGINNING_MS + time.elapsed();
  const errorMs = () => clock.now().getTime() - trueMs();

  /** A request that takes so long each way. @param date what the answer's header says; by default the service's time */
  async function exchange({ pauseMs, thereMs, backMs }: Trip, date?: string | null): Promise<void> {
    time.pass(pauseMs);
    const next = async () => {
      time.pass(thereMs);
      const told = date === undefined ? new Date(trueMs()).toUTCString() : date;
      time.pass(backMs);
      return { headers: { get: (name: string) => (name.toLowerCase() === 'date' ? (told ?? undefined) : undefined) } };
    };
    // The policy reads nothing of the request, and of the answer only a header.
    await clock.policy.policy.sendRequest({} as Exchange[0], next as unknown as Exchange[1]);
  }

  const aTrip = fc.record({
    pauseMs: fc.nat(100_000),
    thereMs: fc.nat(5_000),
    backMs: fc.nat(5_000),
  });

  it('shows the time of the machine until the service has answered', () => {
    assert.deepEqual(clock.now(), START);
    machine.advance(1_500);
    assert.deepEqual(clock.now(), new Date(START.getTime() + 1_500));
  });

  it('shows the time of the service after its first answer, off by no more than a second and the time it took', () => {
    const law = fc.asyncProperty(aTrip, async (trip) => {
      clock = createStoreClock(time, machine);
      await exchange(trip);
      assert.ok(Math.abs(errorMs()) <= HEADER_STEP_MS + trip.thereMs + trip.backMs, String(errorMs()));
    });
    return fc.assert(law);
  });

  it('is off by no more after many answers than after the fastest of them, and is never worse for another', () => {
    const law = fc.asyncProperty(fc.array(aTrip, { minLength: 1, maxLength: 20 }), async (trips) => {
      clock = createStoreClock(time, machine);
      let before = Number.POSITIVE_INFINITY;
      let bound = Number.POSITIVE_INFINITY;
      for (const trip of trips) {
        await exchange(trip);
        bound = Math.min(bound, HEADER_STEP_MS + trip.thereMs + trip.backMs);
        assert.ok(Math.abs(errorMs()) <= Math.min(before, bound), `${errorMs()} of ${before} and ${bound}`);
        before = Math.abs(errorMs());
      }
    });
    return fc.assert(law);
  });

  it('goes on with the time that passes, whatever somebody sets the clock of the machine to', () => {
    const law = fc.asyncProperty(aTrip, fc.array(fc.tuple(fc.nat(86_400_000), fc.integer())), async (trip, changes) => {
      clock = createStoreClock(time, machine);
      await exchange(trip);
      for (const [passedMs, setMs] of changes) {
        const before = clock.now().getTime();
        machine.advance(setMs);
        assert.equal(clock.now().getTime(), before);
        time.pass(passedMs);
        assert.equal(clock.now().getTime(), before + passedMs);
      }
    });
    return fc.assert(law);
  });

  it('shows the same instant to two processes that hear the same service, within what each may be off', async () => {
    const other = createStoreClock(time, createFixedClock(new Date(0)));
    await exchange({ pauseMs: 0, thereMs: 0, backMs: 40 });
    const mine = clock;
    clock = other;
    await exchange({ pauseMs: 700, thereMs: 40, backMs: 0 });
    const apart = Math.abs(mine.now().getTime() - other.now().getTime());
    assert.ok(apart <= HEADER_STEP_MS + 40, String(apart));
  });

  it('follows the service when its clock is set', async () => {
    await exchange({ pauseMs: 0, thereMs: 0, backMs: 0 });
    const later = new Date(trueMs() + 3_600_000);
    await exchange({ pauseMs: 0, thereMs: 0, backMs: 0 }, later.toUTCString());
    assert.ok(Math.abs(clock.now().getTime() - later.getTime()) <= HEADER_STEP_MS);
  });

  for (const header of [null, '', 'i går', '2026-13-45']) {
    it(`learns nothing from an answer whose date is ${JSON.stringify(header)}`, async () => {
      await exchange({ pauseMs: 0, thereMs: 10, backMs: 10 }, header);
      assert.deepEqual(clock.now(), START);
      await exchange({ pauseMs: 0, thereMs: 10, backMs: 10 });
      const known = clock.now();
      await exchange({ pauseMs: 0, thereMs: 0, backMs: 0 }, header);
      assert.deepEqual(clock.now(), known);
    });
  }

  it('learns nothing from a request that is not answered, which fails as ever', async () => {
    const failure = new Error('no answer');
    const next = () => Promise.reject(failure);
    await assert.rejects(clock.policy.policy.sendRequest({} as Exchange[0], next as Exchange[1]), failure);
    assert.deepEqual(clock.now(), START);
  });

  it('learns the time of a real service', async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    const before = Date.now();
    await createFreshTable({ additionalPolicies: [clock.policy] });
    const [now, after] = [clock.now().getTime(), Date.now()];
    assert.ok(now > before - HEADER_STEP_MS - (after - before) && now < after + HEADER_STEP_MS, `${now}`);
  });
});
