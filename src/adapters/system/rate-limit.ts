import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { RateLimit } from '../../application/ports.js';
import { COUNTERS_MAX } from '../../domain/limits.js';

const MINUTE_S = 60;

/**
 * A limit that counts in this process alone, in minutes that begin with each key's first act.
 *
 * Which counter a key has is drawn by a secret of the process's own, so nobody can aim at somebody else's, and neither
 * addresses nor people's ids are kept. Two keys on one counter share the limit.
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
