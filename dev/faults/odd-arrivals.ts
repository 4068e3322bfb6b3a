import { createChance } from '../bench/chance.js';
import type { Fault } from './fault.js';

/** Nothing fails, but activities come more than once, or clocks are wrong. */
export const ODD_ARRIVALS: readonly Fault[] = [
  {
    name: 'duplicates',
    title: 'every activity delivered 10 times at once, some with a new id',
    runs: () => 12,
    plan: (run) => ({ deliveries: 10, processes: run % 2 === 1 ? 1 : 2 }),
  },
  {
    name: 'clocks',
    title: '2 processes with clocks 2 minutes apart, which jump by an hour',
    runs: () => 20,
    plan(run) {
      const chance = createChance(run);
      return {
        processes: 2,
        wrongClocks: [0, 2 * 60_000],
        fateOf({ number }, world) {
          // The first runs have only clocks that are apart.
          if (run > RUNS_WITHOUT_JUMPS && number.change !== undefined && chance.below(CALLS_A_JUMP) === 0) {
            world.jump(chance.below(2), chance.oneOf([-HOUR_MS, HOUR_MS]));
          }
          return undefined;
        },
      };
    },
  },
];

const HOUR_MS = 3_600_000;
const RUNS_WITHOUT_JUMPS = 5;

/** How many calls there are between two jumps, on average. */
const CALLS_A_JUMP = 10;
