import type { Log } from '../../application/ports.js';
import { READINESS_PAUSE_MS, READINESS_TIME_LIMIT_MS } from '../../domain/limits.js';

/** Numbers that are told together with "ready", such as how many rows could not be read. */
export type ReadinessDetails = Readonly<Record<string, number>>;

export type Readiness = { readonly isReady: true; readonly details: ReadinessDetails } | { readonly isReady: false };

/**
 * Tells whether the store can be reached. The store is asked at most once in `READINESS_PAUSE_MS`, and not again before
 * it has answered or `timeLimitMs` is over, which counts as "not ready". All callers in between share one answer. The
 * log has a line only when the answer changes.
 *
 * @param ask rejects while the store cannot be reached
 * @param now a monotonic clock, in milliseconds
 */
export function createReadiness(
  { ask, log }: { readonly ask: () => Promise<ReadinessDetails>; readonly log: Log },
  now = () => performance.now(),
  timeLimitMs = READINESS_TIME_LIMIT_MS,
): () => Promise<Readiness> {
  let isPending = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let latest: Promise<Readiness> = Promise.resolve({ isReady: false });
  let wasReady = true;

  const failed = (error: unknown): Readiness => {
    if (wasReady) log.error('not ready', error);
    wasReady = false;
    return { isReady: false };
  };
  const askOnce = async (): Promise<Readiness> => {
    isPending = true;
    try {
      const details = await within(timeLimitMs, ask());
      if (!wasReady) log.info('ready again');
      wasReady = true;
      return { isReady: true, details };
    } catch (error) {
      return failed(error);
    } finally {
      isPending = false;
    }
  };
  return () => {
    if (!isPending && now() - askedAt >= READINESS_PAUSE_MS) {
      askedAt = now();
      latest = askOnce();
    }
    return latest;
  };
}

class StoreSilent extends Error {}

async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreSilent(`no answer within ${ms} ms`)), ms).unref();
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}
