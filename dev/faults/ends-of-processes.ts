import { type Chance, createChance } from '../bench/chance.js';
import type { Fault, RoundLength } from './fault.js';

/** A process of the bot ends: at any call, by a kill or by SIGTERM, alone or among others. */
export const ENDS_OF_PROCESSES: readonly Fault[] = [
  {
    name: 'kill',
    title: 'kill -9 after the Nth storage write or connector call, for every N',
    runs: ({ change }) => change,
    plan: (run) => ({
      fateOf: ({ number }) => (number.change === run ? { befalls: 'kill', process: 0 } : undefined),
    }),
  },
  {
    name: 'terminate',
    title: 'SIGTERM during the round',
    runs: () => 12,
    plan(run, length) {
      const place = somewhere(createChance(run), length);
      return {
        fateOf({ number }, world) {
          if (number.change === place) world.terminate(0);
          return undefined;
        },
      };
    },
  },
  {
    name: 'processes',
    title: '2 and 4 processes on one table, with random kills',
    runs: () => 20,
    plan(run) {
      const chance = createChance(run);
      const processes = run % 2 === 1 ? 2 : 4;
      let kills = 0;
      return {
        processes,
        fateOf({ number }) {
          if (number.change === undefined || kills >= KILLS_MAX || chance.below(CALLS_A_KILL) > 0) return undefined;
          kills += 1;
          return { befalls: 'kill', process: chance.below(processes) };
        },
      };
    },
  },
];

/** How many calls there are between two random kills, on average, and how many kills there are in a run at most. */
const CALLS_A_KILL = 20;
const KILLS_MAX = 6;

/** A random place in the round, as the number of a write or of a call to the connector. */
export function somewhere(chance: Chance, { change }: RoundLength): number {
  return 1 + chance.below(change);
}
