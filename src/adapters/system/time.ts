import { setMaxListeners } from 'node:events';
import type { Time } from '../../application/ports.js';

/** The longest that a timer of Node can wait, in milliseconds. */
const TIMER_MAX_MS = 2 ** 31 - 1;

/** The time of this process. It goes on while somebody sets the machine's clock. */
export const systemTime: Time = {
  elapsed: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, TIMER_MAX_MS));
      // Many may wait for the same signal, and none of them stays.
      setMaxListeners(0, signal);
      signal.addEventListener('abort', done);
    }),
};
