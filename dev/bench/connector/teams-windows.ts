import type { ConnectorCall, Operation } from './connector-calls.js';

/** At most `calls` within any `ms` milliseconds. */
interface Window {
  readonly ms: number;
  readonly calls: number;
}

/**
 * What Teams allows one bot in one conversation, for each operation by itself:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit. It has no windows for updates.
 */
const OF_A_CONVERSATION: Readonly<Partial<Record<Operation, readonly Window[]>>> = {
  create: windows(7, 8, 60, 1_800),
  send: windows(7, 8, 60, 1_800),
  get: windows(14, 16, 120, 3_600),
};

/** What Teams allows one bot in one tenant, for all calls together. */
const IN_TOTAL: Window = { ms: 1_000, calls: 50 };

/**
 * How many of the calls came when a window of Teams was already full.
 *
 * @param calls of all processes of the bot together, in any order
 */
export function breachesOf(calls: readonly ConnectorCall[]): number {
  const each = Object.entries(OF_A_CONVERSATION).flatMap(([operation, limits]) =>
    byConversation(calls.filter((call) => call.operation === operation)).flatMap((group) =>
      limits.map((limit) => breaches(group, limit)),
    ),
  );
  return breaches(calls, IN_TOTAL) + each.reduce((sum, found) => sum + found, 0);
}

function byConversation(calls: readonly ConnectorCall[]): readonly (readonly ConnectorCall[])[] {
  const groups = new Map<string, ConnectorCall[]>();
  for (const call of calls) {
    const group = groups.get(call.conversation) ?? [];
    group.push(call);
    groups.set(call.conversation, group);
  }
  return [...groups.values()];
}

function breaches(calls: readonly ConnectorCall[], { ms, calls: allowed }: Window): number {
  const times = calls.map(({ at }) => at).toSorted((one, other) => one - other);
  return times.filter((at, index) => at - (times[index - allowed] ?? Number.NEGATIVE_INFINITY) < ms).length;
}

/** The most calls that came within any second. */
export function mostInASecond(calls: readonly ConnectorCall[]): number {
  const times = calls.map(({ at }) => at).toSorted((one, other) => one - other);
  let [first, most] = [0, 0];
  for (const [index, at] of times.entries()) {
    while (at - (times[first] ?? at) >= 1_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

function windows(second: number, twoSeconds: number, halfAMinute: number, hour: number): readonly Window[] {
  return [
    { ms: 1_000, calls: second },
    { ms: 2_000, calls: twoSeconds },
    { ms: 30_000, calls: halfAMinute },
    { ms: 3_600_000, calls: hour },
  ];
}
