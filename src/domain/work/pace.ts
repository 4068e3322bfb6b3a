/** At most `most` messages in any `ms` milliseconds. */
export interface RateWindow {
  readonly ms: number;
  readonly most: number;
}

/**
 * How much the bot may send to one conversation, a little below what Teams allows (7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800
 * in an hour: learn.microsoft.com, "Optimize your bot with rate limiting in Teams", 2026-10-08). What is left is for a
 * process that has just started, of which the others do not know yet.
 */
const CONVERSATION_WINDOWS: readonly RateWindow[] = [
  { ms: 1_000, most: 6 },
  { ms: 2_000, most: 7 },
  { ms: 30_000, most: 54 },
  { ms: 3_600_000, most: 1_620 },
];

/**
 * What a process may send of which the others do not know yet: one message in two seconds and six in 30 to a
 * conversation, and four a second in all. Together with the shares of the others that is below what Teams allows.
 */
const GUEST_WINDOWS: readonly RateWindow[] = [
  { ms: 2_000, most: 1 },
  { ms: 30_000, most: 6 },
  { ms: 3_600_000, most: 150 },
];
const GUEST_RATE = 4;

/**
 * How many messages all processes together may send at once when none has been sent for a moment. Our choice: late timers
 * are made up for.
 */
const BURST_MAX = 3;

/** The part of the limits that a process may use. */
export type Share =
  /** Between so many processes, this one included. */
  | { readonly kind: 'shared'; readonly between: number }
  /** The others do not know of this process yet. */
  | { readonly kind: 'guest' };

/** The windows of one conversation for a process with this share. */
export function windowsFor(share: Share): readonly RateWindow[] {
  if (share.kind === 'guest') return GUEST_WINDOWS;
  return CONVERSATION_WINDOWS.map(({ ms, most }) => ({ ms, most: Math.max(1, Math.floor(most / share.between)) }));
}

/** How many messages a second a process with this share may send in all. @param rate for all processes together */
export function rateFor(share: Share, rate: number): number {
  return share.kind === 'guest' ? Math.min(GUEST_RATE, rate) : rate / share.between;
}

/** How many messages a process with this share may send at once; at least one. */
export function burstFor(share: Share): number {
  return share.kind === 'guest' ? 1 : Math.max(1, BURST_MAX / share.between);
}

/** How many messages may be sent at once, and when that was. */
export interface Tokens {
  readonly count: number;
  readonly atMs: number;
}

/** The tokens at a later time. @param rate tokens a second @param burst the most that there may be */
export function tokensAt({ count, atMs }: Tokens, nowMs: number, rate: number, burst: number): Tokens {
  const most = Math.min(burst, Math.max(1, rate));
  return { count: Math.min(most, count + ((nowMs - atMs) * rate) / 1_000), atMs: nowMs };
}

/** How long until one more fits into every window, in milliseconds. @param sentMs when messages were sent, oldest first */
export function waitForRoom(sentMs: readonly number[], windows: readonly RateWindow[], nowMs: number): number {
  const waits = windows.map(({ ms, most }) => {
    const first = sentMs[sentMs.length - most];
    return first === undefined ? 0 : first + ms - nowMs;
  });
  return Math.max(0, ...waits);
}

/** The longest window, in milliseconds. What was sent before it counts no more. */
export const LONGEST_WINDOW_MS = Math.max(...CONVERSATION_WINDOWS.map(({ ms }) => ms));
