import { createChance } from '../bench/chance.js';
import type { Channel } from '../local-teams/directory.js';
import type { Call } from './calls.js';
import type { Fault } from './fault.js';
import { requestCards } from './player.js';
import { isRoot } from './uncertain-posts.js';
import type { World } from './world.js';

/** The connector of Teams answers with errors, or does not answer in one channel. */
export const TROUBLED_CONNECTOR: readonly Fault[] = [
  {
    name: 'storm',
    title: 'half of the connector calls answered 412, 429, 500, 502, 503 or 504',
    runs: () => 20,
    plan(run) {
      const chance = createChance(run);
      const notBefore = new Map<string, number>();
      const problems = new Set<string>();
      return {
        fateOf(call) {
          if (call.to !== 'connector') return undefined;
          const place = conversationOf(call);
          if (isPaced(call) && call.at < (notBefore.get(place) ?? 0))
            problems.add('a conversation was called before Retry-After had passed');
          if (chance.below(2) === 0) return undefined;
          const status = chance.oneOf(STORM);
          const isDone = status === 504 && chance.below(2) === 0;
          if (status !== 429) return { befalls: 'status', status, isDone };
          const seconds = 1 + chance.below(RETRY_AFTER_MAX);
          if (isPaced(call)) notBefore.set(place, call.at + seconds * 1_000);
          return { befalls: 'status', status, headers: { 'retry-after': String(seconds) }, isDone };
        },
        problems: () => [...problems],
      };
    },
  },
  {
    name: 'hang',
    title: 'a department’s channel hangs',
    runs: () => 12,
    plan(run) {
      const problems: string[] = [];
      const first = 1 + (Math.floor((run - 1) / 4) % 3);
      let calls = 0;
      return {
        fateOf(call, world) {
          const departments = departmentsOf(world);
          const channel = departments[(run - 1) % departments.length];
          if (call.to !== 'connector' || channel === undefined || !conversationOf(call).includes(channel.id)) {
            return undefined;
          }
          calls += 1;
          if (calls !== first) return undefined;
          if (first === 1) expectOthers(world, channel, problems);
          return { befalls: 'hang', isDone: run % 2 === 0 };
        },
        problems: () => problems,
      };
    },
  },
];

/** Whether the bot sends it by itself. An answer to a person replies to an activity, and is never held back. */
function isPaced({ method, path }: Call): boolean {
  return method === 'PUT' || (method === 'POST' && !/\/activities\/[^/]+$/u.test(path));
}

const STORM = [412, 429, 500, 502, 503, 504] as const;

/** In seconds. */
const RETRY_AFTER_MAX = 30;

/**
 * How long the other channels may take to get their cards while one hangs, in real milliseconds. It is half of the bot's
 * time limit for a call.
 */
const OTHERS_WITHIN_MS = 5_000;

function expectOthers(world: World, hanging: Channel, problems: string[]): void {
  setTimeout(() => {
    const waiting = departmentsOf(world).filter(
      (channel) => channel !== hanging && requestCards(world, channel).length === 0,
    );
    if (waiting.length > 0) problems.push(`${waiting.length} channels waited for the one that hangs`);
  }, OTHERS_WITHIN_MS).unref();
}

/** The channels of the departments: those after General and the secretariat's. */
function departmentsOf({ teams }: World): readonly Channel[] {
  return teams.teams[0]?.channels.slice(2) ?? [];
}

/** The conversation that a call is for: a thread, or a channel in which it begins one. */
function conversationOf({ path, body }: Call): string {
  if (!isRoot(path)) return decodeURIComponent(path.split('/')[3] ?? '');
  const { channelData } = JSON.parse(body) as { channelData?: { channel?: { id?: string } } };
  return channelData?.channel?.id ?? '';
}
