import { equal, ok } from 'node:assert/strict';
import { createVirtualTime } from '../../faults/virtual-time.js';

const DAY_MS = 86_400_000;
const NEVER = new AbortController().signal;

describe('the virtual time of a bot process', () => {
  it('ends a wait when its time has passed, and no wait that is longer', async () => {
    const { time, advance } = createVirtualTime({ passed: 0, wrong: 0 });
    const stopped = new AbortController();
    const ended: string[] = [];
    const short = time.wait(DAY_MS, NEVER).then(() => ended.push('short'));
    const long = time.wait(3 * DAY_MS, stopped.signal).then(() => ended.push('long'));
    advance(2 * DAY_MS);
    await short;
    equal(ended.join(), 'short');
    stopped.abort();
    await long;
    await time.wait(DAY_MS, stopped.signal);
  });

  it('moves the clock with the time, while a jump of the clock moves only the clock', () => {
    const { clock, time, advance, jump } = createVirtualTime({ passed: 0, wrong: 0 });
    const [at, elapsed] = [clock.now().getTime(), time.elapsed()];
    advance(DAY_MS);
    jump(-3 * DAY_MS);
    ok(time.elapsed() >= elapsed + DAY_MS && time.elapsed() < elapsed + 2 * DAY_MS);
    ok(clock.now().getTime() < at);
  });
});
