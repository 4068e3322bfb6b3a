import { setTimeout as wait } from 'node:timers/promises';

/** Now, in milliseconds since 1970, finer than `Date.now()`. All processes of a bench measure with this clock. */
export function moment(): number {
  return performance.timeOrigin + performance.now();
}

/** How often is looked whether something has happened, in milliseconds. */
const LOOK_MS = 50;

/**
 * Resolves when the condition holds.
 *
 * @param what for the error if it does not hold within the limit
 */
export async function until(condition: () => Promise<boolean>, what: string, limitMs: number): Promise<void> {
  const end = moment() + limitMs;
  while (!(await condition())) {
    if (moment() > end) throw new Error(`waited ${Math.round(limitMs / 1_000)} s in vain for ${what}`);
    await wait(LOOK_MS);
  }
}
