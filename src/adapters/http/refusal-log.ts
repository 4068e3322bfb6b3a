import type { Log } from '../../application/ports.js';
import { REFUSAL_LINES_A_MINUTE } from '../../domain/limits.js';

/** Why a request was refused: the name of the rule. The value that broke the rule is never logged. */
export type RefusalReason =
  | 'body too large'
  | 'broken off'
  | 'content encoding'
  | 'content type'
  | 'keys of the connector not reachable'
  | 'link expired'
  | 'link invalid'
  | 'link of someone without the right'
  | 'method not allowed'
  | 'no such address'
  | 'not an activity'
  | 'not json'
  | 'not the connector’s token'
  | 'rate limited'
  | 'service url not allowed'
  | 'signature not valid'
  | 'tenant not served'
  | 'tenant not told'
  | 'too many connections'
  | 'too many parts';

export interface RefusalLog {
  refused(reason: RefusalReason, status: number): void;
  /** Writes the counts so far, and ends the timer. */
  stop(): void;
}

const MINUTE_MS = 60_000;

/**
 * Writes one line for each refusal, up to `REFUSAL_LINES_A_MINUTE` for each reason. At the end of the minute, one more
 * line tells how many there were above that. So a flood of requests does not flood the log.
 */
export function createRefusalLog(log: Log, minuteMs = MINUTE_MS): RefusalLog {
  const counts = new Map<RefusalReason, number>();
  let minute: NodeJS.Timeout | undefined;
  const endMinute = () => {
    clearTimeout(minute);
    minute = undefined;
    const leftOut = [...counts].filter(([, count]) => count > REFUSAL_LINES_A_MINUTE);
    counts.clear();
    if (leftOut.length === 0) return;
    const more = leftOut.map(([reason, count]) => [reason, count - REFUSAL_LINES_A_MINUTE] as const);
    log.warn('more requests refused', Object.fromEntries(more));
  };
  return {
    refused(reason, status) {
      minute ??= setTimeout(endMinute, minuteMs).unref();
      const count = (counts.get(reason) ?? 0) + 1;
      counts.set(reason, count);
      if (count <= REFUSAL_LINES_A_MINUTE) log.warn('request refused', { status, reason });
    },
    stop: endMinute,
  };
}
