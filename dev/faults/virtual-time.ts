import { setMaxListeners } from 'node:events';
import type { Clock, Time } from '../../src/application/ports.js';

/** The time of a bot process: the real time of this machine, and what has been added to it. */
export interface VirtualTime {
  /** The wall clock. People and other services may set it, so it can jump. */
  readonly clock: Clock;
  readonly time: Time;
  /** Lets time pass at once, in milliseconds. Every wait that becomes due ends. */
  advance(ms: number): void;
  /** Sets the wall clock forward, or back. No time passes, so no wait ends. */
  jump(ms: number): void;
}

/** How much has been added to the real time when a process starts, in milliseconds. */
export interface Offsets {
  /** The time that has passed without having passed in reality. */
  readonly passed: number;
  /** How much the wall clock is wrong beside that. */
  readonly wrong: number;
}

interface Waiter {
  readonly dueAt: number;
  timer: NodeJS.Timeout | undefined;
  end(): void;
}

/** Makes the time of a process. */
export function createVirtualTime({ passed: firstPassed, wrong: firstWrong }: Offsets): VirtualTime {
  let passed = firstPassed;
  let wrong = firstWrong;
  const waiters = new Set<Waiter>();

  const elapsed = () => performance.now() + passed;

  function arm(waiter: Waiter): void {
    clearTimeout(waiter.timer);
    const left = waiter.dueAt - elapsed();
    if (left <= 0) waiter.end();
    else waiter.timer = setTimeout(waiter.end, left);
  }

  return {
    clock: {
      now: () => new Date(Math.round(performance.timeOrigin + performance.now() + passed + wrong)),
    },
    time: {
      elapsed,
      wait: (ms, signal) =>
        new Promise((resolve) => {
          const waiter: Waiter = {
            dueAt: elapsed() + ms,
            timer: undefined,
            end() {
              clearTimeout(waiter.timer);
              signal.removeEventListener('abort', waiter.end);
              waiters.delete(waiter);
              resolve();
            },
          };
          waiters.add(waiter);
          if (signal.aborted) waiter.end();
          else {
            setMaxListeners(0, signal);
            signal.addEventListener('abort', waiter.end);
            arm(waiter);
          }
        }),
    },
    advance(ms) {
      passed += ms;
      for (const waiter of [...waiters]) arm(waiter);
    },
    jump(ms) {
      wrong += ms;
    },
  };
}
