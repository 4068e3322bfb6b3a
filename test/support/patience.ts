/**
 * The longest that a timer waits. For what guards people against waiting forever, and would end a spec on a busy machine:
 * a spec waits for what it awaits, and Mocha's own limit is what ends it.
 */
const NEVER_MS = 2 ** 31 - 1;

/** A local Teams that waits as long as the spec does. */
export const PATIENT = { clientWaitsMs: NEVER_MS, untilWaitsMs: NEVER_MS } as const;
