import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimit } from '../../application/ports.js';
import { COUNTERS_MAX } from '../../domain/limits.js';

const MINUTE_S = 60;

/**
 * A limit for this process alone. The minute of each key begins with its first act.
 *
 * The number of counters is limited, so two keys can share one counter and its limit. A secret of the process decides
 * which counter a key has. So nobody can choose to share another person's counter, and neither addresses nor people's
 * ids are kept.
 */
export function createRateLimit(aMinute: number, durationS = MINUTE_S): RateLimit {
  const limiter = new RateLimiterMemory({ points: aMinute, duration: durationS });
  const secret = randomBytes(16);
  const counterOf = (key: string) => createHmac('sha256', secret).update(key).digest().readUInt32BE() % COUNTERS_MAX;
  return {
    async count(key) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(counterOf(key));
      if (consumedPoints <= aMinute) return undefined;
      return { by: consumedPoints - aMinute, retryAfterS: Math.max(1, Math.ceil(msBeforeNext / 1_000)) };
    },
  };
}
