import { createChance } from '../bench/chance.js';
import type { Call } from './calls.js';
import { somewhere } from './ends-of-processes.js';
import type { Fault, Plan, RoundLength } from './fault.js';

const MINUTES = [1, 10, 90] as const;

/** The storage or the connector does not answer, once or for a long time. */
export const LOST_ANSWERS: readonly Fault[] = [
  {
    name: 'lost-storage',
    title: 'answer lost, at every storage request',
    runs: ({ storage }) => storage,
    plan: (run) => ({
      fateOf: ({ number }) => (number.storage === run ? { befalls: 'answer lost' } : undefined),
    }),
  },
  {
    name: 'lost-connector',
    title: 'answer lost, at every connector call',
    runs: ({ connector }) => connector,
    plan: (run) => ({
      fateOf: ({ number }) => (number.connector === run ? { befalls: 'answer lost' } : undefined),
    }),
  },
  {
    name: 'outage-storage',
    title: 'storage down for 1, 10 and 90 minutes',
    runs: () => 12,
    plan: (run, length) => outage('storage', run, length),
  },
  {
    name: 'outage-connector',
    title: 'connector down for 1, 10 and 90 minutes',
    runs: () => 12,
    plan: (run, length) => outage('connector', run, length),
  },
];

/** In every second run the service answers 503, and in the others the connection breaks. */
function outage(to: Call['to'], run: number, length: RoundLength): Plan {
  const place = somewhere(createChance(run), length);
  const lastsMs = (MINUTES[run % MINUTES.length] ?? 1) * 60_000;
  let endsAt: number | undefined;
  return {
    fateOf(call) {
      if (call.number.change === place) endsAt = call.at + lastsMs;
      if (call.to !== to || endsAt === undefined || call.at >= endsAt) return undefined;
      return run % 2 === 0 ? { befalls: 'broken' } : { befalls: 'status', status: 503, isDone: false };
    },
  };
}
