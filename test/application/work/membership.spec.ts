import assert from 'node:assert/strict';
import { createMembership, DEAD_MS, REPORT_MS } from '../../../src/application/work/membership.js';
import { aRoundId } from '../../support/builders.js';
import { createFixedClock, createSteppedTime } from '../../support/fakes.js';
import { createMemoryStores } from '../../support/memory-stores.js';
import { passes } from './processes.js';

/** Processes that share a store, and the time that passes for them. */
function createProcesses(...workers: readonly [string, ...string[]]) {
  const { processes } = createMemoryStores();
  const world = { processes, clock: createFixedClock(), time: createSteppedTime() };
  const members = workers.map((worker) => createMembership({ ...world, worker }));
  const [first = createMembership({ ...world, worker: workers[0] }), second = first] = members;
  return { ...world, first, second };
}

const GUEST = { kind: 'guest' };
const shared = (between: number) => ({ kind: 'shared', between });

describe('the share of a process', () => {
  it('is that of a guest until it has told the others that it lives', async () => {
    const { first } = createProcesses('en');
    assert.deepEqual(first.share(), GUEST);
    await first.report([]);
    assert.deepEqual(first.share(), shared(1));
  });

  it('is that of a guest until the others have had time to read of it', async () => {
    const world = createProcesses('en', 'to');
    await world.first.report([]);
    await world.second.report([]);
    assert.deepEqual(world.second.share(), GUEST);
    passes(world, REPORT_MS);
    await world.first.report([]);
    assert.deepEqual([world.first.share(), world.second.share()], [shared(2), shared(2)]);
  });

  it('is an equal part among those that live, and grows when one leaves or ends', async () => {
    const world = createProcesses('en', 'to');
    await world.second.report([]);
    await world.first.report([]);
    passes(world, DEAD_MS);
    await world.first.report([]);
    assert.deepEqual(world.first.share(), shared(2));
    passes(world, 1);
    await world.first.report([]);
    assert.deepEqual(world.first.share(), shared(1));
    await world.second.report([]);
    await world.second.leave();
    await world.first.report([]);
    assert.deepEqual(world.first.share(), shared(1));
  });

  it('is that of a guest again when it could not tell anything for so long that it is taken for ended', async () => {
    const world = createProcesses('en', 'to');
    await world.second.report([]);
    await world.first.report([]);
    passes(world, DEAD_MS + 1);
    assert.deepEqual(world.first.share(), GUEST);
    await world.second.report([]);
    await world.first.report([]);
    assert.deepEqual(world.first.share(), GUEST);
    passes(world, REPORT_MS);
    assert.deepEqual(world.first.share(), shared(2));
  });
});

describe('a report', () => {
  it('finds the processes that have ended, with what they had to do, until they are forgotten', async () => {
    const world = createProcesses('en', 'to');
    await world.second.report([aRoundId()]);
    const at = world.clock.now();
    passes(world, DEAD_MS);
    assert.deepEqual(await world.first.report([]), []);
    passes(world, 1);
    const ended = { id: 'to', at, owing: [aRoundId()] };
    assert.deepEqual(await world.first.report([]), [ended]);
    await world.first.forget(ended);
    assert.deepEqual(await world.first.report([]), []);
  });

  it('names a hundred rounds at most', async () => {
    const { first, processes, clock } = createProcesses('en');
    await first.report(Array.from({ length: 150 }, (_, n) => aRoundId(`runde-${n}`)));
    const known = await processes.report({ id: 'to', at: clock.now(), owing: [] });
    assert.equal(known.find(({ id }) => id === 'en')?.owing.length, 100);
  });
});
